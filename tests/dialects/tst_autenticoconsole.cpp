// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/workspaceconsole.h"
#include "tests/server/autentico.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// What an administrator does on Autentico, in its two shapes and its later version, through the console's lists and
// drafts; what became of it is looked up by plain HTTP.
class tst_AutenticoConsole : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        m_servers = std::make_unique<Autenticos>();
        m_later = std::make_unique<Fixture>(server::Options{.personas = {u"autentico"_s}, .demo = true});
        QCOMPARE(m_later->control("/_control/autentico/version", {{u"later"_s, true}}).status, 204);
    }
    void cleanup() { m_console.reset(); }
    void cleanupTestCase()
    {
        m_servers.reset();
        m_later.reset();
    }

    void theTabsAreWhatTheVersionHas()
    {
        Server &first = connect(true);
        QCOMPARE(kinds(first), (QStringList{u"clients"_s, u"users"_s, u"accessTokens"_s}));
        QVERIFY(first.tokens().canInspect() && first.tokens().canIntrospect() && first.tokens().canRevoke());
        QCOMPARE(first.documentLabels().size(), 2);
        for (int i = 0; i < 2; ++i)
            QVERIFY(value(first.document(i)).startsWith(u'{'));
        Server &later = connectLater();
        QCOMPARE(
            kinds(later), (QStringList{u"clients"_s, u"users"_s, u"accessTokens"_s, u"sessions"_s, u"keptTokens"_s}));
    }

    void onlyTheAdministratorManages_data()
    {
        QTest::addColumn<SignInValues>("values");
        QTest::addColumn<QByteArray>("signedIn");
        QTest::addColumn<QByteArray>("listed");
        const auto row = [](const char *name, const SignInValues &values, const char *signedIn, const char *listed) {
            QTest::newRow(name) << values << QByteArray(signedIn) << QByteArray(listed);
        };
        row("administrator", administratorValues(), "ok", "ok");
        SignInValues wrong = administratorValues();
        wrong.secrets[u"password"_s] = Secret(u"no"_s);
        row("wrong password", wrong, "Unauthorized", "Unauthorized");
        row("user", valuesOf({{u"userName"_s, u"ana@example.test"_s}}, {{u"password"_s, u"ana_pass"_s}}), "ok",
            "Forbidden");
        SignInValues asClient = administratorValues();
        asClient.plain[u"clientId"_s] = QString::fromLatin1(server::autentico::portalId);
        asClient.secrets[u"clientSecret"_s] = Secret(QString::fromLatin1(server::autentico::portalSecret));
        row("of a client", asClient, "ok", "ok");
        asClient.secrets[u"clientSecret"_s] = Secret(u"no"_s);
        row("of a client that is none", asClient, "Unauthorized", "Unauthorized");
    }
    void onlyTheAdministratorManages()
    {
        QFETCH(const SignInValues, values);
        m_console = std::make_unique<WorkspaceConsole>(m_servers->of(true), u"autentico"_s);
        Server *server = m_console->connected(u"password"_s, values);
        QVERIFY(server);
        QTEST(awaited(server->session().signIn()), "signedIn");
        QTEST(awaited(server->collection(u"clients"_s)->refresh()), "listed");
    }

    void aClientLivesItsLife_data() { addShapes(); }
    void aClientLivesItsLife()
    {
        QFETCH(const bool, isActual);
        Server *server = &connect(isActual);
        auto *clients = &loaded(*server, u"clients"_s);
        QCOMPARE(clients->removal(), Removal::Deactivate);
        auto draft = clients->newDraft();
        set(*draft, u"name"_s, u"Zoë's Shop"_s);
        set(*draft, u"redirectUris"_s, QStringList{u"https://shop.example/cb"_s});
        set(*draft, u"tokenEndpointAuthMethod"_s, u"client_secret_post"_s);
        const Saved saved = value(draft->save());
        QCOMPARE(saved.shownOnce.size(), 1);
        QCOMPARE(at(saved.id)["token_endpoint_auth_method"_L1].toString(), u"client_secret_post"_s);
        QCOMPARE(at(saved.id)["grant_types"_L1].toArray(), QJsonArray{u"authorization_code"_s});

        draft = clients->draft(saved.id);
        set(*draft, u"grantTypes"_s, QStringList{u"password"_s, u"refresh_token"_s});
        QVERIFY(value(draft->save()).shownOnce.isEmpty());
        QCOMPARE(at(saved.id)["grant_types"_L1].toArray().size(), 2);
        QCOMPARE(at(saved.id)["client_name"_L1].toString(), u"Zoë's Shop"_s);

        // The server's list omits it from now on; ours does not, not even tomorrow.
        QCOMPARE(removed(*clients, {saved.id}), QList{Batch::Outcome::Done});
        QCOMPARE(at(saved.id)["is_active"_L1].toBool(true), false);
        QVERIFY(idsIn(*clients).contains(saved.id));
        m_console->restart();
        server = m_console->connected(u"password"_s, administratorValues());
        clients = &loaded(*server, u"clients"_s);
        draft = clients->draft(saved.id);
        QVERIFY(draft);
        QCOMPARE(draft->value(fieldOf(*draft, u"enabled"_s)).toBool(), false);
        QCOMPARE(draft->value(fieldOf(*draft, u"grantTypes"_s)).toStringList().size(), 2);
        set(*draft, u"enabled"_s, true);
        QCOMPARE(awaited(draft->save()), "ok"_qba);
        QCOMPARE(at(saved.id)["is_active"_L1].toBool(), true);
        QVERIFY(idsIn(loaded(*server, u"clients"_s)).contains(saved.id));
    }

    void theListIsTheServers_data() { addShapes(); }
    void theListIsTheServers()
    {
        QFETCH(const bool, isActual);
        Server &server = connect(isActual);
        QStringList there;
        const QJsonArray listed = m_console->persona.get("/oauth2/register", m_administrator).array();
        for (const auto &client : listed)
            there << client[u"client_id"].toString();
        QStringList here = idsIn(loaded(server, u"clients"_s));
        there.sort();
        here.sort();
        QVERIFY(here.size() >= 3);
        QCOMPARE(here, there);
    }

    void aUserIsMadeAndRemembered_data() { addShapes(); }
    void aUserIsMadeAndRemembered() // in the first shape at the path described, in the second at another
    {
        QFETCH(const bool, isActual);
        Server *server = &connect(isActual);
        auto draft = loaded(*server, u"users"_s).newDraft();
        set(*draft, u"name"_s, u"zoe@example.test"_s);
        set(*draft, u"password"_s, QVariant::fromValue(Secret(u"zoe_pass"_s)));
        const QString id = value(draft->save()).id;
        QCOMPARE(passwordGrant(m_console->persona, "zoe").status, 200);
        m_console->restart();
        server = m_console->connected(u"password"_s, administratorValues());
        draft = loaded(*server, u"users"_s).draft(id);
        QVERIFY(draft);
        QCOMPARE(draft->value(fieldOf(*draft, u"email"_s)).toString(), u"zoe@example.test"_s);
        QVERIFY(draft->value(fieldOf(*draft, u"createdAt"_s)).toDateTime().isValid());
    }

    void introspectionNeverSignsInAgain_data() { addShapes(); }
    void introspectionNeverSignsInAgain()
    {
        QFETCH(const bool, isActual);
        Server &server = connect(isActual);
        QCOMPARE(awaited(server.session().signIn()), "ok"_qba);
        const Secret token(accessToken(passwordGrant(m_console->persona, "ana")));
        QVERIFY(value(server.tokens().introspect(token)).active);
        QVERIFY(!value(server.tokens().introspect(Secret(u"no token"_s))).active);
        QCOMPARE(awaited(server.tokens().revoke(token, u"access_token"_s)), "ok"_qba);
        QVERIFY(!value(server.tokens().introspect(token)).active);
        QCOMPARE(server.session().state(), Session::State::SignedIn);
        QCOMPARE(m_console->persona.get("/oauth2/userinfo", token.reveal()).status, 401);
    }

    void elsewhereARefusalRenewsTheSignIn()
    {
        Server &server = connect(true);
        QCOMPARE(awaited(server.session().signIn()), "ok"_qba);
        m_console->persona.time.advance(20min); // for the server alone
        QCOMPARE(awaited(server.collection(u"clients"_s)->refresh()), "ok"_qba);
        QCOMPARE(value(server.tokens().info()).userName, u"admin@example.test"_s);
    }

    void aTokenForSomebodyIsRememberedAndRevoked()
    {
        Server &server = connect(true);
        const IssuedToken issued = value(server.tokens().issue(named(server.dialect().grants.list, u"password"_s),
            valuesOf({{u"userName"_s, u"ben@example.test"_s}}, {{u"password"_s, u"ben_pass"_s}})));
        QCOMPARE(issued.scopes, (QStringList{u"read"_s, u"write"_s})); // whatever was asked
        QCOMPARE(awaited(server.tokens().remember({.id = u"t1"_s, .value = issued.credential.access})), "ok"_qba);
        auto &tokens = loaded(server, u"accessTokens"_s);
        QVERIFY(idsIn(tokens).contains(u"t1"_s));
        QCOMPARE(removed(tokens, {u"t1"_s}), QList{Batch::Outcome::Done});
        QCOMPARE(m_console->persona.get("/oauth2/userinfo", issued.credential.access.reveal()).status, 401);
        // Its refresh token ends with it.
        QCOMPARE(awaited(server.tokens().issue(named(server.dialect().grants.list, u"refresh_token"_s),
                     valuesOf({}, {{u"refreshToken"_s, issued.credential.refresh.reveal()}}))),
            "Unauthorized"_qba);
    }

    void thePersonSignsInWithTheBrowser()
    {
        connect(true);
        const QString redirect = u"http://127.0.0.1:%1/cb"_s.arg(freePort());
        const Reply made = m_console->persona.json("POST", "/oauth2/register",
            {{u"client_name"_s, u"Console"_s}, {u"client_type"_s, u"public"_s},
                {u"redirect_uris"_s, QJsonArray{redirect}},
                {u"grant_types"_s, QJsonArray{u"authorization_code"_s, u"refresh_token"_s}}},
            m_administrator);
        QCOMPARE(made.status, 201);
        Server *server = m_console->connected(
            u"browser"_s, valuesOf({{u"clientId"_s, made.text("client_id"_L1)}, {u"redirectUri"_s, redirect}}));
        const Person person(
            m_console->persona, server->session(), {{"username", "admin@example.test"}, {"password", "admin_pass"}});
        QCOMPARE(awaited(server->session().signIn()), "ok"_qba);
        QVERIFY(!idsIn(loaded(*server, u"clients"_s)).isEmpty());
        m_console->persona.time.advance(20min);
        QCOMPARE(awaited(server->collection(u"clients"_s)->refresh()), "ok"_qba); // renewed, without the person
    }

    void signingOutEndsTheSession()
    {
        Server &server = connect(true);
        QCOMPARE(awaited(server.session().signIn()), "ok"_qba);
        QCOMPARE(awaited(server.session().signOut()), "ok"_qba);
        const QJsonArray requests
            = m_console->persona.get("/_control/requests", m_console->persona.server().controlToken().reveal()).array();
        const QJsonObject last = requests.isEmpty() ? QJsonObject() : requests.last().toObject();
        QVERIFY2(last["path"_L1].toString() == u"/oauth2/logout" && last["status"_L1].toInt() == 200,
            QJsonDocument(requests).toJson().right(300).constData());
    }

    void version2ListsAndRevokes()
    {
        Server &server = connectLater();
        QVERIFY(idsIn(loaded(server, u"clients"_s)).size() >= 3);
        QVERIFY(idsIn(loaded(server, u"users"_s)).size() >= 5);
        const Secret token(accessToken(passwordGrant(m_console->persona, "ana")));
        auto &tokens = loaded(server, u"accessTokens"_s);
        const Introspected told = value(server.tokens().introspect(token));
        QVERIFY(told.active);
        QVERIFY(idsIn(loaded(server, u"sessions"_s)).size() >= 1);
        const QStringList before = idsIn(tokens);
        QVERIFY(!before.isEmpty());
        QCOMPARE(awaited(server.tokens().revoke(token, u"access_token"_s)), "ok"_qba);
        QVERIFY(!value(server.tokens().introspect(token)).active);
        QVERIFY(!value(server.tokens().introspect(Secret(u"no token"_s))).active);
        auto draft = loaded(server, u"users"_s).newDraft();
        set(*draft, u"name"_s, u"zoe@example.test"_s);
        set(*draft, u"password"_s, QVariant::fromValue(Secret(u"zoe_pass"_s)));
        QVERIFY(!value(draft->save()).id.isEmpty());
        auto client = loaded(server, u"clients"_s).newDraft();
        set(*client, u"id"_s, u"my-own-id"_s);
        set(*client, u"name"_s, u"Own"_s);
        set(*client, u"redirectUris"_s, QStringList{u"https://own.example/cb"_s});
        QCOMPARE(value(client->save()).id, u"my-own-id"_s);
    }

