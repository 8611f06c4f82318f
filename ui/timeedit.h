// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QWidget>

class QCheckBox;
class QDateTimeEdit;
class QLabel;

// A point in time, or never, in the local zone; says beside it which zone that is and how far away the time is.
class TimeEdit final : public QWidget {
    Q_OBJECT

public:
    explicit TimeEdit(QWidget *parent = nullptr);

    QDateTime time() const; // UTC; invalid: never
    void setTime(const QDateTime &time);

Q_SIGNALS:
    void edited(); // by the person

private:
    static QDateTime hereAt(const QDateTime &clock);
    void takeClock(const QDateTime &clock);
    void showTime();

    QDateTime m_time;
    QDateTimeEdit *m_edit;
    QCheckBox *m_never;
    QLabel *m_caption;
};
