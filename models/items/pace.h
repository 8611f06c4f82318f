// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <chrono>
#include <optional>

// How fast a batch goes: how many requests at a time, which follows the server's answers (one more after a round of
// successes, half of them after a refusal for haste), how many in a second, and how many until somebody has looked.
// Knows no time of its own; every `now` is UTC.
class Pace {
public:
    struct Limits {
        int perSecond = 0; // requests; 0: as many as the server takes
        int wave = 0; // requests until nextWave(); 0: all of them
        int atOnce = 0; // always so many at a time; 0: as many as the server takes
    };
    static constexpr int first = 4;
    // QNetworkAccessManager 6.4 opens six connections to a host. What is beyond them would only wait, with its deadline
    // running, in front of everything else this console asks of that server.
    static constexpr int most = 6;

    Pace() = default;
    explicit Pace(Limits limits)
        : m_limits(limits)
    {
    }

    int concurrency() const { return m_limits.atOnce > 0 ? m_limits.atOnce : m_concurrency; }
    bool isWaveOver() const { return m_limits.wave > 0 && m_inWave >= m_limits.wave; }
    void nextWave() { m_inWave = 0; }
    std::chrono::milliseconds delay(const QDateTime &now) const; // until the next may start; 0: at once
    bool isHeld(const QDateTime &now) const; // because the server asked for it

    int started(const QDateTime &now); // answers the round it belongs to, for refused()
    void succeeded();
    void refused(int round, std::optional<std::chrono::seconds> retryAfter, const QDateTime &now);

private:
    Limits m_limits;
    int m_concurrency = first;
    int m_successes = 0; // since the number at a time changed
    int m_inWave = 0;
    int m_round = 0; // of those started between two refusals; one burst slows down once
    int m_refusals = 0; // in a row
    qint64 m_nextStart = 0; // µs since the epoch
    qint64 m_heldUntil = 0; // likewise
};
