// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantMap>

#include <functional>
#include <optional>

struct Response;

// What a write does to one record, told before it leaves: what the journal keeps, and what an undo goes by.
struct Change {
    enum class Action { Create, Update, Remove, Deactivate, Rotate, Revoke, Issue, Start };
    // A record as the server stored it.
    struct Stored {
        QString id{};
        QVariantMap fields{};
    };

    Action action = Action::Update;
    QString kind{}; // of the collection, "clients"; "maintenance" of a task
    QString id{}; // empty of what is yet to be made
    QString name{}; // what a person calls it
    QVariantMap before{}; // by field key, as Field::read() gives them, secrets as Secret; empty of what is new
    QVariantMap after{}; // the same as it was asked for; empty of what goes
    std::function<std::optional<Stored>(const Response &)> stored{}; // what a success tells; empty: nothing more
};
