// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/authorizationserver.h"
#include "dialects/mediationzone/json.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// DigitalRoute MediationZone's Authorization Server (8.2 to 9.3, and Usage Engine Private Edition): a management API
// behind optional Basic authentication, and a token endpoint for client credentials. Its tokens are JWTs that end when
// they expire and not before.
namespace mediationzone {

static QString translated(const char *text)
{
    return QCoreApplication::translate("Dialects", text);
}

static const QString managementKey = u"managementPath"_s;
static const QString tokenKey = u"tokenPath"_s;

static QList<SignInField> settings()
{
    return {
        {.key = managementKey,
            .label = QT_TRANSLATE_NOOP("Dialects", "Management path"),
            .hint = QT_TRANSLATE_NOOP("Dialects", "Where clients and scopes are managed, below the server's address."),
            .initial = u"/authserver/api"_s},
        {.key = tokenKey,
            .label = QT_TRANSLATE_NOOP("Dialects", "Token path"),
            .hint = QT_TRANSLATE_NOOP("Dialects", "Where clients get tokens, below the server's address."),
            .initial = u"/authserver/token"_s},
    };
}

static QList<Preset> presets()
{
    return {
        {QT_TRANSLATE_NOOP("Dialects", "9.2+ / UEPE"),
            {{managementKey, u"/authserver/api"_s}, {tokenKey, u"/authserver/token"_s}}},
        {QT_TRANSLATE_NOOP("Dialects", "8.x–9.1"), {{managementKey, u"/api"_s}, {tokenKey, u"/token"_s}}},
    };
}

// "/a/b" however it was typed; empty for "/".
static QString pathIn(const Setup &setup, const QString &key)
{
    QString typed = setup.settings.value(key).trimmed();
    if (typed.isEmpty())
        typed = presets().constFirst().values.value(key);
    return encodedPath(typed.split(u'/', Qt::SkipEmptyParts));
}

// A scope with white space in it would reach the server as several.
static bool isSeveral(const QString &scope)
{
    return std::any_of(scope.begin(), scope.end(), [](QChar character) { return character.isSpace(); });
}

static QHash<QString, QString> clientProblems(const Client &client)
{
    QHash<QString, QString> problems;
    if (client.name == u"." || client.name == u"..")
        problems.insert(u"name"_s,
            translated(QT_TRANSLATE_NOOP("Dialects", "A client of this name could never be reached. Choose another.")));
    if (std::any_of(client.scopes.begin(), client.scopes.end(), isSeveral))
        problems.insert(
            u"scopes"_s, translated(QT_TRANSLATE_NOOP("Dialects", "A scope has no spaces in it. Write one per line.")));
    return problems;
}

static QList<Field<Client>> clientFields()
{
    using enum FieldFlag;
    auto fields = chosenFields<Client>({{"name", Column | OnCreate | Required}});
    fields << Field<Client>{"clientId", QT_TRANSLATE_NOOP("Fields", "Client ID"), FieldKind::Text, Column | Generated,
        RawKey{u"client_id"_s}};
    fields << chosenFields<Client>({{"scopes", Column | editable}, {"secret", Hidden | Generated | Readable}});
    fields.last().hint = QT_TRANSLATE_NOOP("Fields", "Made by the server, which tells it to every administrator.");
    return fields;
}

static Endpoint<Client> clients(const QString &management)
{
    const QString all = management + u"/clients"_s;
    const auto one = [all](const QString &name) { return all + encodedPath({name}); };
    return {
        .fields = clientFields(),
        .list = [all](const ListQuery &) { return getRequest(all); },
        .readPage =
            [](const Response &response, const ListQuery &) {
                return readClients(response).map([](const QList<Client> &found) { return Page<Client>{found}; });
            },
        .read = [one](const Client &known) { return getRequest(one(known.id)); },
        .create = [all](const Client &client) { return jsonRequest("POST", all, registrationOf(client)); },
        .update = [one](const Client &before,
                      const Client &after) { return jsonRequest("PUT", one(before.id), scopeOf(after.scopes)); },
        .remove = [one](const Client &client) { return emptyRequest("DELETE", one(client.id)); },
        .readOne = [](const Response &response, const Client &) { return readClient(response); },
        .problems = clientProblems,
        .removalNote = QT_TRANSLATE_NOOP(
            "Dialects", "Access tokens the client already got stay valid until they expire; nothing can revoke them."),
        .updateCreates = true,
        .rotation = {.label = QT_TRANSLATE_NOOP("Dialects", "Rotate ID and Secret"),
            .consequence = QT_TRANSLATE_NOOP("Dialects",
                "The client gets a new ID as well as a new secret, and both old ones stop working at once. Access "
                "tokens it already got stay valid until they expire."),
            .request = [one](const Client &client) { return emptyRequest("PATCH", one(client.id)); }},
    };
}

static QHash<QString, QString> scopeProblems(const Scope &scope)
{
    if (!isSeveral(scope.id))
        return {};
    return {{u"id"_s,
        translated(QT_TRANSLATE_NOOP("Dialects", "A scope has no spaces in it. Use underscores, or make several."))}};
}

// The server answers with the scopes that are there now of those it was given; some answer nothing.
static Result<Scope> readProvisioned(const Response &response, const Scope &sent)
{
    if (response.body.isEmpty())
        return sent;
    return readScopes(response).and_then([&sent](const QStringList &provisioned) -> Result<Scope> {
        if (!provisioned.contains(sent.id))
            return failure(Error::Kind::Protocol,
                translated(QT_TRANSLATE_NOOP("Dialects", "The server did not say that it added the scope.")));
        return sent;
    });
}

static Endpoint<Scope> scopes(const QString &management)
{
    const QString all = management + u"/scope"_s;
    return {
        .fields = chosenFields<Scope>({{"id"}}),
        .list = [all](const ListQuery &) { return getRequest(all); },
        .readPage =
            [](const Response &response, const ListQuery &) {
                return readScopes(response).map([](const QStringList &words) {
                    Page<Scope> page;
                    for (const QString &word : words)
                        page.records << Scope{.id = word};
                    return page;
                });
            },
        .create = [all](const Scope &scope) { return jsonRequest("POST", all, scopeOf({scope.id})); },
        .remove = [all](const Scope &scope) { return jsonRequest("PATCH", all, scopeOf({scope.id})); },
        .readOne = readProvisioned,
        .problems = scopeProblems,
        .removalNote = QT_TRANSLATE_NOOP("Dialects",
            "Clients keep it in their lists, but tokens they get from now on lack it. Tokens that have it keep it "
            "until they expire."),
    };
}

static void authorize(Request &request, const Credential &credential)
{
    request.headers << Header{"Authorization", credential.access.revealUtf8()};
}

// RFC 7617: name and password as they are, unlike those of a client (RFC 6749 §2.3.1).
static Credential basicCredential(const SignInValues &values)
{
    const QByteArray name = values.plain.value(u"userName"_s).toUtf8();
    const QByteArray password = values.secrets.value(u"password"_s).revealUtf8();
    return {.access = Secret::fromUtf8("Basic " + (name + ':' + password).toBase64())};
}

// The server knows no sign-in; the smallest of its calls tells whether it lets us manage.
static SignIn management(const QString &path, const Credential &credential)
{
    return {
        .isToken = false,
        .request =
            [path, credential] {
                Request request = getRequest(path + u"/scope"_s);
                if (!credential.access.isEmpty())
                    authorize(request, credential);
                return request;
            },
        .read = [credential](const Response &response) -> Result<Credential> {
            return response.json().map([&credential](const QJsonValue &) { return credential; });
        },
        .authorize = authorize,
        .readError = oauth::readError,
    };
}

static Error readErrorUnprotected(const Response &response)
{
    Error error = oauth::readError(response);
    if (response.status == 401 && error.code != u"invalid_client")
        error.message = translated(QT_TRANSLATE_NOOP(
            "Dialects", "The management of this server is protected. Choose to sign in with user name and password."));
    return error;
}

static QList<SignInMethod> signInMethods(const QString &path)
{
    return {
        {
            .id = u"basic"_s,
            .label = QT_TRANSLATE_NOOP("Dialects", "User name and password"),
            .fields
            = {{.key = u"userName"_s, .label = QT_TRANSLATE_NOOP("Dialects", "User name"), .initial = u"mzadmin"_s},
                {.key = u"password"_s, .label = QT_TRANSLATE_NOOP("Dialects", "Password"), .secret = true}},
            .make = [path](const SignInValues &values) { return management(path, basicCredential(values)); },
        },
        {
            .id = u"none"_s,
            .label = QT_TRANSLATE_NOOP("Dialects", "No sign-in"),
            .make =
                [path](const SignInValues &) {
                    SignIn signIn = management(path, {});
                    signIn.readError = readErrorUnprotected;
                    return signIn;
                },
        },
    };
}

static Grants grants(const oauth::Place &tokenEndpoint)
{
    const auto request = [tokenEndpoint](const SignInValues &values) {
        return oauth::clientRequest(tokenEndpoint,
            {.id = values.plain.value(u"clientId"_s), .secret = values.secrets.value(u"clientSecret"_s)},
            {{u"grant_type"_s, u"client_credentials"_s}, {u"scope"_s, values.plain.value(u"scope"_s)}}, Effect::Write);
    };
    return {
        .list = {{
            .id = u"client_credentials"_s,
            .label = QT_TRANSLATE_NOOP("Dialects", "Client credentials"),
            .fields = {{.key = u"clientId"_s, .label = QT_TRANSLATE_NOOP("Dialects", "Client ID")},
                {.key = u"clientSecret"_s, .label = QT_TRANSLATE_NOOP("Dialects", "Client secret"), .secret = true},
                {.key = u"scope"_s,
                    .label = QT_TRANSLATE_NOOP("Dialects", "Scope"),
                    .hint
                    = QT_TRANSLATE_NOOP("Dialects", "Separated by spaces. Empty: everything the client may have."),
                    .optional = true}},
            .request = request,
        }},
        .read = oauth::readIssuedToken,
    };
}

Dialect dialect(const Setup &setup)
{
    const QString path = pathIn(setup, managementKey);
    const QString token = pathIn(setup, tokenKey);
    return {
        .id = u"mediationzone"_s,
        .name = u"MediationZone"_s,
        .urlHint = "https://mediationzone.example.com:10000",
        .settings = settings(),
        .presets = presets(),
        .signInMethods = signInMethods(path),
        .clients = clients(path),
        .scopes = scopes(path),
        .accessTokens = oauth::issuedTokens(
            QT_TRANSLATE_NOOP("Dialects",
                "The server lists no tokens: these are the ones this console got. None can be revoked; each ends when "
                "it expires."),
            {}),
        .grants = grants({.path = token.isEmpty() ? u"/"_s : token}),
    };
}

}
