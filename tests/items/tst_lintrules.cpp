// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/items/lintcases.h"
#include "tests/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

// What is found, as "rule kind/id".
QSet<QString> foundIn(Lint &lint)
{
    lint.run();
    [[maybe_unused]] const bool ended = QTest::qWaitFor([&lint] { return !lint.isRunning(); }, 10'000);
    QSet<QString> found;
    for (const Finding &finding : lint.findings().list)
        found.insert(u"%1 %2/%3"_s.arg(QLatin1StringView(finding.rule->id), finding.kind, finding.id));
    return found;
}

bool findsX(const QSet<QString> &found, const QString &rule)
{
    return std::any_of(found.begin(), found.end(),
        [&rule](const QString &one) { return one.startsWith(rule + u' ') && one.endsWith("/x"_L1); });
}

void eachLintCase()
{
    QTest::addColumn<qsizetype>("place");
    for (qsizetype i = 0; i < lintCases().size(); ++i)
        QTest::newRow(qPrintable(lintCases()[i].rule)) << i;
}

}

class tst_LintRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRuleHasAPair()
    {
        QSet<QString> paired;
        for (const LintCase &one : lintCases())
            paired.insert(one.rule);
        QSet<QString> ids;
        for (const LintRule &rule : lintRules()) {
            const QString id = QString::fromLatin1(rule.id);
            QVERIFY2(!ids.contains(id), rule.id);
            ids.insert(id);
            QVERIFY2(*rule.title && *rule.reason && rule.check && !rule.kinds.isEmpty(), rule.id);
            QVERIFY2(!QString::fromUtf8(rule.title).endsWith(u'.'), rule.id);
            QVERIFY2(QString::fromUtf8(rule.reason).endsWith(u'.'), rule.id);
        }
        QCOMPARE(paired, ids);
        QVERIFY(ids.size() >= 18);
    }

    void wrongIsFoundAndRightIsNot_data() { eachLintCase(); }
    void wrongIsFoundAndRightIsNot()
    {
        QFETCH(qsizetype, place);
        const LintCase &one = lintCases()[place];
        LintScene wrong, right;
        one.wrong(wrong);
        one.right(right);
        Lint ofWrong(wrong.lists(), wrong.dialect, nullptr, lintNow);
        Lint ofRight(right.lists(), right.dialect, nullptr, lintNow);
        QVERIFY(findsX(foundIn(ofWrong), one.rule));
        QVERIFY(!findsX(foundIn(ofRight), one.rule));
    }

    // A server that has no such property is neither right nor wrong.
    void whatIsNotToldIsNotJudged_data() { eachLintCase(); }
    void whatIsNotToldIsNotJudged()
    {
        QFETCH(qsizetype, place);
        const LintCase &one = lintCases()[place];
        const LintRule *rule = findLintRule(one.rule);
        QVERIFY(rule);
        for (const QString &key : rule->needs) {
            LintScene scene({key});
            one.wrong(scene);
            Lint lint(scene.lists(), scene.dialect, nullptr, lintNow);
            QVERIFY2(!findsX(foundIn(lint), one.rule), qPrintable(key));
        }
    }

    void aFixEndsItAndChangesNothingElse_data() { eachLintCase(); }
    void aFixEndsItAndChangesNothingElse()
    {
        QFETCH(qsizetype, place);
        const LintCase &one = lintCases()[place];
        LintScene scene;
        one.wrong(scene);
        Lint lint(scene.lists(), scene.dialect, nullptr, lintNow);
        const QSet<QString> before = foundIn(lint);
        const auto &list = lint.findings().list;
        const auto finding = std::find_if(list.begin(), list.end(), [&one](const Finding &candidate) {
            return one.rule == QLatin1StringView(candidate.rule->id) && candidate.id == "x"_L1;
        });
        QVERIFY(finding != list.end());
        QCOMPARE(finding->hasFix, bool(finding->rule->fix)); // each pair is of one that can be fixed, if any can
        const auto draft = lint.fixed(*finding);
        QCOMPARE(draft != nullptr, finding->hasFix);
        if (!draft)
            return;
        QSet<QString> wanted;
        LintList lists = lintListOf(*lint.collection(finding->kind));
        for (const LintChange &change : finding->rule->fix(
                 LintRecord(lists, *lint.collection(finding->kind)->model()->rowOf(u"x"_s)), lint.findings().facts))
            wanted.insert(change.key);
        for (int field = 0; field < draft->fieldCount(); ++field)
            QCOMPARE(draft->value(field) != draft->originalValue(field), wanted.contains(draft->field(field).key));
        draft->save();
        const QSet<QString> after = foundIn(lint);
        QVERIFY(!findsX(after, one.rule));
        QVERIFY2(before.contains(after), "a fix makes nothing else wrong");
    }

    void whatOnlyAPersonKnowsIsNotFixed()
    {
        LintScene scene;
        Client alone{.id = u"x"_s, .name = u"x"_s, .grantTypes = {u"password"_s, u"refresh_token"_s}};
        scene.add<Client>(u"clients"_s, {alone});
        Lint lint(scene.lists(), {}, nullptr, lintNow);
        QVERIFY(findsX(foundIn(lint), u"grant-password"_s));
        for (const Finding &finding : lint.findings().list)
            QVERIFY(!finding.hasFix && !lint.fixed(finding));
    }

    void whatCannotBeChangedHasNoFix()
    {
        LintScene scene;
        Client client{.id = u"x"_s, .name = u"x"_s, .accessTokenLifetime = std::chrono::hours(2)};
        scene.add<Client>(u"clients"_s, {client}).can = Operation::Remove;
        Lint lint(scene.lists(), {}, nullptr, lintNow);
        QVERIFY(findsX(foundIn(lint), u"access-lifetime-hours"_s));
        QVERIFY(!lint.findings().list.first().hasFix && !lint.fixed(lint.findings().list.first()));
    }

    // Of a list the console remembers, what is missing was never told, and what is not in it may be elsewhere.
    void whatIsRememberedIsNoWholeList()
    {
        LintScene scene;
        scene.add<Token>(u"accessTokens"_s, {Token{.id = u"x"_s, .clientId = u"y"_s}}).memory = u"These only."_s;
        scene.add<Client>(u"clients"_s, {Client{.id = u"x"_s, .name = u"x"_s, .createdAt = lintNow().addDays(-90)}})
            .memory
            = u"These only."_s;
        scene.add<Scope>(u"scopes"_s, {Scope{.id = u"x"_s}});
        Lint lint(scene.lists(), {}, nullptr, lintNow);
        QCOMPARE(foundIn(lint), QSet<QString>());
    }

    // Glewlwyd has a list where others have one way of authentication.
    void severalWaysOfAuthenticationAreOneList()
    {
        FakeCollection<Client> clients(u"clients"_s,
            QList<Field<Client>>{{"confidential", "", FieldKind::Switch, editable, &Client::confidential},
                {"tokenEndpointAuthMethods", "", FieldKind::List, editable, RawKey{u"token_endpoint_auth_method"_s}}});
        Client client{.id = u"x"_s, .confidential = false};
        client.raw[u"token_endpoint_auth_method"] = QJsonArray{u"client_secret_basic"_s, u"client_secret_post"_s};
        clients.onServer = {client};
        clients.refresh();
        Lint lint({&clients}, {}, nullptr, lintNow);
        QCOMPARE(foundIn(lint), QSet<QString>{u"public-client-secret clients/x"_s});
        lint.fixed(lint.findings().list.first())->save();
        QCOMPARE(clients.records.find(u"x"_s)->raw[u"token_endpoint_auth_method"], QJsonArray{u"none"_s});
        QVERIFY(foundIn(lint).isEmpty());
    }

    void publicIsToldInThreeWays_data()
    {
        QTest::addColumn<QList<Field<Client>>>("fields");
        QTest::addColumn<Client>("client");
        QTest::addColumn<QString>("answer");
        Client byWay{.id = u"x"_s};
        byWay.raw[u"token_endpoint_auth_method"] = u"none"_s;
        Client native{.id = u"x"_s};
        native.raw[u"application_type"] = u"native"_s;
        const Field<Client> way{
            "tokenEndpointAuthMethod", "", FieldKind::Choice, {}, RawKey{u"token_endpoint_auth_method"_s}};
        const Field<Client> kind{"applicationType", "", FieldKind::Choice, {}, RawKey{u"application_type"_s}};
        const auto own = chosenFields<Client>({{"confidential"}, {"type"}});
        QTest::newRow("confidential") << own << Client{.id = u"x"_s, .type = u"public"_s} << u"no"_s;
        QTest::newRow("not confidential") << own << Client{.id = u"x"_s, .confidential = false} << u"yes"_s;
        QTest::newRow("type") << chosenFields<Client>({{"type"}}) << Client{.id = u"x"_s, .type = u"public"_s}
                              << u"yes"_s;
        QTest::newRow("another type") << chosenFields<Client>({{"type"}}) << Client{.id = u"x"_s, .type = u"STUDIO"_s}
                                      << u"unknown"_s;
        QTest::newRow("no authentication") << QList<Field<Client>>{way} << byWay << u"yes"_s;
        QTest::newRow("application") << QList<Field<Client>>{way, kind} << native << u"yes"_s;
        QTest::newRow("nothing") << QList<Field<Client>>{way} << Client{.id = u"x"_s} << u"unknown"_s;
    }
    void publicIsToldInThreeWays()
    {
        QFETCH(const QList<Field<Client>>, fields);
        QFETCH(const Client, client);
        QFETCH(const QString, answer);
        FakeCollection<Client> clients(u"clients"_s, fields);
        clients.onServer = {client};
        clients.refresh();
        const LintList list = lintListOf(clients);
        const auto isPublic = isPublicClient(LintRecord(list, list.rows.front()));
        QCOMPARE(!isPublic ? u"unknown"_s : *isPublic ? u"yes"_s : u"no"_s, answer);
    }
};

int tst_lintrules(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_LintRules>(argc, argv);
}
#include "tst_lintrules.moc"
