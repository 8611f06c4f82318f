// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/secretstore.h"

#include <QSettings>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

tl::unexpected<Error> locked()
{
    return failure(Error::Kind::Keychain, SecretStore::tr("The keychain is locked."));
}

tl::unexpected<Error> gone()
{
    return failure(Error::Kind::Keychain, SecretStore::tr("The keychain is no longer running."));
}

tl::unexpected<Error> refused(const QKeychain::Job *job)
{
    return failure(Error::Kind::Keychain, SecretStore::tr("The keychain refused the request."), job->errorString());
}

}

SecretStore::SecretStore(const QString &service, std::chrono::milliseconds timeout, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_timeout(timeout)
    , m_keychain(timeout)
{
}

Future<SecretStore::State> SecretStore::state()
{
    return andThen(this, m_keychain.state(), [this](State state) -> Result<State> {
        m_wasThere = m_wasThere || state != State::Absent;
        return state;
    });
}

Future<> SecretStore::unlock()
{
    return m_keychain.unlock();
}

Future<Secret> SecretStore::read(const QString &key)
{
    return andThen(this, find(key), [](const Found &found) -> Result<Secret> {
        if (!found)
            return failure(Error::Kind::NotFound, tr("The keychain has no such entry."));
        return *found;
    });
}

Future<> SecretStore::write(const QString &key, const Secret &secret)
{
    if (secret.revealUtf8().contains('\0')) // the Secret Service takes C strings and would cut it short
        return ready<void>(failure(Error::Kind::Keychain, tr("The keychain cannot hold a NUL character.")));
    return andThen(this, state(), [this, key, secret](State state) -> Future<> {
        if (state == State::Locked)
            return ready<void>(locked());
        if (state == State::Absent) {
            m_thisRun.insert(key, secret);
            return ready<void>({});
        }
        auto *job = new QKeychain::WritePasswordJob(m_service);
        job->setTextData(secret.reveal());
        return run<void>(job, key, [this, key](const QKeychain::Job *done) -> Result<> {
            if (done->error() != QKeychain::NoError)
                return refused(done);
            m_thisRun.remove(key);
            return {};
        });
    });
}

Future<> SecretStore::remove(const QString &key)
{
    return andThen(this, state(), [this, key](State state) -> Future<> {
        if (state == State::Locked)
            return ready<void>(locked());
        const bool wasHere = m_thisRun.remove(key);
        if (state == State::Absent)
            return ready<void>(wasHere || !m_wasThere ? Result<>() : gone());
        return removeEntry(key);
    });
}

Future<> SecretStore::removeEntry(const QString &key)
{
    // Its success is not believed: QtKeychain also reports one for a keychain that was locked meanwhile.
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    const auto asked = run<void>(job, key, [](const QKeychain::Job *done) -> Result<> {
        if (done->error() != QKeychain::NoError && done->error() != QKeychain::EntryNotFound)
            return refused(done);
        return {};
    });
    const auto readBack = andThen(this, asked, [this, key] { return find(key); });
    return andThen(this, readBack, [](const Found &found) -> Result<> {
        if (found)
            return failure(Error::Kind::Keychain, tr("The keychain still holds the secret."));
        return {};
    });
}

Future<SecretStore::Found> SecretStore::find(const QString &key)
{
    if (const auto kept = m_thisRun.constFind(key); kept != m_thisRun.cend())
        return ready<Found>(Found(*kept));
    return andThen(this, state(), [this, key](State state) -> Future<Found> {
        if (state == State::Locked)
            return ready<Found>(locked());
        if (state == State::Absent)
            return ready<Found>(m_wasThere ? Result<Found>(gone()) : Found());
        return readEntry(key);
    });
}

Future<SecretStore::Found> SecretStore::readEntry(const QString &key)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    const auto answer = run<Found>(job, key, [](QKeychain::Job *done) -> Result<Found> {
        if (done->error() == QKeychain::NoError)
            return Found(Secret(static_cast<QKeychain::ReadPasswordJob *>(done)->textData()));
        if (done->error() == QKeychain::EntryNotFound)
            return Found();
        return refused(done);
    });
    return andThen(this, answer, [this](const Found &found) -> Future<Found> {
        if (found)
            return ready<Found>(found);
        // "Not found" only counts if the keychain was not locked or restarted in between.
        return andThen(this, state(), [](State now) -> Result<Found> {
            if (now == State::Available)
                return Found();
            return now == State::Locked ? locked() : gone();
        });
    });
}

// Deleting a job that has not finished crashes QtKeychain (its issue 261). So it belongs to nobody and deletes itself
// when it is done; giving up only means that nobody listens any more.
template <typename T>
Future<T> SecretStore::run(QKeychain::Job *job, const QString &key, const Outcome<T> &outcome)
{
    job->setAutoDelete(true);
    job->setKey(key);
    // Without settings of its own, QtKeychain would take a plain-text entry from the user's files on its KWallet path.
    job->setSettings(new QSettings(u":/no-plain-text-secrets"_s, QSettings::IniFormat, job));

    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    auto *patience = new QTimer(this);
    const auto settle = [patience, promise](const Result<T> &result) {
        if (promise->future().isFinished())
            return;
        promise->addResult(result);
        promise->finish();
        patience->deleteLater();
    };
    connect(
        job, &QKeychain::Job::finished, patience, [settle, outcome](QKeychain::Job *done) { settle(outcome(done)); });
    connect(patience, &QTimer::timeout, patience,
        [settle] { settle(failure(Error::Kind::Keychain, tr("The keychain did not answer."))); });
    patience->setSingleShot(true);
    patience->start(m_timeout);
    job->start();
    return promise->future();
}

#include "moc_secretstore.cpp"
