// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/dialects/everydialect.h"

using namespace Qt::Literals::StringLiterals;

// One thing a dialect can make a server do.
struct Writing {
    QByteArray name{};
    Request request{};
};

template <typename T>
void addWritings(QList<Writing> &all, const QByteArray &kind, const Endpoint<T> &endpoint)
{
    T record;
    record.id = u"7"_s;
    if (endpoint.create)
        all << Writing{kind + ": create", endpoint.create(record)};
    if (endpoint.update)
        all << Writing{kind + ": update", endpoint.update(record, record)};
    if (endpoint.remove)
        all << Writing{kind + ": remove", endpoint.remove(record)};
    if (endpoint.rotation)
        all << Writing{kind + ": rotate", endpoint.rotation.request(record)};
}

// Everything a dialect can make a server do.
inline QList<Writing> writingsOf(const Dialect &dialect)
{
    QList<Writing> all;
    addWritings(all, "clients", dialect.clients);
    addWritings(all, "scopes", dialect.scopes);
    addWritings(all, "users", dialect.users);
    addWritings(all, "apiTokens", dialect.apiTokens);
    addWritings(all, "accessTokens", dialect.accessTokens);
    addWritings(all, "refreshTokens", dialect.refreshTokens);
    addWritings(all, "sessions", dialect.sessions);
    addWritings(all, "keptTokens", dialect.keptTokens);
    if (dialect.tokens.revoke)
        for (const QString &hint : {QString(), u"access_token"_s, u"refresh_token"_s})
            all << Writing{"revoke " + hint.toUtf8(), dialect.tokens.revoke(Secret(openSecret()), hint)};
    if (dialect.batchRevocation)
        all << Writing{"batch revocation", dialect.batchRevocation.request(QDateTime::currentDateTimeUtc())};
    for (const Grant &grant : dialect.grants.list)
        if (grant.request)
            all << Writing{"issue " + grant.id.toUtf8(), grant.request(filledIn(grant.fields))};
    for (const Task &task : dialect.maintenance.tasks)
        all << Writing{"start " + task.id.toUtf8(), task.begin(u"7"_s)};
    return all;
}
