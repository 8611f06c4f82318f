// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/bulkremoval.h"
#include "items/profilesettings.h"
#include "items/workspace.h"
#include "store/secretstore.h"
#include "tests/dialects/teneoconsole.h"
#include "tests/testprogram.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace {

using ItemState = StoredItem::State;

const QString profileName = u"Teneo"_s;

// The console's half: a store that outlives it, and a connection as its administrator.
class BulkConsole {
public:
    explicit BulkConsole(const QString &path)
        : store(Store::open(path).value())
        , workspace(*store, secrets)
    {
    }
    Server *connected(const QUrl &url)
    {
        Profile profile{.name = profileName, .dialect = u"teneo"_s, .url = url, .signInMethod = u"administrator"_s};
        for (const auto &known : workspace.profiles())
            profile = known;
        if (profile.id.isEmpty())
            profile.id = value(workspace.save(profile, {}));
        const auto server = workspace.open(profile, TeneoConsole::administrator());
        return value(server);
    }

    std::unique_ptr<Store> store;
    SecretStore secrets{u"LatchkeyTest"_s};
    Workspace workspace;
};

Collection &tokensOf(Server &server, const QString &kind = u"accessTokens"_s)
{
    Collection *tokens = server.collection(kind);
    if (awaited(tokens->refresh()) != "ok")
        qFatal("The list cannot be loaded.");
    return *tokens;
}

QStringList idsOf(Collection &collection)
{
    QStringList ids;
    for (int row = 0; row < collection.model()->rowCount(); ++row)
        ids << collection.model()->index(row, 0).data(IdRole).toString();
    return ids;
}

bool isRun(Batch &batch)
{
    // An event loop, not QTest::qWaitFor(), whose ten milliseconds a step add up over thousands of requests.
    QEventLoop loop;
    QObject::connect(&batch, &Batch::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
    batch.start();
    loop.exec();
    return batch.isOver();
}

// What this program does when it is started again as a console: revokes everything but its own, and says how far it is.
int revokeUntilKilled(const QString &path, const QUrl &url)
{
    BulkConsole console(path);
    Server *server = console.connected(url);
    Collection &tokens = tokensOf(*server);
    const auto radius = value(server->bulkRemoval().radius(tokens, idsOf(tokens)));
    auto run = server->bulkRemoval().begin(tokens, radius.others(), {});
    QObject::connect(run.batch.get(), &Batch::progressed, run.batch.get(), [&] {
        std::puts(QByteArray::number(run.batch->count(Batch::Outcome::Done)).constData());
        std::fflush(stdout);
    });
    return isRun(*run.batch) ? 0 : 1;
}

}

// Bulk removal against the Teneo persona and a real store, through a crash of the program in the middle.
class tst_BulkRemoval : public QObject {
    Q_OBJECT

public:
    static void initMain() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<server::LocalServer> m_persona;
    QUrl m_url;

