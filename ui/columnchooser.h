// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/field.h"
#include "ui/uistate.h"

#include <QToolButton>

class QTableView;

// The button that chooses a table's columns. Remembers which are shown, their order, widths and sorting.
class ColumnChooser final : public QToolButton {
    Q_OBJECT

public:
    // `columns` are those of the table's model, in its order; set the model before.
    ColumnChooser(QTableView &table, const QList<FieldInfo> &columns, UiState &state, const QString &dialect,
        const QString &kind, QWidget *parent = nullptr);

    // Widths from what the rows hold and the room there is, unless the person has chosen some.
    void fit();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildMenu();
    void restore();
    void reset();
    void remember();
    void takeResize(int column);
    void showColumn(int column, bool visible);
    int fittingWidth(int column) const;

    QTableView &m_table;
    QList<FieldInfo> m_columns;
    UiState &m_state;
    QString m_dialect;
    QString m_kind;
    bool m_widthsAreChosen = false; // by the person
    bool m_arranging = false; // by this class
};
