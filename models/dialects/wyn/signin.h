// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialects/oauth.h"

// How one signs in to Wyn Enterprise and gets tokens from it (Identity-Token of API v2; what that leaves open is read
// as in IdentityServer4, whose answers these are).
namespace wyn {

QList<SignInField> settings();
QList<Preset> presets();
QList<SignInMethod> signInMethods(const Setup &setup);
Grants grants();

// RFC 7009. A token of another client stays valid, and the server says nothing of it.
Request revocation(const Secret &token, const QString &hint);

}
