// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/recordfilter.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;

// The line a list is filtered with; marks the character a filter text goes wrong at and says why below.
class FilterLine final : public QWidget {
    Q_OBJECT

public:
    explicit FilterLine(const QList<FieldInfo> &columns, QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text); // takes effect at once
    void showProblem(const std::optional<FilterProblem> &problem);
    QLineEdit *lineEdit() const { return m_line; }

Q_SIGNALS:
    void textChanged(const QString &text); // once typing pauses

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void mark(const std::optional<FilterProblem> &problem);
    void announce();

    QLineEdit *m_line;
    QLabel *m_problem;
    QTimer m_pause;
    QString m_announced;
};
