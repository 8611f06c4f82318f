// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recordcollection.h"

#include "items/recorddraft.h"

#include <QCoreApplication>
#include <QPointer>

using namespace Qt::Literals::StringLiterals;

static QString dialectSentence(const char *text)
{
    return *text ? QCoreApplication::translate("Dialects", text) : QString();
}

template <typename T>
RecordCollection<T>::RecordCollection(
    const QString &kind, Session &session, const Endpoint<T> &endpoint, const RecordMemory<T> &memory, QObject *parent)
    : ServerCollection(kind, session, endpoint.choices, parent)
    , m_endpoint(endpoint)
    , m_memory(memory)
    , m_model(endpoint.fields, this, keepsRaw(endpoint))
    , m_loading(
          listReader(endpoint), m_model, [this](const Request &request) { return call(request); },
          [this](qsizetype loaded, const std::optional<qint64> &total) { progress(loaded, total); })
{
}

template <typename T>
Operations RecordCollection<T>::operations() const
{
    Operations operations;
    operations.setFlag(Operation::Create, bool(m_endpoint.create));
    operations.setFlag(Operation::Update, bool(m_endpoint.update));
    operations.setFlag(Operation::Remove, bool(m_endpoint.remove));
    operations.setFlag(Operation::Rotate, bool(m_endpoint.rotation));
    // What a server lists would be back with the next refresh.
    operations.setFlag(Operation::Forget, m_endpoint.memory && !m_endpoint.list);
    operations.setFlag(Operation::Inspect, std::is_same_v<T, Token> && m_endpoint.memory && m_endpoint.memory.key);
    return operations;
}

template <typename T>
QString RecordCollection<T>::removalNote() const
{
    return dialectSentence(m_endpoint.removalNote);
}

template <typename T>
QString RecordCollection<T>::rotationLabel() const
{
    return dialectSentence(m_endpoint.rotation.label);
}

template <typename T>
QString RecordCollection<T>::rotationConsequence() const
{
    return dialectSentence(m_endpoint.rotation.consequence);
}

template <typename T>
QString RecordCollection<T>::memoryNote() const
{
    return dialectSentence(m_endpoint.memory.explanation);
}

template <typename T>
Future<> RecordCollection<T>::load()
{
    const auto listed = m_endpoint.list ? m_loading.load() : ready(Result<>());
    return andThen(this, listed, [this] { return recall(m_memory.all(this)); });
}

// One after the other: these are few, and a server that forgets them has no list to ask instead.
template <typename T>
Future<> RecordCollection<T>::recall(QList<T> remembered)
{
    while (!remembered.isEmpty() && m_model.isSeen(remembered.first().id)) {
        if (deactivates()) // it was enabled again elsewhere
            (void)m_memory.forget(this, remembered.first().id);
        remembered.removeFirst();
    }
    if (remembered.isEmpty())
        return ready(Result<>());
    const auto known = m_memory.withKey(this, remembered.takeFirst());
    const auto shown = andThen(this, known, [this](const T &record) { return readAgain(record); });
    return andThen(this, shown, [this, remembered] { return recall(remembered); });
}

template <typename T>
Future<> RecordCollection<T>::readAgain(const T &known)
{
    if (!m_endpoint.read) {
        m_model.put(known);
        return ready(Result<>());
    }
    auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    onResult(this, current(known), [this, known, promise](const Result<std::optional<T>> &found) {
        if (!found) {
            m_model.put(known);
        } else if (!*found) {
            m_model.unsee(known.id);
            (void)m_memory.forget(this, known.id);
        }
        promise->addResult(found ? Result<>() : Result<>(tl::unexpected(found.error())));
        promise->finish();
    });
    return promise->future();
}

