// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/autentico/records.h"

#include "dialects/clientmetadata.h"
#include "dialects/members.h"
#include "dialects/oauth.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace autentico {

// "ID" → "id", "CreatedAt" → "created_at": Go's own names, where its author gave none.
static QString lowered(const QString &key)
{
    QString name;
    for (const QChar letter : key) {
        if (letter.isUpper() && !name.isEmpty() && !name.back().isUpper())
            name += u'_';
        name += letter;
    }
    return name.toLower();
}

template <typename T>
static Result<T> identified(const T &record)
{
    if (record.id.isEmpty())
        return failure(
            Error::Kind::Protocol, QCoreApplication::translate("Dialects", "The server sent an entry without an id."));
    return record;
}

Result<QJsonObject> readObject(const Response &response)
{
    return response.object().map([](const QJsonObject &object) {
        const QJsonValue data = object[u"data"];
        return data.isObject() ? data.toObject() : object;
    });
}

Result<Client> readClient(const QJsonObject &json)
{
    return oauth::readClient(json).map([&json](Client client) {
        client.type = json[u"client_type"].toString();
        client.scopes = oauth::scopesIn(json[u"scopes"]);
        client.enabled = json[u"is_active"].toBool(true);
        return client;
    });
}

static QJsonObject written(const Client &client)
{
    QJsonObject json = oauth::writeClient(client);
    json.remove(u"scope"_s);
    json[u"scopes"] = client.scopes.join(u' ');
    return json;
}

QJsonObject writeNewClient(const Client &client)
{
    QJsonObject json = written(client);
    json[u"client_type"] = client.type;
    json[u"client_id"] = client.id; // later versions take both, and make them when they are missing
    json[u"client_secret"] = client.secret.reveal();
    return oauth::withoutEmpty(json);
}

QJsonObject writeClientChanges(const Client &before, const Client &after)
{
    const QJsonObject old = written(before), now = written(after);
    QJsonObject changes;
    for (const auto &key : old.keys() + now.keys())
        if (now[key] != old[key])
            changes[key] = now.contains(key) ? now[key] : old[key].isArray() ? QJsonValue(QJsonArray()) : u""_s;
    if (before.enabled != after.enabled)
        changes[u"is_active"] = after.enabled;
    for (const auto &key : {u"access_token_expiration"_s, u"refresh_token_expiration"_s,
             u"authorization_code_expiration"_s, u"allow_self_signup"_s, u"sso_session_idle_timeout"_s,
             u"trust_device_enabled"_s, u"trust_device_expiration"_s})
        if (now.contains(key))
            changes[key] = now[key];
    return changes;
}

Result<User> readUser(const QJsonObject &json)
{
    QJsonObject named;
    for (auto it = json.begin(); it != json.end(); ++it)
        named[lowered(it.key())] = *it;
    named.remove(u"password"_s);
    return identified(User{
        .id = named[u"id"].toString(),
        .name = named[u"username"].toString(),
        .email = named[u"email"].toString(),
        .createdAt = isoTimeIn(named[u"created_at"]),
        .raw = oauth::withoutEmpty(named),
    });
}

QJsonObject writeKnownUser(const User &user)
{
    QJsonObject json = user.raw;
    json[u"id"] = user.id;
    json[u"username"] = user.name;
    json[u"email"] = user.email;
    json[u"created_at"] = user.createdAt.toUTC().toString(Qt::ISODateWithMs);
    return oauth::withoutEmpty(json);
}

QJsonObject writeNewUser(const User &user)
{
    return oauth::withoutEmpty(
        {{u"username"_s, user.name}, {u"password"_s, user.password.reveal()}, {u"email"_s, user.email}});
}

Result<Token> readToken(const QJsonObject &json)
{
    Token token{
        .id = json[u"id"].toString(),
        .type = json[u"grant_type"].toString(),
        .userId = json[u"user_id"].toString(),
        .userName = json[u"username"].toString(json[u"email"].toString()),
        .issuedAt = isoTimeIn(json[u"issued_at"]),
        .expiresAt = isoTimeIn(json[u"access_token_expires_at"]),
        .scopes = oauth::scopesIn(json[u"scope"]),
        .raw = json,
    };
    for (const auto &secret : {u"access_token"_s, u"refresh_token"_s})
        token.raw.remove(secret);
    return identified(token);
}

Result<Token> readSession(const QJsonObject &json)
{
    return readToken(json).map([&json](Token session) {
        session.issuedAt = isoTimeIn(json[u"created_at"]);
        session.expiresAt = isoTimeIn(json[u"expires_at"]);
        session.lastUsedAt = isoTimeIn(json[u"last_activity_at"]);
        return session;
    });
}

// Only who tells a total goes by pages; a bare array is all there is.
Result<Listing> readListing(const Response &response, const ListQuery &asked)
{
    const auto json = response.json();
    if (!json)
        return tl::unexpected(json.error());
    const QJsonValue data
        = json->isObject() && json->toObject().contains(u"data") ? json->toObject().value(u"data") : *json;
    const QJsonValue entries = data.isObject() ? data.toObject().value(u"items") : data;
    const bool isNone = entries.isNull() && json->isObject(); // which Go makes of an empty list
    if (!entries.isArray() && !isNone)
        return failure(
            Error::Kind::Protocol, QCoreApplication::translate("Dialects", "The server's answer is not a list."));
    Listing listing{.entries = entries.toArray()};
    if (const QJsonValue total = data.toObject().value(u"total"); total.isDouble())
        listing.total = total.toInteger();
    const qint64 reached = asked.cursor.toLongLong() + listing.entries.size();
    if (!listing.entries.isEmpty() && reached < listing.total.value_or(0))
        listing.next = QString::number(reached);
    return listing;
}

}
