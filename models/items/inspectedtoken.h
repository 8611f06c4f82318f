// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"
#include "jose/claims.h"
#include "jose/verify.h"
#include "records/token.h"

#include <functional>
#include <optional>

// What one server can do for an inspection. An empty function means it cannot.
struct Inspector {
    QString issuer{}; // the server's own, as it stands in its tokens; empty when unknown
    std::function<Future<Jwks>()> keys{};
    std::function<Future<Introspected>(const Secret &token)> introspect{};
};

// A token somebody pasted, and what has been found out about it so far.
struct InspectedToken {
    enum class Origin {
        Here, // a JWT that names the server's issuer
        Elsewhere, // a JWT that names another
        Unknown,
    };
    enum class Asked { NotYet, Waiting, Running, Answered, Failed };

    Secret value{};
    TokenForm form = TokenForm::Opaque;
    QString damage{}; // why what looks like a JWT cannot be read, one sentence; else empty
    QStringList repeated{}; // names its header or its claims give more than once
    Claims claims{}; // of a JWT that can be read
    Origin origin = Origin::Unknown;
    bool consented = false; // may be sent to the server although it is not known to be its own

    bool awaitsSignature = false;
    std::optional<Verification> verification{}; // of a JWT that can be read; none: not checked

    Asked asked = Asked::NotYet;
    bool askAgain = false; // the question under way is older than what it should answer
    Introspected answer{}; // when Answered
    Claims facts{}; // the same in the token's own terms
    Error error{}; // when Failed

    bool isReadable() const { return form == TokenForm::Jws && damage.isEmpty(); }
    bool maySend() const { return consented || origin == Origin::Here; }
    bool isSigned() const { return verification && verification->outcome == Verification::Outcome::Valid; }
    bool saysActive() const { return asked == Asked::Answered && answer.active; }
    // Whoever did not issue a token knows nothing of it, and says inactive, too.
    bool saysInactive() const { return asked == Asked::Answered && !answer.active && origin != Origin::Elsewhere; }
};

InspectedToken readToken(const Secret &value, const QString &issuer);

// Takes the server's answer, or why there is none.
void takeAnswer(InspectedToken &token, const Result<Introspected> &answer);

QDateTime expiryOf(
    const InspectedToken &token); // UTC, by the token itself, else by the server; invalid: none, or unknown
QString masked(const Secret &token); // its first and last characters, so that a person knows which it is
