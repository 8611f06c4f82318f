// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/oidc/sessions.h"

#include "app/server/oidc/clients.h"
#include "app/server/random.h"
#include "app/server/signinpage.h"

using namespace Qt::Literals::StringLiterals;

namespace server::oidc {

static constexpr char sessionCookie[] = "oidc_session";

static Session readSession(const QSqlQuery &query)
{
    return {
        .id = query.value(0).toString(), .userId = query.value(1).toString(), .authTime = query.value(2).toLongLong()};
}

std::pair<QByteArray, QByteArray> cookieHeader(const Request &request, QByteArrayView name, const QString &value)
{
    return {"Set-Cookie",
        name.toByteArray() + '=' + value.toLatin1() + "; Path=" + request.base + "/; HttpOnly; SameSite=Lax"};
}

std::optional<Session> findSession(Call &call)
{
    return call.database.one(u"SELECT id, user_id, auth_time FROM oidc_sessions WHERE hash = ? AND expires_at > ?"_s,
        {digest(cookieOf(call.request, sessionCookie)), call.now}, readSession);
}

std::pair<Session, std::pair<QByteArray, QByteArray>> beginSession(Call &call, const QString &userId)
{
    const Session session{.id = newUuid(), .userId = userId, .authTime = call.now};
    const QString cookie = newSecret(32);
    call.database.change(
        u"INSERT INTO oidc_sessions (hash, id, user_id, auth_time, expires_at) VALUES (?, ?, ?, ?, ?)"_s,
        {digest(cookie), session.id, userId, call.now, call.now + sessionSeconds});
    return {session, cookieHeader(call.request, sessionCookie, cookie)};
}

static Response signedOut(const QString &target, const Form &form)
{
    if (!target.isEmpty())
        return {.status = 303, .headers = {{"Location", withParameters(target, {{"state", form.value(u"state")}})}}};
    return messagePage(200, u"Signed out"_s, u"You can close this window."_s);
}

Answer endSession(Call &call)
{
    const auto posted = readForm(call.request);
    if (!posted)
        return messagePage(400, u"Sign-out is not possible"_s, posted.error().description);
    const Form &form = call.request.method == "POST" ? *posted : call.request.query;
    const auto hint = call.key.verify(form.value(u"id_token_hint").toUtf8());
    const QString audience = hint ? (*hint)["aud"_L1].toString() : QString();
    const QString clientId = form.has(u"client_id") ? form.value(u"client_id") : audience;
    const QString target = form.value(u"post_logout_redirect_uri");
    const auto client = findClient(call.database, clientId);
    if ((form.has(u"id_token_hint") && (!hint || audience != clientId))
        || (!target.isEmpty() && (!client || !client->has("post_logout_redirect_uris"_L1, target))))
        return messagePage(400, u"Sign-out is not possible"_s,
            u"The application wants something it has not registered, or shows a token that is not its own."_s);
    const auto session = findSession(call);
    const bool isConfirmed = session && form.value(u"confirm") == session->id;
    if (session && !isConfirmed && !(hint && (*hint)["sub"_L1] == session->userId)) {
        return questionPage(u"Sign out"_s, u"Do you want to sign out?"_s, u"Sign Out"_s, call.request.base + "/logout",
            {{u"confirm"_s, session->id}, {u"client_id"_s, clientId}, {u"post_logout_redirect_uri"_s, target},
                {u"state"_s, form.value(u"state")}},
            target);
    }
    if (session)
        call.database.change(u"DELETE FROM oidc_sessions WHERE id = ?"_s, {session->id});
    if (hint)
        call.database.change(u"DELETE FROM oidc_sessions WHERE id = ?"_s, {(*hint)["sid"_L1].toString()});
    return signedOut(target, form);
}

}
