// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/wyn/store.h"
#include "tests/dialects/personaconsole.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;

// What an administrator does on Wyn Enterprise, through the console; what became of the tokens is looked up by plain
// HTTP.
class tst_WynConsole : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<PersonaConsole>(u"wyn"_s);
        m_server = m_console->connected(u"password"_s, userOf({}));
    }
    void cleanup()
    {
        m_server.reset();
        m_console.reset();
    }

    void theTabsAreWhatTheServerHas()
    {
        QCOMPARE(m_server->separateCollections().size(), 1);
        QCOMPARE(tokens().kind(), u"accessTokens"_s);
        QCOMPARE(tokens().operations(), Operation::Remove | Operation::Forget | Operation::Inspect);
        QCOMPARE(tokens().removal(), Removal::Revoke);
        QVERIFY(
            m_server->tokens().canRevoke() && !m_server->tokens().canInspect() && !m_server->tokens().canIntrospect());
        QVERIFY(m_server->dialect().batchRevocation);
    }

    void signingInSaysWhatIsWrong_data()
    {
        QTest::addColumn<Texts>("changes");
        QTest::addColumn<QByteArray>("outcome");
        QTest::addColumn<QString>("said");
        const QString client = u"client secret"_s;
        const QString user = u"password is wrong"_s;
        QTest::newRow("administrator") << Texts() << "ok"_qba << QString();
        QTest::newRow("in an organization") << Texts{{u"tenantPath"_s, u"/Org/SubOrg"_s}} << "ok"_qba << QString();
        QTest::newRow("global organization") << Texts{{u"tenantPath"_s, u"/"_s}} << "ok"_qba << QString();
        QTest::newRow("for an hour") << Texts{{u"lifetime"_s, u"3600"_s}} << "ok"_qba << QString();
        QTest::newRow("wrong client secret") << Texts{{u"clientSecret"_s, u"x"_s}} << "Unauthorized"_qba << client;
        QTest::newRow("unknown client") << Texts{{u"clientId"_s, u"x"_s}} << "Unauthorized"_qba << client;
        QTest::newRow("disabled client") << Texts{{u"clientId"_s, u"retired"_s},
            {u"clientSecret"_s, u"retired_secret"_s}}
                                         << "Unauthorized"_qba << client;
        QTest::newRow("wrong password") << Texts{{u"password"_s, u"x"_s}} << "Unauthorized"_qba << user;
        QTest::newRow("unknown user") << Texts{{u"userName"_s, u"x"_s}} << "Unauthorized"_qba << user;
        QTest::newRow("unknown organization")
            << Texts{{u"tenantPath"_s, u"/Nowhere"_s}} << "Unauthorized"_qba << u"organization"_s;
        QTest::newRow("no lifetime") << Texts{{u"lifetime"_s, u"soon"_s}} << "Rejected"_qba << QString();
    }
    void signingInSaysWhatIsWrong()
    {
        QFETCH(const Texts, changes);
        QFETCH(const QString, said);
        const auto server = m_console->connected(u"password"_s, userOf(changes));
        const auto signedIn = server->session().signIn();
        const QByteArray came = awaited(signedIn);
        QTEST(came, "outcome");
        if (came != "ok")
            QVERIFY2(error(signedIn).message.contains(said), qPrintable(error(signedIn).message));
    }

    void theLifetimeIsWhatWasAskedFor()
    {
        const IssuedToken hour = issued(userOf({{u"lifetime"_s, u"3600"_s}}));
        const qint64 life = QDateTime::currentDateTimeUtc().secsTo(hour.credential.expiresAt);
        QVERIFY2(life > 3500 && life <= 3600, "by our own clock");
        const IssuedToken some = issued(userOf({{u"scope"_s, u"email openid"_s}}));
        QCOMPARE(some.scopes, (QStringList{u"email"_s, u"openid"_s}));
        QCOMPARE(some.type, u"Bearer"_s);
    }

    void aGrantThatIsRefusedIsNotUs_data()
    {
        QTest::addColumn<QString>("grant");
        QTest::addColumn<Texts>("changes");
        QTest::addColumn<QByteArray>("outcome");
        QTest::newRow("not documented") << u"client_credentials"_s << Texts() << "Rejected"_qba;
        QTest::newRow("bad client") << u"password"_s << Texts{{u"clientSecret"_s, u"x"_s}} << "Unauthorized"_qba;
        QTest::newRow("bad scope") << u"password"_s << Texts{{u"scope"_s, u"x"_s}} << "Rejected"_qba;
    }
    void aGrantThatIsRefusedIsNotUs()
    {
        QFETCH(const QString, grant);
        QFETCH(const Texts, changes);
        QCOMPARE(awaited(m_server->session().signIn()), "ok"_qba);
        const QString own = m_server->session().ownFingerprint();
        const auto token = m_server->tokens().issue(named(m_server->dialect().grants.list, grant), userOf(changes));
        QTEST(awaited(token), "outcome");
        QCOMPARE(m_server->session().ownFingerprint(), own);
    }

    void aRememberedTokenIsRevoked()
    {
        const SignInValues values = userOf({});
        const IssuedToken token = issued(values);
        QCOMPARE(
            awaited(m_server->tokens().remember(m_server->tokens().recordOf(token, values, token.credential.access))),
            "ok"_qba);
        QVERIFY(works(token));
        const QStringList ids = idsIn(tokens());
        QCOMPARE(ids.size(), 1);
        QCOMPARE(removed(tokens(), ids), QList{Batch::Outcome::Done});
        QVERIFY(!works(token));
        QVERIFY(idsIn(tokens()).isEmpty());
        QCOMPARE(awaited(m_server->tokens().revoke(token.credential.access)),
            "ok"_qba); // gone already, which is what was wanted
    }

    void aTokenIsRevokedByWhoGotIt_data()
    {
        QTest::addColumn<SignInValues>("pasted");
        QTest::addColumn<QByteArray>("outcome");
        QTest::addColumn<bool>("isRevoked");
        const auto client = [](const QString &id) {
            return valuesOf({{u"clientId"_s, id}}, {{u"clientSecret"_s, id + u"_secret"_s}});
        };
        QTest::newRow("its client") << client(u"integration"_s) << "ok"_qba << true;
        QTest::newRow("another client, who is told nothing") << client(u"dashboards"_s) << "ok"_qba << false;
        QTest::newRow("a client with a wrong secret")
            << valuesOf({{u"clientId"_s, u"integration"_s}}, {{u"clientSecret"_s, u"x"_s}}) << "Unauthorized"_qba
            << false;
        QTest::newRow("no client") << SignInValues() << "Unauthorized"_qba << false;
    }
    void aTokenIsRevokedByWhoGotIt()
    {
        QFETCH(SignInValues, pasted);
        QFETCH(const bool, isRevoked);
        const IssuedToken token = issued(userOf({}));
        pasted.secrets.insert(u"token"_s, issued(userOf({})).credential.access);
        const auto server = m_console->connected(u"token"_s, pasted);
        QTEST(awaited(server->tokens().revoke(token.credential.access, u"access_token"_s)), "outcome");
        QCOMPARE(works(token), !isRevoked);
    }

    void signingOutGivesTheTokenBack()
    {
        const IssuedToken observer = issued(userOf({}));
        (void)revokedBy(observer, m_console->persona.time.now()); // those the demo came with
        QCOMPARE(revokedBy(observer, m_console->persona.time.now()), 0); // strictly before
        m_console->persona.time.advance(std::chrono::seconds(10));
        QCOMPARE(awaited(m_server->session().signIn()), "ok"_qba);
        QCOMPARE(awaited(m_server->session().signOut()), "ok"_qba);
        const qint64 others = revokedBy(observer, m_console->persona.time.now());
        QVERIFY(others > 0); // the demo's, and the observer's own
        m_console->persona.time.advance(std::chrono::seconds(10));
        QCOMPARE(revokedBy(issued(userOf({})), m_console->persona.time.now()), 0); // ours was gone before
    }

    void everythingBeforeATimeIsRevokedOurselvesIncluded_data()
    {
        QTest::addColumn<Texts>("settings");
        QTest::newRow("Reference-Token") << Texts();
        QTest::newRow("Authorization: Bearer") << findDialect(u"wyn"_s)->presets[1].values;
    }
    void everythingBeforeATimeIsRevokedOurselvesIncluded()
    {
        QFETCH(const Texts, settings);
        const auto server = m_console->connected(u"password"_s, userOf({}), settings);
        const IssuedToken other = issued(userOf({}));
        QCOMPARE(awaited(server->session().signIn()), "ok"_qba);
        const QString own = server->session().ownFingerprint();
        m_console->persona.time.advance(std::chrono::seconds(10));
        const QDateTime now = m_console->persona.time.now();
        QVERIFY(value(server->tokens().revokeBefore(now)) >= 2);
        QVERIFY(!works(other));
        // Our own died too: the next call signs in again, and finds nothing left to revoke.
        QCOMPARE(value(server->tokens().revokeBefore(now)), 0);
        QVERIFY(server->session().ownFingerprint() != own);
        const IssuedToken portal{.credential = {.access = Secret(QString::fromLatin1(server::wyn::administratorsPortalToken))}};
        QVERIFY(works(portal)); // as the question before said
    }

    void aPastedTokenThatDiedIsToldSo()
    {
        const auto server
            = m_console->connected(u"token"_s, {.secrets = {{u"token"_s, issued(userOf({})).credential.access}}});
        m_console->persona.time.advance(std::chrono::seconds(10));
        const QDateTime now = m_console->persona.time.now();
        QVERIFY(value(server->tokens().revokeBefore(now)) > 0);
        QCOMPARE(awaited(server->tokens().revokeBefore(now)), "Unauthorized"_qba);
        QCOMPARE(server->session().state(), Session::State::SignedOut);
    }

    void onlyAnAdministratorRevokesTheTokensOfOthers()
    {
        const auto server = m_console->connected(
            u"password"_s, userOf({{u"userName"_s, u"analyst"_s}, {u"password"_s, u"analyst_pass"_s}}));
        QCOMPARE(awaited(server->tokens().revokeBefore(m_console->persona.time.now())), "Forbidden"_qba);
        QCOMPARE(awaited(m_server->tokens().revokeBefore({})), "Rejected"_qba); // a time that is none
    }

    void aReadOnlyConnectionRevokesNothing()
    {
        const IssuedToken token = issued(userOf({}));
        m_server->session().setReadOnly(true);
        QCOMPARE(awaited(m_server->tokens().revoke(token.credential.access)), "ReadOnly"_qba);
        QCOMPARE(awaited(m_server->tokens().revokeBefore(m_console->persona.time.now())), "ReadOnly"_qba);
        QVERIFY(works(token));
    }

