// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/bulkremoval.h"

#include "items/radiuscount.h"
#include "items/server.h"
#include "items/keptlog.h"
#include "store/batchlog.h"

#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;

namespace {

QString operationWord(Removal removal)
{
    switch (removal) {
    case Removal::Delete:
        return u"delete"_s;
    case Removal::Revoke:
        return u"revoke"_s;
    case Removal::Deactivate:
        return u"deactivate"_s;
    }
    return {};
}

// What has left the list meanwhile is gone from the server, which is what was wanted.
Batch::Operation goneIsDone(QObject *context, const Batch::Operation &operation)
{
    return [context = QPointer(context), operation](const QString &id) -> Future<> {
        if (!context)
            return operation(id);
        auto promise = std::make_shared<QPromise<Result<>>>();
        promise->start();
        onResult(context, operation(id), [promise](const Result<> &result) {
            const bool isGone = !result && result.error().kind == Error::Kind::NotFound;
            promise->addResult(isGone ? Result<>() : result);
            promise->finish();
        });
        return promise->future();
    };
}

QList<StoredItem> storedItemsOf(const QList<Batch::Item> &items)
{
    QList<StoredItem> stored;
    for (const Batch::Item &item : items)
        stored << StoredItem{.id = item.id, .name = item.name};
    return stored;
}

QSet<QString> idsListed(Collection &collection)
{
    QSet<QString> ids;
    const auto *model = collection.model();
    for (int row = 0; row < model->rowCount(); ++row)
        ids.insert(model->index(row, 0).data(IdRole).toString());
    return ids;
}

}

BulkRemoval::BulkRemoval(Server &server, BatchLog *log)
    : QObject(&server)
    , m_server(server)
    , m_log(log)
{
}

bool BulkRemoval::needsTypedNumber() const
{
    return m_server.profile().environment == Environment::Production;
}

Future<BlastRadius> BulkRemoval::radius(Collection &collection, const QStringList &ids)
{
    return andThen(this, m_server.tokens().self(), [this, &collection, ids](const Token &self) {
        const auto named = [](const QString &name, const QString &id) { return name.isEmpty() ? id : name; };
        m_who = named(self.userName, named(self.userId, named(self.clientName, self.clientId)));
        QStringList tokenIds{self.id, m_server.session().ownFingerprint()};
        tokenIds.removeAll(QString());
        return radiusOf(collection, ids,
            {.tokenIds = tokenIds,
                .clientId = self.clientId,
                .client = self.clientName,
                .user = named(self.userName, self.userId),
                .issued = self.issuedAt});
    });
}

std::unique_ptr<Batch::Log> BulkRemoval::logOf(const StoredBatch &batch) const
{
    return m_log ? std::make_unique<KeptLog>(*m_log, batch.number) : nullptr;
}

BulkRemoval::Run BulkRemoval::begin(Collection &collection, const QStringList &ids, const Pace::Limits &limits)
{
    const auto removal = collection.removalOf(ids);
    const auto items = removal->items(Batch::Outcome::Waiting);
    Run run{.batch = std::make_unique<Batch>(items, goneIsDone(this, removal->operation()))};
    run.facts = {.number = qint64(QRandomGenerator::global()->generate64() >> 1),
        .profile = m_server.profile().id,
        .kind = collection.kind(),
        .operation = operationWord(collection.removal()),
        .who = m_who,
        .created = systemClock(),
        .perSecond = limits.perSecond,
        .wave = limits.wave};
    run.batch->setLimits(limits);
    m_begun << run.batch.get();
    if (m_server.tokens().canIntrospect())
        for (const QString &id : ids)
            if (const auto values = collection.tokens({id}); !values.isEmpty())
                run.values.insert(id, values.first());
    if (!m_log)
        return run;
    // Unless that works, nothing can be written to it, so nothing is sent.
    (void)m_log->insert(run.facts, storedItemsOf(items));
    run.batch->setLog(logOf(run.facts));
    m_running.insert(run.facts.number);
    return run;
}

Future<QList<BatchTally>> BulkRemoval::unsettled()
{
    if (!m_log)
        return ready(Result<QList<BatchTally>>(QList<BatchTally>()));
    return andThen(
        this, m_log->all(m_server.profile().id), [this](QList<BatchTally> tallies) -> Result<QList<BatchTally>> {
            tallies.removeIf([this](const BatchTally &tally) { return m_running.contains(tally.batch.number); });
            return tallies;
        });
}

