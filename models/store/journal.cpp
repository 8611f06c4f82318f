// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal.h"

#include "store/journalwriter.h"

Journal::Journal(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{
    m_places.emplace_back();
}

Journal::~Journal() = default;

void Journal::moveTo(const std::optional<DatabaseAddress> &address, const PasswordOf &password)
{
    if (JournalWriter *writer = m_places.back().writer.get()) {
        writer->rest();
        writer->disconnect(this); // what happens there is no news any more
        m_places.back().opening.reset();
    }
    m_places.push_back({.address = address, .password = password});
    Q_EMIT moved();
}

void Journal::rest()
{
    for (Place &place : m_places)
        if (place.writer && place.address) {
            place.writer->rest();
            place.opening.reset();
        }
}

int Journal::era() const
{
    return int(m_places.size()) - 1;
}

static bool isReady(const Future<> &future)
{
    return future.isFinished() && future.resultCount() > 0 && future.result();
}

// Ends when the writer of that era knows how to open its database.
Future<> Journal::prepare(int era)
{
    Place &place = m_places.at(size_t(era));
    if (!place.writer) {
        place.writer = std::make_unique<JournalWriter>();
        connect(place.writer.get(), &JournalWriter::othersAppended, this, &Journal::appended);
    }
    JournalWriter *writer = place.writer.get();
    const bool isKnown = place.opening && (isReady(*place.opening) || !place.opening->isFinished());
    if (!isKnown && !place.address) {
        writer->setOpening([path = m_path] { return Store::open(path, journalMigrations()); });
        place.opening = ready(Result<>());
    } else if (!isKnown) {
        const auto take = [writer, address = *place.address](const Secret &password) -> Result<> {
            writer->setOpening([=] { return Store::openShared(address, password, sharedJournalMigrations()); });
            return {};
        };
        place.opening = andThen(this, place.password(), take);
    }
    return *place.opening;
}

template <typename T, typename Work>
Future<T> Journal::asked(Work work)
{
    const int era = this->era();
    const Future<> prepared = prepare(era);
    const auto ask = [writer = m_places.back().writer.get(), work] {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        writer->post([writer, promise, work] {
            writer->flush(); // what was asked for before is there to be read
            promise->addResult(writer->with<T>(work));
            promise->finish();
        });
        return promise->future();
    };
    return isReady(prepared) ? ask() : andThen(this, prepared, ask);
}

Future<qint64> Journal::append(const NewLine &line, int era)
{
    const Future<> prepared = prepare(era);
    const auto enqueue = [writer = m_places.at(size_t(era)).writer.get(), line] {
        auto promise = std::make_shared<QPromise<Result<qint64>>>();
        promise->start();
        writer->enqueue({line, promise});
        return promise->future();
    };
    const auto number = isReady(prepared) ? enqueue() : andThen(this, prepared, enqueue);
    onResult(this, number, [this, era](const Result<qint64> &written) {
        if (written && era == this->era())
            Q_EMIT appended();
    });
    return number;
}

Future<QList<JournalLine>> Journal::lines(qint64 after, int most)
{
    return asked<QList<JournalLine>>([after, most](Store &store) { return JournalChain(store).lines(after, most); });
}

Future<QList<JournalLine>> Journal::openLines()
{
    return asked<QList<JournalLine>>([](Store &store) { return JournalChain(store).openLines(); });
}

Future<JournalCheck> Journal::check()
{
    return asked<JournalCheck>([](Store &store) { return JournalChain(store).check(); });
}

Future<> Journal::keepRuns(const QString &server, const QList<MaintenanceRun> &runs)
{
    return asked<void>([server, runs](Store &store) { return RunHistory(store).keep(server, runs); });
}

Future<QList<MaintenanceRun>> Journal::runs(const RunQuery &query)
{
    return asked<QList<MaintenanceRun>>([query](Store &store) { return RunHistory(store).runs(query); });
}

Future<> Journal::forgetRuns(const QDateTime &before)
{
    if (m_places.back().address)
        return ready(Result<>());
    return asked<void>([before](Store &store) { return RunHistory(store).forget(before); });
}

#include "moc_journal.cpp"