private:
    static void addShapes()
    {
        QTest::addColumn<bool>("isActual");
        QTest::newRow("as described") << false;
        QTest::newRow("as it is") << true;
    }
    static SignInValues administratorValues()
    {
        return valuesOf({{u"userName"_s, u"admin@example.test"_s}}, {{u"password"_s, u"admin_pass"_s}});
    }
    static QStringList kinds(const Server &server)
    {
        QStringList kinds;
        for (const auto *collection : server.separateCollections())
            kinds << collection->kind();
        return kinds;
    }
    Server &connectTo(Fixture &served)
    {
        m_console = std::make_unique<WorkspaceConsole>(served, u"autentico"_s);
        m_administrator = administrator(served);
        return *m_console->connected(u"password"_s, administratorValues());
    }
    Server &connect(bool isActual) { return connectTo(m_servers->of(isActual)); }
    Server &connectLater() { return connectTo(*m_later); }
    QJsonObject at(const QString &id)
    {
        return m_console->persona.get("/oauth2/register/" + id.toLatin1(), m_administrator).object();
    }

    std::unique_ptr<Autenticos> m_servers;
    std::unique_ptr<Fixture> m_later;
    std::unique_ptr<WorkspaceConsole> m_console;
    QString m_administrator; // a token for looking things up
};

int tst_autenticoconsole(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_AutenticoConsole>(argc, argv);
}
#include "tst_autenticoconsole.moc"
