// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/lintrecord.h"

#include <functional>
#include <optional>

// What rules know of a server beside the record they judge.
struct LintFacts {
    QString dialect{}; // id
    QDateTime now{}; // UTC
    QHash<QString, int> clientNames{}; // how many clients have each; as foldedName() makes them
    QHash<QString, int> redirectUris{}; // how many clients have each
    std::optional<QSet<QString>> scopes{}; // of the server; none: not known
    std::optional<QSet<QString>> usedScopes{}; // of any client
    QHash<QString, int> tokensOfClients{}; // in force, by client id, as far as lists are loaded
    bool areTokensKnown = false; // all that are in force
};
QString foldedName(const QString &name); // the same for names that are easily mistaken for each other
// RFC 6749 §2.1, as far as the server tells.
std::optional<bool> isPublicClient(const LintRecord &client);

// What fixing would put into a field.
struct LintChange {
    QString key{}; // of the field
    QVariant value{};
};
using LintChanges = QList<LintChange>;

// Something that can be wrong with a record, why it is, who says so, and what would be right.
struct LintRule {
    enum class Severity { Error, Warning, Note };
    const char *id = ""; // stays the same for ever: reports and what is muted go by it
    Severity severity = Severity::Note;
    QStringList kinds{}; // of the collections it is about
    QStringList needs{}; // keys of fields; where a server has not all of them, the rule cannot say anything
    const char *title = ""; // context "Lint", what is wrong, without a full stop
    const char *reason = ""; // context "Lint", one or two sentences
    const char *source = ""; // UTF-8; empty: good practice that no standard asks for
    // The offending values, which may be empty text; none: nothing is wrong, or nothing can be said.
    std::function<std::optional<QString>(const LintRecord &, const LintFacts &)> check{};
    // The same text, where a long list would wait for it to be made for every row; the check then says nothing.
    std::function<QString(const LintRecord &)> what{};
    // For a record the check has found something in. None: nobody but a person can know what would be right.
    std::function<LintChanges(const LintRecord &, const LintFacts &)> fix{};
    bool isFor(const LintList &list) const;
};

// Every rule there is, in the order of what they are about.
const QList<LintRule> &lintRules();
const LintRule *findLintRule(const QString &id); // null when there is none
QString lintText(const char *text); // context "Lint"
QString severityName(LintRule::Severity severity); // translated, "Error"

// Parts of the table.
QList<LintRule> redirectLintRules();
QList<LintRule> grantLintRules();
QList<LintRule> clientLintRules();
QList<LintRule> tokenLintRules();

// The values a test says yes to, in one text; none: there are none.
template <typename Test>
std::optional<QString> offending(const QStringList &values, Test test)
{
    QStringList found;
    for (const QString &value : values)
        if (test(value) && !found.contains(value))
            found << value;
    return found.isEmpty() ? std::nullopt : std::optional(found.join(QStringLiteral(", ")));
}
