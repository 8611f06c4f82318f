// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/inspectedtoken.h"

using namespace Qt::Literals::StringLiterals;
using Origin = InspectedToken::Origin;

static QStringView withoutLastSlash(QStringView issuer)
{
    return issuer.endsWith(u'/') ? issuer.chopped(1) : issuer;
}

static Origin originOf(const Jwt &jwt, const Claims &claims, const QString &issuer)
{
    // Who names two issuers names none.
    if (issuer.isEmpty() || claims.issuer.isEmpty() || jwt.repeatedClaims.contains("iss"_L1))
        return Origin::Unknown;
    return withoutLastSlash(claims.issuer) == withoutLastSlash(issuer) ? Origin::Here : Origin::Elsewhere;
}

InspectedToken readToken(const Secret &value, const QString &issuer)
{
    InspectedToken token{.value = value, .form = formOf(value)};
    if (token.form != TokenForm::Jws)
        return token;
    if (const auto jwt = readJwt(value)) {
        token.claims = readClaims(jwt->claims);
        token.repeated = jwt->jws.repeatedHeaders + jwt->repeatedClaims;
        token.origin = originOf(*jwt, token.claims, issuer);
    } else {
        token.damage = jwt.error().message;
    }
    return token;
}

static void fill(QString &text, const QString &first, const QString &second)
{
    if (text.isEmpty())
        text = first.isEmpty() ? second : first;
}

void takeAnswer(InspectedToken &token, const Result<Introspected> &answer)
{
    token.asked = answer ? InspectedToken::Asked::Answered : InspectedToken::Asked::Failed;
    token.answer = answer.value_or(Introspected{});
    token.error = answer ? Error{} : answer.error();
    const Token &facts = token.answer.facts;
    token.facts = readClaims(facts.raw);
    fill(token.facts.subject, facts.userName, facts.userId);
    fill(token.facts.clientId, facts.clientName, facts.clientId);
    if (facts.expiresAt.isValid())
        token.facts.expiresAt = facts.expiresAt.toUTC();
}

QDateTime expiryOf(const InspectedToken &token)
{
    return token.claims.expiresAt.isValid() ? token.claims.expiresAt : token.facts.expiresAt;
}

QString masked(const Secret &token)
{
    const QString text = token.reveal();
    // Of a short one, what is shown would help to guess the rest.
    if (text.size() < 24)
        return u"••••••••"_s;
    return text.first(6) + u'…' + text.last(4);
}
