// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/teneoconsole.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// What Teneo refuses, and answers that are not what its reference promises.
class tst_TeneoFailures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<TeneoConsole>();
        m_server = m_console->connectedAsAdministrator();
    }
    void cleanup()
    {
        m_server.reset();
        m_console.reset();
    }

    void aTokenRevokedBehindOurBackIsReplaced()
    {
        const auto before = m_console->ids("/oauth2/access-tokens");
        QCOMPARE(awaited(m_server->session().signIn()), "ok"_qba);
        const auto ours = m_console->ids("/oauth2/access-tokens") - before;
        QCOMPARE(ours.size(), 1);
        QCOMPARE(m_console->persona
                     .form("/oauth2/revoke", "token=" + ours.cbegin()->toLatin1(), m_console->persona.adminToken())
                     .status,
            200);
        QList<int> statuses;
        connect(&m_server->session(), &Session::exchanged, this,
            [&statuses](const ExchangeSummary &exchange) { statuses << exchange.status; });
        QCOMPARE(awaited(m_server->collection(u"clients"_s)->refresh()), "ok"_qba);
        QCOMPARE(statuses, (QList<int>{401, 200, 200}));
        QVERIFY(!m_console->ids("/oauth2/access-tokens").intersects(ours));
    }

    void aWriteRefusedForItsTokenIsCarriedOutOnce()
    {
        auto &clients = *m_server->collection(u"clients"_s);
        QCOMPARE(awaited(clients.refresh()), "ok"_qba);
        const int rows = clients.model()->rowCount();
        m_console->persona.time.advance(2h); // our token has expired
        const auto draft = clients.newDraft();
        set(*draft, u"name"_s, u"Once"_s);
        set(*draft, u"type"_s, u"OTHER"_s);
        QCOMPARE(awaited(draft->save()), "ok"_qba);
        QCOMPARE(clients.model()->rowCount(), rows + 1);
        QCOMPARE(awaited(clients.refresh()), "ok"_qba);
        QCOMPARE(clients.model()->rowCount(), rows + 1);
    }

    void aClientMayDoWhatAClientMay()
    {
        m_server = m_console->connected(u"clientCredentials"_s, TeneoConsole::studioEu());
        auto &clients = *m_server->collection(u"clients"_s);
        QCOMPARE(awaited(clients.refresh()), "ok"_qba);
        QCOMPARE(clients.model()->rowCount(), 1);
        QCOMPARE(clients.model()->index(0, 0).data(NameRole).toString(), u"Studio EU"_s);
        const auto draft = clients.newDraft();
        set(*draft, u"name"_s, u"Mine"_s);
        set(*draft, u"type"_s, u"OTHER"_s);
        QCOMPARE(awaited(draft->save()), "Forbidden"_qba);
        QCOMPARE(awaited(clients.draft(QString::fromLatin1(server::teneo::studioEuId))->save()), "Forbidden"_qba);
        for (const auto &kind : {u"apiTokens"_s, u"accessTokens"_s, u"refreshTokens"_s}) {
            auto &refused = *m_server->collection(kind);
            const auto outcome = refused.refresh();
            QCOMPARE(awaited(outcome), "Forbidden"_qba);
            QVERIFY2(error(outcome).message.contains(u"Only an administrator"), qPrintable(error(outcome).message));
            QCOMPARE(error(outcome).code, u"insufficient_scope"_s);
            QVERIFY(refused.error());
            QVERIFY(!refused.isComplete());
            QCOMPARE(m_server->session().state(), Session::State::SignedIn);
        }
    }

    void theServersComplaintReachesThePerson_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QHash<QString, QString>>("values");
        QTest::addColumn<QByteArray>("outcome");
        QTest::addColumn<QString>("words");
        using Values = QHash<QString, QString>;
        QTest::newRow("name taken") << u"clients"_s << Values{{u"name"_s, u"Predict"_s}, {u"type"_s, u"OTHER"_s}}
                                    << "Conflict"_qba << u"A client of that name exists."_s;
        QTest::newRow("unknown type") << u"clients"_s << Values{{u"name"_s, u"New"_s}, {u"type"_s, u"WHAT"_s}}
                                      << "Rejected"_qba << u"/oauth2/clients/types"_s;
        QTest::newRow("token name taken")
            << u"apiTokens"_s << Values{{u"name"_s, u"backup"_s}, {u"userId"_s, u"u-1042"_s}} << "Conflict"_qba
            << u"An API token of that name exists."_s;
        QTest::newRow("unknown user") << u"apiTokens"_s << Values{{u"name"_s, u"new"_s}, {u"userId"_s, u"u-9"_s}}
                                      << "NotFound"_qba << u"There is no such user."_s;
    }
    void theServersComplaintReachesThePerson()
    {
        QFETCH(QString, kind);
        using Values = QHash<QString, QString>;
        QFETCH(Values, values);
        QFETCH(QString, words);
        auto &collection = *m_server->collection(kind);
        QCOMPARE(awaited(collection.refresh()), "ok"_qba);
        const int rows = collection.model()->rowCount();
        const auto draft = collection.newDraft();
        for (auto field = values.cbegin(); field != values.cend(); ++field)
            set(*draft, field.key(), *field);
        const auto saved = draft->save();
        QTEST(awaited(saved), "outcome");
        QVERIFY2(error(saved).message.contains(words), qPrintable(error(saved).message));
        QCOMPARE(collection.model()->rowCount(), rows);
    }

    void aRecordThatIsGoneCannotBeSaved()
    {
        auto &clients = *m_server->collection(u"clients"_s);
        QCOMPARE(awaited(clients.refresh()), "ok"_qba);
        const QString id = idOf(clients, u"Predict"_s);
        const auto draft = clients.draft(id);
        QCOMPARE(
            m_console->persona.remove("/oauth2/clients/" + id.toLatin1(), m_console->persona.adminToken()).status, 204);
        set(*draft, u"name"_s, u"Predict 2"_s);
        QCOMPARE(awaited(draft->save()), "NotFound"_qba);
        QVERIFY(clients.draft(id)); // the next refresh will tell
        QCOMPARE(awaited(clients.refresh()), "ok"_qba);
        QVERIFY(!clients.draft(id));
    }

    void aListOfTheWrongShapeIsRefusedWhole_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("body");
        const QList<std::pair<QString, QString>> lists{{u"clients"_s, u"/oauth2/clients"_s},
            {u"apiTokens"_s, u"/oauth2/api-tokens"_s}, {u"accessTokens"_s, u"/oauth2/access-tokens"_s},
            {u"refreshTokens"_s, u"/oauth2/refresh-tokens"_s}};
        const QList<std::pair<const char *, QString>> bodies{{"object", u"{}"_s}, {"nothing", QString()},
            {"page", u"<html></html>"_s}, {"cut off", uR"([{"id":"a","name":"a")"_s}, {"numbers", u"[1,2]"_s},
            {"one without an id", uR"([{"id":"a","name":"a"},{"name":"b"}])"_s}, {"id is a number", uR"([{"id":5}])"_s},
            {"null", u"null"_s}};
        for (const auto &[kind, path] : lists)
            for (const auto &[name, body] : bodies)
                QTest::addRow("%s: %s", qPrintable(kind), name) << kind << path << body;
    }
    void aListOfTheWrongShapeIsRefusedWhole()
    {
        QFETCH(QString, kind);
        QFETCH(QString, path);
        QFETCH(QString, body);
        auto &collection = *m_server->collection(kind);
        QCOMPARE(awaited(collection.refresh()), "ok"_qba);
        const int rows = collection.model()->rowCount();
        m_console->fail({{u"path"_s, path}, {u"status"_s, 200}, {u"body"_s, body}});
        QCOMPARE(awaited(collection.refresh()), "Protocol"_qba);
        QCOMPARE(collection.model()->rowCount(), rows);
        QVERIFY(!collection.isComplete());
        QVERIFY(!collection.error()->message.isEmpty());
    }

    void otherAnswersOfTheWrongShapeAreErrors_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("body");
        const QString info = u"/oauth2/token-info"_s;
        const QString status = u"/oauth2/clients/studio"_s;
        const QString types = u"/oauth2/clients/types"_s;
        for (const auto &body : {u"[]"_s, u"7"_s, QString(), u"{\"id\":"_s})
            QTest::addRow("token info: %s", qPrintable(body)) << info << body;
        for (const auto &body : {u"{}"_s, u"[]"_s, uR"({"status":null})"_s, uR"({"status":3})"_s, QString()})
            QTest::addRow("status: %s", qPrintable(body)) << status << body;
        for (const auto &body : {u"{}"_s, u"\"STUDIO\""_s, QString()})
            QTest::addRow("types: %s", qPrintable(body)) << types << body;
    }
    void otherAnswersOfTheWrongShapeAreErrors()
    {
        QFETCH(QString, path);
        QFETCH(QString, body);
        m_console->fail({{u"path"_s, path}, {u"status"_s, 200}, {u"body"_s, body}});
        const Maintenance &maintenance = TeneoConsole::teneo().maintenance;
        const auto draft = m_server->collection(u"clients"_s)->newDraft();
        if (path.endsWith(u"token-info"))
            QCOMPARE(awaited(m_server->tokens().info()), "Protocol"_qba);
        else if (path.endsWith(u"types"))
            QCOMPARE(awaited(draft->choices(fieldOf(*draft, u"type"_s))), "Protocol"_qba);
        else
            QCOMPARE(awaited(andThen(
                         this, m_server->session().call(maintenance.tasks.first().status(u"c"_s)), maintenance.read)),
                "Protocol"_qba);
    }

    void aCreatedRecordWithoutAnIdIsAnError()
    {
        auto &clients = *m_server->collection(u"clients"_s);
        m_console->fail(
            {{u"path"_s, u"/oauth2/clients"_s}, {u"method"_s, u"POST"_s}, {u"status"_s, 201}, {u"body"_s, u"{}"_s}});
        const auto draft = clients.newDraft();
        set(*draft, u"name"_s, u"New"_s);
        set(*draft, u"type"_s, u"OTHER"_s);
        QCOMPARE(awaited(draft->save()), "Protocol"_qba);
        QCOMPARE(clients.model()->rowCount(), 0);
    }

    void otherSpellingsAreUnderstood()
    {
        const auto page = TeneoConsole::teneo().clients.readPage(
            {.status = 200,
                .body
                = R"([{"clientId":"a","name":"A","type":"NEW","description":null,"enabled":null,"unknown":[1]},)"
                  R"({"client_id":"b","name":"B","client_secret":"s","accessTokenValiditySeconds":-4,"createdAt":"soon"}])"},
            {});
        QVERIFY(page);
        QCOMPARE(page->records[0].id, u"a"_s);
        QCOMPARE(page->records[0].type, u"NEW"_s);
        QCOMPARE(page->records[1].id, u"b"_s);
        QCOMPARE(page->records[1].secret, Secret(u"s"_s));
        QVERIFY(!page->records[1].raw.contains(u"client_secret"));
        QCOMPARE(page->records[1].accessTokenLifetime, seconds(0));
        QVERIFY(!page->records[1].createdAt.isValid());
        QVERIFY(page->records[0].enabled);
    }

    void aServerInTroubleLeavesUsSignedIn_data()
    {
        QTest::addColumn<QJsonObject>("fault");
        QTest::addColumn<QByteArray>("outcome");
        QTest::newRow("broken read") << QJsonObject{{u"path"_s, u"/oauth2/clients"_s}, {u"drop"_s, u"request"_s}}
                                     << "Network"_qba;
        QTest::newRow("failing server") << QJsonObject{{u"path"_s, u"/oauth2/clients"_s}, {u"status"_s, 500}}
                                        << "Server"_qba;
    }
    void aServerInTroubleLeavesUsSignedIn()
    {
        QFETCH(QJsonObject, fault);
        m_console->fail(fault);
        QTEST(awaited(m_server->collection(u"clients"_s)->refresh()), "outcome");
        QCOMPARE(m_server->session().state(), Session::State::SignedIn);
    }

    void aWriteWithoutAnAnswerIsUnknownAndHappensOnce()
    {
        auto &clients = *m_server->collection(u"clients"_s);
        QCOMPARE(awaited(clients.refresh()), "ok"_qba);
        const int rows = clients.model()->rowCount();
        m_console->fail({{u"path"_s, u"/oauth2/clients"_s}, {u"method"_s, u"POST"_s}, {u"drop"_s, u"answer"_s}});
        const auto draft = clients.newDraft();
        set(*draft, u"name"_s, u"Perhaps"_s);
        set(*draft, u"type"_s, u"OTHER"_s);
        QCOMPARE(awaited(draft->save()), "Unknown"_qba);
        QCOMPARE(awaited(clients.refresh()), "ok"_qba);
        QCOMPARE(clients.model()->rowCount(), rows + 1);
        QVERIFY(!idOf(clients, u"Perhaps"_s).isEmpty());
    }

private:
    std::unique_ptr<TeneoConsole> m_console;
    std::unique_ptr<Server> m_server;
};

int tst_teneofailures(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_TeneoFailures>(argc, argv);
}
#include "tst_teneofailures.moc"
