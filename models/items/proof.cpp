// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/proof.h"

#include "core/timetext.h"

#include <QCoreApplication>

namespace {

struct ProofTexts {
    Q_DECLARE_TR_FUNCTIONS(Proof)
};

Proof::Outcome outcomeOf(const InspectedToken &token, bool canIntrospect)
{
    if (token.saysActive())
        return Proof::Outcome::StillActive;
    if (token.saysInactive())
        return Proof::Outcome::Inactive;
    const bool wasAsked
        = token.asked == InspectedToken::Asked::Answered || token.asked == InspectedToken::Asked::Failed;
    return wasAsked || !canIntrospect ? Proof::Outcome::CannotSay : Proof::Outcome::NotAsked;
}

QString sentenceForPassing(Proof::Outcome outcome, const QDateTime &until)
{
    const QString when = absoluteTime(until);
    switch (outcome) {
    case Proof::Outcome::StillActive:
        return ProofTexts::tr("The server still says it is active.");
    case Proof::Outcome::Inactive:
        return until.isValid()
            ? ProofTexts::tr(
                "The server says it is inactive; for whoever checks only the signature it stays valid until %1.")
                  .arg(when)
            : ProofTexts::tr(
                "The server says it is inactive; for whoever checks only the signature it stays valid for ever.");
    case Proof::Outcome::CannotSay:
        return until.isValid() ? ProofTexts::tr("The server cannot say; the signature stays valid until %1.").arg(when)
                               : ProofTexts::tr("The server cannot say; the signature stays valid for ever.");
    case Proof::Outcome::NotAsked:
        return until.isValid()
            ? ProofTexts::tr("The server was not asked; the signature stays valid until %1.").arg(when)
            : ProofTexts::tr("The server was not asked; the signature stays valid for ever.");
    }
    return {};
}

QString sentenceForOthers(Proof::Outcome outcome, const QDateTime &expiry, bool isExpired)
{
    switch (outcome) {
    case Proof::Outcome::StillActive:
        return ProofTexts::tr("The server still says it is active.");
    case Proof::Outcome::Inactive:
        return ProofTexts::tr("The server says it is inactive.");
    case Proof::Outcome::CannotSay:
        return isExpired ? ProofTexts::tr("The server cannot say, but it expired on %1.").arg(absoluteTime(expiry))
                         : ProofTexts::tr("The server cannot say, and nothing else can.");
    case Proof::Outcome::NotAsked:
        return ProofTexts::tr("The server was not asked.");
    }
    return {};
}

}

Proof proofOf(const InspectedToken &token, const QDateTime &now, bool canIntrospect)
{
    // No tolerance for clocks here: who checks signatures may have one, so it counts until the last second of it.
    const QDateTime expiry = token.claims.expiresAt;
    const bool isExpired = expiry.isValid() && now > expiry;
    const bool isReadable = !token.claims.unreadable.contains(QLatin1String("exp"));
    Proof proof{.token = token.value,
        .outcome = outcomeOf(token, canIntrospect),
        .passesBySignature = token.isSigned() && !isExpired && isReadable};
    if (proof.passesBySignature)
        proof.passesUntil = expiry;
    proof.sentence = proof.passesBySignature ? sentenceForPassing(proof.outcome, expiry)
                                             : sentenceForOthers(proof.outcome, expiry, isExpired);
    return proof;
}