template <typename T>
Future<std::optional<T>> RecordCollection<T>::current(T known)
{
    using Found = Result<std::optional<T>>;
    if (!m_endpoint.read && !m_endpoint.list)
        return ready(Found(known));
    if (!m_endpoint.read)
        return andThen(this, refresh(), [this, key = keyOf(known)]() -> Found { return m_model.find(key); });
    if (const std::optional<T> listed = m_model.find(keyOf(known)))
        m_memory.renewKey(*listed, known);
    auto promise = std::make_shared<QPromise<Found>>();
    promise->start();
    onResult(this, call(m_endpoint.read(known)), [this, known, promise](const Result<Response> &response) {
        auto record = response ? m_endpoint.readOne(*response, known) : Result<T>(tl::unexpected(response.error()));
        Found found = std::optional<T>();
        if (record) {
            takeSecrets(*record);
            m_memory.carryKey(known, *record);
            if (m_memory.hasOtherKey(known, *record)) // any answer may renew it (RFC 7592 §3)
                (void)m_memory.keep(*record);
            m_model.put(*record);
            found = *record;
        } else if (record.error().kind != Error::Kind::NotFound) {
            found = tl::unexpected(record.error());
        }
        promise->addResult(found);
        promise->finish();
    });
    return promise->future();
}

template <typename T>
QList<ShownOnce> RecordCollection<T>::takeSecrets(T &record) const
{
    QList<ShownOnce> taken;
    for (const auto &field : m_endpoint.fields) {
        if (field.kind != FieldKind::Password || field.flags.testFlag(FieldFlag::Readable))
            continue;
        const auto secret = field.read(record).template value<Secret>();
        if (!secret.isEmpty())
            taken << ShownOnce{translatedField(field.label), secret};
        field.write(record, QVariant::fromValue(Secret()));
    }
    return taken;
}

template <typename T>
std::unique_ptr<Draft> RecordCollection<T>::newDraft()
{
    return std::make_unique<RecordDraft<T>>(*this, T{}, true);
}

template <typename T>
std::unique_ptr<Draft> RecordCollection<T>::draft(const QString &id)
{
    const std::optional<T> record = m_model.find(id);
    if (!record)
        return nullptr;
    return std::make_unique<RecordDraft<T>>(*this, *record, false);
}

template <typename T>
QVariantMap RecordCollection<T>::valuesOf(const T &record) const
{
    QVariantMap values;
    for (const auto &field : m_endpoint.fields)
        values.insert(QString::fromLatin1(field.key), field.read(record));
    return values;
}

// Secrets the server makes are among what it stored: the journal must be able to tell whether one is still the same.
template <typename T>
std::function<std::optional<Change::Stored>(const Response &)> RecordCollection<T>::storedAs(const T &sent) const
{
    return [self = QPointer(this), sent](const Response &response) -> std::optional<Change::Stored> {
        const auto stored
            = self ? self->m_endpoint.readOne(response, sent) : Result<T>(tl::unexpected(Error{}));
        if (!stored)
            return std::nullopt;
        return Change::Stored{.id = stored->id, .fields = self->valuesOf(*stored)};
    };
}

template <typename T>
Future<Saved> RecordCollection<T>::save(const T &before, const T &after, bool isNew)
{
    const auto request = isNew ? m_endpoint.create(after) : m_endpoint.update(before, after);
    const Change change{.action = isNew ? Change::Action::Create : Change::Action::Update,
        .id = keyOf(before),
        .name = recordName(isNew ? after : before),
        .before = isNew ? QVariantMap() : valuesOf(before),
        .after = valuesOf(after),
        .stored = storedAs(after)};
    return andThen(this, write(request, change),
        [this, before, after](const Response &response) { return takeStored(response, before, after); });
}

