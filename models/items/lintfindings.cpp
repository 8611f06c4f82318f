// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/lintfindings.h"

#include <algorithm>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

qint64 Findings::found(LintRule::Severity severity) const
{
    qint64 sum = 0;
    for (auto count = counts.begin(); count != counts.end(); ++count)
        sum += count.key()->severity == severity ? count->found : 0;
    return sum;
}

qint64 Findings::muted() const
{
    return std::accumulate(counts.begin(), counts.end(), qint64(0),
        [](qint64 sum, const FindingCount &count) { return sum + count.muted; });
}

QString muteKey(const LintRule &rule)
{
    return QString::fromLatin1(rule.id);
}

QString muteKey(const LintRule &rule, const QString &kind, const QString &id)
{
    return u"%1/%2/%3"_s.arg(QLatin1StringView(rule.id), kind, id);
}

static void addClientFacts(const LintList &clients, LintFacts &facts)
{
    QSet<QString> used;
    for (const quint32 row : clients.rows) {
        const LintRecord client(clients, row);
        if (const QString name = foldedName(client.text(u"name"_s)); !name.isEmpty())
            ++facts.clientNames[name];
        const QStringList uris = client.list(u"redirectUris"_s);
        for (const QString &uri : QSet<QString>(uris.begin(), uris.end()))
            ++facts.redirectUris[uri];
        for (const QString &scope : client.list(u"scopes"_s))
            used.insert(scope);
    }
    if (clients.isWhole && clients.tells(u"scopes"_s))
        facts.usedScopes = used;
}

static void addScopeFacts(const LintList &scopes, LintFacts &facts)
{
    if (!scopes.isWhole)
        return;
    QSet<QString> ids;
    for (const quint32 row : scopes.rows)
        ids.insert(scopes.idOf(*scopes.cells, row));
    facts.scopes = ids;
}

// Counted by the numbers of the ids, for there may be a million.
static void addTokenFacts(const LintList &tokens, LintFacts &facts, const Cancelled &cancelled)
{
    const int client = tokens.columns.value(u"clientId"_s, -1);
    const int expires = tokens.columns.value(u"expires"_s, -1);
    if (client < 0)
        return;
    const Cell now = timeCell(facts.now.toMSecsSinceEpoch());
    std::vector<int> counts(tokens.cells->dictionary(client).size() + 1);
    for (const quint32 row : tokens.rows) {
        if (cancelled)
            return;
        const Cell end = expires < 0 ? 0 : tokens.cells->cell(row, expires);
        if (end == 0 || end > now)
            ++counts[size_t(tokens.cells->cell(row, client))];
    }
    for (size_t number = 1; number < counts.size(); ++number)
        if (counts[number] > 0)
            facts.tokensOfClients[QString::fromUtf8(tokens.cells->dictionary(client).text(quint32(number)))]
                += counts[number];
}

LintFacts lintFacts(const LintInput &input, const Cancelled &cancelled)
{
    LintFacts facts{.dialect = input.dialect, .now = input.now, .areTokensKnown = input.areTokensKnown};
    for (const LintList &list : input.lists) {
        if (list.kind == "clients"_L1)
            addClientFacts(list, facts);
        else if (list.kind == "scopes"_L1)
            addScopeFacts(list, facts);
        else if (list.kind == "accessTokens"_L1 || list.kind == "refreshTokens"_L1)
            addTokenFacts(list, facts, cancelled);
    }
    return facts;
}

static bool canFix(const LintRule &rule, const LintList &list, const LintRecord &record, const LintFacts &facts)
{
    if (!rule.fix)
        return false;
    const LintChanges changes = rule.fix(record, facts);
    return !changes.isEmpty() && std::all_of(changes.begin(), changes.end(), [&list](const LintChange &change) {
        return list.editable.contains(change.key);
    });
}

static void judge(const LintRule &rule, const LintList &list, const QSet<QString> &muted, Findings &findings,
    const Cancelled &cancelled)
{
    const bool isMutedRule = muted.contains(muteKey(rule));
    const QString prefix = muteKey(rule, list.kind, {});
    const bool mayBeMuted
        = std::any_of(muted.begin(), muted.end(), [&prefix](const QString &key) { return key.startsWith(prefix); });
    FindingCount &count = findings.counts[&rule];
    for (const quint32 row : list.rows) {
        if (cancelled)
            return;
        const LintRecord record(list, row);
        const auto what = rule.check(record, findings.facts);
        if (!what)
            continue;
        const bool isMuted = isMutedRule || (mayBeMuted && muted.contains(prefix + record.id()));
        if (++(isMuted ? count.muted : count.found) > Findings::mostPerRule)
            continue;
        findings.list << Finding{.rule = &rule,
            .kind = list.kind,
            .id = record.id(),
            .name = list.nameOf(*list.cells, row),
            .what = rule.what ? rule.what(record) : *what,
            .hasFix = canFix(rule, list, record, findings.facts),
            .isMuted = isMuted};
    }
}

Findings findingsOf(const LintInput &input, const Cancelled &cancelled)
{
    Findings findings{.facts = lintFacts(input, cancelled)};
    for (const LintList &list : input.lists)
        findings.records[list.kind] = qint64(list.rows.size());
    for (const LintRule &rule : lintRules()) {
        bool isUsed = false;
        for (const LintList &list : input.lists)
            if (rule.isFor(list)) {
                isUsed = true;
                judge(rule, list, input.muted, findings, cancelled);
            }
        findings.rules += isUsed ? 1 : 0;
    }
    return findings;
}
