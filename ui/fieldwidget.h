// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/draft.h"
#include "ui/confidential.h"
#include "ui/fieldeditor.h"

class QLabel;

// One row of an editor: a field's label, the widget that edits it, its hint and what is wrong with it. Writes straight
// into the draft, which must outlive it. The editing widget's object name is the field's key: "name".
class FieldWidget final : public QWidget, public Confidential {
    Q_OBJECT

public:
    FieldWidget(Draft &draft, int field, bool canEdit, QWidget *parent = nullptr);

    QWidget *editor() const { return m_editor.widget; }
    bool canEdit() const { return m_canEdit; }
    void showValue(); // shows the draft's value
    void setCovered(bool covered) override;
    void dropSecrets() override { } // its editor does
    QString problem() const;
    void showProblem(bool shown); // from now on; as long as there is one

Q_SIGNALS:
    void edited();

private:
    void updateProblem();

    Draft &m_draft;
    int m_field;
    bool m_isCovered = false;
    bool m_canEdit;
    bool m_showsProblem = false;
    FieldEditor m_editor;
    QWidget *m_problem;
    QLabel *m_problemText;
};
