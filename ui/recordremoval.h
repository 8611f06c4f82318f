// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"

class QWidget;

// The removal of records of one collection, be it deletion or revocation: asks first, runs, and says what came of it.
class RecordRemoval final : public QObject {
    Q_OBJECT

public:
    RecordRemoval(Collection &collection, QWidget *page);

    QString label() const; // of a button: "Delete…"
    void ask(const QStringList &ids); // does nothing when none of them is in the list

Q_SIGNALS:
    // Records have left the list. `summary` is one translated sentence.
    void ended(const QString &summary, bool isComplete);

private:
    void run(const QStringList &ids);
    QString summary(int done, int failed) const;

    Collection &m_collection;
    QWidget *m_page;
    bool m_revokes;
};
