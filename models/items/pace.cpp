// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/pace.h"

#include <algorithm>

using namespace std::chrono_literals;

static constexpr qint64 microsecondsInSecond = 1'000'000;

static qint64 microseconds(const QDateTime &time)
{
    return time.toMSecsSinceEpoch() * 1000;
}

std::chrono::milliseconds Pace::delay(const QDateTime &now) const
{
    const qint64 wait = std::max(m_nextStart, m_heldUntil) - microseconds(now);
    return std::chrono::ceil<std::chrono::milliseconds>(std::chrono::microseconds(std::max<qint64>(0, wait)));
}

bool Pace::isHeld(const QDateTime &now) const
{
    return m_heldUntil > microseconds(now);
}

int Pace::started(const QDateTime &now)
{
    ++m_inWave;
    if (m_limits.perSecond > 0)
        m_nextStart = std::max(m_nextStart, microseconds(now)) + microsecondsInSecond / m_limits.perSecond;
    return m_round;
}

void Pace::succeeded()
{
    m_refusals = 0;
    if (++m_successes < m_concurrency || m_concurrency == most)
        return;
    ++m_concurrency;
    m_successes = 0;
}

void Pace::refused(int round, std::optional<std::chrono::seconds> retryAfter, const QDateTime &now)
{
    constexpr int longest = 5; // 2^5 seconds
    if (round == m_round) {
        ++m_round;
        m_concurrency = std::max(1, m_concurrency / 2);
        m_successes = 0;
        m_refusals = std::min(m_refusals + 1, longest + 1);
    }
    const auto rest = retryAfter.value_or(std::chrono::seconds(1 << std::clamp(m_refusals - 1, 0, longest)));
    m_heldUntil = std::max(m_heldUntil, microseconds(now) + std::chrono::microseconds(rest).count());
}
