// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/clientmetadata.h"

#include "dialects/oauth.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace oauth {

static bool isEmpty(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty())
        || (value.isArray() && value.toArray().isEmpty());
}

QJsonObject withoutEmpty(QJsonObject object)
{
    for (auto it = object.begin(); it != object.end();)
        it = isEmpty(*it) ? object.erase(it) : std::next(it);
    return object;
}

QStringList textsIn(const QJsonValue &array)
{
    QStringList texts;
    const QJsonArray entries = array.toArray();
    for (const auto &entry : entries)
        texts << entry.toString();
    texts.removeAll(QString());
    return texts;
}

Result<Client> readClient(const QJsonObject &json)
{
    Client client{
        .id = json[u"client_id"].toString(),
        .name = json[u"client_name"].toString(),
        .url = json[u"client_uri"].toString(),
        .redirectUris = textsIn(json[u"redirect_uris"]),
        .grantTypes = textsIn(json[u"grant_types"]),
        .scopes = scopesIn(json[u"scope"]),
        .secret = Secret(json[u"client_secret"].toString()),
        .registrationToken = Secret(json[u"registration_access_token"].toString()),
        .createdAt = timeIn(json[u"client_id_issued_at"]),
        .raw = withoutEmpty(json),
    };
    for (const auto &secret : {u"client_secret"_s, u"registration_access_token"_s})
        client.raw.remove(secret);
    if (client.id.isEmpty())
        return failure(
            Error::Kind::Protocol, QCoreApplication::translate("Dialects", "The server sent a client without an id."));
    return client;
}

QJsonObject writeClient(const Client &client)
{
    QJsonObject json = client.raw;
    json[u"client_name"] = client.name;
    json[u"client_uri"] = client.url;
    json[u"redirect_uris"] = QJsonArray::fromStringList(client.redirectUris);
    json[u"grant_types"] = QJsonArray::fromStringList(client.grantTypes);
    json[u"scope"] = client.scopes.join(u' ');
    for (const auto &own : {u"client_id"_s, u"client_id_issued_at"_s, u"client_secret"_s, u"client_secret_expires_at"_s,
             u"registration_access_token"_s, u"registration_client_uri"_s})
        json.remove(own);
    return withoutEmpty(json);
}

Field<Client> responseTypesField()
{
    return {"responseTypes", QT_TRANSLATE_NOOP("Fields", "Response types"), FieldKind::List, editable,
        RawKey{u"response_types"_s}, QT_TRANSLATE_NOOP("Fields", "One per line: code, token or id_token.")};
}

Field<Client> authenticationField()
{
    return {"tokenEndpointAuthMethod", QT_TRANSLATE_NOOP("Fields", "Token endpoint authentication"), FieldKind::Choice,
        editable, RawKey{u"token_endpoint_auth_method"_s}};
}

Field<Client> postLogoutRedirectUrisField()
{
    return {"postLogoutRedirectUris", QT_TRANSLATE_NOOP("Fields", "Redirect URIs after sign-out"), FieldKind::List,
        FieldFlag::Hidden | editable, RawKey{u"post_logout_redirect_uris"_s},
        QT_TRANSLATE_NOOP("Fields", "One per line, compared exactly.")};
}

QString redirectUriProblem(const QStringList &uris)
{
    for (const auto &uri : uris)
        if (const QUrl url(uri, QUrl::StrictMode); !url.isValid() || url.isRelative() || url.hasFragment())
            return QCoreApplication::translate("Dialects", "“%1” is not a complete address without a fragment.")
                .arg(uri);
    return {};
}

ChoiceSource fixedChoice(const QStringList &words)
{
    return {.list = {}, .read = [words](const Response &) { return Result<QStringList>(words); }};
}

}
