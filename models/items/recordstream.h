// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"
#include "dialects/jsonrows.h"
#include "net/bodystream.h"
#include "records/recordcells.h"

#include <QPromise>

// How the entries of a list are read while it arrives, whatever the kind of its records: what dialects say in Rows.
struct EntryReader {
    QList<QByteArray> path{}; // names of the members that lead to the array
    // Straight into cells. Made by each stream: it remembers what it saw.
    std::function<JsonRows()> rows{};
    // The long way, for what is unusual: appends what may be kept of an entry. For any thread.
    std::function<Result<>(const QJsonObject &entry, RecordCells &records)> readEntry{};
};

// A list of one kind of record while it arrives: another thread cuts it into entries and reads them. Lives in the main
// thread, and hands over what was read there.
class RecordStream final : public BodyStream {
public:
    using Take = std::function<Result<>(const RecordCells &)>; // an Error ends the work

    RecordStream(const EntryReader &how, const CellLayout &layout, Take take);
    ~RecordStream() override;

    bool isFull() const override;
    Result<> take(const QByteArray &piece) override;
    Future<QByteArray> end(); // all that came has been read: the answer without its entries

private:
    class Work;
    using Batch = std::shared_ptr<RecordCells>;
    void work();
    void takeBatch(const Result<Batch> &batch);
    void settle();

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
