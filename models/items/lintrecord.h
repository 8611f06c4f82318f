// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/recordrows.h"

#include <QHash>
#include <QSet>

#include <memory>

class Collection;

// One list as rules see it: what it holds at one moment, for any thread.
struct LintList {
    QString kind{}; // of the collection
    std::shared_ptr<const Columns> cells{};
    OrderedRows::Order rows{}; // of the cells
    QHash<QString, int> columns{}; // of the cells, by the keys of the fields this server has
    QSet<QString> editable{}; // keys of fields that may be changed later
    int rawCells = -1;
    RecordRows::TextOfRow idOf{};
    RecordRows::TextOfRow nameOf{};
    bool isWhole = false; // the server lists these itself, and all of them came
    bool tells(const QString &key) const { return columns.contains(key); }
};
LintList lintListOf(Collection &collection);

// One record as rules see it: its properties by the key of their field. A property the server does not tell is empty,
// and tells() says so.
class LintRecord {
public:
    LintRecord(const LintList &list, quint32 row)
        : m_list(list)
        , m_row(row)
    {
    }

    bool tells(const QString &key) const { return m_list.tells(key); }
    bool isOfWholeList() const { return m_list.isWhole; }
    QString id() const { return m_list.idOf(*m_list.cells, m_row); }
    QString text(const QString &key) const;
    QStringList list(const QString &key) const; // a text is a list of one
    bool isOn(const QString &key) const { return cell(key) != 0; }
    bool isNone(const QString &key) const { return cell(key) == 0; } // nothing stands there
    seconds duration(const QString &key) const { return seconds(cell(key)); }
    qint64 milliseconds(const QString &key) const { return millisecondsOf(cell(key)); } // since 1970 UTC, of a time
    QJsonValue raw(const QString &key) const; // the server's own word; undefined: it says nothing

private:
    Cell cell(const QString &key) const;

    const LintList &m_list;
    quint32 m_row;
};
