// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/givensecret.h"

#include "items/profilesettings.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdlib>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char secretVariable[] = "LATCHKEY_SECRET";

struct GivenTexts {
    Q_DECLARE_TR_FUNCTIONS(GivenSecret)
};

QStringList secretFieldsOf(const Profile &profile)
{
    QStringList keys = connectionSecrets(connectionOf(profile));
    const Dialect *dialect = findDialect(profile.dialect);
    const auto methods = dialect ? dialect->signInMethods : QList<SignInMethod>();
    for (const SignInMethod &method : methods)
        for (const SignInField &field : method.fields)
            if (method.id == profile.signInMethod && field.secret)
                keys << field.key;
    return keys;
}

}

Secret takeGivenSecret()
{
    char *const value = std::getenv(secretVariable);
    if (!value)
        return {};
    Secret given = Secret::fromUtf8(value);
    volatile char *const place = value; // so that it is not left out as writing what nobody reads
    for (size_t i = std::strlen(value); i > 0; --i)
        place[i - 1] = '\0';
    qunsetenv(secretVariable);
    return given;
}

Result<SignInValues> givenValues(const Profile &profile, const Secret &given)
{
    SignInValues values{.plain = plainValues(profile)};
    const QStringList keys = secretFieldsOf(profile);
    if (keys.size() == 1)
        values.secrets.insert(keys.first(), given);
    if (keys.size() < 2)
        return values;
    const QJsonDocument document = QJsonDocument::fromJson(given.revealUtf8());
    if (!document.isObject())
        return failure(Error::Kind::Rejected,
            //: %1 the name of an environment variable, %2 keys such as password, clientSecret
            GivenTexts::tr("This profile has several secrets, so %1 has to be a JSON object with these members: %2.")
                .arg(QLatin1StringView(secretVariable), keys.join(u", ")));
    for (const QString &key : keys)
        values.secrets.insert(key, Secret(document[key].toString()));
    return values;
}
