// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/batch.h"
#include "store/batchlog.h"

// A batch's log in the store.
class KeptLog final : public Batch::Log {
public:
    KeptLog(BatchLog &log, qint64 number) // the log must outlive this
        : m_log(log)
        , m_number(number)
    {
    }
    Future<> write(const QList<Batch::Change> &changes) override;

private:
    BatchLog &m_log;
    qint64 m_number;
};

// An item as it was when it was last written. One that was begun may or may not have been done.
Batch::Item restored(const StoredItem &item);
