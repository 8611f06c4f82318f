// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/oauth.h"
#include "items/verdict.h"
#include "tests/fuzz/targets.h"

using namespace Qt::Literals::StringLiterals;

namespace {

void checkClaims(const Claims &claims)
{
    for (const QDateTime &time : {claims.expiresAt, claims.notBefore, claims.issuedAt, claims.authTime})
        fuzz::hold(
            !time.isValid() || (time.date().year() >= 1970 && time.date().year() <= 9999), "a time is one that can be");
    for (const QString &scope : claims.scopes)
        fuzz::hold(!scope.isEmpty() && !scope.contains(u' '), "a scope is one word");
}

}

void fuzz::introspection(const QByteArray &input)
{
    static const QDateTime now = QDateTime::fromString(u"2026-03-02T08:00:00Z"_s, Qt::ISODate);
    const Response response{.status = 200, .headers = {{"content-type", "application/json"}}, .body = input};
    if (const auto object = response.object())
        checkClaims(readClaims(*object));
    const auto answer = oauth::readIntrospection(response);
    hold(answer || !answer.error().message.isEmpty(), "a refusal has a sentence");

    InspectedToken token = readToken(Secret(u"0123456789abcdef0123456789abcdef"_s), u"https://id.example.com"_s);
    token.consented = true;
    takeAnswer(token, answer);
    const Judgement judgement = judged(token, now);
    hold(!judgement.explanation.isEmpty(), "a verdict says why");
    if (!answer)
        return hold(judgement.verdict == Verdict::NotCheckable, "without an answer nothing is known");
    checkClaims(token.facts);
    hold(answer->active || answer->facts == Token{}, "of what is inactive nothing is told");
    hold(answer->active || judgement.verdict != Verdict::Valid, "what the server calls inactive is never valid");
    (void)remarksOn(token);
}
