// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"
#include "items/maintenancewatch.h"
#include "items/recordmemory.h"
#include "items/servertokens.h"
#include "net/session.h"
#include "records/profile.h"

class BulkRemoval;
class ChangeSet;
class JournalList;
class Reconciliation;

// A live connection: one profile's session, dialect and collections. Deleting it cancels all its work.
class Server final : public QObject {
    Q_OBJECT

public:
    // `dialect`: made for this very server. Without `stores`, what servers do not list is forgotten at the end.
    Server(Profile profile, Dialect dialect, SignIn signIn, HttpSettings http, const MemoryStores &stores = {},
        QObject *parent = nullptr);

    const Profile &profile() const { return m_profile; }
    // Name, environment; a new address needs a new Server.
    void setProfile(const Profile &profile) { m_profile = profile; }
    const Dialect &dialect() const { return m_dialect; }
    Session &session() { return m_session; }
    const Session &session() const { return m_session; }
    const QList<Collection *> &collections() const { return m_collections; } // in the order of the tabs
    // Without the one of all tokens, for what it holds others hold, too.
    QList<Collection *> separateCollections() const;
    Collection *collection(const QString &kind) const; // null when the server has none
    MaintenanceWatch *maintenance() const { return m_maintenance; } // null when it has none

    ServerTokens &tokens() const { return *m_tokens; }
    BulkRemoval &bulkRemoval() const { return *m_bulkRemoval; }
    JournalList *journal() const { return m_journalList; } // null: nothing is written down
    Reconciliation *reconciliation() const { return m_reconciliation; } // null without a journal
    ChangeSet &changes() const { return *m_changes; } // what is collected to be applied later
    // Whether the credential works where nothing tells about it: loads the first list there is.
    Future<QString> tryOut();
    QStringList documentLabels() const; // translated
    Future<QString> document(int index);

Q_SIGNALS:
    void journalFailed(const Error &error); // what came of a write could not be written down

private:
    void keepJournal(const JournalTools &tools);
    Future<QStringList> usersOfScopes(const QStringList &ids);
    template <typename T>
    void addCollection(const QString &kind, const Endpoint<T> &endpoint, const MemoryStores &stores);

    Profile m_profile;
    Dialect m_dialect;
    Session m_session;
    QList<Collection *> m_collections;
    MaintenanceWatch *m_maintenance = nullptr;
    ServerTokens *m_tokens;
    BulkRemoval *m_bulkRemoval;
    ChangeSet *m_changes;
    ServerJournal *m_journal = nullptr;
    JournalList *m_journalList = nullptr;
    Reconciliation *m_reconciliation = nullptr;
};
