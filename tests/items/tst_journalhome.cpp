// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/journalhome.h"
#include "items/journallist.h"
#include "net/session.h"
#include "store/secretstore.h"
#include "store/sharedjournal.h"
#include "tests/net/outcome.h"
#include "tests/store/postgresserver.h"
#include "tests/testprogram.h"

#include <QDirIterator>
#include <QTcpServer>

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList spoken; // what was logged

void keepMessage(QtMsgType, const QMessageLogContext &, const QString &text)
{
    spoken << text;
}

// Somebody's console, as far as it writes the journal of one server.
class Colleague {
public:
    explicit Colleague(const QString &folder, const QString &run = u"run"_s)
        : m_store(Store::open(folder + u"/private/latchkey.db"_s).value())
        , m_home(std::make_unique<JournalHome>(*m_store, m_secrets))
        , m_key(m_secrets)
        , m_profile{.id = folder.section(u'/', -1), .name = u"Shop"_s, .url = QUrl(u"https://shop.example/"_s)}
        , m_tools{.journal = &m_home->journal(), .key = &m_key, .run = run, .console = m_home->consoleId()}
        , m_log(m_tools, [this] { return m_profile; })
        , m_list(m_tools, m_profile)
    {
    }
    JournalHome &home() { return *m_home; }
    ServerJournal &log() { return m_log; }
    JournalList &list() { return m_list; }
    void restart() { m_home = std::make_unique<JournalHome>(*m_store, m_secrets); } // of the home alone

private:
    SecretStore m_secrets;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<JournalHome> m_home;
    FingerprintKey m_key;
    Profile m_profile;
    JournalTools m_tools;
    ServerJournal m_log;
    JournalList m_list;
};

Request someChange()
{
    Request request = jsonRequest("PUT", u"/clients/7"_s, {{u"a"_s, 1}});
    request.change = std::make_shared<const Change>(Change{.kind = u"clients"_s, .id = u"7"_s, .name = u"Portal"_s});
    return request;
}

}

