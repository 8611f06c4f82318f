// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/capabilitychecks.h"

using namespace Qt::Literals::StringLiterals;

namespace {

void isListed(DemoServer &visited, const QString &kind)
{
    auto &collection = visited.seenAnew(kind);
    QVERIFY(collection.isComplete());
    QVERIFY(!idsIn(collection).isEmpty());
}

void isCreated(DemoServer &visited, const QString &kind)
{
    const Saved saved = visited.make(kind);
    QVERIFY(!saved.id.isEmpty());
    QVERIFY(idsIn(visited.seenAnew(kind)).contains(saved.id));
    if (kind == u"users")
        QVERIFY(visited.isAlive(
            visited
                .issued(
                    u"password"_s, valuesOf({{u"userName"_s, u"zoe@example.test"_s}}, {{u"password"_s, u"zoe_pass"_s}}))
                .credential.access));
    if (kind == u"apiTokens")
        QVERIFY(visited.isAlive(saved.shownOnce.value(0).value));
}

void isUpdated(DemoServer &visited, const QString &kind)
{
    const QString id = visited.make(kind).id;
    const Demo::Texts changes = visited.demo().changed[kind];
    QVERIFY(!changes.isEmpty());
    auto draft = loaded(visited.server(), kind).draft(id);
    for (const auto &[key, wanted] : changes) {
        QVERIFY(draft->value(fieldOf(*draft, key)) != wanted);
        set(*draft, key, wanted);
    }
    QCOMPARE(awaited(draft->save()), "ok"_qba);
    draft = visited.seenAnew(kind).draft(id);
    QVERIFY(draft);
    for (const auto &[key, wanted] : changes)
        QCOMPARE(draft->value(fieldOf(*draft, key)), wanted);
}

void isRemoved(DemoServer &visited, const QString &kind)
{
    const Saved saved = visited.make(kind);
    QVERIFY(idsIn(visited.seenAnew(kind)).contains(saved.id));
    auto &collection = loaded(visited.server(), kind);
    QCOMPARE(removed(collection, {saved.id}), QList{Batch::Outcome::Done});
    const auto left = visited.seenAnew(kind).draft(saved.id);
    if (left && collection.removal() == Removal::Deactivate)
        QCOMPARE(left->value(fieldOf(*left, u"enabled"_s)).toBool(), false);
    else
        QVERIFY(!left);
    if (kind == u"apiTokens")
        QVERIFY(!visited.isAlive(saved.shownOnce.value(0).value));
}

void isRemembered(DemoServer &visited, const QString &kind)
{
    const QString id = visited.make(kind).id;
    auto &collection = loaded(visited.server(), kind);
    if (collection.removal() == Removal::Deactivate)
        QCOMPARE(removed(collection, {id}), QList{Batch::Outcome::Done});
    visited.restart();
    QVERIFY(idsIn(loaded(visited.server(), kind)).contains(id));
}

// Issued afterwards, the old credentials are refused and the new ones are not.
void isRotated(DemoServer &visited)
{
    const QString id = visited.make(u"clients"_s).id;
    const auto outcome = [&visited](const Draft &draft) {
        return awaited(visited.server().tokens().issue(visited.server().dialect().grants.list.first(),
            valuesOf({{u"clientId"_s, draft.value(fieldOf(draft, u"clientId"_s)).toString()}},
                {{u"clientSecret"_s, draft.value(fieldOf(draft, u"secret"_s)).value<Secret>().reveal()}})));
    };
    const auto before = loaded(visited.server(), u"clients"_s).draft(id);
    QCOMPARE(outcome(*before), "ok"_qba);
    const Saved rotated = value(visited.server().collection(u"clients"_s)->rotate(id));
    QCOMPARE(outcome(*before), "Unauthorized"_qba);
    const auto after = loaded(visited.server(), u"clients"_s).draft(rotated.id);
    QVERIFY(after);
    QCOMPARE(outcome(*after), "ok"_qba);
}

}

CapabilityChecks recordChecks()
{
    CapabilityChecks checks{{u"clients.rotate"_s, isRotated}};
    for (const auto &kind : {u"clients"_s, u"scopes"_s, u"users"_s, u"apiTokens"_s}) {
        checks[kind + u".list"_s] = checkWith(isListed, kind);
        checks[kind + u".create"_s] = checkWith(isCreated, kind);
        checks[kind + u".update"_s] = checkWith(isUpdated, kind);
        checks[kind + u".remove"_s] = checkWith(isRemoved, kind);
        checks[kind + u".remember"_s] = checkWith(isRemembered, kind);
    }
    return checks;
}
