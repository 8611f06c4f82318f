// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/autentico/call.h"

namespace server::autentico {

struct User {
    QString id{};
    QString name{};
    QString email{};
    QString role{}; // admin or user
    qint64 createdAt = 0;
};

std::optional<User> findUser(Database &database, const QString &id);
std::optional<User> findUser(Database &database, const QString &name, const QString &password);
void insertUser(Database &database, const User &user, const QString &password);
QJsonObject toJson(const User &user); // as version 2 has it

// POST /users/create, /user or /admin/api/users: whoever holds a bearer token in force makes users, never
// administrators.
Answer createUser(Call &call);

}
