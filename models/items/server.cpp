// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/server.h"

#include "items/bulkremoval.h"
#include "items/profilesettings.h"
#include "items/recordcollection.h"
#include "items/tokenlists.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

Server::Server(
    Profile profile, Dialect dialect, SignIn signIn, HttpSettings http, const MemoryStores &stores, QObject *parent)
    : QObject(parent)
    , m_profile(std::move(profile))
    , m_dialect(std::move(dialect))
    , m_session(std::move(http), std::move(signIn))
    , m_bulkRemoval(new BulkRemoval(*this, stores.batches))
{
    addCollection(u"clients"_s, m_dialect.clients, stores);
    addCollection(u"scopes"_s, m_dialect.scopes, stores);
    addCollection(u"users"_s, m_dialect.users, stores);
    addCollection(u"apiTokens"_s, m_dialect.apiTokens, stores);
    addCollection(u"accessTokens"_s, m_dialect.accessTokens, stores);
    addCollection(u"refreshTokens"_s, m_dialect.refreshTokens, stores);
    addCollection(allTokensKind, m_dialect.allTokens, stores);
    addCollection(u"sessions"_s, m_dialect.sessions, stores);
    addCollection(u"keptTokens"_s, m_dialect.keptTokens, stores);
    keepTokenListsInStep(m_lists);
    if (auto *scopes = collection(u"scopes"_s))
        scopes->setUsage([this](const QStringList &ids) { return usersOfScopes(ids); });
    connect(&m_session, &Session::credentialChanged, this, &Server::rememberOwnToken);
    if (auto *clients = collection(u"clients"_s); clients && m_dialect.maintenance)
        m_maintenance = new MaintenanceBoard(m_session, m_dialect.maintenance, *clients, {}, this);
}

template <typename T>
void Server::addCollection(const QString &kind, const Endpoint<T> &endpoint, const MemoryStores &stores)
{
    if (!endpoint)
        return;
    const RecordMemory<T> memory(stores, m_profile.id, kind, endpoint.memory);
    m_lists << new RecordCollection<T>(kind, m_session, endpoint, memory, this);
}

Collection *Server::collection(const QString &kind) const
{
    const auto found = std::find_if(
        m_lists.begin(), m_lists.end(), [&](const Collection *one) { return one->kind() == kind; });
    return found == m_lists.end() ? nullptr : *found;
}

QList<Collection *> Server::collections() const
{
    QList<Collection *> each = m_lists;
    each.removeOne(collection(allTokensKind));
    return each;
}

// The clients' list is asked for anew: what it said a while ago may no longer hold.
Future<QStringList> Server::usersOfScopes(const QStringList &ids)
{
    auto *clients = dynamic_cast<RecordCollection<Client> *>(collection(u"clients"_s));
    if (!clients)
        return ready(Result<QStringList>(QStringList()));
    return andThen(this, clients->refresh(), [clients, ids]() -> Result<QStringList> {
        QStringList sentences;
        for (const QString &id : ids) {
            QStringList names;
            for (const Client &client : clients->records())
                if (client.scopes.contains(id))
                    names << recordName(client);
            //: %1 a scope, %2 names of clients
            sentences << (names.isEmpty()
                    ? tr("No client uses “%1”.").arg(id)
                    : tr("“%1” is used by %n client(s): %2.", nullptr, int(names.size())).arg(id, names.join(u", ")));
        }
        return sentences;
    });
}

// Functions a dialect lacks are not offered; asked all the same, they are this.
static Error unable()
{
    return {.kind = Error::Kind::NotFound, .message = Server::tr("This server cannot do that.")};
}

// A token that was pasted in, of which there is nothing else to go by.
static Error untold()
{
    return {.kind = Error::Kind::Rejected,
        .message = Server::tr("The server tells nothing about this token: it has ended, or is meant for another use."),
        .status = 401};
}

Future<Token> Server::tokenInfo()
{
    if (!canInspect())
        return ready(Result<Token>(failure(Error::Kind::NotFound, tr("This server tells nothing about tokens."))));
    Request request = m_dialect.tokens.info();
    const bool isOfSome = !request.scope.isEmpty();
    // It need not be a person's: a token for registering clients is none, and good for that all the same.
    if (isOfSome && m_session.isFixed())
        request.accepts << 401;
    auto promise = std::make_shared<QPromise<Result<Token>>>();
    promise->start();
    onResult(this, m_session.call(request), [=, this](const Result<Response> &response) {
        Result<Token> told = ownToken();
        if (response)
            told = response->status == 401 ? tl::unexpected(untold()) : m_dialect.tokens.readInfo(*response);
        else if (!isOfSome || response.error().kind != Error::Kind::Forbidden)
            told = tl::unexpected(response.error());
        promise->addResult(told);
        promise->finish();
    });
    return promise->future();
}

