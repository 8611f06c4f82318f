// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/oauth.h"
#include "dialects/teneo/json.h"
#include "dialects/teneo/signin.h"
#include "dialects/teneo/texts.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// Teneo Manager's /oauth2 API. Paths are the vendor's; methods follow its naming; bodies are inferred, see json.h.
namespace teneo {

namespace {

constexpr auto studio = "STUDIO"_L1;

QHash<QString, QString> clientProblems(const Client &client)
{
    QHash<QString, QString> problems;
    if (client.name.size() > 255)
        problems.insert(u"name"_s, Texts::tr("A name has at most 255 characters."));
    if (client.type.isEmpty())
        problems.insert(u"type"_s, Texts::tr("Choose the type of the client."));
    if (client.type == studio && client.url.isEmpty())
        problems.insert(u"url"_s, Texts::tr("A Studio client needs the address its maintenance is reached at."));
    const auto tooShort = [](seconds life) { return life > seconds(0) && life < seconds(60); };
    if (tooShort(client.accessTokenLifetime))
        problems.insert(u"accessTokenLifetime"_s, Texts::tr("The server takes nothing shorter than 60 seconds."));
    if (tooShort(client.refreshTokenLifetime))
        problems.insert(u"refreshTokenLifetime"_s, Texts::tr("The server takes nothing shorter than 60 seconds."));
    return problems;
}

Endpoint<Client> clients()
{
    const auto one = [](const QString &id) { return encodedPath({u"oauth2"_s, u"clients"_s, id}); };
    return {
        .fields = chosenFields<Client>({{"name"}, {"type", FieldFlags(FieldFlag::Column) | FieldFlag::OnCreate}, {"id"},
            {"enabled"}, {"url"}, {"secret"}, {"accessTokenLifetime"}, {"refreshTokenLifetime"}, {"description"},
            {"createdAt"}, {"updatedAt"}}),
        .list = [](const ListQuery &) { return getRequest(u"/oauth2/clients"_s); },
        .readPage = [](const Response &response, const ListQuery &) { return readPage(response, readClient); },
        .rows = [](const ListQuery &) { return Rows<Client>{.members = clientMembers(), .readEntry = readClient}; },
        .read = [one](const auto &known) { return getRequest(one(known.id)); },
        .create = [](const Client &client) { return jsonRequest("POST", u"/oauth2/clients"_s, writeClient(client)); },
        .update = [one](const Client &before,
                      const Client &after) { return jsonRequest("PUT", one(before.id), writeClient(after)); },
        .remove = [one](const Client &client) { return emptyRequest("DELETE", one(client.id)); },
        .readOne = [](const Response &response, const Client &) { return readOne(response, readClient); },
        .problems = clientProblems,
        .choices = {{u"type"_s, {[] { return getRequest(u"/oauth2/clients/types"_s); }, readWords}}},
    };
}

QHash<QString, QString> apiTokenProblems(const ApiToken &token)
{
    QHash<QString, QString> problems;
    if (token.name.size() > 255)
        problems.insert(u"name"_s, Texts::tr("A name has at most 255 characters."));
    return problems;
}

Endpoint<ApiToken> apiTokens()
{
    const auto one = [](const QString &id) { return encodedPath({u"oauth2"_s, u"api-tokens"_s, id}); };
    return {
        .fields = fields<ApiToken>(),
        .list = [](const ListQuery &) { return getRequest(u"/oauth2/api-tokens"_s); },
        .readPage = [](const Response &response, const ListQuery &) { return readPage(response, readApiToken); },
        .rows
        = [](const ListQuery &) { return Rows<ApiToken>{.members = apiTokenMembers(), .readEntry = readApiToken}; },
        .read = [one](const auto &known) { return getRequest(one(known.id)); },
        .create
        = [](const ApiToken &token) { return jsonRequest("POST", u"/oauth2/api-tokens"_s, writeApiToken(token)); },
        .update = [one](const ApiToken &before,
                      const ApiToken &after) { return jsonRequest("PUT", one(before.id), writeApiToken(after)); },
        .remove = [one](const ApiToken &token) { return emptyRequest("DELETE", one(token.id)); },
        .readOne = [](const Response &response, const ApiToken &) { return readOne(response, readApiToken); },
        .problems = apiTokenProblems,
    };
}

// Revocation names a listed token by its id: the list does not hold its value.
Endpoint<Token> tokenList(const QString &path)
{
    return {
        .fields = chosenFields<Token>({{"type"}, {"client"}, {"user"}, {"issued"}, {"expires"}, {"lastUsed"}, {"id"},
            {"clientId"}, {"userId"}, {"value"}}),
        .list = [path](const ListQuery &) { return getRequest(path); },
        .readPage = [](const Response &response, const ListQuery &) { return readPage(response, readListedToken); },
        .rows = [](const ListQuery &) { return Rows<Token>{.members = tokenMembers(), .readEntry = readListedToken}; },
        .remove =
            [](const Token &token) {
                return formRequest(u"/oauth2/revoke"_s, {{u"token"_s, token.id}});
            },
        .choices = {{u"type"_s, {[] { return getRequest(u"/oauth2/tokens/types"_s); }, readWords}}},
        .removal = Removal::Revoke,
    };
}

Task task(const QString &id, const char *label, std::chrono::seconds rhythm)
{
    const auto path = [id](const QString &step, const QString &clientId) {
        return encodedPath({u"oauth2"_s, u"clients"_s, u"studio"_s, u"admin"_s, u"maintenance"_s, id, step, clientId});
    };
    return {
        .id = id,
        .label = label,
        .rhythm = rhythm,
        .begin = [path](const QString &clientId) { return emptyRequest("POST", path(u"begin"_s, clientId)); },
        .status = [path](const QString &clientId) { return getRequest(path(u"status"_s, clientId)); },
    };
}

}

static Request revocation(const Secret &token, const QString &)
{
    return formRequest(u"/oauth2/revoke"_s, {{u"token"_s, token.reveal()}});
}

Dialect dialect(const Setup &)
{
    return {
        .id = u"teneo"_s,
        .name = u"Teneo Manager"_s,
        .urlHint = "https://teneo.example.com/manager",
        .signInMethods = signInMethods(),
        .clients = clients(),
        .apiTokens = apiTokens(),
        .accessTokens = tokenList(u"/oauth2/access-tokens"_s),
        .refreshTokens = tokenList(u"/oauth2/refresh-tokens"_s),
        .keptTokens = oauth::keptTokens(revocation),
        .tokens = {.info = [] { return getRequest(u"/oauth2/token-info"_s); },
            .readInfo = [](const Response &response) { return readOne(response, readToken); },
            .infoTakesOthers = true,
            .infoTellsRights = true,
            .revoke = revocation},
        .grants = grants(),
        .maintenance = {.tasks = {task(u"daily"_s, QT_TRANSLATE_NOOP("Dialects", "Daily"), 24h),
                            task(u"hourly"_s, QT_TRANSLATE_NOOP("Dialects", "Hourly"), 1h)},
            .concerns = [](const Client &client) { return client.type == studio; },
            .read = readMaintenance},
        .documents = {{QT_TRANSLATE_NOOP("Dialects", "SAML Service Provider Metadata"),
            getRequest(u"/oauth2/delegated/saml2/metadata"_s)}},
    };
}

}
