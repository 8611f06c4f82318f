// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/profilesecrets.h"

#include "items/profilesettings.h"
#include "store/ledger.h"
#include "store/secretstore.h"

#include <algorithm>

static QString secretKey(const QString &profileId, const QString &field)
{
    return profileId + u'/' + field;
}

static const SignInMethod *methodOf(const Profile &profile)
{
    const Dialect *dialect = findDialect(profile.dialect);
    if (!dialect)
        return nullptr;
    const auto &methods = dialect->signInMethods;
    const auto found = std::find_if(
        methods.begin(), methods.end(), [&](const SignInMethod &method) { return method.id == profile.signInMethod; });
    return found == methods.end() ? nullptr : &*found;
}

ProfileSecrets::ProfileSecrets(SecretStore &store, const Ledger &ledger)
    : m_store(store)
    , m_ledger(ledger)
{
}

Future<> ProfileSecrets::write(const QString &profileId, QHash<QString, Secret> secrets)
{
    if (secrets.isEmpty())
        return ready(Result<>());
    const QString field = secrets.constBegin().key();
    const Secret secret = secrets.take(field);
    return andThen(this, m_store.write(secretKey(profileId, field), secret),
        [this, profileId, secrets] { return write(profileId, secrets); });
}

QStringList ProfileSecrets::fieldsOf(const Profile &profile) const
{
    QStringList keys{QString::fromLatin1(passphraseKey), QString::fromLatin1(proxyPasswordKey)};
    const auto remembered = m_ledger.entries(profile.id).value_or(QList<std::pair<QString, QString>>());
    for (const auto &[kind, id] : remembered)
        keys << kind + u'/' + id;
    if (const Dialect *dialect = findDialect(profile.dialect))
        for (const auto &method : dialect->signInMethods)
            for (const auto &field : method.fields)
                if (field.secret && !keys.contains(field.key))
                    keys << field.key;
    return keys;
}

Future<> ProfileSecrets::remove(const Profile &profile)
{
    return removeFields(profile.id, fieldsOf(profile));
}

Future<> ProfileSecrets::removeFields(const QString &profileId, QStringList fields)
{
    if (fields.isEmpty())
        return ready(Result<>());
    const QString field = fields.takeFirst();
    return andThen(this, m_store.remove(secretKey(profileId, field)),
        [this, profileId, fields] { return removeFields(profileId, fields); });
}

Future<SignInValues> ProfileSecrets::signInValues(const Profile &profile)
{
    SignInValues values;
    QStringList wanted;
    if (const SignInMethod *method = methodOf(profile))
        for (const auto &field : method->fields) {
            if (field.secret)
                wanted << field.key;
            else
                values.plain.insert(field.key, profile.settings[field.key].toString());
        }
    return read(profile.id, wanted + connectionSecrets(connectionOf(profile)), values);
}

Future<SignInValues> ProfileSecrets::read(const QString &profileId, QStringList fields, SignInValues values)
{
    if (fields.isEmpty() || profileId.isEmpty())
        return ready(Result<SignInValues>(values));
    const QString field = fields.takeFirst();
    auto promise = std::make_shared<QPromise<Result<SignInValues>>>();
    promise->start();
    onResult(this, m_store.read(secretKey(profileId, field)),
        [this, profileId, field, fields, values, promise](const Result<Secret> &secret) mutable {
            const auto settle = [promise](const Result<SignInValues> &result) {
                promise->addResult(result);
                promise->finish();
            };
            if (secret)
                values.secrets.insert(field, *secret);
            else if (secret.error().kind != Error::Kind::NotFound)
                return settle(tl::unexpected(secret.error()));
            onResult(this, read(profileId, fields, values), settle);
        });
    return promise->future();
}

QList<SignInField> missingFields(const Profile &profile, const SignInValues &values)
{
    QList<SignInField> lacking;
    const SignInMethod *method = methodOf(profile);
    const QList<SignInField> fields = method ? method->fields : QList<SignInField>();
    for (const auto &field : fields) {
        const bool isEmpty
            = field.secret ? values.secrets.value(field.key).isEmpty() : values.plain.value(field.key).isEmpty();
        if (isEmpty && !field.optional)
            lacking << field;
    }
    return lacking;
}

bool signsInInBrowser(const Profile &profile)
{
    const SignInMethod *method = methodOf(profile);
    const SignIn signIn = method ? method->make({}) : SignIn();
    return signIn.browser || signIn.code;
}

#include "moc_profilesecrets.cpp"
