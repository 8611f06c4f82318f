// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recordstream.h"

#include "core/background.h"
#include "net/jsonsplitter.h"
#include "net/request.h"

#include <utility>

static constexpr qsizetype mostUnread = 2 << 20; // bytes that wait to be read

// What only one thread at a time works with.
class RecordStream::Work {
public:
    Work(const EntryReader &how, const CellLayout &layout)
        : m_how(how)
        , m_layout(layout)
        , m_splitter(how.path)
        , m_rows(how.rows())
    {
    }
    Result<Batch> read(const QList<QByteArray> &pieces)
    {
        const auto batch = std::make_shared<RecordCells>(m_layout);
        for (const QByteArray &piece : pieces) {
            const Result<> fed
                = m_splitter.feed(piece, [&](QByteArrayView element) { return readEntry(element, *batch); });
            if (!fed)
                return tl::unexpected(fed.error());
        }
        return batch;
    }
    Result<> end() { return m_splitter.end(); }
    QByteArray rest() const { return m_splitter.rest(); }

private:
    // Where a record's own words are kept they are needed as they are, so that the short way does not do.
    Result<> readEntry(QByteArrayView element, RecordCells &batch)
    {
        static_assert(JsonSplitter::padding >= 64);
        if (m_layout.rawColumn < 0 && m_rows.read(element, batch.columns()))
            return {};
        const QByteArray wrapped = '[' + element.toByteArray() + ']';
        const Result<QJsonArray> one = Response{.body = wrapped}.array();
        if (!one)
            return tl::unexpected(one.error());
        return m_how.readEntry(one->first().toObject(), batch);
    }

    EntryReader m_how;
    CellLayout m_layout;
    JsonSplitter m_splitter;
    JsonRows m_rows;
};

RecordStream::RecordStream(const EntryReader &how, const CellLayout &layout, Take take)
    : m_work(std::make_shared<Work>(how, layout))
    , m_take(std::move(take))
{
}

RecordStream::~RecordStream() = default;

bool RecordStream::isFull() const
{
    return m_isWorking && m_waitingBytes >= mostUnread;
}

Result<> RecordStream::take(const QByteArray &piece)
{
    m_waiting << piece;
    m_waitingBytes += piece.size();
    work();
    return m_outcome;
}

Future<QByteArray> RecordStream::end()
{
    m_end.start();
    m_hasEnded = true;
    work();
    return m_end.future();
}

void RecordStream::work()
{
    if (m_isWorking || !m_outcome || m_waiting.isEmpty())
        return settle();
    m_isWorking = true;
    const auto read
        = inBackground([work = m_work, pieces = std::exchange(m_waiting, {})] { return work->read(pieces); });
    m_waitingBytes = 0;
    onResult(this, read, [this](const Result<Batch> &batch) { takeBatch(batch); });
}

void RecordStream::takeBatch(const Result<Batch> &batch)
{
    m_isWorking = false;
    m_outcome = batch ? Result<>() : Result<>(tl::unexpected(batch.error()));
    // The other thread goes on while these are shown.
    work();
    if (batch && m_outcome)
        if (const Result<> taken = m_take(**batch); !taken)
            m_outcome = taken;
    settle();
    Q_EMIT drained();
}

void RecordStream::settle()
{
    if (!m_hasEnded || m_isWorking || m_isSettled || (m_outcome && !m_waiting.isEmpty()))
        return;
    m_isSettled = true;
    const Result<> ended = m_outcome ? m_work->end() : m_outcome;
    m_end.addResult(ended ? Result<QByteArray>(m_work->rest()) : tl::unexpected(ended.error()));
    m_end.finish();
}
