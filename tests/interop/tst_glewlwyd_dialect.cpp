// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/dialect.h"
#include "net/session.h"
#include "tests/interop/glewlwydserver.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

// The dialect, through Session and Http, against a real Glewlwyd. What it claims to have done or seen is looked up by
// curl.
class GlewlwydDialectTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aWrongPasswordIsUnauthorized();
    void signOutEndsTheSessionOnTheServer();
    void aSessionTheServerForgotIsOpenedAgain();
    void theListsAreThoseCurlSees();
    void aClientLivesItsLife();
    void aScopeLivesItsLife();
    void aUserLivesTheirLife();
    void unknownMembersSurviveAnUpdate();
    void anyNameStaysOneRecord_data();
    void anyNameStaysOneRecord();
    void aNameNoAddressCanHoldHarmsNothing();
    void moreRecordsThanAPageHoldsAreAllListed();
    void theServersComplaintsReachThePerson();
    void whatTheDialectCallsTooLongTheServerRefuses();

private:
    static SignIn signIn(const QString &password = GlewlwydServer::password());
    template <typename T>
    Result<T> outcome(const Future<T> &future);
    Result<Response> call(const Request &request) { return outcome(m_session->call(request)); }
    template <typename T>
    Result<QList<T>> listed(const Endpoint<T> &endpoint);
    template <typename T>
    Result<T> read(const Endpoint<T> &endpoint, const QString &id);
    template <typename T>
    Result<T> written(const Endpoint<T> &endpoint, const Request &request, const T &sent);
    template <typename T>
    QStringList ids(const Endpoint<T> &endpoint);
    QStringList curlNames(const QString &path, const QString &member);

    const Dialect m_glewlwyd = findDialect(u"glewlwyd"_s) ? *findDialect(u"glewlwyd"_s) : Dialect{};
    GlewlwydServer m_server;
    std::unique_ptr<Session> m_session;
};

