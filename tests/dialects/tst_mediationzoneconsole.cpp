// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/personaconsole.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;

// What an administrator does on MediationZone, through the console's lists and drafts; what became of it is looked up
// by plain HTTP.
class tst_MediationZoneConsole : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<PersonaConsole>(u"mediationzone"_s);
        m_server = m_console->connected(u"basic"_s, administrator());
    }
    void cleanup()
    {
        m_server.reset();
        m_console.reset();
    }

    void theTabsAreWhatTheServerHas()
    {
        QStringList kinds;
        for (const auto *collection : m_server->separateCollections())
            kinds << collection->kind();
        QCOMPARE(kinds, (QStringList{u"clients"_s, u"scopes"_s, u"accessTokens"_s}));
        using enum Operation;
        QCOMPARE(list(u"clients"_s).operations(), Create | Update | Remove | Rotate);
        QCOMPARE(list(u"scopes"_s).operations(), Create | Remove);
        QCOMPARE(list(u"accessTokens"_s).operations(), Forget | Inspect);
        QVERIFY(
            !m_server->tokens().canInspect() && !m_server->tokens().canIntrospect() && !m_server->tokens().canRevoke());
    }

    void onlyAnAdministratorSignsIn_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<SignInValues>("values");
        QTest::addColumn<Settings>("settings");
        QTest::addColumn<QByteArray>("outcome");
        const Settings older{{u"managementPath"_s, u"/nowhere"_s}};
        QTest::newRow("administrator") << u"basic"_s << administrator() << Settings() << "ok"_qba;
        QTest::newRow("wrong password") << u"basic"_s << administrator(u"wrong"_s) << Settings() << "Unauthorized"_qba;
        QTest::newRow("nobody") << u"none"_s << SignInValues() << Settings() << "Unauthorized"_qba;
        QTest::newRow("wrong path") << u"basic"_s << administrator() << older << "NotFound"_qba;
    }
    void onlyAnAdministratorSignsIn()
    {
        QFETCH(const QString, method);
        QFETCH(const SignInValues, values);
        QFETCH(const Settings, settings);
        const auto server = m_console->connected(method, values, settings);
        const QByteArray came = awaited(server->session().signIn());
        QTEST(came, "outcome");
        QCOMPARE(server->session().state() == Session::State::SignedIn, came == "ok");
    }

    void whereNothingIsProtectedNobodySignsIn()
    {
        QCOMPARE(m_console->persona.control("/_control/mediationzone/basic", {{u"enabled"_s, false}}).status, 204);
        const auto server = m_console->connected(u"none"_s, {});
        QCOMPARE(awaited(server->session().signIn()), "ok"_qba);
        QCOMPARE(awaited(server->collection(u"clients"_s)->refresh()), "ok"_qba);
        QVERIFY(!idsIn(*server->collection(u"clients"_s)).isEmpty());
    }

    void everyClientIsListedWithItsSecret()
    {
        auto &clients = loaded(u"clients"_s);
        const QJsonArray there = managed("GET", "/clients").array();
        QVERIFY(there.size() >= 8);
        QCOMPARE(clients.model()->rowCount(), there.size());
        for (const auto &value : there) {
            const QJsonObject json = value.toObject();
            const auto draft = clients.draft(json["client_name"_L1].toString());
            QVERIFY2(draft, qPrintable(json["client_name"_L1].toString()));
            QCOMPARE(fieldText(*draft, u"clientId"_s), json["client_id"_L1].toString());
            QCOMPARE(secretOf(*draft).reveal(), json["client_secret"_L1].toString());
            QCOMPARE(draft->value(fieldOf(*draft, u"scopes"_s)).toStringList().join(u' '), json["scope"_L1].toString());
        }
    }

    void everyScopeIsListed()
    {
        QStringList there = managed("GET", "/scope").text("scope"_L1).split(u' ');
        QStringList listed = idsIn(loaded(u"scopes"_s));
        there.sort();
        listed.sort();
        QVERIFY(listed.size() >= 8);
        QCOMPARE(listed, there);
    }

    void aClientLivesItsLife_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto &name : {u"Billing"_s, u"Some App"_s, u"a/b"_s, u"100%25 + %2F"_s, u"Müller 店?#&;="_s})
            QTest::newRow(qPrintable(name)) << name;
    }
    void aClientLivesItsLife()
    {
        QFETCH(const QString, name);
        auto &clients = loaded(u"clients"_s);
        const QStringList scopes = idsIn(loaded(u"scopes"_s));
        const QByteArray path = "/clients/" + QUrl::toPercentEncoding(name);
        auto draft = clients.newDraft();
        set(*draft, u"name"_s, name);
        set(*draft, u"scopes"_s, scopes.first(1));
        QCOMPARE(value(draft->save()).id, name);
        const QJsonObject made = managed("GET", path).object();
        QCOMPARE(made["scope"_L1].toString(), scopes.first());
        draft = clients.draft(name);
        QCOMPARE(secretOf(*draft).reveal(), made["client_secret"_L1].toString()); // the server tells it for ever
        QCOMPARE(issued(fieldText(*draft, u"clientId"_s), secretOf(*draft)), "ok"_qba);

        set(*draft, u"scopes"_s, scopes.first(2));
        QCOMPARE(value(draft->compare()).effect, SaveEffect::Change);
        QCOMPARE(awaited(draft->save()), "ok"_qba);
        const QJsonObject changed = managed("GET", path).object();
        QCOMPARE(changed["scope"_L1].toString(), scopes.first(2).join(u' '));
        QCOMPARE(changed["client_id"_L1], made["client_id"_L1]);

        QCOMPARE(value(clients.rotate(name)).shownOnce.size(), 2);
        const QJsonObject rotated = managed("GET", path).object();
        draft = clients.draft(name);
        QVERIFY(rotated["client_id"_L1] != made["client_id"_L1]);
        QCOMPARE(fieldText(*draft, u"clientId"_s), rotated["client_id"_L1].toString());
        QCOMPARE(secretOf(*draft).reveal(), rotated["client_secret"_L1].toString());
        QCOMPARE(
            issued(made["client_id"_L1].toString(), Secret(made["client_secret"_L1].toString())), "Unauthorized"_qba);
        QCOMPARE(issued(fieldText(*draft, u"clientId"_s), secretOf(*draft)), "ok"_qba);

        QCOMPARE(removed(clients, {name}), QList{Batch::Outcome::Done});
        QCOMPARE(managed("GET", path).status, 404);
        QVERIFY(!clients.draft(name));
    }

    void anUpdateOfWhatIsGoneMakesItAnew()
    {
        auto &clients = loaded(u"clients"_s);
        const QString name = idsIn(clients).first();
        const auto draft = clients.draft(name);
        const QString id = fieldText(*draft, u"clientId"_s);
        QCOMPARE(managed("DELETE", "/clients/" + QUrl::toPercentEncoding(name)).status, 200);
        set(*draft, u"scopes"_s, idsIn(loaded(u"scopes"_s)).first(1));
        QCOMPARE(value(draft->compare()).effect, SaveEffect::Create);
        QCOMPARE(awaited(draft->save()), "ok"_qba);
        QVERIFY(fieldText(*clients.draft(name), u"clientId"_s) != id);
    }

    void aRefusedClientIsNotMade_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("scopes");
        QTest::addColumn<QByteArray>("outcome");
        QTest::newRow("scope that is not provisioned") << u"New"_s << QStringList{u"no_such"_s} << "Rejected"_qba;
        QTest::newRow("name taken") << QString() << QStringList() << "Conflict"_qba;
        QTest::newRow("two scopes in one") << u"New"_s << QStringList{u"a b"_s} << "Rejected"_qba;
    }
    void aRefusedClientIsNotMade()
    {
        QFETCH(const QString, name);
        QFETCH(const QStringList, scopes);
        auto &clients = loaded(u"clients"_s);
        const QJsonArray before = managed("GET", "/clients").array();
        const auto draft = clients.newDraft();
        set(*draft, u"name"_s, name.isEmpty() ? idsIn(clients).first() : name);
        set(*draft, u"scopes"_s, scopes);
        QTEST(awaited(draft->save()), "outcome");
        QCOMPARE(managed("GET", "/clients").array(), before);
    }

    void aScopeComesAndGoes()
    {
        auto &scopes = loaded(u"scopes"_s);
        const auto draft = scopes.newDraft();
        set(*draft, u"id"_s, u"audit_log"_s);
        QCOMPARE(value(draft->save()).id, u"audit_log"_s);
        QVERIFY(provisioned().contains(u"audit_log"_s));
        auto &clients = loaded(u"clients"_s);
        const auto holder = clients.newDraft();
        set(*holder, u"name"_s, u"Holder"_s);
        set(*holder, u"scopes"_s, QStringList{u"audit_log"_s});
        QCOMPARE(awaited(holder->save()), "ok"_qba);

        const qsizetype count = provisioned().size();
        QCOMPARE(removed(scopes, {u"audit_log"_s}), QList{Batch::Outcome::Done});
        QVERIFY(!provisioned().contains(u"audit_log"_s));
        QCOMPARE(provisioned().size(), count - 1); // and it alone
        QCOMPARE(managed("GET", "/clients/Holder").text("scope"_L1), u"audit_log"_s); // as the question before said
        QVERIFY(!scopes.removalNote().isEmpty());
    }

    void aTokenIsGotForAClientAndRemembered()
    {
        auto &clients = loaded(u"clients"_s);
        QCOMPARE(list(u"accessTokens"_s).model()->rowCount(), 0); // what we sign in with is a password, and no token
        const auto draft = clients.draft(idsIn(clients).first());
        const SignInValues values = valuesOf(
            {{u"clientId"_s, fieldText(*draft, u"clientId"_s)}}, {{u"clientSecret"_s, secretOf(*draft).reveal()}});
        const IssuedToken token = value(m_server->tokens().issue(m_server->dialect().grants.list.first(), values));
        QCOMPARE(token.type, u"Bearer"_s);
        QCOMPARE(token.credential.access.revealUtf8().count('.'), 2);
        const qint64 life = QDateTime::currentDateTimeUtc().secsTo(token.credential.expiresAt);
        QVERIFY2(life > 1700 && life <= 1800, "by our own clock");
        QCOMPARE(awaited(m_server->tokens().remember(m_server->tokens().recordOf(token, values))), "ok"_qba);
        QCOMPARE(list(u"accessTokens"_s).model()->rowCount(), 1);
    }

    void aClientThatIsRefusedIsNotUs()
    {
        QCOMPARE(awaited(m_server->session().signIn()), "ok"_qba);
        QList<QString> paths;
        connect(&m_server->session(), &Session::exchanged, this,
            [&paths](const ExchangeSummary &exchange) { paths << exchange.path; });
        const auto token = m_server->tokens().issue(m_server->dialect().grants.list.first(),
            valuesOf({{u"clientId"_s, u"nobody"_s}}, {{u"clientSecret"_s, u"s"_s}}));
        const Error refusal = error(token);
        QVERIFY2(refusal.message.contains(u"client secret"), qPrintable(refusal.message));
        QCOMPARE(paths, QList{u"/authserver/token"_s}); // once, and no sign-in after it
        QCOMPARE(m_server->session().state(), Session::State::SignedIn);
    }

    void aReadOnlyConnectionChangesNothing()
    {
        auto &clients = loaded(u"clients"_s);
        m_server->session().setReadOnly(true);
        QCOMPARE(awaited(clients.rotate(idsIn(clients).first())), "ReadOnly"_qba);
        QCOMPARE(issued(u"a"_s, Secret(u"b"_s)), "ReadOnly"_qba);
        QCOMPARE(awaited(clients.refresh()), "ok"_qba);
    }

