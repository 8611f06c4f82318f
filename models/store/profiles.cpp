// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/profiles.h"

#include <QJsonDocument>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace {

QString text(const QString &value)
{
    return value.isNull() ? u""_s : value; // a null QString would be bound as NULL
}

QVariant text(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QVariant();
}

// In the order of `columns`, then the id.
QVariantList values(const Profile &profile)
{
    return {text(profile.name), text(profile.dialect), text(profile.url.toString(QUrl::FullyEncoded)),
        environmentWord(profile.environment), text(profile.signInMethod),
        QString::fromUtf8(QJsonDocument(profile.settings).toJson(QJsonDocument::Compact)), text(profile.lastUsed),
        profile.id};
}

const auto columns = u"name, dialect, url, environment, sign_in_method, settings, last_used, id"_s;

Profile profileOf(const QSqlQuery &row)
{
    return {.id = row.value(7).toString(),
        .name = row.value(0).toString(),
        .dialect = row.value(1).toString(),
        .url = QUrl(row.value(2).toString()),
        .environment = environmentOf(row.value(3).toString()),
        .signInMethod = row.value(4).toString(),
        .settings = QJsonDocument::fromJson(row.value(5).toString().toUtf8()).object(),
        .lastUsed = QDateTime::fromString(row.value(6).toString(), Qt::ISODateWithMs)};
}

Result<> checkUrl(const QUrl &url)
{
    if (url.userInfo().isEmpty())
        return {};
    return failure(Error::Kind::Storage, Profiles::tr("The address must not hold a user name or a password."));
}

}

Profiles::Profiles(Store &store)
    : m_store(&store)
{
}

Result<QList<Profile>> Profiles::all() const
{
    return m_store->rows(u"SELECT %1 FROM profile"_s.arg(columns), {}, profileOf).map([](QList<Profile> profiles) {
        std::sort(profiles.begin(), profiles.end(), [](const Profile &a, const Profile &b) {
            if (a.environment != b.environment)
                return a.environment < b.environment;
            return QString::localeAwareCompare(a.name, b.name) < 0;
        });
        return profiles;
    });
}

Result<Profile> Profiles::insert(Profile profile)
{
    if (profile.id.isEmpty())
        profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return checkUrl(profile.url)
        .and_then([&] {
            return m_store->run(
                u"INSERT INTO profile (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(columns), values(profile));
        })
        .map([&](const QSqlQuery &) { return profile; });
}

Result<> Profiles::update(const Profile &profile)
{
    return checkUrl(profile.url).and_then([&] {
        return runOnOne(
            u"UPDATE profile SET (%1) = (?, ?, ?, ?, ?, ?, ?, id) WHERE id = ?"_s.arg(columns), values(profile));
    });
}

Result<> Profiles::remove(const QString &id)
{
    return runOnOne(u"DELETE FROM profile WHERE id = ?"_s, {id});
}

Result<Profile> Profiles::duplicate(const QString &id)
{
    return all().and_then([&](const QList<Profile> &profiles) -> Result<Profile> {
        const auto original
            = std::find_if(profiles.begin(), profiles.end(), [&](const Profile &profile) { return profile.id == id; });
        if (original == profiles.end())
            return failure(Error::Kind::NotFound, tr("This profile no longer exists."));
        auto copy = *original;
        copy.id.clear();
        copy.name = tr("Copy of %1").arg(original->name);
        copy.lastUsed = {};
        return insert(copy);
    });
}

Result<> Profiles::runOnOne(const QString &sql, const QVariantList &values)
{
    return m_store->run(sql, values).and_then([](const QSqlQuery &query) -> Result<> {
        if (query.numRowsAffected() == 0)
            return failure(Error::Kind::NotFound, tr("This profile no longer exists."));
        return {};
    });
}
