// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/recordrows.h"
#include "items/recordtext.h"
#include "records/records.h"

#include <QSet>

#include <algorithm>

// The records of one kind as a table: a column per field that is not hidden.
template <typename T>
class RecordModel : public RecordRows {
public:
    RecordModel(const QList<Field<T>> &all, QObject *parent, bool keepsRaw = true)
        : RecordRows(parent)
        , m_fields(all)
        , m_keepsRaw(keepsRaw)
        , m_records(all, keepsRaw)
    {
        for (const auto &field : all)
            if (isShown(field))
                m_shown << ShownField{
                    field.key, field.label, field.kind, field.flags, m_records.layout().columnOf(field.where)};
    }

    QList<ListColumn> listColumns() const override
    {
        QList<ListColumn> columns;
        for (const auto &field : m_fields)
            if (isShown(field))
                columns << ListColumn{infoOf(field), m_records.layout().columnOf(field.where)};
        return columns;
    }
    QList<ListColumn> allColumns() const override
    {
        QList<ListColumn> columns;
        for (const auto &field : m_fields)
            if (const int cells = m_records.layout().columnOf(field.where); cells >= 0)
                columns << ListColumn{infoOf(field), cells};
        return columns;
    }
    const Columns &cells() const override { return m_records.columns(); }
    QString idOf(quint32 row) const override
    {
        return QString::fromUtf8(cells().utf8(row, m_records.layout().idColumn()));
    }
    QString nameOf(quint32 row) const override { return recordName(m_records.record(row)); }
    std::optional<quint32> rowOf(const QString &id) const override
    {
        const auto number = cells().dictionary(m_records.layout().idColumn()).find(id.toUtf8());
        return number ? rowOfId(*number) : std::nullopt;
    }

    QList<FieldInfo> readableSecrets() const override
    {
        QList<FieldInfo> secrets;
        for (const auto &field : m_fields)
            if (isReadableSecret(field))
                secrets << infoOf(field);
        return secrets;
    }
    Secret secretOf(quint32 row, const QString &fieldKey) const override
    {
        for (const auto &field : m_fields)
            if (isReadableSecret(field) && fieldKey == QLatin1String(field.key))
                return m_records.secret(row, std::get<Secret T::*>(field.where));
        return {};
    }

    Records<T> emptyRecords() const { return Records<T>(m_fields, m_keepsRaw); } // as put() takes them
    std::optional<T> find(const QString &id) const
    {
        const auto row = rowOf(id);
        return row ? std::optional(m_records.record(*row)) : std::nullopt;
    }
    QList<T> records() const
    {
        QList<T> list;
        list.reserve(rowCount());
        for (const quint32 row : order())
            list << m_records.record(row);
        return list;
    }

    // Between these two, what is put is what the server has now: it is marked as new or changed, and in the end all
    // that was not put is gone, if the list came whole.
    void beginRefresh()
    {
        m_refreshes = 1;
        m_isFirst = order().empty();
        bool hasChanged = false;
        for (State &state : m_states) {
            hasChanged = hasChanged || state.novelty != Novelty::None;
            state.isSeen = false;
            state.novelty = Novelty::None;
        }
        if (hasChanged)
            tellChanged(0, rowCount() - 1);
    }
    void endRefresh(bool isWhole)
    {
        if (isWhole)
            keepIf([this](quint32 row) { return m_states[row].isSeen; });
        compact();
        m_refreshes = 0;
        Q_EMIT settled();
    }
    bool isSeen(const QString &id) const // in this refresh
    {
        const auto row = rowOf(id);
        return row && m_states[*row].isSeen;
    }
    void unsee(const QString &id)
    {
        if (const auto row = rowOf(id))
            m_states[*row].isSeen = false;
    }

