// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/servertokens.h"

#include "items/profilesettings.h"
#include "items/recordcollection.h"
#include "items/server.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// Functions a dialect lacks are not offered; asked all the same, they are this.
static Error unable()
{
    return {.kind = Error::Kind::NotFound, .message = ServerTokens::tr("This server cannot do that.")};
}

// A token that was pasted in, of which there is nothing else to go by.
static Error untold()
{
    return {.kind = Error::Kind::Rejected,
        .message
        = ServerTokens::tr("The server tells nothing about this token: it has ended, or is meant for another use."),
        .status = 401};
}

ServerTokens::ServerTokens(Server &server)
    : QObject(&server)
    , m_server(server)
{
    connect(&server.session(), &Session::credentialChanged, this, &ServerTokens::rememberOwn);
}

const TokenOperations &ServerTokens::operations() const
{
    return m_server.dialect().tokens;
}

bool ServerTokens::canInspect() const
{
    return bool(operations());
}

bool ServerTokens::canIntrospect() const
{
    return operations().introspect || operations().infoTakesOthers;
}

bool ServerTokens::canRevoke() const
{
    return bool(operations().revoke);
}

Future<Token> ServerTokens::info()
{
    if (!canInspect())
        return ready(Result<Token>(failure(Error::Kind::NotFound, tr("This server tells nothing about tokens."))));
    Request request = operations().info();
    const bool isOfSome = !request.scope.isEmpty();
    // It need not be a person's: a token for registering clients is none, and good for that all the same.
    if (isOfSome && m_server.session().isFixed())
        request.accepts << 401;
    auto promise = std::make_shared<QPromise<Result<Token>>>();
    promise->start();
    onResult(this, m_server.session().call(request), [=, this](const Result<Response> &response) {
        Result<Token> told = ownToken();
        if (response)
            told = response->status == 401 ? tl::unexpected(untold()) : operations().readInfo(*response);
        else if (!isOfSome || response.error().kind != Error::Kind::Forbidden)
            told = tl::unexpected(response.error());
        promise->addResult(told);
        promise->finish();
    });
    return promise->future();
}

