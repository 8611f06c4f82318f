// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

class Collection;

// A record that will expire.
struct Expiry {
    QString kind{}; // of its collection
    QString id{};
    QString name{};
    QDateTime at{}; // UTC
    bool operator==(const Expiry &) const = default;
};

// The records of these collections that expire next after `now`, soonest first, at most `count`. Takes what is loaded;
// a collection without a field "expires" has none.
QList<Expiry> nextExpiries(const QList<Collection *> &collections, const QDateTime &now, int count);
