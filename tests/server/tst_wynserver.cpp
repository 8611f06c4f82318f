// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/wyn/store.h"
#include "description.h"
#include "tests/testprogram.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static const QByteArray client = "client_id=integration&client_secret=integration_secret";
static const QByteArray adminPassword = "&username=admin&password=admin_pass";
static const QByteArray good = "grant_type=password&" + client + adminPassword;
static const QByteArray batch = "/api/v2/identity/token/batch-revocation";
static const QByteArray formType = "Content-Type: application/x-www-form-urlencoded\r\n";
static const QByteArray allScopes = "cache email openid profile scheduler server_portal storage";

class tst_WynServer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_twin = std::make_unique<Fixture>(options()); }

    void aTokenIsIssued_data()
    {
        QTest::addColumn<QByteArray>("parameters");
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QByteArray>("scope");
        const QByteArray user = "grant_type=password" + adminPassword;
        const auto row = [](const char *name, const QByteArray &parameters, const QByteArray &authorization = {},
                             int seconds = 315'360'000, const QByteArray &scope = allScopes) {
            QTest::newRow(name) << parameters << authorization << seconds << scope;
        };
        row("client in the form", good);
        row("client by Basic", user, "Basic " + QByteArray("integration:integration_secret").toBase64());
        row("client escaped in Basic", user, "basic " + QByteArray("%69ntegration:integration%5Fsecret").toBase64());
        row("broken Basic counts for nothing", good, "Basic ***");
        row("anybody", "grant_type=password&username=viewer&password=viewer_pass&" + client);
        row("lifetime", good + "&access-token-lifetime=60", {}, 60);
        row("longest lifetime", good + "&access-token-lifetime=2147483647", {}, 2'147'483'647);
        row("lifetime without hyphens is nothing", good + "&access_token_lifetime=60");
        row("empty lifetime", good + "&access-token-lifetime=");
        row("global organization", good + "&tenant_path=/");
        row("organization", good + "&tenant_path=%2FOrg%2FSubOrg");
        row("scopes", good + "&scope=openid+email+openid", {}, 315'360'000, "openid email");
        row("empty scope", good + "&scope=");
        row("another client's scopes",
            "grant_type=password&client_id=dashboards&client_secret=dashboards_secret" + adminPassword, {}, 315'360'000,
            "openid server_portal");
        row("unknown parameter", good + "&acr_values=x");
    }
    void aTokenIsIssued()
    {
        QFETCH(QByteArray, parameters);
        QFETCH(QByteArray, authorization);
        const Reply reply = post("/connect/token", parameters,
            authorization.isEmpty() ? QByteArray() : "Authorization: " + authorization + "\r\n");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.headers["content-type"], "application/json; charset=UTF-8");
        QCOMPARE(reply.headers["cache-control"], "no-store, no-cache, max-age=0");
        QCOMPARE(reply.headers["pragma"], "no-cache");
        QCOMPARE(reply.object().keys(), (QStringList{u"access_token"_s, u"expires_in"_s, u"scope"_s, u"token_type"_s}));
        static const QRegularExpression referenceToken(u"^[0-9A-F]{64}$"_s);
        QVERIFY(referenceToken.match(reply.text("access_token"_L1)).hasMatch());
        QCOMPARE(reply.text("token_type"_L1), u"Bearer"_s);
        QTEST(reply.object()["expires_in"_L1].toInt(), "seconds");
        QTEST(reply.text("scope"_L1).toUtf8(), "scope");
    }

    void aBadTokenRequestIs400WhateverIsWrong_data()
    {
        QTest::addColumn<QByteArray>("parameters");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const QByteArray &parameters, const QString &error) {
            QTest::newRow(name) << parameters << error;
        };
        const QByteArray user = "grant_type=password" + adminPassword;
        row("nothing", "", u"invalid_client"_s);
        row("no client", user, u"invalid_client"_s);
        row("unknown client", user + "&client_id=x&client_secret=x", u"invalid_client"_s);
        row("wrong secret", user + "&client_id=integration&client_secret=x", u"invalid_client"_s);
        row("disabled client", user + "&client_id=retired&client_secret=retired_secret", u"invalid_client"_s);
        row("no grant", client + adminPassword, u"unsupported_grant_type"_s);
        row("unknown grant", "grant_type=x&" + client, u"unsupported_grant_type"_s);
        row("client_credentials", "grant_type=client_credentials&" + client, u"unauthorized_client"_s);
        row("refresh_token", "grant_type=refresh_token&" + client, u"unauthorized_client"_s);
        row("unknown scope", good + "&scope=openid+x", u"invalid_scope"_s);
        row("forbidden scope", user + "&client_id=dashboards&client_secret=dashboards_secret&scope=storage",
            u"invalid_scope"_s);
        row("no user", "grant_type=password&" + client, u"invalid_grant"_s);
        row("long user", "grant_type=password&password=x&username=" + QByteArray(101, 'a') + '&' + client,
            u"invalid_grant"_s);
        row("wrong password", "grant_type=password&username=admin&password=x&" + client, u"invalid_grant"_s);
        row("quote in the name", "grant_type=password&username='%20OR%201=1--&" + client, u"invalid_grant"_s);
        row("unknown organization", good + "&tenant_path=/Nowhere", u"invalid_grant"_s);
        row("grant twice", good + "&grant_type=password", u"invalid_request"_s);
        row("broken escape", good + "&scope=%zz", u"invalid_request"_s);
        row("not UTF-8", good + "&scope=%ff", u"invalid_request"_s);
        for (const char *lifetime : {"0", "-1", "1.5", "1e3", "hour", "2147483648"})
            row(lifetime, good + "&access-token-lifetime=" + lifetime, u"invalid_request"_s);
    }
    void aBadTokenRequestIs400WhateverIsWrong()
    {
        QFETCH(QByteArray, parameters);
        const Reply reply = post("/connect/token", parameters);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.headers["content-type"], "application/json; charset=UTF-8");
        QCOMPARE(reply.headers["cache-control"], "no-store, no-cache, max-age=0");
        QVERIFY(!reply.headers.contains("www-authenticate"));
        QTEST(reply.text("error"_L1), "error");
    }

    void aWrongPasswordHasACodeOfItsOwn()
    {
        const Reply reply = post("/connect/token", "grant_type=password&username=admin&password=x&" + client);
        QCOMPARE(reply.text("error_description"_L1), u"invalid_username_or_password"_s);
        QVERIFY(!post("/connect/token", adminPassword.mid(1)).object().contains("error_description"_L1));
    }

    void wrongMethodsAndTypes_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("word");
        QTest::newRow("token, GET") << "GET"_qba
                                    << "/connect/token"_qba << 400 << u"invalid_request"_s;
        QTest::newRow("token, no form") << "POST"_qba
                                        << "/connect/token"_qba << 400 << u"invalid_request"_s;
        QTest::newRow("revocation, PUT") << "PUT"_qba
                                         << "/connect/revocation"_qba << 405 << QString();
        QTest::newRow("revocation, no form") << "POST"_qba
                                             << "/connect/revocation"_qba << 415 << QString();
        QTest::newRow("batch, GET") << "GET"_qba << batch << 405 << u"MethodNotAllowed"_s;
        QTest::newRow("root") << "GET"_qba
                              << "/"_qba << 404 << u"NotFound"_s;
        QTest::newRow("introspection") << "POST"_qba
                                       << "/connect/introspect"_qba << 404 << u"NotFound"_s;
        QTest::newRow("discovery") << "GET"_qba
                                   << "/.well-known/openid-configuration"_qba << 404 << u"NotFound"_s;
    }
    void wrongMethodsAndTypes()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        QFETCH(QString, word);
        const Reply reply = m_twin->exchange(method, path, "Content-Type: application/json\r\n", "{}");
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.headers.value("allow"), status == 405 ? "POST"_qba : QByteArray());
        QCOMPARE(reply.body.isEmpty(), word.isEmpty());
        QCOMPARE(reply.text("error"_L1) + reply.text("code"_L1), word);
    }

    void oneTokenIsRevoked_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<bool>("isRevoked");
        QTest::newRow("plain") << '&' + client << true;
        QTest::newRow("hint") << "&token_type_hint=access_token&" + client << true;
        QTest::newRow("wrong hint") << "&token_type_hint=refresh_token&" + client << true;
        QTest::newRow("another client") << "&client_id=dashboards&client_secret=dashboards_secret"_qba << false;
    }
    void oneTokenIsRevoked()
    {
        QFETCH(QByteArray, more);
        QFETCH(bool, isRevoked);
        const QByteArray token = issue();
        const QByteArray other = issue();
        const Reply reply = post("/connect/revocation", "token=" + token + more);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, "");
        QCOMPARE(isInForce(token), !isRevoked);
        QVERIFY(isInForce(other));
    }

    void aBadRevocationIsRefused_data()
    {
        QTest::addColumn<QByteArray>("parameters");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("unknown token") << "token=x&" + client << 200 << ""_qba;
        QTest::newRow("no client") << "token=x"_qba << 400 << R"({"error":"invalid_client"})"_qba;
        QTest::newRow("wrong secret") << "token=x&client_id=integration&client_secret=x"_qba << 400
                                      << R"({"error":"invalid_client"})"_qba;
        QTest::newRow("no token") << client << 400 << R"({"error":"invalid_request"})"_qba;
        QTest::newRow("token twice") << "token=x&token=y&" + client << 400 << R"({"error":"invalid_request"})"_qba;
        QTest::newRow("unknown hint") << "token=x&token_type_hint=id_token&" + client << 400
                                      << R"({"error":"unsupported_token_type"})"_qba;
    }
    void aBadRevocationIsRefused()
    {
        QFETCH(QByteArray, parameters);
        const Reply reply = post("/connect/revocation", parameters);
        QTEST(reply.status, "status");
        QTEST(reply.body, "body");
    }

    void aPortalTokenIsNoClientsToRevoke()
    {
        post("/connect/revocation", QByteArray("token=") + server::wyn::administratorsPortalToken + '&' + client);
        QVERIFY(isInForce(server::wyn::administratorsPortalToken));
    }

    void aTokenIsPresentedInOneOfThreeWays()
    {
        const QByteArray token = issue();
        const auto status = [&](const QByteArray &header, const QByteArray &query = {}) {
            return m_twin->exchange("POST", batch + query, header + "Content-Type: application/json\r\n", "{}").status;
        };
        QCOMPARE(status("Reference-Token: " + token + "\r\n"), 400);
        QCOMPARE(status("Authorization: Bearer " + token + "\r\n"), 400);
        QCOMPARE(status({}, "?token=" + token), 400);
        QCOMPARE(status("Reference-Token: x\r\nAuthorization: Bearer " + token + "\r\n", "?token=" + token), 401);
        QCOMPARE(status("Authorization: Bearer x\r\n", "?token=" + token), 401);
        QCOMPARE(status("Reference-Token: " + token.toLower() + "\r\n"), 401);
    }

    void onlyAnAdministratorMayRevokeAll()
    {
        const Reply nobody = m_twin->exchange("POST", batch, "Content-Type: application/json\r\n", "{}");
        QCOMPARE(nobody.status, 401);
        QCOMPARE(nobody.headers["www-authenticate"], "Bearer");
        QCOMPARE(nobody.body, "");
        const Reply viewer = revokeBefore(server::wyn::viewersPortalToken, u"2099-01-01"_s);
        QCOMPARE(viewer.status, 403);
        QCOMPARE(viewer.body, "");
        QCOMPARE(m_twin->exchange("POST", batch, "Reference-Token: x\r\n", {}).status, 401);
    }

    void tokensExpire()
    {
        const QByteArray token = issue("&access-token-lifetime=60");
        m_twin->control("/_control/clock", {{u"advanceSeconds"_s, 59}});
        QVERIFY(isInForce(token));
        m_twin->control("/_control/clock", {{u"advanceSeconds"_s, 1}});
        QVERIFY(!isInForce(token));
    }

    void allOlderTokensAreRevokedButThePortals()
    {
        const QByteArray old = issue();
        const QByteArray expired = issue("&access-token-lifetime=1");
        m_twin->time.advance(10s);
        const QByteArray own = issue();
        const QString now = m_twin->time.now().toString(Qt::ISODateWithMs);
        const Reply reply = revokeBefore(own, now);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.body, R"({"count":41})"); // forty of the demo, and the old one
        QVERIFY(!isInForce(old) && !isInForce(expired));
        QVERIFY(isInForce(own)); // as old as the time, not older
        m_twin->time.advance(1ms);
        QCOMPARE(revokeBefore(own, u"2099-01-01"_s).body, R"({"count":1})");
        QVERIFY(!isInForce(own));
        QCOMPARE(revokeBefore(own, now).status, 401);
        QVERIFY(isInForce(server::wyn::administratorsPortalToken));
        QCOMPARE(revokeBefore(server::wyn::viewersPortalToken, now).status, 403);
    }

    void aTimeIsUtcUnlessItSays_data()
    {
        QTest::addColumn<QString>("time"); // the token is of 08:00:00.000
        QTest::addColumn<bool>("isRevoked");
        QTest::newRow("same") << u"2026-03-02T08:00:00Z"_s << false;
        QTest::newRow("a millisecond later") << u"2026-03-02T08:00:00.001Z"_s << true;
        QTest::newRow("no zone, same") << u"2026-03-02T08:00:00"_s << false;
        QTest::newRow("no zone, later") << u"2026-03-02T08:00:01"_s << true;
        QTest::newRow("no seconds") << u"2026-03-02T08:01Z"_s << true;
        QTest::newRow("seven digits") << u"2026-03-02T08:00:00.0019999Z"_s << true;
        QTest::newRow("east, same") << u"2026-03-02T10:00:00+02:00"_s << false;
        QTest::newRow("west, later") << u"2026-03-02T03:00:01-05:00"_s << true;
        QTest::newRow("today") << u"2026-03-02"_s << false;
        QTest::newRow("tomorrow") << u"2026-03-03"_s << true;
        QTest::newRow("long ago") << u"0001-01-01T00:00:00Z"_s << false;
        QTest::newRow("far away") << u"9999-12-31T23:59:59Z"_s << true;
    }
    void aTimeIsUtcUnlessItSays()
    {
        QFETCH(QString, time);
        QFETCH(bool, isRevoked);
        const QByteArray token = issue();
        QCOMPARE(revokeBefore(server::wyn::administratorsPortalToken, time).status, 200);
        QCOMPARE(isInForce(token), !isRevoked);
    }

    void aBadBatchRevocationIsAPluginError_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("cause"); // of the inner error
        const QByteArray json = "application/json";
        QTest::newRow("missing") << json << "{}"_qba << QString();
        QTest::newRow("null") << json << R"({"creationBefore":null})"_qba << QString();
        QTest::newRow("empty") << json << R"({"creationBefore":""})"_qba << QString();
        QTest::newRow("word") << json << R"({"creationBefore":"yesterday"})"_qba << QString();
        QTest::newRow("number") << json << R"({"creationBefore":1})"_qba << QString();
        QTest::newRow("no such day") << json << R"({"creationBefore":"2026-02-30"})"_qba << QString();
        QTest::newRow("no such hour") << json << R"({"creationBefore":"2026-02-01T25:00:00Z"})"_qba << QString();
        QTest::newRow("nothing") << json << ""_qba << u"MalformedJson"_s;
        QTest::newRow("half") << json << R"({"creationBefore":)"_qba << u"MalformedJson"_s;
        QTest::newRow("array") << json << "[]"_qba << u"MalformedJson"_s;
        QTest::newRow("form") << "application/x-www-form-urlencoded"_qba
                              << "creationBefore=2026-01-01"_qba << u"UnsupportedMediaType"_s;
    }
    void aBadBatchRevocationIsAPluginError()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        const QByteArray token = issue();
        const Reply reply
            = m_twin->exchange("POST", batch, "Reference-Token: " + token + "\r\nContent-Type: " + type + "\r\n", body);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.headers["content-type"], "application/json");
        const QStringList members{u"code"_s, u"context"_s, u"extensions"_s, u"innerError"_s, u"message"_s};
        QCOMPARE(reply.object().keys(), members);
        QCOMPARE(reply.text("code"_L1), u"InvalidArgument"_s);
        const QJsonObject inner = reply.object()["innerError"_L1].toObject();
        QTEST(inner["code"_L1].toString(), "cause");
        QCOMPARE(inner.keys(), inner.isEmpty() ? QStringList() : members);
    }

    void aDataFileKeepsWhatIsInForce()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"wyn.sqlite"_s);
        m_twin = std::make_unique<Fixture>(options(file));
        const QByteArray token = issue();
        const QByteArray revoked = issue();
        post("/connect/revocation", "token=" + revoked + '&' + client);
        m_twin.reset();
        m_twin = std::make_unique<Fixture>(options(file));
        QVERIFY(isInForce(token));
        QVERIFY(!isInForce(revoked));
        QVERIFY(isInForce(issue()));
        QCOMPARE(revokeBefore(token, u"2099-01-01"_s).body, R"({"count":42})");
    }

    void aNewStoreHasTheAdministratorOnly()
    {
        m_twin = std::make_unique<Fixture>(server::Options{.personas = {u"wyn"_s}});
        const QByteArray token = issue();
        QCOMPARE(revokeBefore(token, u"2099-01-01"_s).body, R"({"count":1})");
        QVERIFY(!isInForce(server::wyn::administratorsPortalToken));
        QCOMPARE(m_twin->control("/_control/wyn/anything", {}).status, 404);
    }

    void theDescriptionListsWhatIsServed()
    {
        const Reply reply = m_twin->get("/openapi.json");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.object()["servers"_L1][0]["url"_L1].toString(), m_twin->url().toString());
        QStringList expected{u"GET /openapi.json"_s, u"POST /api/v2/identity/token/batch-revocation"_s,
            u"POST /connect/revocation"_s, u"POST /connect/token"_s};
        QCOMPARE(operationsOf(reply.object()), expected);
        expected.last() = u" /connect/token"_s; // which has an answer of its own to a wrong method
        expected.sort();
        QCOMPARE(served(*m_twin, reply.object()), expected);
    }

private:
    static server::Options options(const QString &data = u":memory:"_s)
    {
        return {.personas = {u"wyn"_s}, .data = data, .demo = true};
    }
    Reply post(const QByteArray &path, const QByteArray &form, const QByteArray &header = {})
    {
        return m_twin->exchange("POST", path, header + formType, form);
    }
    QByteArray issue(const QByteArray &more = {})
    {
        return post("/connect/token", good + more).text("access_token"_L1).toUtf8();
    }
    Reply revokeBefore(const QByteArray &token, const QString &time)
    {
        return m_twin->exchange("POST", batch, "Reference-Token: " + token + "\r\nContent-Type: application/json\r\n",
            QJsonDocument(QJsonObject{{u"creationBefore"_s, time}}).toJson());
    }
    // An administrator's token that is in force is told that it named no time.
    bool isInForce(const QByteArray &token)
    {
        return m_twin->exchange("POST", batch, "Reference-Token: " + token + "\r\n", {}).status == 400;
    }

    std::unique_ptr<Fixture> m_twin;
};

int tst_wynserver(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_WynServer>(argc, argv);
}
#include "tst_wynserver.moc"
