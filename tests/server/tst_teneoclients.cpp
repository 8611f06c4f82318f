// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static const QByteArray clients = "/oauth2/clients";
static const QByteArray apiTokens = "/oauth2/api-tokens";

class tst_TeneoClients : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_twin = std::make_unique<Fixture>();
        m_admin = m_twin->adminToken();
    }

    void theDemoHasADozenClients()
    {
        const QJsonArray list = m_twin->get(clients, m_admin).array();
        QCOMPARE(list.size(), 12);
        QStringList names;
        for (const auto &entry : list) {
            names.append(entry.toObject()["name"_L1].toString());
            QVERIFY(!entry.toObject().contains("secret"_L1));
        }
        QStringList sorted = names;
        sorted.sort();
        QCOMPARE(names, sorted);
        QVERIFY(names.contains(u"Legacy Bridge"_s));
    }

    void clientsAreFilteredByType()
    {
        QCOMPARE(m_twin->get(clients + "?type=STUDIO", m_admin).array().size(), 3);
        QCOMPARE(m_twin->get(clients + "?type=NONE", m_admin).body, "[]");
    }

    void typesAreListed()
    {
        QCOMPARE(m_twin->get(clients + "/types", m_twin->clientToken()).array(),
            QJsonArray({u"STUDIO"_s, u"INQUIRE"_s, u"OTHER"_s}));
    }

    void othersSeeOnlyTheirClient_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("count");
        QTest::newRow("client") << u"client"_s << 1;
        QTest::newRow("user") << u"user"_s << 1;
        QTest::newRow("API token") << u"api"_s << 0;
    }
    void othersSeeOnlyTheirClient()
    {
        QFETCH(QString, kind);
        QFETCH(int, count);
        const QString token = kind == "client"_L1 ? m_twin->clientToken()
            : kind == "user"_L1                   ? m_twin->userToken()
                                                  : m_twin->apiToken(u"u-1042"_s);
        const QJsonArray list = m_twin->get(clients, token).array();
        QCOMPARE(list.size(), count);
        const QByteArray other = create({}).text("id"_L1).toLatin1();
        QCOMPARE(m_twin->get(clients + '/' + other, token).status, 404);
        QCOMPARE(m_twin->get(clients + '/' + server::teneo::studioEuId, token).status, count == 1 ? 200 : 404);
    }

    void aCreatedClientTellsItsSecretOnce()
    {
        const Reply created = create({{u"description"_s, u"d"_s}, {u"accessTokenValiditySeconds"_s, 60},
            {u"refreshTokenValiditySeconds"_s, 61}});
        QCOMPARE(created.status, 201);
        QJsonObject expected = created.object();
        const QString secret = expected.take("secret"_L1).toString();
        const QByteArray id = expected["id"_L1].toString().toLatin1();
        QCOMPARE(secret.size(), 36);
        QCOMPARE(expected,
            QJsonObject({{u"id"_s, QString::fromLatin1(id)}, {u"name"_s, u"New"_s}, {u"type"_s, u"OTHER"_s},
                {u"description"_s, u"d"_s}, {u"enabled"_s, true}, {u"accessTokenValiditySeconds"_s, 60},
                {u"refreshTokenValiditySeconds"_s, 61}, {u"createdAt"_s, u"2026-03-02T08:00:00.000Z"_s},
                {u"updatedAt"_s, u"2026-03-02T08:00:00.000Z"_s}}));
        const Reply read = m_twin->get(clients + '/' + id, m_admin);
        QCOMPARE(read.object(), expected);
        QVERIFY(!m_twin->get(clients, m_admin).body.contains(secret.toLatin1()));
        QVERIFY(!m_twin->token("grant_type=client_credentials&client_id=" + id + "&client_secret=" + secret.toLatin1())
                     .isEmpty());
    }

    void aClientIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("members");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QJsonObject &members, int status = 400) {
            QTest::newRow(name) << members << status;
        };
        row("no name", {{u"name"_s, QJsonValue()}});
        row("blank name", {{u"name"_s, u"  "_s}});
        row("name is a number", {{u"name"_s, 5}});
        row("long name", {{u"name"_s, QString(256, u'n')}});
        row("taken name", {{u"name"_s, u"Studio EU"_s}}, 409);
        row("no type", {{u"type"_s, QJsonValue()}});
        row("unknown type", {{u"type"_s, u"STUDENT"_s}});
        row("studio without url", {{u"type"_s, u"STUDIO"_s}});
        row("url is no web address", {{u"url"_s, u"ftp://x"_s}});
        row("url is nonsense", {{u"url"_s, u"no url"_s}});
        row("url without host", {{u"url"_s, u"http:///x"_s}});
        row("enabled is a text", {{u"enabled"_s, u"yes"_s}});
        row("description is a list", {{u"description"_s, QJsonArray()}});
        row("empty secret", {{u"secret"_s, QString()}});
        row("short lifetime", {{u"accessTokenValiditySeconds"_s, 59}});
        row("fractional lifetime", {{u"refreshTokenValiditySeconds"_s, 60.5}});
        row("huge lifetime", {{u"refreshTokenValiditySeconds"_s, 1e300}});
    }
    void aClientIsRefused()
    {
        QFETCH(QJsonObject, members);
        QFETCH(int, status);
        const Reply reply = create(members);
        QCOMPARE(reply.status, status);
        QVERIFY(reply.isError());
        QCOMPARE(reply.text("error"_L1), status == 409 ? u"conflict"_s : u"invalid_request"_s);
        QCOMPARE(m_twin->get(clients, m_admin).array().size(), 12);
    }

    void aBodyThatIsNoObjectIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("empty") << ""_qba
                               << "application/json"_qba;
        QTest::newRow("array") << "[]"_qba
                               << "application/json"_qba;
        QTest::newRow("broken") << "{\"name\":"_qba
                                << "application/json"_qba;
        QTest::newRow("trailing") << "{} {}"_qba
                                  << "application/json"_qba;
        QTest::newRow("deep") << QByteArray(5000, '[') << "application/json"_qba;
        QTest::newRow("not UTF-8") << "{\"name\":\"\xff\xff\",\"type\":\"OTHER\"}"_qba
                                   << "application/json"_qba;
        QTest::newRow("form") << "{}"_qba
                              << "application/x-www-form-urlencoded"_qba;
        QTest::newRow("no type") << "{}"_qba
                                 << ""_qba;
    }
    void aBodyThatIsNoObjectIsRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        for (const QByteArray &path : {clients, apiTokens}) {
            const Reply reply = m_twin->send("POST", path, m_admin, body, type);
            QCOMPARE(reply.status, 400);
            QVERIFY(reply.isError());
        }
    }

    void hostileTextIsKeptAsItIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("markup") << u"<b onclick=\"x\">&amp;</b>"_s;
        QTest::newRow("SQL") << u"'; DROP TABLE teneo_clients; --"_s;
        QTest::newRow("right to left") << u"\u202Egnp.exe"_s;
        QTest::newRow("NUL") << u"a\0b"_s;
        QTest::newRow("emoji") << u"🔑 ключ 鍵"_s;
        QTest::newRow("lines") << u"a\r\nb\tc"_s;
    }
    void hostileTextIsKeptAsItIs()
    {
        QFETCH(QString, text);
        const Reply created = create({{u"name"_s, text}, {u"description"_s, text}});
        QCOMPARE(created.status, 201);
        const Reply read = m_twin->get(clients + '/' + created.text("id"_L1).toLatin1(), m_admin);
        QCOMPARE(read.text("name"_L1), text);
        QCOMPARE(read.text("description"_L1), text);
    }

    void anUpdateChangesWhatItNames()
    {
        const Reply created = create(
            {{u"description"_s, u"d"_s}, {u"url"_s, u"https://a.test"_s}, {u"accessTokenValiditySeconds"_s, 60}});
        const QByteArray path = clients + '/' + created.text("id"_L1).toLatin1();
        m_twin->time.advance(1s);
        const Reply changed = m_twin->json(
            "PUT", path, {{u"name"_s, u"Renamed"_s}, {u"description"_s, QJsonValue()}, {u"enabled"_s, false}}, m_admin);
        QCOMPARE(changed.status, 200);
        QJsonObject expected = created.object();
        expected.remove("secret"_L1);
        expected.remove("description"_L1);
        expected["name"_L1] = u"Renamed"_s;
        expected["enabled"_L1] = false;
        expected["updatedAt"_L1] = u"2026-03-02T08:00:01.000Z"_s;
        QCOMPARE(changed.object(), expected);
        QCOMPARE(m_twin->get(path, m_admin).object(), expected);
    }

    void theWholeRecordCanBeWrittenBack()
    {
        const QByteArray path = clients + '/' + server::teneo::studioEuId;
        QJsonObject client = m_twin->get(path, m_admin).object();
        const Reply reply = m_twin->json("PUT", path, client, m_admin);
        QCOMPARE(reply.status, 200);
        client["updatedAt"_L1] = reply.text("updatedAt"_L1);
        QCOMPARE(reply.object(), client);
    }

    void aChangedSecretIsToldAndReplacesTheOld()
    {
        const QByteArray path = clients + '/' + server::teneo::studioEuId;
        const Reply reply = m_twin->json("PUT", path, {{u"secret"_s, u"better"_s}}, m_admin);
        QCOMPARE(reply.text("secret"_L1), u"better"_s);
        QVERIFY(m_twin->clientToken().isEmpty());
        QVERIFY(!m_twin
                     ->token("grant_type=client_credentials&client_secret=better&client_id="_qba
                         + server::teneo::studioEuId)
                     .isEmpty());
        QVERIFY(!m_twin->get(path, m_admin).object().contains("secret"_L1));
    }

    void anUpdateIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("members");
        QTest::addColumn<int>("status");
        QTest::newRow("other type") << QJsonObject{{u"type"_s, u"OTHER"_s}} << 400;
        QTest::newRow("studio without url") << QJsonObject{{u"url"_s, QJsonValue()}} << 400;
        QTest::newRow("blank name") << QJsonObject{{u"name"_s, u" "_s}} << 400;
        QTest::newRow("taken name") << QJsonObject{{u"name"_s, u"Inquire"_s}} << 409;
        QTest::newRow("same name") << QJsonObject{{u"name"_s, u"Studio EU"_s}} << 200;
    }
    void anUpdateIsRefused()
    {
        QFETCH(QJsonObject, members);
        QTEST(m_twin->json("PUT", clients + '/' + server::teneo::studioEuId, members, m_admin).status, "status");
    }

    void aDeletedClientTakesItsTokensAlong()
    {
        const QString token = m_twin->userToken();
        const QByteArray path = clients + '/' + server::teneo::studioEuId;
        const Reply reply = m_twin->remove(path, m_admin);
        QCOMPARE(reply.status, 204);
        QCOMPARE(reply.body, QByteArray());
        QCOMPARE(m_twin->get(path, m_admin).status, 404);
        QCOMPARE(m_twin->remove(path, m_admin).status, 404);
        QCOMPARE(m_twin->json("PUT", path, {}, m_admin).status, 404);
        QCOMPARE(m_twin->get("/oauth2/token-info", token).status, 401);
        QVERIFY(m_twin->clientToken().isEmpty());
    }

    void theDemoHasApiTokensOfEveryKind()
    {
        const QJsonArray list = m_twin->get(apiTokens, m_admin).array();
        QCOMPARE(list.size(), 8);
        int endless = 0;
        int disabled = 0;
        for (const auto &entry : list) {
            endless += entry.toObject()["expiresAt"_L1].isNull();
            disabled += !entry.toObject()["enabled"_L1].toBool();
            QVERIFY(!entry.toObject().contains("token"_L1));
        }
        QCOMPARE(endless, 1);
        QCOMPARE(disabled, 1);
    }

    void apiTokensAreFiltered()
    {
        QCOMPARE(m_twin->get(apiTokens + "?userId=u-1042", m_admin).array().size(), 2);
        QCOMPARE(m_twin->get(apiTokens + "?enabled=false", m_admin).array().size(), 1);
        QCOMPARE(m_twin->get(apiTokens + "?enabled=true&userId=u-1045", m_admin).array().size(), 0);
        QCOMPARE(m_twin->get(apiTokens + "?enabled=maybe", m_admin).status, 400);
    }

    void anApiTokenTellsItsValueOnceAndWorks()
    {
        const Reply created = m_twin->json("POST", apiTokens,
            {{u"name"_s, u"t"_s}, {u"userId"_s, u"u-1042"_s}, {u"description"_s, u"d"_s},
                {u"expiresAt"_s, u"2026-03-02T10:00:00.500+01:00"_s}},
            m_admin);
        QCOMPARE(created.status, 201);
        QJsonObject expected = created.object();
        const QString value = expected.take("token"_L1).toString();
        const QByteArray id = expected["id"_L1].toString().toLatin1();
        QCOMPARE(expected,
            QJsonObject({{u"id"_s, QString::fromLatin1(id)}, {u"name"_s, u"t"_s}, {u"userId"_s, u"u-1042"_s},
                {u"userName"_s, u"reporter"_s}, {u"description"_s, u"d"_s}, {u"enabled"_s, true},
                {u"createdAt"_s, u"2026-03-02T08:00:00.000Z"_s}, {u"expiresAt"_s, u"2026-03-02T09:00:00.500Z"_s}}));
        QCOMPARE(m_twin->get("/oauth2/token-info", value).text("type"_L1), u"API"_s);
        expected["lastUsedAt"_L1] = u"2026-03-02T08:00:00.000Z"_s;
        QCOMPARE(m_twin->get(apiTokens + '/' + id, m_admin).object(), expected);
        QVERIFY(!m_twin->get(apiTokens, m_admin).body.contains(value.toLatin1()));
        QVERIFY(!m_twin->get("/oauth2/access-tokens", m_admin).body.contains(id));
        m_twin->time.advance(1h);
        QCOMPARE(m_twin->get("/oauth2/token-info", value).status, 200);
        m_twin->time.advance(500ms);
        QCOMPARE(m_twin->get("/oauth2/token-info", value).status, 401);
    }

    void anApiTokenIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("members");
        QTest::addColumn<int>("status");
        const QJsonObject user{{u"userId"_s, u"u-1042"_s}};
        const auto row = [&](const char *name, QJsonObject members, int status) {
            if (!members.contains("userId"_L1))
                members["userId"_L1] = u"u-1042"_s;
            QTest::newRow(name) << members << status;
        };
        row("no name", {}, 400);
        row("blank name", {{u"name"_s, u" "_s}}, 400);
        row("long name", {{u"name"_s, QString(256, u'n')}}, 400);
        row("taken name", {{u"name"_s, u"backup"_s}}, 409);
        row("no user", {{u"name"_s, u"n"_s}, {u"userId"_s, QJsonValue()}}, 400);
        row("user is a number", {{u"name"_s, u"n"_s}, {u"userId"_s, 1042}}, 400);
        row("unknown user", {{u"name"_s, u"n"_s}, {u"userId"_s, u"u-1"_s}}, 404);
        row("no time", {{u"name"_s, u"n"_s}, {u"expiresAt"_s, u"tomorrow"_s}}, 400);
        row("time is a number", {{u"name"_s, u"n"_s}, {u"expiresAt"_s, 5}}, 400);
        row("enabled is a number", {{u"name"_s, u"n"_s}, {u"enabled"_s, 1}}, 400);
    }
    void anApiTokenIsRefused()
    {
        QFETCH(QJsonObject, members);
        const Reply reply = m_twin->json("POST", apiTokens, members, m_admin);
        QTEST(reply.status, "status");
        QVERIFY(reply.isError());
    }

    void anApiTokenCanBeDisabledChangedAndDeleted()
    {
        const Reply created
            = m_twin->json("POST", apiTokens, {{u"name"_s, u"t"_s}, {u"userId"_s, u"u-1042"_s}}, m_admin);
        const QString value = created.text("token"_L1);
        const QByteArray path = apiTokens + '/' + created.text("id"_L1).toLatin1();
        QCOMPARE(m_twin->json("PUT", path, {{u"enabled"_s, false}}, m_admin).object()["enabled"_L1].toBool(), false);
        QCOMPARE(m_twin->get("/oauth2/token-info", value).status, 401);
        const Reply changed = m_twin->json("PUT", path,
            {{u"enabled"_s, true}, {u"name"_s, u"u"_s}, {u"userId"_s, u"u-1042"_s}, {u"description"_s, u"d"_s},
                {u"expiresAt"_s, u"2027-01-01"_s}},
            m_admin);
        QCOMPARE(changed.status, 200);
        QVERIFY(!changed.object().contains("token"_L1));
        QCOMPARE(changed.text("name"_L1), u"u"_s);
        QCOMPARE(changed.text("expiresAt"_L1), u"2027-01-01T00:00:00.000Z"_s);
        QCOMPARE(m_twin->get("/oauth2/token-info", value).status, 200);
        QVERIFY(m_twin->json("PUT", path, {{u"expiresAt"_s, QJsonValue()}}, m_admin).object()["expiresAt"_L1].isNull());
        QCOMPARE(m_twin->json("PUT", path, {{u"userId"_s, u"u-1043"_s}}, m_admin).status, 400);
        QCOMPARE(m_twin->json("PUT", path, {{u"name"_s, u"backup"_s}}, m_admin).status, 409);
        QCOMPARE(m_twin->json("PUT", apiTokens + "/x", {}, m_admin).status, 404);
        QCOMPARE(m_twin->remove(path, m_admin).status, 204);
        QCOMPARE(m_twin->get(path, m_admin).status, 404);
        QCOMPARE(m_twin->remove(path, m_admin).status, 404);
        QCOMPARE(m_twin->get("/oauth2/token-info", value).status, 401);
    }

private:
    Reply create(const QJsonObject &members)
    {
        QJsonObject client{{u"name"_s, u"New"_s}, {u"type"_s, u"OTHER"_s}};
        for (auto member = members.begin(); member != members.end(); ++member)
            client[member.key()] = member.value();
        return m_twin->json("POST", clients, client, m_admin);
    }

    std::unique_ptr<Fixture> m_twin;
    QString m_admin;
};

int tst_teneoclients(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_TeneoClients>(argc, argv);
}
#include "tst_teneoclients.moc"
