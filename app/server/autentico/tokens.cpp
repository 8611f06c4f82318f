// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/autentico/tokens.h"

#include "app/server/autentico/bearer.h"
#include "app/server/autentico/clientrows.h"
#include "app/server/autentico/issue.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace server::autentico {

namespace {

// What a request for introspection or revocation brings: in version 2 also who asks.
struct Question {
    QString token{};
    std::optional<Client> client{}; // none: an administrator, or in version 1 anyone
};

}

static bool isJson(const Request &request)
{
    return request.hasContentType("application/json");
}

static tl::expected<Question, Refusal> readQuestion(const Call &call, bool asJson)
{
    Question question;
    Form form;
    if (asJson) {
        const auto object = readObject(call.request);
        if (!object)
            return tl::unexpected(object.error());
        question.token = object->value("token"_L1).toString();
    } else {
        const auto read = readForm(call.request);
        if (!read)
            return tl::unexpected(read.error());
        form = *read;
        question.token = form.value(u"token");
    }
    if (call.state.isLater && bearerToken(call.request).isEmpty()) {
        const auto client = authenticate(call, form);
        if (!client || !*client || (*client)->isPublic())
            return refuse(401, "invalid_client", u"A client's credentials or an administrator's token are required."_s);
        question.client = *client;
    } else if (call.state.isLater) {
        if (const auto administrator = requireAdministrator(call); !administrator)
            return tl::unexpected(administrator.error());
    }
    if (question.token.isEmpty())
        return badRequest(u"token: cannot be blank."_s);
    return question;
}

static QJsonObject describe(const Call &call, const StoredToken &token)
{
    QJsonObject answer{{u"active"_s, true}, {u"scope"_s, token.scope}, {u"client_id"_s, audience(false)},
        {u"token_type"_s, u"Bearer"_s}, {u"exp"_s, token.accessExpiresAt / 1000}, {u"iat"_s, token.issuedAt / 1000},
        {u"sub"_s, token.userId}, {u"jti"_s, token.id}};
    if (!call.state.isLater)
        return answer;
    answer[u"client_id"_s] = token.clientId;
    answer[u"iss"_s] = call.issuer();
    answer[u"aud"_s] = token.userId.isEmpty() ? token.clientId : audience(true);
    if (token.userId.isEmpty())
        answer[u"sub"_s] = token.clientId;
    return answer;
}

static bool isRefreshInForce(const Call &call, const StoredToken &token)
{
    return !token.isRevoked && token.isSessionActive && token.refreshExpiresAt > call.now;
}

static Answer introspectLater(const Call &call, const Question &question)
{
    const auto inactive = [] { return jsonResponse(200, QJsonObject{{u"active"_s, false}}); };
    const bool isAccess = readAccessToken(call, question.token).has_value();
    const auto token = isAccess ? findByAccessToken(call.database, question.token)
                                : findByRefreshToken(call.database, question.token);
    if (!token || !isRefreshInForce(call, *token) || (question.client && token->clientId != question.client->id))
        return inactive();
    QJsonObject answer = describe(call, *token);
    if (!isAccess)
        answer[u"exp"_s] = token->refreshExpiresAt / 1000;
    return jsonResponse(200, answer);
}

Answer introspect(Call &call)
{
    const auto question = readQuestion(call, !call.state.isLater || isJson(call.request));
    if (!question)
        return tl::unexpected(question.error());
    if (call.state.isLater)
        return introspectLater(call, *question);
    const auto token
        = readAccessToken(call, question->token) ? findByAccessToken(call.database, question->token) : std::nullopt;
    if (!token || token->isRevoked)
        return refuse(401, "invalid_token", u"The token is invalid, expired or revoked."_s);
    if (!token->isSessionActive)
        return refuse(401, "invalid_grant", u"The session has ended."_s);
    return jsonResponse(200, describe(call, *token));
}

Answer revokeToken(Call &call)
{
    const auto question = readQuestion(call, call.state.isLater && isJson(call.request));
    if (!question)
        return tl::unexpected(question.error());
    const bool isAccess = readAccessToken(call, question->token).has_value();
    if (!isAccess && !call.state.isLater)
        return refuse(401, "invalid_token", u"The token is invalid or expired."_s);
    const auto token = isAccess ? findByAccessToken(call.database, question->token)
                                : findByRefreshToken(call.database, question->token);
    if (token && (!question->client || token->clientId == question->client->id))
        revoke(call, *token);
    return Response{};
}

Answer readUserInfo(Call &call)
{
    const auto token = findBearer(call);
    if (!token)
        return tl::unexpected(token.error());
    const auto user = findUser(call.database, token->userId);
    if (!user)
        return refuse(401, "invalid_token", u"The token's user is gone."_s);
    return jsonResponse(200,
        QJsonObject{
            {u"sub"_s, user->id}, {u"email"_s, user->email}, {u"username"_s, user->name}, {u"scope"_s, token->scope}});
}

Answer endSession(Call &call)
{
    const auto token = findBearer(call);
    if (!token)
        return tl::unexpected(token.error());
    call.database.change(u"UPDATE autentico_sessions SET active = 0 WHERE id = ?"_s, {token->sessionId});
    return wrapped(u"ok"_s);
}

}
