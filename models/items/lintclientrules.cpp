// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/lintrules.h"

#include "core/timetext.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace clientlint {

namespace {

const QString accessLifetime = u"accessTokenLifetime"_s;
const QString refreshLifetime = u"refreshTokenLifetime"_s;
const QString scopesKey = u"scopes"_s;
constexpr seconds hour = std::chrono::hours(1);
constexpr seconds day = std::chrono::hours(24);
constexpr seconds mostRefresh = 90 * day;
constexpr seconds usualRefresh = 30 * day;
constexpr int manyScopes = 15;
constexpr qint64 idleMilliseconds = 30LL * 24 * 3600 * 1000;

LintRule clientRule(const char *id, LintRule::Severity severity, const QStringList &needs)
{
    return {.id = id, .severity = severity, .kinds = {u"clients"_s}, .needs = needs};
}

std::optional<QString> hit(bool isWrong, const QString &what = {})
{
    return isWrong ? std::optional(what) : std::nullopt;
}

// 0 is "the server decides", of which nothing can be said.
LintRule lifetimeRule(
    const char *id, LintRule::Severity severity, const QString &key, seconds above, seconds upTo, seconds better)
{
    LintRule rule = clientRule(id, severity, {key});
    rule.check = [key, above, upTo](const LintRecord &client, const LintFacts &) {
        const seconds lifetime = client.duration(key);
        return hit(lifetime > above && lifetime <= upTo, durationText(lifetime));
    };
    rule.fix = [key, better](const LintRecord &, const LintFacts &) {
        return LintChanges{{key, QVariant::fromValue(better)}};
    };
    return rule;
}

LintRule longLifetimeRule()
{
    LintRule rule
        = lifetimeRule("access-lifetime", LintRule::Severity::Warning, accessLifetime, day, seconds::max(), hour);
    rule.title = QT_TRANSLATE_NOOP("Lint", "Access tokens of more than a day");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "A stolen access token works until it expires; often nothing else ends it. An hour or less, and a refresh "
        "token "
        "for the rest, is what is recommended.");
    rule.source = "RFC 6750 §5.3";
    return rule;
}

LintRule hoursRule()
{
    LintRule rule = lifetimeRule("access-lifetime-hours", LintRule::Severity::Note, accessLifetime, hour, day, hour);
    rule.title = QT_TRANSLATE_NOOP("Lint", "Access tokens of more than an hour");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "A stolen access token works until it expires. An hour or less is what is recommended; longer should have a "
        "reason.");
    rule.source = "RFC 6750 §5.3";
    return rule;
}

LintRule refreshRule()
{
    LintRule rule = lifetimeRule(
        "refresh-lifetime", LintRule::Severity::Warning, refreshLifetime, mostRefresh, seconds::max(), usualRefresh);
    rule.title = QT_TRANSLATE_NOOP("Lint", "Refresh tokens of more than 90 days");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "Whoever has a refresh token gets access as long as it lives, also after the person has left. It should end, "
        "and sooner where it is not used.");
    rule.source = "RFC 9700 §4.14.2, OWASP ASVS 5.0 10.4.8";
    return rule;
}

LintRule refreshShorterRule()
{
    LintRule rule = clientRule("refresh-shorter", LintRule::Severity::Warning, {accessLifetime, refreshLifetime});
    rule.title = QT_TRANSLATE_NOOP("Lint", "Refresh tokens end before access tokens");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "A refresh token is there to get the next access token. One that ends first is of no use, and people sign in "
        "again for nothing.");
    rule.source = "RFC 6749 §1.5";
    rule.check = [](const LintRecord &client, const LintFacts &) {
        const seconds refresh = client.duration(refreshLifetime);
        return hit(refresh > seconds(0) && refresh < client.duration(accessLifetime), durationText(refresh));
    };
    return rule;
}

// RFC 7591 §3.2.1: seconds since 1970, 0: never. Servers say it where they say it, or not at all.
qint64 secretEnd(const LintRecord &client)
{
    const bool hasSecret = !isPublicClient(client).value_or(false);
    return hasSecret ? client.raw(u"client_secret_expires_at"_s).toInteger(-1) : -1;
}

