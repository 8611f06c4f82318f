// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/server.h"

#include "items/bulkremoval.h"
#include "items/changeset.h"
#include "items/journallines.h"
#include "items/journallist.h"
#include "items/recordcollection.h"
#include "items/reconciliation.h"
#include "items/runlog.h"
#include "items/tokenlists.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

Server::Server(
    Profile profile, Dialect dialect, SignIn signIn, HttpSettings http, const MemoryStores &stores, QObject *parent)
    : QObject(parent)
    , m_profile(std::move(profile))
    , m_dialect(std::move(dialect))
    , m_session(std::move(http), std::move(signIn))
    , m_tokens(new ServerTokens(*this))
    , m_bulkRemoval(new BulkRemoval(*this, stores.batches))
    , m_changes(new ChangeSet(this))
{
    keepJournal(stores.journal);
    addCollection(u"clients"_s, m_dialect.clients, stores);
    addCollection(u"scopes"_s, m_dialect.scopes, stores);
    addCollection(u"users"_s, m_dialect.users, stores);
    addCollection(u"apiTokens"_s, m_dialect.apiTokens, stores);
    addCollection(u"accessTokens"_s, m_dialect.accessTokens, stores);
    addCollection(u"refreshTokens"_s, m_dialect.refreshTokens, stores);
    addCollection(allTokensKind, m_dialect.allTokens, stores);
    addCollection(u"sessions"_s, m_dialect.sessions, stores);
    addCollection(u"keptTokens"_s, m_dialect.keptTokens, stores);
    keepTokenListsInStep(*this);
    if (m_journal)
        m_reconciliation = new Reconciliation(*m_journal, m_collections, this);
    if (auto *scopes = collection(u"scopes"_s))
        scopes->setUsage([this](const QStringList &ids) { return usersOfScopes(ids); });
    if (auto *clients = collection(u"clients"_s); clients && m_dialect.maintenance) {
        auto *log = m_journal ? new RunLog(*stores.journal.journal, addressOf(m_profile.url), this) : nullptr;
        m_maintenance = new MaintenanceWatch(m_session, m_dialect.maintenance, *clients, log, {}, this);
    }
}

// One that was never stored, as when a connection is tried out, changes nothing.
void Server::keepJournal(const JournalTools &tools)
{
    if (!tools.journal || m_profile.id.isEmpty())
        return;
    m_journal = new ServerJournal(
        tools, [this] { return m_profile; }, this);
    m_journalList = new JournalList(tools, m_profile, this);
    m_session.setWriteLog(m_journal);
    connect(m_journal, &ServerJournal::failed, this, &Server::journalFailed);
}

template <typename T>
void Server::addCollection(const QString &kind, const Endpoint<T> &endpoint, const MemoryStores &stores)
{
    if (!endpoint)
        return;
    const RecordMemory<T> memory(stores, m_profile.id, kind, endpoint.memory);
    m_collections << new RecordCollection<T>(kind, m_session, endpoint, memory, this);
}

Collection *Server::collection(const QString &kind) const
{
    const auto found = std::find_if(
        m_collections.begin(), m_collections.end(), [&](const Collection *one) { return one->kind() == kind; });
    return found == m_collections.end() ? nullptr : *found;
}

QList<Collection *> Server::separateCollections() const
{
    QList<Collection *> each = m_collections;
    each.removeOne(collection(allTokensKind));
    return each;
}

// The clients' list is asked for anew: what it said a while ago may no longer hold.
Future<QStringList> Server::usersOfScopes(const QStringList &ids)
{
    auto *clients = dynamic_cast<RecordCollection<Client> *>(collection(u"clients"_s));
    if (!clients)
        return ready(Result<QStringList>(QStringList()));
    return andThen(this, clients->refresh(), [clients, ids]() -> Result<QStringList> {
        QStringList sentences;
        for (const QString &id : ids) {
            QStringList names;
            for (const Client &client : clients->records())
                if (client.scopes.contains(id))
                    names << recordName(client);
            //: %1 a scope, %2 names of clients
            sentences << (names.isEmpty()
                    ? tr("No client uses “%1”.").arg(id)
                    : tr("“%1” is used by %n client(s): %2.", nullptr, int(names.size())).arg(id, names.join(u", ")));
        }
        return sentences;
    });
}

Future<QString> Server::tryOut()
{
    const QString signedIn = tr("Signed in.");
    if (m_collections.isEmpty())
        return ready(Result<QString>(signedIn));
    return andThen(this, m_collections.first()->refresh(), [signedIn]() -> Result<QString> { return signedIn; });
}

QStringList Server::documentLabels() const
{
    QStringList labels;
    for (const auto &document : m_dialect.documents)
        labels << QCoreApplication::translate("Dialects", document.label);
    return labels;
}

Future<QString> Server::document(int index)
{
    return andThen(this, m_session.call(m_dialect.documents.at(index).request),
        [](const Response &response) -> Result<QString> { return QString::fromUtf8(response.body); });
}

#include "moc_server.cpp"
