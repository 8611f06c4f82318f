// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/demoserver.h"

#include "app/server/autentico/demo.h"

using namespace Qt::Literals::StringLiterals;

namespace {

using Words = QHash<QString, QString>;

Demo teneoDemo()
{
    const Words client{{u"clientId"_s, QString::fromLatin1(server::teneo::studioEuId)}};
    const Words secret{{u"clientSecret"_s, QString::fromLatin1(server::teneo::studioEuSecret)}};
    const auto person = [&](const QString &name) {
        Words plain = client;
        Words secrets = secret;
        plain[u"userName"_s] = name;
        secrets[u"password"_s] = name + u"_pass"_s;
        return valuesOf(plain, secrets);
    };
    return {
        .title = u"Teneo Manager"_s,
        .dialect = u"teneo"_s,
        .manager = u"administrator"_s,
        .person = u"password"_s,
        .signIns = {{u"administrator"_s, person(u"admin"_s)}, {u"password"_s, person(u"reporter"_s)},
            {u"clientCredentials"_s, valuesOf(client, secret)}, {u"delegated"_s, valuesOf(client, secret)}},
        .grants = {{u"client_credentials"_s, valuesOf(client, secret)}, {u"password"_s, person(u"reporter"_s)}},
        .grant = u"password"_s,
        .made = {{u"clients"_s, {{u"name"_s, u"Shop"_s}, {u"type"_s, u"OTHER"_s}}},
            {u"apiTokens"_s, {{u"name"_s, u"warehouse"_s}, {u"userId"_s, u"u-1042"_s}}}},
        .changed = {{u"clients"_s, {{u"description"_s, u"Sells"_s}}}, {u"apiTokens"_s, {{u"enabled"_s, false}}}},
    };
}

Demo mediationZoneDemo()
{
    return {
        .title = u"MediationZone"_s,
        .dialect = u"mediationzone"_s,
        .manager = u"basic"_s,
        .person = u"basic"_s,
        .signIns = {{u"basic"_s, valuesOf({{u"userName"_s, u"mzadmin"_s}}, {{u"password"_s, u"mzadmin_pass"_s}})}},
        .grants = {}, // clients are listed with their secrets
        .grant = u"client_credentials"_s,
        .made = {{u"clients"_s, {{u"name"_s, u"Shop"_s}, {u"scopes"_s, QStringList{u"read_invoice"_s}}}},
            {u"scopes"_s, {{u"id"_s, u"audit_log"_s}}}},
        .changed = {{u"clients"_s, {{u"scopes"_s, QStringList{u"read_audit"_s}}}}},
    };
}

Demo autenticoDemo(bool isLater)
{
    const auto person = [](const QString &name) {
        return valuesOf({{u"userName"_s, name + u"@example.test"_s}}, {{u"password"_s, name + u"_pass"_s}});
    };
    const SignInValues portal = valuesOf({{u"clientId"_s, QString::fromLatin1(server::autentico::portalId)}},
        {{u"clientSecret"_s, QString::fromLatin1(server::autentico::portalSecret)}});
    return {
        .title = isLater ? u"Autentico (later version)"_s : u"Autentico"_s,
        .dialect = u"autentico"_s,
        .isLater = isLater,
        .manager = u"password"_s,
        .person = u"password"_s,
        .signIns = {{u"password"_s, person(u"admin"_s)}},
        .grants = {{u"password"_s, person(u"ana"_s)}, {u"client_credentials"_s, portal}},
        .grant = u"password"_s,
        .made
        = {{u"clients"_s, {{u"name"_s, u"Shop"_s}, {u"redirectUris"_s, QStringList{u"https://shop.example/cb"_s}}}},
            {u"users"_s,
                {{u"name"_s, u"zoe@example.test"_s}, {u"password"_s, QVariant::fromValue(Secret(u"zoe_pass"_s))}}}},
        .changed = {{u"clients"_s, {{u"name"_s, u"Store"_s}}}},
    };
}

Demo wynDemo()
{
    const SignInValues admin = valuesOf({{u"clientId"_s, u"integration"_s}, {u"userName"_s, u"admin"_s}},
        {{u"clientSecret"_s, u"integration_secret"_s}, {u"password"_s, u"admin_pass"_s}});
    return {
        .title = u"Wyn Enterprise"_s,
        .dialect = u"wyn"_s,
        .manager = u"password"_s,
        .person = u"password"_s,
        .signIns = {{u"password"_s, admin}},
        .grants = {{u"password"_s, admin}, {u"client_credentials"_s, admin}},
        .grant = u"password"_s,
        .undocumented = {u"grants.client_credentials"_s, u"discovery"_s},
    };
}

Demo oidcDemo()
{
    const Words service{{u"clientId"_s, u"service"_s}};
    const Words secret{{u"clientSecret"_s, u"service_secret"_s}};
    // Without openid, a token tells nobody whose it is.
    const SignInValues person
        = valuesOf({{u"clientId"_s, u"webapp"_s}, {u"userName"_s, u"ana"_s}, {u"scope"_s, u"openid profile"_s}},
            {{u"clientSecret"_s, u"webapp_secret"_s}, {u"password"_s, u"ana_pass"_s}});
    SignInValues registrar = valuesOf(service, secret);
    registrar.secrets[u"token"_s] = Secret(u"initial_access_token"_s);
    return {
        .title = u"Any standard server"_s,
        .dialect = u"oidc"_s,
        .manager = u"token"_s,
        .person = u"password"_s,
        .signIns
        = {{u"token"_s, registrar}, {u"password"_s, person}, {u"clientCredentials"_s, valuesOf(service, secret)}},
        .grants = {{u"client_credentials"_s, valuesOf(service, secret)}, {u"password"_s, person}},
        .grant = u"client_credentials"_s,
        .made
        = {{u"clients"_s, {{u"name"_s, u"Shop"_s}, {u"redirectUris"_s, QStringList{u"https://shop.example/cb"_s}}}}},
        .changed = {{u"clients"_s, {{u"name"_s, u"Store"_s}}}},
    };
}

}