LintRule endlessSecretRule()
{
    LintRule rule = clientRule("secret-endless", LintRule::Severity::Note, {});
    rule.title = QT_TRANSLATE_NOOP("Lint", "Client secret that never expires");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "A secret that got into a log or a repository stays good for ever. Replace it from time to time, or let the "
        "server do so.");
    rule.source = "RFC 7591 §3.2.1, OWASP ASVS 5.0 13.3.4";
    rule.check = [](const LintRecord &client, const LintFacts &) { return hit(secretEnd(client) == 0); };
    return rule;
}

LintRule endedSecretRule()
{
    LintRule rule = clientRule("secret-expired", LintRule::Severity::Error, {});
    rule.title = QT_TRANSLATE_NOOP("Lint", "Client secret that has expired");
    rule.reason = QT_TRANSLATE_NOOP("Lint", "The client can no longer authenticate and gets no tokens.");
    rule.source = "RFC 7591 §3.2.1";
    rule.check = [](const LintRecord &client, const LintFacts &facts) {
        const qint64 end = secretEnd(client);
        return hit(end > 0 && end <= facts.now.toSecsSinceEpoch());
    };
    return rule;
}

LintRule namelessRule()
{
    LintRule rule = clientRule("client-nameless", LintRule::Severity::Note, {u"name"_s});
    rule.title = QT_TRANSLATE_NOOP("Lint", "Client without a name");
    rule.reason = QT_TRANSLATE_NOOP(
        "Lint", "People are asked to trust it by its name, and administrators cannot tell what it is for.");
    rule.source = "RFC 7591 §2";
    rule.check = [](const LintRecord &client, const LintFacts &) {
        return hit(client.text(u"name"_s).simplified().isEmpty());
    };
    return rule;
}

LintRule sameNameRule()
{
    LintRule rule = clientRule("client-same-name", LintRule::Severity::Warning, {u"name"_s});
    rule.title = QT_TRANSLATE_NOOP("Lint", "Client with another's name");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "Nobody can tell the two apart, where they are asked for consent or where tokens are listed. It is also how a "
        "client poses as another.");
    rule.source = "RFC 7591 §5";
    rule.check = [](const LintRecord &client, const LintFacts &facts) {
        const QString name = client.text(u"name"_s);
        return hit(facts.clientNames.value(foldedName(name)) > 1, name);
    };
    return rule;
}

// Names and numbers that manuals print, so that everybody knows what opens them.
bool isPublished(const QString &dialect, const QString &clientId)
{
    return (dialect == "wyn"_L1 && clientId == "integration"_L1)
        || (dialect == "autentico"_L1 && clientId == "el_autentico_!"_L1);
}

LintRule publishedRule()
{
    LintRule rule = clientRule("client-published", LintRule::Severity::Warning, {});
    rule.kinds << u"accessTokens"_s;
    rule.title = QT_TRANSLATE_NOOP("Lint", "Client of the product's manual");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "Its ID, and in older manuals its secret, is published. Make sure that the secret was replaced, or use a "
        "client "
        "of your own.");
    rule.source = "OWASP ASVS 5.0 13.2.3";
    rule.check = [](const LintRecord &record, const LintFacts &facts) -> std::optional<QString> {
        if (facts.dialect != "wyn"_L1 && facts.dialect != "autentico"_L1)
            return std::nullopt; // of the others none is known, and there may be a million tokens
        const QStringList ids{record.text(u"clientId"_s), record.text(u"client"_s), record.text(u"id"_s)};
        return offending(ids, [&facts](const QString &id) { return isPublished(facts.dialect, id); });
    };
    return rule;
}

LintRule manyScopesRule()
{
    LintRule rule = clientRule("scopes-many", LintRule::Severity::Note, {scopesKey});
    rule.title = QT_TRANSLATE_NOOP("Lint", "Client with very many scopes");
    rule.reason = QT_TRANSLATE_NOOP(
        "Lint", "A client should have the scopes it needs and no others: they are what its stolen token opens.");
    rule.source = "RFC 9700 §2.3, OWASP ASVS 5.0 10.4.11";
    rule.check = [](const LintRecord &client, const LintFacts &) {
        const auto count = client.list(scopesKey).size();
        return hit(count > manyScopes, QString::number(count));
    };
    return rule;
}

