// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/requests.h"
#include "tests/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

Dialect first()
{
    return makeDialect(u"autentico"_s, {.base = QUrl(u"https://id.example.com"_s)});
}

Dialect later()
{
    const QJsonObject metadata{{u"issuer"_s, u"https://id.example.com/oauth2"_s},
        {u"introspection_endpoint"_s, u"https://id.example.com/oauth2/introspect"_s}};
    return makeDialect(u"autentico"_s, {.base = QUrl(u"https://id.example.com"_s), .metadata = metadata});
}

QJsonObject portal()
{
    return {{u"client_id"_s, u"q7Z1xV0mT4y8cR2bN6pKwA"_s}, {u"client_name"_s, u"Ops Portal"_s},
        {u"client_type"_s, u"confidential"_s}, {u"redirect_uris"_s, QJsonArray{u"http://127.0.0.1:8155/cb"_s}},
        {u"grant_types"_s, QJsonArray{u"authorization_code"_s, u"refresh_token"_s}},
        {u"response_types"_s, QJsonArray{u"code"_s}}, {u"scopes"_s, u"openid profile email"_s},
        {u"token_endpoint_auth_method"_s, u"client_secret_basic"_s}, {u"is_active"_s, true}};
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

Client read(const QJsonObject &object)
{
    return first().clients.readOne(jsonAnswer(json(object)), {}).value_or(Client{});
}

template <typename T>
void write(const Endpoint<T> &endpoint, T &record, const QString &key, const QVariant &value)
{
    for (const auto &field : endpoint.fields)
        if (QString::fromLatin1(field.key) == key)
            return field.write(record, value);
    QFAIL(qPrintable(key));
}

}

