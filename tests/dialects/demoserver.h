// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/dialects/workspaceconsole.h"

// What a persona's demo data has for a visitor: who may sign in, and what can be made there.
struct Demo {
    using Texts = QList<std::pair<QString, QVariant>>; // values by field key

    QString title{}; // of its column
    QString dialect{};
    bool isLater = false; // Autentico's later version
    QString manager{}; // the sign-in method of those who manage
    QString person{}; // and of those with a name
    QHash<QString, SignInValues> signIns{}; // by method
    QHash<QString, SignInValues> grants{}; // by grant type
    QString grant{}; // the one to get a token by
    QHash<QString, Texts> made{}; // a new record, by kind
    QHash<QString, Texts> changed{};
    QSet<QString> undocumented{}; // offered, and not by the persona: see CapabilityColumn
};
const QList<Demo> &demos();

// A persona with its demo data and the console that visits it.
class DemoServer {
public:
    explicit DemoServer(const Demo &demo);

    const Demo &demo() const { return m_demo; }
    Fixture &persona() { return m_persona; }
    Server &server() { return *m_server; }
    // As after the program was closed and opened again; server() is another one then.
    void restart();
    // Another console, which remembers nothing.
    std::unique_ptr<Server> stranger(const QString &method, const SignInValues &values);
    // What the server says now: to a stranger, or where it lists nothing, to who knows what was made.
    Collection &seenAnew(const QString &kind);

    Saved make(const QString &kind); // a record of the demo's values
    SignInValues valuesFor(const QString &grantType);
    IssuedToken issued(const QString &grantType, const SignInValues &values);
    IssuedToken issued() { return issued(m_demo.grant, valuesFor(m_demo.grant)); }
    bool isAlive(const Secret &token);
    // A public client to sign in with the browser, and what the person there types.
    SignInValues browserClient();
    Parameters typed() const;

private:
    Demo m_demo;
    Fixture m_persona;
    WorkspaceConsole m_console;
    Server *m_server = nullptr;
    std::unique_ptr<Server> m_stranger;
};
