// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/oidc/signin.h"

#include "app/server/oidc/authorization.h"
#include "app/server/oidc/sessions.h"
#include "app/server/oidc/users.h"
#include "app/server/random.h"
#include "app/server/signinpage.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace server::oidc {

static constexpr char csrfCookie[] = "oidc_csrf";

static Response errorPage(const Refusal &refusal)
{
    return messagePage(refusal.status, u"Sign-in is not possible"_s, refusal.description);
}

static Response redirect(const Authorization &authorization, const Call &call,
    std::vector<std::pair<QByteArray, QString>> parameters, const Headers &headers = {})
{
    Response response{.status = 303, .headers = headers};
    response.headers.emplace_back("Location", authorization.target(call, std::move(parameters)));
    return response;
}

static Response refuseByRedirect(const Authorization &authorization, const Call &call, const Refusal &refusal)
{
    return redirect(authorization, call,
        {{"error", QString::fromLatin1(refusal.code)}, {"error_description", refusal.description}});
}

static Response redirectWithCode(
    Call &call, const Authorization &authorization, const Session &session, const Headers &headers = {})
{
    const QString code = storeCode(call, authorization,
        {.family = newUuid(),
            .userId = session.userId,
            .sessionId = session.id,
            .scope = authorization.scope,
            .nonce = authorization.nonce,
            .authTime = session.authTime});
    return redirect(authorization, call, {{"code", code}}, headers);
}

// The page posts to /login with the request it is for in the query, so nothing needs to be kept in between.
static Response showPage(
    Call &call, const Authorization &authorization, const QByteArray &query, const QString &problem = {})
{
    const QString before = cookieOf(call.request, csrfCookie);
    const QString csrf = before.isEmpty() ? newSecret(32) : before;
    return signInPage({.action = call.request.base + "/login?" + query,
                          .clientName = authorization.client.metadata["client_name"_L1].toString(),
                          .problem = problem,
                          .hidden = {{u"csrf"_s, csrf}},
                          .redirectUri = authorization.redirectUri},
        {cookieHeader(call.request, csrfCookie, csrf)});
}

static QByteArray queryOf(const Form &form)
{
    QByteArray query;
    const QStringList names = form.names();
    for (const QString &name : names) {
        query += (query.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '='
            + QUrl::toPercentEncoding(form.value(name));
    }
    return query;
}

// Whether the browser's session will do, or the person has to sign in again.
static bool isGoodEnough(Call &call, const Session &session, const Authorization &authorization)
{
    if (authorization.maxAge && call.now - session.authTime > *authorization.maxAge)
        return false;
    if (!authorization.idTokenHint.isEmpty()) {
        const auto claims = call.key.verify(authorization.idTokenHint.toUtf8());
        return claims && (*claims)["sub"_L1] == session.userId;
    }
    return true;
}

Answer authorize(Call &call)
{
    const auto posted = readForm(call.request);
    if (!posted)
        return errorPage(posted.error());
    const Form &form = call.request.method == "POST" ? *posted : call.request.query;
    auto authorization = readAuthorization(call, form);
    if (!authorization)
        return errorPage(authorization.error());
    if (const auto problem = readRest(*authorization, form))
        return refuseByRedirect(*authorization, call, *problem);
    const auto session = findSession(call);
    const bool isSignedIn = session && isGoodEnough(call, *session, *authorization);
    const bool isSilent = authorization->prompts.contains(u"none"_s);
    if (isSignedIn && (isSilent || authorization->prompts.isEmpty()))
        return redirectWithCode(call, *authorization, *session);
    if (isSilent)
        return refuseByRedirect(
            *authorization, call, {.code = "login_required", .description = u"Nobody is signed in."_s});
    return showPage(call, *authorization, queryOf(form));
}

Answer signIn(Call &call)
{
    const auto form = readForm(call.request);
    if (!form)
        return errorPage(form.error());
    auto authorization = readAuthorization(call, call.request.query);
    if (!authorization)
        return errorPage(authorization.error());
    if (const auto problem = readRest(*authorization, call.request.query))
        return refuseByRedirect(*authorization, call, *problem);
    const QByteArray query = queryOf(call.request.query);
    const QString csrf = cookieOf(call.request, csrfCookie);
    if (csrf.isEmpty() || csrf != form->value(u"csrf"))
        return showPage(call, *authorization, query, u"This page was opened too long ago. Please try again."_s);
    const auto user = findUser(call.database, form->value(u"username"), form->value(u"password"));
    if (!user)
        return showPage(call, *authorization, query, u"The user name or password is wrong."_s);
    const auto [session, cookie] = beginSession(call, user->id);
    return redirectWithCode(call, *authorization, session, {cookie});
}

}
