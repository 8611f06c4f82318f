// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"
#include "net/connectionsettings.h"
#include "records/profile.h"

#include <QHash>

class SecretStore;

// What the profile dialog edits, in types a screen knows.

// A profile's plain sign-in values by field key.
QHash<QString, QString> plainValues(const Profile &profile);
// Puts such values into the profile's settings; others stay there.
void setPlainValues(Profile &profile, const QHash<QString, QString> &values);

// How the profile's server is reached; its secrets are not in a profile.
ConnectionSettings connectionOf(const Profile &profile);
void setConnection(Profile &profile, const ConnectionSettings &settings);

// Whether nothing can be changed there until somebody unlocks it: in production, unless the profile says otherwise.
bool opensReadOnly(const Profile &profile);
void setOpensReadOnly(Profile &profile, bool readOnly);

// Whether a connection made for `before` is another one than would be made for `now`.
bool speaksOtherwise(const Profile &before, const Profile &now);

// The keys of those secrets among a profile's, as far as the settings have a use for them.
inline constexpr char passphraseKey[] = "connection.passphrase";
inline constexpr char proxyPasswordKey[] = "connection.proxyPassword";
QStringList connectionSecrets(const ConnectionSettings &settings);

// Whether secrets outlast this run here, and one translated sentence when something about that needs saying.
struct KeychainNote {
    bool isLasting = true;
    QString text{};
};
// Never fails: a keychain that does not answer is what the note says.
Future<KeychainNote> keychainNote(QObject *context, SecretStore &secrets);
// The same after the person has been asked to unlock a locked keychain, however long that takes.
Future<KeychainNote> unlockedKeychain(QObject *context, SecretStore &secrets);