Collection *BulkRemoval::collectionOf(const StoredBatch &batch) const
{
    return m_server.collection(batch.kind);
}

Future<QList<StoredItem>> BulkRemoval::items(const StoredBatch &batch)
{
    return m_log->items(batch.number);
}

BulkRemoval::Run BulkRemoval::report(const StoredBatch &batch, const QList<StoredItem> &items) const
{
    QList<Batch::Item> all;
    for (const StoredItem &item : items)
        all << restored(item);
    return {.batch = std::make_unique<Batch>(all, Batch::Operation()), .facts = batch};
}

Future<QList<StoredItem>> BulkRemoval::itemsToResume(const StoredBatch &batch)
{
    Collection *collection = collectionOf(batch);
    if (!collection)
        return ready(Result<QList<StoredItem>>(
            failure(Error::Kind::NotFound, tr("This server no longer lists what is left to do."))));
    m_running.insert(batch.number); // nobody else takes it up meanwhile
    auto promise = std::make_shared<QPromise<Result<QList<StoredItem>>>>();
    promise->start();
    const auto loaded = andThen(this, collection->refresh(), [this, batch] { return items(batch); });
    onResult(this, loaded, [this, batch, promise](const Result<QList<StoredItem>> &items) {
        if (!items)
            m_running.remove(batch.number);
        promise->addResult(items);
        promise->finish();
    });
    return promise->future();
}

BulkRemoval::Run BulkRemoval::resume(const StoredBatch &batch, const QList<StoredItem> &items)
{
    Collection &collection = *collectionOf(batch);
    const QSet<QString> listed = idsListed(collection);
    QList<Batch::Item> all;
    QList<StoredChange> gone;
    for (const StoredItem &item : items) {
        Batch::Item made = restored(item);
        if (item.state == StoredItem::State::Begun) // to do it twice does no harm
            made = {.id = item.id, .name = item.name};
        if (item.state != StoredItem::State::Done && !listed.contains(item.id)) {
            made.outcome = Batch::Outcome::Done;
            made.error = {.message = tr("It was gone already.")};
            gone << StoredChange{.position = int(all.size()), .state = StoredItem::State::Done};
        }
        all << made;
    }
    if (!gone.isEmpty())
        (void)m_log->write(batch.number, gone);
    Run run{
        .batch = std::make_unique<Batch>(all, goneIsDone(this, collection.removalOf({})->operation())), .facts = batch};
    run.batch->setLimits({.perSecond = batch.perSecond, .wave = batch.wave});
    run.batch->setLog(logOf(batch));
    m_begun << run.batch.get();
    return run;
}

void BulkRemoval::pauseAll(const QString &why)
{
    m_begun.removeAll(nullptr);
    for (const auto &batch : std::as_const(m_begun))
        batch->pause(why);
}

void BulkRemoval::settle(const StoredBatch &batch, bool isDone)
{
    m_running.remove(batch.number);
    if (isDone)
        return discard(batch);
    Q_EMIT unsettledChanged();
}

void BulkRemoval::discard(const StoredBatch &batch)
{
    if (m_log)
        (void)m_log->remove(batch.number);
    Q_EMIT unsettledChanged();
}

bool BulkRemoval::canProve() const
{
    return m_server.tokens().canIntrospect();
}

std::unique_ptr<Batch> BulkRemoval::proof(const QHash<QString, Secret> &values, QList<Batch::Item> items) const
{
    items.removeIf([&values](const Batch::Item &item) { return !values.contains(item.id); });
    if (items.isEmpty() || !canProve())
        return nullptr;
    auto batch = std::make_unique<Batch>(items, [server = QPointer(&m_server), values](const QString &id) -> Future<> {
        if (!server)
            return ready(Result<>(failure(Error::Kind::Stopped, tr("The server was disconnected."))));
        return andThen(server, server->tokens().introspect(values.value(id)), [](const Introspected &told) -> Result<> {
            if (told.active)
                return failure(Error::Kind::Rejected, tr("The server still says it is active."));
            return {};
        });
    });
    batch->setDoneText(tr("The server says it is inactive."));
    return batch;
}

ReportHead BulkRemoval::reportHead(const StoredBatch &batch) const
{
    const Collection *collection = collectionOf(batch);
    return {.server = m_server.profile().name,
        .address = m_server.profile().url,
        .what = collection ? collection->title() : batch.kind,
        .operation = batch.operation,
        .who = batch.who,
        .created = batch.created};
}

#include "moc_bulkremoval.cpp"
