// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/inspectedtoken.h"

// What the server says of a token after it was revoked, and who would still take it.
struct Proof {
    enum class Outcome { Inactive, StillActive, CannotSay, NotAsked };
    Secret token{};
    Outcome outcome = Outcome::NotAsked;
    bool passesBySignature = false; // whoever checks only the signature takes it
    QDateTime passesUntil{}; // UTC, if so; invalid: for ever
    QString sentence{}; // translated
};
Q_DECLARE_METATYPE(Proof)

Proof proofOf(const InspectedToken &token, const QDateTime &now, bool canIntrospect);
