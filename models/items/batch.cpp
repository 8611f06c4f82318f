// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/batch.h"

#include <algorithm>

using namespace std::chrono_literals;

static constexpr int groupSize = 64; // items whose intent is written at once
static constexpr int patience = 8; // refusals for haste until an item has failed
static constexpr int mostTroubles = 10; // failures of the server in a row until it is left alone

Batch::Batch(QList<Item> items, Operation operation, QObject *parent, Clock clock)
    : QAbstractTableModel(parent)
    , m_operation(std::move(operation))
    , m_clock(std::move(clock))
{
    m_entries.reserve(items.size());
    for (const Item &item : std::as_const(items)) {
        m_entries << Entry{.id = item.id, .name = item.name};
        ++m_counts[size_t(Outcome::Waiting)];
        if (item.outcome != Outcome::Waiting)
            setOutcome(total() - 1, item.outcome, item.error);
    }
    m_tick.setSingleShot(true);
    m_progress.setSingleShot(true);
    m_progress.setInterval(50ms);
    m_flush.setSingleShot(true);
    m_flush.setInterval(200ms);
    connect(&m_tick, &QTimer::timeout, this, &Batch::proceed);
    connect(&m_progress, &QTimer::timeout, this, &Batch::progressed);
    connect(&m_flush, &QTimer::timeout, this, &Batch::flush);
}

Batch::~Batch()
{
    if (m_log && !m_changes.isEmpty())
        (void)m_log->write(m_changes);
}

std::optional<std::chrono::seconds> Batch::timeLeft() const
{
    const double perSecond = rate();
    if (perSecond <= 0 || m_pause)
        return {};
    return std::chrono::seconds(qint64(double(count(Outcome::Waiting) + m_running) / perSecond) + 1);
}

void Batch::start()
{
    m_next = 0;
    m_isUnderWay = true;
    m_isStopping = false;
    m_rate.clear();
    m_troubles = 0;
    resume();
}

void Batch::resume()
{
    m_pause.reset();
    m_pace.nextWave();
    proceed();
}

void Batch::pause()
{
    pauseFor(Pause::Cause::Person, tr("Paused. What is under way ends by itself."));
}

void Batch::pause(const QString &why)
{
    pauseFor(Pause::Cause::Trouble, why);
}

void Batch::pauseFor(Pause::Cause cause, const QString &message)
{
    if (isOver())
        return;
    m_pause = Pause{.cause = cause, .message = message};
    m_tick.stop();
    m_flush.start();
    noteProgress();
}

void Batch::proceed()
{
    prepare();
    startReady();
    concludeIfOver();
    noteProgress();
}

// The next ones: written first where there is a log, so that a crash finds no request that nobody knows of.
void Batch::prepare()
{
    if (m_isWriting || m_pause || int(m_ready.size()) >= Pace::most)
        return;
    QList<int> rows;
    for (; m_next < total() && rows.size() < groupSize; ++m_next)
        if (m_entries[m_next].outcome == Outcome::Waiting)
            rows << m_next;
    if (rows.isEmpty())
        return;
    if (!m_log) {
        m_ready.insert(m_ready.end(), rows.begin(), rows.end());
        return;
    }
    QList<Change> changes;
    for (const int row : std::as_const(rows))
        changes << Change{.row = row, .outcome = Outcome::Running};
    m_isWriting = true;
    write(changes, [this, rows](bool isWritten) {
        m_isWriting = false;
        if (!isWritten)
            m_next = rows.first();
        for (const int row : isWritten ? rows : QList<int>()) {
            if (m_entries[row].outcome == Outcome::Waiting)
                m_ready.push_back(row);
            else // stopped meanwhile
                withdraw(row);
        }
        proceed();
    });
}

// These, behind the outcomes there are by now. What cannot be written is tried again with the next ones.
void Batch::write(const QList<Change> &intents, const std::function<void(bool isWritten)> &then)
{
    const QList<Change> outcomes = std::exchange(m_changes, {});
    onResult(this, m_log->write(outcomes + intents), [this, outcomes, then](const Result<> &written) {
        if (!written) {
            m_changes = outcomes + m_changes;
            pauseFor(Pause::Cause::Trouble, written.error().message);
        }
        then(written.has_value());
    });
}

