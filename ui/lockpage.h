// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

// Covers a whole window while it is locked.
class LockPage final : public QWidget {
    Q_OBJECT

public:
    explicit LockPage(QWidget *window);

    void cover(); // shows it over everything else in the window
    void setBusy(bool busy);
    void setNote(const QString &note); // one sentence: why it stays locked; may be empty

Q_SIGNALS:
    void unlockRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLabel *m_note;
    QPushButton *m_unlock;
};
