// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

// Stands beside a list in place of the editor while several records are selected: how many, and what can be done with
// all of them.
class SelectionPanel final : public QWidget {
    Q_OBJECT

public:
    explicit SelectionPanel(QWidget *parent = nullptr);

    void setText(const QString &text);
    void setRemoveLabel(const QString &label); // empty: they cannot be removed
    void setReadOnly(bool readOnly, const QString &reason); // `reason` is one translated sentence

Q_SIGNALS:
    void removeRequested();
    void clearRequested();

private:
    QLabel *m_text;
    QPushButton *m_remove;
};
