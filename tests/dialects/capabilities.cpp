// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/capabilities.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T>
using List = Endpoint<T> Dialect::*;

template <typename T>
Capability lists(const QString &kind, const QString &label, List<T> list)
{
    return {kind + u".list"_s, label, [list](const Dialect &dialect) { return bool((dialect.*list).list); }};
}
template <typename T>
Capability creates(const QString &kind, const QString &label, List<T> list)
{
    return {kind + u".create"_s, label, [list](const Dialect &dialect) { return bool((dialect.*list).create); }};
}
template <typename T>
Capability updates(const QString &kind, const QString &label, List<T> list)
{
    return {kind + u".update"_s, label, [list](const Dialect &dialect) { return bool((dialect.*list).update); }};
}
template <typename T>
Capability removes(const QString &kind, const QString &label, List<T> list)
{
    return {kind + u".remove"_s, label, [list](const Dialect &dialect) { return bool((dialect.*list).remove); }};
}
template <typename T>
Capability remembers(const QString &kind, const QString &label, List<T> list)
{
    return {kind + u".remember"_s, label, [list](const Dialect &dialect) { return bool((dialect.*list).memory); }};
}

// By what a method does, not by its name: products call the same thing differently.
Capability signsIn(const QString &how, const QString &label)
{
    return {u"signIn."_s + how, label, [how](const Dialect &dialect) {
                return std::any_of(dialect.signInMethods.begin(), dialect.signInMethods.end(),
                    [&how](const SignInMethod &method) { return wayOf(method) == how; });
            }};
}

Capability grants(const QString &type, const QString &label)
{
    return {u"grants."_s + type, label, [type](const Dialect &dialect) {
                return std::any_of(dialect.grants.list.begin(), dialect.grants.list.end(),
                    [&type](const Grant &grant) { return grant.id == type; });
            }};
}

QList<Capability> ofLists()
{
    const auto clients = &Dialect::clients;
    const auto scopes = &Dialect::scopes;
    const auto users = &Dialect::users;
    const auto apiTokens = &Dialect::apiTokens;
    return {
        lists(u"clients"_s, u"List clients"_s, clients),
        remembers(u"clients"_s, u"Remember clients made or deactivated here"_s, clients),
        creates(u"clients"_s, u"Create clients"_s, clients),
        updates(u"clients"_s, u"Change clients"_s, clients),
        removes(u"clients"_s, u"Delete or deactivate clients"_s, clients),
        {u"clients.rotate"_s, u"Give a client new credentials"_s,
            [](const Dialect &dialect) { return bool(dialect.clients.rotation); }},
        lists(u"scopes"_s, u"List scopes"_s, scopes),
        creates(u"scopes"_s, u"Add scopes"_s, scopes),
        updates(u"scopes"_s, u"Change scopes"_s, scopes),
        removes(u"scopes"_s, u"Remove scopes"_s, scopes),
        lists(u"users"_s, u"List users"_s, users),
        remembers(u"users"_s, u"Remember users made here"_s, users),
        creates(u"users"_s, u"Create users"_s, users),
        updates(u"users"_s, u"Change users"_s, users),
        removes(u"users"_s, u"Delete users"_s, users),
        lists(u"apiTokens"_s, u"List API tokens"_s, apiTokens),
        creates(u"apiTokens"_s, u"Create API tokens"_s, apiTokens),
        updates(u"apiTokens"_s, u"Change API tokens"_s, apiTokens),
        removes(u"apiTokens"_s, u"Delete API tokens"_s, apiTokens),
        lists(u"accessTokens"_s, u"List everybody's access tokens"_s, &Dialect::accessTokens),
        remembers(u"accessTokens"_s, u"Remember the tokens this console got"_s, &Dialect::accessTokens),
        removes(u"accessTokens"_s, u"Revoke listed access tokens"_s, &Dialect::accessTokens),
        lists(u"refreshTokens"_s, u"List refresh tokens"_s, &Dialect::refreshTokens),
        removes(u"refreshTokens"_s, u"Revoke listed refresh tokens"_s, &Dialect::refreshTokens),
        lists(u"allTokens"_s, u"List all tokens together"_s, &Dialect::allTokens),
        removes(u"allTokens"_s, u"Revoke or delete tokens of all kinds at once"_s, &Dialect::allTokens),
        lists(u"sessions"_s, u"List sessions"_s, &Dialect::sessions),
        removes(u"sessions"_s, u"End sessions"_s, &Dialect::sessions),
    };
}

