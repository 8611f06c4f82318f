// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/server.h"
#include "tests/net/outcome.h"
#include "tests/server/fixture.h"

// The console's side of the Teneo persona, as the program puts it together and without a window. The persona's clock is
// held; the console's runs.
class TeneoConsole {
public:
    explicit TeneoConsole(std::chrono::milliseconds maintenance = std::chrono::seconds(3))
        : persona({.demo = true, .maintenance = maintenance})
    {
    }

    static const Dialect &teneo() { return *findDialect(QStringLiteral("teneo")); }
    static const SignInMethod *method(const QString &id)
    {
        for (const auto &method : teneo().signInMethods)
            if (method.id == id)
                return &method;
        return nullptr;
    }
    static SignInValues administrator()
    {
        return {.plain = {{QStringLiteral("userName"), QStringLiteral("admin")}},
            .secrets = {{QStringLiteral("password"), Secret(QStringLiteral("admin_pass"))}}};
    }
    static SignInValues studioEu(const QString &user = {})
    {
        return {.plain = {{QStringLiteral("clientId"), QString::fromLatin1(server::teneo::studioEuId)},
                    {QStringLiteral("userName"), user}},
            .secrets = {{QStringLiteral("clientSecret"), Secret(QString::fromLatin1(server::teneo::studioEuSecret))},
                {QStringLiteral("password"), Secret(user + QStringLiteral("_pass"))}}};
    }

    HttpSettings http() const { return {.base = persona.url()}; }
    std::unique_ptr<Server> connected(const QString &methodId, const SignInValues &values) const
    {
        SignIn signIn = method(methodId)->make(values);
        if (signIn.browser)
            signIn.browser->interval = std::chrono::milliseconds(5);
        return std::make_unique<Server>(
            Profile{.dialect = teneo().id, .url = persona.url(), .signInMethod = methodId}, teneo(), signIn, http());
    }
    std::unique_ptr<Server> connectedAsAdministrator() const
    {
        return connected(QStringLiteral("administrator"), administrator());
    }

    void fail(const QJsonObject &fault) { QCOMPARE(persona.control("/_control/faults", fault).status, 204); }
    void heal()
    {
        QCOMPARE(
            persona.send("DELETE", "/_control/faults", persona.server().controlToken().reveal(), {}, {}).status, 204);
    }
    // What is listed there now, seen with a token that is issued before anything else.
    QJsonArray list(const QByteArray &path) { return persona.get(path, m_watcher).array(); }
    QJsonObject one(const QByteArray &path) { return persona.get(path, m_watcher).object(); }
    QSet<QString> ids(const QByteArray &path)
    {
        QSet<QString> ids;
        const QJsonArray array = list(path);
        for (const auto &entry : array)
            ids.insert(entry[QLatin1StringView("id")].toString());
        return ids;
    }

    Fixture persona;

private:
    QString m_watcher = persona.adminToken();
};

// What came, or nothing and a failed test when the outcome is an error.
template <typename T>
T value(const Future<T> &future)
{
    const QByteArray outcome = awaited(future);
    if (outcome != "ok" && !QTest::qVerify(false, "outcome", outcome.constData(), __FILE__, __LINE__))
        return {};
    return *future.result();
}

template <typename T>
Error error(const Future<T> &future)
{
    const QByteArray outcome = awaited(future);
    if (outcome == "pending" || outcome == "dropped" || future.result()) {
        QTest::qVerify(false, "error", outcome.constData(), __FILE__, __LINE__);
        return {};
    }
    return future.result().error();
}

// The number of the field of that key; -1 without one.
inline int fieldOf(const Draft &draft, const QString &key)
{
    for (int i = 0; i < draft.fieldCount(); ++i)
        if (draft.field(i).key == key)
            return i;
    return -1;
}

inline void set(Draft &draft, const QString &key, const QVariant &value)
{
    const int field = fieldOf(draft, key);
    QVERIFY2(field >= 0 && draft.isEditable(field), qPrintable(key));
    draft.setValue(field, value);
}

inline QString idOf(Collection &collection, const QString &name)
{
    for (int row = 0; row < collection.model()->rowCount(); ++row)
        if (const auto index = collection.model()->index(row, 0); index.data(NameRole) == name)
            return index.data(IdRole).toString();
    return {};
}
