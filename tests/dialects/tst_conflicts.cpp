// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recordcollection.h"
#include "tests/dialects/demoserver.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;

namespace {

// Something another administrator does to a client, in fields that `Demo::changed` leaves alone where there are any.
struct Elsewhere {
    QString key{};
    QVariant value{};
};

// A client that is sent to the server past every list of the console, as another program would send it.
bool changedElsewhere(Server &server, const Client &before, const Client &after)
{
    auto &list = *dynamic_cast<RecordCollection<Client> *>(server.collection(u"clients"_s));
    const auto &endpoint = list.endpoint();
    if (endpoint.memory.key) // each change renews what authorizes the next, so nobody else can make one
        return awaited(list.save(before, after, false)) == "ok";
    return awaited(server.session().call(endpoint.update(before, after))).startsWith('2');
}

}

// What happens to a record on the server while it is edited here is found out before it is written, in every dialect
// whose records can be changed.
class tst_Conflicts : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<DemoServer> m_visited;

    RecordCollection<Client> &clients() const
    {
        return *dynamic_cast<RecordCollection<Client> *>(m_visited->server().collection(u"clients"_s));
    }
    bool write(const QString &id, const Elsewhere &change) const
    {
        const Client before = clients().find(id).value();
        Client after = before;
        for (const auto &field : clients().endpoint().fields)
            if (change.key == QLatin1StringView(field.key))
                field.write(after, change.value);
        return changedElsewhere(m_visited->server(), before, after);
    }
    std::unique_ptr<Draft> openedAfterReload(const QString &id) { return m_visited->seenAnew(u"clients"_s).draft(id); }
    static void eachChangeable(bool clientsOnly)
    {
        QTest::addColumn<Demo>("demo");
        QTest::addColumn<QString>("kind");
        for (const Demo &demo : demos())
            for (auto it = demo.changed.begin(); it != demo.changed.end(); ++it)
                if (!clientsOnly || it.key() == u"clients")
                    QTest::addRow("%s: %s", qPrintable(demo.title), qPrintable(it.key())) << demo << it.key();
    }
    void visit(const Demo &demo) { m_visited = std::make_unique<DemoServer>(demo); }

