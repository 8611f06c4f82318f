// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/oidc/users.h"

#include "app/server/random.h"

using namespace Qt::Literals::StringLiterals;

namespace server::oidc {

static User readUser(const QSqlQuery &query)
{
    return {.id = query.value(0).toString(),
        .name = query.value(1).toString(),
        .givenName = query.value(2).toString(),
        .familyName = query.value(3).toString(),
        .email = query.value(4).toString(),
        .isAdministrator = query.value(5).toBool()};
}

std::optional<User> findUser(Database &database, const QString &id)
{
    return database.one(
        u"SELECT id, name, given_name, family_name, email, administrator FROM oidc_users WHERE id = ?"_s, {id},
        readUser);
}

std::optional<User> findUser(Database &database, const QString &name, const QString &password)
{
    return database.one(uR"(SELECT id, name, given_name, family_name, email, administrator FROM oidc_users
        WHERE name = ? AND password = ?)"_s,
        {name, digest(password)}, readUser);
}

void insertUser(Database &database, const User &user, const QString &password)
{
    database.change(uR"(INSERT INTO oidc_users (id, name, password, given_name, family_name, email, administrator)
        VALUES (?, ?, ?, ?, ?, ?, ?))"_s,
        {user.id, user.name, digest(password), user.givenName, user.familyName, user.email, user.isAdministrator});
}

}