// Autentico's clients, users and lists, as they are read and written.
class tst_AutenticoRecords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aClientIsReadWhole()
    {
        const Client client = read(portal());
        QCOMPARE(client.id, u"q7Z1xV0mT4y8cR2bN6pKwA"_s);
        QCOMPARE(client.name, u"Ops Portal"_s);
        QCOMPARE(client.type, u"confidential"_s);
        QCOMPARE(client.redirectUris, QStringList{u"http://127.0.0.1:8155/cb"_s});
        QCOMPARE(client.grantTypes, (QStringList{u"authorization_code"_s, u"refresh_token"_s}));
        QCOMPARE(client.scopes, (QStringList{u"openid"_s, u"profile"_s, u"email"_s}));
        QVERIFY(client.enabled);
    }

    void nothingIsTakenAmiss_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isClient");
        QTest::newRow("id alone") << R"({"client_id":"c"})"_qba << true;
        QTest::newRow("nulls")
            << R"({"client_id":"c","client_name":null,"redirect_uris":null,"scopes":null,"is_active":null})"_qba
            << true;
        QTest::newRow("other types")
            << R"({"client_id":"c","client_name":7,"redirect_uris":"x","grant_types":[1,{}]})"_qba << true;
        QTest::newRow("enveloped") << R"({"data":{"client_id":"c"}})"_qba << true;
        QTest::newRow("no id") << R"({"client_name":"c"})"_qba << false;
        QTest::newRow("id of another type") << R"({"client_id":7})"_qba << false;
        QTest::newRow("array") << "[]"_qba << false;
        QTest::newRow("empty") << ""_qba << false;
        QTest::newRow("page") << "<html>"_qba << false;
    }
    void nothingIsTakenAmiss()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, isClient);
        const auto client = first().clients.readOne(jsonAnswer(body), {});
        QCOMPARE(client.has_value(), isClient);
        if (client) {
            QVERIFY(client->enabled && client->name.isEmpty() && client->redirectUris.isEmpty());
            QVERIFY(client->grantTypes.isEmpty() && client->scopes.isEmpty());
            QVERIFY(first().clients.problems(*client).isEmpty());
        }
    }

    void theSecretIsShownOnce()
    {
        QJsonObject created = portal();
        created.remove(u"is_active"_s);
        created[u"client_secret"] = u"s3"_s;
        created[u"client_secret_expires_at"] = 0;
        const Client client = read(created);
        QCOMPARE(client.secret.reveal(), u"s3"_s);
        QVERIFY(client.enabled);
        QVERIFY(!json(client.raw).contains("s3"));
        QVERIFY(!json(first().clients.memory.write(client)).contains("s3"));
    }

    void aNewClientSaysOnlyWhatWasGiven()
    {
        const auto clients = first().clients;
        Client client{.name = u"Ops"_s, .redirectUris = {u"https://a.example/cb"_s}};
        QCOMPARE(bodyOf(clients.create(client)),
            (QJsonObject{{u"client_name"_s, u"Ops"_s}, {u"redirect_uris"_s, QJsonArray{u"https://a.example/cb"_s}}}));
        client.type = u"public"_s;
        client.scopes = QStringList{u"openid"_s, u"email"_s};
        write(clients, client, u"tokenEndpointAuthMethod"_s, u"none"_s);
        const QJsonObject body = bodyOf(clients.create(client));
        QCOMPARE(body[u"client_type"], QJsonValue(u"public"_s));
        QCOMPARE(body[u"scopes"], QJsonValue(u"openid email"_s));
        QCOMPARE(body[u"token_endpoint_auth_method"], QJsonValue(u"none"_s));
        QVERIFY(!body.contains(u"scope"));
    }

    void anUpdateSaysOnlyWhatChanged()
    {
        const auto clients = first().clients;
        const Client before = read(portal());
        QCOMPARE(bodyOf(clients.update(before, before)), QJsonObject());
        Client after = before;
        after.name = u"Operations"_s;
        write(clients, after, u"responseTypes"_s, QStringList{u"code"_s, u"token"_s});
        QCOMPARE(bodyOf(clients.update(before, after)),
            (QJsonObject{
                {u"client_name"_s, u"Operations"_s}, {u"response_types"_s, QJsonArray{u"code"_s, u"token"_s}}}));
        after = before;
        after.scopes = QStringList{u"openid"_s};
        QCOMPARE(bodyOf(clients.update(before, after)), (QJsonObject{{u"scopes"_s, u"openid"_s}}));
        for (const auto &field : clients.fields)
            if (qstrcmp(field.key, "type") == 0)
                QVERIFY2(!field.flags.testFlag(FieldFlag::OnUpdate), "the server never changes it");
    }

    void aDeactivatedClientIsRevived() // it is missing from the list, and its row comes from memory
    {
        const auto clients = first().clients;
        QCOMPARE(clients.removal, Removal::Deactivate);
        const Client remembered = clients.memory.read(clients.memory.write(read(portal())));
        QCOMPARE(remembered.id, u"q7Z1xV0mT4y8cR2bN6pKwA"_s);
        QCOMPARE(remembered.name, u"Ops Portal"_s);
        QVERIFY(!remembered.enabled);
        Client revived = remembered;
        revived.enabled = true;
        const Request request = clients.update(remembered, revived);
        QCOMPARE(request.verb, "PUT");
        QCOMPARE(bodyOf(request), (QJsonObject{{u"is_active"_s, true}}));
        QVERIFY(clients.memory.read({}).id.isEmpty());
    }

    void emptyingChangesNothingAndSaysSo_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("empty");
        QTest::newRow("grant types") << u"grantTypes"_s << QVariant(QStringList());
        QTest::newRow("scopes") << u"scopes"_s << QVariant(QStringList());
        QTest::newRow("response types") << u"responseTypes"_s << QVariant(QStringList());
        QTest::newRow("authentication") << u"tokenEndpointAuthMethod"_s << QVariant(QString());
    }
    void emptyingChangesNothingAndSaysSo()
    {
        QFETCH(QString, key);
        QFETCH(QVariant, empty);
        const auto clients = first().clients;
        Client client = read(portal());
        QVERIFY(clients.problems(client).isEmpty());
        write(clients, client, key, empty);
        QCOMPARE(clients.problems(client).keys(), QStringList{key});
        Client fresh{.name = u"n"_s, .redirectUris = {u"https://a.example"_s}};
        write(clients, fresh, key, empty);
        QVERIFY2(clients.problems(fresh).isEmpty(), "a new client takes what is usual");
    }

    void redirectUrisMustBeWhole_data()
    {
        QTest::addColumn<QStringList>("uris");
        QTest::addColumn<bool>("isFine");
        QTest::newRow("web") << QStringList{u"https://a.example/cb?x=1"_s} << true;
        QTest::newRow("app") << QStringList{u"com.example.app:/cb"_s} << true;
        QTest::newRow("relative") << QStringList{u"https://a.example"_s, u"/cb"_s} << false;
        QTest::newRow("fragment") << QStringList{u"https://a.example/#x"_s} << false;
        QTest::newRow("space") << QStringList{u"https://a example"_s} << false;
        QTest::newRow("eleven") << QStringList(11, u"https://a.example"_s) << false;
    }
    void redirectUrisMustBeWhole()
    {
        QFETCH(QStringList, uris);
        QFETCH(bool, isFine);
        QCOMPARE(first().clients.problems({.redirectUris = uris}).contains(u"redirectUris"_s), !isFine);
    }

    void usersComeInThreeShapes_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("described")
            << R"({"id":"u1","username":"ann","email":"a@b.c","role":"user","createdAt":"2026-02-08T23:49:39Z"})"_qba;
        QTest::newRow("PascalCase")
            << R"({"data":{"ID":"u1","Username":"ann","Email":"a@b.c","CreatedAt":"2026-02-08T23:49:39Z","Role":"user"}})"_qba;
        QTest::newRow("later")
            << R"({"data":{"id":"u1","username":"ann","email":"a@b.c","created_at":"2026-02-08T23:49:39.123456789Z","role":"user","is_email_verified":false}})"_qba;
        QTest::newRow("with nulls")
            << R"({"error":null,"data":{"ID":"u1","Username":"ann","Email":"a@b.c","CreatedAt":"2026-02-09T00:49:39+01:00","Role":"user","Password":"pw"}})"_qba;
    }
    void usersComeInThreeShapes()
    {
        QFETCH(QByteArray, body);
        const auto users = first().users;
        const auto user = users.readOne(jsonAnswer(body, 201), {});
        QVERIFY(user);
        QCOMPARE(user->id, u"u1"_s);
        QCOMPARE(user->name, u"ann"_s);
        QCOMPARE(user->email, u"a@b.c"_s);
        QCOMPARE(user->createdAt.toString(Qt::ISODate), u"2026-02-08T23:49:39Z"_s);
        QCOMPARE(user->raw[u"role"], QJsonValue(u"user"_s));
        QVERIFY(!json(user->raw).contains("pw"));
        User remembered = users.memory.read(users.memory.write(*user));
        QCOMPARE(remembered.raw[u"role"], user->raw[u"role"]);
        remembered.raw = user->raw;
        QCOMPARE(remembered, *user);
    }

    void aUserWithoutIdIsNone()
    {
        const auto users = first().users;
        for (const auto *body : {R"({"data":{"Username":"ann"}})", R"({"data":null})", "{}", "[]", "404", ""})
            QVERIFY2(!users.readOne(jsonAnswer(body), {}), body);
    }

    void aNewUserHasNoRole() // the server ignores it
    {
        const auto users = first().users;
        User user{.name = u"ann@example.com"_s, .password = Secret(u"secret"_s)};
        write(users, user, u"role"_s, u"admin"_s);
        QCOMPARE(bodyOf(users.create(user)),
            (QJsonObject{{u"username"_s, u"ann@example.com"_s}, {u"password"_s, u"secret"_s}}));
    }

    void whereUsersAreMadeIsTried_data()
    {
        QTest::addColumn<QString>("sent");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("next");
        const QByteArray goes = "404 page not found\n";
        QTest::newRow("described path") << u"/users/create"_s << 404 << goes << u"/user"_s;
        QTest::newRow("actual path") << u"/user"_s << 404 << goes << u"/admin/api/users"_s;
        QTest::newRow("last") << u"/admin/api/users"_s << 404 << goes << QString();
        QTest::newRow("said by the API") << u"/users/create"_s << 404 << R"({"error":"not_found"})"_qba << QString();
        QTest::newRow("refused") << u"/users/create"_s << 400 << goes << QString();
        QTest::newRow("another path") << u"/oauth2/register"_s << 404 << goes << QString();
    }
    void whereUsersAreMadeIsTried()
    {
        QFETCH(QString, sent);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, next);
        const auto alternative = named(first().signInMethods, u"token"_s).make({}).alternative;
        const Request request = jsonRequest("POST", sent, {{u"username"_s, u"ann"_s}});
        const auto other = alternative(request, {.status = status, .body = body});
        QCOMPARE(other.has_value(), !next.isEmpty());
        if (other) {
            QCOMPARE(other->path, next);
            QCOMPARE(other->body, request.body);
        }
    }

    void listsComeBareOrByPages_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("cursor");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("next");
        const auto row = [](const char *name, const QByteArray &body, const char *cursor, int count, const char *next) {
            QTest::newRow(name) << body << QString::fromLatin1(cursor) << count << QString::fromLatin1(next);
        };
        row("bare", R"([{"client_id":"a"},{"client_id":"b"}])", "", 2, "");
        row("empty", "[]", "", 0, "");
        row("null", "null", "", -1, "");
        row("enveloped null", R"({"data":null})", "", 0, "");
        row("enveloped array", R"({"data":[{"client_id":"a"}]})", "", 1, "");
        row("first page", R"({"data":{"items":[{"client_id":"a"},{"client_id":"b"}],"total":3}})", "", 2, "2");
        row("last page", R"({"data":{"items":[{"client_id":"c"}],"total":3}})", "2", 1, "");
        row("page without envelope", R"({"items":[{"client_id":"a"}],"total":2})", "", 1, "1");
        row("no items", R"({"data":{"items":null,"total":0}})", "", 0, "");
        row("fewer than told", R"({"data":{"items":[],"total":3}})", "2", 0, "");
        row("no list", R"({"data":{}})", "", -1, "");
        row("an error", R"({"error":"server_error"})", "", -1, "");
        row("entry without id", R"([{"client_id":"a"},{"client_name":"b"}])", "", -1, "");
        row("entry that is no object", R"(["a"])", "", -1, "");
    }
    void listsComeBareOrByPages()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, cursor);
        QFETCH(int, count);
        const auto page = later().clients.readPage(jsonAnswer(body), {.cursor = cursor});
        QCOMPARE(page ? int(page->records.size()) : -1, count);
        if (page)
            QTEST(page->next, "next");
    }

    void version2ListsEverything()
    {
        const Dialect dialect = later();
        const auto target = [](const Request &request) { return request.path + u'?' + request.query.toString(); };
        const QString page = u"?limit=100&order=asc&offset=40"_s;
        QCOMPARE(target(dialect.clients.list({u"40"_s})), u"/admin/api/clients"_s + page);
        QCOMPARE(target(dialect.users.list({u"40"_s})), u"/admin/api/users"_s + page);
        QCOMPARE(target(dialect.accessTokens.list({u"40"_s})), u"/admin/api/tokens"_s + page);
        QCOMPARE(target(dialect.sessions.list({u"40"_s})), u"/admin/api/sessions"_s + page);
        QCOMPARE(dialect.users.create({}).path, u"/admin/api/users"_s);
        QCOMPARE(dialect.sessions.remove({.id = u"a/b"_s}).path, u"/admin/api/sessions/a%2Fb"_s);
        QVERIFY(!dialect.accessTokens.memory && !dialect.users.memory);
        QVERIFY(!first().sessions && first().accessTokens.memory && !first().accessTokens.list);
        QVERIFY(first().clients.list({}).query.isEmpty());

        const auto tokens = dialect.accessTokens.readPage(jsonAnswer(R"({"data":{"total":1,"items":[{"id":"t1",
            "user_id":"u1","username":"ann","scope":"openid email","grant_type":"password","status":"active",
            "issued_at":"2026-03-02T08:00:00Z","access_token_expires_at":"2026-03-02T08:15:00Z",
            "access_token":"ey","revoked_at":null}]}})"),
            {});
        QVERIFY(tokens);
        const Token &token = tokens->records.first();
        QCOMPARE(token.userName, u"ann"_s);
        QCOMPARE(token.issuedAt.secsTo(token.expiresAt), 900);
        QCOMPARE(token.scopes.size(), 2);
        QVERIFY(!json(token.raw).contains("ey\""));
        const auto sessions = dialect.sessions.readPage(jsonAnswer(R"([{"id":"s1","user_id":"u1","status":"active",
            "created_at":"2026-03-02T08:00:00Z","expires_at":"2026-04-01T08:00:00Z","last_activity_at":null}])"),
            {});
        QVERIFY(sessions);
        QCOMPARE(sessions->records.first().expiresAt.toString(Qt::ISODate), u"2026-04-01T08:00:00Z"_s);
        QVERIFY(!sessions->records.first().lastUsedAt.isValid());
    }

    void version2IsToldAClientsOwnLifetimesAgain() // it erases those that an update leaves out
    {
        QJsonObject told = portal();
        told[u"access_token_expiration"] = u"15m"_s;
        told[u"trust_device_enabled"] = false;
        const auto clients = later().clients;
        const Client before = read(told);
        Client after = before;
        after.name = u"Operations"_s;
        QCOMPARE(bodyOf(clients.update(before, after)),
            (QJsonObject{{u"client_name"_s, u"Operations"_s}, {u"access_token_expiration"_s, u"15m"_s},
                {u"trust_device_enabled"_s, false}}));
    }
};

int tst_autenticorecords(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_AutenticoRecords>(argc, argv);
}
#include "tst_autenticorecords.moc"
