// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/alltokens.h"
#include "tests/dialects/capabilitychecks.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString accessTokens = u"accessTokens"_s;

// A token made now, and its entry in the list.
struct Listed {
    IssuedToken token{};
    QString id{};
};
Listed listed(DemoServer &visited, const QString &kind)
{
    auto &collection = loaded(visited.server(), kind);
    const QStringList before = idsIn(collection);
    const IssuedToken token = visited.issued();
    if (kind == accessTokens && visited.server().dialect().accessTokens.memory) {
        const Token record = visited.server().tokens().recordOf(
            token, visited.valuesFor(visited.demo().grant), token.credential.access);
        QTest::qVerify(
            awaited(visited.server().tokens().remember(record)) == "ok", "remembered", "", __FILE__, __LINE__);
        return {token, record.id};
    }
    QStringList after = idsIn(loaded(visited.server(), kind));
    after.removeIf([&before](const QString &id) { return before.contains(id); });
    QTest::qVerify(after.size() == 1, "one more", qPrintable(after.join(u' ')), __FILE__, __LINE__);
    return {token, after.value(0)};
}

void isTokenListed(DemoServer &visited, const QString &kind)
{
    const QString id = listed(visited, kind).id;
    QVERIFY(idsIn(visited.seenAnew(kind)).contains(id));
}

void isTokenRemembered(DemoServer &visited)
{
    const QString id = listed(visited, accessTokens).id;
    visited.restart();
    QVERIFY(idsIn(loaded(visited.server(), accessTokens)).contains(id));
}

void isTokenRemoved(DemoServer &visited, const QString &kind)
{
    const auto [token, id] = listed(visited, kind);
    QVERIFY(visited.isAlive(token.credential.access));
    QCOMPARE(removed(loaded(visited.server(), kind), {id}), QList{Batch::Outcome::Done});
    if (kind != u"refreshTokens") {
        QVERIFY(!visited.isAlive(token.credential.access));
        return;
    }
    SignInValues values = visited.valuesFor(visited.demo().grant);
    values.secrets[u"refreshToken"_s] = token.credential.refresh;
    const auto renewed
        = visited.server().tokens().issue(named(visited.server().dialect().grants.list, u"refresh_token"_s), values);
    QCOMPARE(error(renewed).code, u"invalid_grant"_s);
}

// Of what `kind` is its list, and how all tokens call it.
QString idAmongAll(const QString &kind, const QString &id)
{
    for (const TokenKind &one : tokenKinds())
        if (one.list == kind)
            return keyOf(Token{.id = id, .kind = QLatin1StringView(one.word)});
    return {};
}

void areAllListed(DemoServer &visited)
{
    (void)visited.issued();
    QStringList each;
    for (const TokenKind &kind : tokenKinds())
        if (visited.server().collection(kind.list))
            for (const QString &id : idsIn(loaded(visited.server(), kind.list)))
                each << idAmongAll(kind.list, id);
    QStringList all = idsIn(loaded(visited.server(), u"allTokens"_s));
    each.sort();
    all.sort();
    QVERIFY(!each.isEmpty());
    QCOMPARE(all, each);
}

void isRemovedFromAll(DemoServer &visited)
{
    const auto [token, id] = listed(visited, accessTokens);
    QVERIFY(visited.isAlive(token.credential.access));
    auto &all = loaded(visited.server(), u"allTokens"_s);
    QCOMPARE(removed(all, {idAmongAll(accessTokens, id)}), QList{Batch::Outcome::Done});
    QVERIFY(!visited.isAlive(token.credential.access));
}

void isRevoked(DemoServer &visited)
{
    const Secret token = visited.issued().credential.access;
    QVERIFY(visited.isAlive(token));
    QCOMPARE(awaited(visited.server().tokens().revoke(token, u"access_token"_s)), "ok"_qba);
    QVERIFY(!visited.isAlive(token));
}

