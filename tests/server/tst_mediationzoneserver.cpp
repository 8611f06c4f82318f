// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/database.h"
#include "app/server/signingkey.h"
#include "description.h"
#include "tests/testprogram.h"

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static const QByteArray grantForm = "grant_type=client_credentials";

static QByteArray basicHeader(const QByteArray &name, const QByteArray &secret)
{
    return "Authorization: Basic " + (name + ':' + secret).toBase64() + "\r\n";
}

static QByteArray scope(const QByteArray &scopes)
{
    return "{\"scope\":\"" + scopes + "\"}";
}

class tst_MediationZoneServer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_mount = "/authserver";
        m_twin = std::make_unique<Fixture>(options());
    }

    void bothPresetsAreServed_data()
    {
        QTest::addColumn<QByteArray>("mount");
        QTest::newRow("since 9.2") << "/authserver"_qba;
        QTest::newRow("8.x to 9.1") << ""_qba;
    }
    void bothPresetsAreServed()
    {
        QFETCH(QByteArray, mount);
        m_mount = mount;
        QCOMPARE(manage("POST", "/scope", R"({"scope":"new_scope"})").status, 200);
        const Reply created = manage("POST", "/clients", R"({"client_name":"New","scope":"new_scope"})");
        QCOMPARE(created.status, 200);
        const Reply token = issue(credentials(created));
        QCOMPARE(token.text("scope"_L1), u"new_scope"_s);
        QCOMPARE(manage("DELETE", "/clients/New").body, R"({"status":"success"})");
        m_mount.clear();
        QCOMPARE(manage("GET", "/clients/New").status, 404);
    }

    void itIsServedBesideOthers()
    {
        m_twin = std::make_unique<Fixture>(server::Options{.personas = {u"wyn"_s, u"mediationzone"_s}, .demo = true});
        m_mount = "/mediationzone/authserver";
        QCOMPARE(issue(credentials(manage("GET", "/clients/Billing%20Feed"))).status, 200);
        for (const QString &persona : {u"/wyn"_s, u"/mediationzone"_s}) {
            const QJsonObject description = m_twin->get(persona.toUtf8() + "/openapi.json").object();
            QCOMPARE(description["servers"_L1][0]["url"_L1].toString(), m_twin->url().toString() + persona);
        }
    }

    void managementWantsTheAdministrator_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("status");
        const QByteArray path = "/authserver/api/scope";
        QTest::newRow("right") << path << basicHeader("mzadmin", "mzadmin_pass") << 200;
        QTest::newRow("nothing") << path << ""_qba << 401;
        QTest::newRow("older path") << "/api/clients"_qba
                                    << ""_qba << 401;
        QTest::newRow("unknown path") << "/authserver/api/x"_qba
                                      << ""_qba << 401;
        QTest::newRow("wrong password") << path << basicHeader("mzadmin", "x") << 401;
        QTest::newRow("wrong name") << path << basicHeader("admin", "mzadmin_pass") << 401;
        QTest::newRow("not to be unescaped") << path << basicHeader("mzadmin", "mzadmin%5Fpass") << 401;
        QTest::newRow("bearer") << path << "Authorization: Bearer mzadmin\r\n"_qba << 401;
        QTest::newRow("no base64") << path << "Authorization: Basic ***\r\n"_qba << 401;
    }
    void managementWantsTheAdministrator()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, header);
        QFETCH(int, status);
        const Reply reply = m_twin->exchange("GET", path, header, {});
        QCOMPARE(reply.status, status);
        if (status == 200)
            return;
        QVERIFY(reply.isError());
        QCOMPARE(reply.text("error"_L1), u"unauthorized"_s);
        QCOMPARE(reply.headers["www-authenticate"], R"(Basic realm="authserver")");
    }

    void managementCanBeOpened()
    {
        const auto status = [&] { return m_twin->get("/authserver/api/scope").status; };
        QCOMPARE(m_twin->control("/_control/mediationzone/basic", {{u"enabled"_s, false}}).status, 204);
        QCOMPARE(status(), 200);
        QCOMPARE(m_twin->control("/_control/mediationzone/basic", {{u"enabled"_s, u"yes"_s}}).status, 400);
        QCOMPARE(status(), 200);
        QCOMPARE(m_twin->control("/_control/mediationzone/basic", {{u"enabled"_s, true}}).status, 204);
        QCOMPARE(status(), 401);
        QCOMPARE(m_twin->control("/_control/mediationzone/other", {}).status, 404);
    }

    // PATCH of /scope removes.
    void scopesAreAddedAndRemoved()
    {
        m_twin = std::make_unique<Fixture>(options(u":memory:"_s, false));
        QCOMPARE(manage("GET", "/scope").body, scope(""));
        QCOMPARE(manage("POST", "/scope", scope("b a b")).body, scope("b a"));
        QCOMPARE(manage("POST", "/scope", scope(" a  c!#[]~ ")).body, scope("a c!#[]~"));
        QCOMPARE(manage("POST", "/scope", scope("")).body, scope(""));
        QCOMPARE(manage("GET", "/scope").body, scope("b a c!#[]~"));
        QCOMPARE(manage("PATCH", "/scope", scope("x a b")).body, scope("a b"));
        QCOMPARE(manage("GET", "/scope").body, scope("c!#[]~"));
    }

    void aRemovedScopeStaysInClientsButInNoToken()
    {
        manage("PATCH", "/scope", R"({"scope":"read_cdr"})");
        const Reply client = manage("GET", "/clients/Billing%20Feed");
        QCOMPARE(client.text("scope"_L1), u"read_cdr write_cdr"_s);
        QCOMPARE(issue(credentials(client)).text("scope"_L1), u"write_cdr"_s);
        QCOMPARE(issue(credentials(client), "&scope=read_cdr").text("error"_L1), u"invalid_scope"_s);
    }

    void aClientHasFourMembers()
    {
        const Reply created = manage("POST", "/clients", R"({"client_name":"New","scope":"read_cdr"})");
        static const QRegularExpression id(u"^[A-Za-z0-9_-]{36}$"_s);
        static const QRegularExpression secret(u"^[A-Za-z0-9_-]{50}$"_s);
        QCOMPARE(
            created.object().keys(), (QStringList{u"client_id"_s, u"client_name"_s, u"client_secret"_s, u"scope"_s}));
        QVERIFY(id.match(created.text("client_id"_L1)).hasMatch());
        QVERIFY(secret.match(created.text("client_secret"_L1)).hasMatch());
        QCOMPARE(manage("GET", "/clients/New").body, created.body);
        const QJsonArray all = manage("GET", "/clients").array();
        QCOMPARE(all.last().toObject(), created.object());
        QSet<QString> ids;
        for (const QJsonValue &client : all) {
            QVERIFY(id.match(client["client_id"_L1].toString()).hasMatch());
            QVERIFY(secret.match(client["client_secret"_L1].toString()).hasMatch());
            ids.insert(client["client_id"_L1].toString());
        }
        QCOMPARE(ids.size(), all.size());
    }

    void anyNameMayBeAPath_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"With Space", "with/slash", "100%", "%2F", "Ümläut", "配信", "a+b", "q?u=e#r;y&x",
                 "quote'\"\\", "..", " padded ", "x\ty", "😀"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }
    void anyNameMayBeAPath()
    {
        QFETCH(QString, name);
        const QByteArray path = "/clients/" + name.toUtf8().toPercentEncoding();
        const QJsonObject wish{{u"client_name"_s, name}, {u"scope"_s, u""_s}};
        const Reply created = manage("POST", "/clients", QJsonDocument(wish).toJson());
        QCOMPARE(created.status, 200);
        QCOMPARE(created.text("client_name"_L1), name);
        QCOMPARE(manage("GET", path).body, created.body);
        QCOMPARE(manage("PUT", path, R"({"scope":"read_cdr"})").text("client_name"_L1), name);
        QCOMPARE(manage("PATCH", path).text("client_name"_L1), name);
        QCOMPARE(manage("DELETE", path).status, 200);
        QCOMPARE(manage("GET", path).status, 404);
    }

    void putChangesTheScopeOrRegisters()
    {
        const Reply before = manage("GET", "/clients/Billing%20Feed");
        const Reply after = manage("PUT", "/clients/Billing%20Feed", R"({"client_name":"Other","scope":""})");
        QCOMPARE(after.status, 200);
        QJsonObject expected = before.object();
        expected[u"scope"_s] = u""_s;
        QCOMPARE(after.object(), expected);
        QCOMPARE(manage("GET", "/clients/Other").status, 404);
        const Reply created = manage("PUT", "/clients/Other%2FOne", R"({"scope":"read_cdr"})");
        QCOMPARE(created.status, 200);
        QCOMPARE(created.text("client_name"_L1), u"Other/One"_s);
        QCOMPARE(issue(credentials(created)).status, 200);
    }

    // PATCH wants no body at all; client_id changes and the name stays.
    void patchReplacesIdAndSecretButNotTheName()
    {
        const Reply before = manage("GET", "/clients/Billing%20Feed");
        const Reply after = manage("PATCH", "/clients/Billing%20Feed");
        QCOMPARE(after.status, 200);
        QCOMPARE(after.text("client_name"_L1), u"Billing Feed"_s);
        QCOMPARE(after.text("scope"_L1), before.text("scope"_L1));
        QVERIFY(after.text("client_id"_L1) != before.text("client_id"_L1));
        QVERIFY(after.text("client_secret"_L1) != before.text("client_secret"_L1));
        QCOMPARE(issue(credentials(before)).status, 401);
        QCOMPARE(issue(credentials(after)).status, 200);
        const Reply withBody = manage("PATCH", "/clients/Billing%20Feed", "{}");
        QCOMPARE(withBody.status, 400);
        QCOMPARE(withBody.text("error"_L1), u"invalid_request"_s);
        QCOMPARE(manage("GET", "/clients/Billing%20Feed").body, after.body);
    }

    void aBadRequestIsRefused_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        const auto row
            = [](const char *name, const QByteArray &method, const QByteArray &path, const QByteArray &body, int status,
                  const QString &error) { QTest::newRow(name) << method << path << body << status << error; };
        const QByteArray feed = "/clients/Billing%20Feed";
        row("scope, no JSON", "POST", "/scope", "scope=a", 400, u"invalid_request"_s);
        row("scope, nothing", "POST", "/scope", "", 400, u"invalid_request"_s);
        row("scope, array", "PATCH", "/scope", "[]", 400, u"invalid_request"_s);
        row("scope, no member", "POST", "/scope", "{}", 400, u"invalid_request"_s);
        row("scope, null", "PATCH", "/scope", R"({"scope":null})", 400, u"invalid_request"_s);
        row("scope, list", "POST", "/scope", R"({"scope":["a"]})", 400, u"invalid_request"_s);
        row("scope, quote", "POST", "/scope", scope("a\\\"b"), 400, u"invalid_scope"_s);
        row("scope, backslash", "POST", "/scope", scope("a\\\\b"), 400, u"invalid_scope"_s);
        row("scope, tabulator", "POST", "/scope", scope("a\\tb"), 400, u"invalid_scope"_s);
        row("scope, umlaut", "PATCH", "/scope", R"({"scope":"ä"})", 400, u"invalid_scope"_s);
        row("scope, wrong method", "DELETE", "/scope", "", 405, u"method_not_allowed"_s);
        row("client, no JSON", "POST", "/clients", "{", 400, u"invalid_request"_s);
        row("client, no name", "POST", "/clients", scope({}), 400, u"invalid_request"_s);
        row("client, blank name", "POST", "/clients", R"({"client_name":" ","scope":""})", 400, u"invalid_request"_s);
        row("client, name is a number", "POST", "/clients", R"({"client_name":1,"scope":""})", 400,
            u"invalid_request"_s);
        row("client, no scope", "POST", "/clients", R"({"client_name":"x"})", 400, u"invalid_request"_s);
        row("client, unknown scope", "POST", "/clients", R"({"client_name":"x","scope":"read_cdr x"})", 400,
            u"invalid_scope"_s);
        row("client, taken", "POST", "/clients", R"({"client_name":"Billing Feed","scope":""})", 409, u"conflict"_s);
        row("client, wrong method", "PUT", "/clients", "{}", 405, u"method_not_allowed"_s);
        row("put, no scope", "PUT", feed, "{}", 400, u"invalid_request"_s);
        row("put, blank name", "PUT", "/clients/%20", scope({}), 400, u"invalid_request"_s);
        row("put, unknown scope", "PUT", feed, R"({"scope":"x"})", 400, u"invalid_scope"_s);
        row("put, illegal scope", "PUT", feed, R"({"scope":"ä"})", 400, u"invalid_scope"_s);
        row("unknown client", "GET", "/clients/x", "", 404, u"not_found"_s);
        row("rotate unknown", "PATCH", "/clients/x", "", 404, u"not_found"_s);
        row("remove unknown", "DELETE", "/clients/x", "", 404, u"not_found"_s);
        row("client, POST", "POST", feed, "{}", 405, u"method_not_allowed"_s);
        row("slash not escaped", "GET", "/clients/Roaming/TAP%20Import", "", 404, u"not_found"_s);
        row("broken escape", "GET", "/clients/%zz", "", 400, u"invalid_request"_s);
        row("nothing there", "GET", "/x", "", 404, u"not_found"_s);
    }
    void aBadRequestIsRefused()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const QByteArray before = manage("GET", "/clients").body;
        const Reply reply = manage(method, path, body);
        QCOMPARE(reply.status, status);
        QVERIFY(reply.isError());
        QTEST(reply.text("error"_L1), "error");
        QCOMPARE(reply.headers.contains("allow"), status == 405);
        QCOMPARE(manage("GET", "/clients").body, before);
    }

    void aTokenIsASignedJwt()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"mz.sqlite"_s);
        m_twin = std::make_unique<Fixture>(options(file));
        const Reply client = manage("GET", "/clients/Billing%20Feed");
        const Reply reply = issue(credentials(client));
        QCOMPARE(reply.object().keys(), (QStringList{u"access_token"_s, u"expires_in"_s, u"scope"_s, u"token_type"_s}));
        QCOMPARE(reply.text("token_type"_L1), u"Bearer"_s);
        QCOMPARE(reply.object()["expires_in"_L1].toInt(), 1800);
        QCOMPARE(reply.text("scope"_L1), u"read_cdr write_cdr"_s);
        QCOMPARE(reply.headers["cache-control"], "no-store");
        const QByteArray jwt = reply.text("access_token"_L1).toLatin1();
        const QByteArray header = QByteArray::fromBase64(jwt.left(jwt.indexOf('.')), QByteArray::Base64UrlEncoding);
        QCOMPARE(header, R"({"alg":"RS256","kid":"authserver","typ":"JWT"})");
        const QJsonObject claims = verify(file, jwt);
        const qint64 now = m_twin->time.now().toSecsSinceEpoch();
        QCOMPARE(claims["iss"_L1].toString(), m_twin->url().toString());
        QCOMPARE(claims["sub"_L1], client.object()["client_id"_L1]);
        QCOMPARE(claims["client_id"_L1], client.object()["client_id"_L1]);
        QCOMPARE(claims["client_name"_L1].toString(), u"Billing Feed"_s);
        QCOMPARE(claims["scope"_L1].toString(), u"read_cdr write_cdr"_s);
        QCOMPARE(claims["iat"_L1].toInteger(), now);
        QCOMPARE(claims["exp"_L1].toInteger(), now + 1800);
        QVERIFY(!claims["jti"_L1].toString().isEmpty());
        m_twin->control("/_control/clock", {{u"advanceSeconds"_s, 60}});
        const QJsonObject later = verify(file, issue(credentials(client)).text("access_token"_L1).toLatin1());
        QCOMPARE(later["exp"_L1].toInteger(), now + 1860);
        QVERIFY(later["jti"_L1] != claims["jti"_L1]);
    }

    void aTokenRequest_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("word"); // the scope, or the error
        const Reply client = manage("GET", "/clients/Billing%20Feed");
        const QByteArray id = client.text("client_id"_L1).toLatin1();
        const QByteArray secret = client.text("client_secret"_L1).toLatin1();
        const QByteArray body = '&' + credentials(client);
        const auto row = [](const char *name, const QByteArray &header, const QByteArray &form, int status,
                             const QString &word) { QTest::newRow(name) << header << form << status << word; };
        const QString both = u"read_cdr write_cdr"_s;
        row("in the form", {}, grantForm + body, 200, both);
        row("by Basic", basicHeader(id, secret), grantForm, 200, both);
        row("by Basic, id in the form", basicHeader(id, secret), grantForm + "&client_id=" + id, 200, both);
        row("subset", {}, grantForm + body + "&scope=write_cdr+write_cdr", 200, u"write_cdr"_s);
        row("empty scope", {}, grantForm + body + "&scope=", 200, both);
        row("unknown parameter", {}, grantForm + body + "&audience=x", 200, both);
        row("another scope", {}, grantForm + body + "&scope=read_cdr+read_edr", 400, u"invalid_scope"_s);
        row("in two ways", basicHeader(id, secret), grantForm + body, 400, u"invalid_request"_s);
        row("wrong Basic", basicHeader(id, "x"), grantForm, 401, u"invalid_client"_s);
        row("broken Basic", "Authorization: Basic ***\r\n", grantForm, 401, u"invalid_client"_s);
        row("administrator", basicHeader("mzadmin", "mzadmin_pass"), grantForm, 401, u"invalid_client"_s);
        row("wrong secret", {}, grantForm + "&client_id=" + id + "&client_secret=x", 401, u"invalid_client"_s);
        row("no secret", {}, grantForm + "&client_id=" + id, 401, u"invalid_client"_s);
        row("name for id", {}, grantForm + "&client_id=Billing+Feed&client_secret=" + secret, 401, u"invalid_client"_s);
        row("nobody", {}, grantForm, 401, u"invalid_client"_s);
        row("no grant", {}, body.mid(1), 400, u"invalid_request"_s);
        row("nothing", {}, {}, 400, u"invalid_request"_s);
        row("grant twice", {}, grantForm + '&' + grantForm + body, 400, u"invalid_request"_s);
        row("other grant", {}, "grant_type=password" + body, 400, u"unsupported_grant_type"_s);
        row("broken escape", {}, grantForm + body + "&scope=%z", 400, u"invalid_request"_s);
    }
    void aTokenRequest()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, form);
        QFETCH(int, status);
        const Reply reply = m_twin->exchange(
            "POST", "/authserver/token", header + "Content-Type: application/x-www-form-urlencoded\r\n", form);
        QCOMPARE(reply.status, status);
        QTEST(reply.text(status == 200 ? "scope"_L1 : "error"_L1), "word");
        QCOMPARE(reply.isError(), status != 200);
        QCOMPARE(reply.headers.value("www-authenticate").left(5), status == 401 ? "Basic"_qba : ""_qba);
    }

    void aTokenRequestMustBeAPostedForm()
    {
        const Reply get = m_twin->get("/authserver/token");
        QCOMPARE(get.status, 405);
        QCOMPARE(get.headers["allow"], "POST");
        QCOMPARE(get.text("error"_L1), u"method_not_allowed"_s);
        QCOMPARE(m_twin->exchange("POST", "/token", "Content-Type: application/json\r\n", "{}").status, 400);
    }

    void aDataFileKeepsEverything()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"mz.sqlite"_s);
        m_twin = std::make_unique<Fixture>(options(file));
        manage("POST", "/scope", R"({"scope":"kept"})");
        const Reply client = manage("POST", "/clients", R"({"client_name":"Kept/1","scope":"kept"})");
        const QByteArray scopes = manage("GET", "/scope").body;
        manage("DELETE", "/clients/Billing%20Feed");
        const QByteArray clients = manage("GET", "/clients").body;
        const QByteArray jwt = issue(credentials(client)).text("access_token"_L1).toLatin1();
        m_twin.reset();
        m_twin = std::make_unique<Fixture>(options(file));
        QCOMPARE(manage("GET", "/scope").body, scopes);
        QCOMPARE(manage("GET", "/clients").body, clients);
        QVERIFY(!verify(file, jwt).isEmpty());
        QVERIFY(!verify(file, issue(credentials(client)).text("access_token"_L1).toLatin1()).isEmpty());
    }

    void theDescriptionListsWhatIsServed()
    {
        const Reply reply = m_twin->get("/openapi.json");
        QCOMPARE(reply.status, 200);
        QStringList expected{u"GET /openapi.json"_s};
        for (const QString &mount : {u"/authserver"_s, u""_s}) {
            for (const QString &scope : {u"GET"_s, u"POST"_s, u"PATCH"_s})
                expected.append(u"%1 %2/api/scope"_s.arg(scope, mount));
            for (const QString &clients : {u"GET"_s, u"POST"_s})
                expected.append(u"%1 %2/api/clients"_s.arg(clients, mount));
            for (const QString &client : {u"GET"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s})
                expected.append(u"%1 %2/api/clients/{client_name}"_s.arg(client, mount));
            expected.append(u"POST %1/token"_s.arg(mount));
        }
        expected.sort();
        QCOMPARE(operationsOf(reply.object()), expected);
        QCOMPARE(served(*m_twin, reply.object(), basicHeader("mzadmin", "mzadmin_pass")), expected);
        QCOMPARE(reply.object()["servers"_L1][0]["url"_L1].toString(), m_twin->url().toString());
    }

