// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/dialect.h"
#include "net/session.h"
#include "tests/dialects/requests.h"
#include "tests/net/hostileserver.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;

// How MediationZone is spoken to, word by word: its Management API, and the token endpoint.
class tst_MediationZone : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePathsAreSettings_data()
    {
        QTest::addColumn<Settings>("settings");
        QTest::addColumn<QString>("clients");
        QTest::addColumn<QString>("token");
        const auto paths = [](const QString &management, const QString &token) {
            return Settings{{u"managementPath"_s, management}, {u"tokenPath"_s, token}};
        };
        const QString usual = u"/authserver/api/clients"_s;
        const QString usualToken = u"/authserver/token"_s;
        QTest::newRow("nothing said") << Settings() << usual << usualToken;
        QTest::newRow("emptied") << paths(u" "_s, {}) << usual << usualToken;
        QTest::newRow("9.2") << m_dialect.presets[0].values << usual << usualToken;
        QTest::newRow("8.x") << m_dialect.presets[1].values << u"/api/clients"_s << u"/token"_s;
        QTest::newRow("one only") << Settings{{u"tokenPath"_s, u"/t"_s}} << usual << u"/t"_s;
        QTest::newRow("sloppy") << paths(u" mz//api/ "_s, u"mz/token/"_s) << u"/mz/api/clients"_s << u"/mz/token"_s;
        QTest::newRow("odd") << paths(u"/a b"_s, u"/t?x=1"_s) << u"/a%20b/clients"_s << u"/t%3Fx%3D1"_s;
        QTest::newRow("root") << paths(u"/"_s, u"/"_s) << u"/clients"_s << u"/"_s;
    }
    void thePathsAreSettings()
    {
        QFETCH(const QString, clients);
        QFETCH(const QString, token);
        QFETCH(const Settings, settings);
        const Dialect dialect = makeDialect(u"mediationzone"_s, {.settings = settings});
        QCOMPARE(dialect.clients.list({}).path, clients);
        QCOMPARE(dialect.clients.create({}).path, clients);
        QCOMPARE(dialect.grants.list.first().request({}).path, token);
        const QString scope = clients.chopped(7) + u"scope"_s;
        QCOMPARE(dialect.scopes.list({}).path, scope);
        for (const auto &method : dialect.signInMethods)
            QCOMPARE(method.make({}).request().path, scope);
    }

    void aClientIsRead_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<Client>("expected");
        const auto client = [](const QString &name, const QStringList &scopes, const QString &secret, QJsonObject raw) {
            raw[u"client_name"_s] = name;
            return Client{.id = name, .name = name, .scopes = scopes, .secret = Secret(secret), .raw = raw};
        };
        QTest::newRow("documented")
            << R"({"client_name":"Some App","client_id":"YCuI","client_secret":"Ofy1-Q","scope":"normal_scope admin_scope"})"_qba
            << client(u"Some App"_s, {u"normal_scope"_s, u"admin_scope"_s}, u"Ofy1-Q"_s,
                   {{u"client_id"_s, u"YCuI"_s}, {u"scope"_s, u"normal_scope admin_scope"_s}});
        QTest::newRow("no scope") << R"({"client_name":"a","client_secret":"s","scope":""})"_qba
                                  << client(u"a"_s, {}, u"s"_s, {{u"scope"_s, u""_s}});
        QTest::newRow("nulls") << R"({"client_name":"a","client_secret":null,"scope":null})"_qba
                               << client(u"a"_s, {}, {}, {{u"scope"_s, QJsonValue::Null}});
        QTest::newRow("name alone") << R"({"client_name":"a"})"_qba << client(u"a"_s, {}, {}, {});
        QTest::newRow("array of scopes, one twice")
            << R"({"client_name":"a","scope":["r","w r"]})"_qba
            << client(u"a"_s, {u"r"_s, u"w"_s}, {}, {{u"scope"_s, QJsonArray{u"r"_s, u"w r"_s}}});
        QTest::newRow("more than is known")
            << R"({"client_name":"a","scope":" r  w ","tags":[1]})"_qba
            << client(u"a"_s, {u"r"_s, u"w"_s}, {}, {{u"scope"_s, u" r  w "_s}, {u"tags"_s, QJsonArray{1}}});
        QTest::newRow("wrong kinds") << R"({"client_name":"a","client_secret":7,"scope":7})"_qba
                                     << client(u"a"_s, {}, {}, {{u"scope"_s, 7}});
    }
    void aClientIsRead()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const Client, expected);
        const auto page = m_dialect.clients.readPage(jsonAnswer('[' + json + ']'), {});
        QVERIFY(page && page->next.isEmpty());
        QCOMPARE(page->records, QList<Client>{expected});
        const auto one = m_dialect.clients.readOne(jsonAnswer(json), {});
        QVERIFY(one);
        QCOMPARE(*one, expected);
        QVERIFY(!one->raw.contains(u"client_secret"));
    }

    void nonsenseIsNoClient_data()
    {
        QTest::addColumn<QByteArray>("entry");
        for (const char *entry :
            {"{}", "null", "7", "\"a\"", "[]", R"({"client_id":"x"})", R"({"client_name":""})",
                R"({"client_name":null})", R"({"client_name":5})", R"({"status":"success"})", "{\"client_name\":\"a\""})
            QTest::newRow(entry) << QByteArray(entry);
    }
    void nonsenseIsNoClient()
    {
        QFETCH(const QByteArray, entry);
        QVERIFY(!m_dialect.clients.readOne(jsonAnswer(entry), {.id = u"a"_s}));
        QVERIFY(!m_dialect.clients.readPage(jsonAnswer("[{\"client_name\":\"b\"}," + entry + ']'), {}));
        QVERIFY(!m_dialect.clients.readPage(jsonAnswer(entry), {}) || entry == "[]");
    }

    void aClientsFieldsAreTheServers()
    {
        QStringList keys;
        for (const auto &field : m_dialect.clients.fields)
            keys << QString::fromLatin1(field.key);
        QCOMPARE(keys, (QStringList{u"name"_s, u"clientId"_s, u"scopes"_s, u"secret"_s}));
        const auto flags = [this](int i) { return m_dialect.clients.fields[i].flags; };
        QVERIFY(flags(0).testFlag(FieldFlag::OnCreate) && !flags(0).testFlag(FieldFlag::OnUpdate)); // no renaming
        QVERIFY(flags(1).testFlag(FieldFlag::Generated) && !flags(1).testAnyFlags(editable));
        QVERIFY(flags(2).testFlags(editable));
        QVERIFY(flags(3).testFlag(FieldFlag::Readable) && !flags(3).testAnyFlags(editable));
        const auto one = m_dialect.clients.readOne(jsonAnswer(R"({"client_name":"a","client_id":"YCuI"})"), {});
        QCOMPARE(m_dialect.clients.fields[1].read(*one).toString(), u"YCuI"_s);
        QVERIFY(m_dialect.clients.updateCreates); // a PUT to a name that is gone makes it anew
    }

    void writingSaysWhatIsDocumentedAndNoMore()
    {
        const Client before{.id = u"Some App"_s, .name = u"Some App"_s, .raw = {{u"client_id"_s, u"x"_s}}};
        Client after = before;
        after.name = u"Other"_s;
        after.scopes = {u"r"_s, u"w"_s};
        after.secret = Secret(u"s"_s);
        const Request update = m_dialect.clients.update(before, after);
        QCOMPARE(update.verb, "PUT"_qba);
        QCOMPARE(update.path, u"/authserver/api/clients/Some%20App"_s);
        QCOMPARE(bodyOf(update), (QJsonObject{{u"scope"_s, u"r w"_s}}));
        const Request create = m_dialect.clients.create(after);
        QCOMPARE(create.verb, "POST"_qba);
        QCOMPARE(bodyOf(create), (QJsonObject{{u"client_name"_s, u"Other"_s}, {u"scope"_s, u"r w"_s}}));
        QCOMPARE(bodyOf(m_dialect.clients.create({.name = u"n"_s})),
            (QJsonObject{{u"client_name"_s, u"n"_s}, {u"scope"_s, u""_s}}));
        QCOMPARE(m_dialect.clients.remove(before).verb, "DELETE"_qba);
        QVERIFY(m_dialect.clients.remove(before).body.isEmpty());
    }

    void aClientsNameIsOneSegmentOfThePath_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("segment");
        QTest::newRow("space") << u"Some App"_s << u"Some%20App"_s;
        QTest::newRow("slash") << u"a/b"_s << u"a%2Fb"_s;
        QTest::newRow("percent") << u"100%25"_s << u"100%2525"_s;
        QTest::newRow("plus") << u"a+b"_s << u"a%2Bb"_s;
        QTest::newRow("query and fragment") << u"a?b#c"_s << u"a%3Fb%23c"_s;
        QTest::newRow("other scripts") << u"Müller 店"_s << u"M%C3%BCller%20%E5%BA%97"_s;
        QTest::newRow("path") << u"../scope"_s << u"..%2Fscope"_s;
    }
    void aClientsNameIsOneSegmentOfThePath()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, segment);
        const Client client{.id = name, .name = name};
        const QString path = u"/authserver/api/clients/"_s + segment;
        QCOMPARE(m_dialect.clients.read(client).path, path);
        QCOMPARE(m_dialect.clients.update(client, client).path, path);
        QCOMPARE(m_dialect.clients.remove(client).path, path);
        QCOMPARE(m_dialect.clients.rotation.request(client).path, path);
        QVERIFY(m_dialect.clients.problems(client).isEmpty());
    }

    void rotationIsAPatchWithoutABody()
    {
        HostileServer server([](Peer &peer) {
            peer.answer(R"({"client_name":"Some App","client_id":"new id","client_secret":"new secret","scope":"r"})");
        });
        const auto &method = named(m_dialect.signInMethods, u"none"_s);
        Session session({.base = server.url()}, method.make({}));
        const Client before{.id = u"Some App"_s,
            .name = u"Some App"_s,
            .scopes = {u"r"_s},
            .secret = Secret(u"old"_s),
            .raw = {{u"client_id"_s, u"old id"_s}}};
        const auto answer = session.call(m_dialect.clients.rotation.request(before));
        QCOMPARE(awaited(answer), "200"_qba);
        const Seen seen = server.seen().last();
        QCOMPARE(seen.verb, "PATCH"_qba);
        QCOMPARE(seen.target, "/authserver/api/clients/Some%20App"_qba);
        QCOMPARE(seen.headers.value("content-length"), "0"_qba);
        QVERIFY(seen.body.isEmpty());
        QVERIFY(!seen.headers.contains("content-type") && !seen.headers.contains("transfer-encoding"));
        QVERIFY(!seen.headers.contains("authorization"));
        QCOMPARE(server.count("PATCH"), 1);
    }

    void rotationChangesTheIdAndTheNameStays()
    {
        const Client before{.id = u"a"_s, .name = u"a"_s, .raw = {{u"client_id"_s, u"old"_s}}};
        const auto after = m_dialect.clients.readOne(
            jsonAnswer(R"({"client_name":"a","client_id":"new","client_secret":"fresh","scope":"r"})"), before);
        QVERIFY(after);
        QCOMPARE(after->id, before.id);
        QCOMPARE(after->raw[u"client_id"].toString(), u"new"_s);
        QCOMPARE(after->secret, Secret(u"fresh"_s));
        QVERIFY(QByteArray(m_dialect.clients.rotation.consequence).contains("new ID"));
    }

    void whatWouldGoWrongIsRefused_data()
    {
        QTest::addColumn<Client>("client");
        QTest::addColumn<QStringList>("keys");
        QTest::newRow("fine") << Client{.name = u"a.b"_s, .scopes = {u"r-1_2"_s, u"https://x/y"_s}} << QStringList();
        QTest::newRow("dot") << Client{.name = u"."_s} << QStringList{u"name"_s};
        QTest::newRow("dots") << Client{.name = u".."_s} << QStringList{u"name"_s};
        QTest::newRow("two scopes in one") << Client{.scopes = {u"r"_s, u"w x"_s}} << QStringList{u"scopes"_s};
        QTest::newRow("tab") << Client{.scopes = {u"w\tx"_s}} << QStringList{u"scopes"_s};
    }
    void whatWouldGoWrongIsRefused()
    {
        QFETCH(const Client, client);
        QTEST(QStringList(m_dialect.clients.problems(client).keys()), "keys");
        for (const QString &text : m_dialect.clients.problems(client))
            QVERIFY(!text.isEmpty());
    }

    void scopesAreOneText_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("scopes");
        QTest::newRow("documented") << R"({"scope":"normal_scope admin_scope"})"_qba
                                    << QStringList{u"normal_scope"_s, u"admin_scope"_s};
        QTest::newRow("none") << R"({"scope":""})"_qba << QStringList();
        QTest::newRow("null") << R"({"scope":null})"_qba << QStringList();
        QTest::newRow("left out") << "{}"_qba << QStringList();
        QTest::newRow("array") << R"({"scope":["a","b c"],"more":1})"_qba << QStringList{u"a"_s, u"b"_s, u"c"_s};
        QTest::newRow("spaced and repeated") << R"({"scope":" a  b a "})"_qba << QStringList{u"a"_s, u"b"_s};
    }
    void scopesAreOneText()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QStringList, scopes);
        const auto page = m_dialect.scopes.readPage(jsonAnswer(body), {});
        QVERIFY(page);
        QStringList ids;
        for (const Scope &scope : page->records)
            ids << scope.id;
        QCOMPARE(ids, scopes);
    }

    void nonsenseIsNoListOfScopes_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body : {"", "null", "7", "[]", "\"a b\"", R"({"scope":7})", R"({"scope":{}})",
                 R"({"status":"success"})", "<html>"})
            QTest::newRow(body) << QByteArray(body);
    }
    void nonsenseIsNoListOfScopes()
    {
        QFETCH(const QByteArray, body);
        QVERIFY(!m_dialect.scopes.readPage(jsonAnswer(body), {}));
    }

    void aScopeIsAddedByPostAndRemovedByPatch()
    {
        const Scope scope{.id = u"read_cdr"_s};
        const Request create = m_dialect.scopes.create(scope);
        const Request remove = m_dialect.scopes.remove(scope);
        QCOMPARE(create.verb, "POST"_qba);
        QCOMPARE(remove.verb, "PATCH"_qba);
        for (const auto &request : {create, remove}) {
            QCOMPARE(request.path, u"/authserver/api/scope"_s);
            QCOMPARE(bodyOf(request), (QJsonObject{{u"scope"_s, u"read_cdr"_s}}));
        }
        QVERIFY(!m_dialect.scopes.update && !m_dialect.scopes.read);
    }

    void theAnswerTellsWhatWasAdded_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isAdded");
        QTest::newRow("it alone") << R"({"scope":"a"})"_qba << true;
        QTest::newRow("all there are") << R"({"scope":"x a y"})"_qba << true;
        QTest::newRow("nothing said") << ""_qba << true;
        QTest::newRow("another") << R"({"scope":"ab"})"_qba << false;
        QTest::newRow("none") << R"({"scope":""})"_qba << false;
        QTest::newRow("wrong shape") << "[]"_qba << false;
    }
    void theAnswerTellsWhatWasAdded()
    {
        QFETCH(const QByteArray, body);
        const auto scope = m_dialect.scopes.readOne(jsonAnswer(body), {.id = u"a"_s});
        QTEST(scope.has_value(), "isAdded");
        QVERIFY(!scope || scope->id == u"a");
    }

    void severalScopesAreNotOne()
    {
        QVERIFY(m_dialect.scopes.problems({.id = u"read_cdr"_s}).isEmpty());
        for (const auto &id : {u"read cdr"_s, u"a\tb"_s, u" a"_s})
            QCOMPARE(m_dialect.scopes.problems({.id = id}).keys(), QStringList{u"id"_s});
    }

private:
    using Settings = QHash<QString, QString>;
    const Dialect &m_dialect = *findDialect(u"mediationzone"_s);
};

int tst_mediationzone(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_MediationZone>(argc, argv);
}
#include "tst_mediationzone.moc"
