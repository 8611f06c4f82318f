// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

// One line of the journal: what was written, never changed, and bound to the line before it.
struct JournalLine {
    qint64 number = 0; // 1, 2, 3 … without a gap
    QByteArray text{}; // a JSON object, byte for byte as it was hashed
    QByteArray hash{}; // SHA-256 of the previous line's hash, the number and the text; hexadecimal digits
};

// One to be written.
struct NewLine {
    QByteArray text{}; // a JSON object
    bool isOpen = false; // an outcome is to follow
    qint64 closes = 0; // number of the line whose outcome this is; none: 0
};

// What checking a journal found.
struct JournalCheck {
    qint64 lines = 0; // that are as they were written
    QByteArray head{}; // the hash of the last of them: who notes it can tell later that no line was cut off the end
    std::optional<qint64> broken{}; // number of the first that is missing or is not what it was
};

// The lines of a journal in a database, as many consoles write them: only ever appended, each hashed with the one before.
// Errors: as Store.
class JournalChain {
    Q_DECLARE_TR_FUNCTIONS(JournalChain)

public:
    explicit JournalChain(Store &store) // opened with one of the schemas below; must outlive this
        : m_store(store)
    {
    }
    // All of them or none; answers the number of the first.
    Result<qint64> append(const QList<NewLine> &added);
    // The lines after that number, the oldest first.
    Result<QList<JournalLine>> lines(qint64 after, int most) const;
    Result<QList<JournalLine>> openLines() const; // whose outcome has not followed, the oldest first
    Result<JournalCheck> check() const;

private:
    Result<JournalLine> last() const;
    Result<> runForAll(const QString &sql, const QString &row, const QVariantList &values);

    Store &m_store;
};

// Of the journal's own file; beside the lines, in both databases, stand the runs of RunHistory.
const Migrations &journalMigrations();
// Of a journal in PostgreSQL. Appending is announced on the channel.
const Migrations &sharedJournalMigrations();
inline constexpr auto sharedJournalChannel = "latchkey_journal";
