// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/wyn/signin.h"

#include "net/redaction.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace wyn {

static const QString tokenHeaderKey = u"tokenHeader"_s;
static const oauth::Place tokenEndpoint{.path = u"/connect/token"_s};
static const oauth::Place revocationEndpoint{.path = u"/connect/revocation"_s};

static QString translated(const char *text)
{
    return QCoreApplication::translate("Dialects", text);
}

QList<SignInField> settings()
{
    return {{.key = tokenHeaderKey,
        .label = QT_TRANSLATE_NOOP("Dialects", "Token header"),
        .hint = QT_TRANSLATE_NOOP(
            "Dialects", "Reference-Token, or Authorization where something before the server takes only that."),
        .initial = u"Reference-Token"_s}};
}

QList<Preset> presets()
{
    return {{"Reference-Token", {{tokenHeaderKey, u"Reference-Token"_s}}},
        {"Authorization: Bearer", {{tokenHeaderKey, u"Authorization"_s}}}};
}

static void authorizeReference(Request &request, const Credential &credential)
{
    request.headers << Header{"Reference-Token", credential.access.revealUtf8()};
}

static std::function<void(Request &, const Credential &)> authorization(const Setup &setup)
{
    const QString header = setup.settings.value(tokenHeaderKey).trimmed();
    return header.startsWith(u"Authorization", Qt::CaseInsensitive) ? oauth::authorizeBearer : authorizeReference;
}

// What the API says went wrong, outermost first; the cause is the innermost (ServerPluginError).
static QStringList messagesIn(QJsonObject object)
{
    constexpr int deepest = 8;
    QStringList messages;
    for (int depth = 0; depth <= deepest && !object.isEmpty(); ++depth) {
        QString message = object[u"message"].toString().simplified();
        while (message.endsWith(u'.'))
            message.chop(1);
        if (!message.isEmpty() && !messages.contains(message))
            messages << message;
        object = object[u"innerError"].toObject();
    }
    return messages;
}

static Error readError(const Response &response)
{
    constexpr qsizetype longestQuote = 300;
    Error error = oauth::readError(response);
    // A refused user is answered with 400 as everything else is, so the error code has to tell.
    if (error.code == u"invalid_grant") {
        error.kind = Error::Kind::Unauthorized;
        error.message = translated(
            QT_TRANSLATE_NOOP("Dialects", "The user name or the password is wrong, or there is no such organization."));
    } else if (const auto messages = messagesIn(response.object().value_or(QJsonObject())); messages.size() > 1) {
        error.message = translated(QT_TRANSLATE_NOOP("Dialects", "The server refused this: %1."))
                            .arg(redacted(messages.join(u"; ").toUtf8(), longestQuote));
    }
    return error;
}

static oauth::ClientCredentials clientIn(const SignInValues &values)
{
    return {.id = values.plain.value(u"clientId"_s), .secret = values.secrets.value(u"clientSecret"_s)};
}

static Request tokenRequest(
    const QString &grantType, const oauth::ClientCredentials &client, const SignInValues &values, Effect effect)
{
    const auto plain = [&values](const QString &key) { return values.plain.value(key); };
    return oauth::clientRequest(tokenEndpoint, client,
        {{u"grant_type"_s, grantType}, {u"username"_s, plain(u"userName"_s)},
            {u"password"_s, values.secrets.value(u"password"_s).reveal()}, {u"tenant_path"_s, plain(u"tenantPath"_s)},
            {u"access-token-lifetime"_s, plain(u"lifetime"_s)}, {u"scope"_s, plain(u"scope"_s)}},
        effect);
}

static Request revocationBy(const oauth::ClientCredentials &client, const Secret &token, const QString &hint)
{
    return oauth::clientRequest(
        revocationEndpoint, client, {{u"token"_s, token.reveal()}, {u"token_type_hint"_s, hint}}, Effect::Write);
}

Request revocation(const Secret &token, const QString &hint)
{
    Request request = revocationBy({}, token, hint);
    request.asClient = true;
    return request;
}

static SignIn signInWith(const Setup &setup, const oauth::ClientCredentials &client)
{
    return {
        .authorize = authorization(setup),
        .authenticateClient =
            [client](Request &request) {
                if (!client.id.isEmpty())
                    request.headers << basicAuthorization(client.id, client.secret);
            },
        .readError = readError,
    };
}

