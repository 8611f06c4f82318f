// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"
#include "records/profile.h"

#include <QHash>

class SecretStore;

// What the profile dialog edits, in types a screen knows.

// A profile's plain sign-in values by field key.
QHash<QString, QString> plainValues(const Profile &profile);
// Puts such values into the profile's settings; others stay there.
void setPlainValues(Profile &profile, const QHash<QString, QString> &values);

// One translated sentence on what becomes of a profile's secrets here, when that needs saying; empty when the keychain
// is open. Error: Keychain, when it does not answer.
Future<QString> keychainNote(QObject *context, SecretStore &secrets);
