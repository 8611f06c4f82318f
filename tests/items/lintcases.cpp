// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/items/lintcases.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

QDateTime lintNow()
{
    return QDateTime(QDate(2026, 3, 20), QTime(12, 0), Qt::UTC);
}

// Whether a client is public is told by its type here; those that say so otherwise have tests of their own.
template <typename T>
QList<Field<T>> LintScene::fieldsOf() const
{
    auto all = fields<T>();
    if constexpr (std::is_same_v<T, Client>) {
        const auto add = [&all](const char *key, FieldKind kind, const QString &name) {
            all << Field<Client>{key, "", kind, editable, RawKey{name}};
        };
        add("responseTypes", FieldKind::List, u"response_types"_s);
        add("tokenEndpointAuthMethod", FieldKind::Choice, u"token_endpoint_auth_method"_s);
        add("postLogoutRedirectUris", FieldKind::List, u"post_logout_redirect_uris"_s);
        add("postLogoutRedirectUri", FieldKind::Url, u"post_logout_redirect_uri"_s);
    }
    all.removeIf([this](const Field<T> &field) {
        const QString key = QString::fromLatin1(field.key);
        return key == "confidential"_L1 || m_without.contains(key);
    });
    return all;
}

namespace {

using ChangeClient = std::function<void(Client &)>;
using ChangeApiToken = std::function<void(ApiToken &)>;
using ChangeToken = std::function<void(Token &)>;

Client goodClient(const QString &id = u"x"_s)
{
    Client client;
    client.id = id;
    client.name = u"Name of "_s + id;
    client.type = u"confidential"_s;
    client.url = u"https://shop.example/"_s;
    client.redirectUris = {u"https://%1.example/cb"_s.arg(id)};
    client.grantTypes = {u"authorization_code"_s, u"refresh_token"_s};
    client.scopes = {u"read"_s};
    client.accessTokenLifetime = std::chrono::hours(1);
    client.refreshTokenLifetime = std::chrono::hours(24 * 30);
    client.createdAt = lintNow().addDays(-10);
    client.raw[u"token_endpoint_auth_method"] = u"client_secret_basic"_s;
    return client;
}

Client changed(const ChangeClient &change, const QString &id = u"x"_s)
{
    Client client = goodClient(id);
    change(client);
    return client;
}

LintCase clientCase(const char *rule, const ChangeClient &wrong, const ChangeClient &right)
{
    const auto scene = [](const ChangeClient &change) {
        return [change](LintScene &made) { made.add<Client>(u"clients"_s, {changed(change)}); };
    };
    return {QString::fromLatin1(rule), scene(wrong), scene(right)};
}

LintCase redirectCase(const char *rule, const QStringList &wrong, const QStringList &right)
{
    return clientCase(
        rule, [wrong](Client &client) { client.redirectUris = wrong; },
        [right](Client &client) { client.redirectUris = right; });
}

LintCase rawCase(const char *rule, const QString &key, const QJsonValue &wrong, const QJsonValue &right)
{
    return clientCase(
        rule, [key, wrong](Client &client) { client.raw[key] = wrong; },
        [key, right](Client &client) { client.raw[key] = right; });
}

// Beside another client, which is y.
LintCase besideCase(const char *rule, const ChangeClient &wrong, const ChangeClient &right, const ChangeClient &both)
{
    const auto scene = [both](const ChangeClient &change) {
        return [both, change](LintScene &made) {
            made.add<Client>(u"clients"_s, {changed(both), changed(change, u"y"_s)});
        };
    };
    return {QString::fromLatin1(rule), scene(wrong), scene(right)};
}

Token goodToken()
{
    return {.id = u"x"_s, .clientId = u"x"_s, .issuedAt = lintNow().addSecs(-60), .expiresAt = lintNow().addSecs(3000)};
}

LintCase tokenCase(const char *rule, const QString &kind, const ChangeToken &wrong, const ChangeToken &right)
{
    const auto scene = [kind](const ChangeToken &change) {
        return [kind, change](LintScene &made) {
            Token token = goodToken();
            change(token);
            made.dialect = u"wyn"_s;
            made.add<Token>(kind, {token});
        };
    };
    return {QString::fromLatin1(rule), scene(wrong), scene(right)};
}

LintCase lifeCase(const char *rule, const QString &kind, qint64 wrong, qint64 right)
{
    const auto lasting
        = [](qint64 seconds) { return [seconds](Token &token) { token.expiresAt = token.issuedAt.addSecs(seconds); }; };
    return tokenCase(rule, kind, lasting(wrong), lasting(right));
}

LintCase apiTokenCase(const char *rule, const ChangeApiToken &wrong, const ChangeApiToken &right)
{
    const auto scene = [](const ChangeApiToken &change) {
        return [change](LintScene &made) {
            ApiToken token{.id = u"x"_s,
                .name = u"export"_s,
                .expiresAt = lintNow().addDays(20),
                .createdAt = lintNow().addDays(-20),
                .lastUsedAt = lintNow().addDays(-1)};
            change(token);
            made.add<ApiToken>(u"apiTokens"_s, {token});
        };
    };
    return {QString::fromLatin1(rule), scene(wrong), scene(right)};
}

// With a token of the client x, and all lists there may be of tokens.
LintCase holderCase(const char *rule, const ChangeClient &client, const ChangeToken &wrong, const ChangeToken &right)
{
    const auto scene = [client](const ChangeToken &change) {
        return [client, change](LintScene &made) {
            Token token = goodToken();
            change(token);
            made.add<Client>(u"clients"_s, {changed(client)});
            made.add<Token>(u"accessTokens"_s, {token});
        };
    };
    return {QString::fromLatin1(rule), scene(wrong), scene(right)};
}

QList<LintCase> redirectCases()
{
    const auto same = [](const QString &uri) { return [uri](Client &client) { client.redirectUris = {uri}; }; };
    const QString loopback = u"http://127.0.0.1/cb"_s;
    return {redirectCase("redirect-http", {u"https://a.example/cb"_s, u"http://shop.example:80/cb"_s},
                {u"http://127.0.0.1/cb"_s, u"http://[::1]:80/cb"_s}),
        redirectCase(
            "redirect-localhost", {u"http://localhost:8080/localhost"_s}, {u"http://127.0.0.1:8080/localhost"_s}),
        redirectCase("redirect-wildcard", {u"https://*.example.com/cb"_s}, {u"https://a.example/cb?x=%2A"_s}),
        redirectCase("redirect-fragment", {u"https://a.example/cb#x"_s}, {u"https://a.example/cb%23x"_s}),
        redirectCase("redirect-browser-scheme", {u"javascript:alert(1)"_s}, {u"com.example.javascript:/cb"_s}),
        redirectCase("redirect-scheme", {u"myapp:/cb"_s}, {u"com.example.app:/cb"_s}),
        redirectCase("redirect-duplicate",
            {u"https://a.example/cb"_s, u"https://b.example"_s, u"https://a.example/cb"_s},
            {u"https://a.example/cb"_s, u"https://a.example/CB"_s}),
        clientCase(
            "redirect-missing", [](Client &client) { client.redirectUris.clear(); },
            [](Client &client) {
                client.redirectUris.clear();
                client.grantTypes = {u"client_credentials"_s};
            }),
        besideCase("redirect-shared", same(u"https://a.example/cb"_s), same(u"https://b.example/cb"_s),
            [loopback](Client &client) {
                client.redirectUris = {u"https://a.example/cb"_s, loopback};
            }),
        rawCase("sign-out-http", u"post_logout_redirect_uri"_s, u"http://a.example"_s, u"http://127.0.0.1/out"_s),
        rawCase("sign-outs-http", u"post_logout_redirect_uris"_s,
            QJsonArray{u"https://a.example"_s, u"http://b.example"_s},
            QJsonArray{u"https://a.example"_s, u"com.example.app:/out"_s}),
        clientCase(
            "client-url-http", [](Client &client) { client.url = u"http://shop.example/"_s; },
            [](Client &client) { client.url = u"http://127.0.0.1:9000/"_s; })};
}

QList<LintCase> grantCases()
{
    const auto granted = [](const QStringList &grants, const QString &type = u"confidential"_s) {
        return [grants, type](Client &client) {
            client.grantTypes = grants;
            client.type = type;
        };
    };
    const auto authenticated = [](const QString &type, const QString &method) {
        return [type, method](Client &client) {
            client.type = type;
            client.raw[u"token_endpoint_auth_method"] = method;
        };
    };
    const auto implicit = [](const QStringList &grants, const QJsonArray &responses) {
        return [grants, responses](Client &client) {
            client.grantTypes = grants;
            client.raw[u"response_types"] = responses;
        };
    };
    const QString code = u"authorization_code"_s;
    return {clientCase("grant-password", granted({code, u"password"_s}), granted({code, u"password_reset"_s})),
        clientCase("grant-implicit", implicit({code, u"implicit"_s}, {u"code"_s, u"code id_token token"_s}),
            implicit({code}, {u"code"_s, u"id_token"_s})),
        clientCase("public-client-credentials", granted({code, u"client_credentials"_s}, u"public"_s),
            granted({code, u"client_credentials"_s})),
        clientCase("public-client-secret", authenticated(u"public"_s, u"client_secret_basic"_s),
            authenticated(u"public"_s, u"none"_s)),
        clientCase("confidential-client-open", authenticated(u"confidential"_s, u"none"_s),
            authenticated(u"confidential"_s, u"private_key_jwt"_s))};
}

QList<LintCase> clientCases()
{
    const auto living = [](qint64 access, qint64 refresh) {
        return [access, refresh](Client &client) {
            client.accessTokenLifetime = seconds(access);
            client.refreshTokenLifetime = seconds(refresh);
        };
    };
    const auto scoped = [](const QStringList &scopes) { return [scopes](Client &client) { client.scopes = scopes; }; };
    const auto called = [](const QString &name) { return [name](Client &client) { client.name = name; }; };
    const auto many = [](int count) {
        QStringList scopes;
        for (int i = 0; i < count; ++i)
            scopes << u"s%1"_s.arg(i);
        return scopes;
    };
    const qint64 day = 86400;
    const qint64 now = lintNow().toSecsSinceEpoch();
    const auto onServer = [](const QStringList &scopes) {
        return [scopes](LintScene &made) {
            made.add<Client>(u"clients"_s, {changed([&scopes](Client &client) { client.scopes = scopes; })});
            made.add<Scope>(u"scopes"_s, {Scope{.id = u"read"_s}});
        };
    };
    return {clientCase("access-lifetime", living(day + 1, 2 * day), living(day, 2 * day)),
        clientCase("access-lifetime-hours", living(3601, day), living(3600, day)),
        clientCase("refresh-lifetime", living(3600, 90 * day + 1), living(3600, 90 * day)),
        clientCase("refresh-shorter", living(3600, 3599), living(3600, 3600)),
        rawCase("secret-expired", u"client_secret_expires_at"_s, now, now + 1),
        rawCase("secret-endless", u"client_secret_expires_at"_s, 0, now + 1),
        clientCase("scope-admin", scoped({u"read"_s, u"admin_workflow"_s}), scoped({u"read"_s, u"badminton"_s})),
        clientCase("scopes-many", scoped(many(16)), scoped(many(15))),
        {u"scope-unknown"_s, onServer({u"read"_s, u"lost"_s}), onServer({u"read"_s})},
        besideCase("client-same-name", called(u" NAME  of X"_s), called(u"Name of x 2"_s), [](Client &) {}),
        clientCase("client-nameless", called(u" "_s), called(u"S"_s)),
        holderCase(
            "disabled-with-tokens", [](Client &client) { client.enabled = false; }, [](Token &) {},
            [](Token &token) { token.expiresAt = lintNow(); }),
        holderCase(
            "client-idle", [](Client &client) { client.createdAt = lintNow().addDays(-31); },
            [](Token &token) { token.clientId = u"y"_s; }, [](Token &) {}),
        tokenCase(
            "client-published", u"accessTokens"_s, [](Token &token) { token.clientId = u"integration"_s; },
            [](Token &token) { token.clientId = u"integration2"_s; })};
}

QList<LintCase> tokenCases()
{
    const auto endless = [](Token &token) { token.expiresAt = {}; };
    const auto good = [](Token &) {};
    const qint64 day = 86400;
    const auto using_ = [](const QString &scope) {
        return [scope](LintScene &made) {
            made.add<Client>(u"clients"_s, {changed([&scope](Client &client) { client.scopes = {scope}; })});
            made.add<Scope>(u"scopes"_s, {Scope{.id = u"x"_s}});
        };
    };
    const auto user = [](const QString &name) {
        return [name](LintScene &made) { made.add<User>(u"users"_s, {User{.id = u"x"_s, .name = name}}); };
    };
    return {apiTokenCase(
                "api-token-endless", [](ApiToken &token) { token.expiresAt = {}; },
                [](ApiToken &token) { token.expiresAt = lintNow().addYears(1); }),
        apiTokenCase(
            "api-token-old", [](ApiToken &token) { token.createdAt = lintNow().addDays(-366); },
            [](ApiToken &token) { token.createdAt = lintNow().addDays(-365); }),
        apiTokenCase(
            "api-token-unused", [](ApiToken &token) { token.lastUsedAt = lintNow().addDays(-91); },
            [](ApiToken &token) { token.lastUsedAt = lintNow().addDays(-90); }),
        apiTokenCase(
            "api-token-expired", [](ApiToken &token) { token.expiresAt = lintNow(); },
            [](ApiToken &token) { token.expiresAt = lintNow().addSecs(1); }),
        tokenCase("access-token-endless", u"accessTokens"_s, endless, good),
        tokenCase("refresh-token-endless", u"refreshTokens"_s, endless, good),
        lifeCase("token-years", u"refreshTokens"_s, 365 * day + 1, 365 * day),
        lifeCase("access-token-days", u"accessTokens"_s, day + 1, day),
        {u"scope-unused"_s, using_(u"y"_s), using_(u"x"_s)},
        {u"user-default"_s, user(u"Admin@example.test"_s), user(u"adminka"_s)}};
}

}

const QList<LintCase> &lintCases()
{
    static const QList<LintCase> all = redirectCases() + grantCases() + clientCases() + tokenCases();
    return all;
}
