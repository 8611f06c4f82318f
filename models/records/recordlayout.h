// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/apitoken.h"
#include "records/client.h"
#include "records/recordcells.h"
#include "records/scope.h"
#include "records/token.h"
#include "records/user.h"

#include <QJsonDocument>

// What of a record never goes into columns.
template <typename T>
QList<Secret T::*> secretsOf()
{
    if constexpr (std::is_same_v<T, Client>)
        return {&Client::secret, &Client::registrationToken};
    else if constexpr (std::is_same_v<T, User>)
        return {&User::password};
    else if constexpr (requires { &T::value; })
        return {&T::value};
    else
        return {};
}

// How records of one kind are kept as rows of Columns: a column for each property, one for each field only that server
// has, and one for `raw`, if that is wanted. Secrets have no place there.
template <typename T>
class RecordLayout {
public:
    // `shown`: the fields of the list. Without `keepsRaw`, records come back without it.
    RecordLayout(const QList<Field<T>> &shown, bool keepsRaw)
    {
        for (const auto &field : fields<T>())
            add(field);
        for (const auto &field : shown)
            if (std::holds_alternative<RawKey>(field.where))
                add(field);
        // Every kind is known by its id, whether or not that is a field of its own.
        if (columnOf(&T::id) < 0)
            add(Field<T>{.where = &T::id});
        m_cells.idColumn = columnOf(&T::id);
        if constexpr (requires { &T::kind; })
            m_cells.kindColumn = columnOf(&T::kind);
        for (const auto &field : m_fields)
            m_cells.kinds << kindOf(field);
        if (keepsRaw) {
            m_cells.rawColumn = int(m_fields.size());
            m_cells.kinds << ColumnKind::Text;
        }
    }

    const CellLayout &cellLayout() const { return m_cells; }
    // Where that field's values are; -1 for a secret.
    template <typename Place>
    int columnOf(const Place &where) const
    {
        for (int column = 0; column < m_fields.size(); ++column)
            if (isSame(m_fields[column].where, decltype(Field<T>::where)(where)))
                return column;
        return -1;
    }

    Cells cells(const T &record, Columns &columns) const
    {
        Cells cells;
        for (int column = 0; column < m_fields.size(); ++column)
            cells.append(columns.cellOf(column, m_fields[column].read(record)));
        if (m_cells.rawColumn >= 0)
            cells.append(record.raw.isEmpty()
                    ? 0
                    : columns.textCell(m_cells.rawColumn, QJsonDocument(record.raw).toJson(QJsonDocument::Compact)));
        return cells;
    }
    // The new row of `records`, which are of this layout.
    quint32 append(const T &record, RecordCells &records) const
    {
        QList<Secret> secrets;
        bool hasAny = false;
        for (const auto secret : secretsOf<T>()) {
            secrets << record.*secret;
            hasAny = hasAny || !secrets.last().isEmpty();
        }
        return records.append(cells(record, records.columns()), hasAny ? secrets : QList<Secret>());
    }
    T record(const Columns &columns, quint32 row) const
    {
        T record;
        for (int column = 0; column < m_fields.size(); ++column)
            if (!std::holds_alternative<RawKey>(m_fields[column].where))
                m_fields[column].write(record, columns.value(row, column));
        if (m_cells.rawColumn >= 0) {
            const QByteArrayView raw = columns.utf8(row, m_cells.rawColumn);
            record.raw = QJsonDocument::fromJson(QByteArray::fromRawData(raw.data(), raw.size())).object();
        }
        return record;
    }

    T record(const RecordCells &records, quint32 row) const // and its secrets
    {
        T whole = record(records.columns(), row);
        const QList<Secret> kept = records.secrets(row);
        for (qsizetype i = 0; i < kept.size(); ++i)
            whole.*secretsOf<T>()[i] = kept[i];
        return whole;
    }

private:
    using Where = decltype(Field<T>::where);

    void add(const Field<T> &field)
    {
        if (!std::holds_alternative<Secret T::*>(field.where) && columnOf(field.where) < 0)
            m_fields << field;
    }
    static bool isSame(const Where &a, const Where &b)
    {
        if (a.index() != b.index())
            return false;
        return std::visit(
            [&b](const auto &place) {
                using Place = std::decay_t<decltype(place)>;
                if constexpr (std::is_same_v<Place, RawKey>)
                    return place.key == std::get<Place>(b).key;
                else
                    return place == std::get<Place>(b);
            },
            a);
    }
    static ColumnKind kindOf(const Field<T> &field)
    {
        if (std::holds_alternative<QStringList T::*>(field.where))
            return ColumnKind::List;
        if (std::holds_alternative<QDateTime T::*>(field.where))
            return ColumnKind::Time;
        if (std::holds_alternative<seconds T::*>(field.where))
            return ColumnKind::Duration;
        if (std::holds_alternative<bool T::*>(field.where))
            return ColumnKind::Switch;
        // What only one server has is text, a list or a switch.
        if (field.kind == FieldKind::List)
            return ColumnKind::List;
        return field.kind == FieldKind::Switch ? ColumnKind::Switch : ColumnKind::Text;
    }
    QList<Field<T>> m_fields; // a column each
    CellLayout m_cells;
};
