// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/batches.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static const QString stateWords[] = {u"waiting"_s, u"begun"_s, u"done"_s, u"failed"_s}; // by StoredItem::State

static StoredItem::State itemState(const QString &word)
{
    const auto found = std::find(std::begin(stateWords), std::end(stateWords), word);
    return StoredItem::State(found - std::begin(stateWords));
}

// A null string would be stored as NULL.
static QString storedText(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

static QString jsonText(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

static Result<> withoutValue(const Result<QSqlQuery> &query)
{
    return query.map([](const QSqlQuery &) {});
}

Batches::Batches(Store &store)
    : m_store(&store)
{
}

// In pieces, so that a long one does not keep the console's other half from writing; it counts from the last one on.
Result<> Batches::insert(const StoredBatch &batch, const QList<StoredItem> &items)
{
    constexpr qsizetype piece = 10'000;
    const auto begun = m_store->run(
        u"INSERT INTO batch (number, profile, kind, operation, who, created, per_second, wave, is_whole) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)"_s,
        {batch.number, storedText(batch.profile), batch.kind, batch.operation, storedText(batch.who),
            batch.created.toString(Qt::ISODate), batch.perSecond, batch.wave});
    if (!begun)
        return tl::unexpected(begun.error());
    for (qsizetype first = 0; first < items.size(); first += piece) {
        QJsonArray rows;
        for (const StoredItem &item : items.mid(first, piece))
            rows << QJsonArray{item.id, item.name};
        const auto written
            = m_store->run(u"INSERT INTO batch_item (batch, position, id, name, state, message) "
                           "SELECT ?, ? + key, json_extract(value, '$[0]'), json_extract(value, '$[1]'), 'waiting', '' "
                           "FROM json_each(?)"_s,
                {batch.number, first, jsonText(rows)});
        if (!written)
            return tl::unexpected(written.error());
    }
    return withoutValue(m_store->run(u"UPDATE batch SET is_whole = 1 WHERE number = ?"_s, {batch.number}));
}

Result<> Batches::write(qint64 number, const QList<StoredChange> &changes)
{
    auto transaction = Transaction::begin(*m_store);
    if (!transaction)
        return tl::unexpected(transaction.error());
    for (const StoredChange &change : changes) {
        const auto written
            = m_store->run(u"UPDATE batch_item SET state = ?, message = ? WHERE batch = ? AND position = ? "
                           "AND (SELECT is_whole FROM batch WHERE number = batch_item.batch)"_s,
                {stateWords[size_t(change.state)], storedText(change.message), number, change.position});
        if (!written)
            return tl::unexpected(written.error());
        if (written->numRowsAffected() != 1)
            return failure(Error::Kind::Storage, tr("This was not written down, so it cannot be gone on with."));
    }
    return transaction->commit();
}

Result<QList<BatchTally>> Batches::all(const QString &profile) const
{
    return m_store->rows(u"SELECT number, kind, operation, who, created, per_second, wave, "
                         "COUNT(*) FILTER (WHERE state = 'waiting'), COUNT(*) FILTER (WHERE state = 'begun'), "
                         "COUNT(*) FILTER (WHERE state = 'done'), COUNT(*) FILTER (WHERE state = 'failed') "
                         "FROM batch JOIN batch_item ON batch = number WHERE profile = ? AND is_whole = 1 "
                         "GROUP BY number ORDER BY created DESC, number"_s,
        {profile}, [&profile](const QSqlQuery &row) {
            BatchTally tally{.batch = {.number = row.value(0).toLongLong(),
                                 .profile = profile,
                                 .kind = row.value(1).toString(),
                                 .operation = row.value(2).toString(),
                                 .who = row.value(3).toString(),
                                 .created = QDateTime::fromString(row.value(4).toString(), Qt::ISODate),
                                 .perSecond = row.value(5).toInt(),
                                 .wave = row.value(6).toInt()}};
            for (int state = 0; state < int(tally.counts.size()); ++state)
                tally.counts[size_t(state)] = row.value(7 + state).toInt();
            return tally;
        });
}

Result<QList<StoredItem>> Batches::items(qint64 number) const
{
    return m_store->rows(u"SELECT id, name, state, message FROM batch_item WHERE batch = ? ORDER BY position"_s,
        {number}, [](const QSqlQuery &row) {
            return StoredItem{.id = row.value(0).toString(),
                .name = row.value(1).toString(),
                .state = itemState(row.value(2).toString()),
                .message = row.value(3).toString()};
        });
}

Result<> Batches::remove(qint64 number)
{
    auto transaction = Transaction::begin(*m_store);
    if (!transaction)
        return tl::unexpected(transaction.error());
    for (const QString &sql : {u"DELETE FROM batch_item WHERE batch = ?"_s, u"DELETE FROM batch WHERE number = ?"_s})
        if (const auto removed = m_store->run(sql, {number}); !removed)
            return tl::unexpected(removed.error());
    return transaction->commit();
}

// With those of which the items never came to be written.
Result<> Batches::removeAll(const QString &profile)
{
    const auto numbers = m_store->rows(u"SELECT number FROM batch WHERE profile = ?"_s, {profile},
        [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
    if (!numbers)
        return tl::unexpected(numbers.error());
    for (const qint64 number : *numbers)
        if (auto removed = remove(number); !removed)
            return removed;
    return {};
}
