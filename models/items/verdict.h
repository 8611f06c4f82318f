// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/inspectedtoken.h"

#include <chrono>

// What a token is worth, as a person would sum it up.
enum class Verdict {
    Unchecked, // not yet, or being checked
    Valid,
    Expired,
    NotYetValid,
    SignatureWrong,
    Inactive, // the server says so; its signature may well be right
    NotCheckable,
};
Q_DECLARE_METATYPE(Verdict)

// A verdict with its reason: one translated sentence.
struct Judgement {
    Verdict verdict = Verdict::Unchecked;
    QString explanation{};
};

// How far the clocks of issuer, server and this machine may be apart before a time counts as passed or not come.
constexpr std::chrono::seconds clockSkew{60};

// In this order: a wrong signature is wrong whatever else is said; then the token's own times; then the server, which
// alone knows of revocations; then the signature. What a server says against a token of another issuer proves nothing.
Judgement judged(const InspectedToken &token, const QDateTime &now);
QString verdictText(Verdict verdict);

// What else a person should know about the token, one translated sentence each.
QStringList remarksOn(const InspectedToken &token);
