// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/bulkremoval.h"
#include "tests/dialects/workspaceconsole.h"
#include "tests/server/oidc.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// What the console does with a server it knows only by what that publishes, through its own lists and drafts; what
// became of it is looked up by plain HTTP.
class tst_OidcConsole : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        m_provider = makeProvider();
    }
    void init() { m_console = std::make_unique<WorkspaceConsole>(*m_provider, u"oidc"_s); }
    void cleanup() { m_console.reset(); }
    void cleanupTestCase() { m_provider.reset(); }

    void theTabsAreWhatTheServerPublishes()
    {
        Server &server = connected(u"clientCredentials"_s, service());
        QStringList kinds;
        for (const auto *collection : server.separateCollections())
            kinds << collection->kind();
        QCOMPARE(kinds, (QStringList{u"clients"_s, u"accessTokens"_s}));
        QVERIFY(server.tokens().canInspect() && server.tokens().canIntrospect() && server.tokens().canRevoke());
        for (int i = 0; i < server.documentLabels().size(); ++i)
            QVERIFY(value(server.document(i)).startsWith(u'{'));
        QVERIFY(value(server.tokens().keys()).contains("\"keys\""));
    }

    void whoPublishesNothingIsNotConnected()
    {
        QUrl elsewhere = m_console->persona.url();
        elsewhere.setPath(u"/realm"_s);
        QCOMPARE(error(m_console->opening(u"clientCredentials"_s, service(), elsewhere)).kind, Error::Kind::NotFound);
    }

    void signingIn_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<SignInValues>("values");
        QTest::addColumn<QByteArray>("outcome");
        const auto row = [](const char *name, const char *method, const SignInValues &values, const char *outcome) {
            QTest::newRow(name) << QString::fromLatin1(method) << values << QByteArray(outcome);
        };
        row("client", "clientCredentials", service(), "ok");
        row("wrong secret", "clientCredentials", service(u"no"_s), "Unauthorized");
        row("user", "password", user(), "ok");
        row("wrong password", "password", user(u"no"_s), "Rejected");
        row("pasted", "token", initialAccess(), "ok");
    }
    void signingIn()
    {
        QFETCH(const QString, method);
        QFETCH(const SignInValues, values);
        QTEST(awaited(connected(method, values).session().signIn()), "outcome");
    }

    void aTestSaysWhoWeAre_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<SignInValues>("values");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("client") << u"clientCredentials"_s << service() << u"Signed in as service."_s;
        QTest::newRow("user") << u"password"_s << user() << u"Signed in as u-admin."_s;
        SignInValues other = user();
        other.plain[u"scope"_s] = u"email"_s;
        QTest::newRow("user without openid") << u"password"_s << other << u"Signed in as admin."_s;
        other.plain[u"scope"_s] = u"openid profile"_s;
        QTest::newRow("user with a name") << u"password"_s << other << u"Signed in as admin."_s;
    }
    void aTestSaysWhoWeAre()
    {
        QFETCH(const QString, method);
        QFETCH(const SignInValues, values);
        QTEST(value(m_console->tested(method, values)), "sentence");
    }

    void aPastedTokenNeedNotBeAPersons()
    {
        const Reply given = userGrant(m_console->persona, "ana", "email");
        const SignInValues unscoped = valuesOf({}, {{u"token"_s, given.text("access_token"_L1)}});
        QCOMPARE(value(m_console->tested(u"token"_s, unscoped)), u"Signed in."_s);
        QCOMPARE(awaited(m_console->tested(u"token"_s, initialAccess())), "Rejected"_qba);
        Server &server = connected(u"token"_s, initialAccess());
        QCOMPARE(awaited(server.session().signIn()), "ok"_qba);
        QCOMPARE(awaited(server.tokens().info()), "Rejected"_qba);
        QCOMPARE(server.session().state(), Session::State::SignedIn);
    }

    void whatAClientIsToldOfItsToken()
    {
        Server &server = connected(u"clientCredentials"_s, service());
        const Token own = value(server.tokens().info());
        QCOMPARE(own.clientName, u"service"_s);
        QCOMPARE(own.id, server.session().ownFingerprint());
        QCOMPARE(own.expiresAt, server.session().expiresAt());
        QVERIFY(own.userName.isEmpty() && own.scopes.isEmpty() && own.expiresAt.isValid());
    }

    void aRegisteredClientLivesItsLife()
    {
        Server *server = &connected(u"token"_s, initialAccess());
        auto *clients = &loaded(*server, u"clients"_s);
        auto draft = clients->newDraft();
        set(*draft, u"name"_s, u"Zoë's Shop"_s);
        set(*draft, u"redirectUris"_s, QStringList{u"https://shop.example/cb"_s});
        set(*draft, u"contacts"_s, QStringList{u"zoe@shop.example"_s});
        const Saved saved = value(draft->save());
        QCOMPARE(saved.shownOnce.size(), 1);
        QCOMPARE(idsIn(*clients), QStringList{saved.id});
        QCOMPARE(tokenOf(saved).status, 200);

        // Its registration token is remembered, and every answer may bring another.
        for (const auto &name : {u"Shop"_s, u"Store"_s, u"Mall"_s}) {
            m_console->restart();
            server = &connected(u"token"_s, initialAccess());
            clients = &loaded(*server, u"clients"_s);
            draft = clients->draft(saved.id);
            QVERIFY(draft);
            QCOMPARE(draft->value(fieldOf(*draft, u"contacts"_s)).toStringList(), QStringList{u"zoe@shop.example"_s});
            set(*draft, u"name"_s, name);
            QCOMPARE(awaited(draft->save()), "ok"_qba);
            draft = clients->draft(saved.id);
            QCOMPARE(draft->value(fieldOf(*draft, u"name"_s)).toString(), name);
        }
        set(*draft, u"contacts"_s, QStringList());
        QCOMPARE(awaited(draft->save()), "ok"_qba);
        loaded(*server, u"clients"_s);
        draft = clients->draft(saved.id);
        QVERIFY(draft->value(fieldOf(*draft, u"contacts"_s)).toStringList().isEmpty());
        QCOMPARE(draft->value(fieldOf(*draft, u"redirectUris"_s)).toStringList().size(), 1);

        QCOMPARE(removed(*clients, {saved.id}), QList{Batch::Outcome::Done});
        QVERIFY(idsIn(loaded(*server, u"clients"_s)).isEmpty());
        QCOMPARE(tokenOf(saved).status, 401);
    }

    void tokensAreAskedAboutAsTheClient_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<SignInValues>("values");
        QTest::newRow("client credentials") << u"clientCredentials"_s << service();
        SignInValues pasted = service();
        pasted.secrets[u"token"_s] = Secret(u"initial_access_token"_s);
        QTest::newRow("pasted, with a client") << u"token"_s << pasted;
    }
    void tokensAreAskedAboutAsTheClient()
    {
        QFETCH(const QString, method);
        QFETCH(const SignInValues, values);
        Server &server = connected(method, values);
        const Secret token(userGrant(m_console->persona, "ana").text("access_token"_L1));
        const Introspected told = value(server.tokens().introspect(token));
        QVERIFY(told.active);
        QCOMPARE(told.facts.clientId, u"webapp"_s);
        QVERIFY(!value(server.tokens().introspect(Secret(u"no token"_s))).active);
    }

    void aTokenForSomebodyIsRememberedAndRevoked()
    {
        Server &server = connected(u"clientCredentials"_s, service());
        const IssuedToken issued
            = value(server.tokens().issue(named(server.dialect().grants.list, u"client_credentials"_s), service()));
        QCOMPARE(awaited(server.tokens().remember({.id = u"t1"_s, .value = issued.credential.access})), "ok"_qba);
        QVERIFY(value(server.tokens().introspect(issued.credential.access)).active);
        auto &tokens = loaded(server, u"accessTokens"_s);
        QVERIFY(idsIn(tokens).contains(u"t1"_s));
        QCOMPARE(removed(tokens, {u"t1"_s}), QList{Batch::Outcome::Done});
        QVERIFY(!value(server.tokens().introspect(issued.credential.access)).active);
    }

    void whatWasRevokedTogetherIsProvenInactive()
    {
        Server &server = connected(u"clientCredentials"_s, service());
        const auto &grant = named(server.dialect().grants.list, u"client_credentials"_s);
        QStringList ids;
        QHash<QString, Secret> values;
        for (int i = 0; i < 3; ++i) {
            const Secret token = value(server.tokens().issue(grant, service())).credential.access;
            ids << u"t%1"_s.arg(i);
            values.insert(ids.last(), token);
            QCOMPARE(awaited(server.tokens().remember({.id = ids.last(), .value = token})), "ok"_qba);
        }
        auto &tokens = loaded(server, u"accessTokens"_s);
        BulkRemoval &bulk = server.bulkRemoval();
        QVERIFY(bulk.canProve());
        auto run = bulk.begin(tokens, ids.first(2), {});
        run.batch->start();
        QTRY_VERIFY(run.batch->isOver());
        QCOMPARE(run.batch->count(Batch::Outcome::Done), 2);

        const auto proof = bulk.proof(run.values, run.batch->items(Batch::Outcome::Done));
        QVERIFY(proof);
        proof->start();
        QTRY_VERIFY(proof->isOver());
        QCOMPARE(proof->count(Batch::Outcome::Done), 2);
        // Of one that lives, it proves the contrary; of those without a known value, nothing.
        const auto refuted = bulk.proof(values, {{.id = ids.last()}});
        refuted->start();
        QTRY_VERIFY(refuted->isOver());
        QCOMPARE(refuted->count(Batch::Outcome::Failed), 1);
        QVERIFY(refuted->index(0, Batch::Answer).data().toString().contains(u"still says it is active"_s));
        QVERIFY(!bulk.proof({}, run.batch->items(Batch::Outcome::Done)));
    }

    void thePersonSignsInWithTheBrowser()
    {
        Server &server = connected(u"browser"_s,
            valuesOf({{u"clientId"_s, u"console"_s},
                {u"redirectUri"_s, u"http://127.0.0.1:%1/callback"_s.arg(freePort())}}));
        const Person person(m_console->persona, server.session(), {{"username", "ana"}, {"password", "ana_pass"}});
        QCOMPARE(awaited(server.session().signIn()), "ok"_qba);
        QVERIFY(!value(server.tokens().info()).userId.isEmpty());
        QCOMPARE(awaited(server.session().signOut()), "ok"_qba);
    }

