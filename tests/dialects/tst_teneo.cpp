// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recordmodel.h"
#include "tests/dialects/teneoconsole.h"
#include "tests/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QXmlStreamReader>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// What an administrator does on Teneo, through the console's lists and drafts; what became of it is looked up by plain
// HTTP.
class tst_Teneo : public QObject {
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

    void theTabsAreWhatTheServerHas()
    {
        QStringList kinds;
        for (const auto *collection : m_server->separateCollections())
            kinds << collection->kind();
        QCOMPARE(
            kinds, (QStringList{u"clients"_s, u"apiTokens"_s, u"accessTokens"_s, u"refreshTokens"_s, u"keptTokens"_s}));
        QVERIFY(m_server->maintenance());
        QVERIFY(m_server->tokens().canInspect());
        QCOMPARE(m_server->documentLabels().size(), 1);
        QCOMPARE(list(u"clients"_s).operations(), Operation::Create | Operation::Update | Operation::Remove);
        QCOMPARE(list(u"accessTokens"_s).operations(), Operations(Operation::Remove));
        QCOMPARE(list(u"accessTokens"_s).removal(), Removal::Revoke);
        QCOMPARE(list(u"apiTokens"_s).removal(), Removal::Delete);
        QCOMPARE(list(u"keptTokens"_s).operations(), Operation::Remove | Operation::Forget | Operation::Inspect);
    }

