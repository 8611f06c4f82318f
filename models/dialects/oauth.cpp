// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/oauth.h"

#include "net/errorbody.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace oauth {

static QString translated(const char *text)
{
    return QCoreApplication::translate("Dialects", text);
}

Request moved(Request request, const Place &to)
{
    request.path = to.path;
    request.absolute = to.url;
    return request;
}

// `path` is encoded and begins with '/'.
static QUrl extended(const QUrl &url, const QString &path)
{
    QString whole = url.path(QUrl::FullyEncoded);
    while (whole.endsWith(u'/'))
        whole.chop(1);
    QUrl longer = url;
    longer.setPath(whole + path, QUrl::TolerantMode);
    return longer;
}

Place below(const Place &collection, const QString &segment)
{
    const QString step = encodedPath({segment});
    return collection.url.isEmpty() ? Place{.path = collection.path + step}
                                    : Place{.url = extended(collection.url, step)};
}

QUrl absolute(const Place &place, const QUrl &base)
{
    return place.url.isEmpty() && !base.isEmpty() ? extended(base, place.path) : place.url;
}

void authenticate(Request &form, const ClientCredentials &client)
{
    if (client.id.isEmpty())
        return;
    if (client.method == ClientAuthentication::Basic && !client.secret.isEmpty()) {
        form.headers << basicAuthorization(client.id, client.secret);
        return;
    }
    FormFields fields{{u"client_id"_s, client.id}};
    if (!client.secret.isEmpty())
        fields << std::pair(u"client_secret"_s, client.secret.reveal());
    form.body += '&' + formRequest({}, fields).body;
}

Request clientRequest(const Place &to, const ClientCredentials &client, const FormFields &fields, Effect effect)
{
    FormFields given;
    for (const auto &field : fields)
        if (!field.second.isEmpty())
            given << field;
    Request request = moved(formRequest(u"/"_s, given, effect), to);
    authenticate(request, client);
    request.headers << Header{"Accept", "application/json"};
    return request;
}

static Result<IssuedToken> issuedTokenIn(const QJsonObject &json, const QDateTime &receivedAt)
{
    IssuedToken token{
        .credential = {.access = Secret(json[u"access_token"].toString()),
            .refresh = Secret(json[u"refresh_token"].toString()),
            .idToken = Secret(json[u"id_token"].toString())},
        .type = json[u"token_type"].toString(),
        .scopes = scopesIn(json[u"scope"]),
    };
    if (json[u"scope"].isString())
        token.credential.scopes = token.scopes;
    if (token.credential.access.isEmpty())
        return failure(Error::Kind::Protocol,
            translated(QT_TRANSLATE_NOOP("Dialects", "The server's answer holds no access token.")));
    // Some servers quote the number.
    const QJsonValue life = json[u"expires_in"];
    const double seconds = life.isString() ? life.toString().toDouble() : life.toDouble();
    if (seconds > 0 && seconds < 1e11)
        token.credential.expiresAt = receivedAt.addSecs(qint64(seconds));
    return token;
}

Result<IssuedToken> readIssuedToken(const Response &response)
{
    const auto object = response.object();
    return object ? issuedTokenIn(*object, response.receivedAt) : Result<IssuedToken>(tl::unexpected(object.error()));
}

Result<Credential> readCredential(const Response &response)
{
    return readIssuedToken(response).map([](const IssuedToken &token) { return token.credential; });
}

void authorizeBearer(Request &request, const Credential &credential)
{
    request.headers << Header{"Authorization", "Bearer " + credential.access.revealUtf8()};
}

Error readError(const Response &response)
{
    Error error = errorFrom(response);
    if (error.code == u"invalid_client") {
        error.kind = Error::Kind::Unauthorized;
        error.message = translated(QT_TRANSLATE_NOOP(
            "Dialects", "The client ID or the client secret is wrong or missing, or the client is disabled."));
    } else if (error.code == u"unauthorized_client") {
        error.message
            = translated(QT_TRANSLATE_NOOP("Dialects", "The server does not let this client get tokens in this way."));
    }
    return error;
}

QStringList scopesIn(const QJsonValue &value)
{
    QStringList scopes;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const auto &entry : array)
            scopes << entry.toString();
    } else {
        scopes = value.toString().split(u' ');
    }
    scopes.removeAll(QString());
    return scopes;
}

QDateTime timeIn(const QJsonValue &value)
{
    const double seconds = value.isString() ? value.toString().toDouble() : value.toDouble();
    // Up to the year 9999, beyond which no date is meant.
    if (!(seconds > 0 && seconds < 253402300800.0))
        return {};
    return QDateTime::fromSecsSinceEpoch(qint64(std::floor(seconds)), Qt::UTC);
}

Introspected introspectedFrom(const QJsonObject &claims)
{
    if (!claims[u"active"].toBool())
        return {};
    return {
        .active = true,
        .facts = {
            .id = claims[u"jti"].toString(),
            .type = claims[u"token_type"].toString(),
            .clientId = claims[u"client_id"].toString(),
            .clientName = claims[u"client_id"].toString(),
            .userId = claims[u"sub"].toString(),
            .userName = claims[u"username"].toString(claims[u"sub"].toString()),
            .issuedAt = timeIn(claims[u"iat"]),
            .expiresAt = timeIn(claims[u"exp"]),
            .scopes = scopesIn(claims[u"scope"]),
            .raw = claims,
        },
    };
}