// Where the journal is kept: moved to a team's database and back, with several consoles, and with the database away.
class tst_JournalHome : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = PostgresServer::notInstalled(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        QVERIFY2(m_server.make(), qPrintable(m_server.trouble()));
    }
    void init()
    {
        if (!m_server.isRunning())
            QVERIFY2(m_server.start(), qPrintable(m_server.trouble()));
        m_database = m_server.addDatabase();
        m_one = std::make_unique<QTemporaryDir>();
        m_two = std::make_unique<QTemporaryDir>();
    }

    void itIsMovedAndStaysThere()
    {
        Colleague ada(m_one->path());
        QCOMPARE(ada.home().address(), QString());
        QCOMPARE(awaited(ada.log().begin(someChange())), "ok");
        QCOMPARE(awaited(ada.home().moveTo(address(), PostgresServer::password())), "ok");
        QCOMPARE(ada.home().address(), address());
        QCOMPARE(awaited(ada.log().begin(someChange())), "ok");
        QCOMPARE(linesThere(), 1);
        QVERIFY(QFile::exists(m_one->filePath(u"private/journal.db"_s))); // with what was written before
        ada.restart();
        QCOMPARE(ada.home().address(), address());
        QCOMPARE(awaited(ada.home().journal().append({.text = "{}"})), "ok");
        QCOMPARE(linesThere(), 2);
        QCOMPARE(awaited(ada.home().moveTo({}, {})), "ok");
        QCOMPARE(ada.home().journal().lines(0, 10).isCanceled(), false);
        QCOMPARE(awaited(ada.home().journal().append({.text = "{}"})), "ok");
        QCOMPARE(linesThere(), 2);
    }

    void anErrorChangesNothing_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("password");
        const QString right = PostgresServer::password().reveal();
        QTest::newRow("wrong password") << u"console"_s << u"wrong"_s;
        QTest::newRow("a user without rights") << u"guest"_s << right;
        QTest::newRow("no address") << u"-"_s << right;
    }
    void anErrorChangesNothing()
    {
        QFETCH(const QString, where);
        QFETCH(const QString, password);
        Colleague ada(m_one->path());
        const QString wanted = where == u"-"_s ? u"nowhere"_s : m_server.address(m_database, where);
        QVERIFY(awaited(ada.home().test(wanted, Secret(password))) != "ok");
        QVERIFY(awaited(ada.home().moveTo(wanted, Secret(password))) != "ok");
        QCOMPARE(ada.home().address(), QString());
        QCOMPARE(awaited(ada.home().journal().append({.text = "{}"})), "ok");
        QCOMPARE(ada.home().journal().era(), 0);
    }

    void aTestTellsWhatItFoundAndMakesNothing()
    {
        Colleague ada(m_one->path());
        const auto before = ada.home().test(address(), PostgresServer::password());
        QCOMPARE(awaited(before), "ok");
        QVERIFY2(before.result()->first().startsWith("PostgreSQL 1"_L1), qPrintable(before.result()->first()));
        QCOMPARE(before.result()->value(1), u"There is no journal yet. It is made when you apply this."_s);
        QVERIFY(!openSharedJournal(where(), PostgresServer::password()));
        QCOMPARE(awaited(ada.home().moveTo(address(), PostgresServer::password())), "ok");
        const auto after = ada.home().test(address(), {}); // with the password that is kept
        QCOMPARE(awaited(after), "ok");
        QVERIFY2(after.result()->value(1).startsWith("The journal there has 0 line"_L1),
            qPrintable(after.result()->value(1)));
        // Which does not go anywhere else.
        const auto elsewhere = ada.home().test(m_server.address(m_database, u"guest"_s), {});
        QCOMPARE(awaited(elsewhere), "Storage");
        QVERIFY(elsewhere.result().error().message.contains("wants a password"_L1));
    }

    void aPasswordIsNowhere()
    {
        const QByteArray canary = PostgresServer::password().revealUtf8();
        spoken.clear();
        const auto before = qInstallMessageHandler(keepMessage);
        {
            Colleague ada(m_one->path());
            QString typed = address();
            typed.replace("console@"_L1,
                "console:"_L1 + QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(canary))) + '@'_L1);
            const auto read = JournalHome::read(typed);
            QCOMPARE(read->password, PostgresServer::password());
            QCOMPARE(awaited(ada.home().moveTo(read->address, read->password)), "ok");
            QCOMPARE(awaited(ada.log().begin(someChange())), "ok");
            QVERIFY(!ada.home().address().contains("canary"_L1));
            m_server.stop();
            const auto failed = ada.home().journal().append({.text = "{}"});
            QCOMPARE(awaited(failed), "Storage");
            QVERIFY(!(failed.result().error().message + failed.result().error().detail).contains("canary"_L1));
        }
        qInstallMessageHandler(before);
        QVERIFY(!spoken.isEmpty()); // that something failed was logged
        QVERIFY2(!spoken.join(u'\n').contains("canary"_L1), qPrintable(spoken.join(u'\n')));
        int files = 0;
        QDirIterator each(m_one->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            QFile file(each.next());
            QVERIFY(file.open(QFile::ReadOnly));
            QVERIFY2(!file.readAll().contains("canary"), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files > 0);
        QFile log(m_server.log()); // nor does the server hear of it but in what it takes to sign in
        QVERIFY(log.open(QFile::ReadOnly) && !log.readAll().contains(canary));
    }

    void whatCannotBeWrittenDownIsNotSent()
    {
        Colleague ada(m_one->path());
        QCOMPARE(awaited(ada.home().moveTo(address(), PostgresServer::password())), "ok");
        QTcpServer target;
        QVERIFY(target.listen(QHostAddress::LocalHost));
        Session session({.base = QUrl(u"http://127.0.0.1:%1"_s.arg(target.serverPort()))},
            {.fixed = Credential{.access = Secret(u"token"_s)}});
        session.setWriteLog(&ada.log());
        m_server.stop();
        const auto call = session.call(someChange());
        QCOMPARE(awaited(call), "Storage");
        QCOMPARE(call.result().error().message, u"The journal could not be written, so nothing was sent."_s);
        QVERIFY2(
            call.result().error().detail.contains("could not be reached"_L1), qPrintable(call.result().error().detail));
        QVERIFY(!target.hasPendingConnections());
        QVERIFY(m_server.start());
        const auto sent = session.call(someChange());
        QTRY_VERIFY(target.hasPendingConnections());
        QCOMPARE(linesThere(), 1);
    }

    // What another console is about is shown, and is for that one to find out.
    void anOpenLineBelongsToItsConsole()
    {
        Colleague ada(m_one->path(), u"run of ada"_s);
        Colleague bob(m_two->path(), u"run of bob"_s);
        QVERIFY(ada.home().consoleId() != bob.home().consoleId());
        QCOMPARE(awaited(ada.home().moveTo(address(), PostgresServer::password())), "ok");
        QCOMPARE(awaited(bob.home().moveTo(address(), PostgresServer::password())), "ok");
        QCOMPARE(awaited(bob.list().refresh()), "ok");
        const auto begun = ada.log().begin(someChange());
        QCOMPARE(awaited(begun), "ok");
        // Without being asked: the database tells.
        QTRY_COMPARE(bob.list().entries().size(), 1);
        QCOMPARE(bob.list().entries().first().result, QLatin1StringView(journal::open));
        QVERIFY(!bob.list().entries().first().console.isEmpty());
        const auto unknown = bob.log().unknown();
        QCOMPARE(awaited(unknown), "ok");
        QVERIFY(unknown.result()->isEmpty());
        // Of a later run of the same console it is the business.
        Colleague later(m_one->path(), u"a later run"_s);
        QCOMPARE(later.home().consoleId(), ada.home().consoleId());
        QCOMPARE(awaited(later.home().moveTo(address(), PostgresServer::password())), "ok");
        const auto own = later.log().unknown();
        QCOMPARE(awaited(own), "ok");
        QCOMPARE(own.result()->size(), 1);
        ada.log().end(*begun.result(), someChange(), Response{.status = 204});
        QTRY_COMPARE(bob.list().entries().first().result, QLatin1StringView(journal::done));
        QCOMPARE(bob.list().entries().first().name, u"Portal"_s);
    }

    // An outcome goes to its line though the journal has moved meanwhile, and numbers of the two are not mixed up.
    void anOutcomeFollowsItsLine()
    {
        Colleague ada(m_one->path());
        const auto here = ada.log().begin(someChange());
        QCOMPARE(awaited(here), "ok");
        QCOMPARE(awaited(ada.list().refresh()), "ok");
        QCOMPARE(awaited(ada.home().moveTo(address(), PostgresServer::password())), "ok");
        const auto there = ada.log().begin(someChange()); // line 1, as the other is
        QCOMPARE(awaited(there), "ok");
        ada.log().end(*here.result(), someChange(), Response{.status = 204});
        QTRY_COMPARE(ada.list().entries().size(), 1);
        QCOMPARE(ada.list().entries().first().result, QLatin1StringView(journal::underWay));
        ada.log().end(*there.result(), someChange(), Response{.status = 204});
        QTRY_COMPARE(ada.list().entries().first().result, QLatin1StringView(journal::done));
        QCOMPARE(linesThere(), 2);
        QCOMPARE(awaited(ada.home().moveTo({}, {})), "ok");
        const auto lines = ada.home().journal().lines(0, 10);
        QCOMPARE(awaited(lines), "ok");
        QCOMPARE(lines.result()->size(), 2);
    }

private:
    QString address() const { return m_server.address(m_database); }
    DatabaseAddress where() const { return DatabaseAddress::read(address()).value().first; }
    qint64 linesThere() const
    {
        const auto store = openSharedJournal(where(), PostgresServer::password());
        const auto check = store ? JournalChain(**store).check() : Result<JournalCheck>(tl::unexpected(store.error()));
        return check && !check->broken ? check->lines : -1;
    }

    PostgresServer m_server;
    QString m_database;
    std::unique_ptr<QTemporaryDir> m_one;
    std::unique_ptr<QTemporaryDir> m_two;
};

int tst_journalhome(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_JournalHome>(argc, argv);
}
#include "tst_journalhome.moc"