private:
    static SignInValues service(const QString &secret = u"service_secret"_s)
    {
        return valuesOf({{u"clientId"_s, u"service"_s}}, {{u"clientSecret"_s, secret}});
    }
    static SignInValues user(const QString &password = u"admin_pass"_s)
    {
        return valuesOf({{u"clientId"_s, u"webapp"_s}, {u"userName"_s, u"admin"_s}},
            {{u"clientSecret"_s, u"webapp_secret"_s}, {u"password"_s, password}});
    }
    static SignInValues initialAccess() { return valuesOf({}, {{u"token"_s, u"initial_access_token"_s}}); }
    Server &connected(const QString &method, const SignInValues &values)
    {
        Server *server = m_console->connected(method, values);
        if (!server)
            qFatal("not connected");
        return *server;
    }
    // The client tries to spend a code that is none: its credentials are judged first.
    Reply tokenOf(const Saved &saved)
    {
        Reply reply = post(m_console->persona, "/token",
            {{"grant_type", "authorization_code"}, {"code", "none"}, {"redirect_uri", "https://shop.example/cb"}},
            basic(saved.id.toLatin1(), saved.shownOnce.first().value.revealUtf8()));
        if (reply.text("error"_L1) == u"invalid_grant")
            reply.status = 200;
        return reply;
    }

    std::unique_ptr<Fixture> m_provider;
    std::unique_ptr<WorkspaceConsole> m_console;
};

int tst_oidcconsole(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_OidcConsole>(argc, argv);
}
#include "tst_oidcconsole.moc"
