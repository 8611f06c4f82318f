// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/bulkremoval.h"

class MessageStrip;
class QWidget;

// Tells in a strip of the bulk removal that an earlier run of the program, or a dialog that was closed, left behind,
// and offers to go on with it, to look at it and to forget it. One at a time, the latest first.
class UnfinishedBatches final : public QObject {
    Q_OBJECT

public:
    UnfinishedBatches(BulkRemoval &bulk, MessageStrip &strip, QWidget *page);

    void look(); // what there is now

private:
    void show(const BatchTally &tally);
    static QString text(const BatchTally &tally, const QString &what);
    void resume(const StoredBatch &batch);
    void showReport(const StoredBatch &batch);
    void askToDiscard(const BatchTally &tally);
    QString whatOf(const BatchTally &tally) const; // "12 access tokens"

    BulkRemoval &m_bulk;
    MessageStrip &m_strip;
    QWidget *m_page;
};
