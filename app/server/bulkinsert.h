// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QVariant>

namespace server {

class Database;

// Inserts very many rows, some at a time, which takes half as long as one by one. For inside a transaction.
class BulkInsert {
public:
    BulkInsert(Database &database, const QString &table, const QStringList &columns);
    ~BulkInsert(); // what is left
    BulkInsert(const BulkInsert &) = delete;
    BulkInsert &operator=(const BulkInsert &) = delete;

    void add(const QVariantList &row); // a value for each column

private:
    QString statement(qsizetype rows) const;

    Database &m_database;
    QString m_table;
    QStringList m_columns;
    QString m_whole; // the statement for as many as fit
    QVariantList m_values;
};

}
