// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/delegated.h"

#include "app/server/random.h"
#include "app/server/teneo/identitypage.h"
#include "app/server/teneo/json.h"
#include "app/server/teneo/saml.h"
#include "app/server/teneo/tokenendpoint.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

static constexpr qint64 loginLifetime = 300'000; // ms

namespace {

struct Login {
    QString clientId{};
    QString state{}; // PENDING, COMPLETED, FAILED or TAKEN
    QString userId{};
    qint64 expiresAt = 0;
};

}

static Login readLogin(const QSqlQuery &query)
{
    return {.clientId = query.value(0).toString(),
        .state = query.value(1).toString(),
        .userId = query.value(2).toString(),
        .expiresAt = query.value(3).toLongLong()};
}

static std::optional<Login> load(Call &call, const QString &loginId)
{
    return call.database.one(
        u"SELECT client_id, state, user_id, expires_at FROM teneo_logins WHERE id = ?"_s, {loginId}, readLogin);
}

static bool isPending(const std::optional<Login> &login, qint64 now)
{
    return login && login->state == "PENDING"_L1 && login->expiresAt > now;
}

static QDateTime presentOf(const Call &call)
{
    return QDateTime::fromMSecsSinceEpoch(call.now, Qt::UTC);
}

static tl::unexpected<Refusal> notConfigured()
{
    return notFound(u"Delegated authentication is not configured."_s);
}

static Response htmlResponse(const QByteArray &html)
{
    return {.status = 200,
        .headers = {{"Content-Type", "text/html; charset=utf-8"},
            {"Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'"}},
        .body = html};
}

Answer readMetadata(Call &call)
{
    if (!call.state.isDelegationConfigured)
        return notConfigured();
    return Response{
        .headers = {{"Content-Type", "application/samlmetadata+xml"}}, .body = saml::metadata(call.request.url())};
}

Answer startLogin(Call &call)
{
    if (!call.state.isDelegationConfigured)
        return notConfigured();
    const QString id = newUuid();
    const qint64 expiresAt = call.now + loginLifetime;
    call.database.change(u"INSERT INTO teneo_logins (id, client_id, state, expires_at) VALUES (?, ?, 'PENDING', ?)"_s,
        {id, call.caller.clientId, expiresAt});
    const QByteArray request = saml::authnRequest(id, call.request.url(), presentOf(call)).toPercentEncoding();
    const QByteArray url = call.request.url() + "/idp/login?SAMLRequest=" + request + "&RelayState=" + id.toLatin1();
    return jsonResponse(200,
        QJsonObject{{u"url"_s, QString::fromLatin1(url)}, {u"loginId"_s, id}, {u"expiresAt"_s, timestamp(expiresAt)}});
}

static Response gone()
{
    return jsonResponse(410, QJsonObject{{u"status"_s, u"EXPIRED"_s}});
}

Answer pollLogin(Call &call)
{
    const QString id = call.request.query.value(u"loginId");
    if (id.isEmpty())
        return badRequest(u"loginId is required."_s);
    const auto login = load(call, id);
    if (!login || login->clientId != call.caller.clientId)
        return notFound(u"There is no such login."_s);
    if (login->expiresAt <= call.now || login->state == "TAKEN"_L1)
        return gone();
    if (login->state == "PENDING"_L1)
        return jsonResponse(202, QJsonObject{{u"status"_s, u"PENDING"_s}});
    if (login->state == "FAILED"_L1)
        return jsonResponse(403, QJsonObject{{u"status"_s, u"FAILED"_s}, {u"error"_s, u"access_denied"_s}});
    call.database.change(u"UPDATE teneo_logins SET state = 'TAKEN' WHERE id = ?"_s, {id});
    const auto client = findClient(call.database, login->clientId);
    if (!client)
        return gone();
    QJsonObject answer = issueUserTokens(call, *client, login->userId);
    answer[u"status"_s] = u"COMPLETED"_s;
    return jsonResponse(200, answer);
}

Answer finishLogin(Call &call)
{
    const auto form = readForm(call.request);
    if (!form)
        return tl::unexpected(form.error());
    const auto verdict = saml::readResponse(form->value(u"SAMLResponse").toLatin1());
    if (!verdict)
        return badRequest(u"SAMLResponse is not a SAML response in base64."_s);
    const QString id = form->value(u"RelayState");
    if (!isPending(load(call, id), call.now))
        return badRequest(u"RelayState names no login under way."_s);
    if (!verdict->isSuccess) {
        call.database.change(u"UPDATE teneo_logins SET state = 'FAILED' WHERE id = ?"_s, {id});
        return htmlResponse(closingPage(u"Sign-in was refused."_s));
    }
    const auto user = findUserByName(call.database, verdict->userName);
    if (!user)
        return badRequest(u"The identity provider names an unknown user."_s);
    call.database.change(u"UPDATE teneo_logins SET state = 'COMPLETED', user_id = ? WHERE id = ?"_s, {user->id, id});
    return htmlResponse(closingPage(u"You are signed in."_s));
}

Answer showIdentityProvider(Call &call)
{
    if (!call.state.isDelegationConfigured)
        return notConfigured();
    const QString id = call.request.query.value(u"RelayState");
    if (!isPending(load(call, id), call.now))
        return badRequest(u"RelayState names no login under way."_s);
    QStringList users;
    call.database.each(u"SELECT name FROM teneo_users ORDER BY name"_s, {},
        [&](const QSqlQuery &row) { users.append(row.value(0).toString()); });
    return htmlResponse(identityPage(users, id, call.request.url(), presentOf(call)));
}

Answer configureDelegation(Call &call)
{
    const auto object = readJson(call.request);
    if (!object)
        return tl::unexpected(object.error());
    if (!object->value("configured"_L1).isBool())
        return badRequest(u"\"configured\" is true or false."_s);
    call.state.isDelegationConfigured = object->value("configured"_L1).toBool();
    return Response{.status = 204};
}

}
