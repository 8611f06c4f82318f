// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/journalentry.h"
#include "store/journalchain.h"

// One field of a write, for people.
struct JournalDifference {
    QString label{}; // translated, or the field's key where no list has it
    QString before{}; // empty: there was none
    QString after{};
    bool isChange = false; // the two differ
};

// What is known of the record before and after, fields without a value left out; those that changed come first.
QList<JournalDifference> differencesOf(const JournalEntry &entry);
// "Change · Billing Portal".
QString journalTitle(const JournalEntry &entry);
// These entries as one HTML document that can be printed, in the order given. Texts are escaped; it refers to nothing.
QByteArray journalReport(const QList<JournalEntry> &entries, const JournalCheck &check, const QDateTime &now);
