// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "items/collection.h"

#include <QTimer>
#include <QTreeWidget>

// The records that expire next, of all collections of a server. Return or a double click asks for the record.
class ExpiryList final : public QTreeWidget {
    Q_OBJECT

public:
    static constexpr int shown = 8;

    ExpiryList(const QList<Collection *> &collections, Clock clock, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void recordRequested(const QString &kind, const QString &id);
    void changed();

private:
    void update();

    QList<Collection *> m_collections;
    Clock m_clock;
    QTimer m_settling;
    QTimer m_minute;
};
