// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <deque>
#include <utility>

// How many things happened in a second, lately: over the last ten seconds in which any did.
class Rate {
public:
    void add(const QDateTime &now);
    double perSecond(const QDateTime &now) const; // 0: not known yet
    void clear();

private:
    qint64 m_count = 0;
    std::deque<std::pair<qint64, qint64>> m_samples; // ms since the epoch, how many until then
};