// With its refresh token where there is one; forgetting them tells the server nothing, revoking one forgets it.
void isKept(DemoServer &visited)
{
    const IssuedToken token = visited.issued();
    QList<Secret> values{token.credential.access};
    if (!token.credential.refresh.isEmpty())
        values << token.credential.refresh;
    QStringList ids;
    for (const Secret &one : values) {
        const Token record = visited.server().tokens().recordOf(token, visited.valuesFor(visited.demo().grant), one);
        QCOMPARE(awaited(visited.server().tokens().keep(record)), "ok"_qba);
        ids << record.id;
    }
    visited.restart();
    QCOMPARE(loaded(visited.server(), visited.server().tokens().kept()->kind()).tokens(ids), values);

    QCOMPARE(awaited(visited.server().tokens().kept()->forget(ids)), "ok"_qba);
    visited.restart();
    QVERIFY(loaded(visited.server(), visited.server().tokens().kept()->kind()).tokens(ids).isEmpty());
    QVERIFY(!idsIn(*visited.server().tokens().kept()).contains(ids.first()));
    if (!visited.server().tokens().canRevoke())
        return;
    QVERIFY(visited.isAlive(values.first()));
    const Token record = visited.server().tokens().recordOf(token, {}, values.first());
    QCOMPARE(awaited(visited.server().tokens().keep(record)), "ok"_qba);
    QCOMPARE(awaited(visited.server().tokens().revoke(values.first())), "ok"_qba);
    QTRY_VERIFY(!idsIn(*visited.server().tokens().kept()).contains(record.id));
}

void isRevokedBefore(DemoServer &visited)
{
    const Secret token = visited.issued().credential.access;
    QVERIFY(visited.isAlive(token));
    visited.persona().time.advance(10s);
    QVERIFY(value(visited.server().tokens().revokeBefore(visited.persona().time.now())) >= 1);
    QVERIFY(!visited.isAlive(token));
}

void isOwnTold(DemoServer &visited)
{
    const QString method = visited.demo().person;
    const auto server = visited.stranger(method, visited.demo().signIns[method]);
    const Token own = value(server->tokens().info());
    QVERIFY(!own.userId.isEmpty() || !own.userName.isEmpty());
}

void isIntrospected(DemoServer &visited)
{
    const Introspected told = value(visited.server().tokens().introspect(visited.issued().credential.access));
    QVERIFY(told.active);
    QVERIFY(told.facts.expiresAt.isValid());
    QVERIFY(!value(visited.server().tokens().introspect(Secret(u"no token"_s))).active);
}

void areKeysRead(DemoServer &visited)
{
    const QJsonArray keys = QJsonDocument::fromJson(value(visited.server().tokens().keys()))["keys"_L1].toArray();
    QVERIFY(!keys.isEmpty());
    for (const auto &key : keys)
        QVERIFY(!key[u"kty"_s].toString().isEmpty());
}

void isGranted(DemoServer &visited, const QString &type)
{
    const IssuedToken token = visited.issued(type, visited.valuesFor(type));
    QVERIFY(!token.credential.access.isEmpty());
    if (visited.server().tokens().canIntrospect() || visited.server().tokens().canRevoke())
        QVERIFY(visited.isAlive(token.credential.access));
}

void isRenewed(DemoServer &visited)
{
    SignInValues values = visited.valuesFor(u"password"_s);
    const Credential first = visited.issued(u"password"_s, values).credential;
    QVERIFY(!first.refresh.isEmpty());
    values.secrets[u"refreshToken"_s] = first.refresh;
    values.plain.remove(u"userName"_s);
    values.secrets.remove(u"password"_s);
    const Secret second = visited.issued(u"refresh_token"_s, values).credential.access;
    QVERIFY(!(second == first.access));
    QVERIFY(visited.isAlive(second));
}

void isGrantedInTheBrowser(DemoServer &visited)
{
    const SignInValues values = visited.browserClient();
    const Person person(visited.persona(), visited.server().session(), visited.typed());
    const Secret token = visited.issued(u"authorization_code"_s, values).credential.access;
    QVERIFY(visited.isAlive(token));
}

}

CapabilityChecks tokenChecks()
{
    CapabilityChecks checks{
        {u"accessTokens.remember"_s, isTokenRemembered},
        {u"allTokens.list"_s, areAllListed},
        {u"allTokens.remove"_s, isRemovedFromAll},
        {u"tokens.revoke"_s, isRevoked},
        {u"tokens.keep"_s, isKept},
        {u"tokens.revokeBefore"_s, isRevokedBefore},
        {u"tokens.info"_s, isOwnTold},
        {u"tokens.introspect"_s, isIntrospected},
        {u"tokens.keys"_s, areKeysRead},
        {u"grants.refresh_token"_s, isRenewed},
        {u"grants.authorization_code"_s, isGrantedInTheBrowser},
    };
    for (const auto &kind : {accessTokens, u"refreshTokens"_s, u"sessions"_s}) {
        checks[kind + u".list"_s] = checkWith(isTokenListed, kind);
        checks[kind + u".remove"_s] = checkWith(isTokenRemoved, kind);
    }
    for (const auto &type : {u"client_credentials"_s, u"password"_s})
        checks[u"grants."_s + type] = checkWith(isGranted, type);
    return checks;
}
