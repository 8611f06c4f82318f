// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recordcollection.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {

struct CollectionTexts {
    Q_DECLARE_TR_FUNCTIONS(Collection)
};

}

template <typename T>
Operations RecordCollection<T>::operations() const
{
    Operations operations;
    operations.setFlag(Operation::Create, bool(m_endpoint.create));
    operations.setFlag(Operation::Update, bool(m_endpoint.update));
    operations.setFlag(Operation::Remove, bool(m_endpoint.remove));
    return operations;
}

template <typename T>
Future<> RecordCollection<T>::refresh()
{
    if (isBusy())
        return m_refresh;
    begin();
    const auto seen = std::make_shared<QSet<QString>>();
    auto merged = std::make_shared<QPromise<Result<>>>();
    merged->start();
    m_refresh = merged->future();
    onResult(this, loadPage({}, seen), [this, seen, merged](const Result<> &result) {
        // Only a whole list proves that a record is gone.
        if (result)
            m_model.keepOnly(*seen);
        merged->addResult(result);
        merged->finish();
        end(result ? std::nullopt : std::optional(result.error()), result.has_value());
    });
    return m_refresh;
}

template <typename T>
Future<> RecordCollection<T>::loadPage(const QString &cursor, const std::shared_ptr<QSet<QString>> &seen)
{
    const ListQuery query{.cursor = cursor};
    const auto page = andThen(this, call(m_endpoint.list(query)), [this, query](const Response &response) { return m_endpoint.readPage(response, query); });
    return andThen(this, page, [this, seen, cursor](const Page<T> &loaded) -> Future<> {
        const auto before = seen->size();
        for (T record : loaded.records) {
            takeSecrets(record);
            seen->insert(record.id);
            m_model.put(record);
        }
        // A server that serves the same page for ever must not keep us for ever.
        const bool advanced = seen->size() > before && loaded.next != cursor;
        if (loaded.next.isEmpty() || !advanced)
            return ready(Result<>());
        return loadPage(loaded.next, seen);
    });
}

template <typename T>
QList<ShownOnce> RecordCollection<T>::takeSecrets(T &record) const
{
    QList<ShownOnce> taken;
    for (const auto &field : m_endpoint.fields) {
        if (field.kind != FieldKind::Password)
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
    const T *record = m_model.find(id);
    if (!record)
        return nullptr;
    return std::make_unique<RecordDraft<T>>(*this, *record, false);
}

template <typename T>
Future<Saved> RecordCollection<T>::save(const T &before, const T &after, bool isNew)
{
    const auto request = isNew ? m_endpoint.create(after) : m_endpoint.update(before, after);
    return andThen(this, call(request), [this, after](const Response &response) -> Result<Saved> {
        auto stored = m_endpoint.readOne(response, after);
        if (!stored)
            return tl::unexpected(stored.error());
        Saved saved{.id = stored->id, .shownOnce = takeSecrets(*stored)};
        m_model.put(*stored);
        return saved;
    });
}

template <typename T>
Future<> RecordCollection<T>::removeRecord(const QString &id)
{
    const T *record = m_model.find(id);
    if (!record)
        return ready(Result<>(failure(Error::Kind::NotFound, CollectionTexts::tr("It is no longer in the list."))));
    const auto answer = call(m_endpoint.remove(*record));
    auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    onResult(this, answer, [this, id, promise](const Result<Response> &response) {
        // What is already gone is what was wanted.
        const bool gone = response || response.error().kind == Error::Kind::NotFound;
        if (gone)
            m_model.remove(id);
        promise->addResult(gone ? Result<>() : Result<>(tl::unexpected(response.error())));
        promise->finish();
    });
    return promise->future();
}

template <typename T>
std::unique_ptr<Batch> RecordCollection<T>::removalOf(const QStringList &ids)
{
    QList<Batch::Item> items;
    for (const auto &id : ids)
        if (const T *record = m_model.find(id))
            items << Batch::Item{id, recordName(*record)};
    return std::make_unique<Batch>(items, [self = QPointer(this)](const QString &id) {
        if (!self)
            return ready(Result<>(failure(Error::Kind::Stopped, CollectionTexts::tr("The server was disconnected."))));
        return self->removeRecord(id);
    });
}

template <typename T>
Future<QStringList> RecordCollection<T>::choices(const QString &fieldKey)
{
    const auto source = m_endpoint.choices.constFind(fieldKey);
    if (source == m_endpoint.choices.cend())
        return ready(Result<QStringList>(QStringList()));
    return andThen(this, call(source->list()), source->read);
}

template <typename T>
QString RecordDraft<T>::problem(int i) const
{
    if (!isEditable(i))
        return {};
    const FieldInfo info = field(i);
    const QString own = problemOf(info, value(i));
    if (!own.isEmpty() || !m_owner || !m_owner->endpoint().problems)
        return own;
    return m_owner->endpoint().problems(m_record).value(info.key);
}

template <typename T>
Future<QStringList> RecordDraft<T>::choices(int i)
{
    if (!m_owner)
        return ready(Result<QStringList>(QStringList()));
    return m_owner->choices(QString::fromLatin1(m_fields[i].key));
}

template <typename T>
Future<Saved> RecordDraft<T>::save()
{
    if (!m_owner)
        return ready(Result<Saved>(failure(Error::Kind::Stopped, CollectionTexts::tr("The server was disconnected."))));
    for (int i = 0; i < fieldCount(); ++i)
        if (const QString text = problem(i); !text.isEmpty())
            return ready(Result<Saved>(failure(Error::Kind::Rejected, text)));
    return m_owner->save(m_before, m_record, m_isNew);
}

template class RecordCollection<Client>;
template class RecordCollection<Scope>;
template class RecordCollection<User>;
template class RecordCollection<ApiToken>;
template class RecordCollection<Token>;
