// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recordcollection.h"
#include "jose/jwks.h"
#include "jose/verify.h"
#include "tests/interop/foreignprogram.h"
#include "tests/interop/formbrowser.h"
#include "tests/interop/temporaryworkspace.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;

// The standard dialect, through the console's own classes, against npm's oidc-provider: a certified OpenID Provider
// that nobody here wrote. What was done there is looked up by plain HTTP.
class tst_OidcProvider : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_provider.start(u"provider.mjs"_s);
        const QJsonObject facts = m_provider.nextFacts();
        m_url = QUrl(facts[u"url"].toString());
        m_initialAccessToken = Secret(facts[u"initialAccessToken"].toString());
        QVERIFY(m_url.isValid() && !m_initialAccessToken.isEmpty());
    }
    void init() { m_console = std::make_unique<TemporaryWorkspace>(); }
    void cleanup() { m_console.reset(); }

    void itSaysWhatItCan();
    void anotherIssuerIsNotBelieved();
    void aClientLivesItsLife();
    void clientsOutliveTheProgram();
    void onlyWhoMayRegistersClients();
    void aTokenThatIsNobodysEndsNothing();
    void aPersonSignsInWithTheBrowser();
    void anIdTokenIsSignedByTheKeysOfTheProvider();
    void wrongWordsLeadNowhere();
    void theSessionIsRenewedWithoutThePerson();
    void aRevokedTokenIsInactive_data();
    void aRevokedTokenIsInactive();
    void signingOutEndsTheRefreshToken();

private:
    Profile profileFor(const QString &method, const QJsonObject &settings = {}) const
    {
        return {.dialect = u"oidc"_s, .url = m_url, .signInMethod = method, .settings = settings};
    }
    Profile native() const
    {
        return profileFor(
            u"browser"_s, {{u"clientId"_s, u"native"_s}, {u"redirectUri"_s, u"http://127.0.0.1/callback"_s}});
    }
    Server *connectedToRegister(const Secret &initialAccessToken)
    {
        return m_console->connected(profileFor(u"token"_s), {{u"token"_s, initialAccessToken}});
    }
    Server *connectedAsService()
    {
        return m_console->connected(profileFor(u"clientCredentials"_s, {{u"clientId"_s, u"service"_s}}),
            {{u"clientSecret"_s, Secret(u"service_secret"_s)}});
    }
    // A token that the person lets the native client have, and what they saw in the browser on the way.
    IssuedToken issuedInBrowser(Server &server)
    {
        FormBrowser browser(alice());
        connect(&server.session(), &Session::browserRequested, &browser, &FormBrowser::open);
        const SignInValues values{.plain = {{u"clientId"_s, u"native"_s}, {u"scope"_s, u"openid offline_access"_s},
                                      {u"redirectUri"_s, u"http://127.0.0.1/callback"_s}}};
        return value(server.tokens().issue(named(server.dialect().grants.list, u"authorization_code"_s), values));
    }
    // The record of a client as its provider tells it to whoever has its registration token.
    QJsonObject registered(const Client &client, const Secret &token, int *status = nullptr)
    {
        QNetworkAccessManager manager;
        QNetworkRequest request(QUrl(client.raw[u"registration_client_uri"].toString()));
        request.setRawHeader("Authorization", "Bearer " + token.revealUtf8());
        QNetworkReply *reply = manager.get(request);
        [[maybe_unused]] const bool isFinished = QTest::qWaitFor([&] { return reply->isFinished(); }, 30'000);
        if (status)
            *status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        return QJsonDocument::fromJson(reply->readAll()).object();
    }
    Secret registrationToken(const Server &server, const QString &clientId)
    {
        return value(m_console->secrets().read(rememberedKey(server.profile().id, u"clients"_s, clientId)));
    }
    static QHash<QString, QString> alice() { return {{u"username"_s, u"alice"_s}, {u"password"_s, u"alice_pass"_s}}; }
    static Client clientOf(Server &server, const QString &id)
    {
        return *dynamic_cast<RecordCollection<Client> &>(*server.collection(u"clients"_s)).find(id);
    }
    static Saved newClient(Server &server, const QString &name)
    {
        const auto draft = server.collection(u"clients"_s)->newDraft();
        set(*draft, u"name"_s, name);
        set(*draft, u"redirectUris"_s, QStringList{u"https://ops.example.test/callback"_s});
        return value(draft->save());
    }

    ForeignProgram m_provider;
    QUrl m_url;
    Secret m_initialAccessToken;
    std::unique_ptr<TemporaryWorkspace> m_console;
};

void tst_OidcProvider::itSaysWhatItCan()
{
    Server *server = connectedAsService();
    QVERIFY(server);
    QVERIFY(server->collection(u"clients"_s));
    QVERIFY(server->tokens().canInspect() && server->tokens().canIntrospect() && server->tokens().canRevoke());
    QCOMPARE(server->dialect().tokens.issuer, m_url.toString());
    QVERIFY(value(server->document(0)).contains(m_url.toString() + u"/token"_s));
    const auto keys = readJwks(value(server->tokens().keys()));
    QVERIFY(keys);
    QVERIFY(!keys->keys.isEmpty());
}

