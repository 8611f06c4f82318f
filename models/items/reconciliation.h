// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/serverjournal.h"

class Collection;

// Finds out what became of writes whose outcome nobody saw: each time a list has come whole, what it shows is compared
// with what was intended, and written into the journal. Asks the server for nothing by itself.
class Reconciliation final : public QObject {
    Q_OBJECT

public:
    Reconciliation(ServerJournal &journal, const QList<Collection *> &collections, QObject *parent = nullptr);

    // Of writes that are unknown: how many. Then, unknownChanged().
    void look();
    int unknown() const { return m_unknown; }

Q_SIGNALS:
    void unknownChanged();

private:
    void compare(Collection &collection);

    ServerJournal &m_journal;
    int m_unknown = 0;
};

// What a list that came whole says of that write; null: nothing.
const char *verdictOn(const JournalEntry &entry, Collection &collection);
