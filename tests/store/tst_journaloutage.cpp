// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal.h"
#include "store/sharedjournal.h"
#include "tests/net/outcome.h"
#include "tests/store/postgresserver.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;

// What becomes of a team's journal when its database, or the way there, is not as it should be.
class tst_JournalOutage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = PostgresServer::notInstalled(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        QVERIFY2(m_server.make(), qPrintable(m_server.trouble()));
    }
    void init()
    {
        if (!m_server.isRunning())
            QVERIFY2(m_server.start(), qPrintable(m_server.trouble()));
        m_database = m_server.addDatabase();
    }

    void whyNoConnectionCameAboutIsSaid_data()
    {
        QTest::addColumn<QString>("change"); // of the address
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("said");
        const QString right = PostgresServer::password().reveal();
        QTest::newRow("as it should be") << QString() << right << QString();
        QTest::newRow("its certificate, verified")
            << u"?sslmode=verify-full&sslrootcert="_s + m_server.certificate() << right << QString();
        QTest::newRow("wrong password") << QString() << u"wrong"_s
                                        << u"The journal's database does not accept this user name and password."_s;
        QTest::newRow("no password") << QString() << QString()
                                     << u"The journal's database wants a password. Enter it in the preferences."_s;
        QTest::newRow("no such database") << u"x"_s << right << u"There is no database of this name."_s;
        QTest::newRow("a certificate nobody vouches for")
            << u"?sslmode=verify-full&sslrootcert="_s + m_server.otherCertificate() << right
            << u"The certificate of the journal's database could not be verified."_s;
        QTest::newRow("authorities that are not there")
            << u"?sslmode=verify-full&sslrootcert=/nonexistent"_s << right
            << u"The certificate of the journal's database could not be verified."_s;
    }
    void whyNoConnectionCameAboutIsSaid()
    {
        QFETCH(const QString, change);
        QFETCH(const QString, password);
        QFETCH(const QString, said);
        const auto store = Store::connectShared(
            addressed(change == u"x"_s ? m_server.address(u"nowhere"_s) : address() + change), Secret(password));
        QCOMPARE(store ? QString() : store.error().message, said);
        QVERIFY(store || !store.error().detail.isEmpty());
        QVERIFY(store || password.isEmpty() || !store.error().detail.contains(password));
    }

    void whoIsNotThereIsSaidToBe()
    {
        m_server.stop();
        const auto store = Store::connectShared(addressed(address()), PostgresServer::password());
        QVERIFY(!store);
        QCOMPARE(store.error().message, u"The journal's database could not be reached."_s);
    }

    void aServerWithoutTlsIsRefusedWhereTlsIsWanted()
    {
        m_server.stop();
        QVERIFY(m_server.start({u"ssl=off"_s}));
        const auto store
            = Store::connectShared(addressed(address() + u"?sslmode=require"_s), PostgresServer::password());
        QCOMPARE(store ? QString() : store.error().message,
            u"The journal's database offers no TLS, which the connection to it needs."_s);
        QVERIFY(Store::connectShared(addressed(address()), PostgresServer::password())); // on loopback nothing is lost
        m_server.stop();
    }

    // Whatever was acknowledged is there, and the next line finds its way by itself.
    void whatWasAcknowledgedSurvivesTheServersEnd()
    {
        constexpr int kills = 5;
        QList<Future<qint64>> numbers;
        QByteArrayList texts;
        qint64 acknowledged = 0;
        Journal journal(u"/nonexistent/journal.db"_s);
        journal.moveTo(addressed(address()), known());
        for (int round = 0; round < kills; ++round) {
            const auto before = numbers.size();
            const auto append = [&] {
                texts << R"({"n":)" + QByteArray::number(texts.size()) + '}';
                numbers << journal.append({.text = texts.last()});
            };
            QCOMPARE(awaited(journal.append({.text = "{}"})), "ok");
            append();
            // One after the other, and the end comes while they are under way.
            while (numbers.size() < before + 60 + 11 * round || !numbers.last().isFinished()) {
                if (numbers.last().isFinished())
                    append();
                if (numbers.size() == before + 40 + 7 * round && m_server.isRunning())
                    m_server.kill();
                QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
            }
            QVERIFY(!m_server.isRunning());
            QCOMPARE(awaited(journal.append({.text = "{}"})), "Storage");
            QVERIFY2(m_server.start(), qPrintable(m_server.trouble()));
        }
        const auto store
            = Store::openShared(addressed(address()), PostgresServer::password(), sharedJournalMigrations()).value();
        QHash<qint64, QByteArray> kept;
        const auto lines = JournalChain(*store).lines(0, 100'000).value();
        for (const JournalLine &line : lines)
            kept.insert(line.number, line.text);
        for (qsizetype i = 0; i < numbers.size(); ++i)
            if (const auto number = numbers[i].result()) {
                ++acknowledged;
                QCOMPARE(kept.value(*number), texts[i]);
            }
        QVERIFY(!JournalChain(*store).check().value().broken);
        qInfo("%d kills, %d lines acknowledged, %d not, %d kept", kills, int(acknowledged),
            int(numbers.size() - acknowledged), int(kept.size()));
        QVERIFY(acknowledged >= kills * 30);
    }

    // Nobody is waited for beyond what they were given.
    void aServerThatSaysNothingIsGivenUp()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const auto store
            = Store::connectShared(addressed(u"postgresql://console@127.0.0.1:%1/team"_s.arg(silent.serverPort())),
                PostgresServer::password());
        QVERIFY(!store);
        QCOMPARE(store.error().message, u"The journal's database could not be reached."_s);
    }

    void whatOthersAppendIsHeardOf()
    {
        Journal ours(u"/nonexistent/journal.db"_s);
        Journal theirs(u"/nonexistent/other.db"_s);
        ours.moveTo(addressed(address()), known());
        theirs.moveTo(addressed(address()), known());
        QCOMPARE(awaited(ours.lines(0, 10)), "ok"); // from then on it listens
        QSignalSpy heard(&ours, &Journal::appended);
        QCOMPARE(awaited(theirs.append({.text = "{}"})), "ok");
        QTRY_COMPARE(heard.size(), 1);
        QCOMPARE(awaited(ours.append({.text = "{}"})), "ok");
        QTRY_COMPARE(heard.size(), 2); // once, though the database tells us of our own too
    }

    // The end of an idle connection is no reason to refuse a write.
    void anIdleConnectionThatWasLostIsMadeAgain()
    {
        Journal journal(u"/nonexistent/journal.db"_s);
        journal.moveTo(addressed(address()), known());
        QCOMPARE(awaited(journal.append({.text = "{}"})), "ok");
        m_server.stop();
        QVERIFY(m_server.start());
        QCOMPARE(awaited(journal.append({.text = "{}"})), "ok");
        QVERIFY(m_server.run(
            u"postgres"_s, u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'console'"_s));
        QCOMPARE(awaited(journal.append({.text = "{}"})), "ok");
    }

    // A password the keychain does not tell now may be told later.
    void thePasswordIsAskedForAgain()
    {
        int asked = 0;
        Journal journal(u"/nonexistent/journal.db"_s);
        journal.moveTo(addressed(address()), [&asked] {
            return ready(++asked == 1 ? Result<Secret>(failure(Error::Kind::Keychain, u"Locked."_s))
                                      : Result<Secret>(PostgresServer::password()));
        });
        QCOMPARE(awaited(journal.append({.text = "{}"})), "Keychain");
        QCOMPARE(awaited(journal.append({.text = "{}"})), "ok");
        QCOMPARE(awaited(journal.append({.text = "{}"})), "ok");
        QCOMPARE(asked, 2);
        journal.rest(); // as when the window is locked
        QCOMPARE(awaited(journal.append({.text = "{}"})), "ok");
        QCOMPARE(asked, 3);
    }

    // What was asked for before is done there, and an outcome goes to where its line is.
    void movingLosesNothing()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"private/journal.db"_s);
        {
            Journal journal(path);
            QCOMPARE(awaited(journal.append({.text = R"({"n":1})", .isOpen = true})), "ok");
            const auto asked = journal.append({.text = R"({"n":2})"});
            journal.moveTo(addressed(address()), known());
            QCOMPARE(awaited(journal.append({.text = R"({"n":3})", .isOpen = true})), "ok");
            QCOMPARE(awaited(journal.append({.text = R"({"of":1})", .closes = 1}, 0)), "ok");
            QCOMPARE(asked.result().value(), 2);
            QCOMPARE(awaited(journal.openLines()), "ok");
            journal.moveTo(std::nullopt);
            QCOMPARE(awaited(journal.lines(0, 10)), "ok");
            QCOMPARE(journal.era(), 2);
        }
        const auto file = Store::open(path, journalMigrations()).value();
        QCOMPARE(JournalChain(*file).check().value().lines, 3);
        QVERIFY(JournalChain(*file).openLines().value().isEmpty());
        const auto shared = openSharedJournal(addressed(address()), PostgresServer::password()).value();
        QCOMPARE(JournalChain(*shared).check().value().lines, 1);
        QCOMPARE(JournalChain(*shared).openLines().value().size(), 1);
    }

private:
    QString address() const { return m_server.address(m_database); }
    static DatabaseAddress addressed(const QString &text) { return DatabaseAddress::read(text).value().first; }
    static Journal::PasswordOf known()
    {
        return [] { return ready(Result<Secret>(PostgresServer::password())); };
    }

    PostgresServer m_server;
    QString m_database;
};

int tst_journaloutage(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_JournalOutage>(argc, argv);
}
#include "tst_journaloutage.moc"
