// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "dialects/dialect.h"
#include "records/profile.h"

// The secret in the environment variable LATCHKEY_SECRET, which is overwritten and taken out of the environment, so
// that neither a child process nor /proc has it. Empty: there is none. To be called before there are other threads.
Secret takeGivenSecret();

// What the profile signs in with when its secrets were given like that: the only one there is as it stands, several as
// a JSON object by field key. Error Rejected: it is not such an object. What is missing is missing in the answer.
Result<SignInValues> givenValues(const Profile &profile, const Secret &given);
