// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/lintrecord.h"

#include "items/collection.h"

#include <QJsonDocument>

LintList lintListOf(Collection &collection)
{
    const RecordRows &rows = *collection.model();
    LintList list{.kind = collection.kind(),
        .cells = std::make_shared<Columns>(rows.cells().snapshot()),
        .rows = rows.order(),
        .rawCells = rows.rawCells(),
        .idOf = rows.identifying(),
        .nameOf = rows.naming(),
        .isWhole = collection.isComplete() && collection.memoryNote().isEmpty()};
    const bool canUpdate = collection.operations().testFlag(Operation::Update);
    for (const ListColumn &column : rows.allColumns()) {
        list.columns.insert(column.info.key, column.cells);
        if (canUpdate && column.info.flags.testFlag(FieldFlag::OnUpdate))
            list.editable.insert(column.info.key);
    }
    return list;
}

Cell LintRecord::cell(const QString &key) const
{
    const auto column = m_list.columns.constFind(key);
    return column == m_list.columns.cend() ? 0 : m_list.cells->cell(m_row, *column);
}

QString LintRecord::text(const QString &key) const
{
    const auto column = m_list.columns.constFind(key);
    return column == m_list.columns.cend() ? QString() : QString::fromUtf8(m_list.cells->utf8(m_row, *column));
}

QStringList LintRecord::list(const QString &key) const
{
    const auto column = m_list.columns.constFind(key);
    if (column == m_list.columns.cend() || m_list.cells->cell(m_row, *column) == 0)
        return {};
    const QVariant value = m_list.cells->value(m_row, *column);
    return value.typeId() == QMetaType::QStringList ? value.toStringList() : QStringList{value.toString()};
}

// Most records do not say it, and need not be read for that.
QJsonValue LintRecord::raw(const QString &key) const
{
    if (m_list.rawCells < 0)
        return QJsonValue::Undefined;
    const QByteArrayView json = m_list.cells->utf8(m_row, m_list.rawCells);
    const QByteArray text = QByteArray::fromRawData(json.data(), json.size());
    return text.contains(key.toUtf8()) ? QJsonDocument::fromJson(text).object().value(key)
                                       : QJsonValue(QJsonValue::Undefined);
}
