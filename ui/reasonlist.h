// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/batch.h"

#include <QTreeWidget>

// The results of a batch grouped by reason, with their numbers; one of them, or all, is chosen. Hidden while there is
// only one, which would say no more than the batch's summary.
class ReasonList final : public QTreeWidget {
    Q_OBJECT

public:
    explicit ReasonList(QWidget *parent = nullptr);

    void setReasons(const QList<Batch::Reason> &reasons); // what was chosen stays so while it is there

Q_SIGNALS:
    void chosen(const QString &message); // empty: all

private:
    void write(int place, const QString &text, int count);

    QString m_chosen;
    bool m_isFilling = false;
};
