// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/lint.h"
#include "tests/dialects/demoserver.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;

namespace {

// What must be found in each demo, as "rule: names"; tokens, which are many, as "rule: how many".
QHash<QString, QStringList> expectedFindings()
{
    return {
        {u"Teneo Manager"_s,
            {u"access-lifetime-hours: Chat Widget Shop, Inquire, Legacy Bridge"_s, u"api-token-endless: backup"_s,
                u"api-token-old: backup"_s}},
        {u"MediationZone"_s, {u"scope-admin: Operations Console"_s, u"scope-unknown: Archive Export"_s}},
        {u"Autentico"_s, {u"grant-password: Ops Portal, Partner Gateway"_s}},
        {u"Autentico (later version)"_s,
            {u"grant-password: Ops Portal, Partner Gateway"_s, u"user-default: admin@example.test"_s}},
        {u"Wyn Enterprise"_s,
            {u"client-published: Bearer token of admin for integration"_s,
                u"token-years: Bearer token of admin for integration"_s}},
        {u"Any standard server"_s, {u"secret-endless: Shop"_s}},
    };
}

QStringList linesOf(const Findings &findings)
{
    QStringList lines;
    for (const LintRule &rule : lintRules()) {
        QStringList names;
        for (const Finding &finding : findings.list)
            if (finding.rule == &rule)
                names << finding.name;
        std::sort(names.begin(), names.end());
        if (!names.isEmpty())
            lines << u"%1: %2"_s.arg(QLatin1StringView(rule.id),
                names.size() > 12 ? QString::number(findings.counts[&rule].found) : names.join(u", "_s));
    }
    return lines;
}

}

// Every rule over every product's demo, as the console reads it.
class tst_LintDemos : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachDemoHasItsFindings_data()
    {
        QTest::addColumn<qsizetype>("place");
        for (qsizetype i = 0; i < demos().size(); ++i)
            QTest::newRow(qPrintable(demos()[i].title)) << i;
    }
    void eachDemoHasItsFindings()
    {
        QFETCH(const qsizetype, place);
        DemoServer demo(demos()[place]);
        for (Collection *collection : demo.server().collections())
            loaded(demo.server(), collection->kind());
        if (demo.server().collection(u"clients"_s) && !demo.server().dialect().clients.list)
            demo.make(u"clients"_s);
        // Where the server lists none, there are the ones this console got.
        if (!demo.server().dialect().accessTokens.list) {
            const SignInValues values = demo.valuesFor(demo.demo().grant);
            const IssuedToken issued = demo.issued(demo.demo().grant, values);
            QCOMPARE(awaited(demo.server().tokens().remember(demo.server().tokens().recordOf(issued, values))), "ok");
        }
        Lint lint(
            demo.server().collections(), demo.demo().dialect, nullptr, [&demo] { return demo.persona().time.now(); });
        lint.run();
        QTRY_VERIFY(lint.judgedAt().isValid());
        QCOMPARE(linesOf(lint.findings()).join(u'\n'), expectedFindings()[demo.demo().title].join(u'\n'));
        // Whatever can be fixed can be opened in the editor, and is right in its eyes.
        for (const Finding &finding : lint.findings().list) {
            const auto draft = lint.fixed(finding);
            QCOMPARE(draft != nullptr, finding.hasFix);
            for (int field = 0; draft && field < draft->fieldCount(); ++field)
                QCOMPARE(draft->problem(field), QString());
        }
    }
};

int tst_lintdemos(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_LintDemos>(argc, argv);
}
#include "tst_lintdemos.moc"