void tst_OidcProvider::anotherIssuerIsNotBelieved()
{
    Profile profile = native();
    profile.url.setHost(u"localhost"_s); // where the same provider answers, and says that it is another
    const auto opened = (*m_console)->open(profile, {});
    QCOMPARE(awaited(opened), "Protocol"_qba);
    QVERIFY(opened.result().error().message.contains(m_url.toString()));
}

void tst_OidcProvider::aClientLivesItsLife()
{
    Server *server = connectedToRegister(m_initialAccessToken);
    QVERIFY(server);
    Collection &clients = *server->collection(u"clients"_s);
    const Saved made = newClient(*server, u"Ops Portal"_s);
    QVERIFY(!made.id.isEmpty());
    QCOMPARE(made.shownOnce.size(), 1); // its secret
    const Secret firstToken = registrationToken(*server, made.id);
    const QJsonObject first = registered(clientOf(*server, made.id), firstToken);
    QCOMPARE(first[u"client_name"].toString(), u"Ops Portal"_s);
    QCOMPARE(first[u"client_secret"].toString(), made.shownOnce.first().value.reveal());

    const auto draft = clients.draft(made.id);
    set(*draft, u"name"_s, u"Operations"_s);
    set(*draft, u"grantTypes"_s, QStringList{u"authorization_code"_s, u"refresh_token"_s});
    QCOMPARE(value(draft->save()).id, made.id);
    const Secret token = registrationToken(*server, made.id);
    QVERIFY(token != firstToken); // this provider gives a new one with every change
    const QJsonObject changed = registered(clientOf(*server, made.id), token);
    QCOMPARE(changed[u"client_name"].toString(), u"Operations"_s);
    QCOMPARE(changed[u"grant_types"].toArray().size(), 2);
    QCOMPARE(changed[u"redirect_uris"], first[u"redirect_uris"]);
    QCOMPARE(awaited(clients.refresh()), "ok"_qba);
    QCOMPARE(idOf(clients, u"Operations"_s), made.id);

    const Client known = clientOf(*server, made.id);
    QCOMPARE(removed(clients, {made.id}), QList{Batch::Outcome::Done});
    int status = 0;
    (void)registered(known, token, &status);
    QCOMPARE(status, 401);
    QCOMPARE(clients.model()->rowCount(), 0);
}

void tst_OidcProvider::clientsOutliveTheProgram()
{
    Server *server = connectedToRegister(m_initialAccessToken);
    QVERIFY(server);
    const QString profileId = server->profile().id;
    const Saved made = newClient(*server, u"Nightly"_s);
    QVERIFY(!made.id.isEmpty());
    m_console->restart();
    server = m_console->connected(profileId);
    QVERIFY(server);
    Collection &clients = *server->collection(u"clients"_s);
    QCOMPARE(awaited(clients.refresh()), "ok"_qba);
    QCOMPARE(idOf(clients, u"Nightly"_s), made.id);
    QCOMPARE(removed(clients, {made.id}), QList{Batch::Outcome::Done});
}

void tst_OidcProvider::onlyWhoMayRegistersClients()
{
    Server *server = connectedToRegister(Secret(u"not-it"_s));
    QVERIFY(server);
    const auto draft = server->collection(u"clients"_s)->newDraft();
    set(*draft, u"name"_s, u"Intruder"_s);
    set(*draft, u"redirectUris"_s, QStringList{u"https://intruder.example.test/callback"_s});
    QCOMPARE(awaited(draft->save()), "Unauthorized"_qba);
}

// Its userinfo answers 401 to the one and to the other.
void tst_OidcProvider::aTokenThatIsNobodysEndsNothing()
{
    Server *service = connectedAsService();
    QVERIFY(service);
    QCOMPARE(awaited(service->session().signIn()), "ok"_qba);
    QCOMPARE(value(service->tokens().info()).clientName, u"service"_s);
    QCOMPARE(service->session().state(), Session::State::SignedIn);

    Server *registering = connectedToRegister(m_initialAccessToken);
    QVERIFY(registering);
    QCOMPARE(awaited(registering->session().signIn()), "ok"_qba);
    QCOMPARE(awaited(registering->tokens().info()), "Rejected"_qba);
    QCOMPARE(registering->session().state(), Session::State::SignedIn);
}

void tst_OidcProvider::aPersonSignsInWithTheBrowser()
{
    Server *server = m_console->connected(native());
    QVERIFY(server);
    FormBrowser browser(alice());
    connect(&server->session(), &Session::browserRequested, &browser, &FormBrowser::open);
    QCOMPARE(awaited(server->session().signIn()), "ok"_qba);
    QCOMPARE(server->session().state(), Session::State::SignedIn);
    QTRY_VERIFY(browser.isDone());
    QCOMPARE(browser.titles(), (QStringList{u"Sign in"_s, u"Consent"_s, u"Latchkey"_s}));
    QVERIFY2(browser.page().contains(u"You can close this window"_s), qPrintable(browser.page()));
    const Token own = value(server->tokens().info());
    QCOMPARE(own.userId, u"alice"_s);
    QVERIFY(server->session().expiresAt().isValid());
    QCOMPARE(server->collection(u"accessTokens"_s)->model()->rowCount(), 1);
}

