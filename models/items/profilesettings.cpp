// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/profilesettings.h"

#include "store/secretstore.h"

#include <QCoreApplication>

static const QString connectionKey = QStringLiteral("connection");
static const QString opensReadOnlyKey = QStringLiteral("opensReadOnly");

QHash<QString, QString> plainValues(const Profile &profile)
{
    QHash<QString, QString> values;
    for (auto setting = profile.settings.begin(); setting != profile.settings.end(); ++setting)
        if (setting.key() != connectionKey)
            values.insert(setting.key(), setting.value().toString());
    return values;
}

void setPlainValues(Profile &profile, const QHash<QString, QString> &values)
{
    for (auto value = values.begin(); value != values.end(); ++value)
        profile.settings.insert(value.key(), value.value());
}

ConnectionSettings connectionOf(const Profile &profile)
{
    return connectionSettingsFrom(profile.settings[connectionKey].toObject());
}

void setConnection(Profile &profile, const ConnectionSettings &settings)
{
    profile.settings.insert(connectionKey, toJson(settings));
}

bool opensReadOnly(const Profile &profile)
{
    return profile.settings[opensReadOnlyKey].toBool(profile.environment == Environment::Production);
}

void setOpensReadOnly(Profile &profile, bool readOnly)
{
    if (readOnly == (profile.environment == Environment::Production))
        profile.settings.remove(opensReadOnlyKey);
    else
        profile.settings.insert(opensReadOnlyKey, readOnly);
}

bool speaksOtherwise(const Profile &before, const Profile &now)
{
    const auto settingsOf = [](const Profile &profile) {
        QJsonObject settings = profile.settings;
        settings.remove(opensReadOnlyKey);
        return settings;
    };
    return now.url != before.url || now.dialect != before.dialect || now.signInMethod != before.signInMethod
        || settingsOf(now) != settingsOf(before);
}

QStringList connectionSecrets(const ConnectionSettings &settings)
{
    QStringList keys;
    if (!settings.certificateFile.isEmpty())
        keys << QString::fromLatin1(passphraseKey);
    if (!settings.proxy.user.isEmpty())
        keys << QString::fromLatin1(proxyPasswordKey);
    return keys;
}

static KeychainNote noteOn(const Result<SecretStore::State> &state)
{
    if (!state)
        return {.text = state.error().message};
    switch (*state) {
    case SecretStore::State::Available:
        return {};
    case SecretStore::State::Locked:
        return {.text = QCoreApplication::translate(
                    "Keychain", "The system keychain is locked, so secrets can be neither kept nor used.")};
    case SecretStore::State::Absent:
        return {.isLasting = false,
            .text = QCoreApplication::translate("Keychain",
                "This system has no keychain. Secrets are kept for this run only and must be entered again next "
                "time.")};
    }
    return {};
}

Future<KeychainNote> keychainNote(QObject *context, SecretStore &secrets)
{
    auto promise = std::make_shared<QPromise<Result<KeychainNote>>>();
    promise->start();
    onResult(context, secrets.state(), [promise](const Result<SecretStore::State> &state) {
        promise->addResult(noteOn(state));
        promise->finish();
    });
    return promise->future();
}

Future<KeychainNote> unlockedKeychain(QObject *context, SecretStore &secrets)
{
    auto promise = std::make_shared<QPromise<Result<KeychainNote>>>();
    promise->start();
    const auto settle = [promise](const Result<KeychainNote> &note) {
        promise->addResult(note);
        promise->finish();
    };
    onResult(context, secrets.state(), [context, &secrets, settle](const Result<SecretStore::State> &state) {
        if (!state || *state != SecretStore::State::Locked)
            return settle(noteOn(state));
        // Declined or not, what counts is how the keychain is afterwards.
        onResult(context, secrets.unlock(), [context, &secrets, settle](const Result<> &) {
            onResult(context, keychainNote(context, secrets), settle);
        });
    });
    return promise->future();
}
