// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/draft.h"

#include <QWidget>

class QGridLayout;
class QLabel;

// Fields of a draft below each other with their values side by side, as plain text that wraps and can be copied.
// Secrets are only said to change.
class DifferenceGrid final : public QWidget {
    Q_OBJECT

public:
    explicit DifferenceGrid(QWidget *parent = nullptr);

    // What saving the draft would change: before and after; of a new one, what it is given.
    void showDraft(const Draft &draft);
    void clear();

    // One row after the other; a column each.
    void addHead(const QStringList &titles);
    void addRow(const QString &label, const QList<QWidget *> &values);
    void finish(); // what is left of the height goes below the last row

    // A value as it is shown in a row; `look` is the style sheet's.
    static QLabel *makeText(const QString &text, const QString &look = {});
    static QLabel *makeValue(const FieldInfo &info, const QVariant &value, const QString &look = {});

private:
    QGridLayout *m_grid;
    int m_rows = 0;
};
