// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/servercollection.h"

#include <QPointer>
#include <QPromise>

ServerCollection::ServerCollection(
    const QString &kind, Session &session, const QHash<QString, ChoiceSource> &choices, QObject *parent)
    : Collection(kind, parent)
    , m_session(session)
    , m_sources(choices)
{
}

Future<> ServerCollection::refresh()
{
    if (isBusy())
        return m_refresh;
    begin();
    m_choices.clear();
    model()->beginRefresh();
    auto merged = std::make_shared<QPromise<Result<>>>();
    merged->start();
    m_refresh = merged->future();
    onResult(this, load(), [this, merged](const Result<> &result) {
        model()->endRefresh(result && tellsWhatIsGone());
        merged->addResult(result);
        merged->finish();
        end(result ? std::nullopt : std::optional(result.error()), result.has_value());
    });
    return m_refresh;
}

std::unique_ptr<Batch> ServerCollection::removalOf(const QStringList &ids)
{
    QList<Batch::Item> items;
    for (const QString &id : ids)
        if (const auto row = model()->rowOf(id))
            items << Batch::Item{id, model()->nameOf(*row)};
    return std::make_unique<Batch>(items, [self = QPointer(this)](const QString &id) {
        if (!self)
            return ready(Result<>(failure(Error::Kind::Stopped, Collection::tr("The server was disconnected."))));
        return self->removeRecord(id);
    });
}

Future<> ServerCollection::forget(QStringList ids)
{
    if (ids.isEmpty())
        return ready(Result<>());
    const QString id = ids.takeFirst();
    return andThen(this, forgetRecord(id), [this, id, ids] {
        model()->remove(id);
        return forget(ids);
    });
}

Future<QStringList> ServerCollection::choices(const QString &fieldKey)
{
    const auto source = m_sources.constFind(fieldKey);
    if (source == m_sources.cend())
        return ready(Result<QStringList>(QStringList()));
    if (const auto known = m_choices.constFind(fieldKey); known != m_choices.cend())
        return ready(Result<QStringList>(*known));
    // Words the product fixes need no asking.
    const auto words = source->list ? andThen(this, call(source->list()), source->read) : ready(source->read({}));
    return andThen(this, words, [this, fieldKey](const QStringList &list) -> Result<QStringList> {
        m_choices.insert(fieldKey, list);
        return list;
    });
}

Future<Response> ServerCollection::call(Request request)
{
    request.asker = kind();
    return m_session.call(request);
}

Future<Response> ServerCollection::write(Request request, Change change)
{
    change.kind = kind();
    request.change = std::make_shared<const Change>(std::move(change));
    return call(request);
}

Future<> ServerCollection::writeRemoval(const Request &request, const Change &change, std::function<Future<>()> take)
{
    auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    const auto settle = [promise](const Result<> &result) {
        promise->addResult(result);
        promise->finish();
    };
    onResult(this, write(request, change), [this, take = std::move(take), settle](const Result<Response> &response) {
        // What is already gone is what was wanted.
        if (response || response.error().kind == Error::Kind::NotFound)
            onResult(this, take(), settle);
        else
            settle(tl::unexpected(response.error()));
    });
    return promise->future();
}

tl::unexpected<Error> ServerCollection::notInTheList()
{
    return failure(Error::Kind::NotFound, Collection::tr("It is no longer in the list."));
}

#include "moc_servercollection.cpp"
