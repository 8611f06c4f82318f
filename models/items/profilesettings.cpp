// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/profilesettings.h"

#include "store/secretstore.h"

#include <QCoreApplication>

QHash<QString, QString> plainValues(const Profile &profile)
{
    QHash<QString, QString> values;
    for (auto setting = profile.settings.begin(); setting != profile.settings.end(); ++setting)
        values.insert(setting.key(), setting.value().toString());
    return values;
}

void setPlainValues(Profile &profile, const QHash<QString, QString> &values)
{
    for (auto value = values.begin(); value != values.end(); ++value)
        profile.settings.insert(value.key(), value.value());
}

static QString noteOn(SecretStore::State state)
{
    switch (state) {
    case SecretStore::State::Available:
        return {};
    case SecretStore::State::Locked:
        return QCoreApplication::translate("Keychain", "The system keychain is locked. Unlock it to keep or use secrets.");
    case SecretStore::State::Absent:
        return QCoreApplication::translate("Keychain",
            "This system has no keychain. Secrets are kept for this run only and must be entered again next time.");
    }
    return {};
}

Future<QString> keychainNote(QObject *context, SecretStore &secrets)
{
    return andThen(context, secrets.state(), [](SecretStore::State state) -> Result<QString> { return noteOn(state); });
}
