// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/background.h"
#include "items/recordrows.h"
#include "items/recordtext.h"
#include "items/rowindex.h"
#include "records/records.h"

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
    int rawCells() const override { return m_records.layout().rawColumn(); }
    QString idOf(quint32 row) const override { return m_records.layout().key(cells(), row); }
    QString nameOf(quint32 row) const override { return recordName(m_records.record(row)); }
    TextOfRow identifying() const override
    {
        return [layout = m_records.layout()](const Columns &cells, quint32 row) { return layout.key(cells, row); };
    }
    TextOfRow naming() const override
    {
        return [layout = m_records.layout()](
                   const Columns &cells, quint32 row) { return recordName(layout.record(cells, row)); };
    }
    std::optional<quint32> rowOf(const QString &id) const override
    {
        const int kind = m_records.layout().kindColumn();
        const quint32 word
            = kind < 0 ? 0 : cells().dictionary(kind).find(id.section(u'/', 0, 0).toUtf8()).value_or(0);
        const QString plain = word > 0 ? id.section(u'/', 1) : id;
        const auto number = cells().dictionary(m_records.layout().idColumn()).find(plain.toUtf8());
        return number ? m_index.find(word, *number) : std::nullopt;
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
        ++m_version;
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
            dropUnseen();
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
        ++m_version;
        typename Records<T>::Known known;
        Order added;
        qsizetype unseen = 0;
        bool hasChanged = false;
        for (quint32 theirs = 0; theirs < records.columns().rows(); ++theirs) {
            const Cells cells = m_records.translated(records.columns(), theirs, known);
            const auto row
                = m_index.find(m_records.layout().kindIn(cells), cells[m_records.layout().idColumn()]);
            if (!row)
                added.push_back(append(cells, records, theirs));
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

private:
    bool isShown(const Field<T> &field) const
    {
        return !(field.flags & FieldFlag::Hidden) && m_records.layout().columnOf(field.where) >= 0;
    }
    static bool isReadableSecret(const Field<T> &field)
    {
        return field.flags.testFlag(FieldFlag::Readable) && std::holds_alternative<Secret T::*>(field.where);
    }
    quint32 append(const Cells &cells, const Records<T> &records, quint32 theirs)
    {
        const quint32 row = m_records.appendCells(cells, records, theirs);
        m_states.push_back({.novelty = m_refreshes > 0 && !m_isFirst ? Novelty::New : Novelty::None});
        m_index.insert(m_records.layout().kindIn(cells), cells[m_records.layout().idColumn()], row);
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
    void dropUnseen()
    {
        for (const quint32 row : order())
            if (!m_states[row].isSeen)
                bury(row);
        keep([this](quint32 row) { return isLive(row); });
    }
    struct Compacted {
        std::shared_ptr<Records<T>> records{};
        Order numbers{}; // by old number
        RowIndex index{};
    };
    // Rows that are gone keep their room, until they are most of all. A very long list is moved in another thread; what
    // happens to it meanwhile makes that vain, and it is tried again after the next refresh.
    void compact()
    {
        constexpr size_t many = 20'000;
        constexpr size_t slack = 4096;
        if (m_states.size() < 2 * order().size() + slack)
            return;
        const auto records = std::make_shared<Records<T>>(emptyRecords());
        if (order().size() <= many)
            return takeCompacted(compacted(cells(), order(), records));
        const auto moved = inBackground([old = std::make_shared<Columns>(cells().snapshot()), rows = order(),
                                            records]() -> Result<Compacted> { return compacted(*old, rows, records); });
        onResult(this, moved, [this, version = m_version](const Result<Compacted> &done) {
            if (version == m_version)
                takeCompacted(*done);
        });
    }
    static Compacted compacted(const Columns &old, const Order &rows, const std::shared_ptr<Records<T>> &records)
    {
        Compacted done{.records = records, .numbers = Order(old.rows())};
        typename Records<T>::Known known;
        for (const quint32 row : rows) {
            const Cells cells = records->translated(old, row, known);
            done.numbers[row] = records->columns().append(cells);
            done.index.insert(
                records->layout().kindIn(cells), cells[records->layout().idColumn()], done.numbers[row]);
        }
        return done;
    }
    void takeCompacted(const Compacted &done)
    {
        Q_EMIT aboutToBeRenumbered();
        std::vector<State> states;
        states.reserve(order().size());
        for (const quint32 row : order()) {
            states.push_back(m_states[row]);
            done.records->copySecrets(done.numbers[row], m_records, row);
        }
        m_records = std::move(*done.records);
        m_index = done.index;
        m_states = std::move(states);
        renumber(done.numbers);
        Q_EMIT renumbered(done.numbers);
    }
    void bury(quint32 row)
    {
        ++m_version;
        m_states[row].isLive = false;
        const Cells gone = cells().cells(row);
        m_index.remove(m_records.layout().kindIn(gone), gone[m_records.layout().idColumn()]);
    }
    void tellChanged(int first, int last)
    {
        if (first <= last)
            Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
    }

    QList<Field<T>> m_fields;
    bool m_keepsRaw;
    Records<T> m_records;
    RowIndex m_index;
    quint64 m_version = 0; // goes up with every change
    bool m_isFirst = true; // the refresh under way found nothing here
};
