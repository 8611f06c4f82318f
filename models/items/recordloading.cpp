// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recordloading.h"

#include "core/background.h"
#include "items/collection.h"

#include <QPointer>

RecordLoading::RecordLoading(const ListReader &reader, RecordRows &model, Call call, Progress progress)
    : m_reader(reader)
    , m_model(model)
    , m_call(std::move(call))
    , m_progress(std::move(progress))
{
}

Future<> RecordLoading::load()
{
    m_loaded = 0;
    m_total.reset();
    return loadPage({});
}

Future<> RecordLoading::loadPage(const QString &cursor)
{
    const ListQuery query{.cursor = cursor};
    const auto page = m_reader.entries ? loadStreamed(query) : loadWhole(query);
    auto promise = std::make_shared<QPromise<Result<Loaded>>>();
    promise->start();
    onResult(this, page, [this, query, promise](const Result<Loaded> &loaded) {
        promise->addResult(loaded.map_error([&](const Error &error) { return failed(query, error); }));
        promise->finish();
    });
    return andThen(this, promise->future(), [this, cursor](const Loaded &loaded) -> Future<> {
        const ListReader::PageEnd &page = loaded.page;
        if (page.total) {
            m_total = page.total;
            m_progress(m_loaded, m_total);
        }
        if (page.next.isEmpty())
            return ready(Result<>());
        // A server that serves the same page for ever must not keep us for ever.
        if ((loaded.unseen == 0 && !page.endsPart) || page.next == cursor)
            return ready(Result<>(failure(
                Error::Kind::Protocol, Collection::tr("The server repeats its pages, so the list may lack some."))));
        return loadPage(page.next);
    });
}

// Of several lists, which one it was.
Error RecordLoading::failed(const ListQuery &query, Error error) const
{
    if (m_reader.part && error.kind != Error::Kind::Stopped)
        //: %1 a list, such as "Access Tokens", %2 a sentence that says why
        error.message = Collection::tr("“%1” could not be loaded. %2")
                            .arg(Collection::titleOf(m_reader.part(query)), error.message);
    return error;
}

Result<qsizetype> RecordLoading::take(const RecordCells &records)
{
    constexpr qsizetype most = 5'000'000;
    const qsizetype unseen = m_model.put(records);
    m_loaded += records.columns().rows();
    m_progress(m_loaded, m_total);
    if (m_loaded > most || m_model.cells().isFull())
        return failure(
            Error::Kind::TooLarge, Collection::tr("The list is longer than is kept here, so it lacks some."));
    return unseen;
}

// Long pages are read in another thread.
Future<RecordLoading::Loaded> RecordLoading::loadWhole(const ListQuery &query)
{
    struct Read {
        std::shared_ptr<RecordCells> records;
        ListReader::PageEnd page;
    };
    const auto read
        = [query, readPage = m_reader.readPage, records = std::make_shared<RecordCells>(m_model.cellLayout())](
              const Response &response) -> Result<Read> {
        return readPage(response, query, *records).map([&records](const ListReader::PageEnd &page) {
            return Read{records, page};
        });
    };
    const auto page = andThen(this, m_call(m_reader.list(query)), [read](const Response &response) {
        constexpr qsizetype longBody = 64 << 10; // bytes
        return response.body.size() > longBody ? inBackground([read, response] { return read(response); })
                                               : ready(read(response));
    });
    return andThen(this, page, [this](const Read &done) -> Result<Loaded> {
        return take(*done.records).map([&done](qsizetype unseen) { return Loaded{done.page, unseen}; });
    });
}

Future<RecordLoading::Loaded> RecordLoading::loadStreamed(const ListQuery &query)
{
    const auto unseen = std::make_shared<qsizetype>(0);
    const auto stream = std::make_shared<RecordStream>(
        m_reader.entries(query), m_model.cellLayout(), [self = QPointer(this), unseen](const RecordCells &records) {
            const Result<qsizetype> taken = self ? self->take(records) : Result<qsizetype>(0);
            *unseen += taken.value_or(0);
            return taken.map([](qsizetype) {});
        });
    Request request = m_reader.list(query);
    request.stream = stream;
    return andThen(this, m_call(request), [this, stream, query, unseen](const Response &response) {
        // Whoever waits for its end keeps the stream: the exchange has let go of it.
        return andThen(
            this, stream->end(), [this, stream, response, query, unseen](const QByteArray &rest) -> Result<Loaded> {
                Response around = response;
                around.body = rest;
                RecordCells others(m_model.cellLayout()); // none, unless the document has such an array twice
                const Result<ListReader::PageEnd> page = m_reader.readPage(around, query, others);
                if (!page)
                    return tl::unexpected(page.error());
                return take(others).map([&page, unseen](qsizetype more) { return Loaded{*page, *unseen + more}; });
            });
    });
}

#include "moc_recordloading.cpp"
