// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/background.h"
#include "dialects/dialect.h"
#include "dialects/jsonrows.h"
#include "net/bodystream.h"
#include "net/jsonsplitter.h"
#include "records/records.h"

#include <QPromise>

// A list of one kind of record while it arrives: another thread cuts it into entries and reads them. Lives in the main
// thread, and hands over what was read there.
template <typename T>
class RecordStream final : public BodyStream {
public:
    using Batch = std::shared_ptr<Records<T>>;
    using Take = std::function<Result<>(const Records<T> &)>; // an Error ends the work

    // `empty`: makes what batches are. `clean`: takes from a record what must not be kept.
    RecordStream(const Rows<T> &how, std::function<Records<T>()> empty, std::function<void(T &)> clean, Take take)
        : m_work(std::make_shared<Work>(how, empty, clean))
        , m_take(std::move(take))
    {
    }

    bool isFull() const override { return m_isWorking && m_waitingBytes >= most; }
    Result<> take(const QByteArray &piece) override
    {
        m_waiting << piece;
        m_waitingBytes += piece.size();
        work();
        return m_outcome;
    }
    // All that came has been read: the answer without its entries.
    Future<QByteArray> end()
    {
        m_end.start();
        m_hasEnded = true;
        work();
        return m_end.future();
    }

private:
    static constexpr qsizetype most = 2 << 20; // bytes that wait to be read
    // What only one thread at a time works with.
    struct Work {
        Work(const Rows<T> &how_, const std::function<Records<T>()> &empty_, const std::function<void(T &)> &clean_)
            : how(how_)
            , empty(empty_)
            , clean(clean_)
            , splitter(how_.path)
            , layout(empty().layout())
            , rows(jsonRows(how_.members, layout, how_.same))
        {
        }
        Result<Batch> read(const QList<QByteArray> &pieces)
        {
            const auto batch = std::make_shared<Records<T>>(empty());
            for (const QByteArray &piece : pieces) {
                const Result<> fed
                    = splitter.feed(piece, [&](QByteArrayView element) { return readEntry(element, *batch); });
                if (!fed)
                    return tl::unexpected(fed.error());
            }
            return batch;
        }
        // Where a record's own words are kept they are needed as they are, so that the short way does not do.
        Result<> readEntry(QByteArrayView element, Records<T> &batch)
        {
            static_assert(JsonSplitter::padding >= 64);
            if (layout.rawColumn() < 0 && rows.read(element, batch.columns()))
                return {};
            const QByteArray wrapped = '[' + element.toByteArray() + ']';
            const Result<QJsonArray> one = Response{.body = wrapped}.array();
            if (!one)
                return tl::unexpected(one.error());
            Result<T> record = how.readEntry(one->first().toObject());
            if (!record)
                return tl::unexpected(record.error());
            clean(*record);
            batch.append(*record);
            return {};
        }

        Rows<T> how;
        std::function<Records<T>()> empty;
        std::function<void(T &)> clean;
        JsonSplitter splitter;
        RecordLayout<T> layout;
        JsonRows rows;
    };

    void work()
    {
        if (m_isWorking || !m_outcome || m_waiting.isEmpty())
            return settle();
        m_isWorking = true;
        const auto read
            = inBackground([work = m_work, pieces = std::exchange(m_waiting, {})] { return work->read(pieces); });
        m_waitingBytes = 0;
        onResult(this, read, [this](const Result<Batch> &batch) { takeBatch(batch); });
    }
    void takeBatch(const Result<Batch> &batch)
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
    void settle()
    {
        if (!m_hasEnded || m_isWorking || m_isSettled || (m_outcome && !m_waiting.isEmpty()))
            return;
        m_isSettled = true;
        const Result<> ended = m_outcome ? m_work->splitter.end() : m_outcome;
        m_end.addResult(ended ? Result<QByteArray>(m_work->splitter.rest()) : tl::unexpected(ended.error()));
        m_end.finish();
    }

    std::shared_ptr<Work> m_work;
    Take m_take;
    QList<QByteArray> m_waiting;
    qsizetype m_waitingBytes = 0;
    bool m_isWorking = false;
    bool m_hasEnded = false;
    Result<> m_outcome;
    QPromise<Result<QByteArray>> m_end;
    bool m_isSettled = false;
};