    void everyRecordIsListed_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("clients") << u"clients"_s << "/oauth2/clients"_qba;
        QTest::newRow("API tokens") << u"apiTokens"_s << "/oauth2/api-tokens"_qba;
        QTest::newRow("access tokens") << u"accessTokens"_s << "/oauth2/access-tokens"_qba;
        QTest::newRow("refresh tokens") << u"refreshTokens"_s << "/oauth2/refresh-tokens"_qba;
    }
    void everyRecordIsListed()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, path);
        auto &collection = loaded(kind);
        QVERIFY(collection.isComplete());
        QVERIFY(!collection.error());
        QStringList ids;
        for (int row = 0; row < collection.model()->rowCount(); ++row)
            ids << collection.model()->index(row, 0).data(IdRole).toString();
        QVERIFY(ids.size() >= 8);
        QCOMPARE(ids.removeDuplicates(), 0);
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()), m_console->ids(path));
    }

    void aClientsFieldsAreTheServers()
    {
        auto &clients = loaded(u"clients"_s);
        const auto draft = clients.draft(QString::fromLatin1(server::teneo::studioEuId));
        QVERIFY(draft);
        const QJsonObject json = m_console->one("/oauth2/clients/"_qba + server::teneo::studioEuId);
        const auto value = [&](const QString &key) { return draft->value(fieldOf(*draft, key)); };
        QCOMPARE(value(u"name"_s).toString(), u"Studio EU"_s);
        QCOMPARE(value(u"type"_s).toString(), json["type"_L1].toString());
        QCOMPARE(value(u"url"_s).toString(), json["url"_L1].toString());
        QCOMPARE(value(u"description"_s).toString(), json["description"_L1].toString());
        QCOMPARE(value(u"enabled"_s).toBool(), true);
        QCOMPARE(value(u"createdAt"_s).toDateTime().toString(Qt::ISODateWithMs), json["createdAt"_L1].toString());
        QVERIFY(draft->value(fieldOf(*draft, u"secret"_s)).value<Secret>().isEmpty());
        QVERIFY(!draft->isEditable(fieldOf(*draft, u"type"_s))); // the server refuses to change it
    }

    void aClientLivesItsLife()
    {
        auto &clients = loaded(u"clients"_s);
        auto draft = clients.newDraft();
        QCOMPARE(
            value(draft->choices(fieldOf(*draft, u"type"_s))), (QStringList{u"STUDIO"_s, u"INQUIRE"_s, u"OTHER"_s}));
        set(*draft, u"name"_s, u"Šop & Käse/1"_s);
        set(*draft, u"type"_s, u"STUDIO"_s);
        set(*draft, u"url"_s, u"https://shop.example.test/s"_s);
        set(*draft, u"accessTokenLifetime"_s, QVariant::fromValue(seconds(120)));
        const Saved made = value(draft->save());
        QCOMPARE(made.shownOnce.size(), 1);
        const QByteArray path = "/oauth2/clients/" + made.id.toLatin1();
        QCOMPARE(m_console->one(path)["name"_L1].toString(), u"Šop & Käse/1"_s);
        QCOMPARE(m_console->one(path)["accessTokenValiditySeconds"_L1].toInt(), 120);
        QVERIFY(canSignIn(made.id, made.shownOnce.first().value));
        // Told once: nothing that stays holds it.
        QVERIFY(clients.draft(made.id)->value(fieldOf(*draft, u"secret"_s)).value<Secret>().isEmpty());

        draft = clients.draft(made.id);
        set(*draft, u"name"_s, u"Shop"_s);
        set(*draft, u"enabled"_s, false);
        QVERIFY(value(draft->save()).shownOnce.isEmpty());
        QCOMPARE(m_console->one(path)["name"_L1].toString(), u"Shop"_s);
        QCOMPARE(idOf(clients, u"Shop"_s), made.id);
        QVERIFY(!canSignIn(made.id, made.shownOnce.first().value));

        draft = clients.draft(made.id);
        const Secret chosen(u"correct+horse%battery &staple"_s);
        set(*draft, u"enabled"_s, true);
        set(*draft, u"secret"_s, QVariant::fromValue(chosen));
        QCOMPARE(awaited(draft->save()), "ok"_qba);
        QVERIFY(canSignIn(made.id, chosen));
        QVERIFY(clients.draft(made.id)->value(fieldOf(*draft, u"secret"_s)).value<Secret>().isEmpty());

        QCOMPARE(removed(clients, {made.id}), (QList<Batch::Outcome>{Batch::Outcome::Done}));
        QVERIFY(!clients.draft(made.id));
        QCOMPARE(m_console->persona.get(path, m_console->persona.adminToken()).status, 404);
    }

    void aFieldThatIsClearedIsClearedOnTheServer()
    {
        auto &clients = loaded(u"clients"_s);
        auto draft = clients.newDraft();
        set(*draft, u"name"_s, u"To be cleared"_s);
        set(*draft, u"type"_s, u"OTHER"_s);
        set(*draft, u"url"_s, u"https://shop.example.test"_s);
        set(*draft, u"description"_s, u"Some words"_s);
        set(*draft, u"accessTokenLifetime"_s, QVariant::fromValue(seconds(120)));
        set(*draft, u"refreshTokenLifetime"_s, QVariant::fromValue(seconds(240)));
        const QString id = value(draft->save()).id;
        draft = clients.draft(id);
        for (const auto &key : {u"url"_s, u"description"_s})
            set(*draft, key, QString());
        for (const auto &key : {u"accessTokenLifetime"_s, u"refreshTokenLifetime"_s})
            set(*draft, key, QVariant::fromValue(seconds(0)));
        QCOMPARE(awaited(draft->save()), "ok"_qba);
        const QJsonObject json = m_console->one("/oauth2/clients/" + id.toLatin1());
        for (const auto &member : {"url"_L1, "description"_L1})
            QVERIFY2(json[member].toString().isEmpty(), qPrintable(json[member].toString()));
        for (const auto &member : {"accessTokenValiditySeconds"_L1, "refreshTokenValiditySeconds"_L1})
            QCOMPARE(json[member].toInt(0), 0);
    }

    void anUnknownTypeIsShownVerbatim()
    {
        const auto &teneo = TeneoConsole::teneo();
        const Response listed{.status = 200, .body = R"([{"id":"a","name":"A","type":"Future Type_2"}])"};
        QCOMPARE(shownType(teneo.clients, listed), u"Future Type_2"_s);
        QCOMPARE(shownType(teneo.accessTokens, listed), u"Future Type_2"_s);
        QCOMPARE(shownType(teneo.refreshTokens, listed), u"Future Type_2"_s);
        const auto own = teneo.tokens.readInfo({.status = 200, .body = R"({"type":"Future Type_2"})"});
        QVERIFY(own);
        QCOMPARE(own->type, u"Future Type_2"_s);
    }

    void whatWeDoNotUnderstandIsWrittenBack()
    {
        const QJsonObject entry{{u"id"_s, u"c-1"_s}, {u"name"_s, u"Odd"_s}, {u"type"_s, u"FUTURE"_s},
            {u"enabled"_s, true}, {u"policy"_s, QJsonObject{{u"depth"_s, 3}}}, {u"tags"_s, QJsonArray{u"a"_s, u"b"_s}}};
        const auto &endpoint = TeneoConsole::teneo().clients;
        const auto page = endpoint.readPage({.status = 200, .body = QJsonDocument(QJsonArray{entry}).toJson()}, {});
        QVERIFY(page);
        Client changed = page->records.first();
        changed.name = u"Odder"_s;
        const QJsonObject sent = QJsonDocument::fromJson(endpoint.update(page->records.first(), changed).body).object();
        QJsonObject expected = entry;
        expected[u"name"_s] = u"Odder"_s;
        expected[u"description"_s] = QString();
        QCOMPARE(sent, expected);
    }

    void anApiTokenLivesItsLife()
    {
        auto &tokens = loaded(u"apiTokens"_s);
        auto draft = tokens.newDraft();
        set(*draft, u"name"_s, u"warehouse"_s);
        set(*draft, u"userId"_s, u"u-1042"_s);
        set(*draft, u"expires"_s, m_console->persona.time.now().addDays(2));
        const Saved made = value(draft->save());
        QCOMPARE(made.shownOnce.size(), 1);
        const QString bearer = made.shownOnce.first().value.reveal();
        const auto status = [&] { return m_console->persona.get("/oauth2/token-info", bearer).status; };
        QCOMPARE(m_console->persona.get("/oauth2/token-info", bearer).text("userName"_L1), u"reporter"_s);
        QVERIFY(tokens.draft(made.id)->value(fieldOf(*draft, u"value"_s)).value<Secret>().isEmpty());

        for (const bool enabled : {false, true}) {
            draft = tokens.draft(made.id);
            set(*draft, u"enabled"_s, enabled);
            QCOMPARE(awaited(draft->save()), "ok"_qba);
            QCOMPARE(status(), enabled ? 200 : 401);
        }
        draft = tokens.draft(made.id);
        set(*draft, u"expires"_s, QDateTime()); // never
        QCOMPARE(awaited(draft->save()), "ok"_qba);
        m_console->persona.time.advance(3 * 24h);
        QCOMPARE(status(), 200);
        QCOMPARE(removed(tokens, {made.id}), (QList<Batch::Outcome>{Batch::Outcome::Done}));
        QCOMPARE(status(), 401);
    }

    void tokensAreRevokedByTheirIds_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("access tokens") << u"accessTokens"_s << "/oauth2/access-tokens"_qba;
        QTest::newRow("refresh tokens") << u"refreshTokens"_s << "/oauth2/refresh-tokens"_qba;
    }
    void tokensAreRevokedByTheirIds()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, path);
        auto &tokens = loaded(kind);
        const QStringList chosen = firstIds(tokens, 6);
        const int before = tokens.model()->rowCount();
        QCOMPARE(removed(tokens, chosen.first(1)), (QList<Batch::Outcome>{Batch::Outcome::Done}));
        QCOMPARE(tokens.model()->rowCount(), before - 1);
        QCOMPARE(removed(tokens, chosen.sliced(1)), QList<Batch::Outcome>(5, Batch::Outcome::Done));
        QCOMPARE(tokens.model()->rowCount(), before - 6);
        QVERIFY(m_console->ids(path).intersect(QSet<QString>(chosen.begin(), chosen.end())).isEmpty());
    }

    void oneRefusedRevocationFailsAlone()
    {
        auto &tokens = loaded(u"refreshTokens"_s);
        const QStringList chosen = firstIds(tokens, 5);
        m_console->fail({{u"path"_s, u"/oauth2/revoke"_s}, {u"status"_s, 500}, {u"times"_s, 1},
            {u"body"_s, QJsonObject{{u"error"_s, u"server_error"_s}, {u"error_description"_s, u"Come back later."_s}}}});
        const auto batch = tokens.removalOf(chosen);
        QCOMPARE(run(*batch, &Batch::start).count(Batch::Outcome::Failed), 1);
        QCOMPARE(batch->count(Batch::Outcome::Done), 4);
        QString answer;
        for (int row = 0; row < batch->rowCount(); ++row)
            if (batch->index(row, 0).data(Batch::OutcomeRole).value<Batch::Outcome>() == Batch::Outcome::Failed)
                answer = batch->index(row, Batch::Answer).data().toString();
        QVERIFY2(answer.contains(u"Come back later."), qPrintable(answer));
        QCOMPARE(
            m_console->ids("/oauth2/refresh-tokens").intersect(QSet<QString>(chosen.begin(), chosen.end())).size(), 1);
        QCOMPARE(run(*batch, &Batch::retryFailed), QList<Batch::Outcome>(5, Batch::Outcome::Done));
        QVERIFY(!m_console->ids("/oauth2/refresh-tokens").intersects(QSet<QString>(chosen.begin(), chosen.end())));
    }

    void aTokenIsInspectedAsItsOwner()
    {
        const QString pasted = m_console->persona.userToken("editor");
        const Introspected told = value(m_server->tokens().introspect(Secret(pasted)));
        QVERIFY(told.active);
        const Token &other = told.facts;
        QCOMPARE(other.userName, u"editor"_s);
        QCOMPARE(other.type, u"USER"_s);
        QVERIFY(!other.admin);
        QCOMPARE(other.expiresAt, m_console->persona.time.now().addSecs(3600));
        QCOMPARE(value(m_server->tokens().info()).type, u"ADMIN"_s);
        QVERIFY(!value(m_server->tokens().introspect(Secret(u"nobody's"_s))).active);
        QCOMPARE(m_server->session().state(), Session::State::SignedIn); // it was not our token that was refused
    }

    void aMaintenanceTaskRunsToItsResult_data()
    {
        QTest::addColumn<int>("task");
        QTest::newRow("daily") << 0;
        QTest::newRow("hourly") << 1;
    }
    void aMaintenanceTaskRunsToItsResult()
    {
        QFETCH(int, task);
        const Maintenance &maintenance = TeneoConsole::teneo().maintenance;
        const QString id = QString::fromLatin1(server::teneo::studioEuId);
        const auto status = [&] {
            return value(andThen(this, m_server->session().call(maintenance.tasks[task].status(id)), maintenance.read));
        };
        const auto begin = [&] { return awaited(m_server->session().call(maintenance.tasks[task].begin(id))); };
        QVERIFY(!status().running);
        QVERIFY(status().lastResult && status().lastResult->succeeded);
        const QDateTime start = m_console->persona.time.now();
        QCOMPARE(begin(), "202"_qba);
        QCOMPARE(begin(), "Conflict"_qba);
        QVERIFY(status().running);
        QCOMPARE(status().startedAt, start);
        m_console->persona.time.advance(3s);
        const MaintenanceResult expected{.succeeded = true,
            .outcome = u"SUCCESS"_s,
            .message = u"All maintenance steps were completed."_s,
            .startedAt = start,
            .finishedAt = start.addSecs(3)};
        QCOMPARE(status(), (MaintenanceStatus{.lastResult = expected}));

        const QJsonObject wish{
            {u"clientId"_s, id}, {u"task"_s, maintenance.tasks[task].id.toUpper()}, {u"message"_s, u"Disk full."_s}};
        QCOMPARE(m_console->persona.control("/_control/teneo/maintenance", wish).status, 204);
        QCOMPARE(begin(), "202"_qba);
        m_console->persona.time.advance(3s);
        QVERIFY(!status().lastResult->succeeded);
        QCOMPARE(status().lastResult->message, u"Disk full."_s);
    }

    void theMetadataIsReadAsItIs()
    {
        const QString text = value(m_server->document(0));
        QXmlStreamReader xml(text);
        QVERIFY(xml.readNextStartElement());
        QCOMPARE(xml.name(), u"EntityDescriptor");
        QCOMPARE(xml.attributes().value(u"entityID"_s),
            m_console->persona.url().toString() + u"/oauth2/delegated/saml2/metadata"_s);
    }

