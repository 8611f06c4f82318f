// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/autentico/authorize.h"

#include "app/server/autentico/bearer.h"
#include "app/server/autentico/clientrows.h"
#include "app/server/random.h"
#include "app/server/signinpage.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace server::autentico {

static constexpr qint64 codeLifetime = 600'000; // ms
static constexpr qint64 browserLifetime = 86'400'000; // ms
static constexpr char csrfCookie[] = "_gorilla_csrf";
static constexpr char csrfField[] = "gorilla.csrf.Token";
static constexpr char browserCookie[] = "autentico_idp_session_id";

namespace {

// Where an authorization leads and what it is bound to.
struct Destination {
    QString clientId{};
    QString redirectUri{};
    QString state{};
    QString scope{};
    QString nonce{};
    QString challenge{};
};

}

static Headers cookie(const Request &request, const char *name, const QString &value)
{
    return {{"Set-Cookie", name + ('=' + value.toLatin1()) + "; Path=" + request.base + "/; HttpOnly; SameSite=Lax"}};
}

// Nothing when a client, if one is named, may be answered there.
static std::optional<Refusal> problemWith(const Call &call, const Destination &to, const QByteArray &unknownClient)
{
    if (to.clientId.isEmpty())
        return std::nullopt;
    const auto client = loadClient(call.database, to.clientId);
    if (!client || !client->isActive)
        return refuse(400, unknownClient, u"The client is unknown or inactive."_s).value();
    if (!client->has("redirect_uris"_L1, to.redirectUri))
        return badRequest(u"The client has not registered this redirect URI."_s).value();
    return std::nullopt;
}

static Response redirectWithCode(Call &call, const Destination &to, const QString &userId, Headers headers)
{
    const QString code = newSecret(32);
    call.database.change(uR"(INSERT INTO autentico_codes (hash, client_id, user_id, redirect_uri, scope, nonce,
            challenge, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?))"_s,
        {digest(code), to.clientId, userId, to.redirectUri, to.scope, to.nonce, to.challenge, call.now + codeLifetime});
    // Version 1 puts the pieces together without looking whether the URI has a query.
    const QByteArray target = call.state.isLater ? withParameters(to.redirectUri, {{"code", code}, {"state", to.state}})
                                                 : QUrl(to.redirectUri, QUrl::StrictMode).toEncoded()
            + "?code=" + code.toLatin1() + "&state=" + QUrl::toPercentEncoding(to.state);
    headers.emplace_back("Location", target);
    return {.status = 302, .headers = headers};
}

static QString readUserId(const QSqlQuery &query)
{
    return query.value(0).toString();
}

static Destination readDestination(const Form &form, QStringView redirectUri)
{
    return {.clientId = form.value(u"client_id"),
        .redirectUri = form.value(redirectUri),
        .state = form.value(u"state"),
        .scope = form.value(u"scope"),
        .nonce = form.value(u"nonce"),
        .challenge = form.value(u"code_challenge")};
}

static Response showForm(Call &call, const Destination &to)
{
    const QString csrf = newSecret(32);
    const auto client = loadClient(call.database, to.clientId);
    return signInPage({.action = call.request.base + "/oauth2/login",
                          .clientName = client ? client->text("client_name"_L1) : QString(),
                          .userLabel = u"Email address"_s,
                          .hidden = {{QString::fromLatin1(csrfField), csrf}, {u"redirect"_s, to.redirectUri},
                              {u"state"_s, to.state}, {u"client_id"_s, to.clientId}, {u"scope"_s, to.scope},
                              {u"nonce"_s, to.nonce}, {u"code_challenge"_s, to.challenge}},
                          .redirectUri = to.redirectUri},
        cookie(call.request, csrfCookie, csrf));
}