Future<Token> ServerTokens::self()
{
    Token known = ownToken();
    if (known.issuedAt.isValid()) // by the server's clock, as it will tell of others
        known.issuedAt = known.issuedAt.addSecs(-m_server.session().clockDifference().value_or(0s).count());
    if (!canInspect())
        return ready(Result<Token>(known));
    auto promise = std::make_shared<QPromise<Result<Token>>>();
    promise->start();
    onResult(this, info(), [promise, known](const Result<Token> &told) {
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

Future<Introspected> ServerTokens::introspect(const Secret &token)
{
    const auto &tokens = operations();
    if (tokens.introspect)
        return andThen(this, m_server.session().call(tokens.introspect(token, {})), tokens.readIntrospection);
    if (!tokens.infoTakesOthers)
        return ready(Result<Introspected>(tl::unexpected(unable())));
    auto promise = std::make_shared<QPromise<Result<Introspected>>>();
    promise->start();
    onResult(this, m_server.session().callAs({.access = token}, tokens.info()),
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

Future<> ServerTokens::revoke(const Secret &token, const QString &hint)
{
    if (!canRevoke())
        return ready(Result<>(tl::unexpected(unable())));
    Request request = operations().revoke(token, hint);
    request.change = std::make_shared<const Change>(Change{.action = Change::Action::Revoke,
        .kind = u"tokens"_s,
        .id = fingerprintOf(token),
        .name = fingerprintOf(token),
        .before = {{u"value"_s, QVariant::fromValue(token)}}});
    return andThen(this, m_server.session().call(request),
        [this, id = fingerprintOf(token)](const Response &) -> Result<> {
            if (auto *kept = keeper(); kept && kept->find(id))
                (void)kept->forget({id});
            return {};
        });
}

std::unique_ptr<Batch> ServerTokens::revocationOf(const QList<Secret> &tokens)
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

Inspector ServerTokens::inspector()
{
    Inspector inspector{.issuer = operations().issuer};
    if (operations().keys)
        inspector.keys = [this] { return andThen(this, keys(), readJwks); };
    if (canIntrospect())
        inspector.introspect = [this](const Secret &token) { return introspect(token); };
    return inspector;
}

Future<QByteArray> ServerTokens::keys()
{
    if (!operations().keys)
        return ready(Result<QByteArray>(tl::unexpected(unable())));
    return andThen(this, m_server.session().callAs({}, operations().keys()),
        [](const Response &response) -> Result<QByteArray> { return response.body; });
}

RecordCollection<Token> *ServerTokens::remembered() const
{
    auto *tokens = dynamic_cast<RecordCollection<Token> *>(m_server.collection(u"accessTokens"_s));
    return tokens && m_server.dialect().accessTokens.memory ? tokens : nullptr;
}

RecordCollection<Token> *ServerTokens::keeper() const
{
    auto *kept = dynamic_cast<RecordCollection<Token> *>(m_server.collection(u"keptTokens"_s));
    return kept ? kept : remembered();
}

static QStringList idsBefore(const RecordCollection<Token> *tokens, const QDateTime &time)
{
    QStringList ids;
    for (const Token &token : tokens ? tokens->records() : QList<Token>())
        if (token.issuedAt < time)
            ids << token.id;
    return ids;
}

int ServerTokens::rememberedBefore(const QDateTime &time) const
{
    return int(idsBefore(remembered(), time).size());
}

Future<qint64> ServerTokens::revokeBefore(const QDateTime &time)
{
    if (!m_server.dialect().batchRevocation)
        return ready(Result<qint64>(tl::unexpected(unable())));
    Request request = m_server.dialect().batchRevocation.request(time);
    request.change = std::make_shared<const Change>(
        Change{.action = Change::Action::Revoke, .kind = u"tokens"_s, .before = {{u"issuedBefore"_s, time}}});
    const auto answer = m_server.session().call(request);
    return andThen(this, answer, [this, time](const Response &response) {
        auto count = m_server.dialect().batchRevocation.readCount(response);
        auto *tokens = remembered();
        if (count && tokens)
            (void)tokens->forget(idsBefore(tokens, time));
        return count;
    });
}

static const QString issuing = u"token-request"_s; // the asker

Future<IssuedToken> ServerTokens::issue(const Grant &grant, const SignInValues &values)
{
    if (grant.code)
        return andThen(this, m_server.session().obtainFor({.code = grant.code(values)}),
            [](const Credential &credential) -> Result<IssuedToken> {
                return IssuedToken{.credential = credential, .scopes = credential.scopes.value_or(QStringList())};
            });
    if (!grant.request)
        return ready(Result<IssuedToken>(tl::unexpected(unable())));
    Request request = grant.request(values);
    request.asker = issuing;
    request.change = std::make_shared<const Change>(
        Change{.action = Change::Action::Issue, .kind = u"tokens"_s, .name = grant.id});
    return andThen(this, m_server.session().callAs({}, request), m_server.dialect().grants.read);
}

void ServerTokens::stopIssuing()
{
    m_server.session().stop(issuing);
    m_server.session().stopObtaining();
}

Token ServerTokens::recordOf(const IssuedToken &token, const SignInValues &values, const Secret &value) const
{
    const auto first = [&values](std::initializer_list<QString> keys) {
        for (const QString &key : keys)
            if (QString text = values.plain.value(key); !text.isEmpty())
                return text;
        return QString();
    };
    const QString client = first({u"clientId"_s, u"client_id"_s});
    const bool isRefresh = !value.isEmpty() && value == token.credential.refresh;
    return {
        .id = fingerprintOf(value.isEmpty() ? token.credential.access : value),
        .type = isRefresh ? u"refresh_token"_s : token.type,
        .clientId = client,
        .clientName = client,
        .userName = first({u"userName"_s, u"username"_s, u"user"_s}),
        .issuedAt = systemClock(),
        .expiresAt = isRefresh ? QDateTime() : token.credential.expiresAt, // of a refresh token, nobody tells
        .scopes = token.scopes,
        .value = value,
    };
}

Token ServerTokens::ownToken() const
{
    // Whose a pasted one is, its profile does not say.
    const SignInValues values{
        .plain = m_server.session().isFixed() ? QHash<QString, QString>() : plainValues(m_server.profile())};
    Token own
        = recordOf({.type = tr("This console"), .scopes = m_server.session().scopes().value_or(QStringList())}, values);
    own.id = m_server.session().ownFingerprint();
    own.issuedAt = m_server.session().obtainedAt();
    own.expiresAt = m_server.session().expiresAt();
    return own;
}

// It is one of those this console got, though nobody is to use it elsewhere: so its value is not kept.
void ServerTokens::rememberOwn()
{
    if (!operations().revoke && !m_server.dialect().batchRevocation)
        return; // the credential need not be a token at all
    if (const Token own = ownToken(); !own.id.isEmpty())
        (void)remember(own);
}

Future<> ServerTokens::remember(const Token &token)
{
    auto *tokens = remembered();
    return tokens ? tokens->adopt(token) : ready(Result<>());
}

Collection *ServerTokens::kept() const
{
    return keeper();
}

Future<> ServerTokens::keep(const Token &token)
{
    auto *kept = keeper();
    return kept ? kept->adopt(token) : ready(Result<>(tl::unexpected(unable())));
}

#include "moc_servertokens.cpp"
