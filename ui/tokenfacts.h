// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "records/token.h"
#include "ui/confidential.h"

#include <QTimer>
#include <QWidget>

class QGridLayout;
class QLabel;

// What a server says of one token: captions and values, from the field table. Relative times keep up with the clock.
class TokenFacts final : public QWidget, public Confidential {
    Q_OBJECT

public:
    explicit TokenFacts(QWidget *parent = nullptr, Clock clock = systemClock);

    void show(const Token &token, const QStringList &leaveOut = {}); // fields by key
    void clear();
    void setCovered(bool covered) override; // all but times
    void dropSecrets() override { } // it has none

private:
    struct TimeLabel {
        QLabel *label = nullptr;
        QDateTime time{};
    };
    void addFact(const FieldInfo &field, const QVariant &value);
    void updateTimes();

    Clock m_clock;
    QGridLayout *m_grid;
    int m_rows = 0;
    QList<TimeLabel> m_times;
    QList<std::pair<QLabel *, QString>> m_texts; // of all but times
    bool m_isCovered = false;
    QTimer m_timer;
};