private:
    using Texts = QHash<QString, QString>;

    // The administrator by the stock client, with these values changed.
    static SignInValues userOf(const Texts &changes)
    {
        Texts plain{{u"clientId"_s, u"integration"_s}, {u"userName"_s, u"admin"_s}};
        Texts secrets{{u"clientSecret"_s, u"integration_secret"_s}, {u"password"_s, u"admin_pass"_s}};
        for (auto change = changes.begin(); change != changes.end(); ++change)
            (secrets.contains(change.key()) ? secrets : plain)[change.key()] = change.value();
        return valuesOf(plain, secrets);
    }
    Collection &tokens() { return *m_server->collection(u"accessTokens"_s); }
    IssuedToken issued(const SignInValues &values)
    {
        return value(m_server->tokens().issue(named(m_server->dialect().grants.list, u"password"_s), values));
    }
    Reply batch(const QByteArray &token, const QByteArray &before)
    {
        return m_console->sent("POST", "/api/v2/identity/token/batch-revocation", "Reference-Token: " + token,
            R"({"creationBefore":")" + before + R"("})");
    }
    // An administrator's token does, when it may revoke what nobody made.
    bool works(const IssuedToken &token)
    {
        return batch(token.credential.access.revealUtf8(), "1971-01-01T00:00:00Z").status == 200;
    }
    qint64 revokedBy(const IssuedToken &token, const QDateTime &before)
    {
        const Reply reply = batch(token.credential.access.revealUtf8(), before.toString(Qt::ISODate).toLatin1());
        return reply.status == 200 ? reply.object()["count"_L1].toInteger() : -1;
    }

    std::unique_ptr<PersonaConsole> m_console;
    std::unique_ptr<Server> m_server;
};

int tst_wynconsole(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_WynConsole>(argc, argv);
}
#include "tst_wynconsole.moc"
