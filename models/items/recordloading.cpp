// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recordloading.h"

#include "items/collection.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

namespace {

struct LoadingTexts {
    Q_DECLARE_TR_FUNCTIONS(Collection)
};

}

// Where a record is only looked at, what the server said of it beside its fields is not needed again.
template <typename T>
bool RecordLoading<T>::keepsRaw(const Endpoint<T> &endpoint)
{
    const bool hasRawFields = std::any_of(endpoint.fields.begin(), endpoint.fields.end(),
        [](const Field<T> &field) { return std::holds_alternative<RawKey>(field.where); });
    return !endpoint.rows || endpoint.update || endpoint.rotation || endpoint.memory || hasRawFields;
}

template <typename T>
Future<> RecordLoading<T>::load()
{
    m_loaded = 0;
    m_total.reset();
    return loadPage({});
}

template <typename T>
Future<> RecordLoading<T>::loadPage(const QString &cursor)
{
    const ListQuery query{.cursor = cursor};
    const auto page = m_endpoint.rows ? loadStreamed(query) : loadWhole(query);
    auto promise = std::make_shared<QPromise<Result<Loaded>>>();
    promise->start();
    onResult(this, page, [this, query, promise](const Result<Loaded> &loaded) {
        promise->addResult(loaded.map_error([&](const Error &error) { return failed(query, error); }));
        promise->finish();
    });
    return andThen(this, promise->future(), [this, cursor](const Loaded &loaded) -> Future<> {
        if (loaded.total) {
            m_total = loaded.total;
            m_progress(m_loaded, m_total);
        }
        if (loaded.next.isEmpty())
            return ready(Result<>());
        // A server that serves the same page for ever must not keep us for ever.
        if ((loaded.unseen == 0 && !loaded.endsPart) || loaded.next == cursor)
            return ready(Result<>(failure(
                Error::Kind::Protocol, LoadingTexts::tr("The server repeats its pages, so the list may lack some."))));
        return loadPage(loaded.next);
    });
}

// Of several lists, which one it was.
template <typename T>
Error RecordLoading<T>::failed(const ListQuery &query, Error error) const
{
    if (m_endpoint.part && error.kind != Error::Kind::Stopped)
        //: %1 a list, such as "Access Tokens", %2 a sentence that says why
        error.message = LoadingTexts::tr("“%1” could not be loaded. %2")
                            .arg(Collection::titleOf(m_endpoint.part(query)), error.message);
    return error;
}

template <typename T>
Result<qsizetype> RecordLoading<T>::take(const Records<T> &records)
{
    constexpr qsizetype most = 5'000'000;
    const qsizetype unseen = m_model.put(records);
    m_loaded += records.columns().rows();
    m_progress(m_loaded, m_total);
    if (m_loaded > most || m_model.cells().isFull())
        return failure(
            Error::Kind::TooLarge, LoadingTexts::tr("The list is longer than is kept here, so it lacks some."));
    return unseen;
}

template <typename T>
static void forgetSecrets(T &record, const QList<Field<T>> &fields)
{
    for (const auto &field : fields)
        if (field.kind == FieldKind::Password && !field.flags.testFlag(FieldFlag::Readable))
            field.write(record, QVariant::fromValue(Secret()));
}

// Long pages are read in another thread.
template <typename T>
Future<typename RecordLoading<T>::Loaded> RecordLoading<T>::loadWhole(const ListQuery &query)
{
    using Read = std::pair<std::shared_ptr<Records<T>>, Loaded>;
    const auto read = [query, how = m_endpoint.readPage, fields = m_endpoint.fields,
                          records = std::make_shared<Records<T>>(m_model.emptyRecords())](
                          const Response &response) -> Result<Read> {
        Result<Page<T>> page = how(response, query);
        if (!page)
            return tl::unexpected(page.error());
        for (T &record : page->records) {
            forgetSecrets(record, fields);
            records->append(record);
        }
        return Read{records, {.next = page->next, .total = page->total, .endsPart = page->endsPart}};
    };
    const auto page = andThen(this, m_call(m_endpoint.list(query)), [read](const Response &response) {
        constexpr qsizetype longBody = 64 << 10; // bytes
        return response.body.size() > longBody ? inBackground([read, response] { return read(response); })
                                               : ready(read(response));
    });
    return andThen(this, page, [this](const Read &done) -> Result<Loaded> {
        Loaded loaded = done.second;
        return take(*done.first).map([&loaded](qsizetype unseen) {
            loaded.unseen = unseen;
            return loaded;
        });
    });
}

template <typename T>
Future<typename RecordLoading<T>::Loaded> RecordLoading<T>::loadStreamed(const ListQuery &query)
{
    const auto unseen = std::make_shared<qsizetype>(0);
    const auto stream = std::make_shared<RecordStream<T>>(
        m_endpoint.rows(query),
        [fields = m_endpoint.fields, raw = keepsRaw(m_endpoint)] { return Records<T>(fields, raw); },
        [fields = m_endpoint.fields](T &record) { forgetSecrets(record, fields); },
        [self = QPointer(this), unseen](const Records<T> &records) {
            const Result<qsizetype> taken = self ? self->take(records) : Result<qsizetype>(0);
            *unseen += taken.value_or(0);
            return taken.map([](qsizetype) {});
        });
    Request request = m_endpoint.list(query);
    request.stream = stream;
    return andThen(this, m_call(request), [this, stream, query, unseen](const Response &response) {
        // Whoever waits for its end keeps the stream: the exchange has let go of it.
        return andThen(
            this, stream->end(), [this, stream, response, query, unseen](const QByteArray &rest) -> Result<Loaded> {
                Response around = response;
                around.body = rest;
                const Result<Page<T>> page = m_endpoint.readPage(around, query);
                if (!page)
                    return tl::unexpected(page.error());
                // There are none, unless the document has such an array twice.
                Records<T> others = m_model.emptyRecords();
                for (T record : page->records) {
                    forgetSecrets(record, m_endpoint.fields);
                    others.append(record);
                }
                return take(others).map([&page, unseen](qsizetype more) {
                    return Loaded{
                        .next = page->next, .total = page->total, .endsPart = page->endsPart, .unseen = *unseen + more};
                });
            });
    });
}

template class RecordLoading<Client>;
template class RecordLoading<Scope>;
template class RecordLoading<User>;
template class RecordLoading<ApiToken>;
template class RecordLoading<Token>;
