// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/filtercompletion.h"

#include <QObject>
#include <QPointer>

class QLineEdit;
class QModelIndex;
class QStandardItemModel;
class QTreeView;

// Offers, below the line a list is filtered with, how the term being typed may go on. Down and Up choose, Enter and Tab
// take, Esc leaves; Down also asks for the offer. The line keeps the focus all the time.
class FilterCompleter final : public QObject {
    Q_OBJECT

public:
    FilterCompleter(QLineEdit &line, const RecordRows &rows); // belongs to the line
    ~FilterCompleter() override;

    bool isOffering() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Cause { Typing, Request };
    void offer(Cause cause);
    void fill();
    void place();
    void withdraw();
    bool takeKey(int key);
    void choose(int row); // -1: none
    void take(const QModelIndex &index);

    QLineEdit &m_line;
    const RecordRows &m_rows;
    FilterCompletions m_offered;
    QString m_offeredFor; // the line's text
    QStandardItemModel *m_model;
    QPointer<QTreeView> m_popup; // a child of the line's window
};