void GlewlwydDialectTest::initTestCase()
{
    if (const QString reason = GlewlwydServer::notInstalled(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    QVERIFY2(m_server.start(), qPrintable(m_server.reason()));
    QCOMPARE(m_server.curl("GET", u"/api/user/admin"_s).status, 200);
    qInfo("A real Glewlwyd %s answers at %s", qPrintable(m_server.version()), qPrintable(m_server.url().toString()));
}

void GlewlwydDialectTest::init()
{
    m_session = std::make_unique<Session>(HttpSettings{.base = m_server.url()}, signIn());
}

void GlewlwydDialectTest::cleanup()
{
    m_session.reset();
}

SignIn GlewlwydDialectTest::signIn(const QString &password)
{
    return findDialect(u"glewlwyd"_s)
        ->signInMethods.constFirst()
        .make({.plain = {{u"username"_s, GlewlwydServer::userName()}}, .secrets = {{u"password"_s, Secret(password)}}});
}

template <typename T>
Result<T> GlewlwydDialectTest::outcome(const Future<T> &future)
{
    std::optional<Result<T>> outcome;
    QObject context;
    onResult(&context, future, [&outcome](const Result<T> &result) { outcome = result; });
    if (QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 60'000))
        return *outcome;
    return failure(Error::Kind::Timeout, u"no outcome"_s);
}

template <typename T>
Result<QList<T>> GlewlwydDialectTest::listed(const Endpoint<T> &endpoint)
{
    QList<T> records;
    ListQuery query;
    do {
        const auto response = call(endpoint.list(query));
        if (!response)
            return tl::unexpected(response.error());
        const auto page = endpoint.readPage(*response, query);
        if (!page)
            return tl::unexpected(page.error());
        records += page->records;
        query.cursor = page->next;
    } while (!query.cursor.isEmpty());
    return records;
}

template <typename T>
QStringList GlewlwydDialectTest::ids(const Endpoint<T> &endpoint)
{
    QStringList list;
    if (const auto records = listed(endpoint))
        for (const auto &record : *records)
            list << record.id;
    list.sort();
    return list;
}

template <typename T>
Result<T> GlewlwydDialectTest::written(const Endpoint<T> &endpoint, const Request &request, const T &sent)
{
    const auto response = call(request);
    return response ? endpoint.readOne(*response, sent) : tl::unexpected(response.error());
}

template <typename T>
Result<T> GlewlwydDialectTest::read(const Endpoint<T> &endpoint, const QString &id)
{
    return written(endpoint, endpoint.read(T{.id = id}), T{});
}

QStringList GlewlwydDialectTest::curlNames(const QString &path, const QString &member)
{
    QStringList names;
    const QJsonArray array = m_server.curl("GET", path + u"?limit=100000"_s).array();
    for (const auto &value : array)
        names << value[member].toString();
    names.sort();
    return names;
}

void GlewlwydDialectTest::aWrongPasswordIsUnauthorized()
{
    QCOMPARE(m_server.signInStatus(GlewlwydServer::userName(), u"wrong"_s), 401);
    Session session({.base = m_server.url()}, signIn(u"wrong"_s));
    const auto result = outcome(session.signIn());
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Error::Kind::Unauthorized);
    QVERIFY(!result.error().message.isEmpty());
    QCOMPARE(session.state(), Session::State::SignedOut);
}

void GlewlwydDialectTest::signOutEndsTheSessionOnTheServer()
{
    Http http({.base = m_server.url()});
    const SignIn steps = signIn();
    const auto answer = outcome(http.send(steps.request()));
    QVERIFY(answer);
    const auto credential = steps.read(*answer);
    QVERIFY(credential);
    Request request = m_glewlwyd.clients.list({});
    steps.authorize(request, *credential);
    const auto status = [&] { return outcome(http.send(request)).value_or(Response{}).status; };
    QCOMPARE(status(), 200);
    Request signOut = steps.signOut(*credential);
    steps.authorize(signOut, *credential);
    QVERIFY(outcome(http.send(signOut)));
    QCOMPARE(status(), 401);
    // The same by the session itself: the server refuses a sign-out without a live cookie.
    QVERIFY(outcome(m_session->signIn()));
    QVERIFY(outcome(m_session->signOut()));
    QCOMPARE(m_session->state(), Session::State::SignedOut);
}

void GlewlwydDialectTest::aSessionTheServerForgotIsOpenedAgain()
{
    QVERIFY(outcome(m_session->signIn()));
    QList<int> statuses;
    connect(m_session.get(), &Session::exchanged, this,
        [&statuses](const ExchangeSummary &exchange) { statuses << exchange.status; });
    QVERIFY(m_server.forgetSessions());
    QVERIFY(call(m_glewlwyd.clients.list({})));
    QCOMPARE(statuses, (QList<int>{401, 200, 200})); // refused, signed in, answered
}

void GlewlwydDialectTest::theListsAreThoseCurlSees()
{
    const QStringList scopes = ids(m_glewlwyd.scopes);
    QVERIFY(scopes.contains(u"g_admin"_s));
    QCOMPARE(scopes, curlNames(u"/api/scope/"_s, u"name"_s));
    const QStringList users = ids(m_glewlwyd.users);
    QVERIFY(users.contains(GlewlwydServer::userName()));
    QCOMPARE(users, curlNames(u"/api/user/"_s, u"username"_s));
    const auto clients = listed(m_glewlwyd.clients);
    QVERIFY(clients);
    QCOMPARE(clients->size(), m_server.curl("GET", u"/api/client/"_s).array().size());
}

void GlewlwydDialectTest::aClientLivesItsLife()
{
    const auto &clients = m_glewlwyd.clients;
    const QString path = u"/api/client/shop"_s;
    const Client asked{.id = u"shop"_s,
        .name = u"Shop é"_s,
        .description = u"Sells"_s,
        .redirectUris = {u"https://shop.example/cb"_s},
        .grantTypes = {u"client_credentials"_s, u"code"_s},
        .scopes = {u"openid"_s},
        .secret = Secret(u"cs"_s)};
    const auto created = written(clients, clients.create(asked), asked);
    QVERIFY2(created, qPrintable(created ? QString() : created.error().message));
    QJsonObject expected{{u"client_id"_s, asked.id}, {u"name"_s, asked.name}, {u"description"_s, asked.description},
        {u"redirect_uri"_s, QJsonArray::fromStringList(asked.redirectUris)},
        {u"authorization_type"_s, QJsonArray::fromStringList(asked.grantTypes)},
        {u"scope"_s, QJsonArray::fromStringList(asked.scopes)}, {u"enabled"_s, true}, {u"confidential"_s, true},
        {u"source"_s, u"database"_s}};
    QCOMPARE(m_server.curl("GET", path).object(), expected);

    const auto found = read(clients, asked.id);
    QVERIFY(found);
    Client same = *created;
    same.raw = found->raw;
    QCOMPARE(*found, same);

    Client changed = *found;
    changed.name = u"Shop 2"_s;
    changed.enabled = false;
    changed.confidential = false;
    changed.redirectUris.clear();
    changed.scopes.clear();
    const auto updated = written(clients, clients.update(*found, changed), changed);
    QVERIFY(updated);
    expected[u"name"] = changed.name;
    expected[u"enabled"] = false;
    expected[u"confidential"] = false;
    expected[u"scope"] = QJsonArray();
    expected.remove(u"redirect_uri");
    QCOMPARE(m_server.curl("GET", path).object(), expected);
    const auto again = read(clients, asked.id);
    QVERIFY(again);
    QCOMPARE(*again, *updated);

    QVERIFY(call(clients.remove(*again)));
    QCOMPARE(m_server.curl("GET", path).status, 404);
    const auto gone = read(clients, asked.id);
    QVERIFY(!gone);
    QCOMPARE(gone.error().kind, Error::Kind::NotFound);
}

void GlewlwydDialectTest::aScopeLivesItsLife()
{
    const auto &scopes = m_glewlwyd.scopes;
    const QString path = u"/api/scope/orders"_s;
    Scope asked{.id = u"orders"_s,
        .displayName = u"Orders"_s,
        .passwordRequired = true,
        .raw = {{u"password_max_age"_s, u"60"_s}}};
    const auto created = written(scopes, scopes.create(asked), asked);
    QVERIFY2(created, qPrintable(created ? QString() : created.error().message));
    QJsonObject expected{{u"name"_s, asked.id}, {u"display_name"_s, asked.displayName},
        {u"description"_s, QJsonValue::Null}, {u"password_required"_s, true}, {u"password_max_age"_s, 60},
        {u"scheme"_s, QJsonObject()}};
    QCOMPARE(m_server.curl("GET", path).object(), expected);

    const auto found = read(scopes, asked.id);
    QVERIFY(found);
    Scope changed = *found;
    changed.displayName.clear();
    changed.description = u"All orders"_s;
    changed.passwordRequired = false;
    const auto updated = written(scopes, scopes.update(*found, changed), changed);
    QVERIFY(updated);
    expected[u"display_name"] = QJsonValue::Null;
    expected[u"description"] = changed.description;
    expected[u"password_required"] = false;
    QCOMPARE(m_server.curl("GET", path).object(), expected);
    const auto again = read(scopes, asked.id);
    QVERIFY(again);
    QCOMPARE(*again, *updated);

    QVERIFY(call(scopes.remove(*again)));
    QCOMPARE(m_server.curl("GET", path).status, 404);
}

void GlewlwydDialectTest::aUserLivesTheirLife()
{
    const auto &users = m_glewlwyd.users;
    const QString path = u"/api/user/ann"_s;
    const User asked{.id = u"ann"_s,
        .name = u"ann"_s,
        .displayName = u"Ann A."_s,
        .email = u"ann@example.com"_s,
        .scopes = {u"g_profile"_s},
        .password = Secret(u"first"_s)};
    const auto created = written(users, users.create(asked), asked);
    QVERIFY2(created, qPrintable(created ? QString() : created.error().message));
    QVERIFY(created->password.isEmpty());
    QJsonObject expected{{u"username"_s, asked.name}, {u"name"_s, asked.displayName}, {u"email"_s, asked.email},
        {u"scope"_s, QJsonArray{u"g_profile"_s}}, {u"enabled"_s, true}, {u"source"_s, u"database"_s}};
    QCOMPARE(m_server.curl("GET", path).object(), expected);
    QCOMPARE(m_server.signInStatus(asked.name, u"first"_s), 200);

    const auto found = read(users, asked.id);
    QVERIFY(found);
    User changed = *found;
    changed.displayName = u"Ann B."_s;
    const auto updated = written(users, users.update(*found, changed), changed);
    QVERIFY(updated);
    expected[u"name"] = changed.displayName;
    QCOMPARE(m_server.curl("GET", path).object(), expected);
    QCOMPARE(m_server.signInStatus(asked.name, u"first"_s), 200); // what is not given is kept

    changed.password = Secret(u"second"_s);
    QVERIFY(call(users.update(*updated, changed)));
    QCOMPARE(m_server.signInStatus(asked.name, u"first"_s), 401);
    QCOMPARE(m_server.signInStatus(asked.name, u"second"_s), 200);

    QVERIFY(call(users.remove(*updated)));
    QCOMPARE(m_server.curl("GET", path).status, 404);
}

void GlewlwydDialectTest::unknownMembersSurviveAnUpdate()
{
    QJsonObject client{{u"client_id"_s, u"odd"_s}, {u"name"_s, u"Odd"_s}, {u"description"_s, QString()},
        {u"scope"_s, QJsonArray()}, {u"enabled"_s, true}, {u"confidential"_s, false},
        {u"resource"_s, QJsonArray{u"r1"_s, u"r2"_s}}, {u"enc"_s, QString()}, {u"client_secret"_s, u"shared"_s},
        {u"jwks"_s, QJsonObject{{u"keys"_s, QJsonArray{QJsonObject{{u"kty"_s, u"oct"_s}, {u"k"_s, u"AAAA"_s}}}}}}};
    QCOMPARE(m_server.curl("POST", u"/api/client/"_s, client).status, 200);
    client[u"source"] = u"database"_s;
    QCOMPARE(m_server.curl("GET", u"/api/client/odd"_s).object(), client);

    const auto before = read(m_glewlwyd.clients, u"odd"_s);
    QVERIFY(before);
    Client after = *before;
    after.name = u"Even"_s;
    QVERIFY(call(m_glewlwyd.clients.update(*before, after)));
    client[u"name"] = after.name;
    QCOMPARE(m_server.curl("GET", u"/api/client/odd"_s).object(), client);
}

void GlewlwydDialectTest::anyNameStaysOneRecord_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("slash") << u"a/b"_s;
    QTest::newRow("space and percent") << u"a b%20c"_s;
    QTest::newRow("question and hash") << u"a?b=c&d#e"_s;
    QTest::newRow("letters of others") << u"ключ é 鍵"_s;
    QTest::newRow("quotes") << u"a\"b'c\\d"_s;
    QTest::newRow("plus and semicolon") << u"a+b;c"_s;
}

void GlewlwydDialectTest::anyNameStaysOneRecord()
{
    QFETCH(QString, name);
    const auto &clients = m_glewlwyd.clients;
    const QStringList others = curlNames(u"/api/client/"_s, u"client_id"_s);
    const Client asked{.id = name, .name = u"First"_s};
    QVERIFY(call(clients.create(asked)));
    QCOMPARE(curlNames(u"/api/client/"_s, u"client_id"_s).size(), others.size() + 1);
    const auto found = read(clients, name);
    QVERIFY2(found, qPrintable(found ? QString() : found.error().message));
    QCOMPARE(found->id, name);

    Client changed = *found;
    changed.name = u"Second"_s;
    QVERIFY(call(clients.update(*found, changed)));
    QStringList names;
    const QJsonArray array = m_server.curl("GET", u"/api/client/"_s).array();
    for (const auto &value : array)
        if (value[u"client_id"].toString() == name)
            names << value[u"name"].toString();
    QCOMPARE(names, QStringList{u"Second"_s});

    QVERIFY(call(clients.remove(*found)));
    QCOMPARE(curlNames(u"/api/client/"_s, u"client_id"_s), others);
}

void GlewlwydDialectTest::aNameNoAddressCanHoldHarmsNothing()
{
    const Client client{.id = u".."_s, .name = u"Up"_s};
    QVERIFY(call(m_glewlwyd.clients.create(client)));
    const QJsonArray before = m_server.curl("GET", u"/api/client/"_s).array();
    QVERIFY(!call(m_glewlwyd.clients.read(client)));
    QVERIFY(!call(m_glewlwyd.clients.update(client, client)));
    QVERIFY(!call(m_glewlwyd.clients.remove(client)));
    QCOMPARE(m_server.curl("GET", u"/api/client/"_s).array(), before);
    QCOMPARE(m_server.curl("DELETE", u"/api/client/%2E%2E"_s).status, 200);
}

void GlewlwydDialectTest::moreRecordsThanAPageHoldsAreAllListed()
{
    QList<QJsonObject> bodies;
    for (int i = 0; i < 230; ++i)
        bodies << QJsonObject{{u"client_id"_s, u"bulk-%1"_s.arg(i, 3, 10, QChar(u'0'))}, {u"name"_s, u"Bulk"_s}};
    QCOMPARE(m_server.postAll(u"/api/client/"_s, bodies), 230);
    const QStringList names = ids(m_glewlwyd.clients);
    QVERIFY(names.size() >= 230);
    QCOMPARE(names, curlNames(u"/api/client/"_s, u"client_id"_s));
}

void GlewlwydDialectTest::theServersComplaintsReachThePerson()
{
    const auto told = [this](const Request &request) {
        const auto response = call(request);
        return response ? QString() : response.error().message;
    };
    QVERIFY(call(m_glewlwyd.clients.create({.id = u"twice"_s})));
    const QString client = told(m_glewlwyd.clients.create({.id = u"twice"_s}));
    QVERIFY2(client.contains(u"already exist"), qPrintable(client));
    const QString scope = told(m_glewlwyd.scopes.create({.id = u"openid"_s}));
    QVERIFY2(scope.contains(u"already exist"), qPrintable(scope));
    const QString user = told(m_glewlwyd.users.create({.name = GlewlwydServer::userName()}));
    QVERIFY2(user.contains(u"already exist"), qPrintable(user));
}

void GlewlwydDialectTest::whatTheDialectCallsTooLongTheServerRefuses()
{
    const auto accepts = [this](const Request &request) { return call(request).has_value(); };
    const QString most(64, u'é');
    for (const QString &id : {most, QString(most + u'x')}) {
        const bool fine = id == most;
        const Client client{.id = id};
        QCOMPARE(m_glewlwyd.clients.problems(client).isEmpty(), fine);
        QCOMPARE(accepts(m_glewlwyd.clients.create(client)), fine);
        const Scope scope{.id = id};
        QCOMPARE(m_glewlwyd.scopes.problems(scope).isEmpty(), fine);
        QCOMPARE(accepts(m_glewlwyd.scopes.create(scope)), fine);
        const User user{.name = id};
        QCOMPARE(m_glewlwyd.users.problems(user).isEmpty(), fine);
        QCOMPARE(accepts(m_glewlwyd.users.create(user)), fine);
    }
    const QString display(128, u'é');
    for (const QString &text : {display, QString(display + u'x')}) {
        const bool fine = text == display;
        const User user{.name = u"wordy"_s, .displayName = text};
        QCOMPARE(m_glewlwyd.users.problems(user).isEmpty(), fine);
        QCOMPARE(
            accepts(fine ? m_glewlwyd.users.create(user) : m_glewlwyd.users.update({.id = u"wordy"_s}, user)), fine);
    }
}

int tst_glewlwyd_dialect(int argc, char *argv[])
{
    return runTest<QCoreApplication, GlewlwydDialectTest>(argc, argv);
}
#include "tst_glewlwyd_dialect.moc"
