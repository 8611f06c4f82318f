// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/requests.h"
#include "tests/testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString ownAddress = u"https://id.example.com/reg?client_id=c1"_s;

Endpoint<Client> clients(const QJsonObject &others = {})
{
    QJsonObject metadata{{u"issuer"_s, u"https://id.example.com"_s},
        {u"token_endpoint"_s, u"https://id.example.com/t"_s},
        {u"registration_endpoint"_s, u"https://id.example.com/reg"_s}};
    for (auto it = others.begin(); it != others.end(); ++it)
        metadata[it.key()] = *it;
    return makeDialect(u"oidc"_s, {.base = QUrl(u"https://id.example.com"_s), .metadata = metadata}).clients;
}

QJsonObject registered(const QJsonObject &others = {})
{
    QJsonObject object{{u"client_id"_s, u"c1"_s}, {u"client_secret"_s, u"s-1"_s}, {u"client_secret_expires_at"_s, 0},
        {u"client_id_issued_at"_s, 1'772'438'400}, {u"registration_access_token"_s, u"rat-1"_s},
        {u"registration_client_uri"_s, ownAddress}, {u"client_name"_s, u"Portal"_s}, {u"client_name#de"_s, u"Pforte"_s},
        {u"redirect_uris"_s, QJsonArray{u"https://a.example/cb"_s}},
        {u"grant_types"_s, QJsonArray{u"authorization_code"_s}}, {u"scope"_s, u"openid email"_s},
        {u"contacts"_s, QJsonArray{u"ann@example.com"_s}}, {u"require_auth_time"_s, true}, {u"logo_uri"_s, {}}};
    for (auto it = others.begin(); it != others.end(); ++it)
        object[it.key()] = *it;
    return object;
}

Client readRegistered(const QJsonObject &object, const Client &sent = {})
{
    return clients().readOne(jsonAnswer(QJsonDocument(object).toJson()), sent).value_or(Client{});
}

void write(Client &client, const QString &key, const QVariant &value)
{
    for (const auto &field : clients().fields)
        if (QString::fromLatin1(field.key) == key)
            return field.write(client, value);
    QFAIL(qPrintable(key));
}

}

