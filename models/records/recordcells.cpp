// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/recordcells.h"

#include <QJsonDocument>
#include <QJsonObject>

QString CellLayout::key(const Columns &columns, quint32 row) const
{
    const QString id = QString::fromUtf8(columns.utf8(row, idColumn));
    const bool hasKind = kindColumn >= 0 && columns.cell(row, kindColumn) != 0;
    return hasKind ? QString::fromUtf8(columns.utf8(row, kindColumn)) + u'/' + id : id;
}

bool CellLayout::isSame(const Columns &columns, const Cells &a, const Cells &b) const
{
    for (int column = 0; column < a.size(); ++column)
        if (column != rawColumn && a[column] != b[column])
            return false;
    if (rawColumn < 0 || a[rawColumn] == b[rawColumn])
        return true;
    const auto raw = [&](const Cells &cells) {
        const QByteArrayView utf8 = columns.dictionary(rawColumn).text(quint32(cells[rawColumn]));
        return QJsonDocument::fromJson(QByteArray::fromRawData(utf8.data(), utf8.size())).object();
    };
    return raw(a) == raw(b);
}

RecordCells::RecordCells(const CellLayout &layout)
    : m_layout(layout)
    , m_columns(layout.kinds)
{
}

quint32 RecordCells::append(const Cells &cells, const QList<Secret> &secrets)
{
    const quint32 row = m_columns.append(cells);
    if (!secrets.isEmpty())
        m_secrets[row] = secrets;
    return row;
}

QList<Secret> RecordCells::secrets(quint32 row) const
{
    const auto kept = m_secrets.find(row);
    return kept == m_secrets.end() ? QList<Secret>() : kept->second;
}

Cells RecordCells::translated(const Columns &other, quint32 row, Known &known)
{
    Cells cells = other.cells(row);
    known.resize(size_t(cells.size()));
    for (int column = 0; column < cells.size(); ++column) {
        const ColumnKind kind = m_columns.kind(column);
        if (cells[column] == 0 || (kind != ColumnKind::Text && kind != ColumnKind::List))
            continue;
        auto &numbers = known[size_t(column)];
        const auto theirs = size_t(cells[column]);
        if (numbers.size() <= theirs)
            numbers.resize(other.dictionary(column).size());
        if (numbers[theirs] == 0)
            numbers[theirs] = m_columns.textCell(column, other.dictionary(column).text(quint32(theirs)));
        cells[column] = numbers[theirs];
    }
    return cells;
}

quint32 RecordCells::appendCells(const Cells &cells, const RecordCells &other, quint32 theirs)
{
    const quint32 row = m_columns.append(cells);
    copySecrets(row, other, theirs);
    return row;
}

void RecordCells::replaceCells(quint32 row, const Cells &cells, const RecordCells &other, quint32 theirs)
{
    m_columns.replace(row, cells);
    copySecrets(row, other, theirs);
}

void RecordCells::copySecrets(quint32 row, const RecordCells &other, quint32 theirs)
{
    if (const auto kept = other.m_secrets.find(theirs); kept != other.m_secrets.end())
        m_secrets[row] = kept->second;
    else
        m_secrets.erase(row);
}

bool RecordCells::isSame(quint32 row, const Cells &cells, const RecordCells &other, quint32 theirs) const
{
    return m_layout.isSame(m_columns, m_columns.cells(row), cells) && secrets(row) == other.secrets(theirs);
}
