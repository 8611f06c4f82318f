// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"
#include "core/secret.h"
#include "store/consolefacts.h"
#include "store/journal.h"

#include <QObject>

class SecretStore;

// Where the journal is kept: on this computer or, for a team, in a PostgreSQL database. The address is remembered in
// the console's store, its password in the keychain or, without one, for this run.
class JournalHome final : public QObject {
    Q_OBJECT

public:
    JournalHome(Store &store, SecretStore &secrets, QObject *parent = nullptr); // both must outlive this

    Journal &journal() { return m_journal; }
    QString consoleId() const { return m_consoleId; }
    QString address() const; // as it is shown; empty: on this computer
    SecretStore &secrets() { return m_secrets; }

    // An address as somebody typed it, without the password that stood in it.
    struct Typed {
        QString address{};
        Secret password{};
    };
    static Result<Typed> read(const QString &address);

    // Signs in there and says in sentences what it found; an empty password: the one that is kept. Error: also when
    // this user could not write the journal there.
    Future<QStringList> test(const QString &address, const Secret &password);
    // Keeps the journal there from now on, makes one where there is none; an empty address: on this computer. Nothing
    // is changed by an error.
    Future<> moveTo(const QString &address, const Secret &password);

private:
    Future<Secret> passwordOf(const DatabaseAddress &address);
    Future<> keep(const DatabaseAddress &address, const Secret &password);
    Future<> settle(const std::optional<DatabaseAddress> &address);
    Journal::PasswordOf askingFor(const DatabaseAddress &address);

    ConsoleFacts m_facts;
    SecretStore &m_secrets;
    QString m_consoleId;
    Journal m_journal;
    std::optional<DatabaseAddress> m_address;
};
