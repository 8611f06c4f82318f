// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/verdict.h"

#include "core/timetext.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;
using Asked = InspectedToken::Asked;
using Origin = InspectedToken::Origin;

namespace {

struct VerdictTexts {
    Q_DECLARE_TR_FUNCTIONS(Verdict)
};

bool isUnderWay(const InspectedToken &token)
{
    return token.awaitsSignature || token.asked == Asked::Waiting || token.asked == Asked::Running;
}

bool hasUnreadableTimes(const InspectedToken &token)
{
    return token.claims.unreadable.contains("exp"_L1) || token.claims.unreadable.contains("nbf"_L1);
}

bool isPast(const QDateTime &expiry, const QDateTime &now, std::chrono::seconds tolerance)
{
    return expiry.isValid() && now > expiry.addSecs(tolerance.count());
}

QString wrongText(const InspectedToken &token)
{
    return token.saysActive()
        ? VerdictTexts::tr("The signature is wrong, although the server says that the token is active.")
        : explanation(*token.verification);
}

QString expiredText(const InspectedToken &token)
{
    const QString when = absoluteTime(expiryOf(token));
    return (token.saysActive() ? VerdictTexts::tr("It expired on %1, although the server still says that it is active.")
                               : VerdictTexts::tr("It expired on %1."))
        .arg(when);
}

QString inactiveText(const InspectedToken &token)
{
    const QDateTime expiry = token.claims.expiresAt;
    if (token.isSigned() && expiry.isValid())
        return VerdictTexts::tr(
            "The server says that it is inactive, but whoever checks only the signature takes it until %1.")
            .arg(absoluteTime(expiry));
    if (token.isSigned())
        return VerdictTexts::tr(
            "The server says that it is inactive, but whoever checks only the signature takes it for ever.");
    if (token.isReadable())
        return VerdictTexts::tr("The server says that it is inactive; its signature could not be checked.");
    return VerdictTexts::tr("The server says that it is inactive: it was revoked, has expired or was never issued.");
}

QString activeText(const InspectedToken &token, const QDateTime &expiry)
{
    if (token.isSigned() && expiry.isValid())
        return VerdictTexts::tr("The server says that it is active, the signature is right, and it expires on %1.")
            .arg(absoluteTime(expiry));
    if (token.isSigned())
        return VerdictTexts::tr("The server says that it is active, the signature is right, and it does not expire.");
    if (token.isReadable())
        return VerdictTexts::tr("The server says that it is active; its signature could not be checked.");
    if (expiry.isValid())
        return VerdictTexts::tr("The server says that it is active and expires on %1.").arg(absoluteTime(expiry));
    return VerdictTexts::tr("The server says that it is active.");
}

QString validText(const InspectedToken &token, const QDateTime &now)
{
    const QDateTime expiry = expiryOf(token);
    if (isPast(expiry, now, std::chrono::seconds(0)))
        return VerdictTexts::tr("It expired on %1, less than %n second(s) ago: clocks may differ by as much.", nullptr,
            int(clockSkew.count()))
            .arg(absoluteTime(expiry));
    if (token.saysActive())
        return activeText(token, expiry);
    if (token.asked == Asked::Failed)
        return VerdictTexts::tr("The signature is right, but the server gave no answer: it may have been revoked.");
    if (!expiry.isValid())
        return VerdictTexts::tr(
            "The signature is right, and it does not expire; the server was not asked if it was revoked.");
    return VerdictTexts::tr("The signature is right, and it expires on %1; the server was not asked if it was revoked.")
        .arg(absoluteTime(expiry));
}

QString notCheckableText(const InspectedToken &token)
{
    if (token.asked == Asked::Answered && token.origin == Origin::Elsewhere)
        return VerdictTexts::tr("The server says that it is inactive, but it is not the server that issued it.");
    if (token.asked == Asked::Failed)
        return token.error.message;
    if (!token.damage.isEmpty())
        return token.damage;
    if (token.isReadable() && token.isSigned())
        return VerdictTexts::tr("The signature is right, but its times cannot be read.");
    if (token.isReadable())
        return explanation(*token.verification);
    if (token.form == TokenForm::Jwe)
        return VerdictTexts::tr(
            "It is encrypted: only the server that issued it and its recipient can tell what it is worth.");
    return VerdictTexts::tr("Only the server that issued it can tell what it is worth.");
}

}

Judgement judged(const InspectedToken &token, const QDateTime &now)
{
    if (token.verification && token.verification->outcome == Verification::Outcome::Wrong)
        return {Verdict::SignatureWrong, wrongText(token)};
    if (isPast(expiryOf(token), now, clockSkew))
        return {Verdict::Expired, expiredText(token)};
    if (token.claims.notBefore.isValid() && token.claims.notBefore > now.addSecs(clockSkew.count()))
        return {Verdict::NotYetValid,
            VerdictTexts::tr("It becomes valid on %1.").arg(absoluteTime(token.claims.notBefore))};
    if (isUnderWay(token))
        return {Verdict::Unchecked, VerdictTexts::tr("It is being checked.")};
    if (token.saysInactive())
        return {Verdict::Inactive, inactiveText(token)};
    if (token.saysActive() || (token.isSigned() && !hasUnreadableTimes(token)))
        return {Verdict::Valid, validText(token, now)};
    const bool isUntouched = token.asked == Asked::NotYet && token.isReadable() && !token.verification;
    if (isUntouched)
        return {Verdict::Unchecked, VerdictTexts::tr("It has not been checked yet.")};
    return {Verdict::NotCheckable, notCheckableText(token)};
}

QString verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Unchecked:
        return VerdictTexts::tr("Not checked yet");
    case Verdict::Valid:
        return VerdictTexts::tr("Valid");
    case Verdict::Expired:
        return VerdictTexts::tr("Expired");
    case Verdict::NotYetValid:
        return VerdictTexts::tr("Not valid yet");
    case Verdict::SignatureWrong:
        return VerdictTexts::tr("Signature wrong");
    case Verdict::Inactive:
        return VerdictTexts::tr("Server says inactive");
    case Verdict::NotCheckable:
        return VerdictTexts::tr("Not checkable");
    }
    return {};
}

QStringList remarksOn(const InspectedToken &token)
{
    QStringList remarks;
    if (token.verification && token.verification->isWeak)
        remarks << explanation(*token.verification);
    if (token.isSigned() && token.origin == Origin::Elsewhere)
        remarks << VerdictTexts::tr("It names another issuer, although it is signed with a key of this server.");
    for (const auto &name : token.repeated)
        remarks << VerdictTexts::tr("It gives “%1” more than once, so it can be read in two ways.").arg(name);
    for (const auto &name : token.claims.unreadable)
        remarks << VerdictTexts::tr("Its time “%1” cannot be read.").arg(name);
    return remarks;
}