private:
    static server::Options options(const QString &data = u":memory:"_s, bool demo = true)
    {
        return {.personas = {u"mediationzone"_s}, .data = data, .demo = demo};
    }
    Reply manage(const QByteArray &method, const QByteArray &path, const QByteArray &body = {})
    {
        return m_twin->exchange(method, m_mount + "/api" + path,
            basicHeader("mzadmin", "mzadmin_pass") + (body.isEmpty() ? "" : "Content-Type: application/json\r\n"), body);
    }
    static QByteArray credentials(const Reply &client)
    {
        return "client_id=" + client.text("client_id"_L1).toLatin1()
            + "&client_secret=" + client.text("client_secret"_L1).toLatin1();
    }
    Reply issue(const QByteArray &credentials, const QByteArray &more = {})
    {
        return m_twin->form(m_mount + "/token", grantForm + '&' + credentials + more);
    }
    // The claims, once the signature was checked with the key of the data file.
    static QJsonObject verify(const QString &file, const QByteArray &jwt)
    {
        const auto database = server::Database::open(file);
        return server::SigningKey(**database, u"mediationzone"_s, u"authserver"_s).verify(jwt).value_or(QJsonObject());
    }

    QByteArray m_mount{};
    std::unique_ptr<Fixture> m_twin;
};

int tst_mediationzoneserver(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_MediationZoneServer>(argc, argv);
}
#include "tst_mediationzoneserver.moc"
