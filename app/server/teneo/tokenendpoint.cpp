// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/tokenendpoint.h"

#include "app/server/random.h"

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

namespace {

struct Token {
    QString kind{};
    QString type{};
    QString clientId{};
    QString userId{};
    QString family{};
    int seconds = 0;
};

struct RefreshToken {
    QString id{};
    QString userId{};
    QString family{};
};

}

static RefreshToken readRefreshToken(const QSqlQuery &query)
{
    return {.id = query.value(0).toString(), .userId = query.value(1).toString(), .family = query.value(2).toString()};
}

static QString store(Call &call, const Token &token)
{
    QString value = newUuid();
    call.database.change(
        uR"(INSERT INTO teneo_tokens (id, hash, kind, type, client_id, user_id, family, issued_at, expires_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?))"_s,
        {newUuid(), digest(value), token.kind, token.type, token.clientId, token.userId, token.family, call.now,
            call.now + token.seconds * qint64(1000)});
    return value;
}

static QJsonObject storeAccessToken(Call &call, const Token &token)
{
    return {{u"access_token"_s, store(call, token)}, {u"token_type"_s, u"bearer"_s}, {u"expires_in"_s, token.seconds}};
}

QJsonObject issueUserTokens(Call &call, const ClientIdentity &client, const QString &userId, const QString &family)
{
    Token token{.kind = u"ACCESS"_s,
        .type = u"USER"_s,
        .clientId = client.id,
        .userId = userId,
        .family = family.isEmpty() ? newUuid() : family,
        .seconds = client.accessSeconds};
    QJsonObject answer = storeAccessToken(call, token);
    token.kind = u"REFRESH"_s;
    token.seconds = client.refreshSeconds;
    answer[u"refresh_token"_s] = store(call, token);
    return answer;
}

static Answer byClientCredentials(Call &call, const Credentials &credentials)
{
    if (const auto client = findClient(call.database, credentials)) {
        return jsonResponse(200,
            storeAccessToken(call,
                {.kind = u"ACCESS"_s, .type = u"CLIENT"_s, .clientId = client->id, .seconds = client->accessSeconds}));
    }
    const auto user = findUser(call.database, credentials.id, credentials.secret);
    if (!user || !user->isAdmin)
        return invalidClient();
    return jsonResponse(200,
        storeAccessToken(
            call, {.kind = u"ACCESS"_s, .type = u"ADMIN"_s, .userId = user->id, .seconds = defaultAccessSeconds}));
}

static Answer byPassword(Call &call, const ClientIdentity &client, const Form &form)
{
    if (form.value(u"username").isEmpty() || form.value(u"password").isEmpty())
        return badRequest(u"username and password are required."_s);
    const auto user = findUser(call.database, form.value(u"username"), form.value(u"password"));
    if (!user)
        return refuse(400, "invalid_grant", u"The user name or password is wrong."_s);
    return jsonResponse(200, issueUserTokens(call, client, user->id));
}

static Answer byRefreshToken(Call &call, const ClientIdentity &client, const Form &form)
{
    if (form.value(u"refresh_token").isEmpty())
        return badRequest(u"refresh_token is required."_s);
    const auto token = call.database.one(uR"(SELECT id, user_id, family FROM teneo_tokens
        WHERE hash = ? AND kind = 'REFRESH' AND client_id = ? AND expires_at > ?)"_s,
        {digest(form.value(u"refresh_token")), client.id, call.now}, readRefreshToken);
    if (!token)
        return refuse(
            400, "invalid_grant", u"The refresh token is unknown, expired, revoked, used, or another client's."_s);
    call.database.change(u"DELETE FROM teneo_tokens WHERE id = ?"_s, {token->id});
    return jsonResponse(200, issueUserTokens(call, client, token->userId, token->family));
}

static std::optional<Refusal> parameterProblem(const Form &form)
{
    static const QStringList known{
        u"grant_type"_s, u"client_id"_s, u"client_secret"_s, u"username"_s, u"password"_s, u"refresh_token"_s};
    QStringList seen;
    const QStringList names = form.names();
    for (const QString &name : names) {
        if (!known.contains(name))
            return badRequest(u"There is a parameter this endpoint does not know."_s).value();
        if (seen.contains(name))
            return badRequest(u"%1 is given twice."_s.arg(name)).value();
        seen.append(name);
    }
    if (form.value(u"grant_type").isEmpty())
        return badRequest(u"grant_type is required."_s).value();
    return std::nullopt;
}

Answer issueToken(Call &call)
{
    const auto form = readForm(call.request);
    if (!form)
        return tl::unexpected(form.error());
    if (const auto problem = parameterProblem(*form))
        return tl::unexpected(*problem);
    const QString grant = form->value(u"grant_type");
    if (grant != "client_credentials"_L1 && grant != "password"_L1 && grant != "refresh_token"_L1)
        return refuse(
            400, "unsupported_grant_type", u"The grants are client_credentials, password and refresh_token."_s);
    const auto credentials = readCredentials(call.request, *form);
    if (!credentials)
        return tl::unexpected(credentials.error());
    if (grant == "client_credentials"_L1)
        return byClientCredentials(call, *credentials);
    const auto client = findClient(call.database, *credentials);
    if (!client)
        return invalidClient();
    return grant == "password"_L1 ? byPassword(call, *client, *form) : byRefreshToken(call, *client, *form);
}

}