private:
    // What the list shows of the first record in this answer.
    template <typename T>
    static QString shownType(const Endpoint<T> &endpoint, const Response &answer)
    {
        RecordModel<T> model(endpoint.fields, nullptr);
        const QAbstractItemModelTester tester(&model);
        const auto page = endpoint.readPage(answer, {});
        for (const T &record : page ? page->records : QList<T>())
            model.put(record);
        const auto columns = model.columns();
        for (int column = 0; column < columns.size(); ++column)
            if (columns[column].key == u"type")
                return model.index(0, column).data().toString();
        return {};
    }
    Collection &list(const QString &kind) { return *m_server->collection(kind); }
    Collection &loaded(const QString &kind)
    {
        mustBeOk(awaited(list(kind).refresh()));
        return list(kind);
    }
    static void mustBeOk(const QByteArray &outcome) { QCOMPARE(outcome, "ok"_qba); }
    bool canSignIn(const QString &id, const Secret &secret)
    {
        const QByteArray form = "grant_type=client_credentials&client_id=" + QUrl::toPercentEncoding(id)
            + "&client_secret=" + QUrl::toPercentEncoding(secret.reveal());
        return m_console->persona.form("/oauth2/token", form).status == 200;
    }
    static QStringList firstIds(Collection &collection, int count)
    {
        QStringList ids;
        for (int row = 0; row < count; ++row)
            ids << collection.model()->index(row, 0).data(IdRole).toString();
        return ids;
    }
    static QList<Batch::Outcome> run(Batch &batch, void (Batch::*begin)())
    {
        QSignalSpy finished(&batch, &Batch::finished);
        (batch.*begin)();
        [[maybe_unused]] const bool ended = QTest::qWaitFor([&] { return !finished.isEmpty(); }, 30'000);
        QList<Batch::Outcome> outcomes;
        for (int row = 0; row < batch.rowCount(); ++row)
            outcomes << batch.index(row, 0).data(Batch::OutcomeRole).value<Batch::Outcome>();
        return outcomes;
    }
    static QList<Batch::Outcome> removed(Collection &collection, const QStringList &ids)
    {
        return run(*collection.removalOf(ids), &Batch::start);
    }

    std::unique_ptr<TeneoConsole> m_console;
    std::unique_ptr<Server> m_server;
};

int tst_teneo(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Teneo>(argc, argv);
}
#include "tst_teneo.moc"
