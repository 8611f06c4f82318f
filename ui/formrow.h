// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

// One row of a dialog's form: a caption, an input, a hint, and what is wrong with what was typed.
class FormRow final : public QWidget {
    Q_OBJECT

public:
    FormRow(const QString &caption, QWidget *input, QWidget *parent = nullptr);

    QWidget *input() const { return m_input; }
    void setHint(const QString &hint);
    void setProblem(const QString &problem); // one translated sentence; empty: all is well
    bool hasProblem() const;

private:
    QWidget *m_input;
    QLabel *m_hint;
    QLabel *m_problem;
};