const QList<Demo> &demos()
{
    static const QList<Demo> all{
        teneoDemo(), mediationZoneDemo(), autenticoDemo(false), autenticoDemo(true), wynDemo(), oidcDemo()};
    return all;
}

DemoServer::DemoServer(const Demo &demo)
    : m_demo(demo)
    , m_persona({.personas = {demo.dialect}, .demo = true})
    , m_console(m_persona, demo.dialect)
{
    if (demo.isLater && persona().control("/_control/autentico/version", {{u"later"_s, true}}).status / 100 != 2)
        qFatal("no later version");
    m_server = m_console.connected(demo.manager, demo.signIns[demo.manager]);
    if (!m_server)
        qFatal("no server");
}

void DemoServer::restart()
{
    m_console.restart();
    m_server = m_console.connected(m_demo.manager, m_demo.signIns[m_demo.manager]);
    if (!m_server)
        qFatal("no server");
}

std::unique_ptr<Server> DemoServer::stranger(const QString &method, const SignInValues &values)
{
    const Dialect &dialect = server().dialect();
    SignIn signIn = named(dialect.signInMethods, method).make(values);
    if (signIn.browser)
        signIn.browser->interval = std::chrono::milliseconds(5);
    return std::make_unique<Server>(Profile{.dialect = dialect.id, .url = persona().url(), .signInMethod = method},
        dialect, signIn, HttpSettings{.base = persona().url()});
}

Collection &DemoServer::seenAnew(const QString &kind)
{
    m_stranger = stranger(m_demo.manager, m_demo.signIns[m_demo.manager]);
    const bool isListed = kind != u"clients" ? kind != u"users" || server().dialect().users.list
                                             : bool(server().dialect().clients.list);
    if (isListed)
        return loaded(*m_stranger, kind);
    restart();
    return loaded(server(), kind);
}

Saved DemoServer::make(const QString &kind)
{
    const auto draft = loaded(server(), kind).newDraft();
    for (const auto &[key, wanted] : m_demo.made[kind])
        set(*draft, key, wanted);
    return value(draft->save());
}

SignInValues DemoServer::valuesFor(const QString &grantType)
{
    if (!m_demo.grants.isEmpty())
        return m_demo.grants[grantType];
    auto &clients = loaded(server(), u"clients"_s);
    const auto draft = clients.draft(idsIn(clients).value(0));
    return valuesOf({{u"clientId"_s, draft->value(fieldOf(*draft, u"clientId"_s)).toString()}},
        {{u"clientSecret"_s, draft->value(fieldOf(*draft, u"secret"_s)).value<Secret>().reveal()}});
}

IssuedToken DemoServer::issued(const QString &grantType, const SignInValues &values)
{
    return value(server().tokens().issue(named(server().dialect().grants.list, grantType), values));
}

// Wyn tells about no token, but takes an administrator's as such; it may revoke what nobody made.
bool DemoServer::isAlive(const Secret &token)
{
    if (server().tokens().canIntrospect())
        return value(server().tokens().introspect(token)).active;
    return persona()
               .exchange("POST", "/api/v2/identity/token/batch-revocation",
                   "Reference-Token: " + token.revealUtf8() + "\r\nContent-Type: application/json\r\n",
                   R"({"creationBefore":"1971-01-01T00:00:00Z"})")
               .status
        == 200;
}

SignInValues DemoServer::browserClient()
{
    const QString redirect = u"http://127.0.0.1:%1/callback"_s.arg(freePort());
    QString id = u"console"_s; // of the demo, for any port
    if (m_demo.dialect == u"autentico") {
        const auto draft = loaded(server(), u"clients"_s).newDraft();
        set(*draft, u"name"_s, u"Browser"_s);
        set(*draft, u"type"_s, u"public"_s);
        set(*draft, u"redirectUris"_s, QStringList{redirect});
        set(*draft, u"grantTypes"_s, QStringList{u"authorization_code"_s, u"refresh_token"_s});
        id = value(draft->save()).id;
    }
    return valuesOf({{u"clientId"_s, id}, {u"redirectUri"_s, redirect}});
}

Parameters DemoServer::typed() const
{
    const bool isAddress = m_demo.dialect == u"autentico";
    return {{"username", isAddress ? "ana@example.test" : "ana"}, {"password", "ana_pass"}};
}