void tst_OidcProvider::anIdTokenIsSignedByTheKeysOfTheProvider()
{
    Server *server = connectedAsService();
    QVERIFY(server);
    const Secret idToken = issuedInBrowser(*server).credential.idToken;
    QVERIFY(!idToken.isEmpty());
    const auto keys = readJwks(value(server->tokens().keys()));
    const auto jwt = readJwt(idToken);
    QVERIFY(keys && jwt);
    QCOMPARE(verify(jwt->jws, *keys).outcome, Verification::Outcome::Valid);
    QCOMPARE(jwt->claims[u"sub"].toString(), u"alice"_s);
    QCOMPARE(jwt->claims[u"aud"].toString(), u"native"_s);
}

void tst_OidcProvider::wrongWordsLeadNowhere()
{
    Server *server = m_console->connected(native());
    QVERIFY(server);
    auto typed = alice();
    typed[u"password"_s] = u"not it"_s;
    FormBrowser browser(typed);
    connect(&server->session(), &Session::browserRequested, &browser, &FormBrowser::open);
    const auto signedIn = server->session().signIn();
    QTRY_VERIFY(browser.isDone());
    QVERIFY(browser.page().contains(u"That is not right."_s));
    QCOMPARE(outcomeOf(signedIn), "pending"_qba); // the person may try again
    server->session().stop(u"sign-in"_s);
    QCOMPARE(awaited(signedIn), "Stopped"_qba);
    QCOMPARE(server->session().state(), Session::State::SignedOut);
}

void tst_OidcProvider::theSessionIsRenewedWithoutThePerson()
{
    Server *server = m_console->connected(native());
    QVERIFY(server);
    FormBrowser browser(alice());
    connect(&server->session(), &Session::browserRequested, &browser, &FormBrowser::open);
    QSignalSpy asked(&server->session(), &Session::browserRequested);
    QCOMPARE(awaited(server->session().signIn()), "ok"_qba);
    for (int i = 0; i < 2; ++i) { // the refresh token is another one each time
        const QString before = server->session().ownFingerprint();
        QCOMPARE(awaited(server->session().signInAgain()), "ok"_qba);
        QVERIFY(server->session().ownFingerprint() != before);
        QCOMPARE(value(server->tokens().info()).userId, u"alice"_s);
    }
    QCOMPARE(asked.size(), 1);
}

void tst_OidcProvider::aRevokedTokenIsInactive_data()
{
    QTest::addColumn<QString>("hint");
    QTest::addColumn<bool>("isRefreshToken");
    QTest::newRow("access token") << u"access_token"_s << false;
    QTest::newRow("refresh token") << u"refresh_token"_s << true;
    QTest::newRow("access token, no hint") << QString() << false;
    QTest::newRow("refresh token, wrong hint") << u"access_token"_s << true;
}
void tst_OidcProvider::aRevokedTokenIsInactive()
{
    QFETCH(QString, hint);
    QFETCH(bool, isRefreshToken);
    Server *server = m_console->connected(native());
    QVERIFY(server);
    const Credential issued = issuedInBrowser(*server).credential;
    const Secret token = isRefreshToken ? issued.refresh : issued.access;
    QVERIFY(!token.isEmpty());
    const Introspected before = value(server->tokens().introspect(token));
    QVERIFY(before.active);
    QCOMPARE(before.facts.clientId, u"native"_s);
    QCOMPARE(before.facts.userId, u"alice"_s);
    QCOMPARE(awaited(server->tokens().revoke(token, hint)), "ok"_qba);
    QVERIFY(!value(server->tokens().introspect(token)).active);
    QCOMPARE(awaited(server->tokens().revoke(token, hint)), "ok"_qba); // RFC 7009 §2.2: what is gone was revoked
}

void tst_OidcProvider::signingOutEndsTheRefreshToken()
{
    Server *server = m_console->connected(native());
    QVERIFY(server);
    const Credential issued = issuedInBrowser(*server).credential;
    const SignIn steps
        = named(server->dialect().signInMethods, u"browser"_s).make({.plain = {{u"clientId"_s, u"native"_s}}});
    QCOMPARE(awaited(server->session().callAs({}, steps.signOut(issued))), "200"_qba);
    QVERIFY(!value(server->tokens().introspect(issued.refresh)).active);
    QVERIFY(!value(server->tokens().introspect(issued.access)).active); // RFC 7009 §2.1: what it gave has ended with it
}

int tst_oidcprovider(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_OidcProvider>(argc, argv);
}
#include "tst_oidcprovider.moc"
