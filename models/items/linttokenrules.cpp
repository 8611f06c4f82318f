// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/lintrules.h"

#include "core/timetext.h"

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace tokenlint {

namespace {

const QString expires = u"expires"_s;
const QString issued = u"issued"_s;
const QString created = u"created"_s;
const QString lastUsed = u"lastUsed"_s;
const QString enabled = u"enabled"_s;
constexpr qint64 day = 24LL * 3600 * 1000; // milliseconds
constexpr qint64 year = 365 * day;
constexpr int fixedDays = 90;

LintRule apiTokenRule(const char *id, LintRule::Severity severity, const QStringList &needs)
{
    return {.id = id, .severity = severity, .kinds = {u"apiTokens"_s}, .needs = needs};
}

std::optional<QString> found(bool isWrong)
{
    return isWrong ? std::optional(QString()) : std::nullopt;
}

qint64 age(const LintRecord &record, const QString &key, const LintFacts &facts)
{
    return facts.now.toMSecsSinceEpoch() - record.milliseconds(key);
}

bool isOver(const LintRecord &record, const LintFacts &facts)
{
    return !record.isNone(expires) && age(record, expires, facts) >= 0;
}

LintChanges disabled(const LintRecord &, const LintFacts &)
{
    return {{enabled, false}};
}

LintRule endlessApiTokenRule()
{
    LintRule rule = apiTokenRule("api-token-endless", LintRule::Severity::Warning, {expires, enabled});
    rule.title = QT_TRANSLATE_NOOP("Lint", "API token that never expires");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "It acts with its user's rights for ever, also when nobody remembers where it was copied to. Give it an end, "
        "and "
        "replace it before.");
    rule.source = "OWASP ASVS 5.0 13.2.1 and 13.3.4";
    rule.check = [](const LintRecord &token, const LintFacts &) {
        return found(token.isOn(enabled) && token.isNone(expires));
    };
    rule.fix = [](const LintRecord &, const LintFacts &facts) {
        return LintChanges{{expires, facts.now.date().addDays(fixedDays).startOfDay(Qt::UTC)}};
    };
    return rule;
}

LintRule oldApiTokenRule()
{
    LintRule rule = apiTokenRule("api-token-old", LintRule::Severity::Warning, {created, enabled});
    rule.title = QT_TRANSLATE_NOOP("Lint", "API token of more than a year");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "The longer a token is used, the more places have seen it. Make a new one and delete this when nothing uses it "
        "any longer.");
    rule.source = "OWASP ASVS 5.0 13.3.4";
    rule.check = [](const LintRecord &token, const LintFacts &facts) {
        return found(token.isOn(enabled) && !isOver(token, facts) && !token.isNone(created)
            && age(token, created, facts) > year);
    };
    return rule;
}

LintRule unusedApiTokenRule()
{
    LintRule rule = apiTokenRule("api-token-unused", LintRule::Severity::Note, {created, lastUsed, enabled});
    rule.title = QT_TRANSLATE_NOOP("Lint", "API token that nobody uses");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "It was not used for 90 days, or never in the 30 days since it was made. A token nobody misses is best "
        "disabled.");
    rule.check = [](const LintRecord &token, const LintFacts &facts) {
        const bool isUnused = token.isNone(lastUsed) ? !token.isNone(created) && age(token, created, facts) > 30 * day
                                                     : age(token, lastUsed, facts) > 90 * day;
        return found(token.isOn(enabled) && !isOver(token, facts) && isUnused);
    };
    rule.fix = disabled;
    return rule;
}

LintRule expiredApiTokenRule()
{
    LintRule rule = apiTokenRule("api-token-expired", LintRule::Severity::Note, {expires, enabled});
    rule.title = QT_TRANSLATE_NOOP("Lint", "API token that has expired");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "It opens nothing any longer. As long as it is enabled, a new date is enough to bring it back, with all its "
        "copies.");
    rule.check = [](const LintRecord &token, const LintFacts &facts) {
        return found(token.isOn(enabled) && isOver(token, facts));
    };
    rule.fix = disabled;
    return rule;
}

// A list the console remembers may lack what the server did not say.
LintRule endlessTokenRule(const char *id, LintRule::Severity severity, const QString &kind)
{
    return {.id = id,
        .severity = severity,
        .kinds = {kind},
        .needs = {expires},
        .check = [](const LintRecord &token, const LintFacts &) {
            return found(token.isOfWholeList() && token.isNone(expires));
        }};
}

