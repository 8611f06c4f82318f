// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/serverjournal.h"

#include "items/person.h"
#include "items/profilesettings.h"
#include "store/journal.h"
#include "store/secretstore.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

static const QString entryName = u"journal/fingerprintKey"_s;

FingerprintKey::FingerprintKey(SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
{
}

Future<Secret> FingerprintKey::key()
{
    if (m_key)
        return *m_key;
    const auto promise = std::make_shared<QPromise<Result<Secret>>>();
    promise->start();
    m_key = promise->future();
    onResult(this, m_secrets.read(entryName), [this, promise](const Result<Secret> &read) {
        Result<Secret> key = read;
        if (!read) {
            std::array<quint32, 8> random{};
            QRandomGenerator::system()->generate(random.begin(), random.end());
            const QByteArray bytes(reinterpret_cast<const char *>(random.data()), sizeof random);
            key = Secret::fromUtf8(bytes.toHex());
        }
        // One that is there but cannot be read now must not be replaced.
        if (!read && read.error().kind == Error::Kind::NotFound)
            (void)m_secrets.write(entryName, *key);
        promise->addResult(key);
        promise->finish();
    });
    return *m_key;
}

ServerJournal::ServerJournal(
    const JournalTools &tools, std::function<Profile()> profile, QObject *parent, Clock clock)
    : QObject(parent)
    , m_tools(tools)
    , m_profile(std::move(profile))
    , m_clock(std::move(clock))
{
}

static QString signedInAs(const Profile &profile)
{
    const auto plain = plainValues(profile);
    for (const auto &key : {u"userName"_s, u"username"_s, u"user"_s, u"clientId"_s, u"client_id"_s})
        if (QString name = plain.value(key); !name.isEmpty())
            return name;
    return {};
}

JournalPlace ServerJournal::place() const
{
    const Profile profile = m_profile();
    return {.profile = profile, .who = signedInAs(profile), .console = personHere(),
        .consoleId = m_tools.console,
        .run = m_tools.run};
}

static bool hasSecrets(const Request &request)
{
    const auto isSecret = [](const QVariant &value) { return !value.value<Secret>().isEmpty(); };
    const auto has = [&](const QVariantMap &fields) { return std::any_of(fields.begin(), fields.end(), isSecret); };
    // Of what is stored, nobody knows before.
    return request.change && (request.change->stored || has(request.change->before) || has(request.change->after));
}

// The keychain is asked only where there is something to fingerprint: it may ask the person in turn.
template <typename MakeLine>
Future<qint64> ServerJournal::append(const Request &request, int era, MakeLine makeLine)
{
    if (!hasSecrets(request))
        return m_tools.journal->append(makeLine(Secret()), era);
    return andThen(this, m_tools.key->key(), [journal = m_tools.journal, era, makeLine](const Secret &key) {
        return journal->append(makeLine(key), era);
    });
}

Future<qint64> ServerJournal::begin(const Request &request)
{
    const auto line = [place = place(), request, at = m_clock()](
                          const Secret &key) { return intentLine(place, request, at, key); };
    const auto promise = std::make_shared<QPromise<Result<qint64>>>();
    promise->start();
    const int era = m_tools.journal->era();
    onResult(this, append(request, era, line), [this, era, promise](const Result<qint64> &number) {
        if (number) {
            UnderWay &begun = m_underWay[++m_begun];
            begun = {.number = *number, .era = era};
            begun.since.start();
        }
        promise->addResult(number ? Result<qint64>(m_begun)
                                  : Result<qint64>(failure(Error::Kind::Storage,
                                      tr("The journal could not be written, so nothing was sent."),
                                      number.error().message + u'\n' + number.error().detail)));
        promise->finish();
    });
    return promise->future();
}

void ServerJournal::end(qint64 begun, const Request &request, const Result<Response> &outcome)
{
    const UnderWay ended = m_underWay.take(begun);
    const std::chrono::milliseconds took(ended.since.elapsed());
    const auto line = [=, number = ended.number, at = m_clock()](
                          const Secret &key) { return outcomeLine(number, request, outcome, at, took, key); };
    onResult(this, append(request, ended.era, line), [this](const Result<qint64> &written) {
        if (!written)
            Q_EMIT failed(written.error());
    });
}

void ServerJournal::refuse(const Request &request, const Error &reason)
{
    const auto line = [place = place(), request, at = m_clock(), reason](
                          const Secret &key) { return intentLine(place, request, at, key, reason.message); };
    onResult(this, append(request, m_tools.journal->era(), line), [this](const Result<qint64> &written) {
        if (!written)
            Q_EMIT failed(written.error());
    });
}

Future<QList<JournalEntry>> ServerJournal::unknown()
{
    const int era = m_tools.journal->era();
    return andThen(this, m_tools.journal->openLines(), [this, era](const QList<JournalLine> &lines) {
        QSet<QString> excluded;
        for (const UnderWay &one : std::as_const(m_underWay))
            if (one.era == era)
                excluded << QString::number(one.number);
        JournalReader reader({.run = m_tools.run, .console = m_tools.console, .profile = m_profile().id});
        // What was asked of a journal that has moved since cannot be answered for there.
        if (era == m_tools.journal->era())
            reader.take(lines);
        QList<JournalEntry> entries = reader.takeEntries();
        entries.removeIf([&](const JournalEntry &entry) {
            return excluded.contains(entry.id) || entry.result == QLatin1StringView(journal::open);
        });
        return Result<QList<JournalEntry>>(entries);
    });
}

Future<> ServerJournal::found(const JournalEntry &entry, const char *result)
{
    return andThen(this, m_tools.journal->append(foundLine(entry.id.toLongLong(), result, m_clock())),
        [](qint64) -> Result<> { return {}; });
}

#include "moc_serverjournal.cpp"
