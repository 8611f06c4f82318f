// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/glewlwyd/json.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace glewlwyd {

static QJsonObject withoutNulls(QJsonObject object)
{
    for (auto it = object.begin(); it != object.end();)
        it = it->isNull() ? object.erase(it) : std::next(it);
    return object;
}

static QStringList texts(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const auto &entry : array)
        if (entry.isString())
            list << entry.toString();
    return list;
}

static bool isEmpty(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty())
        || (value.isArray() && value.toArray().isEmpty());
}

// The server never lists an empty property; some it refuses.
static void insertUnlessEmpty(QJsonObject &body, const QString &key, const QJsonValue &value)
{
    if (isEmpty(value))
        body.remove(key);
    else
        body.insert(key, value);
}

static void insertPassword(QJsonObject &body, const Secret &password)
{
    insertUnlessEmpty(body, u"password"_s, password.reveal());
}

void fill(Client &client, const QJsonObject &object)
{
    client.raw = withoutNulls(object);
    client.id = object[u"client_id"].toString();
    client.name = object[u"name"].toString();
    client.description = object[u"description"].toString();
    client.redirectUris = texts(object[u"redirect_uri"]);
    client.grantTypes = texts(object[u"authorization_type"]);
    client.scopes = texts(object[u"scope"]);
    client.enabled = object[u"enabled"].toBool(true);
    client.confidential = object[u"confidential"].toBool();
}

QJsonObject bodyOf(const Client &client)
{
    QJsonObject body = withoutNulls(client.raw);
    body[u"client_id"] = client.id;
    body[u"name"] = client.name;
    body[u"description"] = client.description;
    body[u"scope"] = QJsonArray::fromStringList(client.scopes);
    body[u"enabled"] = client.enabled;
    body[u"confidential"] = client.confidential;
    insertUnlessEmpty(body, u"redirect_uri"_s, QJsonArray::fromStringList(client.redirectUris));
    insertUnlessEmpty(body, u"authorization_type"_s, QJsonArray::fromStringList(client.grantTypes));
    for (const auto &key : {u"token_endpoint_auth_method"_s, u"jwks_uri"_s, u"post_logout_redirect_uri"_s})
        insertUnlessEmpty(body, key, body.value(key));
    insertPassword(body, client.secret);
    return body;
}

void fill(Scope &scope, const QJsonObject &object)
{
    scope.raw = withoutNulls(object);
    scope.id = object[u"name"].toString();
    scope.displayName = object[u"display_name"].toString();
    scope.description = object[u"description"].toString();
    scope.passwordRequired = object[u"password_required"].toBool();
}

QJsonObject bodyOf(const Scope &scope)
{
    QJsonObject body = withoutNulls(scope.raw);
    body[u"name"] = scope.id;
    body[u"password_required"] = scope.passwordRequired;
    insertUnlessEmpty(body, u"display_name"_s, scope.displayName);
    insertUnlessEmpty(body, u"description"_s, scope.description);
    // Edited as text, but the server wants a number.
    const QString age = body.value(u"password_max_age").toString();
    if (!age.isEmpty())
        body[u"password_max_age"] = age.toLongLong();
    insertUnlessEmpty(body, u"password_max_age"_s, body.value(u"password_max_age"));
    return body;
}

void fill(User &user, const QJsonObject &object)
{
    user.raw = withoutNulls(object);
    user.id = object[u"username"].toString();
    user.name = user.id;
    user.displayName = object[u"name"].toString();
    user.email = object[u"email"].toString();
    user.scopes = texts(object[u"scope"]);
    user.enabled = object[u"enabled"].toBool(true);
}

QJsonObject bodyOf(const User &user)
{
    QJsonObject body = withoutNulls(user.raw);
    body[u"username"] = user.name;
    body[u"name"] = user.displayName;
    body[u"email"] = user.email;
    body[u"scope"] = QJsonArray::fromStringList(user.scopes);
    body[u"enabled"] = user.enabled;
    insertPassword(body, user.password);
    return body;
}

}