Future<Token> Server::self()
{
    Token known = ownToken();
    if (known.issuedAt.isValid()) // by the server's clock, as it will tell of others
        known.issuedAt = known.issuedAt.addSecs(-m_session.clockDifference().value_or(0s).count());
    if (!canInspect())
        return ready(Result<Token>(known));
    auto promise = std::make_shared<QPromise<Result<Token>>>();
    promise->start();
    onResult(this, tokenInfo(), [promise, known](const Result<Token> &told) {
        Token self = told.value_or(known);
        for (QString Token::*text : {&Token::id, &Token::clientId, &Token::clientName, &Token::userName})
            if ((self.*text).isEmpty())
                self.*text = known.*text;
        if (!self.issuedAt.isValid())
            self.issuedAt = known.issuedAt;
        promise->addResult(Result<Token>(self));
        promise->finish();
    });
    return promise->future();
}

Future<QString> Server::tryOut()
{
    const QString signedIn = tr("Signed in.");
    if (m_lists.isEmpty())
        return ready(Result<QString>(signedIn));
    return andThen(this, m_lists.first()->refresh(), [signedIn]() -> Result<QString> { return signedIn; });
}

Future<Introspected> Server::introspect(const Secret &token)
{
    const auto &tokens = m_dialect.tokens;
    if (tokens.introspect)
        return andThen(this, m_session.call(tokens.introspect(token, {})), tokens.readIntrospection);
    if (!tokens.infoTakesOthers)
        return ready(Result<Introspected>(tl::unexpected(unable())));
    auto promise = std::make_shared<QPromise<Result<Introspected>>>();
    promise->start();
    onResult(this, m_session.callAs({.access = token}, tokens.info()),
        [promise, read = tokens.readInfo](const Result<Response> &response) {
            Result<Introspected> told = Introspected{};
            if (response)
                told = read(*response).map(
                    [](const Token &facts) { return Introspected{.active = true, .facts = facts}; });
            else if (response.error().kind != Error::Kind::Unauthorized) // which is how such a server says "inactive"
                told = tl::unexpected(response.error());
            promise->addResult(told);
            promise->finish();
        });
    return promise->future();
}

Future<> Server::revoke(const Secret &token, const QString &hint)
{
    if (!canRevoke())
        return ready(Result<>(tl::unexpected(unable())));
    return andThen(this, m_session.call(m_dialect.tokens.revoke(token, hint)),
        [this, id = fingerprintOf(token)](const Response &) -> Result<> {
            if (auto *kept = keeper(); kept && kept->find(id))
                (void)kept->forget({id});
            return {};
        });
}

std::unique_ptr<Batch> Server::revocationOf(const QList<Secret> &tokens)
{
    QList<Batch::Item> items;
    QHash<QString, Secret> values;
    for (const Secret &token : tokens) {
        const QString id = fingerprintOf(token);
        items << Batch::Item{id, masked(token)};
        values.insert(id, token);
    }
    return std::make_unique<Batch>(items, [self = QPointer(this), values](const QString &id) {
        if (!self)
            return ready(Result<>(failure(Error::Kind::Stopped, tr("The server was disconnected."))));
        return self->revoke(values.value(id));
    });
}

Inspector Server::inspector()
{
    Inspector inspector{.issuer = m_dialect.tokens.issuer};
    if (m_dialect.tokens.keys)
        inspector.keys = [this] { return andThen(this, keys(), readJwks); };
    if (canIntrospect())
        inspector.introspect = [this](const Secret &token) { return introspect(token); };
    return inspector;
}

Future<QByteArray> Server::keys()
{
    if (!m_dialect.tokens.keys)
        return ready(Result<QByteArray>(tl::unexpected(unable())));
    return andThen(this, m_session.callAs({}, m_dialect.tokens.keys()),
        [](const Response &response) -> Result<QByteArray> { return response.body; });
}

RecordCollection<Token> *Server::rememberedTokens() const
{
    auto *tokens = dynamic_cast<RecordCollection<Token> *>(collection(u"accessTokens"_s));
    return tokens && m_dialect.accessTokens.memory ? tokens : nullptr;
}

