// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/changeset.h"

#include <QWidget>

class DifferenceGrid;
class QLabel;
class QPushButton;

// One staged change: what it does to which record, field by field, and why it failed.
class ChangeDetail final : public QWidget {
    Q_OBJECT

public:
    explicit ChangeDetail(QWidget *parent = nullptr);

    void show(const ChangeSet::Item *item); // null: none

Q_SIGNALS:
    void resolveRequested(); // of a conflict

private:
    static QString sentence(const ChangeSet::Item &item);

    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_problem;
    QPushButton *m_resolve;
    DifferenceGrid *m_grid;
};
