// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/request.h"
#include "records/journalentry.h"
#include "records/profile.h"
#include "store/journalchain.h"

#include <QHash>

// Who writes, and where to.
struct JournalPlace {
    Profile profile{};
    QString who{}; // whom the console signed in as
    QString console{}; // the person's account and computer
    QString consoleId{}; // of this console among all that write the journal
    QString run{}; // of the program; unknown outcomes of this one are still under way
};

// A server as all its consoles call it, without who signs in there.
QString addressOf(const QUrl &url);

// A value of a field as the journal keeps it. A secret becomes a fingerprint: HMAC-SHA256 with `key`, 64 bits of it, so
// that two are seen to be the same, and none can be guessed without the key.
QJsonValue journalValue(const QVariant &value, const Secret &key);
// The value again, as Field::write() takes it; invalid for a secret.
QVariant fieldValue(const QJsonValue &value, FieldKind kind);

// What is about to be sent, or was not let out for the reason `refusal`.
NewLine intentLine(const JournalPlace &place, const Request &request, const QDateTime &at, const Secret &key,
    const QString &refusal = {});
// What came of line `intent`.
NewLine outcomeLine(qint64 intent, const Request &request, const Result<Response> &outcome, const QDateTime &at,
    std::chrono::milliseconds took, const Secret &key);
// What reading the server showed of it later; `result` is one of the words of a JournalEntry.
NewLine foundLine(qint64 intent, const char *result, const QDateTime &at);

// With whose eyes a journal is read.
struct JournalView {
    QString run{}; // of the program: what it has not seen the end of is under way
    QString console{}; // its id: what another has not seen the end of is for that one to find out
    QString profile{}; // only of this one; empty: of all
    QUrl url{}; // and what other consoles did to this address, where the profile has another id
};

// Makes entries of lines, which come in their order.
class JournalReader {
public:
    explicit JournalReader(const JournalView &view)
        : m_view(view)
    {
    }
    void take(const QList<JournalLine> &lines);
    qint64 last() const { return m_last; } // number of the last line taken
    QList<JournalEntry> takeEntries(); // those that are new or changed since last asked for

private:
    void takeIntent(qint64 number, const QJsonObject &line);
    void takeOutcome(const QJsonObject &line);

    bool isSeen(const QJsonObject &line) const;
    const char *resultWithoutOutcome(const QJsonObject &line) const;

    JournalView m_view;
    qint64 m_last = 0;
    QHash<qint64, JournalEntry> m_open; // without an outcome
    QHash<qint64, JournalEntry> m_changed;
};
