// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journalwriter.h"

#include <QTimer>

#include <utility>

JournalWriter::JournalWriter()
{
    moveToThread(&m_thread);
    m_thread.start();
}

JournalWriter::~JournalWriter()
{
    // Behind everything that was asked for.
    post([this] {
        flush();
        m_store.reset();
        m_thread.quit();
    });
    m_thread.wait();
}

void JournalWriter::setOpening(const Opening &opening)
{
    post([this, opening] { m_opening = opening; });
}

// An outcome goes with the next intent that somebody waits for, or a moment later: lost with a crash in between, it is
// unknown, and reading finds it out.
void JournalWriter::enqueue(const Waiting &one)
{
    constexpr auto moment = std::chrono::milliseconds(100);
    const QMutexLocker locker(&m_mutex);
    m_waiting << one;
    if (one.line.closes == 0 && !std::exchange(m_isUrgent, true))
        post([this] { flush(); });
    else if (one.line.closes > 0 && !std::exchange(m_isDue, true))
        post([this, moment] { QTimer::singleShot(moment, this, &JournalWriter::flush); });
}

void JournalWriter::flush()
{
    QList<Waiting> lines;
    {
        const QMutexLocker locker(&m_mutex);
        lines = std::exchange(m_waiting, {});
        m_isUrgent = false;
        m_isDue = false;
    }
    if (!lines.isEmpty())
        write(lines);
}

void JournalWriter::rest()
{
    post([this] {
        flush();
        m_store.reset();
        m_opening = {};
    });
}

// A connection that was lost while nobody used it is noticed before anything is asked of it. One that is lost later is
// an error of what was asked: whether that was done is not known, so it is not done again.
Result<> JournalWriter::prepare()
{
    if (m_store && m_store->isAlive())
        return {};
    m_store.reset();
    if (!m_opening)
        return failure(Error::Kind::Storage, Store::tr("The journal was closed meanwhile. Try again."));
    auto opened = m_opening();
    if (!opened)
        return tl::unexpected(opened.error());
    m_store = std::move(*opened);
    m_store->listen(QString::fromLatin1(sharedJournalChannel), this, [this] { Q_EMIT othersAppended(); });
    return {};
}

void JournalWriter::write(const QList<Waiting> &lines)
{
    QList<NewLine> added;
    for (const Waiting &one : lines)
        added << one.line;
    Result<qint64> number = with<qint64>([&](Store &store) { return JournalChain(store).append(added); });
    for (const Waiting &one : lines) {
        one.promise->addResult(number);
        one.promise->finish();
        if (number)
            ++*number;
    }
}

#include "moc_journalwriter.cpp"
