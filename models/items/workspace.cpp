// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/workspace.h"

#include "items/discoveryflow.h"
#include "items/profilesettings.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

Workspace::Workspace(Store &store, SecretStore &secrets, QObject *parent, Attendance attendance)
    : QObject(parent)
    , m_attendance(attendance)
    , m_store(store)
    , m_ledger(store)
    , m_batches(store.path())
    , m_journalHome(store, secrets)
    , m_fingerprintKey(secrets)
    , m_run(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_consoleId(m_journalHome.consoleId() + (attendance == Attendance::Unattended ? u"/unattended"_s : QString()))
    , m_secrets(secrets)
    , m_profileSecrets(secrets, m_ledger)
{
    reload();
}

Workspace::~Workspace()
{
    const auto ids = m_servers.keys();
    for (const auto &id : ids)
        close(id);
}

void Workspace::reload()
{
    const auto all = m_store.all();
    m_storeError = all ? std::nullopt : std::optional(all.error());
    if (all)
        m_profiles = *all;
    std::stable_sort(m_profiles.begin(), m_profiles.end(), [](const Profile &a, const Profile &b) {
        return a.environment != b.environment ? a.environment > b.environment
                                              : QString::localeAwareCompare(a.name, b.name) < 0;
    });
    Q_EMIT profilesChanged();
}

const Profile *Workspace::profile(const QString &id) const
{
    const auto found
        = std::find_if(m_profiles.begin(), m_profiles.end(), [&](const Profile &profile) { return profile.id == id; });
    return found == m_profiles.end() ? nullptr : &*found;
}

Server *Workspace::server(const QString &profileId) const
{
    return m_servers.value(profileId);
}

Future<QString> Workspace::save(const Profile &profile, const QHash<QString, Secret> &secrets)
{
    Result<QString> id = profile.id;
    if (profile.id.isEmpty())
        id = m_store.insert(profile).map([](const Profile &stored) { return stored.id; });
    else
        id = m_store.update(profile).map([&] { return profile.id; });
    if (!id)
        return ready(id);
    if (Server *live = server(*id))
        live->setProfile(profile);
    reload();
    return andThen(this, m_profileSecrets.write(*id, secrets), [id]() -> Result<QString> { return id; });
}

Future<QString> Workspace::duplicate(const QString &profileId)
{
    const Profile *original = profile(profileId);
    if (!original)
        return ready(Result<QString>(failure(Error::Kind::NotFound, tr("This server is no longer in the list."))));
    return andThen(this, m_profileSecrets.signInValues(*original),
        [this, profileId](const SignInValues &values) -> Future<QString> {
            const auto copy = m_store.duplicate(profileId);
            if (!copy)
                return ready(Result<QString>(tl::unexpected(copy.error())));
            reload();
            return andThen(this, m_profileSecrets.write(copy->id, values.secrets),
                [id = copy->id]() -> Result<QString> { return id; });
        });
}

Future<> Workspace::remove(const QString &profileId)
{
    const Profile *found = profile(profileId);
    if (!found)
        return ready(Result<>());
    // The secrets go first: a profile that is gone would leave them behind for ever.
    return andThen(this, m_profileSecrets.remove(*found), [this, profileId]() -> Result<> {
        close(profileId);
        (void)m_ledger.removeAll(profileId);
        (void)m_batches.removeAll(profileId);
        auto removed = m_store.remove(profileId);
        reload();
        return removed;
    });
}

static Result<HttpSettings> httpSettingsOf(const Profile &profile, const SignInValues &values)
{
    ConnectionSettings connection = connectionOf(profile);
    connection.passphrase = values.secrets.value(QString::fromLatin1(passphraseKey));
    connection.proxy.password = values.secrets.value(QString::fromLatin1(proxyPasswordKey));
    return httpSettings(profile.url, connection, systemClock());
}

// Nothing comes of it once `scope` is deleted.
Future<Setup> Workspace::setupOf(const Profile &profile, const SignInValues &values, QObject *scope)
{
    m_tlsFailures.remove(profile.id);
    const Dialect *dialect = findDialect(profile.dialect);
    if (!dialect)
        return ready(Result<Setup>(failure(
            Error::Kind::Storage, tr("This version does not know the server product “%1”.").arg(profile.dialect))));
    const Setup setup{.base = profile.url, .settings = plainValues(profile)};
    const Discovery discovery = makeDialect(profile.dialect, setup).discovery;
    if (!discovery)
        return ready(Result<Setup>(setup));
    const auto http = httpSettingsOf(profile, values);
    if (!http)
        return ready(Result<Setup>(tl::unexpected(http.error())));
    auto *flow = new DiscoveryFlow(*http, discovery, scope);
    connect(flow, &DiscoveryFlow::tlsFailed, this,
        [this, id = profile.id](const TlsFailure &failure) { m_tlsFailures.insert(id, failure); });
    connect(flow, &DiscoveryFlow::exchanged, this, [this, profile](const ExchangeSummary &exchange) {
        m_httpLog.add({.profileId = profile.id, .server = profile.name, .exchange = exchange});
    });
    return andThen(scope, flow->run(), [setup](const QJsonObject &metadata) -> Result<Setup> {
        return Setup{.base = setup.base, .settings = setup.settings, .metadata = metadata};
    });
}

static Result<SignInMethod> methodOf(const Profile &profile, const Dialect &dialect)
{
    const auto &methods = dialect.signInMethods;
    const auto method = std::find_if(
        methods.begin(), methods.end(), [&](const SignInMethod &one) { return one.id == profile.signInMethod; });
    if (method == methods.end())
        return failure(Error::Kind::Storage,
            Workspace::tr("This server does not offer the sign-in method “%1”.").arg(profile.signInMethod));
    return *method;
}

Result<std::unique_ptr<Server>> Workspace::makeServer(
    const Profile &profile, const SignInValues &values, const Setup &setup)
{
    const Dialect dialect = makeDialect(profile.dialect, setup);
    const auto method = methodOf(profile, dialect);
    if (!method)
        return tl::unexpected(method.error());
    const auto http = httpSettingsOf(profile, values);
    if (!http)
        return tl::unexpected(http.error());
    return std::make_unique<Server>(profile, dialect, method->make(values), *http,
        MemoryStores{.ledger = &m_ledger, .secrets = &m_secrets, .batches = &m_batches, .journal = journal()});
}

Future<Server *> Workspace::open(const Profile &profile, const SignInValues &values)
{
    auto &scope = m_opening[profile.id];
    scope = std::make_unique<QObject>();
    const auto setup = setupOf(profile, values, scope.get());
    return andThen(scope.get(), setup, [this, profile, values](const Setup &known) -> Result<Server *> {
        m_opening.extract(profile.id).mapped().release()->deleteLater(); // not before its own event is over
        auto made = makeServer(profile, values, known);
        return made ? take(std::move(*made)) : Result<Server *>(tl::unexpected(made.error()));
    });
}

Result<Server *> Workspace::take(std::unique_ptr<Server> made)
{
    Server *server = made.release();
    const Profile profile = server->profile();
    close(profile.id);
    server->setParent(this);
    m_servers.insert(profile.id, server);
    m_httpLog.watch(*server);
    connect(&server->session(), &Session::stateChanged, this, [this, id = profile.id] { Q_EMIT serverChanged(id); });
    Profile used = profile;
    used.lastUsed = QDateTime::currentDateTimeUtc();
    // Only a note for the person: not being able to keep it must not keep anybody from connecting.
    if (!used.id.isEmpty() && m_attendance == Attendance::Attended)
        (void)m_store.update(used);
    Q_EMIT opened(server);
    Q_EMIT serverChanged(profile.id);
    return server;
}

void Workspace::suspend()
{
    stopTest();
    m_fingerprintKey.forget();
    m_journalHome.journal().rest();
    for (Server *server : std::as_const(m_servers))
        server->session().suspend();
}

Result<Server *> Workspace::resume(const Profile &profile, const SignInValues &values)
{
    Server *live = server(profile.id);
    if (!live)
        return failure(Error::Kind::NotFound, tr("The server was disconnected."));
    const auto method = methodOf(live->profile(), live->dialect());
    if (!method)
        return tl::unexpected(method.error());
    auto http = httpSettingsOf(live->profile(), values);
    if (!http)
        return tl::unexpected(http.error());
    live->session().resume(method->make(values), *std::move(http));
    return live;
}

void Workspace::setPublished(const QString &profileId, const QHash<QString, Secret> &secrets)
{
    m_published.insert(profileId, secrets);
}

Future<SignInValues> Workspace::signInValues(const Profile &profile)
{
    return andThen(this, m_profileSecrets.signInValues(profile),
        [known = m_published.value(profile.id)](const SignInValues &kept) -> Result<SignInValues> {
            SignInValues values = kept;
            for (auto secret = known.begin(); secret != known.end(); ++secret)
                if (!values.secrets.contains(secret.key()))
                    values.secrets.insert(secret.key(), secret.value());
            return values;
        });
}

void Workspace::close(const QString &profileId)
{
    m_opening.erase(profileId);
    Server *server = m_servers.take(profileId);
    if (!server)
        return;
    Q_EMIT closing(server);
    server->disconnect(this);
    delete server;
    Q_EMIT serverChanged(profileId);
}

std::optional<TlsFailure> Workspace::tlsFailure(const QString &profileId) const
{
    if (const auto failure = m_tlsFailures.constFind(profileId); failure != m_tlsFailures.cend())
        return *failure;
    if (m_test && m_test->profile().id == profileId && m_test->session().tlsFailure())
        return m_test->session().tlsFailure();
    const Server *live = server(profileId);
    return live ? live->session().tlsFailure() : std::nullopt;
}

Future<QString> Workspace::trust(const QString &profileId, const QByteArray &sha256)
{
    const Profile *known = profile(profileId);
    if (!known)
        return ready(Result<QString>(failure(Error::Kind::NotFound, tr("This server is no longer in the list."))));
    Profile trusting = *known;
    ConnectionSettings connection = connectionOf(trusting);
    if (!connection.pins.contains(sha256))
        connection.pins << sha256;
    setConnection(trusting, connection);
    return save(trusting, {});
}

Future<QString> Workspace::test(const Profile &profile, const SignInValues &values)
{
    stopTest();
    m_testing = std::make_unique<QObject>();
    return andThen(m_testing.get(), setupOf(profile, values, m_testing.get()),
        [this, profile, values](const Setup &known) -> Future<QString> {
            auto made = makeServer(profile, values, known);
            if (!made)
                return ready(Result<QString>(tl::unexpected(made.error())));
            m_test = std::move(*made);
            return signInForTest();
        });
}

Future<QString> Workspace::signInForTest()
{
    Server *server = m_test.get();
    auto who = andThen(server, server->session().signIn(), [server]() -> Future<QString> {
        if (!server->tokens().canInspect())
            return server->tryOut();
        return andThen(server, server->tokens().info(), [server](const Token &token) -> Result<QString> {
            const QString name = !token.userName.isEmpty() ? token.userName : token.clientName;
            if (name.isEmpty())
                return tr("Signed in.");
            if (!server->dialect().tokens.infoTellsRights)
                return tr("Signed in as %1.").arg(name);
            return token.admin ? tr("Signed in as %1, with administrator rights.").arg(name)
                               : tr("Signed in as %1, without administrator rights.").arg(name);
        });
    });
    // What was issued for the test is given back.
    onResult(server, who, [server](const Result<QString> &) { (void)server->session().signOut(); });
    return who;
}

void Workspace::stopTest()
{
    m_testing.reset();
    if (m_test)
        m_test.release()->deleteLater();
}

#include "moc_workspace.cpp"
