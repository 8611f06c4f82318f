// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "items/journallines.h"
#include "net/writelog.h"

#include <QElapsedTimer>
#include <QObject>

class Journal;
class SecretStore;

// The key that fingerprints in the journal are made with: in the keychain, made when first needed. Without a keychain
// it is one of this run.
class FingerprintKey final : public QObject {
    Q_OBJECT

public:
    explicit FingerprintKey(SecretStore &secrets, QObject *parent = nullptr); // must outlive this
    Future<Secret> key(); // never an error
    void forget() { m_key.reset(); } // it is read again when needed

private:
    SecretStore &m_secrets;
    std::optional<Future<Secret>> m_key;
};

// What this run of the console writes its journal with. All must outlive who uses it.
struct JournalTools {
    Journal *journal = nullptr; // none: nothing is written down
    FingerprintKey *key = nullptr;
    QString run{};
    QString console{}; // its id among all that write the journal
};

// The journal of one server's writes.
class ServerJournal final : public QObject, public WriteLog {
    Q_OBJECT

public:
    // `profile` tells the server's profile as it is then.
    ServerJournal(const JournalTools &tools, std::function<Profile()> profile, QObject *parent = nullptr,
        Clock clock = systemClock);

    Future<qint64> begin(const Request &request) override;
    void end(qint64 begun, const Request &request, const Result<Response> &outcome) override;
    void refuse(const Request &request, const Error &reason) override;

    // Writes of this console to this server, in this run or earlier ones, of which it is not known whether they were made.
    Future<QList<JournalEntry>> unknown();
    // What a later reading showed of such a write; `result` as in JournalEntry.
    Future<> found(const JournalEntry &entry, const char *result);

Q_SIGNALS:
    void failed(const Error &error); // something came of a write that could not be written down

private:
    JournalPlace place() const;
    template <typename MakeLine>
    Future<qint64> append(const Request &request, int era, MakeLine makeLine);

    JournalTools m_tools;
    std::function<Profile()> m_profile;
    Clock m_clock;
    // A line whose outcome is to follow: where it is, and since when.
    struct UnderWay {
        qint64 number = 0;
        int era = 0; // of the journal
        QElapsedTimer since{};
    };
    QHash<qint64, UnderWay> m_underWay; // by what begin() answered: numbers of two eras may be the same
    qint64 m_begun = 0;
};
