// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

namespace server {
class Database;
}

namespace server::teneo {

// What the rows of a table are called, as JSON by id: looking a name up here costs a tenth of a join.
class Names {
public:
    Names(Database &database, const QString &table);

    QByteArray of(const QByteArray &id) const { return m_names.value(id, QByteArrayLiteral("null")); }

private:
    QHash<QByteArray, QByteArray> m_names;
};

}
