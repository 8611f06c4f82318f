// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/database.h"

#include <QJsonObject>

namespace server::teneo {

// A registered client as it is stored; its secret is apart. Null strings: not given.
struct Client {
    QString id{};
    QString name{};
    QString type{};
    QString url{};
    QString description{};
    bool isEnabled = true;
    std::optional<int> accessSeconds{};
    std::optional<int> refreshSeconds{};
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
};

QStringList clientTypes();

std::optional<Client> loadClient(Database &database, const QString &id);
// Ordered by name; null strings do not restrict.
std::vector<Client> loadClients(Database &database, const QString &id, const QString &type);
void insertClient(Database &database, const Client &client, const QString &secret);
void updateClient(Database &database, const Client &client);
void updateClientSecret(Database &database, const QString &id, const QString &secret);
void deleteClient(Database &database, const QString &id); // and its tokens, runs and logins

QJsonObject toJson(const Client &client);

}
