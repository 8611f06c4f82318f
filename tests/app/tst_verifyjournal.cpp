// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journalchain.h"
#include "tests/store/postgresserver.h"
#include "tests/testprogram.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

// The program as whoever audits it runs it: is this journal what was written?
class tst_VerifyJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"journal.db"_s);
        const auto store = Store::open(m_path, journalMigrations()).value();
        (void)JournalChain(*store).append({{.text = "{\"a\":1}"}, {.text = "{\"a\":2}"}, {.text = "{\"a\":3}"}});
    }

    void anUnbrokenOneIsSaidToBe()
    {
        QCOMPARE(verify({u"--journal"_s, m_path}), 0);
        QVERIFY2(m_said.startsWith("Unbroken: 3 lines."), m_said.constData());
    }

    void theFirstBrokenLineIsNamed()
    {
        {
            const auto store = Store::open(m_path, journalMigrations()).value();
            (void)store->run(u"DROP TRIGGER journal_keeps_lines"_s);
            QVERIFY(store->run(u"UPDATE journal SET line = '{\"a\":7}' WHERE number = 2"_s));
        }
        QCOMPARE(verify({u"--journal"_s, m_path}), 1);
        QVERIFY2(m_said.startsWith("Broken at line 2"), m_said.constData());
    }

    void whatIsNotThereIsNotMade()
    {
        const QString path = m_folder->filePath(u"other.db"_s);
        QCOMPARE(verify({u"--journal"_s, path}), 2);
        QVERIFY(!QFile::exists(path));
        QCOMPARE(verify({}), 2); // nor one's own
        QVERIFY(!m_complaint.isEmpty());
    }

    void whatIsNoJournalIsSaidToBeNone()
    {
        QFile file(m_path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        QCOMPARE(verify({u"--journal"_s, m_path}), 2);
        QVERIFY2(m_complaint.contains("damaged"), m_complaint.constData());
    }

    // A team's: the password comes from the environment, and never from the command line.
    void aSharedOneIsVerified()
    {
        if (const QString reason = PostgresServer::notInstalled(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        PostgresServer server;
        QVERIFY2(server.make(), qPrintable(server.trouble()));
        const QString address = server.address(server.addDatabase());
        m_password = PostgresServer::password().reveal();
        QCOMPARE(verify({u"--journal"_s, address}), 2); // and none is made
        QVERIFY2(m_complaint.contains("There is no journal in this database."), m_complaint.constData());
        {
            const auto store = Store::openShared(
                DatabaseAddress::read(address)->first, PostgresServer::password(), sharedJournalMigrations());
            QVERIFY(JournalChain(**store).append({{.text = "{\"a\":1}"}, {.text = "{\"a\":2}"}}));
        }
        QCOMPARE(verify({u"--journal"_s, address}), 0);
        QVERIFY2(m_said.startsWith("Unbroken: 2 lines."), m_said.constData());
        m_password = u"wrong"_s;
        QCOMPARE(verify({u"--journal"_s, address}), 2);
        QVERIFY2(m_complaint.contains("does not accept"), m_complaint.constData());
        QString telling = address;
        telling.replace(u"console@"_s, u"console:canary@"_s);
        QCOMPARE(verify({u"--journal"_s, telling}), 2);
        QVERIFY2(m_complaint.contains("PGPASSWORD"), m_complaint.constData());
        QVERIFY(!(m_said + m_complaint).contains("canary"));
    }

private:
    int verify(const QStringList &options)
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_folder->path());
        environment.insert(u"XDG_DATA_HOME"_s, m_folder->filePath(u"share"_s));
        environment.remove(u"DISPLAY"_s); // it needs none
        if (!m_password.isEmpty())
            environment.insert(u"PGPASSWORD"_s, m_password);
        program.setProcessEnvironment(environment);
        program.start(latchkeyProgram(), QStringList{u"--verify-journal"_s} + options);
        if (!program.waitForFinished(60'000))
            return -1;
        m_said = program.readAllStandardOutput();
        m_complaint = program.readAllStandardError();
        return program.exitCode();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QString m_password; // of a database
    QByteArray m_said;
    QByteArray m_complaint;
};

int tst_verifyjournal(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_VerifyJournal>(argc, argv);
}
#include "tst_verifyjournal.moc"
