// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"

class QWidget;

// Gives one record of a collection new credentials: says first what that breaks, and wants its name typed.
class RecordRotation final : public QObject {
    Q_OBJECT

public:
    RecordRotation(Collection &collection, QWidget *page);

    void setStaging(bool isOffered) { m_offersStaging = isOffered; }
    QString label() const; // of a button; empty when these cannot be rotated
    void ask(const QString &id); // does nothing when it is not in the list

Q_SIGNALS:
    void stageRequested(const QString &id);
    void rotated(const Saved &saved);
    void failed(const Error &error);

private:
    void rotate(const QString &id);

    Collection &m_collection;
    QWidget *m_page;
    bool m_offersStaging = false;
};
