// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/dialect.h"
#include "net/errorbody.h"
#include "tests/dialects/requests.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;

// Who may manage a MediationZone, how clients get its tokens, and what its refusals mean.
class tst_MediationZoneAccess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // RFC 7617 sends the password as it is; RFC 6749 would have it form-encoded, which this server would not undo.
    void nameAndPasswordAreSentAsTheyAre_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("documented") << u"mzadmin"_s << u"secret"_s << "Basic bXphZG1pbjpzZWNyZXQ="_qba;
        QTest::newRow("signs") << u"mz admin"_s << u"p+%&:=/ ~"_s << basic("mz admin:p+%&:=/ ~");
        QTest::newRow("other scripts") << u"müller"_s << u"пароль"_s << basic("müller:пароль");
        QTest::newRow("no password") << u"mzadmin"_s << QString() << basic("mzadmin:");
    }
    void nameAndPasswordAreSentAsTheyAre()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, password);
        QFETCH(const QByteArray, header);
        const SignIn signIn = signInWith(u"basic"_s, valuesOf({{u"userName"_s, name}}, {{u"password"_s, password}}));
        const Request probe = signIn.request();
        QCOMPARE(probe.verb, "GET"_qba);
        QCOMPARE(headerOf(probe, "Authorization"), header);
        const auto credential = signIn.read(jsonAnswer(R"({"scope":""})"));
        QVERIFY(credential && !credential->expiresAt.isValid() && credential->refresh.isEmpty());
        Request request = m_dialect.clients.list({});
        signIn.authorize(request, *credential);
        QCOMPARE(headerOf(request, "Authorization"), header);
        QVERIFY(!signIn.renew && !signIn.signOut);
    }

    void withoutProtectionNothingIsSent()
    {
        const SignIn signIn = signInWith(u"none"_s, {});
        QVERIFY(named(m_dialect.signInMethods, u"none"_s).fields.isEmpty());
        QVERIFY(signIn.request().headers.isEmpty());
        const auto credential = signIn.read(jsonAnswer("{}"));
        QVERIFY(credential && credential->access.isEmpty());
    }

    void aServerThatIsNotOneDoesNotSignIn_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("page") << "<html></html>"_qba;
        QTest::newRow("nothing") << ""_qba;
        QTest::newRow("text") << "OK"_qba;
    }
    void aServerThatIsNotOneDoesNotSignIn()
    {
        QFETCH(const QByteArray, body);
        for (const auto &method : m_dialect.signInMethods)
            QVERIFY(!method.make({}).read({.status = 200, .body = body}));
    }

    void aRefusalSaysWhatToDo()
    {
        const Response refused = jsonAnswer(R"({"error":"unauthorized","error_description":"Who are you?"})", 401);
        const Error wrong = signInWith(u"basic"_s, {}).readError(refused);
        QCOMPARE(kindName(wrong.kind), "Unauthorized"_qba);
        QVERIFY(wrong.message.contains(u"Who are you?"));
        const Error missing = signInWith(u"none"_s, {}).readError(refused);
        QCOMPARE(kindName(missing.kind), "Unauthorized"_qba);
        QVERIFY2(missing.message.contains(u"protected"), qPrintable(missing.message));
        // Of a client that wanted a token, in neither case of ours.
        const Response client = jsonAnswer(R"({"error":"invalid_client"})", 401);
        for (const auto &method : m_dialect.signInMethods)
            QVERIFY(method.make({}).readError(client).message.contains(u"client secret"));
    }

    void refusalsAreReadInEveryShape_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, int status, const char *body, const char *kind, const QString &code,
                             const QString &said) {
            QTest::newRow(name) << status << QByteArray(body) << QByteArray(kind) << code << said;
        };
        row("bad request", 400, R"({"error":"invalid_request","error_description":"client_name is missing"})",
            "Rejected", u"invalid_request"_s, u"client_name is missing"_s);
        row("bad scope", 400, R"({"error":"invalid_scope"})", "Rejected", u"invalid_scope"_s, u"invalid_scope"_s);
        row("unknown", 404, R"({"error":"not_found","error_description":null})", "NotFound", u"not_found"_s,
            u"not_found"_s);
        row("taken", 409, R"({"error":"conflict","error_description":"It exists."})", "Conflict", u"conflict"_s,
            u"It exists."_s);
        row("wrong method", 405, R"({"error":"method_not_allowed"})", "Rejected", u"method_not_allowed"_s,
            u"method_not_allowed"_s);
        row("status and message", 404, R"({"status":"failed","message":"No such client."})", "NotFound", {},
            u"No such client."_s);
        row("status alone", 400, R"({"status":"failed"})", "Rejected", {}, u"failed"_s);
        row("nothing", 404, "", "NotFound", {}, {});
        row("text", 500, "Oops", "Server", {}, u"Oops"_s);
        row("page", 500, "<html>Oops</html>", "Server", {}, {});
    }
    void refusalsAreReadInEveryShape()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, said);
        const Error error = signInWith(u"basic"_s, {}).readError({.status = status, .body = body});
        QTEST(kindName(error.kind), "kind");
        QTEST(error.code, "code");
        QCOMPARE(error.status, status);
        QVERIFY(!error.message.isEmpty());
        QVERIFY2(error.message.contains(said), qPrintable(error.message));
    }

    void aClientGetsATokenByItsOwnCredentials()
    {
        const Request request
            = grant().request(valuesOf({{u"clientId"_s, u"kq3V0m-_"_s}, {u"scope"_s, u"read_cdr write_cdr"_s}},
                {{u"clientSecret"_s, u"Vn8w-_"_s}}));
        QCOMPARE(request.verb, "POST"_qba);
        QCOMPARE(request.contentType, "application/x-www-form-urlencoded"_qba);
        QCOMPARE(headerOf(request, "Authorization"), basic("kq3V0m-_:Vn8w-_"));
        const QMap<QString, QString> expected{
            {u"grant_type"_s, u"client_credentials"_s}, {u"scope"_s, u"read_cdr write_cdr"_s}};
        QCOMPARE(formOf(request), expected);
        const Request bare = grant().request(valuesOf({{u"clientId"_s, u"a"_s}}, {{u"clientSecret"_s, u"b"_s}}));
        QCOMPARE(bare.body, "grant_type=client_credentials"_qba);
        QVERIFY(grant().fields.last().optional);
    }

    void theTokensLifeIsCountedFromItsReceipt_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<qint64>("life"); // -1: not told
        QTest::addColumn<QStringList>("scopes");
        QTest::newRow("full")
            << R"({"access_token":"e30.e30.c2ln","token_type":"Bearer","expires_in":1800,"scope":"a b"})"_qba
            << qint64(1800) << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("quoted") << R"({"access_token":"t","expires_in":"60"})"_qba << qint64(60) << QStringList();
        QTest::newRow("bare") << R"({"access_token":"t"})"_qba << qint64(-1) << QStringList();
        QTest::newRow("null") << R"({"access_token":"t","expires_in":null,"scope":null})"_qba << qint64(-1)
                              << QStringList();
    }
    void theTokensLifeIsCountedFromItsReceipt()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const qint64, life);
        Response response = jsonAnswer(body);
        response.headers << Header{"date", "Mon, 02 Mar 2026 06:00:00 GMT"}; // two hours behind our clock
        response.receivedAt = QDateTime({2026, 3, 2}, {8, 0}, Qt::UTC);
        const auto token = m_dialect.grants.read(response);
        QVERIFY(token && !token->credential.access.isEmpty());
        QCOMPARE(token->credential.expiresAt, life < 0 ? QDateTime() : response.receivedAt.addSecs(life));
        QTEST(token->scopes, "scopes");
        QVERIFY(token->credential.refresh.isEmpty());
    }

    // Nothing of the kind is documented: tokens are JWTs, which end when they expire.
    void theServerDoesNothingToTokens()
    {
        const TokenOperations &tokens = m_dialect.tokens;
        QVERIFY(!tokens.info && !tokens.introspect && !tokens.revoke && !tokens.keys && !m_dialect.batchRevocation);
        QVERIFY(m_dialect.accessTokens.memory && !m_dialect.accessTokens.list && !m_dialect.accessTokens.remove);
        QVERIFY(!m_dialect.refreshTokens && !m_dialect.discovery);
    }

private:
    SignIn signInWith(const QString &method, const SignInValues &values) const
    {
        return named(m_dialect.signInMethods, method).make(values);
    }
    const Grant &grant() const { return m_dialect.grants.list.first(); }

    const Dialect &m_dialect = *findDialect(u"mediationzone"_s);
};

int tst_mediationzoneaccess(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_MediationZoneAccess>(argc, argv);
}
#include "tst_mediationzoneaccess.moc"
