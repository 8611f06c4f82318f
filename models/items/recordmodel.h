// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/recordrows.h"
#include "items/recordtext.h"
#include "records/records.h"

// The records of one kind as a table: a column per field that is not hidden.
template <typename T>
class RecordModel : public RecordRows {
public:
    RecordModel(const QList<Field<T>> &all, QObject *parent, bool keepsRaw = true)
        : RecordModel(all, RecordLayout<T>(all, keepsRaw), parent)
    {
    }

    QString nameOf(quint32 row) const override { return recordName(m_layout.record(stored(), row)); }
    TextOfRow naming() const override
    {
        return [layout = m_layout](
                   const Columns &cells, quint32 row) { return recordName(layout.record(cells, row)); };
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
                return stored().secrets(row).value(secretsOf<T>().indexOf(std::get<Secret T::*>(field.where)));
        return {};
    }

    Records<T> emptyRecords() const { return Records<T>(m_layout); } // as put() takes them
    using RecordRows::put;
    qsizetype put(const T &record)
    {
        Records<T> one = emptyRecords();
        one.append(record);
        return put(one);
    }
    std::optional<T> find(const QString &id) const
    {
        const auto row = rowOf(id);
        return row ? std::optional(m_layout.record(stored(), *row)) : std::nullopt;
    }
    QList<T> records() const
    {
        QList<T> list;
        list.reserve(rowCount());
        for (const quint32 row : order())
            list << m_layout.record(stored(), row);
        return list;
    }

private:
    RecordModel(const QList<Field<T>> &all, const RecordLayout<T> &layout, QObject *parent)
        : RecordRows(layout.cellLayout(), cellFields(all, layout), parent)
        , m_fields(all)
        , m_layout(layout)
    {
    }
    static QList<CellField> cellFields(const QList<Field<T>> &all, const RecordLayout<T> &layout)
    {
        QList<CellField> fields;
        for (const auto &field : all)
            if (const int cells = layout.columnOf(field.where); cells >= 0)
                fields << CellField{field.key, field.label, field.kind, field.flags, field.hint, cells};
        return fields;
    }
    static bool isReadableSecret(const Field<T> &field)
    {
        return field.flags.testFlag(FieldFlag::Readable) && std::holds_alternative<Secret T::*>(field.where);
    }

    QList<Field<T>> m_fields;
    RecordLayout<T> m_layout;
};
