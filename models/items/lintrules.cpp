// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/lintrules.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

QString foldedName(const QString &name)
{
    return name.simplified().toCaseFolded();
}

std::optional<bool> isPublicClient(const LintRecord &client)
{
    if (client.tells(u"confidential"_s))
        return !client.isOn(u"confidential"_s);
    const QString type = client.text(u"type"_s);
    if (type == "public"_L1 || type == "confidential"_L1)
        return type == "public"_L1;
    // RFC 8252 §8.5: what many copies of a program share is no secret.
    if (client.text(u"applicationType"_s) == "native"_L1)
        return true;
    const QString authentication = client.text(u"tokenEndpointAuthMethod"_s);
    return authentication.isEmpty() ? std::nullopt : std::optional(authentication == "none"_L1);
}

bool LintRule::isFor(const LintList &list) const
{
    return kinds.contains(list.kind)
        && std::all_of(needs.begin(), needs.end(), [&list](const QString &key) { return list.tells(key); });
}

const QList<LintRule> &lintRules()
{
    static const QList<LintRule> all = redirectLintRules() + grantLintRules() + clientLintRules() + tokenLintRules();
    return all;
}

const LintRule *findLintRule(const QString &id)
{
    const auto &all = lintRules();
    const auto found = std::find_if(
        all.begin(), all.end(), [&id](const LintRule &rule) { return id == QLatin1StringView(rule.id); });
    return found == all.end() ? nullptr : &*found;
}

QString lintText(const char *text)
{
    return QCoreApplication::translate("Lint", text);
}

QString severityName(LintRule::Severity severity)
{
    switch (severity) {
    case LintRule::Severity::Error:
        return lintText(QT_TRANSLATE_NOOP("Lint", "Error"));
    case LintRule::Severity::Warning:
        return lintText(QT_TRANSLATE_NOOP("Lint", "Warning"));
    case LintRule::Severity::Note:
        break;
    }
    return lintText(QT_TRANSLATE_NOOP("Lint", "Note"));
}