template <typename T>
Future<Saved> RecordCollection<T>::takeStored(const Response &response, const T &before, const T &sent)
{
    auto stored = m_endpoint.readOne(response, sent);
    if (!stored)
        return ready(Result<Saved>(tl::unexpected(stored.error())));
    const Saved saved{.id = stored->id, .shownOnce = takeSecrets(*stored)};
    m_memory.carryKey(before, *stored);
    if (!before.id.isEmpty() && before.id != stored->id)
        m_model.remove(before.id);
    m_model.put(*stored);
    if (deactivates())
        return ready(Result<Saved>(saved));
    return andThen(this, m_memory.keep(*stored), [saved]() -> Result<Saved> { return saved; });
}

// The new credentials are shown even where they can be read again: somebody has to carry them to the client.
template <typename T>
Future<Saved> RecordCollection<T>::rotate(const QString &id)
{
    const std::optional<T> record = m_model.find(id);
    if (!record || !m_endpoint.rotation)
        return ready(Result<Saved>(notInTheList()));
    const T &before = *record;
    const Change change{.action = Change::Action::Rotate,
        .id = keyOf(before),
        .name = recordName(before),
        .before = valuesOf(before),
        .stored = storedAs(before)};
    return andThen(
        this, write(m_endpoint.rotation.request(before), change), [this, before](const Response &response) -> Future<Saved> {
            QList<ShownOnce> renewed;
            if (const auto stored = m_endpoint.readOne(response, before))
                for (const auto &field : m_endpoint.fields) {
                    const QVariant value = field.read(*stored);
                    const bool isSecret = field.kind == FieldKind::Password;
                    const Secret shown = isSecret ? value.template value<Secret>() : Secret(value.toString());
                    const bool isNew
                        = isSecret || (field.flags.testFlag(FieldFlag::Generated) && value != field.read(before));
                    if (isNew && !shown.isEmpty())
                        renewed << ShownOnce{translatedField(field.label), shown};
                }
            return andThen(this, takeStored(response, before, before),
                [renewed](const Saved &saved) -> Result<Saved> { return Saved{.id = saved.id, .shownOnce = renewed}; });
        });
}

template <typename T>
Future<> RecordCollection<T>::adopt(const T &record)
{
    m_model.put(record);
    return m_memory.keep(record);
}

template <typename T>
QList<Secret> RecordCollection<T>::tokens(const QStringList &ids) const
{
    QList<Secret> values;
    if constexpr (std::is_same_v<T, Token>)
        for (const QString &id : ids)
            if (const std::optional<Token> token = m_model.find(id); token && !token->value.isEmpty())
                values << token->value;
    return values;
}

static Change::Action actionOf(Removal removal)
{
    switch (removal) {
    case Removal::Delete:
        return Change::Action::Remove;
    case Removal::Revoke:
        return Change::Action::Revoke;
    case Removal::Deactivate:
        return Change::Action::Deactivate;
    }
    return Change::Action::Remove;
}

template <typename T>
Future<> RecordCollection<T>::removeRecord(const QString &id)
{
    const std::optional<T> record = m_model.find(id);
    if (!record)
        return ready(Result<>(notInTheList()));
    if (!m_memory.hasKey(*record))
        return ready(Result<>(failure(
            Error::Kind::Rejected, Collection::tr("What authorizes this was not kept here, so nothing was sent."))));
    const Change change{.action = actionOf(m_endpoint.removal),
        .id = keyOf(*record),
        .name = recordName(*record),
        .before = valuesOf(*record)};
    return writeRemoval(m_endpoint.remove(*record), change, [this, known = *record] { return takeRemoval(known); });
}

template <typename T>
Future<> RecordCollection<T>::takeRemoval(const T &record)
{
    if (!deactivates()) {
        m_model.remove(keyOf(record));
        Q_EMIT removed(keyOf(record));
        return m_memory.forget(this, record.id);
    }
    return andThen(this, m_memory.keep(record), [this, record] { return readAgain(record); });
}

template class RecordCollection<Client>;
template class RecordCollection<Scope>;
template class RecordCollection<User>;
template class RecordCollection<ApiToken>;
template class RecordCollection<Token>;
