// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/lintrules.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace grantlint {

namespace {

const QString grants = u"grantTypes"_s;
const QString responses = u"responseTypes"_s;
const QString method = u"tokenEndpointAuthMethod"_s;
const QString methods = u"tokenEndpointAuthMethods"_s; // where a server takes several

// A token for the browser: RFC 6749 §3.1.1, OAuth 2.0 Multiple Response Type Encoding Practices.
bool bringsToken(const QString &response)
{
    return response.split(u' ').contains(u"token"_s);
}

// Glewlwyd calls the grant by its response type.
bool isImplicit(const QString &grant)
{
    return grant == "implicit"_L1 || grant == "token"_L1;
}

bool isPassword(const QString &grant)
{
    return grant == "password"_L1;
}

// Without these. Nothing, when what is left could not get a token: what instead is for a person to say.
template <typename Test>
LintChanges withoutGrants(const LintRecord &client, Test isWrong)
{
    QStringList left = client.list(grants);
    left.removeIf(isWrong);
    const bool isUseful
        = std::any_of(left.begin(), left.end(), [](const QString &grant) { return grant != "refresh_token"_L1; });
    return isUseful ? LintChanges{{grants, left}} : LintChanges();
}

LintRule passwordRule()
{
    return {.id = "grant-password",
        .severity = LintRule::Severity::Error,
        .kinds = {u"clients"_s},
        .needs = {grants},
        .title = QT_TRANSLATE_NOOP("Lint", "Password grant"),
        .reason = QT_TRANSLATE_NOOP("Lint",
            "The application sees the passwords of its users, who learn to type them anywhere, and no second factor "
            "can "
            "be asked for. Use the authorization code."),
        .source = "RFC 9700 §2.4, OWASP ASVS 5.0 10.4.4",
        .check = [](const LintRecord &client, const LintFacts &) { return offending(client.list(grants), isPassword); },
        .fix = [](const LintRecord &client, const LintFacts &) { return withoutGrants(client, isPassword); }};
}

LintChanges withoutImplicit(const LintRecord &client)
{
    LintChanges changes;
    if (offending(client.list(grants), isImplicit)) {
        changes = withoutGrants(client, isImplicit);
        if (changes.isEmpty())
            return {};
    }
    QStringList left = client.list(responses);
    if (left.removeIf(bringsToken) == 0)
        return changes;
    return left.isEmpty() ? LintChanges() : changes << LintChange{responses, left};
}

LintRule implicitRule()
{
    return {.id = "grant-implicit",
        .severity = LintRule::Severity::Error,
        .kinds = {u"clients"_s},
        .needs = {grants},
        .title = QT_TRANSLATE_NOOP("Lint", "Implicit grant"),
        .reason = QT_TRANSLATE_NOOP("Lint",
            "Access tokens come in the address of a page, from where they get into histories, logs and other pages' "
            "hands, and cannot be bound to the client. Use the authorization code with PKCE."),
        .source = "RFC 9700 §2.1.2, OWASP ASVS 5.0 10.4.4",
        .check = [](const LintRecord &client, const LintFacts &) -> std::optional<QString> {
            if (auto grant = offending(client.list(grants), isImplicit))
                return grant;
            return offending(client.list(responses), bringsToken);
        },
        .fix = [](const LintRecord &client, const LintFacts &) { return withoutImplicit(client); }};
}

bool isClientCredentials(const QString &grant)
{
    return grant == "client_credentials"_L1;
}

LintRule publicCredentialsRule()
{
    return {.id = "public-client-credentials",
        .severity = LintRule::Severity::Error,
        .kinds = {u"clients"_s},
        .needs = {grants},
        .title = QT_TRANSLATE_NOOP("Lint", "Public client with its own credentials"),
        .reason = QT_TRANSLATE_NOOP("Lint",
            "A public client cannot keep a secret, so that anybody gets tokens in its name. Only confidential clients "
            "may have this grant."),
        .source = "RFC 6749 §4.4",
        .check = [](const LintRecord &client, const LintFacts &) -> std::optional<QString> {
            if (!isPublicClient(client).value_or(false))
                return std::nullopt;
            return offending(client.list(grants), isClientCredentials);
        },
        .fix = [](const LintRecord &client, const LintFacts &) { return withoutGrants(client, isClientCredentials); }};
}

bool isBySecret(const QString &authentication)
{
    return authentication.startsWith("client_secret_"_L1);
}

QString methodKey(const LintRecord &client)
{
    return client.tells(methods) ? methods : method;
}

LintChanges methodChange(const LintRecord &client, const QString &word)
{
    const QString key = methodKey(client);
    return {{key, key == methods ? QVariant(QStringList{word}) : QVariant(word)}};
}

LintRule publicSecretRule()
{
    return {.id = "public-client-secret",
        .severity = LintRule::Severity::Warning,
        .kinds = {u"clients"_s},
        .title = QT_TRANSLATE_NOOP("Lint", "Public client that is told apart by a secret"),
        .reason = QT_TRANSLATE_NOOP("Lint",
            "A secret that is in every copy of an application is not one: it proves nothing, and lends a confidence "
            "that "
            "is not deserved."),
        .source = "RFC 8252 §8.5",
        .check = [](const LintRecord &client, const LintFacts &) -> std::optional<QString> {
            if (!isPublicClient(client).value_or(false))
                return std::nullopt;
            return offending(client.list(methodKey(client)), isBySecret);
        },
        .fix = [](const LintRecord &client, const LintFacts &) { return methodChange(client, u"none"_s); }};
}

// Where only the way of authentication tells a public client, the two agree by definition.
LintRule confidentialRule()
{
    return {.id = "confidential-client-open",
        .severity = LintRule::Severity::Warning,
        .kinds = {u"clients"_s},
        .title = QT_TRANSLATE_NOOP("Lint", "Confidential client that need not authenticate"),
        .reason = QT_TRANSLATE_NOOP("Lint",
            "Whoever knows its ID can use codes and refresh tokens in its place, although it could keep a secret."),
        .source = "RFC 9700 §2.5, OWASP ASVS 5.0 10.4.10",
        .check = [](const LintRecord &client, const LintFacts &) -> std::optional<QString> {
            if (isPublicClient(client).value_or(true))
                return std::nullopt;
            return offending(client.list(methodKey(client)), [](const QString &word) { return word == "none"_L1; });
        },
        .fix
        = [](const LintRecord &client, const LintFacts &) { return methodChange(client, u"client_secret_basic"_s); }};
}

}

}

QList<LintRule> grantLintRules()
{
    using namespace grantlint;
    return {passwordRule(), implicitRule(), publicCredentialsRule(), publicSecretRule(), confidentialRule()};
}
