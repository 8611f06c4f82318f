// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"
#include "tests/testprogram.h"

#include <QDir>
#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QTemporaryDir>

#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class tst_LocalServer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void impossibleOptionsAreRefused_data()
    {
        QTest::addColumn<QStringList>("personas");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("data");
        const QStringList teneo{u"teneo"_s};
        const QString loopback = u"127.0.0.1"_s;
        const QString memory = u":memory:"_s;
        QTest::newRow("no persona") << QStringList() << loopback << memory;
        QTest::newRow("unknown persona") << QStringList{u"x"_s} << loopback << memory;
        QTest::newRow("persona twice") << QStringList{u"teneo"_s, u"teneo"_s} << loopback << memory;
        QTest::newRow("no address") << teneo << u"localhost"_s << memory;
        QTest::newRow("foreign address") << teneo << u"192.0.2.1"_s << memory;
        QTest::newRow("no data") << teneo << loopback << QString();
        QTest::newRow("data in no folder") << teneo << loopback << u"/nonexistent/data"_s;
        QTest::newRow("data is a folder") << teneo << loopback << QDir::tempPath();
        QTest::newRow("data is something else") << teneo << loopback << QStringLiteral(SOURCE_DIR "/LICENSE");
    }
    void impossibleOptionsAreRefused()
    {
        QFETCH(QStringList, personas);
        QFETCH(QString, address);
        QFETCH(QString, data);
        server::LocalServer refused({.personas = personas, .address = address, .data = data});
        const auto url = refused.start();
        QVERIFY(!url);
        QVERIFY(!url.error().message.isEmpty());
    }

    void aTakenPortIsRefused()
    {
        Fixture first;
        server::LocalServer second({.port = first.port()});
        QVERIFY(!second.start());
    }

    void anEmptyStoreHasTheAdministratorOnly()
    {
        Fixture twin(server::Options{});
        const QString admin = twin.adminToken();
        QCOMPARE(twin.get("/oauth2/clients", admin).body, "[]");
        QCOMPARE(twin.get("/oauth2/access-tokens", admin).array().size(), 1);
        QCOMPARE(twin.get("/oauth2/api-tokens", admin).body, "[]");
    }

    void stateOutlivesTheServer()
    {
        QTemporaryDir folder;
        const server::Options options{.data = folder.filePath(u"data"_s), .demo = true};
        QString token;
        QByteArray list;
        {
            Fixture twin(options);
            token = twin.adminToken();
            twin.json("POST", "/oauth2/clients", {{u"name"_s, u"Kept"_s}, {u"type"_s, u"OTHER"_s}}, token);
            twin.send("POST", "/oauth2/clients/studio/admin/maintenance/daily/begin/"_qba + server::teneo::studioEuId,
                token, {}, {});
            list = twin.get("/oauth2/clients", token).body;
        }
        Fixture twin(options);
        QCOMPARE(twin.get("/oauth2/clients", token).body, list);
        QVERIFY(list.contains("Kept"));
        QCOMPARE(
            twin.get("/oauth2/clients/studio/admin/maintenance/daily/status/"_qba + server::teneo::studioEuId, token)
                .text("status"_L1),
            u"RUNNING"_s);
    }

    void noSecretIsStoredInClear()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"data"_s);
        QList<QByteArray> secrets{"admin_pass", "reporter_pass", server::teneo::studioEuSecret};
        {
            Fixture twin({.data = file, .demo = true});
            secrets.append(twin.adminToken().toLatin1());
            secrets.append(twin.signIn("editor").text("refresh_token"_L1).toLatin1());
            secrets.append(twin.apiToken(u"u-1042"_s).toLatin1());
        }
        QByteArray stored;
        const QStringList names = QDir(folder.path()).entryList(QDir::Files);
        for (const QString &name : names) {
            QFile part(folder.filePath(name));
            QVERIFY(part.open(QIODevice::ReadOnly));
            stored += part.readAll();
        }
        QVERIFY(stored.contains("Studio EU"));
        for (const QByteArray &secret : secrets) {
            QVERIFY(!secret.isEmpty());
            QVERIFY(!stored.contains(secret));
        }
    }

    void aNewerDataFileIsRefused()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"data"_s);
        {
            Fixture twin({.data = file});
        }
        QFile data(file);
        QVERIFY(data.open(QIODevice::ReadWrite));
        data.seek(60); // user_version, SQLite file format §1.3
        data.write(QByteArray::fromHex("000003e7"));
        data.close();
        server::LocalServer refused({.data = file});
        QVERIFY(!refused.start());
    }

    void controlIsForItsBearerOnly_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        for (const char *path : {"/_control", "/_control/", "/_control/faults", "/_control/requests", "/_control/clock",
                 "/_control/teneo/maintenance", "/_control/x"}) {
            QTest::addRow("GET %s", path) << "GET"_qba << QByteArray(path);
            QTest::addRow("POST %s", path) << "POST"_qba << QByteArray(path);
        }
    }
    void controlIsForItsBearerOnly()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        Fixture twin;
        for (const QString &bearer : {QString(), u"x"_s, twin.adminToken()}) {
            const Reply reply = twin.send(method, path, bearer, "{}", "application/json");
            QCOMPARE(reply.status, 401);
            QVERIFY(reply.isError());
        }
    }

    void everyServerHasItsOwnControlToken()
    {
        Fixture one;
        Fixture other;
        QVERIFY(!(one.server().controlToken() == other.server().controlToken()));
    }

    void unknownControlsAreNotFound()
    {
        Fixture twin;
        QCOMPARE(twin.control("/_control/x", {}).status, 404);
        QCOMPARE(twin.control("/_control/wyn/x", {}).status, 404);
        QCOMPARE(twin.control("/_control/teneo/x", {}).status, 404);
        QCOMPARE(twin.control("/_control/requests", {}).status, 405);
    }

    void theClockCanBeAdvanced()
    {
        Fixture twin;
        const QString admin = twin.adminToken();
        const Reply reply = twin.control("/_control/clock", {{u"advanceSeconds"_s, 3600}});
        QCOMPARE(reply.object(), QJsonObject({{u"now"_s, u"2026-03-02T09:00:00.000Z"_s}}));
        QCOMPARE(reply.headers["date"], "Mon, 02 Mar 2026 09:00:00 GMT");
        QCOMPARE(twin.get("/oauth2/token-info", admin).status, 401);
        QCOMPARE(twin.get("/_control/clock", twin.server().controlToken().reveal()).text("now"_L1),
            u"2026-03-02T09:00:00.000Z"_s);
        for (const QJsonValue &wrong : {QJsonValue(), QJsonValue(-1e12), QJsonValue(1e12), QJsonValue(u"1"_s)})
            QCOMPARE(twin.control("/_control/clock", {{u"advanceSeconds"_s, wrong}}).status, 400);
    }

    void theClockCanBeSetBack()
    {
        Fixture twin;
        const Reply reply = twin.control("/_control/clock", {{u"advanceSeconds"_s, -5400}});
        QCOMPARE(reply.object(), QJsonObject({{u"now"_s, u"2026-03-02T06:30:00.000Z"_s}}));
        QCOMPARE(twin.get("/oauth2/clients").headers["date"], "Mon, 02 Mar 2026 06:30:00 GMT");
        QCOMPARE(twin.get("/oauth2/clients", twin.adminToken()).status, 200);
        QCOMPARE(twin.control("/_control/clock", {{u"advanceSeconds"_s, 7200}}).text("now"_L1),
            u"2026-03-02T08:30:00.000Z"_s);
    }

    void aPathCanBeMadeToFailSeveralTimes()
    {
        Fixture twin;
        const QString admin = twin.adminToken();
        const QJsonObject body{{u"error"_s, u"temporarily_unavailable"_s}};
        QCOMPARE(twin.control("/_control/faults",
                         {{u"path"_s, u"/oauth2/clients"_s}, {u"status"_s, 503}, {u"times"_s, 2}, {u"body"_s, body}})
                     .status,
            204);
        QCOMPARE(twin.get("/oauth2/clients", admin).object(), body);
        QCOMPARE(twin.get("/oauth2/tokens/types", admin).status, 200);
        QCOMPARE(twin.get("/oauth2/clients/types", admin).status, 503);
        QCOMPARE(twin.get("/oauth2/clients", admin).status, 200);
        QCOMPARE(twin.get("/_control/faults", twin.server().controlToken().reveal()).body, "[]");
    }

    void aFaultCanBeForOneMethodAndCleared()
    {
        Fixture twin;
        const QString admin = twin.adminToken();
        const QJsonObject fault{
            {u"path"_s, u"/"_s}, {u"method"_s, u"DELETE"_s}, {u"status"_s, 500}, {u"body"_s, u"oops"_s}};
        twin.control("/_control/faults", fault);
        const QString control = twin.server().controlToken().reveal();
        QCOMPARE(twin.get("/_control/faults", control).array(), QJsonArray{fault});
        QCOMPARE(twin.get("/oauth2/clients", admin).status, 200);
        QCOMPARE(twin.remove("/oauth2/clients/x", admin).body, "oops");
        QCOMPARE(twin.remove("/_control/faults", control).status, 204);
        QCOMPARE(twin.remove("/oauth2/clients/x", admin).status, 404);
    }

    void aDroppedConnectionSaysWhetherTheRequestWasDone_data()
    {
        QTest::addColumn<QString>("drop");
        QTest::addColumn<int>("clients");
        QTest::newRow("before") << u"request"_s << 12;
        QTest::newRow("after") << u"answer"_s << 13;
    }
    void aDroppedConnectionSaysWhetherTheRequestWasDone()
    {
        QFETCH(QString, drop);
        Fixture twin;
        const QString admin = twin.adminToken();
        twin.control("/_control/faults", {{u"path"_s, u"/oauth2/clients"_s}, {u"drop"_s, drop}, {u"times"_s, 1}});
        const Reply dropped
            = twin.json("POST", "/oauth2/clients", {{u"name"_s, u"N"_s}, {u"type"_s, u"OTHER"_s}}, admin);
        QCOMPARE(dropped.status, 0);
        const QJsonArray list = twin.get("/oauth2/clients", admin).array();
        QTEST(static_cast<int>(list.size()), "clients");
    }

    void aDelayedAnswerDelaysNobodyElse()
    {
        Fixture twin;
        const QString admin = twin.adminToken();
        twin.control("/_control/faults", {{u"path"_s, u"/oauth2/clients"_s}, {u"delayMs"_s, 300}});
        const QByteArray head
            = " HTTP/1.1\r\nHost: " + twin.host() + "\r\nAuthorization: Bearer " + admin.toLatin1() + "\r\n\r\n";
        QElapsedTimer timer;
        timer.start();
        Wire slow(twin.port());
        slow.send(
            "GET /oauth2/clients" + head + "GET /oauth2/tokens/types" + head); // pipelined answers keep their order
        Wire quick(twin.port());
        quick.send("GET /oauth2/tokens/types" + head);
        QCOMPARE(quick.receive().status, 200);
        QCOMPARE(slow.receive().array().size(), 12);
        QVERIFY(timer.elapsed() >= 300);
        QCOMPARE(slow.receive().array().size(), 4);
    }

    void aHangingAnswerEndsWithTheServer()
    {
        Fixture twin;
        twin.control("/_control/faults", {{u"path"_s, u"/oauth2"_s}, {u"hang"_s, true}});
        Wire hanging(twin.port());
        hanging.send("GET /oauth2/token HTTP/1.1\r\nHost: " + twin.host() + "\r\n\r\n");
        QCOMPARE(hanging.receive(true, 100).status, 0);
        QVERIFY(!hanging.isClosed(1));
        QCOMPARE(twin.get("/idp/login").status, 400);
        twin.server().stop();
        QVERIFY(hanging.isClosed());
    }

    void anImpossibleFaultIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("fault");
        const QString path = u"/oauth2"_s;
        QTest::newRow("nothing") << QJsonObject{};
        QTest::newRow("no effect") << QJsonObject{{u"path"_s, path}};
        QTest::newRow("no path") << QJsonObject{{u"status"_s, 500}};
        QTest::newRow("relative path") << QJsonObject{{u"path"_s, u"oauth2"_s}, {u"status"_s, 500}};
        QTest::newRow("informational status") << QJsonObject{{u"path"_s, path}, {u"status"_s, 100}};
        QTest::newRow("no status") << QJsonObject{{u"path"_s, path}, {u"status"_s, 1000}};
        QTest::newRow("unknown drop") << QJsonObject{{u"path"_s, path}, {u"drop"_s, u"it"_s}};
        QTest::newRow("negative delay") << QJsonObject{{u"path"_s, path}, {u"delayMs"_s, -1}};
        QTest::newRow("never") << QJsonObject{{u"path"_s, path}, {u"status"_s, 500}, {u"times"_s, 0}};
    }
    void anImpossibleFaultIsRefused()
    {
        QFETCH(QJsonObject, fault);
        Fixture twin;
        const Reply reply = twin.control("/_control/faults", fault);
        QCOMPARE(reply.status, 400);
        QVERIFY(reply.isError());
    }

    void theLogTellsRequestsWithoutSecrets()
    {
        Fixture twin;
        const QString admin = twin.adminToken();
        twin.get("/oauth2/clients?type=hush", admin);
        const QString control = twin.server().controlToken().reveal();
        const Reply log = twin.get("/_control/requests", control);
        QCOMPARE(log.array(),
            QJsonArray({QJsonObject{{u"at"_s, u"2026-03-02T08:00:00.000Z"_s}, {u"method"_s, u"POST"_s},
                            {u"path"_s, u"/oauth2/token"_s}, {u"status"_s, 200}},
                QJsonObject{{u"at"_s, u"2026-03-02T08:00:00.000Z"_s}, {u"method"_s, u"GET"_s},
                    {u"path"_s, u"/oauth2/clients"_s}, {u"status"_s, 200}}}));
        QCOMPARE(twin.remove("/_control/requests", control).status, 204);
        QCOMPARE(twin.get("/_control/requests", control).body, "[]");
    }

    void theLogIsBounded()
    {
        Fixture twin;
        Wire wire(twin.port());
        for (int i = 0; i < 1100; ++i) {
            wire.send("GET /" + QByteArray::number(i) + " HTTP/1.1\r\nHost: " + twin.host() + "\r\n\r\n");
            QCOMPARE(wire.receive().status, 404);
        }
        const QJsonArray log = twin.get("/_control/requests", twin.server().controlToken().reveal()).array();
        QCOMPARE(log.size(), 1000);
        QCOMPARE(log.at(999).toObject()["path"_L1].toString(), u"/1099"_s);
    }

    void parallelClientsAllGetTheirOwnTokens()
    {
        Fixture twin;
        const auto count
            = [&] { return twin.get("/oauth2/access-tokens?type=CLIENT", twin.adminToken()).array().size(); };
        const qsizetype before = count();
        constexpr int clients = 8;
        constexpr int each = 40;
        std::array<QStringList, clients> tokens;
        std::vector<std::thread> threads;
        for (QStringList &own : tokens) {
            threads.emplace_back([&twin, &own] {
                for (int i = 0; i < each; ++i)
                    own.append(twin.clientToken());
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QSet<QString> all;
        for (const QStringList &own : tokens)
            all.unite(QSet(own.begin(), own.end()));
        QCOMPARE(all.size(), clients * each);
        QVERIFY(!all.contains(QString()));
        QCOMPARE(count(), before + clients * each);
    }

    void qtsOwnClientIsServed()
    {
        Fixture twin;
        QNetworkAccessManager network;
        QNetworkRequest request(twin.url().resolved(QUrl(u"/oauth2/token-info"_s)));
        request.setRawHeader("Authorization", "Bearer " + twin.adminToken().toLatin1());
        std::unique_ptr<QNetworkReply> reply(network.get(request));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        QCOMPARE(QJsonDocument::fromJson(reply->readAll()).object()["userName"_L1].toString(), u"admin"_s);
    }

    void aStoppedServerCanBeStoppedAgain()
    {
        Fixture twin;
        twin.server().stop();
        twin.server().stop();
        QCOMPARE(twin.get("/").status, 0);
    }
};

int tst_localserver(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_LocalServer>(argc, argv);
}
#include "tst_localserver.moc"
