// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/wyn/connect.h"

#include "app/server/basic.h"
#include "app/server/random.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace server::wyn {

static constexpr int defaultSeconds = 315'360'000; // ten years
static constexpr qsizetype longestName = 100;

namespace {

struct Client {
    QString id{};
    QString scope{};
};

}

static Response withoutCache(Response response)
{
    response.headers = {{"Content-Type", "application/json; charset=UTF-8"},
        {"Cache-Control", "no-store, no-cache, max-age=0"}, {"Pragma", "no-cache"}};
    return response;
}

Response connectErrorResponse(const QByteArray &error, const QString &description)
{
    QJsonObject object{{u"error"_s, QString::fromLatin1(error)}};
    if (!description.isEmpty())
        object[u"error_description"_s] = description;
    return withoutCache(jsonResponse(400, object));
}

static bool isForm(const Request &request)
{
    return request.hasContentType("application/x-www-form-urlencoded");
}

// A parameter may come once (RFC 6749 §3.2).
static std::optional<Form> readOnce(const Request &request)
{
    auto form = Form::parse(request.body);
    if (!form)
        return std::nullopt;
    QStringList names = form->names();
    return names.removeDuplicates() == 0 ? form : std::nullopt;
}

static Client readClient(const QSqlQuery &query)
{
    return {.id = query.value(0).toString(), .scope = query.value(1).toString()};
}

static std::optional<Client> findClient(const Call &call, const Form &form)
{
    const Credentials credentials
        = clientBasicOf(call.request).value_or(Credentials{form.value(u"client_id"), form.value(u"client_secret")});
    return call.database.one(u"SELECT id, scope FROM wyn_clients WHERE id = ? AND secret = ? AND enabled = 1"_s,
        {credentials.id, digest(credentials.secret)}, readClient);
}

// All scopes of the client when none are asked for; nothing when one is not the client's to have.
static std::optional<QString> grantedScope(const Form &form, const Client &client)
{
    QStringList asked = form.value(u"scope").split(u' ', Qt::SkipEmptyParts);
    if (asked.isEmpty())
        return client.scope;
    asked.removeDuplicates();
    const QStringList allowed = client.scope.split(u' ');
    const bool mayHaveAll
        = std::all_of(asked.begin(), asked.end(), [&](const QString &scope) { return allowed.contains(scope); });
    return mayHaveAll ? std::optional(asked.join(u' ')) : std::nullopt;
}

static tl::expected<QString, Refusal> findUser(const Call &call, const Form &form)
{
    const QString name = form.value(u"username");
    const QString password = form.value(u"password");
    if (name.isEmpty() || name.size() > longestName || password.size() > longestName)
        return refuse(400, "invalid_grant", {});
    if (!call.database.exists(u"SELECT 1 FROM wyn_users WHERE name = ? AND password = ?"_s, {name, digest(password)}))
        return refuse(400, "invalid_grant", u"invalid_username_or_password"_s);
    return name;
}

static tl::expected<QString, Refusal> findTenant(const Call &call, const Form &form)
{
    const QString path = form.value(u"tenant_path");
    if (path.isEmpty())
        return u"/"_s;
    if (!call.database.exists(u"SELECT 1 FROM wyn_tenants WHERE path = ?"_s, {path}))
        return refuse(400, "invalid_grant", u"invalid_tenant_path"_s);
    return path;
}

static tl::expected<int, Refusal> readLifetime(const Form &form)
{
    const QString text = form.value(u"access-token-lifetime");
    if (text.isEmpty())
        return defaultSeconds;
    bool isNumber = false;
    const int seconds = text.toInt(&isNumber);
    if (!isNumber || seconds <= 0)
        return refuse(400, "invalid_request", u"access-token-lifetime must be a positive number of seconds"_s);
    return seconds;
}

static std::optional<Refusal> grantProblem(const QString &grant)
{
    static const QStringList others{u"authorization_code"_s, u"client_credentials"_s, u"refresh_token"_s};
    if (grant == "password"_L1)
        return std::nullopt;
    return refuse(400, others.contains(grant) ? "unauthorized_client" : "unsupported_grant_type", {}).value();
}

// What the request asks for, checked in IdentityServer's order.
static tl::expected<Token, Refusal> readToken(const Call &call, const Form &form)
{
    const auto client = findClient(call, form);
    if (!client)
        return refuse(400, "invalid_client", {});
    if (const auto problem = grantProblem(form.value(u"grant_type")))
        return tl::unexpected(*problem);
    const auto scope = grantedScope(form, *client);
    if (!scope)
        return refuse(400, "invalid_scope", {});
    const auto user = findUser(call, form);
    if (!user)
        return tl::unexpected(user.error());
    const auto tenant = findTenant(call, form);
    if (!tenant)
        return tl::unexpected(tenant.error());
    const auto seconds = readLifetime(form);
    if (!seconds)
        return tl::unexpected(seconds.error());
    return Token{.clientId = client->id,
        .userName = *user,
        .tenantPath = *tenant,
        .scope = *scope,
        .issuedAt = call.now,
        .expiresAt = call.now + *seconds * qint64(1000)};
}

Response issueToken(const Call &call)
{
    const auto form = isForm(call.request) ? readOnce(call.request) : std::nullopt;
    if (!form)
        return connectErrorResponse("invalid_request");
    const auto token = readToken(call, *form);
    if (!token)
        return connectErrorResponse(token.error().code, token.error().description);
    const QString value = newTokenValue();
    insertToken(call.database, value, *token);
    return withoutCache(jsonResponse(200,
        QJsonObject{{u"access_token"_s, value}, {u"expires_in"_s, (token->expiresAt - token->issuedAt) / 1000},
            {u"token_type"_s, u"Bearer"_s}, {u"scope"_s, token->scope}}));
}

Response revokeToken(const Call &call)
{
    if (!isForm(call.request))
        return {.status = 415};
    const auto form = readOnce(call.request);
    if (!form)
        return connectErrorResponse("invalid_request");
    const auto client = findClient(call, *form);
    if (!client)
        return connectErrorResponse("invalid_client");
    if (form->value(u"token").isEmpty())
        return connectErrorResponse("invalid_request");
    const QString hint = form->value(u"token_type_hint");
    if (!hint.isEmpty() && hint != "access_token"_L1 && hint != "refresh_token"_L1)
        return connectErrorResponse("unsupported_token_type");
    call.database.change(
        u"DELETE FROM wyn_tokens WHERE hash = ? AND client_id = ?"_s, {digest(form->value(u"token")), client->id});
    return {};
}

}