RecordCollection<Token> *Server::keeper() const
{
    auto *kept = dynamic_cast<RecordCollection<Token> *>(collection(u"keptTokens"_s));
    return kept ? kept : rememberedTokens();
}

static QStringList idsBefore(const RecordCollection<Token> *tokens, const QDateTime &time)
{
    QStringList ids;
    for (const Token &token : tokens ? tokens->records() : QList<Token>())
        if (token.issuedAt < time)
            ids << token.id;
    return ids;
}

int Server::rememberedBefore(const QDateTime &time) const
{
    return int(idsBefore(rememberedTokens(), time).size());
}

Future<qint64> Server::revokeBefore(const QDateTime &time)
{
    if (!m_dialect.batchRevocation)
        return ready(Result<qint64>(tl::unexpected(unable())));
    const auto answer = m_session.call(m_dialect.batchRevocation.request(time));
    return andThen(this, answer, [this, time](const Response &response) {
        auto count = m_dialect.batchRevocation.readCount(response);
        auto *tokens = rememberedTokens();
        if (count && tokens)
            (void)tokens->forget(idsBefore(tokens, time));
        return count;
    });
}

static const QString issuing = u"token-request"_s; // the asker

Future<IssuedToken> Server::issue(const Grant &grant, const SignInValues &values)
{
    if (grant.code)
        return andThen(this, m_session.obtainFor({.code = grant.code(values)}),
            [](const Credential &credential) -> Result<IssuedToken> {
                return IssuedToken{.credential = credential, .scopes = credential.scopes.value_or(QStringList())};
            });
    if (!grant.request)
        return ready(Result<IssuedToken>(tl::unexpected(unable())));
    Request request = grant.request(values);
    request.asker = issuing;
    return andThen(this, m_session.callAs({}, request), m_dialect.grants.read);
}

void Server::stopIssuing()
{
    m_session.stop(issuing);
    m_session.stopObtaining();
}

Token Server::recordOf(const IssuedToken &token, const SignInValues &values, const Secret &kept) const
{
    const auto first = [&values](std::initializer_list<QString> keys) {
        for (const QString &key : keys)
            if (QString value = values.plain.value(key); !value.isEmpty())
                return value;
        return QString();
    };
    const QString client = first({u"clientId"_s, u"client_id"_s});
    const bool isRefresh = !kept.isEmpty() && kept == token.credential.refresh;
    return {
        .id = fingerprintOf(kept.isEmpty() ? token.credential.access : kept),
        .type = isRefresh ? u"refresh_token"_s : token.type,
        .clientId = client,
        .clientName = client,
        .userName = first({u"userName"_s, u"username"_s, u"user"_s}),
        .issuedAt = systemClock(),
        .expiresAt = isRefresh ? QDateTime() : token.credential.expiresAt, // of a refresh token, nobody tells
        .scopes = token.scopes,
        .value = kept,
    };
}

Token Server::ownToken() const
{
    // Whose a pasted one is, its profile does not say.
    const SignInValues values{.plain = m_session.isFixed() ? QHash<QString, QString>() : plainValues(m_profile)};
    Token own
        = recordOf({.type = tr("This console"), .scopes = m_session.scopes().value_or(QStringList())}, values);
    own.id = m_session.ownFingerprint();
    own.issuedAt = m_session.obtainedAt();
    own.expiresAt = m_session.expiresAt();
    return own;
}

// It is one of those this console got, though nobody is to use it elsewhere: so its value is not kept.
void Server::rememberOwnToken()
{
    if (!m_dialect.tokens.revoke && !m_dialect.batchRevocation)
        return; // the credential need not be a token at all
    if (const Token own = ownToken(); !own.id.isEmpty())
        (void)remember(own);
}

Future<> Server::remember(const Token &token)
{
    auto *tokens = rememberedTokens();
    return tokens ? tokens->adopt(token) : ready(Result<>());
}

Collection *Server::keptTokens() const
{
    return keeper();
}

Future<> Server::keep(const Token &token)
{
    auto *kept = keeper();
    return kept ? kept->adopt(token) : ready(Result<>(tl::unexpected(unable())));
}

QStringList Server::documentLabels() const
{
    QStringList labels;
    for (const auto &document : m_dialect.documents)
        labels << QCoreApplication::translate("Dialects", document.label);
    return labels;
}

Future<QString> Server::document(int index)
{
    return andThen(this, m_session.call(m_dialect.documents.at(index).request),
        [](const Response &response) -> Result<QString> { return QString::fromUtf8(response.body); });
}
