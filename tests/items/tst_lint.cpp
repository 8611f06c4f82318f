// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/background.h"
#include "items/lintmodel.h"
#include "items/lintreport.h"
#include "tests/items/lintcases.h"
#include "tests/testprogram.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

bool settled(const Lint &lint)
{
    return QTest::qWaitFor([&lint] { return lint.isUpToDate(); }, 10'000);
}

Client leaky(const QString &id, const QString &uri = u"http://a.example/cb"_s)
{
    return {.id = id, .name = u"Client "_s + id, .redirectUris = {uri}, .grantTypes = {u"authorization_code"_s}};
}

// Names by what is above them: "Redirect URI without TLS: Client a, Client b".
QStringList shownIn(const LintModel &model)
{
    QStringList lines;
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex parent = model.index(group, 0);
        QStringList names;
        for (int row = 0; row < model.rowCount(parent); ++row)
            names << model.index(row, 0, parent).data().toString();
        lines << u"%1: %2"_s.arg(parent.data().toString(), names.join(u", "_s));
    }
    return lines;
}

}

class tst_Lint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsJudgedUntilSomebodyLooks()
    {
        LintScene scene;
        auto &clients = scene.add<Client>(u"clients"_s, {leaky(u"a"_s)});
        Lint lint(scene.lists(), {}, nullptr, lintNow);
        clients.records.put(leaky(u"b"_s));
        QVERIFY(!lint.isRunning() && !lint.judgedAt().isValid());
        lint.setActive(true);
        QVERIFY(settled(lint));
        QCOMPARE(lint.findings().found(LintRule::Severity::Error), 2);
        QCOMPARE(lint.judgedAt(), lintNow());
        QCOMPARE(clients.refreshes, 1); // the one of the scene: judging asks the server for nothing
    }

    void whatChangesIsJudgedAgain()
    {
        LintScene scene;
        auto &clients = scene.add<Client>(u"clients"_s, {leaky(u"a"_s)});
        Lint lint(scene.lists(), {}, nullptr, lintNow);
        lint.setActive(true);
        QVERIFY(settled(lint));
        clients.records.put(leaky(u"a"_s, u"https://a.example/cb"_s));
        QVERIFY(!lint.isUpToDate());
        QVERIFY(settled(lint));
        QCOMPARE(lint.findings().found(LintRule::Severity::Error), 0);
        clients.onServer << leaky(u"b"_s);
        clients.refresh();
        QVERIFY(settled(lint));
        QCOMPARE(lint.findings().found(LintRule::Severity::Error), 2);
    }

    // A change while a run is under way is not lost.
    void aChangeDuringARunIsJudged()
    {
        LintScene scene;
        auto &clients = scene.add<Client>(u"clients"_s, {leaky(u"a"_s)});
        Lint lint(scene.lists(), {}, nullptr, lintNow);
        lint.setActive(true);
        lint.run();
        QVERIFY(lint.isRunning());
        clients.records.remove(u"a"_s);
        QVERIFY(settled(lint));
        QVERIFY(lint.findings().list.isEmpty());
    }

    void aRunCanBeStopped()
    {
        LintScene scene;
        scene.add<Client>(u"clients"_s, {leaky(u"a"_s)});
        Lint lint(scene.lists(), {}, nullptr, lintNow);
        lint.run();
        lint.stop();
        QTRY_VERIFY(!lint.isRunning());
        QVERIFY(lint.wasStopped() && !lint.judgedAt().isValid());
        lint.run();
        QTRY_VERIFY(lint.judgedAt().isValid());
    }

    void whoLooksMayLeaveDuringARun()
    {
        LintScene scene;
        scene.add<Client>(u"clients"_s, {leaky(u"a"_s)});
        auto lint = std::make_unique<Lint>(scene.lists(), QString(), nullptr, lintNow);
        lint->run();
        lint.reset();
        QVERIFY(backgroundThreads().waitForDone(10'000));
    }

    void longListsAreLoadedOnlyWhenAskedFor()
    {
        FakeCollection<Client> clients(u"clients"_s);
        FakeCollection<Token> tokens(u"accessTokens"_s);
        FakeCollection<Token> sessions(u"sessions"_s);
        tokens.onServer = {Token{.id = u"t"_s}};
        Lint lint({&clients, &tokens, &sessions}, {}, nullptr, lintNow);
        QCOMPARE(lint.collections(), (QList<Collection *>{&clients, &tokens}));
        lint.setActive(true);
        lint.refresh();
        QCOMPARE(clients.refreshes, 1);
        QCOMPARE(tokens.refreshes, 0);
        QCOMPARE(lint.notLoaded(), QList<Collection *>{&tokens});
        QVERIFY(settled(lint));
        QVERIFY(lint.findings().list.isEmpty());
        lint.load(lint.notLoaded());
        QVERIFY(settled(lint));
        QCOMPARE(lint.findings().list.size(), 1);
        QCOMPARE(sessions.refreshes, 0);
    }

    // However many there are: all are counted, so many are kept, and the window does not wait for them.
    void ofVeryManyAllAreCountedAndSomeListed()
    {
        LintScene scene;
        auto &tokens = scene.add<Token>(u"accessTokens"_s, {});
        auto records = tokens.records.emptyRecords();
        constexpr int many = 60'000;
        for (int i = 0; i < many; ++i)
            records.append(Token{.id = QString::number(i),
                .issuedAt = lintNow(),
                .expiresAt = lintNow().addYears(i % 2 == 0 ? 10 : 0).addSecs(60)});
        tokens.records.put(records);
        Lint lint(scene.lists(), {}, nullptr, lintNow);
        lint.run();
        QVERIFY2(lint.isRunning(), "it goes on elsewhere");
        QTRY_VERIFY_WITH_TIMEOUT(lint.judgedAt().isValid(), 60'000);
        QCOMPARE(lint.findings().found(LintRule::Severity::Error), many / 2);
        QCOMPARE(lint.findings().list.size(), Findings::mostPerRule);
        QCOMPARE(lint.findings().records[u"accessTokens"_s], many);
        LintModel model(lint);
        const QString found = model.index(0, LintModel::What).data().toString();
        QVERIFY2(found.contains(QLocale().toString(many / 2)), qPrintable(found));
    }

    void whatIsMutedIsCountedApart()
    {
        LintScene scene;
        scene.add<Client>(u"clients"_s, {leaky(u"a"_s), leaky(u"b"_s, u"http://b.example/"_s)});
        Lint lint(scene.lists(), {}, nullptr, lintNow);
        QSignalSpy told(&lint, &Lint::mutedChanged);
        lint.setActive(true);
        const LintRule &rule = *findLintRule(u"redirect-http"_s);
        lint.setMuted({muteKey(rule, u"clients"_s, u"a"_s)});
        QVERIFY(settled(lint));
        QCOMPARE(told.size(), 1);
        QCOMPARE(lint.findings().found(LintRule::Severity::Error), 1);
        QCOMPARE(lint.findings().muted(), 1);
        LintModel model(lint);
        QCOMPARE(shownIn(model), QStringList{u"Redirect URI without TLS: Client b"_s});
        model.setShown({LintRule::Severity::Error}, true);
        QCOMPARE(shownIn(model), QStringList{u"Redirect URI without TLS: Client a, Client b"_s});
        lint.setMuted({muteKey(rule)});
        QVERIFY(settled(lint));
        QCOMPARE(lint.findings().found(LintRule::Severity::Error), 0);
        QCOMPARE(lint.findings().muted(), 2);
        QVERIFY(model.index(0, 0).data(LintModel::MutedRole).toBool());
        const QModelIndex first = model.index(0, LintModel::What, model.index(0, 0));
        QCOMPARE(first.data().toString(), u"Muted · http://a.example/cb"_s);
        QCOMPARE(first.siblingAtColumn(LintModel::Name).data(Qt::AccessibleTextRole).toString(), u"Error: Client a"_s);
    }

    void theTreeGroupsByRuleOrByRecord()
    {
        LintScene scene;
        Client both = leaky(u"a"_s);
        both.grantTypes << u"password"_s;
        both.accessTokenLifetime = std::chrono::hours(2);
        scene.add<Client>(u"clients"_s, {both, leaky(u"b"_s, u"http://b.example/"_s)});
        Lint lint(scene.lists(), {}, nullptr, lintNow);
        LintModel model(lint);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        lint.setActive(true);
        QVERIFY(settled(lint));
        QCOMPARE(shownIn(model),
            (QStringList{u"Redirect URI without TLS: Client a, Client b"_s, u"Password grant: Client a"_s,
                u"Access tokens of more than an hour: Client a"_s}));
        const QModelIndex first = model.index(0, 0, model.index(0, 0));
        QCOMPARE(model.finding(first)->what, u"http://a.example/cb"_s);
        QCOMPARE(model.indexOf(first.data(LintModel::KeyRole).toString()), first);
        model.setGrouping(LintModel::Grouping::ByRecord);
        QCOMPARE(shownIn(model),
            (QStringList{u"Client a: Redirect URI without TLS, Password grant, Access tokens of more than an hour"_s,
                u"Client b: Redirect URI without TLS"_s}));
        QVERIFY(!model.rule(model.index(0, 0)) && model.rule(model.index(0, 0, model.index(0, 0))));
        model.setShown({LintRule::Severity::Note}, false);
        QCOMPARE(shownIn(model), QStringList{u"Client a: Access tokens of more than an hour"_s});
        model.setShown({}, false);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.indexOf(u"redirect-http"_s).isValid());
    }

    void aFixIsOfTheRecordAsItIsNow()
    {
        LintScene scene;
        auto &clients = scene.add<Client>(u"clients"_s, {leaky(u"a"_s)});
        Lint lint(scene.lists(), {}, nullptr, lintNow);
        lint.run();
        QTRY_VERIFY(lint.judgedAt().isValid());
        const Finding finding = lint.findings().list.first();
        clients.records.put(leaky(u"a"_s, u"http://other.example/"_s));
        const auto draft = lint.fixed(finding);
        QVERIFY(draft && draft->isModified());
        QCOMPARE(clients.saves, 0);
        draft->save();
        QCOMPARE(clients.records.find(u"a"_s)->redirectUris, QStringList{u"https://other.example/"_s});
        QVERIFY2(!lint.fixed(finding), "it is right by now");
        clients.records.remove(u"a"_s);
        QVERIFY(!lint.fixed(finding));
    }

    void reportsSayWhatWasFound()
    {
        LintScene scene;
        Client client = leaky(u"a"_s, u"http://a.example/;x"_s);
        client.name = u"=1+1"_s;
        scene.add<Client>(u"clients"_s, {client});
        Lint lint(scene.lists(), {}, nullptr, lintNow);
        lint.run();
        QTRY_VERIFY(lint.judgedAt().isValid());
        const LintModel model(lint);
        const QByteArrayList lines = csvLintReport(model.shownFindings()).split('\n');
        QCOMPARE(lines.first(), QByteArray("severity,rule,title,kind,id,name,found,source,fixable,muted\r"));
        QCOMPARE(lines.value(1),
            QByteArray("error,redirect-http,Redirect URI without TLS,clients,a,'=1+1,\"http://a.example/;x\","
                       "\"RFC 9700 \u00a72.6, RFC 8252 \u00a77.3\",true,false\r"));
        const QJsonObject json
            = QJsonDocument::fromJson(jsonLintReport(model.shownFindings(), u"Shop"_s, lint.judgedAt())).object();
        QCOMPARE(json[u"server"].toString(), u"Shop"_s);
        QCOMPARE(json[u"judgedAt"].toString(), u"2026-03-20T12:00:00Z"_s);
        QCOMPARE(json[u"findings"][0][u"name"].toString(), u"=1+1"_s);
        QCOMPARE(json[u"findings"][0][u"fixable"].toBool(), true);
    }
};

int tst_lint(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Lint>(argc, argv);
}
#include "tst_lint.moc"
