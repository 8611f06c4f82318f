// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/apitoken.h"
#include "records/client.h"
#include "records/columns.h"
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
        : m_keepsRaw(keepsRaw)
    {
        for (const auto &field : fields<T>())
            add(field);
        for (const auto &field : shown)
            if (std::holds_alternative<RawKey>(field.where))
                add(field);
        // Every kind is known by its id, whether or not that is a field of its own.
        m_idColumn = columnOf(&T::id);
        if (m_idColumn < 0) {
            add(Field<T>{.where = &T::id});
            m_idColumn = columnOf(&T::id);
        }
        if constexpr (requires { &T::kind; })
            m_kindColumn = columnOf(&T::kind);
    }

    int rawColumn() const { return m_keepsRaw ? int(m_fields.size()) : -1; }
    int idColumn() const { return m_idColumn; }
    int kindColumn() const { return m_kindColumn; } // -1: all records are of one kind
    Cell kindIn(const Cells &cells) const { return m_kindColumn < 0 ? 0 : cells[m_kindColumn]; }
    QList<ColumnKind> kinds() const
    {
        QList<ColumnKind> kinds;
        for (const auto &field : m_fields)
            kinds << kindOf(field);
        if (m_keepsRaw)
            kinds << ColumnKind::Text;
        return kinds;
    }
    // Where that field's values are; -1 for a secret.
    template <typename Place>
    int columnOf(const Place &where) const
    {
        for (int column = 0; column < m_fields.size(); ++column)
            if (isSame(m_fields[column].where, decltype(Field<T>::where)(where)))
                return column;
        return -1;
    }

    // As keyOf() the record.
    QString key(const Columns &columns, quint32 row) const
    {
        const QString id = QString::fromUtf8(columns.utf8(row, m_idColumn));
        const bool hasKind = m_kindColumn >= 0 && columns.cell(row, m_kindColumn) != 0;
        return hasKind ? QString::fromUtf8(columns.utf8(row, m_kindColumn)) + u'/' + id : id;
    }

    Cells cells(const T &record, Columns &columns) const
    {
        Cells cells;
        for (int column = 0; column < m_fields.size(); ++column)
            cells.append(cellOf(m_fields[column].read(record), column, columns));
        if (m_keepsRaw)
            cells.append(record.raw.isEmpty()
                    ? 0
                    : columns.textCell(rawColumn(), QJsonDocument(record.raw).toJson(QJsonDocument::Compact)));
        return cells;
    }
    T record(const Columns &columns, quint32 row) const
    {
        T record;
        for (int column = 0; column < m_fields.size(); ++column)
            if (!std::holds_alternative<RawKey>(m_fields[column].where))
                m_fields[column].write(record, columns.value(row, column));
        if (m_keepsRaw)
            record.raw = rawIn(columns.utf8(row, rawColumn()));
        return record;
    }
    // Whether these mean the same: what the server wrote may have its members in another order.
    bool isSame(const Columns &columns, const Cells &a, const Cells &b) const
    {
        for (int column = 0; column < m_fields.size(); ++column)
            if (a[column] != b[column])
                return false;
        const auto raw = [&](Cell cell) { return rawIn(columns.dictionary(rawColumn()).text(quint32(cell))); };
        return !m_keepsRaw || a.last() == b.last() || raw(a.last()) == raw(b.last());
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
    static QJsonObject rawIn(QByteArrayView utf8)
    {
        return QJsonDocument::fromJson(QByteArray::fromRawData(utf8.data(), utf8.size())).object();
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
    Cell cellOf(const QVariant &value, int column, Columns &columns) const
    {
        switch (columns.kind(column)) {
        case ColumnKind::Text:
            return columns.textCell(column, value.toString().toUtf8());
        case ColumnKind::List: {
            QByteArray joined;
            for (const QString &entry : value.toStringList())
                joined += entry.toUtf8() + listEnd;
            return columns.textCell(column, joined);
        }
        case ColumnKind::Time:
            return value.toDateTime().isValid() ? timeCell(value.toDateTime().toMSecsSinceEpoch()) : 0;
        case ColumnKind::Duration:
            return value.template value<seconds>().count();
        case ColumnKind::Switch:
            break;
        }
        return value.toBool() ? 1 : 0;
    }

    QList<Field<T>> m_fields; // a column each
    bool m_keepsRaw;
    int m_idColumn = -1;
    int m_kindColumn = -1;
};
