// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recordcollection.h"
#include "tests/net/hostileserver.h"
#include "tests/net/outcome.h"
#include "tests/testprogram.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// A server of canned answers by "VERB target"; what it does not know is 404, what is empty is never answered.
class CannedServer {
public:
    void put(const QByteArray &request, const QByteArray &body, const QByteArray &status = "200 OK")
    {
        const std::lock_guard lock(m_mutex);
        m_answers[request] = {status, body};
    }
    // A page of clients of these ids, each named by its id in capitals.
    void putPage(
        const QByteArray &cursor, const QByteArrayList &ids, const QByteArray &next = {}, const QByteArray &suffix = {})
    {
        QByteArrayList clients;
        for (const auto &id : ids)
            clients << R"({"id":")" + id + R"(","name":")" + id.toUpper() + suffix + R"("})";
        put("GET /clients" + (cursor.isEmpty() ? QByteArray() : "?cursor=" + cursor),
            R"({"clients":[)" + clients.join(',') + R"(],"next":")" + next + R"("})");
    }
    void holdBack(const QByteArray &request) { put(request, {}, {}); }
    HostileServer &http() { return m_http; }

private:
    void answer(Peer &peer)
    {
        const auto found = [&] {
            const std::lock_guard lock(m_mutex);
            return m_answers.value(peer.request().verb + ' ' + peer.request().target, {"404 Not Found", "{}"});
        }();
        if (found.first.isEmpty())
            return peer.hang();
        peer.answer(found.second, found.first);
    }

    std::mutex m_mutex;
    QHash<QByteArray, std::pair<QByteArray, QByteArray>> m_answers;
    HostileServer m_http{[this](Peer &peer) { answer(peer); }};
};

namespace {

Result<Client> readClient(const QJsonObject &json)
{
    if (json[u"id"].toString().isEmpty())
        return failure(Error::Kind::Protocol, u"no id"_s);
    return Client{
        .id = json[u"id"].toString(), .name = json[u"name"].toString(), .secret = Secret(json[u"secret"].toString())};
}

Endpoint<Client> endpoint()
{
    const auto one = [](const Client &client) { return u"/clients/"_s + client.id; };
    const auto body = [](const Client &client) { return QJsonObject{{u"name"_s, client.name}}; };
    return {
        .fields
        = chosenFields<Client>({{"name"}, {"type", FieldFlags(FieldFlag::OnCreate)}, {"url"}, {"id"}, {"secret"}}),
        .list =
            [](const ListQuery &query) {
                QUrlQuery parameters;
                if (!query.cursor.isEmpty())
                    parameters.addQueryItem(u"cursor"_s, query.cursor);
                return getRequest(u"/clients"_s, parameters);
            },
        .readPage = [](const Response &response, const ListQuery &) -> Result<Page<Client>> {
            const auto object = response.object();
            if (!object)
                return tl::unexpected(object.error());
            Page<Client> page{.next = (*object)[u"next"].toString()};
            const QJsonArray clients = (*object)[u"clients"].toArray();
            for (const auto &value : clients)
                page.records << *readClient(value.toObject());
            return page;
        },
        .create = [body](const Client &client) { return jsonRequest("POST", u"/clients"_s, body(client)); },
        .update = [one, body](const Client &before,
                      const Client &after) { return jsonRequest("PUT", one(before), body(after)); },
        .remove = [one](const Client &client) { return emptyRequest("DELETE", one(client)); },
        .readOne =
            [](const Response &response, const Client &) {
                const auto object = response.object();
                return object ? readClient(*object) : Result<Client>(tl::unexpected(object.error()));
            },
        .problems =
            [](const Client &client) {
                return client.name == u"bad" ? QHash<QString, QString>{{u"name"_s, u"That name is bad."_s}}
                                             : QHash<QString, QString>();
            },
        .choices = {{u"type"_s,
            {[] { return getRequest(u"/types"_s); },
                [](const Response &response) -> Result<QStringList> {
                    const auto array = response.array();
                    return array ? Result<QStringList>(QVariant(array->toVariantList()).toStringList())
                                 : tl::unexpected(array.error());
                }}}},
    };
}

constexpr int nameField = 0;
constexpr int typeField = 1;
constexpr int urlField = 2;
constexpr int idField = 3;
constexpr int secretField = 4;

}

