// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ownhome.h"
#include "tests/testprogram.h"

#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>

#include <csignal>

using namespace Qt::Literals::StringLiterals;

static constexpr int longWait = 60'000; // ms; far beyond what a loaded machine needs

// Consoles started while one with the same data is running.
class tst_SingleConsole : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<OwnHome>();
        QVERIFY(m_home->isValid());
    }

    void theSecondIsShownTheFirst()
    {
        QProcess first;
        QVERIFY(start(first));
        QProcess second;
        begin(second);
        QVERIFY(second.waitForFinished(longWait));
        QCOMPARE(second.exitStatus(), QProcess::NormalExit);
        QCOMPARE(second.exitCode(), 0);
        QCOMPARE(second.readAllStandardError(), QByteArray());
        QCOMPARE(first.state(), QProcess::Running);
        end(first);
    }

    void theClaimOfOneThatCrashedDoesNotCount()
    {
        QProcess crashed;
        QVERIFY(start(crashed));
        crashed.kill();
        QVERIFY(crashed.waitForFinished(longWait));
        QVERIFY(QFile::exists(lockPath()));
        QProcess next;
        QVERIFY(start(next)); // answers, so it has taken the place
        QCOMPARE(next.state(), QProcess::Running);
        end(next);
    }

    void oneThatDoesNotAnswerIsNotDoubled()
    {
        QProcess first;
        QVERIFY(start(first));
        QCOMPARE(kill(pid_t(first.processId()), SIGSTOP), 0);
        QProcess second;
        begin(second);
        const bool hasEnded = second.waitForFinished(longWait);
        QCOMPARE(kill(pid_t(first.processId()), SIGCONT), 0);
        QVERIFY(hasEnded);
        QCOMPARE(second.exitCode(), 1);
        QCOMPARE(second.readAllStandardError(),
            "latchkey: Another console is running with the same data, but does not answer. Close it, then start again.\n"_qba);
        end(first);
    }

    void strangersAtItsSocketDoNotDisturb_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no name") << "\n"_qba;
        QTest::newRow("no such server") << "Nobody's server\n"_qba;
        QTest::newRow("no line") << "half"_qba;
        QTest::newRow("a flood") << QByteArray(1'000'000, 'x');
        QTest::newRow("not text") << "\xff\xfe\0\n"_qba;
    }
    void strangersAtItsSocketDoNotDisturb()
    {
        QFETCH(const QByteArray, bytes);
        QProcess first;
        QVERIFY(start(first));
        QLocalSocket stranger;
        stranger.connectToServer(socketPath());
        QVERIFY(stranger.waitForConnected(longWait));
        stranger.write(bytes);
        stranger.waitForBytesWritten(longWait);
        stranger.disconnectFromServer();
        QVERIFY(answers());
        QCOMPARE(first.state(), QProcess::Running);
        end(first);
    }

private:
    QString lockPath() const { return m_home->path(u"home/data/Latchkey/latchkey.lock"_s); }
    QString socketPath() const
    {
        const QStringList found = QDir(m_home->path(u"run"_s)).entryList({u"latchkey-*"_s}, QDir::System);
        return found.isEmpty() ? QString() : m_home->path(u"run/"_s + found.constFirst());
    }

    bool answers() const
    {
        QLocalSocket socket;
        socket.connectToServer(socketPath());
        return socket.waitForConnected(longWait) && socket.write("\n") == 1 && socket.waitForReadyRead(longWait);
    }

    void begin(QProcess &process) const
    {
        process.setProcessEnvironment(m_home->environment);
        process.start(latchkeyProgram(), QStringList());
    }
    // Until it listens and answers.
    bool start(QProcess &process) const
    {
        begin(process);
        return QTest::qWaitFor([this] { return !socketPath().isEmpty() && QFile::exists(lockPath()); }, longWait)
            && QTest::qWaitFor([this] { return answers(); }, longWait);
    }
    static void end(QProcess &process)
    {
        process.kill();
        QVERIFY(process.waitForFinished(longWait));
    }

    std::unique_ptr<OwnHome> m_home;
};

int tst_singleconsole(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_SingleConsole>(argc, argv);
}
#include "tst_singleconsole.moc"
