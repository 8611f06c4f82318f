// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/unattendedtask.h"

#include "app/givensecret.h"
#include "items/profilesettings.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static constexpr auto firstWait = 2s;
static constexpr auto longestWait = 300s;
static constexpr auto patienceAtTheEnd = 3s; // for signing out
static constexpr int mostRefusals = 3; // more could lock an account

UnattendedTask::UnattendedTask(const CommandLine &line, const Secret &given)
    : m_line(line)
    , m_given(given)
    , m_wait(firstWait)
{
    connect(&m_signals, &EndSignals::received, this, [this] { interrupt(); });
    connect(&m_lines, &EventLines::broken, this, [this] { end(Impossible); });
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, [this] { m_server ? signIn() : open(); });
}

int UnattendedTask::run()
{
    QMetaObject::invokeMethod(this, &UnattendedTask::connectToServer, Qt::QueuedConnection);
    QCoreApplication::exec();
    return m_status;
}

// The profile of that name; there is no need of a console that was ever started.
Result<Profile> UnattendedTask::openProfile()
{
    const auto unknown = failure(Error::Kind::NotFound, tr("There is no server called “%1”.").arg(m_line.profile));
    const QString path = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/latchkey.db"_s;
    if (!QFileInfo::exists(path))
        return unknown;
    auto store = Store::open(path);
    if (!store)
        return tl::unexpected(store.error());
    m_store = std::move(*store);
    m_workspace = std::make_unique<Workspace>(*m_store, m_secrets, nullptr, Workspace::Attendance::Unattended);
    if (m_workspace->storeError())
        return tl::unexpected(*m_workspace->storeError());
    const auto &all = m_workspace->profiles();
    const auto found = std::find_if(all.begin(), all.end(),
        [this](const Profile &one) { return one.name.compare(m_line.profile, Qt::CaseInsensitive) == 0; });
    return found == all.end() ? Result<Profile>(unknown) : *found;
}

void UnattendedTask::connectToServer()
{
    const auto profile = openProfile();
    if (!profile)
        return fail(profile.error());
    m_profile = *profile;
    m_lines.setProfile(m_profile);
    if (signsInInBrowser(m_profile))
        return fail({.kind = Error::Kind::Rejected,
            .message = tr("“%1” is signed in to with the browser, which takes a person. Make a profile with another "
                          "sign-in method, such as an API token.")
                           .arg(m_profile.name)});
    const auto values
        = m_given.isEmpty() ? m_workspace->signInValues(m_profile) : ready(givenValues(m_profile, m_given));
    onResult(this, values, [this](const Result<SignInValues> &read) {
        if (!read && read.error().kind == Error::Kind::Keychain)
            return fail({.kind = Error::Kind::Keychain,
                //: %1 a sentence such as: The keychain is locked.
                .message = tr("%1 Secrets can also be given in the environment variable LATCHKEY_SECRET.")
                               .arg(read.error().message)});
        const auto complete = read.and_then([this](const SignInValues &one) { return checked(one); });
        m_given = {};
        if (!complete)
            return fail(complete.error());
        m_values = *complete;
        open();
    });
}

Result<SignInValues> UnattendedTask::checked(const SignInValues &values) const
{
    QStringList missing;
    for (const SignInField &field : missingFields(m_profile, values))
        missing << QCoreApplication::translate("Dialects", field.label);
    if (missing.isEmpty())
        return values;
    return failure(Error::Kind::Rejected,
        //: %1 a list such as: Password, Client secret
        tr("To sign in, this is missing: %1. Keep secrets in the keychain, or give them in the environment variable "
           "LATCHKEY_SECRET.")
            .arg(missing.join(u", ")));
}

void UnattendedTask::open()
{
    onResult(
        this, m_workspace->open(m_profile, m_values), [this](const Result<Server *> &server) { takeServer(server); });
}

void UnattendedTask::takeServer(const Result<Server *> &server)
{
    if (!server)
        return takeProblem(server.error());
    m_server = *server;
    m_values = {};
    if (!m_server->maintenance())
        return fail({.kind = Error::Kind::NotFound, .message = tr("This server has no maintenance tasks.")});
    m_server->session().setReadOnly(isReadOnly(m_profile));
    connect(&m_server->session(), &Session::stateChanged, this, &UnattendedTask::takeState);
    connect(m_server, &Server::journalFailed, this, &UnattendedTask::report);
    signIn();
}

void UnattendedTask::signIn()
{
    onResult(this, m_server->session().signIn(), [this](const Result<> &result) {
        if (!result && !m_hasEnded)
            takeProblem(result.error());
    });
}

void UnattendedTask::takeState(Session::State state)
{
    if (state == Session::State::SignedIn && !std::exchange(m_isIn, true)) {
        m_again.stop();
        m_lines.write(u"signedIn"_s);
        if (!std::exchange(m_hasBegun, true))
            begin();
    } else if (state == Session::State::SignedOut && std::exchange(m_isIn, false)) {
        m_lines.write(u"signedOut"_s);
        takeProblem({.kind = Error::Kind::Unauthorized,
            .message = tr("The server has ended the sign-in, or no longer takes it.")});
    }
}

static bool mayPass(Error::Kind kind)
{
    using enum Error::Kind;
    return kind == Network || kind == Timeout || kind == Server || kind == Unknown || kind == Stopped;
}

// A server that is away may come back; one that refused us will do so again, unless it had taken us before.
void UnattendedTask::takeProblem(const Error &error)
{
    const bool mayChange = mayPass(error.kind) || (m_hasBegun && ++m_refusals < mostRefusals);
    if (!mayChange || !isPatient())
        return fail(error);
    report(error);
    tryLater();
}

void UnattendedTask::tryLater()
{
    m_again.start(m_wait);
    m_wait = std::min<std::chrono::seconds>(2 * m_wait, longestWait);
}

void UnattendedTask::noteAnswer()
{
    m_wait = firstWait;
    m_refusals = 0;
}

bool UnattendedTask::hasLoadedClients() const
{
    const Collection *clients = m_server->collection(u"clients"_s);
    return isSignedIn() && !clients->isBusy() && clients->isComplete();
}

Error UnattendedTask::loadError() const
{
    return m_server->collection(u"clients"_s)
        ->error()
        .value_or(Error{.kind = Error::Kind::Protocol, .message = tr("The list of clients did not come whole.")});
}

void UnattendedTask::report(const Error &error)
{
    if (!m_hasEnded)
        m_lines.write(u"error"_s, {{u"message"_s, error.message}});
}

void UnattendedTask::say(const QString &sentence)
{
    std::fprintf(stderr, "latchkey: %s\n", qUtf8Printable(sentence));
}

void UnattendedTask::fail(const Error &error)
{
    if (m_hasEnded)
        return;
    report(error);
    say(error.message);
    end(Impossible);
}

void UnattendedTask::end(Status status)
{
    if (std::exchange(m_hasEnded, true))
        return;
    m_status = status;
    m_again.stop();
    if (!isSignedIn())
        return QCoreApplication::exit(status);
    m_server->session().disconnect(this);
    watch().disconnect(this);
    const auto leave = [status] { QCoreApplication::exit(status); };
    QTimer::singleShot(patienceAtTheEnd, this, leave);
    onResult(this, m_server->session().signOut(), [leave](const Result<> &) { leave(); });
}

#include "moc_unattendedtask.cpp"
