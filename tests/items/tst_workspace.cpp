// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/workspace.h"
#include "store/profiles.h"
#include "store/secretstore.h"
#include "tests/dialects/teneoconsole.h"
#include "tests/testprogram.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

static Profile administrator(const QString &name, const QUrl &url = QUrl(u"http://127.0.0.1:9"_s),
    Environment environment = Environment::Development)
{
    return {.name = name,
        .dialect = u"teneo"_s,
        .url = url,
        .environment = environment,
        .signInMethod = u"administrator"_s,
        .settings = {{u"userName"_s, u"admin"_s}}};
}

// The profiles and their connections, with a store of their own, no keychain (so that secrets live in memory) and the
// Teneo persona to connect to.
class tst_Workspace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_secrets = std::make_unique<SecretStore>();
        open();
    }
    void cleanup()
    {
        m_workspace.reset();
        m_store.reset();
        m_secrets.reset();
        m_folder.reset();
        m_console.heal();
    }

    void aProfileIsKept()
    {
        QCOMPARE(value(m_secrets->state()), SecretStore::State::Absent);
        QSignalSpy changed(m_workspace.get(), &Workspace::profilesChanged);
        const Profile profile = administrator(u"EU"_s);
        const QString id = value(m_workspace->save(profile, {{u"password"_s, Secret(u"pw"_s)}}));
        QVERIFY(!id.isEmpty());
        QCOMPARE(changed.size(), 1);
        Profile expected = profile;
        expected.id = id;
        QCOMPARE(*m_workspace->profile(id), expected);
        QVERIFY(!m_workspace->profile(u"other"_s));

        expected.name = u"Europe"_s;
        expected.environment = Environment::Production;
        QCOMPARE(value(m_workspace->save(expected, {})), id);
        open(); // as after a restart
        QCOMPARE(m_workspace->profiles(), QList<Profile>{expected});
        QCOMPARE(secret(expected), Secret(u"pw"_s)); // not given again, so kept
    }

    void theMostDangerousComesFirst()
    {
        for (const auto &[name, environment] : {std::pair{u"b"_s, Environment::Development},
                 {u"a"_s, Environment::Development}, {u"z"_s, Environment::Production}, {u"t"_s, Environment::Test}})
            QVERIFY(!value(m_workspace->save(administrator(name, QUrl(u"http://h"_s), environment), {})).isEmpty());
        QStringList names;
        for (const auto &profile : m_workspace->profiles())
            names << profile.name;
        QCOMPARE(names, (QStringList{u"z"_s, u"t"_s, u"a"_s, u"b"_s}));
    }

    void aProfileThatCannotBeKeptKeepsNoSecret()
    {
        const auto saved = m_workspace->save(
            administrator(u"EU"_s, QUrl(u"https://me:word@h/"_s)), {{u"password"_s, Secret(u"pw"_s)}});
        QCOMPARE(awaited(saved), "Storage"_qba);
        QVERIFY(m_workspace->profiles().isEmpty());
        Profile unknown = administrator(u"EU"_s);
        unknown.id = u"not there"_s;
        QCOMPARE(awaited(m_workspace->save(unknown, {{u"password"_s, Secret(u"pw"_s)}})), "NotFound"_qba);
        QVERIFY(secret(unknown).isEmpty());
    }

    void aCopyHasItsOwnSecrets()
    {
        const QString id = value(m_workspace->save(administrator(u"EU"_s), {{u"password"_s, Secret(u"pw"_s)}}));
        const QString copy = value(m_workspace->duplicate(id));
        QVERIFY(!copy.isEmpty() && copy != id);
        QCOMPARE(m_workspace->profiles().size(), 2);
        QVERIFY(m_workspace->profile(copy)->name != u"EU");
        QCOMPARE(secret(*m_workspace->profile(copy)), Secret(u"pw"_s));
        const Profile removed = *m_workspace->profile(id);
        QCOMPARE(awaited(m_workspace->remove(id)), "ok"_qba);
        QVERIFY(secret(removed).isEmpty());
        QCOMPARE(secret(*m_workspace->profile(copy)), Secret(u"pw"_s));
        QCOMPARE(awaited(m_workspace->duplicate(id)), "NotFound"_qba);
    }

    void aRemovedProfileLeavesNothing()
    {
        const QString id = value(
            m_workspace->save(administrator(u"EU"_s, m_console.persona.url()), {{u"password"_s, Secret(u"pw"_s)}}));
        // Of a method it once had:
        QCOMPARE(awaited(m_workspace->save(*m_workspace->profile(id), {{u"apiToken"_s, Secret(u"at"_s)}})), "ok"_qba);
        const Profile profile = *m_workspace->profile(id);
        QVERIFY(connectTo(profile));
        QSignalSpy closing(m_workspace.get(), &Workspace::closing);
        QCOMPARE(awaited(m_workspace->remove(id)), "ok"_qba);
        QCOMPARE(closing.size(), 1);
        QVERIFY(m_workspace->profiles().isEmpty());
        QVERIFY(!m_workspace->server(id));
        for (const auto &field : {u"password"_s, u"apiToken"_s})
            QCOMPARE(awaited(m_secrets->read(id + u'/' + field)), "NotFound"_qba);
        QCOMPARE(awaited(m_workspace->remove(id)), "ok"_qba); // gone is what was wanted
    }

    void whatIsMissingIsAskedFor_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QStringList>("missing");
        QTest::newRow("administrator") << u"administrator"_s << QStringList{u"password"_s};
        QTest::newRow("client") << u"clientCredentials"_s << QStringList{u"clientId"_s, u"clientSecret"_s};
        QTest::newRow("token") << u"apiToken"_s << QStringList{u"apiToken"_s};
        QTest::newRow("unknown") << u"what"_s << QStringList{};
    }
    void whatIsMissingIsAskedFor()
    {
        QFETCH(QString, method);
        QFETCH(QStringList, missing);
        Profile profile = administrator(u"EU"_s);
        profile.signInMethod = method;
        profile.id = value(m_workspace->save(profile, {}));
        const auto keys = [&] {
            QStringList found;
            const auto fields = missingFields(profile, value(m_workspace->signInValues(profile)));
            for (const auto &field : fields)
                found << field.key;
            return found;
        };
        QCOMPARE(keys(), missing);
        QHash<QString, Secret> secrets;
        for (const auto &key : std::as_const(missing)) {
            secrets.insert(key, Secret(u"s"_s));
            profile.settings.insert(key, u"v"_s);
        }
        QCOMPARE(value(m_workspace->save(profile, secrets)), profile.id);
        QCOMPARE(keys(), QStringList());
    }

    void aConnectionIsOpenedAndClosed()
    {
        const QString id = value(m_workspace->save(administrator(u"EU"_s, m_console.persona.url()), {}));
        QSignalSpy opened(m_workspace.get(), &Workspace::opened);
        QSignalSpy closing(m_workspace.get(), &Workspace::closing);
        QSignalSpy changed(m_workspace.get(), &Workspace::serverChanged);
        Server *server = connectTo(*m_workspace->profile(id));
        QVERIFY(server);
        QCOMPARE(m_workspace->server(id), server);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(server->session().state(), Session::State::SignedOut);
        QCOMPARE(awaited(server->session().signIn()), "ok"_qba);
        QVERIFY(changed.size() >= 3); // opened, signing in, signed in

        // A second one takes the place of the first.
        const QPointer<Server> first = server;
        Server *second = connectTo(*m_workspace->profile(id));
        QVERIFY(second);
        QVERIFY(!first);
        QCOMPARE(closing.size(), 1);

        const QPointer<Server> live = second;
        m_workspace->close(id);
        QVERIFY(!live);
        QVERIFY(!m_workspace->server(id));
        QCOMPARE(closing.size(), 2);
        m_workspace->close(id); // no harm
        QCOMPARE(closing.size(), 2);
        QVERIFY(Profiles(*m_store).all()->first().lastUsed.isValid());
    }

    void closingEndsWhatIsUnderWay()
    {
        m_console.fail({{u"path"_s, u"/oauth2/clients"_s}, {u"hang"_s, true}});
        const QString id = value(m_workspace->save(administrator(u"EU"_s, m_console.persona.url()), {}));
        Server *server = connectTo(*m_workspace->profile(id));
        const auto loading = server->collection(u"clients"_s)->refresh();
        QTRY_COMPARE(server->session().state(), Session::State::SignedIn);
        m_workspace.reset();
        QTRY_COMPARE(outcomeOf(loading), "dropped"_qba);
    }

    void anEditReachesTheConnection()
    {
        const QString id = value(m_workspace->save(administrator(u"EU"_s, m_console.persona.url()), {}));
        Server *server = connectTo(*m_workspace->profile(id));
        Profile edited = *m_workspace->profile(id);
        edited.name = u"Europe"_s;
        QCOMPARE(awaited(m_workspace->save(edited, {})), "ok"_qba);
        QCOMPARE(server->profile().name, u"Europe"_s);
        QCOMPARE(m_workspace->server(id), server);
    }

    void readOnlyHoldsOnTheWire()
    {
        Profile profile = administrator(u"EU"_s, m_console.persona.url(), Environment::Production);
        profile.id = value(m_workspace->save(profile, {}));
        Server *server = connectTo(profile);
        Session &session = server->session();
        session.setReadOnly(true);
        auto &clients = *server->collection(u"clients"_s);
        QCOMPARE(awaited(clients.refresh()), "ok"_qba); // the sign-in and reading are allowed
        const auto draft = clients.draft(idOf(clients, u"Predict"_s));
        set(*draft, u"name"_s, u"Changed"_s);
        QSignalSpy exchanges(&session, &Session::exchanged);
        QCOMPARE(awaited(draft->save()), "ReadOnly"_qba);
        QVERIFY(exchanges.isEmpty());
        QCOMPARE(awaited(session.signOut()), "ok"_qba);
    }

    void whatIsNotKnownHereIsNotOpened_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::addColumn<QString>("method");
        QTest::newRow("product") << u"no such"_s << u"administrator"_s;
        QTest::newRow("method") << u"teneo"_s << u"no such"_s;
    }
    void whatIsNotKnownHereIsNotOpened()
    {
        QFETCH(QString, dialect);
        QFETCH(QString, method);
        const Profile profile{
            .id = u"1"_s, .name = u"EU"_s, .dialect = dialect, .url = m_console.persona.url(), .signInMethod = method};
        const auto refused = m_workspace->open(profile, TeneoConsole::administrator());
        QCOMPARE(awaited(refused), "Storage"_qba);
        QVERIFY(refused.result().error().message.contains(u"no such"));
        QVERIFY(!m_workspace->server(profile.id));
        QCOMPARE(awaited(m_workspace->test(profile, TeneoConsole::administrator())), "Storage"_qba);
    }

    void aTestSaysWhoWeAreAndLeavesNothing_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("administrator") << u"administrator"_s << u"Signed in as admin, with administrator rights."_s;
        QTest::newRow("client") << u"clientCredentials"_s << u"Signed in as Studio EU, without administrator rights."_s;
        QTest::newRow("user") << u"password"_s << u"Signed in as editor, without administrator rights."_s;
    }
    void aTestSaysWhoWeAreAndLeavesNothing()
    {
        QFETCH(QString, method);
        Profile profile = administrator(u"EU"_s, m_console.persona.url());
        profile.signInMethod = method;
        const auto before = m_console.ids("/oauth2/access-tokens");
        const auto who = m_workspace->test(
            profile, method == u"administrator" ? TeneoConsole::administrator() : TeneoConsole::studioEu(u"editor"_s));
        QTEST(value(who), "sentence");
        QTRY_COMPARE(m_console.ids("/oauth2/access-tokens"), before); // what was issued is given back
        QVERIFY(m_workspace->profiles().isEmpty());
    }

    void aTestThatFailsSaysWhy()
    {
        const Profile profile = administrator(u"EU"_s, m_console.persona.url());
        QCOMPARE(awaited(m_workspace->test(
                     profile, {.plain = {{u"userName"_s, u"admin"_s}}, .secrets = {{u"password"_s, Secret(u"no"_s)}}})),
            "Unauthorized"_qba);
        QCOMPARE(
            awaited(m_workspace->test(administrator(u"EU"_s, QUrl(u"http://127.0.0.1:1"_s)), TeneoConsole::administrator())),
            "Network"_qba);
    }

    void aStoppedTestEndsWithoutAResult()
    {
        m_console.fail({{u"path"_s, u"/oauth2/token"_s}, {u"hang"_s, true}});
        const Profile profile = administrator(u"EU"_s, m_console.persona.url());
        const auto stopped = m_workspace->test(profile, TeneoConsole::administrator());
        m_workspace->stopTest();
        QTRY_COMPARE(outcomeOf(stopped), "dropped"_qba);
        m_workspace->stopTest(); // no harm
        const auto replaced = m_workspace->test(profile, TeneoConsole::administrator());
        m_console.heal();
        const auto again = m_workspace->test(profile, TeneoConsole::administrator());
        QCOMPARE(awaited(again), "ok"_qba);
        QTRY_COMPARE(outcomeOf(replaced), "dropped"_qba);
    }

private:
    Server *connectTo(const Profile &profile)
    {
        const auto server = m_workspace->open(profile, TeneoConsole::administrator());
        return awaited(server) == "ok" ? *server.result() : nullptr;
    }
    void open()
    {
        m_workspace.reset();
        m_store.reset();
        auto store = Store::open(m_folder->filePath(u"latchkey.db"_s));
        QVERIFY2(store, store ? "" : qPrintable(store.error().message));
        m_store = std::move(*store);
        m_workspace = std::make_unique<Workspace>(*m_store, *m_secrets);
    }
    Secret secret(const Profile &profile)
    {
        return value(m_workspace->signInValues(profile)).secrets.value(u"password"_s);
    }

    TeneoConsole m_console;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Workspace> m_workspace;
};

int tst_workspace(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Workspace>(argc, argv);
}
#include "tst_workspace.moc"
