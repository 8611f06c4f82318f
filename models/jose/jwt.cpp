// SPDX-License-Identifier: GPL-3.0-or-later
#include "jose/jwt.h"

#include "jose/base64url.h"
#include "jose/membernames.h"
#include "jose/pastedtokens.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace {

struct JwtTexts {
    Q_DECLARE_TR_FUNCTIONS(Jwt)
};

constexpr qsizetype jwsParts = 3;
constexpr qsizetype jweParts = 5;

tl::unexpected<Error> unreadable(const QString &message, const QString &detail = {})
{
    return failure(Error::Kind::Protocol, message, detail);
}

QJsonObject headerOf(const QList<QByteArray> &parts)
{
    const auto header = fromBase64Url(parts.first());
    return header ? QJsonDocument::fromJson(*header).object() : QJsonObject();
}

bool isEncrypted(const QList<QByteArray> &parts, const QJsonObject &header)
{
    // RFC 7516 §9 gives both signs; a token that was cut off has lost the first.
    return header.contains("enc"_L1) || (parts.size() == jweParts && !header.isEmpty());
}

Result<QList<QByteArray>> partsOf(const Secret &token)
{
    if (token.isEmpty())
        return unreadable(JwtTexts::tr("There is no token."));
    const QByteArray text = token.revealUtf8();
    if (text.size() > longestToken)
        return failure(Error::Kind::TooLarge, JwtTexts::tr("A token of more than 1 MB is not read."));
    const auto parts = text.split('.');
    if (isEncrypted(parts, headerOf(parts)))
        return unreadable(JwtTexts::tr("This token is encrypted (JWE): only its recipient can read it."));
    if (parts.size() == 1)
        return unreadable(JwtTexts::tr("This is no JWT: it has no dots."));
    if (parts.size() != jwsParts)
        return unreadable(JwtTexts::tr(
            "A JWT has three parts with dots between them, this text has %n.", nullptr, int(parts.size())));
    return parts;
}

struct JsonText {
    QJsonObject object{};
    QStringList repeated{};
};

// The object in a decoded part, or why not: `notJson` or `noObject`.
Result<JsonText> readObject(const QByteArray &json, const QString &notJson, const QString &noObject)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return unreadable(notJson, problem.errorString());
    if (!document.isObject())
        return unreadable(noObject);
    return JsonText{document.object(), repeatedNames(json)};
}

}

TokenForm formOf(const Secret &token)
{
    const QByteArray text = token.revealUtf8();
    if (text.size() > longestToken || !text.contains('.'))
        return TokenForm::Opaque;
    const auto parts = text.split('.');
    const QJsonObject header = headerOf(parts);
    if (isEncrypted(parts, header))
        return TokenForm::Jwe;
    // "eyJ" is how an object begins: a damaged JWT is still one.
    return header.contains("alg"_L1) || text.startsWith("eyJ") ? TokenForm::Jws : TokenForm::Opaque;
}

Result<Jws> readJws(const Secret &pasted)
{
    const auto parts = partsOf(onlyTokenIn(pasted));
    if (!parts)
        return tl::unexpected(parts.error());
    const auto header = fromBase64Url(parts->at(0));
    if (!header)
        return unreadable(JwtTexts::tr("The first part, the header, is not base64url text."));
    const auto payload = fromBase64Url(parts->at(1));
    if (!payload)
        return unreadable(JwtTexts::tr("The second part, the claims, is not base64url text."));
    const auto signature = fromBase64Url(parts->at(2));
    if (!signature)
        return unreadable(
            JwtTexts::tr("The third part, the signature, is not base64url text; it may have been cut off."));
    const auto read = readObject(
        *header, JwtTexts::tr("The header is not JSON."), JwtTexts::tr("The header is JSON, but not an object."));
    if (!read)
        return tl::unexpected(read.error());
    return Jws{.header = read->object,
        .repeatedHeaders = read->repeated,
        .payload = *payload,
        .signingInput = parts->at(0) + '.' + parts->at(1),
        .signature = *signature};
}

Result<Jwt> readJwt(const Secret &pasted)
{
    const auto jws = readJws(pasted);
    if (!jws)
        return tl::unexpected(jws.error());
    const auto claims = readObject(jws->payload, JwtTexts::tr("The claims are not JSON."),
        JwtTexts::tr("The claims are JSON, but not an object."));
    if (!claims)
        return tl::unexpected(claims.error());
    return Jwt{.jws = *jws, .claims = claims->object, .repeatedClaims = claims->repeated};
}
