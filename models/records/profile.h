// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QUrl>

enum class Environment { Development, Test, Production }; // in the order of danger

QString environmentWord(Environment environment); // for files: "production"
Environment environmentOf(const QString &word); // a word we do not know gets the most care

// One server the console can connect to. Its secrets are not here: they live in the SecretStore, keyed by `id`.
struct Profile {
    QString id{};           // UUID without braces, made by the store on insert when empty
    QString name{};
    QString dialect{};      // folder name of the dialect, "teneo"
    QUrl url{};             // base URL, no trailing slash
    Environment environment = Environment::Development;
    QString signInMethod{}; // id of one of the dialect's sign-in methods
    QJsonObject settings{}; // plain (not secret) values of sign-in fields, by key
    QDateTime lastUsed{};   // UTC
    bool operator==(const Profile &) const = default;
};