    QString path() const { return m_folder->filePath(u"data/console.db"_s); }
    void serve(int tokens)
    {
        m_persona = std::make_unique<server::LocalServer>(
            server::Options{.demo = true, .crowd = {.tokens = tokens, .seed = 1}});
        m_url = m_persona->start().value();
    }
    static void addLists()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("of one kind") << u"accessTokens"_s;
        QTest::newRow("of all kinds") << u"allTokens"_s;
    }
    static QList<BatchTally> unsettled(Server &server) { return value(server.bulkRemoval().unsettled()); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_persona.reset(); }

    void ourOwnTokenIsFoundAmongThem_data() { addLists(); }
    void ourOwnTokenIsFoundAmongThem()
    {
        QFETCH(const QString, kind);
        serve(0);
        BulkConsole console(path());
        Server *server = console.connected(m_url);
        Collection &tokens = tokensOf(*server, kind);
        const QStringList ids = idsOf(tokens);
        const auto radius = value(server->bulkRemoval().radius(tokens, ids));
        QCOMPARE(radius.total(), ids.size());
        QCOMPARE(radius.ownIds().size(), 1);
        QVERIFY(!radius.users(true).isEmpty() && !radius.clients(true).isEmpty() && !radius.types(true).isEmpty());
        QVERIFY(radius.oldest() <= radius.newest());

        auto run = server->bulkRemoval().begin(tokens, radius.others(), {});
        QVERIFY(isRun(*run.batch));
        QCOMPARE(run.batch->count(Batch::Outcome::Done), radius.others().size());
        QCOMPARE(run.facts.who, u"admin"_s);
        QCOMPARE(idsOf(tokensOf(*server, kind)), radius.ownIds()); // and it still answers us
    }

    void whatIsDoneAndSeenLeavesTheStore()
    {
        serve(0);
        BulkConsole console(path());
        Server *server = console.connected(m_url);
        auto &bulk = server->bulkRemoval();
        Collection &tokens = tokensOf(*server);
        const auto radius = value(bulk.radius(tokens, idsOf(tokens)));
        const QStringList some = radius.others().mid(0, 3);
        auto run = bulk.begin(tokens, some, {});
        QVERIFY(unsettled(*server).isEmpty()); // it is on its way here
        const QSignalSpy changed(&bulk, &BulkRemoval::unsettledChanged);
        QVERIFY(isRun(*run.batch));
        bulk.settle(run.facts, false); // closed with something left, for all it knows
        QCOMPARE(changed.size(), 1);
        const auto tallies = unsettled(*server);
        QCOMPARE(tallies.size(), 1);
        QCOMPARE(tallies.first().count(ItemState::Done), 3);
        bulk.settle(run.facts, true);
        QVERIFY(unsettled(*server).isEmpty());
    }

    void whatIsLeftIsTakenUpWithWhatWasDone_data() { addLists(); }
    void whatIsLeftIsTakenUpWithWhatWasDone()
    {
        QFETCH(const QString, kind);
        serve(0);
        QString otherwiseGone;
        {
            BulkConsole console(path());
            Server *server = console.connected(m_url);
            Collection &tokens = tokensOf(*server, kind);
            const auto radius = value(server->bulkRemoval().radius(tokens, idsOf(tokens)));
            auto run = server->bulkRemoval().begin(tokens, radius.others(), {.wave = 2});
            run.batch->start();
            QTRY_VERIFY(run.batch->pauseState());
            otherwiseGone = run.batch->items(Batch::Outcome::Waiting).first().id;
            QVERIFY(isRun(*tokens.removalOf({otherwiseGone}))); // by somebody else
        }
        BulkConsole console(path());
        Server *server = console.connected(m_url);
        auto &bulk = server->bulkRemoval();
        const auto tallies = unsettled(*server);
        QCOMPARE(tallies.size(), 1);
        const auto &left = tallies.first();
        QCOMPARE(left.count(ItemState::Done), 2);
        QCOMPARE(left.batch.wave, 2);

        const auto seen = bulk.report(left.batch, value(bulk.items(left.batch)));
        QCOMPARE(seen.batch->count(Batch::Outcome::Done), 2);
        QCOMPARE(seen.batch->count(Batch::Outcome::Failed), left.count(ItemState::Begun));

        auto run = bulk.resume(left.batch, value(bulk.itemsToResume(left.batch)));
        QVERIFY(unsettled(*server).isEmpty()); // it is on its way again
        QCOMPARE(run.batch->count(Batch::Outcome::Done), 3);
        const auto reasons = run.batch->reasons();
        QVERIFY(std::any_of(reasons.begin(), reasons.end(),
            [](const auto &reason) { return reason.count == 1 && reason.message == u"It was gone already."_s; }));
        run.batch->start();
        while (!run.batch->isOver()) {
            QTRY_VERIFY(run.batch->pauseState() || run.batch->isOver());
            run.batch->resume();
        }
        QCOMPARE(run.batch->count(Batch::Outcome::Done), run.batch->total());
        QCOMPARE(idsOf(tokensOf(*server, kind)).size(), 2); // our own, of now and of before
    }

    void aProfileTakesItsBatchesAlong()
    {
        serve(0);
        BulkConsole console(path());
        Server *server = console.connected(m_url);
        const QString profile = server->profile().id;
        Collection &tokens = tokensOf(*server);
        (void)server->bulkRemoval().begin(tokens, idsOf(tokens), {});
        BatchLog log(path());
        QTRY_COMPARE(value(log.all(profile)).size(), 1);
        QCOMPARE(awaited(console.workspace.remove(profile)), "ok");
        QTRY_COMPARE(value(log.all(profile)).size(), 0);
    }

    void killedInTheMiddleItLosesNothing()
    {
        constexpr int crowd = 2'000; // 60 % of them access tokens
        serve(crowd);
        QStringList before;
        {
            BulkConsole watcher(m_folder->filePath(u"watcher/console.db"_s));
            before = idsOf(tokensOf(*watcher.connected(m_url)));
        }
        QProcess victim;
        victim.start(
            QCoreApplication::applicationFilePath(), {u"tst_bulkremoval"_s, u"--revoke"_s, path(), m_url.toString()});
        int done = 0;
        while (done < 200) {
            QVERIFY2(victim.waitForReadyRead(30'000), victim.readAllStandardError().constData());
            while (victim.canReadLine())
                done = victim.readLine().trimmed().toInt();
        }
        victim.kill();
        QVERIFY(victim.waitForFinished());
        QCOMPARE(victim.exitStatus(), QProcess::CrashExit);

        BulkConsole console(path());
        Server *server = console.connected(m_url);
        auto &bulk = server->bulkRemoval();
        const auto tallies = unsettled(*server);
        QCOMPARE(tallies.size(), 1);
        const auto &left = tallies.first();
        QVERIFY(left.count(ItemState::Waiting) > 0);
        const auto items = value(bulk.itemsToResume(left.batch));
        const QStringList now = idsOf(*server->collection(u"accessTokens"_s));
        const QSet<QString> listed(now.begin(), now.end());
        for (const auto &item : items) {
            const bool isGone = !listed.contains(item.id);
            QVERIFY(item.state != ItemState::Done || isGone); // what is said to be done is
            QVERIFY(!isGone || item.state != ItemState::Waiting); // and nothing was done that had not been written
        }
        QVERIFY(items.size() >= before.size() - 2);

        auto run = bulk.resume(left.batch, items);
        QVERIFY(isRun(*run.batch));
        QCOMPARE(run.batch->count(Batch::Outcome::Done), items.size());
        bulk.settle(run.facts, true);
        QVERIFY(unsettled(*server).isEmpty());
        // What is left: our own tokens, and those of the two that looked on.
        QVERIFY(idsOf(tokensOf(*server)).size() <= 3);
    }
};

int tst_bulkremoval(int argc, char *argv[])
{
    if (argc == 4 && QByteArrayView(argv[1]) == "--revoke") {
        tst_BulkRemoval::initMain();
        const QCoreApplication application(argc, argv);
        return revokeUntilKilled(QString::fromLocal8Bit(argv[2]), QUrl(QString::fromLocal8Bit(argv[3])));
    }
    return runTest<QCoreApplication, tst_BulkRemoval>(argc, argv);
}
#include "tst_bulkremoval.moc"
