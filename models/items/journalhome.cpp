// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/journalhome.h"

#include "core/background.h"
#include "store/secretstore.h"
#include "store/sharedjournal.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

// Of one place only: a password must not go to another server because the address was changed.
static QString passwordEntry(const DatabaseAddress &address)
{
    return u"journal/"_s + address.place();
}

JournalHome::JournalHome(Store &store, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_facts(store)
    , m_secrets(secrets)
    , m_consoleId(m_facts.id().value_or(QString()))
    , m_journal(QFileInfo(store.path()).absoluteDir().filePath(u"journal.db"_s))
{
    const auto address = m_facts.journalAddress();
    if (address && address->isEmpty())
        return;
    const auto read = address ? DatabaseAddress::read(*address) : tl::unexpected(address.error());
    if (read) {
        m_address = read->first;
        m_journal.moveTo(m_address, askingFor(*m_address));
    } else { // somewhere, but not known where: not silently on this computer
        m_journal.moveTo(
            DatabaseAddress(), [error = read.error()] { return ready(Result<Secret>(tl::unexpected(error))); });
    }
}

QString JournalHome::address() const
{
    return m_address ? m_address->text() : QString();
}

Result<JournalHome::Typed> JournalHome::read(const QString &address)
{
    return DatabaseAddress::read(address).map([](const std::pair<DatabaseAddress, Secret> &read) {
        return Typed{.address = read.first.text(), .password = read.second};
    });
}

Future<Secret> JournalHome::passwordOf(const DatabaseAddress &address)
{
    const auto promise = std::make_shared<QPromise<Result<Secret>>>();
    promise->start();
    onResult(this, m_secrets.read(passwordEntry(address)), [promise](const Result<Secret> &read) {
        // None may be needed: the account's name, a certificate or libpq's own file of passwords may do.
        const bool isNone = !read && read.error().kind == Error::Kind::NotFound;
        promise->addResult(isNone ? Result<Secret>(Secret()) : read);
        promise->finish();
    });
    return promise->future();
}

Journal::PasswordOf JournalHome::askingFor(const DatabaseAddress &address)
{
    return [this, address] { return passwordOf(address); };
}

namespace {

Result<> checkUse(const SharedJournal &found)
{
    if (!found.isHere && !found.mayMake)
        return failure(Error::Kind::Storage,
            JournalHome::tr("There is no journal in this database, and %1 may not make one.").arg(found.user));
    if (found.isHere && !(found.mayRead && found.mayAppend))
        return failure(Error::Kind::Storage,
            JournalHome::tr("There is a journal in this database, but %1 may not read it and add to it.")
                .arg(found.user),
            u"GRANT SELECT, INSERT ON journal TO …; GRANT SELECT, INSERT, DELETE ON journal_open TO …; "
            "GRANT SELECT, INSERT, UPDATE ON maintenance_run TO …; "
            "GRANT SELECT ON latchkey_schema TO …;"_s);
    return {};
}

QStringList sentencesOn(const SharedJournal &found)
{
    QStringList sentences;
    sentences << (found.tls.isEmpty()
            ? JournalHome::tr("PostgreSQL %1, signed in as %2, without TLS.").arg(found.server, found.user)
            //: %3 the version of TLS: TLSv1.3
            : JournalHome::tr("PostgreSQL %1, signed in as %2, with %3.").arg(found.server, found.user, found.tls));
    if (found.isHere)
        sentences << JournalHome::tr(
            "The journal there has %Ln line(s), which can be read and added to.", nullptr, int(found.lines));
    else
        sentences << JournalHome::tr("There is no journal yet. It is made when you apply this.");
    if (!found.isDurable)
        sentences << JournalHome::tr(
            "The server does not wait for its disk (fsync is off): a power cut can take lines with it.");
    return sentences;
}

}

Future<QStringList> JournalHome::test(const QString &address, const Secret &password)
{
    const auto typed = DatabaseAddress::read(address);
    if (!typed)
        return ready(Result<QStringList>(tl::unexpected(typed.error())));
    const DatabaseAddress where = typed->first;
    const auto secret = password.isEmpty() ? passwordOf(where) : ready(Result<Secret>(password));
    return andThen(this, secret, [where](const Secret &used) {
        return inBackground([where, used]() -> Result<QStringList> {
            const auto found = lookAtSharedJournal(where, used);
            const auto use = found ? checkUse(*found) : tl::unexpected(found.error());
            return use.map([&] { return sentencesOn(*found); });
        });
    });
}

Future<> JournalHome::moveTo(const QString &address, const Secret &password)
{
    if (address.isEmpty())
        return settle(std::nullopt);
    const auto typed = DatabaseAddress::read(address);
    if (!typed)
        return ready(Result<>(tl::unexpected(typed.error())));
    const DatabaseAddress where = typed->first;
    const auto secret = password.isEmpty() ? passwordOf(where) : ready(Result<Secret>(password));
    const auto opened = andThen(this, secret, [where](const Secret &used) {
        return inBackground([where, used]() -> Result<> {
            if (const auto made = Store::openShared(where, used, sharedJournalMigrations()); !made)
                return tl::unexpected(made.error());
            const auto found = lookAtSharedJournal(where, used);
            return found ? checkUse(*found) : tl::unexpected(found.error());
        });
    });
    const auto kept = andThen(this, opened, [this, where, password] { return keep(where, password); });
    return andThen(this, kept, [this, where] { return settle(where); });
}

Future<> JournalHome::keep(const DatabaseAddress &address, const Secret &password)
{
    return password.isEmpty() ? ready(Result<>()) : m_secrets.write(passwordEntry(address), password);
}

Future<> JournalHome::settle(const std::optional<DatabaseAddress> &address)
{
    if (const auto set = m_facts.setJournalAddress(address ? address->text() : QString()); !set)
        return ready(set);
    const auto former = std::exchange(m_address, address);
    m_journal.moveTo(address, address ? askingFor(*address) : Journal::PasswordOf());
    if (!former || (address && passwordEntry(*former) == passwordEntry(*address)))
        return ready(Result<>());
    return m_secrets.remove(passwordEntry(*former));
}

#include "moc_journalhome.cpp"
