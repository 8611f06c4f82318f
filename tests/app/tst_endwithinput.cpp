// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ownhome.h"
#include "tests/testprogram.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

#include <csignal>

using namespace Qt::Literals::StringLiterals;

static constexpr int endPatience = 60'000; // ms; far beyond what a loaded machine needs

// The local server ends with the program that started it, however that ends.
class tst_EndWithInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theEndOfItsInputEndsIt()
    {
        QProcess process;
        const QUrl url = serve(process, {u"--end-with-input"_s});
        QVERIFY(isReachable(url));
        process.write("whatever is written to it is ignored\n");
        process.waitForBytesWritten();
        QVERIFY(isReachable(url));
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(endPatience));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(process.readAllStandardError(), QByteArray());
        QVERIFY(!isReachable(url));
    }

    void aSignalEndsItWhileItsInputStaysOpen()
    {
        QProcess process;
        QVERIFY(isReachable(serve(process, {u"--end-with-input"_s})));
        process.terminate();
        QVERIFY(process.waitForFinished(endPatience));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
    }

    void onItsOwnItTakesNoNoticeOfItsInput()
    {
        QProcess process;
        process.setStandardInputFile(QProcess::nullDevice());
        const QUrl url = serve(process, {});
        QVERIFY(isReachable(url));
        process.terminate();
        QVERIFY(process.waitForFinished(endPatience));
        QCOMPARE(process.exitCode(), 0);
    }

    void aConsoleThatIsKilledLeavesNoServerBehind()
    {
        const OwnHome home;
        QVERIFY(home.isValid());
        QProcess console;
        console.setProcessEnvironment(home.environment);
        console.start(latchkeyProgram(), {u"--demo"_s});
        QVERIFY(console.waitForStarted(endPatience));
        const qint64 parent = console.processId();
        QTRY_COMPARE_WITH_TIMEOUT(childrenOf(parent).size(), 1, endPatience);
        const qint64 server = childrenOf(parent).first();
        QVERIFY(isAlive(server));
        console.kill();
        QVERIFY(console.waitForFinished(endPatience));
        QTRY_VERIFY_WITH_TIMEOUT(!isAlive(server), endPatience);
    }

private:
    static QUrl serve(QProcess &process, const QStringList &options)
    {
        process.start(latchkeyProgram(),
            QStringList{u"--serve"_s, u"--port"_s, u"0"_s, u"--data"_s, u":memory:"_s} + options);
        while (!process.canReadLine() && process.waitForReadyRead(endPatience)) { }
        return QUrl(QJsonDocument::fromJson(process.readLine()).object()["url"_L1].toString());
    }

    static bool isReachable(const QUrl &url)
    {
        QTcpSocket socket;
        socket.connectToHost(url.host(), quint16(url.port(0)));
        return url.isValid() && socket.waitForConnected(endPatience);
    }

    // The third and fourth word of /proc/<id>/stat (proc(5)): state and parent.
    static QByteArrayList stat(const QString &id)
    {
        QFile file(u"/proc/%1/stat"_s.arg(id));
        if (!file.open(QFile::ReadOnly))
            return {};
        const QByteArray line = file.readAll();
        return line.mid(line.lastIndexOf(')') + 2).split(' ');
    }
    static QList<qint64> childrenOf(qint64 parent)
    {
        QList<qint64> children;
        for (const auto &name : QDir(u"/proc"_s).entryList(QDir::Dirs))
            if (stat(name).value(1).toLongLong() == parent)
                children << name.toLongLong();
        return children;
    }
    // One that has ended and waits for whoever inherited it to take note is not.
    static bool isAlive(qint64 id)
    {
        const QByteArray state = stat(QString::number(id)).value(0);
        return !state.isEmpty() && state != "Z";
    }
};

int tst_endwithinput(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_EndWithInput>(argc, argv);
}
#include "tst_endwithinput.moc"