LintRule endlessAccessRule()
{
    LintRule rule = endlessTokenRule("access-token-endless", LintRule::Severity::Error, u"accessTokens"_s);
    rule.title = QT_TRANSLATE_NOOP("Lint", "Access token that never expires");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "Whoever gets hold of it has access until somebody notices and revokes it. Access tokens should live for an "
        "hour or less.");
    rule.source = "RFC 6750 §5.3";
    return rule;
}

LintRule endlessRefreshRule()
{
    LintRule rule = endlessTokenRule("refresh-token-endless", LintRule::Severity::Warning, u"refreshTokens"_s);
    rule.title = QT_TRANSLATE_NOOP("Lint", "Refresh token that never expires");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "It gets new access for ever, also after its user has left. A refresh token needs an end of its own, however "
        "often it is used.");
    rule.source = "RFC 9700 §4.14.2, OWASP ASVS 5.0 10.4.8";
    return rule;
}

qint64 lifeOf(const LintRecord &token) // milliseconds
{
    return token.milliseconds(expires) - token.milliseconds(issued);
}

LintRule lifeRule(const char *id, LintRule::Severity severity, const QStringList &kinds, qint64 above, qint64 upTo)
{
    return {.id = id,
        .severity = severity,
        .kinds = kinds,
        .needs = {issued, expires},
        .check =
            [above, upTo](const LintRecord &token, const LintFacts &facts) {
                if (token.isNone(issued) || token.isNone(expires) || isOver(token, facts))
                    return found(false);
                const qint64 life = lifeOf(token);
                return found(life > above && life <= upTo);
            },
        .what = [](const LintRecord &token) { return durationText(seconds(lifeOf(token) / 1000)); }};
}

LintRule yearsRule()
{
    LintRule rule = lifeRule("token-years", LintRule::Severity::Error, {u"accessTokens"_s, u"refreshTokens"_s}, year,
        std::numeric_limits<qint64>::max());
    rule.title = QT_TRANSLATE_NOOP("Lint", "Token that lives for more than a year");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "Some products issue tokens for ten years unless told otherwise. Ask for a shorter lifetime, and revoke this "
        "one "
        "when it was replaced.");
    rule.source = "RFC 6750 §5.3, RFC 9700 §4.14.2";
    return rule;
}

LintRule daysRule()
{
    LintRule rule = lifeRule("access-token-days", LintRule::Severity::Note, {u"accessTokens"_s}, day, year);
    rule.title = QT_TRANSLATE_NOOP("Lint", "Access token that lives for more than a day");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "A stolen access token works until it expires. An hour or less is what is recommended; longer should have a "
        "reason.");
    rule.source = "RFC 6750 §5.3";
    return rule;
}

LintRule unusedScopeRule()
{
    return {.id = "scope-unused",
        .severity = LintRule::Severity::Note,
        .kinds = {u"scopes"_s},
        .needs = {u"id"_s},
        .title = QT_TRANSLATE_NOOP("Lint", "Scope no client has"),
        .reason = QT_TRANSLATE_NOOP(
            "Lint", "Nobody can be granted it. It is either left over, or somebody has yet to give it to a client."),
        .check = [](const LintRecord &scope, const LintFacts &facts) {
            return found(facts.usedScopes && !facts.usedScopes->contains(scope.id()));
        }};
}

LintRule defaultUserRule()
{
    return {.id = "user-default",
        .severity = LintRule::Severity::Warning,
        .kinds = {u"users"_s},
        .needs = {u"name"_s},
        .title = QT_TRANSLATE_NOOP("Lint", "User with a name everybody tries"),
        .reason = QT_TRANSLATE_NOOP("Lint",
            "Products come with accounts of this name, and attackers try them first. Give administrators accounts of "
            "their own and disable this one."),
        .source = "OWASP ASVS 5.0 6.3.2",
        .check = [](const LintRecord &user, const LintFacts &) -> std::optional<QString> {
            static const QStringList names{
                u"admin"_s, u"administrator"_s, u"root"_s, u"sa"_s, u"mzadmin"_s, u"guest"_s, u"test"_s};
            if (user.tells(enabled) && !user.isOn(enabled))
                return std::nullopt;
            return found(names.contains(user.text(u"name"_s).section(u'@', 0, 0).toLower()));
        }};
}

}

}

QList<LintRule> tokenLintRules()
{
    using namespace tokenlint;
    return {endlessApiTokenRule(), oldApiTokenRule(), unusedApiTokenRule(), expiredApiTokenRule(), endlessAccessRule(),
        endlessRefreshRule(), yearsRule(), daysRule(), unusedScopeRule(), defaultUserRule()};
}
