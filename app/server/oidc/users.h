// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/database.h"

namespace server::oidc {

struct User {
    QString id{};
    QString name{};
    QString givenName{};
    QString familyName{};
    QString email{};
    bool isAdministrator = false;
};

std::optional<User> findUser(Database &database, const QString &id);
std::optional<User> findUser(Database &database, const QString &name, const QString &password);
void insertUser(Database &database, const User &user, const QString &password);

}
