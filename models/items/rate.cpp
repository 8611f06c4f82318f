// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/rate.h"

static constexpr qint64 window = 10'000; // ms
static constexpr qint64 grain = 250; // ms between two samples

void Rate::add(const QDateTime &now)
{
    const qint64 time = now.toMSecsSinceEpoch();
    if (m_samples.empty() || time - m_samples.back().first >= grain)
        m_samples.emplace_back(time, m_count);
    while (m_samples.size() > 2 && time - m_samples.front().first > window)
        m_samples.pop_front();
    ++m_count;
}

double Rate::perSecond(const QDateTime &now) const
{
    if (m_samples.empty())
        return 0;
    const qint64 span = now.toMSecsSinceEpoch() - m_samples.front().first;
    return span < grain ? 0 : double(m_count - m_samples.front().second) * 1000 / double(span);
}

void Rate::clear()
{
    m_count = 0;
    m_samples.clear();
}
