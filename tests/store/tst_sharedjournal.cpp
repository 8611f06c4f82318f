// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sharedjournal.h"
#include "tests/store/postgresserver.h"
#include "tests/store/tampering.h"
#include "tests/testprogram.h"

#include <QProcess>

using namespace Qt::Literals::StringLiterals;

namespace {

QList<NewLine> sharedLines(int count, const QByteArray &word = "line")
{
    QList<NewLine> lines;
    for (int i = 0; i < count; ++i)
        lines << NewLine{.text = "{\"n\":\"" + word + ' ' + QByteArray::number(i) + " – Träger's \\\\ \\\" 😀 ?%1\"}"};
    return lines;
}

DatabaseAddress addressOf(const QString &text)
{
    return DatabaseAddress::read(text).value().first;
}

// A console of its own: appends so many lines, one at a time, and ends.
int appendLines(const QString &address, const QByteArray &who, int count)
{
    const auto store = Store::openShared(addressOf(address), PostgresServer::password(), sharedJournalMigrations());
    for (int i = 0; store && i < count; ++i)
        if (!JournalChain(**store).append({{.text = "{\"who\":\"" + who + "\",\"n\":" + QByteArray::number(i) + '}'}}))
            return 1;
    return store ? 0 : 2;
}

}

// The journal of a team, in a real PostgreSQL.
class tst_SharedJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = PostgresServer::notInstalled(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        QVERIFY2(m_server.make(), qPrintable(m_server.trouble()));
    }
    void init() { m_database = m_server.addDatabase(); }

    void linesAreReadAsTheyWereWritten()
    {
        const auto store = open();
        JournalChain chain(*store);
        QCOMPARE(chain.append(sharedLines(3)).value(), 1);
        QCOMPARE(chain.append(sharedLines(1000, "many")).value(), 4); // more than one statement takes
        const auto lines = chain.lines(0, 2000).value();
        QCOMPARE(lines.size(), 1003);
        QCOMPARE(lines[3].text, sharedLines(1, "many").first().text);
        QCOMPARE(chain.lines(3, 1).value().size(), 1);
        const auto check = open()->isAlive() ? chain.check().value() : JournalCheck();
        QVERIFY(!check.broken);
        QCOMPARE(check.lines, 1003);
        QCOMPARE(check.head, lines.last().hash);
    }

    // Both databases hold the same chain, so one may be read with what is known of the other.
    void theChainIsThatOfTheFile()
    {
        const QTemporaryDir folder;
        const auto file = Store::open(folder.filePath(u"journal.db"_s), journalMigrations()).value();
        const auto store = open();
        (void)JournalChain(*file).append(sharedLines(20));
        (void)JournalChain(*store).append(sharedLines(20));
        QCOMPARE(JournalChain(*store).check().value().head, JournalChain(*file).check().value().head);
    }

    void whatAwaitsItsOutcomeIsFoundWithoutReadingAll()
    {
        const auto store = open();
        JournalChain chain(*store);
        (void)chain.append({{.text = "{}", .isOpen = true}, {.text = "{}", .isOpen = true}, {.text = "{}"}});
        (void)chain.append({{.text = "{}", .closes = 1}});
        const auto lines = chain.openLines().value();
        QCOMPARE(lines.size(), 1);
        QCOMPARE(lines.first().number, 2);
    }

    void linesCannotBeChanged_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("update") << u"UPDATE journal SET line = '{}' WHERE number = 2"_s;
        QTest::newRow("update of none") << u"UPDATE journal SET line = '{}' WHERE number = 99"_s;
        QTest::newRow("delete") << u"DELETE FROM journal"_s;
        QTest::newRow("truncate") << u"TRUNCATE journal"_s;
    }
    void linesCannotBeChanged()
    {
        QFETCH(const QString, statement);
        const auto store = open();
        (void)JournalChain(*store).append(sharedLines(3));
        const auto done = store->run(statement); // the owner's own
        QVERIFY(!done);
        QVERIFY2(done.error().detail.contains("append-only"_L1), qPrintable(done.error().detail));
        QVERIFY(!m_server.run(m_database, statement));
        QCOMPARE(JournalChain(*store).check().value().lines, 3);
    }

    void everyWayToTamperIsFound_data() { addWaysToTamper(); }
    void everyWayToTamperIsFound()
    {
        QFETCH(const QStringList, statements);
        QFETCH(const qint64, broken);
        const auto store = open();
        JournalChain chain(*store);
        (void)chain.append(sharedLines(10));
        QVERIFY(m_server.run(m_database, u"DROP TRIGGER journal_keeps_lines ON journal"_s));
        QVERIFY(!chain.check().value().broken);
        for (const QString &statement : statements)
            QVERIFY2(m_server.run(m_database, statement), qPrintable(m_server.trouble()));
        QCOMPARE(chain.check().value().broken.value_or(0), broken);
        QCOMPARE(chain.check().value().lines, broken - 1);
    }

    // None is lost, none is out of its order, and the chain does not fork: though the database's own default is another
    // isolation, with which what the lock was waited for would not be seen.
    void severalConsolesWriteOneChain()
    {
        constexpr int consoles = 4;
        constexpr int each = 150;
        QVERIFY(m_server.run(
            m_database, u"ALTER DATABASE %1 SET default_transaction_isolation = 'repeatable read'"_s.arg(m_database)));
        std::array<QProcess, consoles> writers;
        for (int i = 0; i < consoles; ++i) // all of them find no tables, and make them
            writers[size_t(i)].start(QCoreApplication::applicationFilePath(),
                {u"tst_sharedjournal"_s, u"--append"_s, address(), QString::number(i), QString::number(each)});
        for (QProcess &writer : writers) {
            QVERIFY(writer.waitForFinished(120'000));
            QVERIFY2(writer.exitCode() == 0, writer.readAllStandardError().constData());
        }
        const auto store = open();
        const auto check = JournalChain(*store).check().value();
        QVERIFY(!check.broken);
        QCOMPARE(check.lines, consoles * each);
        QHash<QByteArray, QByteArrayList> written;
        const auto lines = JournalChain(*store).lines(0, 10'000).value();
        for (const JournalLine &line : lines)
            written[line.text.split('"').value(3)] << line.text.split(':').last().chopped(1);
        for (int i = 0; i < consoles; ++i) {
            const QByteArrayList numbers = written.value(QByteArray::number(i));
            QCOMPARE(numbers.size(), each);
            for (int n = 0; n < each; ++n)
                QCOMPARE(numbers[n].toInt(), n);
        }
    }

    void aConsoleThatStopsInTheMiddleDoesNotKeepOthersWaiting()
    {
        const auto stopped = open();
        const auto store = open();
        QVERIFY(stopped->run(u"SET idle_in_transaction_session_timeout = '300ms'"_s));
        {
            const auto transaction = Transaction::begin(*stopped); // and nothing further
            QVERIFY(transaction);
            QVERIFY(JournalChain(*store).append(sharedLines(1)));
        }
        QVERIFY(!stopped->isAlive());
        // Where that does not help, the wait ends.
        const auto holding = open();
        const auto transaction = Transaction::begin(*holding);
        QVERIFY(store->run(u"SET lock_timeout = '50ms'"_s));
        const auto appended = JournalChain(*store).append(sharedLines(1));
        QVERIFY(!appended);
        QCOMPARE(appended.error().message, u"Another console kept the journal's database busy for too long."_s);
    }

    void aNewerSchemaIsLeftAlone()
    {
        (void)open();
        QVERIFY(m_server.run(m_database, u"INSERT INTO latchkey_schema VALUES (99)"_s));
        for (const auto &opened : {Store::openShared(where(), PostgresServer::password(), sharedJournalMigrations()),
                 openSharedJournal(where(), PostgresServer::password())}) {
            QVERIFY(!opened);
            QVERIFY2(opened.error().message.contains("newer version"_L1), qPrintable(opened.error().message));
        }
    }

    // Whoever may only add lines can do so, and neither make nor change anything.
    void theRightToAppendIsEnough()
    {
        const auto guest = addressOf(m_server.address(m_database, u"guest"_s));
        const auto early = Store::openShared(guest, PostgresServer::password(), sharedJournalMigrations());
        QVERIFY(!early);
        QCOMPARE(early.error().message, u"You lack the right to do this in the journal's database."_s);
        QVERIFY(!openSharedJournal(guest, PostgresServer::password()));
        (void)open();
        QVERIFY(m_server.run(m_database, u"GRANT SELECT ON latchkey_schema, journal, journal_open TO guest"_s));
        const auto reading = lookAtSharedJournal(guest, PostgresServer::password());
        QVERIFY(reading && reading->isHere && reading->mayRead && !reading->mayAppend && !reading->mayMake);
        QVERIFY(m_server.run(
            m_database, u"GRANT INSERT ON journal TO guest; GRANT INSERT, DELETE ON journal_open TO guest; "
            "GRANT SELECT, INSERT, UPDATE ON maintenance_run TO guest"_s));
        const auto store = Store::openShared(guest, PostgresServer::password(), sharedJournalMigrations()).value();
        QCOMPARE(JournalChain(*store).append({{.text = "{}", .isOpen = true}}).value(), 1);
        QCOMPARE(JournalChain(*store).append({{.text = "{}", .closes = 1}}).value(), 2);
        QVERIFY(!store->run(u"DROP TRIGGER journal_keeps_lines ON journal"_s));
        const auto found = lookAtSharedJournal(guest, PostgresServer::password()).value();
        QVERIFY(found.mayAppend);
        QVERIFY(found.isDurable);
        QCOMPARE(found.lines, 2);
        QCOMPARE(found.user, u"guest"_s);
        QVERIFY(found.tls.startsWith("TLSv1"_L1));
    }

    void textMustBeAbleToHoldEveryName()
    {
        QVERIFY(m_server.run(
            u"postgres"_s, u"CREATE DATABASE latin OWNER console ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0"_s));
        const auto opened = Store::openShared(
            addressOf(m_server.address(u"latin"_s)), PostgresServer::password(), sharedJournalMigrations());
        QVERIFY(!opened);
        QVERIFY2(opened.error().message.contains("UTF-8"_L1), qPrintable(opened.error().message));
    }

    void aCommitWaitsForTheDisk()
    {
        QVERIFY(m_server.run(m_database, u"ALTER DATABASE %1 SET synchronous_commit = off"_s.arg(m_database)));
        const auto values = open()->rows(
            u"SHOW synchronous_commit"_s, {}, [](const QSqlQuery &row) { return row.value(0).toString(); });
        QCOMPARE(values.value(), QStringList{u"on"_s});
    }

private:
    QString address() const { return m_server.address(m_database); }
    DatabaseAddress where() const { return addressOf(address()); }
    std::unique_ptr<Store> open() const
    {
        return Store::openShared(where(), PostgresServer::password(), sharedJournalMigrations()).value();
    }

    PostgresServer m_server;
    QString m_database;
};

int tst_sharedjournal(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--append"_s)
        return appendLines(arguments.value(2), arguments.value(3).toLatin1(), arguments.value(4).toInt());
    tst_SharedJournal test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_sharedjournal.moc"
