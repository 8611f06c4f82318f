// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QCoreApplication>
#include <QMap>

// Where a PostgreSQL database is, as libpq writes it: postgresql://user@host:port/database?sslmode=verify-full. Never
// with a password.
struct DatabaseAddress {
    Q_DECLARE_TR_FUNCTIONS(DatabaseAddress)

public:
    QString host{}; // a name, an IP address, or the folder of a Unix socket; empty: as libpq chooses
    int port = -1; // -1: as libpq chooses
    QString user{}; // empty: the account's name
    QString database{};
    QMap<QString, QString> options{}; // of libpq, about TLS

    // An Error's message is one sentence that repeats nothing of the text: there may be a password in it.
    static Result<std::pair<DatabaseAddress, Secret>> read(const QString &text);
    static bool isMeant(const QString &text); // rather than a file

    QString text() const;
    QString place() const; // the same without options: who signs in where
    bool isOnThisComputer() const;
    // As QSqlDatabase::setConnectOptions() takes them. To another computer only over TLS, to a server whose certificate
    // names it, unless the address says otherwise; what does not answer is given up within seconds.
    QString connectOptions() const;
    bool operator==(const DatabaseAddress &) const = default;
};
