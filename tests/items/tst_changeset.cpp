// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/changeset.h"
#include "tests/dialects/teneoconsole.h"
#include "tests/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

// Changes collected over several lists of one server, and applied in order.
class tst_ChangeSet : public QObject {
    Q_OBJECT

private:
    using State = ChangeSet::State;

    std::unique_ptr<TeneoConsole> m_console;
    std::unique_ptr<Server> m_server;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    ChangeSet &changes() const { return m_server->changes(); }
    Collection &clients() const { return *m_server->collection(u"clients"_s); }
    Collection &apiTokens() const { return *m_server->collection(u"apiTokens"_s); }
    int stageNew(Collection &list, const QString &name)
    {
        auto draft = list.newDraft();
        set(*draft, u"name"_s, name);
        if (&list == &clients())
            set(*draft, u"type"_s, u"OTHER"_s);
        else
            set(*draft, u"userId"_s, u"u-1042"_s);
        return changes().stage(list, std::move(draft));
    }
    int stageEdit(const QString &name, const QString &description)
    {
        auto draft = clients().draft(idOf(clients(), name));
        set(*draft, u"description"_s, description);
        return changes().stage(clients(), std::move(draft));
    }
    QList<State> states() const
    {
        QList<State> states;
        for (int row = 0; row < changes().rowCount(); ++row)
            states << changes().item(row).state;
        return states;
    }
    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < changes().rowCount(); ++row)
            names << changes().index(row, ChangeSet::NameColumn).data().toString();
        return names;
    }
    // How many were done and failed.
    std::pair<int, int> applied(ChangeSet::OnFailure onFailure = ChangeSet::OnFailure::Stop)
    {
        QSignalSpy ended(&changes(), &ChangeSet::ended);
        changes().apply(onFailure);
        if (!QTest::qWaitFor([&] { return !ended.isEmpty(); }, 20'000))
            return {-1, -1};
        return {ended.first().at(0).toInt(), ended.first().at(1).toInt()};
    }
    QString descriptionOnServer(const QString &name)
    {
        return m_console->one("/oauth2/clients/" + idOf(clients(), name).toUtf8())["description"_L1].toString();
    }

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<TeneoConsole>();
        m_server = m_console->connectedAsAdministrator();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            &changes(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(awaited(clients().refresh()), "ok"_qba);
        QCOMPARE(awaited(apiTokens().refresh()), "ok"_qba);
    }
    void cleanup()
    {
        m_tester.reset();
        m_server.reset();
        m_console.reset();
    }

    void stagingSendsNothing()
    {
        const QJsonArray before = m_console->list("/oauth2/clients");
        stageNew(clients(), u"Shop"_s);
        stageEdit(u"Studio EU"_s, u"Staged"_s);
        changes().stageRemoval(clients(), idOf(clients(), u"Inquire"_s));
        const auto counts = changes().counts();
        QCOMPARE(counts.creates, 1);
        QCOMPARE(counts.edits, 1);
        QCOMPARE(counts.removals, 1);
        QCOMPARE(changes().pending(), 3);
        QCOMPARE(changes().index(1, ChangeSet::FieldsColumn).data().toString(), u"1"_s);
        QCOMPARE(changes().index(1, ChangeSet::ActionColumn).data().toString(), u"Change"_s);
        QCOMPARE(changes().index(2, ChangeSet::StateColumn).data().toString(), u"Staged"_s);
        const QList<Request> requests = changes().requests();
        QCOMPARE(requests.size(), 3);
        QCOMPARE(requests[0].verb + requests[1].verb + requests[2].verb, "POSTPUTDELETE"_qba);
        QCOMPARE(m_console->list("/oauth2/clients"), before);
    }

    void oneRecordIsStagedOnce()
    {
        const QString id = idOf(clients(), u"Studio EU"_s);
        const int number = stageEdit(u"Studio EU"_s, u"First"_s);
        auto again = changes().draft(changes().numberOf(clients(), id));
        QVERIFY(again);
        QCOMPARE(again->value(fieldOf(*again, u"description"_s)).toString(), u"First"_s);
        set(*again, u"url"_s, u"https://other.example.test"_s);
        QCOMPARE(changes().stage(clients(), std::move(again)), number);
        QCOMPARE(changes().rowCount(), 1);
        QCOMPARE(changes().index(0, ChangeSet::FieldsColumn).data().toString(), u"2"_s);
        changes().stageRemoval(clients(), id);
        QCOMPARE(changes().rowCount(), 1);
        QCOMPARE(changes().item(0).action, ChangeAction::Remove);
        QCOMPARE(changes().numberOf(clients(), id), 0);
        stageEdit(u"Studio EU"_s, u"After all"_s);
        QCOMPARE(changes().item(0).action, ChangeAction::Change);
        QCOMPARE(changes().stageRemoval(clients(), u"nobody"_s), 0);
    }

    void whatIsToBeMadeIsEditedOrDropped()
    {
        const int number = stageNew(clients(), u"Shop"_s);
        const int other = stageNew(clients(), u"Cafe"_s);
        auto draft = changes().draft(number);
        set(*draft, u"name"_s, u"Store"_s);
        QCOMPARE(changes().stage(clients(), std::move(draft), number), number);
        QCOMPARE(names(), (QStringList{u"Store"_s, u"Cafe"_s}));
        changes().drop(number);
        QCOMPARE(names(), QStringList{u"Cafe"_s});
        changes().drop(number);
        QCOMPARE(changes().rowOf(other), std::optional(0));
        changes().discard();
        QCOMPARE(changes().rowCount(), 0);
    }

    void theOrderIsChosen()
    {
        for (const auto &name : {u"A"_s, u"B"_s, u"C"_s})
            stageNew(clients(), name);
        changes().move(0, 1);
        QCOMPARE(names(), (QStringList{u"B"_s, u"A"_s, u"C"_s}));
        changes().move(2, -1);
        QCOMPARE(names(), (QStringList{u"B"_s, u"C"_s, u"A"_s}));
        changes().move(0, -1);
        changes().move(2, 1);
        QCOMPARE(names(), (QStringList{u"B"_s, u"C"_s, u"A"_s}));
        QCOMPARE(bodyNames(), names());
    }
    QStringList bodyNames() const
    {
        QStringList names;
        for (const Request &request : changes().requests())
            names << QJsonDocument::fromJson(request.body)["name"_L1].toString();
        return names;
    }

    void allKindsAreAppliedAndNoSecretIsLost()
    {
        stageNew(clients(), u"Shop"_s);
        stageNew(apiTokens(), u"warehouse"_s);
        stageEdit(u"Studio EU"_s, u"Applied"_s);
        const QString gone = idOf(clients(), u"Inquire"_s);
        changes().stageRemoval(clients(), gone);
        QCOMPARE(applied(), std::pair(4, 0));
        QCOMPARE(states(), QList<State>(4, State::Done));
        QCOMPARE(changes().pending(), 0);
        QVERIFY(changes().hasSecrets());
        const auto secrets = changes().takeSecrets();
        QCOMPARE(secrets.size(), 2);
        QCOMPARE(secrets[0].name, u"Shop"_s);
        QCOMPARE(secrets[1].name, u"warehouse"_s);
        for (const auto &each : secrets)
            QVERIFY(!each.values.value(0).value.isEmpty());
        QVERIFY(!changes().hasSecrets());
        QCOMPARE(descriptionOnServer(u"Studio EU"_s), u"Applied"_s);
        QVERIFY(!m_console->ids("/oauth2/clients").contains(gone));
        QVERIFY(!idOf(clients(), u"Shop"_s).isEmpty());
        stageNew(clients(), u"Next"_s); // and what is done makes way
        QCOMPARE(changes().rowCount(), 1);
    }

    void aFailureStopsOrNot_data()
    {
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("stop") << false;
        QTest::newRow("go on") << true;
    }
    void aFailureStopsOrNot()
    {
        QFETCH(const bool, goesOn);
        stageNew(clients(), u"First"_s);
        stageEdit(u"Studio EU"_s, u"Never"_s);
        stageNew(clients(), u"Last"_s);
        m_console->fail({{u"path"_s, u"/oauth2/clients/"_s + idOf(clients(), u"Studio EU"_s)}, {u"status"_s, 500}});
        const auto mode = goesOn ? ChangeSet::OnFailure::GoOn : ChangeSet::OnFailure::Stop;
        QCOMPARE(applied(mode), std::pair(goesOn ? 2 : 1, 1));
        QCOMPARE(states(), (QList{State::Done, State::Failed, goesOn ? State::Done : State::Staged}));
        QVERIFY(!changes().item(1).error.message.isEmpty());
        QVERIFY(changes().index(1, ChangeSet::StateColumn).data().toString().startsWith(u"Failed: "));
        m_console->heal();
        QCOMPARE(applied(), std::pair(goesOn ? 1 : 2, 0)); // what was left, and nothing twice
        QCOMPARE(changes().takeSecrets().size(), 2);
        QCOMPARE(descriptionOnServer(u"Studio EU"_s), u"Never"_s);
    }

    void itCanBeStopped()
    {
        for (const auto &name : {u"A"_s, u"B"_s, u"C"_s})
            stageNew(clients(), name);
        QSignalSpy ended(&changes(), &ChangeSet::ended);
        connect(&changes(), &ChangeSet::changed, this, [this] {
            if (changes().item(0).state == State::Done)
                changes().stop();
        });
        changes().apply(ChangeSet::OnFailure::Stop);
        QVERIFY(changes().isApplying());
        changes().drop(changes().item(0).number); // is under way
        QCOMPARE(changes().rowCount(), 3);
        QTRY_COMPARE(ended.size(), 1);
        disconnect(&changes(), &ChangeSet::changed, this, nullptr);
        QCOMPARE(states(), (QList{State::Done, State::Staged, State::Staged}));
        QVERIFY(!changes().isApplying());
        QCOMPARE(applied(), std::pair(2, 0));
    }

    void aConflictWaitsForADecision()
    {
        const QString id = idOf(clients(), u"Studio EU"_s);
        const int number = stageEdit(u"Studio EU"_s, u"Mine"_s);
        auto theirs = m_console->connectedAsAdministrator();
        auto &there = *theirs->collection(u"clients"_s);
        QCOMPARE(awaited(there.refresh()), "ok"_qba);
        auto other = there.draft(id);
        set(*other, u"description"_s, u"Theirs"_s);
        QCOMPARE(awaited(other->save()), "ok"_qba);
        QCOMPARE(applied(), std::pair(0, 1));
        QCOMPARE(states(), QList{State::Conflict});
        QCOMPARE(descriptionOnServer(u"Studio EU"_s), u"Theirs"_s);
        QCOMPARE(changes().item(0).conflict.changes.size(), 1);
        QCOMPARE(applied(), std::pair(0, 1)); // not settled by trying again
        changes().resolve(number, {});
        QCOMPARE(states(), QList{State::Staged});
        QCOMPARE(applied(), std::pair(1, 0));
        QCOMPARE(descriptionOnServer(u"Studio EU"_s), u"Mine"_s);
    }

    void theirsAloneIsNoChangeAnyMore()
    {
        const QString id = idOf(clients(), u"Studio EU"_s);
        const int number = stageEdit(u"Studio EU"_s, u"Mine"_s);
        auto theirs = m_console->connectedAsAdministrator();
        QCOMPARE(awaited(theirs->collection(u"clients"_s)->refresh()), "ok"_qba);
        auto other = theirs->collection(u"clients"_s)->draft(id);
        set(*other, u"description"_s, u"Theirs"_s);
        QCOMPARE(awaited(other->save()), "ok"_qba);
        QCOMPARE(applied(), std::pair(0, 1));
        changes().resolve(number, {changes().item(0).conflict.changes.first().field});
        QCOMPARE(changes().rowCount(), 0);
    }

    void readOnlyRefusesAndKeepsEverything()
    {
        stageNew(clients(), u"Shop"_s);
        changes().stageRemoval(clients(), idOf(clients(), u"Inquire"_s));
        m_server->session().setReadOnly(true);
        QCOMPARE(applied(ChangeSet::OnFailure::GoOn), std::pair(0, 2));
        for (int row = 0; row < 2; ++row)
            QCOMPARE(changes().item(row).error.kind, Error::Kind::ReadOnly);
        m_server->session().setReadOnly(false);
        QCOMPARE(applied(), std::pair(2, 0));
    }

    void whatIsGoneAlreadyNeedsNoRemoval()
    {
        const QString id = idOf(clients(), u"Inquire"_s);
        changes().stageRemoval(clients(), id);
        auto theirs = m_console->connectedAsAdministrator();
        auto &there = *theirs->collection(u"clients"_s);
        QCOMPARE(awaited(there.refresh()), "ok"_qba);
        QCOMPARE(awaited(there.removalOf({id})->operation()(id)), "ok"_qba);
        QCOMPARE(awaited(clients().refresh()), "ok"_qba); // it has left our list, too
        QCOMPARE(applied(), std::pair(1, 0));
    }
};

int tst_changeset(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_ChangeSet>(argc, argv);
}
#include "tst_changeset.moc"
