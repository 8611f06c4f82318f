// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/autentico/issue.h"

#include "app/server/autentico/users.h"
#include "app/server/random.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

using namespace Qt::Literals::StringLiterals;

namespace server::autentico {

QString audience(bool isLater)
{
    return isLater ? u"autentico-admin"_s : u"el_autentico_!"_s;
}

static void addProfile(QJsonObject &claims, const User &user)
{
    const QString local = user.name.section(u'@', 0, 0);
    claims[u"name"_s] = local;
    claims[u"preferred_username"_s] = user.name;
    claims[u"given_name"_s] = local;
    claims[u"family_name"_s] = QString();
    claims[u"email"_s] = user.email;
    claims[u"email_verified"_s] = false;
}

static QJsonObject accessClaims(const Call &call, const Grant &grant, const QString &sessionId)
{
    const qint64 now = call.now / 1000;
    QJsonObject claims{{u"iss"_s, call.issuer()}, {u"iat"_s, now}, {u"auth_time"_s, now},
        {u"exp"_s, now + accessSeconds}, {u"jti"_s, newUuid()}, {u"typ"_s, u"Bearer"_s}, {u"sid"_s, sessionId}};
    const auto user = findUser(call.database, grant.userId);
    if (!user) { // a client's own
        claims[u"sub"_s] = grant.clientId;
        claims[u"aud"_s] = QJsonArray{grant.clientId};
        claims[u"azp"_s] = grant.clientId;
        claims[u"scope"_s] = grant.scope;
        return claims;
    }
    claims[u"sub"_s] = user->id;
    claims[u"aud"_s] = QJsonArray{audience(call.state.isLater)};
    claims[u"azp"_s] = call.state.isLater && !grant.clientId.isEmpty() ? grant.clientId : audience(false);
    claims[u"acr"_s] = u"password"_s;
    claims[u"realm_access"_s] = QJsonObject{{u"roles"_s, QJsonArray{user->role}}};
    claims[u"scope"_s] = call.state.isLater ? grant.scope : u"openid profile email"_s;
    addProfile(claims, *user);
    return claims;
}

static QString idToken(const Call &call, const Grant &grant, const QString &sessionId)
{
    const qint64 now = call.now / 1000;
    QJsonObject claims{{u"iss"_s, call.issuer()}, {u"sub"_s, grant.userId}, {u"aud"_s, grant.clientId}, {u"iat"_s, now},
        {u"auth_time"_s, now}, {u"exp"_s, now + accessSeconds}, {u"sid"_s, sessionId}};
    if (!grant.nonce.isEmpty())
        claims[u"nonce"_s] = grant.nonce;
    if (const auto user = findUser(call.database, grant.userId))
        addProfile(claims, *user);
    return QString::fromLatin1(call.state.key.sign(claims));
}

static QString refreshToken(const Call &call, const Grant &grant, const QString &sessionId)
{
    const qint64 now = call.now / 1000;
    const auto part
        = [](const QJsonObject &object) { return base64Url(QJsonDocument(object).toJson(QJsonDocument::Compact)); };
    const QByteArray input = part({{u"alg"_s, u"HS256"_s}, {u"typ"_s, u"JWT"_s}}) + '.'
        + part({{u"sub"_s, grant.userId}, {u"sid"_s, sessionId}, {u"iat"_s, now}, {u"exp"_s, now + refreshSeconds}});
    const QByteArray code = QMessageAuthenticationCode::hash(input, call.state.refreshKey, QCryptographicHash::Sha256);
    return QString::fromLatin1(input + '.' + base64Url(code));
}

Response issue(Call &call, Grant grant)
{
    if (grant.scope.isEmpty())
        grant.scope = u"openid profile email"_s;
    const QString sessionId = newUuid();
    const QString scope = call.state.isLater ? grant.scope : u"read write"_s;
    const QString access = QString::fromLatin1(call.state.key.sign(accessClaims(call, grant, sessionId)));
    const QString refresh = grant.userId.isEmpty() ? QString() : refreshToken(call, grant, sessionId);
    call.database.change(
        u"INSERT INTO autentico_sessions (id, user_id, active, created_at, last_used_at, expires_at) VALUES (?, ?, 1, ?, ?, ?)"_s,
        {sessionId, grant.userId, call.now, call.now, call.now + refreshSeconds * qint64(1000)});
    call.database.change(uR"(INSERT INTO autentico_tokens (id, access_hash, refresh_hash, session_id, client_id, scope,
            grant_type, issued_at, access_expires_at, refresh_expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s,
        {newUuid(), digest(access), refresh.isNull() ? QVariant() : QVariant(digest(refresh)), sessionId,
            grant.clientId, scope, grant.grantType, call.now, call.now + accessSeconds * qint64(1000),
            call.now + refreshSeconds * qint64(1000)});
    QJsonObject answer{{u"access_token"_s, access}, {u"token_type"_s, u"Bearer"_s}, {u"expires_in"_s, accessSeconds},
        {u"scope"_s, scope}};
    if (!refresh.isEmpty())
        answer[u"refresh_token"_s] = refresh;
    if (call.state.isLater && !grant.userId.isEmpty() && !grant.clientId.isEmpty()
        && scope.split(u' ').contains(u"openid"_s))
        answer[u"id_token"_s] = idToken(call, grant, sessionId);
    return jsonResponse(200, answer);
}

}
