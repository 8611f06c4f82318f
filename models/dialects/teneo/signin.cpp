// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/teneo/signin.h"

#include "dialects/oauth.h"
#include "dialects/teneo/json.h"
#include "dialects/teneo/texts.h"
#include "net/errorbody.h"

#include <QLocale>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

namespace teneo {

namespace {

const QString tokenPath = u"/oauth2/token"_s;

// RFC 6749 §5.1. The life of the token counts from its receipt here, whatever the server's clock says.
Result<Credential> readCredential(const QJsonObject &json, const QDateTime &receivedAt)
{
    Credential credential{.access = Secret(json[u"access_token"].toString()), .refresh = Secret(json[u"refresh_token"].toString())};
    if (credential.access.isEmpty())
        return failure(Error::Kind::Protocol, Texts::tr("The server's answer holds no access token."));
    if (const qint64 life = json[u"expires_in"].toInteger(); life > 0)
        credential.expiresAt = receivedAt.addSecs(life);
    return credential;
}

Result<Credential> readTokenResponse(const Response &response)
{
    const auto object = response.object();
    return object ? readCredential(*object, response.receivedAt) : Result<Credential>(tl::unexpected(object.error()));
}

void authorize(Request &request, const Credential &credential)
{
    request.headers << Header{"Authorization", "Bearer " + credential.access.revealUtf8()};
}

// What every method has in common: the bearer header, renewal where there is a refresh token, and a revoke without a
// token, which the server takes for the one in use.
SignIn bearer(const QString &clientId = {}, const Secret &clientSecret = {})
{
    return {
        .read = readTokenResponse,
        .renew = [clientId, clientSecret](const Credential &old) {
            return formRequest(tokenPath, {{u"grant_type"_s, u"refresh_token"_s}, {u"client_id"_s, clientId}, {u"client_secret"_s, clientSecret.reveal()},
                                           {u"refresh_token"_s, old.refresh.reveal()}}, Effect::SignIn);
        },
        .signOut = [](const Credential &credential) {
            auto request = formRequest(u"/oauth2/revoke"_s, {{u"token"_s, credential.access.reveal()}}, Effect::SignIn);
            if (!credential.refresh.isEmpty())
                request = formRequest(u"/oauth2/revoke"_s, {{u"token"_s, credential.access.reveal()}, {u"token"_s, credential.refresh.reveal()}}, Effect::SignIn);
            authorize(request, credential);
            return request;
        },
        .authorize = authorize,
        .readError = errorFrom,
    };
}

SignIn clientCredentials(const QString &id, const Secret &secret)
{
    SignIn signIn = bearer(id, secret);
    signIn.request = [id, secret] {
        return formRequest(tokenPath, {{u"grant_type"_s, u"client_credentials"_s}, {u"client_id"_s, id}, {u"client_secret"_s, secret.reveal()}}, Effect::SignIn);
    };
    return signIn;
}

SignIn password(const SignInValues &values)
{
    const QString id = values.plain[u"clientId"_s];
    const Secret secret = values.secrets[u"clientSecret"_s];
    SignIn signIn = bearer(id, secret);
    signIn.request = [id, secret, user = values.plain[u"userName"_s], word = values.secrets[u"password"_s]] {
        return formRequest(tokenPath, {{u"grant_type"_s, u"password"_s}, {u"client_id"_s, id}, {u"client_secret"_s, secret.reveal()},
                                       {u"username"_s, user}, {u"password"_s, word.reveal()}}, Effect::SignIn);
    };
    return signIn;
}

// A pasted token is its owner's: signing out here must not revoke it.
SignIn apiToken(const SignInValues &values)
{
    return {.fixed = Credential{.access = values.secrets[u"apiToken"_s]}, .authorize = authorize, .readError = errorFrom};
}

// The server's end of the login on our clock: how far it lies after the answer's Date header counts (RFC 9110 §6.6.1),
// since the two clocks may differ by more than a login takes.
QDateTime endOfLogin(const QJsonValue &expiresAt, const Response &response)
{
    constexpr qint64 usual = 300;
    const QDateTime end = readTime(expiresAt);
    QDateTime sent = QLocale::c().toDateTime(QString::fromLatin1(response.header("date")), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    sent.setTimeSpec(Qt::UTC);
    const qint64 life = end.isValid() && sent.isValid() ? sent.secsTo(end) : usual;
    return response.receivedAt.addSecs(life > 0 ? life : usual);
}

// The answer may be an object, or the bare address with the login's id in its RelayState.
Result<PendingLogin> readStart(const Response &response)
{
    PendingLogin login;
    if (const auto json = response.json(); json && json->isObject()) {
        const auto object = json->toObject();
        login.url = QUrl(object[u"url"].toString(), QUrl::StrictMode);
        login.id = object[u"loginId"].toString();
        login.expiresAt = endOfLogin(object[u"expiresAt"], response);
    } else {
        const QString text = json && json->isString() ? json->toString() : QString::fromUtf8(response.body).trimmed();
        login.url = QUrl(text, QUrl::StrictMode);
    }
    if (login.id.isEmpty())
        login.id = QUrlQuery(login.url).queryItemValue(u"RelayState"_s, QUrl::FullyDecoded);
    if (!login.expiresAt.isValid())
        login.expiresAt = endOfLogin({}, response);
    const bool isWeb = login.url.scheme() == u"https" || login.url.scheme() == u"http";
    if (!login.url.isValid() || !isWeb || login.id.isEmpty())
        return failure(Error::Kind::Protocol, Texts::tr("The server did not give an address to sign in at."));
    return login;
}

Result<std::optional<Credential>> readPoll(const Response &response)
{
    if (response.status == 202)
        return std::optional<Credential>();
    const auto object = response.object();
    if (!object)
        return tl::unexpected(object.error());
    if ((*object)[u"status"].toString() == u"PENDING")
        return std::optional<Credential>();
    return readCredential(*object, response.receivedAt).map([](const Credential &credential) { return std::optional(credential); });
}

SignIn delegated(const SignInValues &values)
{
    SignIn signIn = clientCredentials(values.plain[u"clientId"_s], values.secrets[u"clientSecret"_s]);
    signIn.browser = BrowserSignIn{
        .start = [](const Credential &client) {
            Request request = getRequest(u"/oauth2/delegated/start-login-url"_s);
            authorize(request, client);
            return request;
        },
        .readStart = readStart,
        // Method and parameter are inferred: only the endpoint's existence is documented.
        .poll = [](const PendingLogin &login) {
            QUrlQuery query;
            query.addQueryItem(u"loginId"_s, login.id);
            Request request = getRequest(u"/oauth2/delegated/notification"_s, query);
            authorize(request, login.context);
            return request;
        },
        .readPoll = readPoll,
    };
    return signIn;
}

// What sign-in methods and grants ask for.
struct Asked {
    SignInField clientId{.key = u"clientId"_s, .label = QT_TRANSLATE_NOOP("Dialects", "Client ID")};
    SignInField clientSecret{.key = u"clientSecret"_s, .label = QT_TRANSLATE_NOOP("Dialects", "Client secret"), .secret = true};
    SignInField userName{.key = u"userName"_s, .label = QT_TRANSLATE_NOOP("Dialects", "User name")};
    SignInField password{.key = u"password"_s, .label = QT_TRANSLATE_NOOP("Dialects", "Password"), .secret = true};
    SignInField token{.key = u"apiToken"_s, .label = QT_TRANSLATE_NOOP("Dialects", "API token"), .secret = true,
                      .hint = QT_TRANSLATE_NOOP("Dialects", "You act with the rights of the user it belongs to.")};
};

Request grantRequest(const QString &grantType, const SignInValues &values)
{
    const oauth::ClientCredentials client{.id = values.plain[u"clientId"_s], .secret = values.secrets[u"clientSecret"_s],
                                          .method = oauth::ClientAuthentication::Body};
    return oauth::clientRequest({.path = tokenPath}, client,
        {{u"grant_type"_s, grantType}, {u"username"_s, values.plain[u"userName"_s]}, {u"password"_s, values.secrets[u"password"_s].reveal()},
         {u"refresh_token"_s, values.secrets[u"refreshToken"_s].reveal()}}, Effect::Write);
}

}

QList<SignInMethod> signInMethods()
{
    const Asked asked;
    const auto &[clientId, clientSecret, userName, userPassword, token] = asked;
    return {
        {u"administrator"_s, QT_TRANSLATE_NOOP("Dialects", "Administrator"), {userName, userPassword},
         [](const SignInValues &values) { return clientCredentials(values.plain[u"userName"_s], values.secrets[u"password"_s]); }},
        {u"clientCredentials"_s, QT_TRANSLATE_NOOP("Dialects", "Client credentials"), {clientId, clientSecret},
         [](const SignInValues &values) { return clientCredentials(values.plain[u"clientId"_s], values.secrets[u"clientSecret"_s]); }},
        {u"password"_s, QT_TRANSLATE_NOOP("Dialects", "User name and password"), {clientId, clientSecret, userName, userPassword}, password},
        {u"apiToken"_s, QT_TRANSLATE_NOOP("Dialects", "API token"), {token}, apiToken},
        {u"delegated"_s, QT_TRANSLATE_NOOP("Dialects", "Delegated login in the browser"), {clientId, clientSecret}, delegated},
    };
}

Grants grants()
{
    const Asked asked;
    const SignInField refreshToken{.key = u"refreshToken"_s, .label = QT_TRANSLATE_NOOP("Dialects", "Refresh token"), .secret = true};
    const auto as = [](const QString &grantType) { return [grantType](const SignInValues &values) { return grantRequest(grantType, values); }; };
    return {
        .list = {
            {.id = u"client_credentials"_s, .label = QT_TRANSLATE_NOOP("Dialects", "Client credentials"),
             .fields = {asked.clientId, asked.clientSecret}, .request = as(u"client_credentials"_s)},
            {.id = u"password"_s, .label = QT_TRANSLATE_NOOP("Dialects", "User name and password"),
             .fields = {asked.clientId, asked.clientSecret, asked.userName, asked.password}, .request = as(u"password"_s)},
            {.id = u"refresh_token"_s, .label = QT_TRANSLATE_NOOP("Dialects", "Refresh token"),
             .fields = {asked.clientId, asked.clientSecret, refreshToken}, .request = as(u"refresh_token"_s)},
        },
        .read = oauth::readIssuedToken,
    };
}

}