Result<Introspected> readIntrospection(const Response &response)
{
    return response.object().map(introspectedFrom);
}

// A server without a path in its issuer publishes at one address; RFC 8414 puts the path behind the well-known part,
// OpenID Connect before it.
Discovery discovery(bool isRequired, const QUrl &issuer)
{
    QList<Request> requests{
        getRequest(u"/.well-known/openid-configuration"_s), getRequest(u"/.well-known/oauth-authorization-server"_s)};
    if (const QString path = issuer.path(QUrl::FullyEncoded); path.size() > 1) {
        const QUrl root = issuer.resolved(QUrl(u"/.well-known/oauth-authorization-server"_s));
        requests << moved(getRequest({}),
            {.url = extended(root, issuer.adjusted(QUrl::StripTrailingSlash).path(QUrl::FullyEncoded))});
    }
    return {
        .requests = requests,
        .read = [](const Response &response, const QUrl &) -> Result<QJsonObject> {
            auto metadata = response.object();
            if (metadata && (*metadata)[u"token_endpoint"].toString().isEmpty()
                && (*metadata)[u"issuer"].toString().isEmpty())
                return failure(Error::Kind::Protocol,
                    translated(QT_TRANSLATE_NOOP("Dialects", "The server publishes nothing usable about itself.")));
            return metadata;
        },
        .isRequired = isRequired,
    };
}

Place endpointIn(const QJsonObject &metadata, const QString &key, const Place &otherwise)
{
    const QUrl url(metadata[key].toString(), QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return url.isValid() && isWeb && !url.host().isEmpty() ? Place{.url = url} : otherwise;
}

// OpenID Connect Core §3.1.3.7. The token came straight from the token endpoint, which stands in for its signature.
static Result<> checkIdToken(const Secret &idToken, const CodeGrant &grant, const CodeAttempt &attempt)
{
    if (idToken.isEmpty())
        return {};
    const QByteArray claimsPart = idToken.revealUtf8().split('.').value(1);
    const QJsonObject claims
        = QJsonDocument::fromJson(QByteArray::fromBase64(claimsPart, QByteArray::Base64UrlEncoding)).object();
    const QJsonValue audience = claims[u"aud"];
    const bool isForUs = audience.toString() == grant.client.id || audience.toArray().contains(grant.client.id);
    if (claims[u"nonce"].toString() != attempt.nonce.reveal() || !isForUs)
        return failure(Error::Kind::Protocol,
            translated(
                QT_TRANSLATE_NOOP("Dialects", "The server's ID token belongs to another sign-in, so it was refused.")));
    if (!grant.issuer.isEmpty() && claims[u"iss"].toString() != grant.issuer)
        return failure(Error::Kind::Protocol,
            translated(
                QT_TRANSLATE_NOOP("Dialects", "The server's ID token comes from another issuer, so it was refused.")));
    return {};
}

static QUrl authorizationUrl(const CodeGrant &grant, const CodeAttempt &attempt)
{
    QUrl url = grant.authorizationEndpoint;
    FormFields fields{{u"response_type"_s, u"code"_s}, {u"client_id"_s, grant.client.id},
        {u"redirect_uri"_s, attempt.redirectUri}, {u"state"_s, attempt.state.reveal()},
        {u"code_challenge"_s, attempt.challenge}, {u"code_challenge_method"_s, u"S256"_s}};
    if (!grant.scope.isEmpty())
        fields << std::pair(u"scope"_s, grant.scope);
    if (grant.scope.split(u' ').contains(u"openid"_s))
        fields << std::pair(u"nonce"_s, attempt.nonce.reveal());
    // Otherwise the server has to ignore that scope, and gives no refresh token (OpenID Connect Core §11).
    if (grant.scope.split(u' ').contains(u"offline_access"_s))
        fields << std::pair(u"prompt"_s, u"consent"_s);
    // The endpoint may have a query of its own, which stays (RFC 6749 §3.1).
    QString query = url.query(QUrl::FullyEncoded);
    if (!query.isEmpty())
        query += u'&';
    url.setQuery(query + encodedQuery(fields).toString(QUrl::FullyEncoded));
    return url;
}

CodeSignIn codeSignIn(const CodeGrant &grant)
{
    return {
        .authorizationUrl = [grant](const CodeAttempt &attempt) { return authorizationUrl(grant, attempt); },
        .exchange =
            [grant](const Secret &code, const CodeAttempt &attempt) {
                return clientRequest(grant.tokenEndpoint, grant.client,
                    {{u"grant_type"_s, u"authorization_code"_s}, {u"code"_s, code.reveal()},
                        {u"redirect_uri"_s, attempt.redirectUri}, {u"code_verifier"_s, attempt.verifier.reveal()}},
                    Effect::SignIn);
            },
        .read = [grant](const Response &response, const CodeAttempt &attempt) -> Result<Credential> {
            const auto token = readIssuedToken(response);
            if (!token)
                return tl::unexpected(token.error());
            if (const auto checked = checkIdToken(token->credential.idToken, grant, attempt); !checked)
                return tl::unexpected(checked.error());
            return token->credential;
        },
        .issuer = grant.issuer,
        .isIssuerRequired = grant.isIssuerRequired,
    };
}

}
