// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/oidc/registration.h"

#include "dialects/clientmetadata.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace oidc {

namespace {

const QString clientUri = u"registration_client_uri"_s;

// Authorized by the client's own token, and sent where the server said when it made the client (RFC 7592 §2).
Request managing(const oauth::Place &registration, const Client &client, const Request &request)
{
    Request managed = moved(request, oauth::endpointIn(client.raw, clientUri, oauth::below(registration, client.id)));
    if (!client.registrationToken.isEmpty())
        oauth::authorizeBearer(managed, {.access = client.registrationToken});
    return managed;
}

// The server replaces everything it has by this, so that what is not said is gone (RFC 7592 §2.2).
QJsonObject replacementOf(const Client &client)
{
    QJsonObject json = oauth::writeClient(client);
    json[u"client_id"] = client.id;
    return json;
}

// Token and address may change with every answer; where it does not repeat them, they stay (RFC 7592 §3).
Result<Client> readOne(const Response &response, const Client &sent)
{
    return response.object().and_then(oauth::readClient).map([&sent](Client client) {
        if (client.registrationToken.isEmpty())
            client.registrationToken = sent.registrationToken;
        if (!client.raw.contains(clientUri) && sent.raw.contains(clientUri))
            client.raw[clientUri] = sent.raw[clientUri];
        return client;
    });
}

// RFC 7591 §2: without grant types a client has the authorization code alone, which comes back by redirect.
QHash<QString, QString> problems(const Client &client)
{
    QHash<QString, QString> found;
    const bool isRedirected = client.grantTypes.isEmpty() || client.grantTypes.contains(u"authorization_code"_s)
        || client.grantTypes.contains(u"implicit"_s);
    if (const QString problem = oauth::redirectUriProblem(client.redirectUris); !problem.isEmpty())
        found[u"redirectUris"_s] = problem;
    else if (isRedirected && client.redirectUris.isEmpty())
        found[u"redirectUris"_s]
            = QCoreApplication::translate("Dialects", "With these grant types, a redirect URI is needed.");
    if (!client.raw[u"jwks_uri"].toString().isEmpty() && client.raw.contains(u"jwks"_s))
        found[u"jwksUri"_s] = QCoreApplication::translate(
            "Dialects", "This client has keys of its own already; there cannot be an address of others as well.");
    return found;
}

QList<Field<Client>> clientFields()
{
    using enum FieldFlag;
    using enum FieldKind;
    auto fields = chosenFields<Client>(
        {{"name", Column | editable}, {"id"}, {"redirectUris"}, {"grantTypes", Column | editable}, {"scopes"},
            {"secret", Hidden | Generated}, {"url"}, {"createdAt", FieldFlags(Column)}});
    fields << oauth::authenticationField() << oauth::responseTypesField() << oauth::postLogoutRedirectUrisField();
    fields << Field<Client>{"applicationType", QT_TRANSLATE_NOOP("Fields", "Application type"), Choice, editable,
        RawKey{u"application_type"_s}};
    fields << Field<Client>{"contacts", QT_TRANSLATE_NOOP("Fields", "Contacts"), List, editable, RawKey{u"contacts"_s},
        QT_TRANSLATE_NOOP("Fields", "E-mail addresses, one per line.")};
    fields << Field<Client>{
        "logoUri", QT_TRANSLATE_NOOP("Fields", "Logo URL"), Url, Hidden | editable, RawKey{u"logo_uri"_s}};
    fields << Field<Client>{"policyUri", QT_TRANSLATE_NOOP("Fields", "Privacy policy URL"), Url, Hidden | editable,
        RawKey{u"policy_uri"_s}};
    fields << Field<Client>{
        "tosUri", QT_TRANSLATE_NOOP("Fields", "Terms of service URL"), Url, Hidden | editable, RawKey{u"tos_uri"_s}};
    fields << Field<Client>{
        "jwksUri", QT_TRANSLATE_NOOP("Fields", "Key set URL"), Url, Hidden | editable, RawKey{u"jwks_uri"_s}};
    return fields;
}

// All that is known of the client, since changing it means saying all of it again.
Memory<Client> memory()
{
    return {
        .explanation = QT_TRANSLATE_NOOP("Dialects",
            "The server lists no clients. These are the ones registered here, which only this console can manage."),
        .write =
            [](const Client &client) {
                QJsonObject json = replacementOf(client);
                for (const auto &key : {clientUri, u"client_id_issued_at"_s})
                    if (client.raw.contains(key))
                        json[key] = client.raw[key];
                return json;
            },
        .read = [](const QJsonObject &json) { return oauth::readClient(json).value_or(Client{}); },
        .key = &Client::registrationToken,
    };
}

}

Endpoint<Client> clients(const oauth::Place &registration, const QStringList &authentications)
{
    const QStringList usual{u"client_secret_basic"_s, u"client_secret_post"_s, u"private_key_jwt"_s, u"none"_s};
    return {
        .fields = clientFields(),
        .read = [registration](const Client &known) { return managing(registration, known, getRequest({})); },
        .create =
            [registration](const Client &client) {
                return moved(jsonRequest("POST", {}, oauth::writeClient(client)), registration);
            },
        .update =
            [registration](const Client &before, const Client &after) {
                return managing(registration, before, jsonRequest("PUT", {}, replacementOf(after)));
            },
        .remove =
            [registration](const Client &client) {
                Request request = managing(registration, client, emptyRequest("DELETE", {}));
                request.accepts = {401}; // says of a client that it is gone (RFC 7592 §2.3)
                return request;
            },
        .readOne = readOne,
        .problems = problems,
        .choices
        = {{u"tokenEndpointAuthMethod"_s, oauth::fixedChoice(authentications.isEmpty() ? usual : authentications)},
            {u"applicationType"_s, oauth::fixedChoice({u"web"_s, u"native"_s})}},
        .removalNote = QT_TRANSLATE_NOOP("Dialects",
            "Where the server no longer takes the client's registration token, the client is only forgotten here."),
        .memory = memory(),
    };
}

}