// Clients registered with any server that lets them be (RFC 7591, RFC 7592).
class tst_OidcRegistration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewClientSaysOnlyWhatWasGiven()
    {
        Client client{
            .name = u"Portal"_s, .redirectUris = {u"https://a.example/cb"_s}, .scopes = {u"openid"_s, u"x"_s}};
        write(client, u"contacts"_s, QStringList{u"ann@example.com"_s});
        write(client, u"logoUri"_s, QString());
        const Request request = clients().create(client);
        QCOMPARE(request.absolute, QUrl(u"https://id.example.com/reg"_s));
        QCOMPARE(request.verb, "POST");
        QVERIFY(request.effect == Effect::Write && !request.asClient);
        QCOMPARE(
            headerOf(request, "authorization"), QByteArray()); // the session's, which may be an initial access token
        QCOMPARE(bodyOf(request),
            (QJsonObject{{u"client_name"_s, u"Portal"_s}, {u"redirect_uris"_s, QJsonArray{u"https://a.example/cb"_s}},
                {u"scope"_s, u"openid x"_s}, {u"contacts"_s, QJsonArray{u"ann@example.com"_s}}}));
    }

    void anAnswerIsReadWhole()
    {
        const Client client = readRegistered(registered());
        QCOMPARE(client.id, u"c1"_s);
        QCOMPARE(client.secret.reveal(), u"s-1"_s);
        QCOMPARE(client.registrationToken.reveal(), u"rat-1"_s);
        QCOMPARE(client.scopes, (QStringList{u"openid"_s, u"email"_s}));
        QCOMPARE(client.createdAt.toString(Qt::ISODate), u"2026-03-02T08:00:00Z"_s);
        QCOMPARE(client.raw[u"registration_client_uri"], QJsonValue(ownAddress));
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << ""_qba;
        QTest::newRow("page") << "<html>"_qba;
        QTest::newRow("array") << "[]"_qba;
        QTest::newRow("no id") << R"({"client_name":"x"})"_qba;
        QTest::newRow("null id") << R"({"client_id":null})"_qba;
        QTest::newRow("number id") << R"({"client_id":7})"_qba;
    }
    void nonsenseIsRefused()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!clients().readOne(jsonAnswer(body), {}));
    }

    void wrongTypesDoNoHarm()
    {
        const Client client = readRegistered({{u"client_id"_s, u"c"_s}, {u"client_name"_s, 7}, {u"redirect_uris"_s, u"x"_s},
            {u"grant_types"_s, QJsonArray{1, QJsonObject(), u"password"_s}}, {u"scope"_s, QJsonArray{u"a"_s, u"b"_s}},
            {u"client_id_issued_at"_s, u"1772438400"_s}, {u"client_secret"_s, QJsonValue::Null}});
        QCOMPARE(client.id, u"c"_s);
        QVERIFY(client.name.isEmpty() && client.redirectUris.isEmpty() && client.secret.isEmpty());
        QCOMPARE(client.grantTypes, QStringList{u"password"_s});
        QCOMPARE(client.scopes, (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(client.createdAt.toSecsSinceEpoch(), 1'772'438'400);
    }

    void aClientIsManagedAtItsOwnAddressByItsOwnToken()
    {
        const Client client = readRegistered(registered());
        const auto endpoint = clients();
        for (const Request &request :
            {endpoint.read(client), endpoint.update(client, client), endpoint.remove(client)}) {
            QCOMPARE(request.absolute.toString(), ownAddress);
            QCOMPARE(headerOf(request, "authorization"), "Bearer rat-1");
        }
        QCOMPARE(endpoint.read(client).verb, "GET");
        QCOMPARE(endpoint.update(client, client).verb, "PUT");
        QCOMPARE(endpoint.remove(client).verb, "DELETE");
        QCOMPARE(endpoint.remove(client).accepts, QList<int>{401}); // it is gone already
        // Where the server gave neither, the address is the usual one, and the session is asked.
        const Request plain = endpoint.read({.id = u"a/b"_s});
        QCOMPARE(plain.absolute.toString(QUrl::FullyEncoded), u"https://id.example.com/reg/a%2Fb"_s);
        QCOMPARE(headerOf(plain, "authorization"), QByteArray());
    }

    void anUpdateReplacesAllButWhatIsTheServers()
    {
        const Client before = readRegistered(registered());
        Client after = before;
        after.name = u"Gate"_s;
        after.scopes.clear();
        write(after, u"contacts"_s, QStringList());
        QCOMPARE(bodyOf(clients().update(before, after)),
            (QJsonObject{{u"client_id"_s, u"c1"_s}, {u"client_name"_s, u"Gate"_s}, {u"client_name#de"_s, u"Pforte"_s},
                {u"redirect_uris"_s, QJsonArray{u"https://a.example/cb"_s}},
                {u"grant_types"_s, QJsonArray{u"authorization_code"_s}}, {u"require_auth_time"_s, true}}));
    }

    void newCredentialsAreTakenFromEveryAnswer()
    {
        const Client before = readRegistered(registered());
        const QString moved = u"https://id.example.com/elsewhere/c1"_s;
        const Client rotated = readRegistered(registered({{u"registration_access_token"_s, u"rat-2"_s},
                                        {u"client_secret"_s, u"s-2"_s}, {u"registration_client_uri"_s, moved}}),
            before);
        QCOMPARE(rotated.registrationToken.reveal(), u"rat-2"_s);
        QCOMPARE(rotated.secret.reveal(), u"s-2"_s);
        QCOMPARE(clients().read(rotated).absolute.toString(), moved);

        QJsonObject silent = registered();
        for (const auto &key : {u"registration_access_token"_s, u"registration_client_uri"_s, u"client_secret"_s})
            silent.remove(key);
        const Client kept = readRegistered(silent, rotated);
        QCOMPARE(kept.registrationToken.reveal(), u"rat-2"_s);
        QCOMPARE(clients().read(kept).absolute.toString(), moved);
        QVERIFY(kept.secret.isEmpty());
    }

    void memoryHoldsAllButTheSecrets()
    {
        const auto memory = clients().memory;
        const Client client = readRegistered(registered());
        QVERIFY(memory.key == &Client::registrationToken);
        const QJsonObject kept = memory.write(client);
        for (const auto *secret : {"s-1", "rat-1"}) {
            QVERIFY2(!QJsonDocument(kept).toJson().contains(secret), secret);
            QVERIFY2(!QJsonDocument(client.raw).toJson().contains(secret), secret);
        }
        Client recalled = memory.read(kept);
        recalled.registrationToken = client.registrationToken;
        // A client that comes from memory is updated without losing anything.
        QCOMPARE(clients().update(recalled, recalled).body, clients().update(client, client).body);
        QCOMPARE(clients().update(recalled, recalled).absolute.toString(), ownAddress);
        QCOMPARE(recalled.createdAt, client.createdAt);
        QVERIFY(memory.read({}).id.isEmpty());
    }

    void redirectsNeedAnAddress_data()
    {
        QTest::addColumn<QStringList>("grantTypes");
        QTest::addColumn<QStringList>("uris");
        QTest::addColumn<bool>("isFine");
        const QStringList web{u"https://a.example/cb"_s};
        QTest::newRow("usual, none") << QStringList() << QStringList() << false;
        QTest::newRow("usual") << QStringList() << web << true;
        QTest::newRow("code, none") << QStringList{u"refresh_token"_s, u"authorization_code"_s} << QStringList()
                                    << false;
        QTest::newRow("implicit, none") << QStringList{u"implicit"_s} << QStringList() << false;
        QTest::newRow("client credentials") << QStringList{u"client_credentials"_s} << QStringList() << true;
        QTest::newRow("app") << QStringList() << QStringList{u"com.example:/cb"_s} << true;
        QTest::newRow("fragment") << QStringList() << QStringList{u"https://a.example/#f"_s} << false;
        QTest::newRow("relative") << QStringList{u"client_credentials"_s} << QStringList{u"cb"_s} << false;
    }
    void redirectsNeedAnAddress()
    {
        QFETCH(QStringList, grantTypes);
        QFETCH(QStringList, uris);
        QFETCH(bool, isFine);
        const auto problems = clients().problems({.redirectUris = uris, .grantTypes = grantTypes});
        QCOMPARE(problems.keys(), isFine ? QStringList() : QStringList{u"redirectUris"_s});
    }

    void keysComeFromOnePlace() // RFC 7591 §2: jwks or jwks_uri
    {
        Client client = readRegistered(registered({{u"jwks"_s, QJsonObject{{u"keys"_s, QJsonArray()}}}}));
        QVERIFY(clients().problems(client).isEmpty());
        write(client, u"jwksUri"_s, u"https://a.example/jwks"_s);
        QCOMPARE(clients().problems(client).keys(), QStringList{u"jwksUri"_s});
    }

    void authenticationIsAsTheServerSays()
    {
        const auto words = [](const QJsonObject &others) {
            return clients(others).choices[u"tokenEndpointAuthMethod"_s].read({}).value_or(QStringList());
        };
        QVERIFY(words({}).contains(u"client_secret_basic"_s));
        QCOMPARE(words({{u"token_endpoint_auth_methods_supported"_s, QJsonArray{u"tls_client_auth"_s}}}),
            QStringList{u"tls_client_auth"_s});
    }
};

int tst_oidcregistration(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_OidcRegistration>(argc, argv);
}
#include "tst_oidcregistration.moc"