private:
    using Settings = QHash<QString, QString>;

    static SignInValues administrator(const QString &password = u"mzadmin_pass"_s)
    {
        return valuesOf({{u"userName"_s, u"mzadmin"_s}}, {{u"password"_s, password}});
    }
    Collection &list(const QString &kind) { return *m_server->collection(kind); }
    Collection &loaded(const QString &kind)
    {
        mustBeOk(awaited(list(kind).refresh()));
        return list(kind);
    }
    static void mustBeOk(const QByteArray &outcome) { QCOMPARE(outcome, "ok"_qba); }
    Reply managed(const QByteArray &method, const QByteArray &path)
    {
        return m_console->sent(method, "/authserver/api" + path, "Authorization: " + basic("mzadmin:mzadmin_pass"));
    }
    QStringList provisioned() { return managed("GET", "/scope").text("scope"_L1).split(u' '); }
    QByteArray issued(const QString &id, const Secret &secret)
    {
        return awaited(m_server->tokens().issue(m_server->dialect().grants.list.first(),
            valuesOf({{u"clientId"_s, id}}, {{u"clientSecret"_s, secret.reveal()}})));
    }
    static QString fieldText(const Draft &draft, const QString &key)
    {
        return draft.value(fieldOf(draft, key)).toString();
    }
    static Secret secretOf(const Draft &draft) { return draft.value(fieldOf(draft, u"secret"_s)).value<Secret>(); }

    std::unique_ptr<PersonaConsole> m_console;
    std::unique_ptr<Server> m_server;
};

int tst_mediationzoneconsole(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_MediationZoneConsole>(argc, argv);
}
#include "tst_mediationzoneconsole.moc"