QList<Capability> ofTokens()
{
    return {
        {u"tokens.revoke"_s, u"Revoke a token by its value"_s,
            [](const Dialect &dialect) { return bool(dialect.tokens.revoke); }},
        {u"tokens.keep"_s, u"Keep a token in the keychain, to inspect it later"_s,
            [](const Dialect &dialect) { return dialect.keptTokens.memory || dialect.accessTokens.memory; }},
        {u"tokens.revokeBefore"_s, u"Revoke all tokens made before a time"_s,
            [](const Dialect &dialect) { return bool(dialect.batchRevocation); }},
        {u"tokens.info"_s, u"Tell about the token in use"_s,
            [](const Dialect &dialect) { return bool(dialect.tokens.info); }},
        {u"tokens.introspect"_s, u"Introspect any token"_s,
            [](const Dialect &dialect) { return dialect.tokens.introspect || dialect.tokens.infoTakesOthers; }},
        {u"tokens.keys"_s, u"Check signatures with the server's keys"_s,
            [](const Dialect &dialect) { return bool(dialect.tokens.keys); }},
        grants(u"client_credentials"_s, u"Get a token: client credentials"_s),
        grants(u"password"_s, u"Get a token: user name and password"_s),
        grants(u"refresh_token"_s, u"Get a token: refresh token"_s),
        grants(u"authorization_code"_s, u"Get a token: authorization code with PKCE"_s),
    };
}

QList<Capability> ofServers()
{
    return {
        {u"maintenance"_s, u"Run and follow maintenance"_s,
            [](const Dialect &dialect) { return bool(dialect.maintenance); }},
        {u"discovery"_s, u"Find addresses by the server's metadata"_s,
            [](const Dialect &dialect) { return bool(dialect.discovery); }},
        {u"documents"_s, u"Show published documents"_s,
            [](const Dialect &dialect) { return !dialect.documents.isEmpty(); }},
        signsIn(u"client"_s, u"Sign in with client credentials"_s),
        signsIn(u"password"_s, u"Sign in with a password"_s),
        signsIn(u"token"_s, u"Sign in with a token one has"_s),
        signsIn(u"code"_s, u"Sign in with the browser (authorization code)"_s),
        signsIn(u"delegated"_s, u"Sign in with the browser (delegated login)"_s),
    };
}

}

QString wayOf(const SignInMethod &method)
{
    const SignIn signIn = method.make({});
    if (signIn.fixed)
        return u"token"_s;
    if (signIn.code)
        return u"code"_s;
    if (signIn.browser)
        return u"delegated"_s;
    if (method.fields.isEmpty())
        return u"nothing"_s;
    const bool isPerson = std::any_of(method.fields.begin(), method.fields.end(),
        [](const SignInField &field) { return field.key == "password"_L1; });
    return isPerson ? u"password"_s : u"client"_s;
}

const QList<Capability> &capabilities()
{
    static const QList<Capability> all = ofLists() + ofTokens() + ofServers();
    return all;
}

QByteArray capabilityTable(const QList<CapabilityColumn> &columns)
{
    QString table = u"| |"_s;
    for (const auto &column : columns)
        table += u' ' + column.title + u" |"_s;
    table += u"\n|---|"_s + u":-:|"_s.repeated(columns.size()) + u'\n';
    for (const auto &capability : capabilities()) {
        table += u"| "_s + capability.label + u" |"_s;
        for (const auto &column : columns) {
            const bool isDocumented = !column.undocumented.contains(capability.id);
            table += !capability.isIn(column.dialect) ? u" – |"_s : isDocumented ? u" ✓ |"_s : u" ? |"_s;
        }
        table += u'\n';
    }
    return table.toUtf8();
}
