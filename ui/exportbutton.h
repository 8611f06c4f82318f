// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

class Collection;
class MessageStrip;
class QTableView;
class RecordFilter;

// The button that exports what a list shows.
class ExportButton final : public QToolButton {
    Q_OBJECT

public:
    // `table` shows `shown`, which is of the collection's records.
    ExportButton(Collection &collection, const RecordFilter &shown, const QTableView &table, QWidget *parent = nullptr);

    void setStrip(MessageStrip &strip) { m_strip = &strip; } // where the outcome is told

private:
    void ask();
    void tell(qint64 count, const QString &path);

    Collection &m_collection;
    const RecordFilter &m_shown;
    const QTableView &m_table;
    MessageStrip *m_strip = nullptr;
};
