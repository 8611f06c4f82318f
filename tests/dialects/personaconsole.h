// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/dialects/teneoconsole.h"
#include "tests/dialects/requests.h"

#include <QSignalSpy>

// The console's side of any persona but Teneo's, as the program puts it together and without a window. The persona's
// clock is held; the console's runs.
class PersonaConsole {
public:
    explicit PersonaConsole(const QString &dialectId, bool actualShape = false)
        : persona({.personas = {dialectId}, .demo = true, .actualShape = actualShape})
        , m_id(dialectId)
    {
    }

    std::unique_ptr<Server> connected(
        const QString &methodId, const SignInValues &values, const QHash<QString, QString> &settings = {}) const
    {
        const Dialect dialect = makeDialect(m_id, {.base = persona.url(), .settings = settings});
        const SignIn signIn = named(dialect.signInMethods, methodId).make(values);
        return std::make_unique<Server>(Profile{.dialect = m_id, .url = persona.url(), .signInMethod = methodId},
            dialect, signIn, HttpSettings{.base = persona.url()});
    }

    // By plain HTTP; `authorization` is a whole header line, or nothing.
    Reply sent(const QByteArray &method, const QByteArray &path, const QByteArray &authorization = {},
        const QByteArray &body = {}, const QByteArray &type = "application/json")
    {
        return persona.exchange(method, path,
            (authorization.isEmpty() ? QByteArray() : authorization + "\r\n")
                + (body.isEmpty() ? QByteArray() : "Content-Type: " + type + "\r\n"),
            body);
    }

    Fixture persona;

private:
    QString m_id;
};

inline QList<Batch::Outcome> removed(Collection &collection, const QStringList &ids)
{
    const auto batch = collection.removalOf(ids);
    QSignalSpy finished(batch.get(), &Batch::finished);
    batch->start();
    [[maybe_unused]] const bool ended = QTest::qWaitFor([&] { return !finished.isEmpty(); }, 30'000);
    QList<Batch::Outcome> outcomes;
    for (int row = 0; row < batch->rowCount(); ++row)
        outcomes << batch->index(row, 0).data(Batch::OutcomeRole).value<Batch::Outcome>();
    return outcomes;
}

inline QStringList idsIn(Collection &collection)
{
    QStringList ids;
    for (int row = 0; row < collection.model()->rowCount(); ++row)
        ids << collection.model()->index(row, 0).data(IdRole).toString();
    return ids;
}