static SignIn password(const Setup &setup, const SignInValues &values)
{
    const oauth::ClientCredentials client = clientIn(values);
    SignIn signIn = signInWith(setup, client);
    signIn.request = [client, values] { return tokenRequest(u"password"_s, client, values, Effect::SignIn); };
    signIn.read = oauth::readCredential;
    signIn.signOut = [client](const Credential &own) { return revocationBy(client, own.access, u"access_token"_s); };
    return signIn;
}

// A pasted token is its owner's: signing out here must not revoke it.
static SignIn pasted(const Setup &setup, const SignInValues &values)
{
    SignIn signIn = signInWith(setup, clientIn(values));
    signIn.fixed = Credential{.access = values.secrets.value(u"token"_s)};
    return signIn;
}

// What sign-in methods and grants ask for.
struct Asked {
    SignInField clientId{
        .key = u"clientId"_s, .label = QT_TRANSLATE_NOOP("Dialects", "Client ID"), .initial = u"integration"_s};
    SignInField clientSecret{.key = u"clientSecret"_s,
        .label = QT_TRANSLATE_NOOP("Dialects", "Client secret"),
        .secret = true,
        .hint = QT_TRANSLATE_NOOP("Dialects", "Administrators find it in the portal under Client Management.")};
    SignInField userName{.key = u"userName"_s, .label = QT_TRANSLATE_NOOP("Dialects", "User name")};
    SignInField password{.key = u"password"_s, .label = QT_TRANSLATE_NOOP("Dialects", "Password"), .secret = true};
    SignInField tenantPath{.key = u"tenantPath"_s,
        .label = QT_TRANSLATE_NOOP("Dialects", "Organization path"),
        .hint = QT_TRANSLATE_NOOP("Dialects", "Such as /Sales/North. Empty or /: the global organization."),
        .optional = true};
    SignInField lifetime{.key = u"lifetime"_s,
        .label = QT_TRANSLATE_NOOP("Dialects", "Token lifetime in seconds"),
        .hint = QT_TRANSLATE_NOOP("Dialects", "Empty: as the server is set up, which may be ten years."),
        .optional = true};
    SignInField scope{.key = u"scope"_s,
        .label = QT_TRANSLATE_NOOP("Dialects", "Scope"),
        .hint = QT_TRANSLATE_NOOP("Dialects", "Separated by spaces. Empty: everything the client may have."),
        .optional = true};
};

QList<SignInMethod> signInMethods(const Setup &setup)
{
    const Asked asked;
    const SignInField token{.key = u"token"_s,
        .label = QT_TRANSLATE_NOOP("Dialects", "Token"),
        .secret = true,
        .hint = QT_TRANSLATE_NOOP("Dialects", "You act with the rights of the user it belongs to.")};
    const char *onlyToRevoke = QT_TRANSLATE_NOOP("Dialects", "Only needed to revoke tokens.");
    SignInField optionalId = asked.clientId;
    SignInField optionalSecret = asked.clientSecret;
    for (SignInField *field : {&optionalId, &optionalSecret}) {
        field->hint = onlyToRevoke;
        field->optional = true;
        field->initial.clear();
    }
    return {
        {u"password"_s, QT_TRANSLATE_NOOP("Dialects", "User name and password"),
            {asked.clientId, asked.clientSecret, asked.userName, asked.password, asked.tenantPath, asked.lifetime},
            [setup](const SignInValues &values) { return password(setup, values); }},
        {u"token"_s, QT_TRANSLATE_NOOP("Dialects", "Pasted token"), {token, optionalId, optionalSecret},
            [setup](const SignInValues &values) { return pasted(setup, values); }},
    };
}

Grants grants()
{
    const Asked asked;
    const auto request = [](const QString &grantType) {
        return [grantType](const SignInValues &values) {
            return tokenRequest(grantType, clientIn(values), values, Effect::Write);
        };
    };
    SignInField undocumented = asked.clientId;
    undocumented.hint = QT_TRANSLATE_NOOP("Dialects", "Whether this server gives tokens to clients is not documented.");
    return {
        .list = {{.id = u"password"_s,
                     .label = QT_TRANSLATE_NOOP("Dialects", "User name and password"),
                     .fields = {asked.clientId, asked.clientSecret, asked.userName, asked.password, asked.tenantPath,
                         asked.lifetime, asked.scope},
                     .request = request(u"password"_s)},
            {.id = u"client_credentials"_s,
                .label = QT_TRANSLATE_NOOP("Dialects", "Client credentials"),
                .fields = {undocumented, asked.clientSecret, asked.lifetime, asked.scope},
                .request = request(u"client_credentials"_s)}},
        .read = oauth::readIssuedToken,
    };
}

}