// A word of it is "admin", or begins with it, or it is everything there is.
bool isPowerful(const QString &scope)
{
    static const QRegularExpression admin(
        u"(^|[^a-z])(admin|administrat[a-z]*|superuser|root)($|[^a-z])"_s, QRegularExpression::CaseInsensitiveOption);
    return scope == "*"_L1 || scope.endsWith(":*"_L1) || admin.match(scope).hasMatch();
}

LintRule powerRule()
{
    LintRule rule = clientRule("scope-admin", LintRule::Severity::Warning, {scopesKey});
    rule.title = QT_TRANSLATE_NOOP("Lint", "Client that may administer");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "By its name this scope opens administration, or everything. Keep it to few clients, each with a reason, and "
        "to "
        "short tokens.");
    rule.source = "RFC 9700 §2.3, OWASP ASVS 5.0 10.4.11";
    rule.check
        = [](const LintRecord &client, const LintFacts &) { return offending(client.list(scopesKey), isPowerful); };
    return rule;
}

LintRule unknownScopeRule()
{
    LintRule rule = clientRule("scope-unknown", LintRule::Severity::Warning, {scopesKey});
    rule.title = QT_TRANSLATE_NOOP("Lint", "Client with a scope the server does not have");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "Its tokens lack it. Should somebody add a scope of this name later, the client would have it without anybody "
        "deciding so.");
    rule.source = "RFC 6749 §3.3";
    rule.check = [](const LintRecord &client, const LintFacts &facts) -> std::optional<QString> {
        if (!facts.scopes)
            return std::nullopt;
        return offending(
            client.list(scopesKey), [&facts](const QString &scope) { return !facts.scopes->contains(scope); });
    };
    rule.fix = [](const LintRecord &client, const LintFacts &facts) {
        QStringList left = client.list(scopesKey);
        left.removeIf([&facts](const QString &scope) { return !facts.scopes->contains(scope); });
        return LintChanges{{scopesKey, left}};
    };
    return rule;
}

LintRule disabledRule()
{
    LintRule rule = clientRule("disabled-with-tokens", LintRule::Severity::Warning, {u"enabled"_s});
    rule.title = QT_TRANSLATE_NOOP("Lint", "Disabled client whose tokens are in force");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "It gets no new tokens, but those it has still open what they opened. Revoke them where it was disabled for a "
        "reason.");
    rule.source = "RFC 7592 §2.3";
    rule.check = [](const LintRecord &client, const LintFacts &facts) -> std::optional<QString> {
        if (client.isOn(u"enabled"_s))
            return std::nullopt;
        const int tokens = facts.tokensOfClients.value(client.id());
        return hit(tokens > 0, QString::number(tokens));
    };
    return rule;
}

LintRule idleRule()
{
    LintRule rule = clientRule("client-idle", LintRule::Severity::Note, {u"enabled"_s, u"createdAt"_s});
    rule.title = QT_TRANSLATE_NOOP("Lint", "Client without any token in force");
    rule.reason = QT_TRANSLATE_NOOP("Lint",
        "It was made more than 30 days ago and has no token now. If nothing uses it any longer, disable it: what is "
        "not "
        "there cannot be misused.");
    rule.check = [](const LintRecord &client, const LintFacts &facts) {
        const bool isOld = !client.isNone(u"createdAt"_s)
            && facts.now.toMSecsSinceEpoch() - client.milliseconds(u"createdAt"_s) > idleMilliseconds;
        return hit(facts.areTokensKnown && isOld && client.isOn(u"enabled"_s)
            && facts.tokensOfClients.value(client.id()) == 0);
    };
    return rule;
}

}

}

QList<LintRule> clientLintRules()
{
    using namespace clientlint;
    return {publishedRule(), longLifetimeRule(), hoursRule(), refreshRule(), refreshShorterRule(), endedSecretRule(),
        endlessSecretRule(), powerRule(), manyScopesRule(), unknownScopeRule(), sameNameRule(), namelessRule(),
        disabledRule(), idleRule()};
}