Answer authorize(Call &call)
{
    const Form &query = call.request.query;
    const Destination to = readDestination(query, u"redirect_uri");
    QStringList problems;
    if (query.value(u"response_type").isEmpty())
        problems << u"response_type: cannot be blank"_s;
    if (!isRedirectUri(to.redirectUri))
        problems << u"redirect_uri: must be a valid URL"_s;
    if (call.state.isLater && !to.challenge.isEmpty() && query.value(u"code_challenge_method") != "S256"_L1)
        problems << u"code_challenge_method: must be S256"_s;
    if (!problems.isEmpty())
        return refuse(403, "invalid_request", problems.join(u"; "_s) + u'.');
    if (query.value(u"response_type") != "code"_L1)
        return refuse(400, "unsupported_response_type", u"Only the response type code is supported."_s);
    if (const auto problem = problemWith(call, to, "invalid_client"))
        return tl::unexpected(*problem);
    const auto userId = call.database.one(u"SELECT user_id FROM autentico_browsers WHERE hash = ? AND expires_at > ?"_s,
        {digest(cookieOf(call.request, browserCookie)), call.now}, readUserId);
    const QString prompt = call.state.isLater ? query.value(u"prompt") : QString();
    if (userId && prompt != "login"_L1)
        return redirectWithCode(call, to, *userId, {});
    if (prompt == "none"_L1)
        return Response{.status = 302,
            .headers
            = {{"Location", withParameters(to.redirectUri, {{"error", u"login_required"_s}, {"state", to.state}})}}};
    return showForm(call, to);
}

Answer logIn(Call &call)
{
    const auto form = readForm(call.request);
    if (!form)
        return tl::unexpected(form.error());
    const QString csrf = cookieOf(call.request, csrfCookie);
    if (csrf.isEmpty() || csrf != form->value(QString::fromLatin1(csrfField)))
        return plainText(403, "Forbidden - CSRF token invalid\n");
    const Destination to = readDestination(*form, u"redirect");
    const QString name = form->value(u"username");
    const QString password = form->value(u"password");
    QStringList problems;
    if (name.size() < 4 || name.size() > 64)
        problems << u"username: the length must be between 4 and 64"_s;
    if (password.size() < 6 || password.size() > 64)
        problems << u"password: the length must be between 6 and 64"_s;
    if (!isRedirectUri(to.redirectUri))
        problems << u"redirect: must be a valid URL"_s;
    if (to.state.isEmpty())
        problems << u"state: cannot be blank"_s;
    if (!problems.isEmpty())
        return badRequest(problems.join(u"; "_s) + u'.');
    if (const auto problem = problemWith(call, to, "invalid_request"))
        return tl::unexpected(*problem);
    const auto user = findUser(call.database, name, password);
    if (!user)
        return refuse(500, "server_error", u"The user name or password is wrong."_s);
    const QString browser = newSecret(32);
    call.database.change(u"INSERT INTO autentico_browsers (hash, user_id, expires_at) VALUES (?, ?, ?)"_s,
        {digest(browser), user->id, call.now + browserLifetime});
    return redirectWithCode(call, to, user->id, cookie(call.request, browserCookie, browser));
}

Answer logOut(Call &call)
{
    const auto posted = readForm(call.request);
    if (!posted)
        return tl::unexpected(posted.error());
    const Form &form = call.request.method == "POST" ? *posted : call.request.query;
    const auto claims = call.state.key.verify(form.value(u"id_token_hint").toUtf8());
    call.database.change(
        u"DELETE FROM autentico_browsers WHERE hash = ?"_s, {digest(cookieOf(call.request, browserCookie))});
    if (claims)
        call.database.change(
            u"UPDATE autentico_sessions SET active = 0 WHERE id = ?"_s, {(*claims)["sid"_L1].toString()});
    const QString target = form.value(u"post_logout_redirect_uri");
    const auto client = claims ? loadClient(call.database, (*claims)["aud"_L1].toString()) : std::nullopt;
    if (!target.isEmpty() && client && client->has("post_logout_redirect_uris"_L1, target))
        return Response{
            .status = 302, .headers = {{"Location", withParameters(target, {{"state", form.value(u"state")}})}}};
    return messagePage(200, u"Signed out"_s, u"You can close this window."_s);
}

}
