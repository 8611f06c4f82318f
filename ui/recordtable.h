// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

// The rows selected in a table of whole rows as stretches, first and last, in order; however many they are.
QList<std::pair<int, int>> selectedStretches(const QTableView &table);

// A table of whole rows: hover and selection take the row, Home and End go to the first and last one, a bar marks the
// current one for keyboard users, and cells too narrow for their text tell it in a tool tip, as plain text.
class RecordTable final : public QTableView {
    Q_OBJECT

public:
    explicit RecordTable(QWidget *parent = nullptr);

    int hoveredRow() const { return m_hoveredRow; }
    void setSelectionModel(QItemSelectionModel *selection) override;

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    bool viewportEvent(QEvent *event) override;

private:
    void hover(int row);
    void showToolTip(const QPoint &position, const QPoint &globalPosition);

    int m_hoveredRow = -1;
};
