// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/draft.h"

#include <QDialog>
#include <QHash>

class DifferenceGrid;
class QPushButton;
class QRadioButton;

// Says that a record was changed on the server while it was edited here: what it was, what it is there, what it is
// here. Asks where both changed the same field; accepted() is the wish to save.
class ConflictDialog final : public QDialog {
    Q_OBJECT

public:
    ConflictDialog(const Draft &draft, const Conflict &conflict, QWidget *parent = nullptr);

    void setConfirmLabel(const QString &label); // instead of "Save"
    QSet<int> theirs() const; // fields that are to take the server's value

private:
    QWidget *buildBody(const Draft &draft, const Conflict &conflict);
    void addChoice(DifferenceGrid &grid, const FieldInfo &info, const FieldChange &change);
    static QString explanation(const Draft &draft, const Conflict &conflict);

    QPushButton *m_confirm;
    QHash<int, QRadioButton *> m_theirs; // by field; where there is a choice
};