private Q_SLOTS:
    void cleanup() { m_visited.reset(); }

    void whatNobodyTouchedIsNoConflict_data() { eachChangeable(false); }
    void whatNobodyTouchedIsNoConflict()
    {
        QFETCH(const Demo, demo);
        QFETCH(const QString, kind);
        visit(demo);
        const QString made = m_visited->make(kind).id;
        auto &list = loaded(m_visited->server(), kind);
        const QStringList ids = idsIn(list);
        QVERIFY(ids.contains(made));
        for (const QString &id : ids) {
            const auto draft = list.draft(id);
            const Conflict conflict = value(draft->compare());
            for (const FieldChange &change : conflict.changes)
                qInfo() << id << draft->field(change.field).key << change.before << change.theirs;
            QVERIFY2(conflict.isEmpty(), qPrintable(id));
        }
        // Nor is it after a save, whose answer may tell less than the list.
        for (int round = 0; round < 2; ++round) {
            const auto draft = list.draft(made);
            for (const auto &[key, wanted] : demo.changed[kind])
                set(*draft, key, wanted);
            QVERIFY(value(draft->compare()).isEmpty());
            draft->rebase({});
            QVERIFY(draft->isModified() == (round == 0));
            QCOMPARE(awaited(draft->save()), "ok"_qba);
        }
    }

    void whatOnlyTheyChangedIsTakenOver_data() { eachChangeable(true); }
    void whatOnlyTheyChangedIsTakenOver()
    {
        QFETCH(const Demo, demo);
        visit(demo);
        if (demo.dialect == u"mediationzone")
            QSKIP("There, a client has one field that can be changed.");
        const QString id = m_visited->make(u"clients"_s).id;
        loaded(m_visited->server(), u"clients"_s);
        const bool isNamed = demo.dialect == u"teneo";
        const Elsewhere theirs = isNamed ? Elsewhere{u"name"_s, u"Renamed there"_s}
                                         : Elsewhere{u"redirectUris"_s, QStringList{u"https://there.example/cb"_s}};
        const auto draft = clients().draft(id);
        const auto &[key, wanted] = demo.changed[u"clients"_s].first();
        set(*draft, key, wanted);
        QVERIFY(write(id, theirs));
        const Conflict conflict = value(draft->compare());
        QCOMPARE(conflict.changes.size(), 1);
        QCOMPARE(draft->field(conflict.changes.first().field).key, theirs.key);
        QCOMPARE(conflict.changes.first().theirs, theirs.value);
        QVERIFY(!conflict.changes.first().needsChoice);
        draft->rebase({});
        QCOMPARE(awaited(draft->save()), "ok"_qba);
        const auto now = openedAfterReload(id);
        QCOMPARE(now->value(fieldOf(*now, theirs.key)), theirs.value);
        QCOMPARE(now->value(fieldOf(*now, key)), wanted);
    }

    void whatBothChangedIsAsked_data() { eachChangeable(true); }
    void whatBothChangedIsAsked()
    {
        QFETCH(const Demo, demo);
        for (const bool takesTheirs : {true, false}) {
            visit(demo);
            const QString id = m_visited->make(u"clients"_s).id;
            loaded(m_visited->server(), u"clients"_s);
            const auto &[key, wanted] = demo.changed[u"clients"_s].first();
            const QVariant there
                = demo.dialect == u"mediationzone" ? QVariant(QStringList{u"write_cdr"_s}) : QVariant(u"There"_s);
            const auto draft = clients().draft(id);
            set(*draft, key, wanted);
            QVERIFY(write(id, {key, there}));
            const Conflict conflict = value(draft->compare());
            QCOMPARE(conflict.changes.size(), 1);
            const FieldChange &change = conflict.changes.first();
            QVERIFY(change.needsChoice);
            QCOMPARE(change.theirs, there);
            QCOMPARE(change.mine, wanted);
            draft->rebase(takesTheirs ? QSet<int>{change.field} : QSet<int>());
            QCOMPARE(draft->isModified(), !takesTheirs);
            QCOMPARE(draft->value(change.field), takesTheirs ? there : wanted);
            QCOMPARE(draft->originalValue(change.field), there);
            QVERIFY(value(draft->compare()).isEmpty()); // it is settled
            draft->rebase({});
            QCOMPARE(awaited(draft->save()), "ok"_qba);
            const auto now = openedAfterReload(id);
            QCOMPARE(now->value(change.field), takesTheirs ? there : wanted);
        }
    }

    void whatIsGoneIsSaid_data() { eachChangeable(false); }
    void whatIsGoneIsSaid()
    {
        QFETCH(const Demo, demo);
        QFETCH(const QString, kind);
        visit(demo);
        if (m_visited->server().collection(kind)->removal() == Removal::Deactivate)
            QSKIP("There, nothing is ever gone.");
        const QString id = m_visited->make(kind).id;
        auto &list = loaded(m_visited->server(), kind);
        const auto draft = list.draft(id);
        const auto removal = list.removalRequest(id);
        QVERIFY(removal);
        QVERIFY(awaited(m_visited->server().session().call(*removal)).startsWith('2'));
        const auto answer = draft->compare();
        if (draft->confirmsEffect())
            QCOMPARE(value(answer).effect, SaveEffect::Create);
        else
            QVERIFY(error(answer).message.contains(draft->name()) || demo.dialect == u"oidc");
    }

    void whatHasNoFieldOfOursIsKept()
    {
        visit(demos()[5]); // Any standard server, which keeps what it does not know
        const QString id = m_visited->make(u"clients"_s).id;
        loaded(m_visited->server(), u"clients"_s);
        const auto draft = clients().draft(id);
        set(*draft, u"name"_s, u"Store"_s);
        const Client before = clients().find(id).value();
        Client after = before;
        after.raw[u"software_id"] = u"4NRB1-0XZAB"_s;
        QVERIFY(changedElsewhere(m_visited->server(), before, after));
        QVERIFY(value(draft->compare()).isEmpty()); // no field that could be shown
        draft->rebase({});
        QCOMPARE(bodyOf(draft->request())[u"software_id"], QJsonValue(u"4NRB1-0XZAB"_s));
        QCOMPARE(bodyOf(draft->request())[u"client_name"], QJsonValue(u"Store"_s));
    }
};

int tst_conflicts(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Conflicts>(argc, argv);
}
#include "tst_conflicts.moc"
