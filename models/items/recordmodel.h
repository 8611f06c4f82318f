// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/timetext.h"
#include "items/collection.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QLocale>

// A field's value as text for a list.
QString displayText(const QVariant &value, FieldKind kind, FieldFlags flags, const QDateTime &now);
// The long form for a tooltip; empty when the display text says it all.
QString tooltipText(const QVariant &value, FieldKind kind);

// What a person calls a record: its name where it has one.
QString recordName(const Client &client);
QString recordName(const Scope &scope);
QString recordName(const User &user);
QString recordName(const ApiToken &token);
QString recordName(const Token &token);

// The records of one kind as a table: a column per field that is not hidden.
template <typename T>
class RecordModel final : public QAbstractTableModel {
public:
    RecordModel(const QList<Field<T>> &all, QObject *parent)
        : QAbstractTableModel(parent)
    {
        for (const auto &field : all)
            if (!(field.flags & FieldFlag::Hidden))
                m_fields << field;
    }

    // In the language of the moment, which may change while the list lives.
    QList<FieldInfo> columns() const
    {
        QList<FieldInfo> infos;
        for (const auto &field : m_fields)
            infos << infoOf(field);
        return infos;
    }
    const QList<T> &records() const { return m_records; }
    const T *find(const QString &id) const
    {
        const auto row = m_rowOf.constFind(id);
        return row == m_rowOf.cend() ? nullptr : &m_records[*row];
    }

    // Adds the record or replaces the one with its id.
    void put(const T &record)
    {
        const auto known = m_rowOf.constFind(record.id);
        if (known != m_rowOf.cend()) {
            if (m_records[*known] == record)
                return;
            m_records[*known] = record;
            Q_EMIT dataChanged(index(*known, 0), index(*known, columnCount() - 1));
            return;
        }
        const int row = int(m_records.size());
        beginInsertRows({}, row, row);
        m_rowOf.insert(record.id, row);
        m_records << record;
        endInsertRows();
    }
    void remove(const QString &id)
    {
        const int row = m_rowOf.value(id, -1);
        if (row < 0)
            return;
        beginRemoveRows({}, row, row);
        m_records.removeAt(row);
        number();
        endRemoveRows();
    }
    // Drops every record whose id is not in `ids`, so that what stays keeps its place and its selection.
    void keepOnly(const QSet<QString> &ids)
    {
        for (int last = int(m_records.size()) - 1; last >= 0; --last) {
            if (ids.contains(m_records[last].id))
                continue;
            int first = last;
            while (first > 0 && !ids.contains(m_records[first - 1].id))
                --first;
            beginRemoveRows({}, first, last);
            m_records.remove(first, last - first + 1);
            number();
            endRemoveRows();
            last = first;
        }
    }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_records.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_fields.size()); }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const T &record = m_records[index.row()];
        const Field<T> &field = m_fields[index.column()];
        switch (role) {
        case Qt::DisplayRole:
            return displayText(field.read(record), field.kind, field.flags, systemClock());
        case Qt::ToolTipRole:
            return tooltipText(field.read(record), field.kind);
        case IdRole:
            return record.id;
        case NameRole:
            return recordName(record);
        case ValueRole:
            return field.read(record);
        default:
            return {};
        }
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override
    {
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= m_fields.size())
            return QAbstractTableModel::headerData(section, orientation, role);
        return translatedField(m_fields[section].label);
    }

private:
    void number()
    {
        m_rowOf.clear();
        for (int row = 0; row < m_records.size(); ++row)
            m_rowOf.insert(m_records[row].id, row);
    }

    QList<Field<T>> m_fields;
    QList<T> m_records;
    QHash<QString, int> m_rowOf;
};
