// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class Draft;
class FieldWidget;

// The rows of an editor: a draft's fields, one below the other. Writes straight into the draft.
class RecordForm final : public QScrollArea {
    Q_OBJECT

public:
    static constexpr int margin = 20; // at both sides, device-independent pixels

    explicit RecordForm(QWidget *parent = nullptr);

    // Null: no rows. To be called before the shown draft dies.
    void showDraft(Draft *draft, bool readOnly);
    QSize minimumSizeHint() const override; // as wide as the rows, so that none is cut off
    bool canEdit() const { return m_canEdit; } // any field, were it not read-only
    bool hasProblem() const { return firstProblem(); }
    // Says at every field what is wrong with it and goes to the first; true when nothing is.
    bool check();
    void showValues();
    void updateTimes(); // of values that say how far away they are
    void focusFirstField();

Q_SIGNALS:
    void edited();

private:
    void keepMargins(QWidget *body);
    FieldWidget *firstProblem() const; // null: there is none

    QList<FieldWidget *> m_rows;
    bool m_canEdit = false;
};