// A list of one kind of record, over a real socket to a server of canned answers.
class tst_RecordCollection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<CannedServer>();
        m_session
            = std::make_unique<Session>(HttpSettings{.base = m_server->http().url()}, SignIn{.fixed = Credential{}});
        m_clients = new RecordCollection<Client>(u"clients"_s, *m_session, endpoint(), RecordMemory<Client>(), m_session.get());
        new QAbstractItemModelTester(
            m_clients->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_clients);
    }
    void cleanup()
    {
        m_session.reset();
        m_server.reset();
    }

    void everyPageIsLoaded()
    {
        m_server->putPage({}, {"a", "b"}, "2");
        m_server->putPage("2", {"c"}, "3");
        m_server->putPage("3", {"d", "e"});
        QSignalSpy changes(m_clients, &Collection::stateChanged);
        const auto loaded = m_clients->refresh();
        QVERIFY(m_clients->isBusy());
        QVERIFY(!m_clients->isComplete());
        QCOMPARE(awaited(m_clients->refresh()), "ok"_qba); // the same one
        QCOMPARE(awaited(loaded), "ok"_qba);
        QVERIFY(!m_clients->isBusy());
        QVERIFY(m_clients->isComplete());
        QVERIFY(!m_clients->error());
        QVERIFY(m_clients->loadedAt().isValid());
        QCOMPARE(changes.size(), 2);
        QCOMPARE(names(), (QStringList{u"A"_s, u"B"_s, u"C"_s, u"D"_s, u"E"_s}));
        QCOMPARE(m_server->http().seen().size(), 3);
    }

    void aServerThatRepeatsItselfIsNotBelieved_data()
    {
        QTest::addColumn<QByteArray>("nextOfFirst");
        QTest::addColumn<QByteArray>("nextOfSecond");
        QTest::newRow("the same page again") << "2"_qba
                                             << "2"_qba;
        QTest::newRow("in a circle") << "2"_qba
                                     << "1"_qba;
    }
    void aServerThatRepeatsItselfIsNotBelieved()
    {
        QFETCH(QByteArray, nextOfFirst);
        QFETCH(QByteArray, nextOfSecond);
        m_server->putPage({}, {"a", "b"}, nextOfFirst);
        m_server->putPage("1", {"a", "b"}, nextOfFirst);
        m_server->putPage("2", {"c"}, nextOfSecond);
        QCOMPARE(awaited(m_clients->refresh()), "Protocol"_qba); // and says so: some may be missing
        QVERIFY(!m_clients->isComplete());
        QCOMPARE(names(), (QStringList{u"A"_s, u"B"_s, u"C"_s}));
        QVERIFY(m_server->http().seen().size() <= 3);
    }

    void aPageThatFailsLeavesWhatCame()
    {
        m_server->putPage({}, {"x", "y"});
        QCOMPARE(awaited(m_clients->refresh()), "ok"_qba);
        const QDateTime loadedAt = m_clients->loadedAt();
        m_server->putPage({}, {"a", "y"}, "2", "2");
        m_server->put("GET /clients?cursor=2", R"({"message":"Out of order."})", "500 Internal Server Error");
        QCOMPARE(awaited(m_clients->refresh()), "Server"_qba);
        QCOMPARE(names(), (QStringList{u"X"_s, u"Y2"_s, u"A2"_s})); // x may be on the page that did not come
        QVERIFY(!m_clients->isComplete());
        QVERIFY(!m_clients->isBusy());
        QVERIFY(m_clients->error()->message.contains(u"Out of order."));
        QCOMPARE(m_clients->loadedAt(), loadedAt);

        m_server->putPage("2", {"b"});
        QCOMPARE(awaited(m_clients->refresh()), "ok"_qba);
        QVERIFY(m_clients->isComplete());
        QVERIFY(!m_clients->error());
        QCOMPARE(names(), (QStringList{u"Y2"_s, u"A2"_s, u"B"_s}));
    }

    void aRefreshKeepsTheRowsThatStay()
    {
        m_server->putPage({}, {"a", "b", "c"});
        QCOMPARE(awaited(m_clients->refresh()), "ok"_qba);
        const QPersistentModelIndex kept = m_clients->model()->index(1, 0);
        QSignalSpy resets(m_clients->model(), &QAbstractItemModel::modelReset);
        m_server->putPage({}, {"d", "b"}, {}, "!");
        QCOMPARE(awaited(m_clients->refresh()), "ok"_qba);
        QCOMPARE(names(), (QStringList{u"B!"_s, u"D!"_s}));
        QVERIFY(kept.isValid());
        QCOMPARE(kept.data().toString(), u"B!"_s);
        QVERIFY(resets.isEmpty());
    }

    void stoppingKeepsWhatCame()
    {
        m_clients->stop(); // nothing is under way: no harm
        m_server->putPage({}, {"a"}, "2");
        m_server->holdBack("GET /clients?cursor=2");
        const auto loaded = m_clients->refresh();
        QTRY_COMPARE(m_server->http().seen().size(), 2);
        m_clients->stop();
        QCOMPARE(awaited(loaded), "Stopped"_qba);
        QCOMPARE(names(), QStringList{u"A"_s});
        QVERIFY(!m_clients->isBusy());
        QVERIFY(!m_clients->isComplete());
        QCOMPARE(m_clients->error()->kind, Error::Kind::Stopped);
    }

    void whatCannotBeDoneIsNotOffered()
    {
        Endpoint<Client> readOnly = endpoint();
        readOnly.create = {};
        readOnly.update = {};
        readOnly.remove = {};
        RecordCollection<Client> collection(u"clients"_s, *m_session, readOnly, RecordMemory<Client>(), nullptr);
        QCOMPARE(collection.operations(), Operations());
        const auto draft = collection.newDraft();
        for (int field = 0; field < draft->fieldCount(); ++field)
            QVERIFY2(!draft->isEditable(field), qPrintable(draft->field(field).key));
        QCOMPARE(m_clients->operations(), Operation::Create | Operation::Update | Operation::Remove);
    }

    void aDraftTellsItsProblems()
    {
        const auto draft = m_clients->newDraft();
        QVERIFY(draft->isNew());
        QVERIFY(draft->id().isEmpty());
        QVERIFY(draft->isEditable(nameField) && draft->isEditable(typeField) && !draft->isEditable(idField));
        QVERIFY(!draft->problem(nameField).isEmpty()); // required
        draft->setValue(nameField, u"bad"_s);
        QCOMPARE(draft->problem(nameField), u"That name is bad."_s);
        draft->setValue(urlField, u"ftp://x"_s);
        QVERIFY(!draft->problem(urlField).isEmpty());
        QVERIFY(draft->isModified());
        const auto saved = draft->save();
        QCOMPARE(awaited(saved), "Rejected"_qba);
        QCOMPARE(saved.result().error().message, u"That name is bad."_s);
        QVERIFY(m_server->http().seen().isEmpty());

        draft->revert();
        QVERIFY(!draft->isModified());
        QCOMPARE(draft->value(nameField).toString(), QString());
        draft->setValue(nameField, u"good"_s);
        QVERIFY(draft->problem(nameField).isEmpty());
        QVERIFY(draft->problem(urlField).isEmpty());
    }

    void choicesAreTheServers()
    {
        m_server->put("GET /types", R"(["one","two"])");
        const auto draft = m_clients->newDraft();
        const auto words = draft->choices(typeField);
        QCOMPARE(awaited(words), "ok"_qba);
        QCOMPARE(*words.result(), (QStringList{u"one"_s, u"two"_s}));
        const auto none = draft->choices(nameField);
        QCOMPARE(awaited(none), "ok"_qba);
        QVERIFY(none.result()->isEmpty());
    }

    void aNewRecordJoinsTheListWithoutItsSecret()
    {
        m_server->put("POST /clients", R"({"id":"n","name":"New","secret":"told once"})", "201 Created");
        const auto draft = m_clients->newDraft();
        draft->setValue(nameField, u"New"_s);
        const auto saved = draft->save();
        QCOMPARE(awaited(saved), "ok"_qba);
        QCOMPARE(saved.result()->id, u"n"_s);
        QCOMPARE(saved.result()->shownOnce.size(), 1);
        QCOMPARE(saved.result()->shownOnce.first().value, Secret(u"told once"_s));
        QVERIFY(!saved.result()->shownOnce.first().label.isEmpty());
        QCOMPARE(names(), QStringList{u"New"_s});
        QVERIFY(m_clients->draft(u"n"_s)->value(secretField).value<Secret>().isEmpty());
    }

    void aChangedRecordKeepsItsRow()
    {
        m_server->putPage({}, {"a", "b"});
        QCOMPARE(awaited(m_clients->refresh()), "ok"_qba);
        const auto draft = m_clients->draft(u"a"_s);
        QVERIFY(!draft->isNew());
        QCOMPARE(draft->name(), u"A"_s);
        QVERIFY(!draft->isEditable(typeField)); // only when it is made
        draft->setValue(nameField, u"changed"_s);
        QCOMPARE(draft->originalValue(nameField).toString(), u"A"_s);

        m_server->put("PUT /clients/a", "{}", "409 Conflict");
        QCOMPARE(awaited(draft->save()), "Conflict"_qba);
        QCOMPARE(names(), (QStringList{u"A"_s, u"B"_s}));
        QVERIFY(draft->isModified());

        m_server->put("PUT /clients/a", R"({"id":"a","name":"as the server has it"})");
        const auto saved = draft->save();
        QCOMPARE(awaited(saved), "ok"_qba);
        QVERIFY(saved.result()->shownOnce.isEmpty());
        QCOMPARE(names(), (QStringList{u"as the server has it"_s, u"B"_s}));
        const QList<Seen> seen = m_server->http().seen();
        QCOMPARE(QJsonDocument::fromJson(seen.last().body).object()[u"name"].toString(), u"changed"_s);
        QVERIFY(!m_clients->draft(u"unknown"_s));
    }

    void removingEndsWithWhatIsGone()
    {
        m_server->putPage({}, {"done", "gone", "kept"});
        QCOMPARE(awaited(m_clients->refresh()), "ok"_qba);
        m_server->put("DELETE /clients/done", {}, "204 No Content");
        m_server->put("DELETE /clients/kept", R"({"message":"It is in use."})", "409 Conflict");
        const auto batch = m_clients->removalOf({u"done"_s, u"gone"_s, u"kept"_s, u"unknown"_s});
        QCOMPARE(batch->names(), (QStringList{u"DONE"_s, u"GONE"_s, u"KEPT"_s}));
        QCOMPARE(m_server->http().count("DELETE"), 0);
        QSignalSpy finished(batch.get(), &Batch::finished);
        batch->start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(batch->count(Batch::Outcome::Done), 2);
        QCOMPARE(batch->count(Batch::Outcome::Failed), 1);
        QVERIFY(batch->index(2, Batch::Answer).data().toString().contains(u"It is in use."));
        QCOMPARE(names(), QStringList{u"KEPT"_s});
    }

    void whatIsNoLongerListedIsNotRemovedTwice()
    {
        m_server->putPage({}, {"a"});
        QCOMPARE(awaited(m_clients->refresh()), "ok"_qba);
        const auto batch = m_clients->removalOf({u"a"_s});
        m_server->putPage({}, {});
        QCOMPARE(awaited(m_clients->refresh()), "ok"_qba);
        QSignalSpy finished(batch.get(), &Batch::finished);
        batch->start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(batch->count(Batch::Outcome::Failed), 1);
        QCOMPARE(m_server->http().count("DELETE"), 0);
    }

    void readOnlyLetsNoWriteOut()
    {
        m_server->putPage({}, {"a"});
        QCOMPARE(awaited(m_clients->refresh()), "ok"_qba);
        m_session->setReadOnly(true);
        const auto draft = m_clients->draft(u"a"_s);
        draft->setValue(nameField, u"changed"_s);
        QCOMPARE(awaited(draft->save()), "ReadOnly"_qba);
        const auto batch = m_clients->removalOf({u"a"_s});
        QSignalSpy finished(batch.get(), &Batch::finished);
        batch->start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(batch->count(Batch::Outcome::Failed), 1);
        QCOMPARE(names(), QStringList{u"A"_s});
        QCOMPARE(m_server->http().seen().size(), 1);
    }

    void whatOutlivesTheServerDoesNoHarm()
    {
        m_server->putPage({}, {"a", "b"}, "2");
        m_server->putPage("2", {"c"});
        QCOMPARE(awaited(m_clients->refresh()), "ok"_qba);
        for (const auto *request : {"GET /clients", "PUT /clients/a", "DELETE /clients/b", "DELETE /clients/c"})
            m_server->holdBack(request);
        const auto draft = m_clients->draft(u"a"_s);
        draft->setValue(nameField, u"changed"_s);
        const auto batch = m_clients->removalOf({u"b"_s, u"c"_s});
        const auto loading = m_clients->refresh();
        const auto saving = draft->save();
        batch->start();
        QTRY_COMPARE(m_server->http().seen().size(), 6);
        m_session.reset();

        QTRY_COMPARE(outcomeOf(loading), "dropped"_qba);
        QTRY_COMPARE(outcomeOf(saving), "dropped"_qba);
        QCOMPARE(awaited(draft->save()), "Stopped"_qba);
        QCOMPARE(awaited(draft->choices(typeField)), "ok"_qba);
        QCOMPARE(draft->name(), u"A"_s);
        QVERIFY(!draft->isEditable(nameField));
        batch->stop();
        QCOMPARE(batch->count(Batch::Outcome::Done), 0);
    }

private:
    QStringList names() const
    {
        QStringList list;
        for (int row = 0; row < m_clients->model()->rowCount(); ++row)
            list << m_clients->model()->index(row, nameField).data().toString();
        return list;
    }

    std::unique_ptr<CannedServer> m_server;
    std::unique_ptr<Session> m_session;
    RecordCollection<Client> *m_clients = nullptr; // the session's child
};

int tst_recordcollection(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_RecordCollection>(argc, argv);
}
#include "tst_recordcollection.moc"