    // Adds the records or replaces those with their ids; says how many were not seen before in this refresh.
    qsizetype put(const Records<T> &records)
    {
        typename Records<T>::Known known;
        Order added;
        qsizetype unseen = 0;
        bool hasChanged = false;
        for (quint32 theirs = 0; theirs < records.columns().rows(); ++theirs) {
            const Cells cells = m_records.translated(records, theirs, known);
            const auto id = quint32(cells[m_records.layout().idColumn()]);
            const auto row = rowOfId(id);
            if (!row)
                added.push_back(append(id, cells, records, theirs));
            else
                hasChanged = replace(*row, cells, records, theirs) || hasChanged;
            State &state = m_states[row ? *row : added.back()];
            unseen += state.isSeen ? 0 : 1;
            state.isSeen = true;
        }
        const int before = rowCount();
        appendOrder(added);
        if (hasChanged)
            tellChanged(0, before - 1);
        return unseen;
    }
    qsizetype put(const T &record)
    {
        Records<T> one = emptyRecords();
        one.append(record);
        return put(one);
    }
    void remove(const QString &id)
    {
        const auto row = rowOf(id);
        if (!row)
            return;
        bury(*row);
        removePlace(std::lower_bound(order().begin(), order().end(), *row) - order().begin());
    }
    // Drops every record whose id is not in `ids`, so that what stays keeps its place and its selection.
    void keepOnly(const QSet<QString> &ids)
    {
        keepIf([&](quint32 row) { return ids.contains(idOf(row)); });
    }

private:
    bool isShown(const Field<T> &field) const
    {
        return !(field.flags & FieldFlag::Hidden) && m_records.layout().columnOf(field.where) >= 0;
    }
    static bool isReadableSecret(const Field<T> &field)
    {
        return field.flags.testFlag(FieldFlag::Readable) && std::holds_alternative<Secret T::*>(field.where);
    }
    std::optional<quint32> rowOfId(quint32 id) const
    {
        if (id >= m_rowOfId.size() || m_rowOfId[id] == 0)
            return {};
        return m_rowOfId[id] - 1;
    }
    quint32 append(quint32 id, const Cells &cells, const Records<T> &records, quint32 theirs)
    {
        const quint32 row = m_records.appendCells(cells, records, theirs);
        m_states.push_back({.novelty = m_refreshes > 0 && !m_isFirst ? Novelty::New : Novelty::None});
        if (m_rowOfId.size() <= id)
            m_rowOfId.resize(id + 1);
        m_rowOfId[id] = row + 1;
        return row;
    }
    bool replace(quint32 row, const Cells &cells, const Records<T> &records, quint32 theirs)
    {
        if (m_records.isSame(row, cells, records, theirs))
            return false;
        m_records.replaceCells(row, cells, records, theirs);
        if (m_refreshes > 0 && m_states[row].novelty == Novelty::None)
            m_states[row].novelty = Novelty::Changed;
        return true;
    }
    template <typename Stays>
    void keepIf(Stays stays)
    {
        Order kept;
        for (const quint32 row : order()) {
            if (stays(row)) {
                kept.push_back(row);
                continue;
            }
            bury(row);
        }
        setOrder(kept);
    }
    // Rows that are gone keep their room, until they are most of all. A very long list is not moved in one go.
    void compact()
    {
        constexpr size_t most = 50'000;
        constexpr size_t slack = 4096;
        if (order().size() > most || m_states.size() < 2 * order().size() + slack)
            return;
        Records<T> records = emptyRecords();
        std::vector<State> states;
        Order numbers(m_states.size());
        typename Records<T>::Known known;
        m_rowOfId.clear();
        for (const quint32 old : order()) {
            const Cells moved = records.translated(m_records, old, known);
            const auto id = size_t(moved[m_records.layout().idColumn()]);
            numbers[old] = records.appendCells(moved, m_records, old);
            states.push_back(m_states[old]);
            m_rowOfId.resize(std::max(m_rowOfId.size(), id + 1));
            m_rowOfId[id] = numbers[old] + 1;
        }
        m_records = std::move(records);
        m_states = std::move(states);
        renumber(numbers);
        Q_EMIT renumbered(numbers);
    }
    void bury(quint32 row)
    {
        m_states[row].isLive = false;
        m_rowOfId[size_t(cells().cell(row, m_records.layout().idColumn()))] = 0;
    }
    void tellChanged(int first, int last)
    {
        if (first <= last)
            Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
    }

    QList<Field<T>> m_fields;
    bool m_keepsRaw;
    Records<T> m_records;
    std::vector<quint32> m_rowOfId; // row + 1 by the number of the id; 0: gone
    bool m_isFirst = true; // the refresh under way found nothing here
};
