// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/autentico/records.h"
#include "dialects/autentico/site.h"
#include "dialects/clientmetadata.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

// Autentico as its source of February 2026 speaks, which is called version 1 here, and as 2.1 does.
namespace autentico {

namespace {

using enum FieldFlag;

template <typename T>
using ReadRecord = Result<T> (*)(const QJsonObject &);

template <typename T>
void readsAs(ReadRecord<T> read, Endpoint<T> &endpoint)
{
    endpoint.readOne = [read](const Response &response, const T &) { return readObject(response).and_then(read); };
    if (endpoint.list)
        endpoint.readPage = [read](const Response &response, const ListQuery &asked) -> Result<Page<T>> {
            const auto listing = readListing(response, asked);
            if (!listing)
                return tl::unexpected(listing.error());
            Page<T> page{.records = {}, .next = listing->next, .total = listing->total};
            for (const auto &entry : listing->entries) {
                const auto record = read(entry.toObject());
                if (!record)
                    return tl::unexpected(record.error());
                page.records << *record;
            }
            return page;
        };
}

Request pageRequest(const oauth::Place &all, const ListQuery &query)
{
    // The newest last, so that what is made meanwhile does not move the pages still to come.
    return moved(getRequest({},
                     encodedQuery({{u"limit"_s, u"100"_s}, {u"order"_s, u"asc"_s},
                         {u"offset"_s, query.cursor.isEmpty() ? u"0"_s : query.cursor}})),
        all);
}

// What is empty counts as unchanged, so that nothing can be cleared. `raw` has what the server said, none of it empty.
QHash<QString, QString> clientProblems(const Client &client)
{
    QHash<QString, QString> problems;
    if (client.name.size() > 255)
        problems[u"name"_s] = QCoreApplication::translate("Dialects", "A name has at most 255 characters.");
    if (const QString problem = oauth::redirectUriProblem(client.redirectUris); !problem.isEmpty())
        problems[u"redirectUris"_s] = problem;
    if (client.redirectUris.size() > 10)
        problems[u"redirectUris"_s]
            = QCoreApplication::translate("Dialects", "A client has at most 10 redirect URIs here.");
    const QJsonObject &raw = client.raw;
    const auto isCleared = [&raw](const QString &key, bool isEmpty) {
        return isEmpty && raw.contains(u"client_id"_s) && raw.contains(key);
    };
    const QString kept = QCoreApplication::translate(
        "Dialects", "This cannot be cleared: given nothing, the server keeps what it has.");
    if (client.grantTypes.isEmpty() && !oauth::textsIn(raw[u"grant_types"]).isEmpty())
        problems[u"grantTypes"_s] = kept;
    if (client.scopes.isEmpty() && !oauth::scopesIn(raw[u"scopes"]).isEmpty())
        problems[u"scopes"_s] = kept;
    if (isCleared(u"response_types"_s, raw[u"response_types"].toArray().isEmpty()))
        problems[u"responseTypes"_s] = kept;
    if (isCleared(u"token_endpoint_auth_method"_s, raw[u"token_endpoint_auth_method"].toString().isEmpty()))
        problems[u"tokenEndpointAuthMethod"_s] = kept;
    return problems;
}

QList<Field<Client>> clientFields(bool isLater)
{
    const FieldFlags own = isLater ? FieldFlags(OnCreate) : FieldFlags();
    auto fields = chosenFields<Client>({{"name"}, {"type", Column | OnCreate}, {"id", Column | Generated | own},
        {"enabled", Column | OnUpdate}, {"redirectUris", Hidden | editable | Required},
        {"grantTypes", Column | editable}, {"scopes"}, {"secret", Hidden | Generated | own}});
    for (auto &field : fields)
        if (qstrcmp(field.key, "grantTypes") == 0)
            field.hint = QT_TRANSLATE_NOOP("Fields",
                "One per line: authorization_code (given without any), refresh_token, password, client_credentials.");
    fields << oauth::responseTypesField() << oauth::authenticationField();
    if (isLater)
        fields << oauth::postLogoutRedirectUrisField();
    return fields;
}

// Only what a list omits is shown from memory, and an active client never is.
Memory<Client> deactivatedClients()
{
    return {
        .explanation = QT_TRANSLATE_NOOP("Dialects",
            "The server may list active clients only. Those deactivated here stay in this list, so that they can be "
            "enabled again."),
        .write =
            [](const Client &client) {
                return QJsonObject{{u"client_id"_s, client.id}, {u"client_name"_s, client.name}};
            },
        .read =
            [](const QJsonObject &json) {
                Client client = readClient(json).value_or(Client{});
                client.enabled = false;
                return client;
            },
    };
}

Endpoint<Client> clients(const Site &site)
{
    const oauth::Place all = site.clients;
    const auto one = [all](const Client &client) { return oauth::below(all, client.id); };
    Endpoint<Client> endpoint{
        .fields = clientFields(site.isLater),
        .list = [=](const ListQuery &) { return moved(getRequest({}), all); },
        .read = [one](const Client &known) { return moved(getRequest({}), one(known)); },
        .create = [all](const Client &client) { return moved(jsonRequest("POST", {}, writeNewClient(client)), all); },
        .update =
            [one](const Client &before, const Client &after) {
                return moved(jsonRequest("PUT", {}, writeClientChanges(before, after)), one(before));
            },
        .remove = [one](const Client &client) { return moved(emptyRequest("DELETE", {}), one(client)); },
        .problems = clientProblems,
        .choices = {{u"type"_s, oauth::fixedChoice({u"confidential"_s, u"public"_s})},
            {u"tokenEndpointAuthMethod"_s,
                oauth::fixedChoice({u"client_secret_basic"_s, u"client_secret_post"_s, u"none"_s})}},
        .removal = Removal::Deactivate,
        .memory = deactivatedClients(),
    };
    if (site.isLater)
        endpoint.list = [=](const ListQuery &query) { return pageRequest(all, query); };
    readsAs<Client>(readClient, endpoint);
    return endpoint;
}

Endpoint<User> users(const Site &site)
{
    auto fields = chosenFields<User>({{"name"}, {"email", Column | OnCreate},
        {"password", Hidden | OnCreate | Required}, {"createdAt", FieldFlags(Column)}});
    for (auto &field : fields)
        if (field.kind == FieldKind::Password)
            field.hint = QT_TRANSLATE_NOOP("Fields", "6 to 64 characters, unless the server is set up otherwise.");
    fields << Field<User>{"role", QT_TRANSLATE_NOOP("Fields", "Role"), FieldKind::Text, Column, RawKey{u"role"_s}};
    fields << Field<User>{"id", QT_TRANSLATE_NOOP("Fields", "User ID"), FieldKind::Text, {}, RawKey{u"id"_s}};
    const QString path = site.userPaths.first();
    Endpoint<User> endpoint{
        .fields = fields,
        .create = [path](const User &user) { return jsonRequest("POST", path, writeNewUser(user)); },
    };
    if (site.isLater)
        endpoint.list = [path](const ListQuery &query) { return pageRequest({.path = path}, query); };
    else
        endpoint.memory = {
            .explanation = QT_TRANSLATE_NOOP(
                "Dialects", "The server lists no users. These are the ones made here, as they were then."),
            .write = writeKnownUser,
            .read = [](const QJsonObject &json) { return readUser(json).value_or(User{}); },
        };
    readsAs<User>(readUser, endpoint);
    return endpoint;
}

// A list of the administration of version 2.
Endpoint<Token> listed(const QString &kind, ReadRecord<Token> read, const QList<FieldChoice<Token>> &chosen)
{
    const oauth::Place all{.path = encodedPath({u"admin"_s, u"api"_s, kind})};
    Endpoint<Token> endpoint{
        .fields = chosenFields<Token>(chosen),
        .list = [all](const ListQuery &query) { return pageRequest(all, query); },
        .remove = [all](const Token &token) { return moved(emptyRequest("DELETE", {}), oauth::below(all, token.id)); },
        .removal = Removal::Revoke,
    };
    endpoint.fields << Field<Token>{
        "status", QT_TRANSLATE_NOOP("Fields", "Status"), FieldKind::Text, Column, RawKey{u"status"_s}};
    readsAs<Token>(read, endpoint);
    return endpoint;
}

QList<SignInField> settings()
{
    return {
        {.key = u"oauthPath"_s,
            .label = QT_TRANSLATE_NOOP("Dialects", "OAuth path"),
            .optional = true,
            .initial = u"/oauth2"_s},
        {.key = u"userCreatePath"_s,
            .label = QT_TRANSLATE_NOOP("Dialects", "Path that makes users"),
            .hint = QT_TRANSLATE_NOOP("Dialects", "Where the server does not know it, its others are tried."),
            .optional = true,
            .initial = u"/users/create"_s},
    };
}

}

Dialect dialect(const Setup &setup)
{
    const Site site = siteOf(setup);
    const TokenOperations tokens = tokenOperations(site);
    const QString wellKnown = u"/.well-known/openid-configuration"_s;
    Dialect made{
        .id = u"autentico"_s,
        .name = u"Autentico"_s,
        .urlHint = "https://auth.example.com",
        .settings = settings(),
        .discovery = {.requests = {getRequest(wellKnown), getRequest(site.oauthPath + wellKnown)},
            .read = oauth::discovery(false).read},
        .signInMethods = signInMethods(site),
        .clients = clients(site),
        .users = users(site),
        .accessTokens = oauth::issuedTokens(
            QT_TRANSLATE_NOOP("Dialects", "The server lists no tokens. These are the ones this console got."),
            tokens.revoke),
        .tokens = tokens,
        .grants = oauth::grants(site.server,
            oauth::grantTypesIn(setup.metadata, {u"password"_s, u"refresh_token"_s, u"authorization_code"_s})),
        .documents = {{QT_TRANSLATE_NOOP("Dialects", "OpenID Connect Metadata"), getRequest(wellKnown)},
            {QT_TRANSLATE_NOOP("Dialects", "Key Set"), tokens.keys()}},
    };
    if (site.isLater) {
        made.accessTokens = listed(u"tokens"_s, readToken,
            {{"user"}, {"issued"}, {"expires"}, {"scopes", FieldFlags(Column)}, {"type"}, {"id"}, {"userId"}});
        made.sessions = listed(u"sessions"_s, readSession,
            {{"user"}, {"issued"}, {"expires"}, {"lastUsed"}, {"id"}, {"userId", FieldFlags(Column)}});
        made.keptTokens = oauth::keptTokens(tokens.revoke);
    }
    return made;
}

}