void Batch::startReady()
{
    while (!m_pause && !m_ready.empty() && m_running < m_pace.concurrency() && !m_pace.isWaveOver()) {
        if (const auto wait = delay(); wait > 0ms) {
            m_tick.start(std::min<std::chrono::milliseconds>(wait, 250ms)); // a clock may be set, a computer may sleep
            return;
        }
        const int row = m_ready.front();
        m_ready.pop_front();
        if (m_entries[row].outcome == Outcome::Waiting) // it may be there twice, after a stop and a new start
            startRow(row);
        prepare();
    }
    if (!m_pause && m_running == 0 && m_pace.isWaveOver() && count(Outcome::Waiting) > 0)
        pauseFor(Pause::Cause::Wave, tr("This wave is done. Look at what came of it, then go on."));
}

void Batch::startRow(int row)
{
    ++m_running;
    setOutcome(row, Outcome::Running);
    const int round = m_pace.started(m_clock());
    const auto work = m_operation(m_entries[row].id);
    onResult(this, work, [this, row, round](const Result<> &result) { take(row, round, result); });
    onDropped(this, work, [this, row, round] {
        stop();
        take(row, round, failure(Error::Kind::Unknown, tr("The server was disconnected before it answered.")));
    });
}

void Batch::take(int row, int round, const Result<> &result)
{
    --m_running;
    if (result) {
        m_troubles = 0;
        m_pace.succeeded();
        settle(row, Outcome::Done);
    } else {
        takeFailure(row, round, result.error());
    }
    proceed();
}

// What would meet every item alike; each has to be told apart from what this one item is refused for.
static bool concernsAll(Error::Kind kind)
{
    using enum Error::Kind;
    constexpr Error::Kind all[]{Network, Tls, Redirect, Unauthorized, ReadOnly, Stopped, Storage, Keychain};
    return std::find(std::begin(all), std::end(all), kind) != std::end(all);
}

static bool isHaste(const Error &error)
{
    return error.status == 429 || error.status == 503 || error.kind == Error::Kind::Timeout;
}

void Batch::takeFailure(int row, int round, const Error &error)
{
    const bool isTrouble = error.kind == Error::Kind::Unknown || error.kind == Error::Kind::Server;
    m_troubles = isTrouble ? m_troubles + 1 : 0;
    if (isHaste(error) || error.kind == Error::Kind::Unknown)
        m_pace.refused(round, error.retryAfter, m_clock());
    if (isHaste(error) && error.kind != Error::Kind::Unknown && ++m_refusals[row] < patience) {
        m_troubles = 0;
        return putBack(row);
    }
    const bool othersWait = count(Outcome::Waiting) > 0;
    if (othersWait && concernsAll(error.kind)) {
        putBack(row);
        return pauseFor(Pause::Cause::Trouble, error.message);
    }
    settle(row, Outcome::Failed, error);
    if (othersWait && m_troubles >= mostTroubles) {
        m_troubles = 0;
        pauseFor(Pause::Cause::Trouble, error.message);
    }
}

// It has not been carried out, and its intent is written still.
void Batch::putBack(int row)
{
    setOutcome(row, m_isStopping ? Outcome::Stopped : Outcome::Waiting);
    if (m_isStopping)
        withdraw(row);
    else
        m_ready.push_front(row);
}

// Its intent is written, and yet its request does not leave.
void Batch::withdraw(int row)
{
    if (m_log)
        m_changes << Change{.row = row};
}

void Batch::settle(int row, Outcome outcome, const Error &error)
{
    setOutcome(row, outcome, error);
    m_rate.add(m_clock());
    if (!m_log)
        return;
    m_changes << Change{.row = row, .outcome = outcome, .message = error.message};
    if (!m_flush.isActive())
        m_flush.start();
}

void Batch::noteProgress()
{
    if (!m_progress.isActive())
        m_progress.start();
}

void Batch::flush()
{
    if (m_log && !m_changes.isEmpty())
        write({}, [](bool) {});
}

void Batch::concludeIfOver()
{
    if (!m_isUnderWay || !isOver())
        return;
    m_isUnderWay = false;
    m_pause.reset();
    flush();
    Q_EMIT progressed();
    Q_EMIT finished();
}

void Batch::stop()
{
    m_tick.stop();
    m_isStopping = true;
    for (const int row : std::exchange(m_ready, {}))
        withdraw(row);
    for (int row = 0; row < total(); ++row)
        if (m_entries[row].outcome == Outcome::Waiting)
            setOutcome(row, Outcome::Stopped);
    flush();
    if (m_running == 0)
        concludeIfOver();
    noteProgress();
}

void Batch::retryFailed()
{
    m_refusals.clear();
    for (int row = 0; row < total(); ++row)
        if (m_entries[row].outcome == Outcome::Failed || m_entries[row].outcome == Outcome::Stopped)
            setOutcome(row, Outcome::Waiting);
    start();
}

#include "moc_batch.cpp"
