// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/tokens.h"

#include "app/server/longlist.h"
#include "app/server/teneo/json.h"
#include "app/server/teneo/names.h"

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

namespace {

// One list of tokens, read in pieces: where it is, and what restricts it.
class TokenRows {
public:
    TokenRows(const Call &call, const QString &kind);
    int operator()(QByteArray &json);

private:
    void restrict(const Form &query, const QString &parameter, const QString &column);
    void append(QByteArray &json, const QSqlQuery &row) const;

    Database *m_database;
    Names m_clients;
    Names m_users;
    QString m_sql;
    QVariantList m_values; // the first two are where it is
};

}

TokenRows::TokenRows(const Call &call, const QString &kind)
    : m_database(&call.database)
    , m_clients(call.database, u"teneo_clients"_s)
    , m_users(call.database, u"teneo_users"_s)
    , m_values{std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::max(), kind, call.now}
{
    // Texts as blobs: what SQLite keeps is UTF-8 already, and so is JSON.
    m_sql = uR"(
        SELECT t.issued_at, t.rowid, CAST(t.client_id AS BLOB), t.expires_at, CAST(t.id AS BLOB), t.last_used_at,
            CAST(t.type AS BLOB), CAST(t.user_id AS BLOB)
        FROM teneo_tokens t
        WHERE (t.issued_at, t.rowid) < (?, ?) AND t.kind = ? AND t.expires_at > ?
            AND (t.client_id IS NULL OR t.client_id NOT IN (SELECT id FROM teneo_clients WHERE enabled = 0)))"_s;
    restrict(call.request.query, u"type"_s, u"t.type"_s);
    restrict(call.request.query, u"clientId"_s, u"t.client_id"_s);
    restrict(call.request.query, u"userId"_s, u"t.user_id"_s);
    m_sql += u" ORDER BY t.issued_at DESC, t.rowid DESC LIMIT %1"_s.arg(rowsOfAPiece);
}

// Always along the index by time, hence the plus: by any other each piece would sort the whole list again.
void TokenRows::restrict(const Form &query, const QString &parameter, const QString &column)
{
    if (!query.has(parameter))
        return;
    m_sql += u" AND +%1 = ?"_s.arg(column);
    m_values.append(query.value(parameter));
}

int TokenRows::operator()(QByteArray &json)
{
    int count = 0;
    const QVariantList values = m_values;
    m_database->each(m_sql, values, [&](const QSqlQuery &row) {
        append(json, row);
        m_values[0] = row.value(0);
        m_values[1] = row.value(1);
        ++count;
    });
    return count;
}

void TokenRows::append(QByteArray &json, const QSqlQuery &row) const
{
    const QByteArray clientId = row.value(2).toByteArray();
    const QByteArray userId = row.value(7).toByteArray();
    json += R"(,{"clientId":)";
    appendJsonText(json, clientId);
    json += R"(,"clientName":)";
    json += m_clients.of(clientId);
    json += R"(,"expiresAt":)";
    appendJsonTime(json, row.value(3).toLongLong());
    json += R"(,"id":)";
    appendJsonText(json, row.value(4).toByteArray());
    json += R"(,"issuedAt":)";
    appendJsonTime(json, row.value(0).toLongLong());
    json += R"(,"lastUsedAt":)";
    appendJsonTime(json, timeOf(row.value(5)));
    json += R"(,"type":)";
    appendJsonText(json, row.value(6).toByteArray());
    json += R"(,"userId":)";
    appendJsonText(json, userId);
    json += R"(,"userName":)";
    json += m_users.of(userId);
    json += '}';
}

Answer listAccessTokens(Call &call)
{
    return longList(call.database, TokenRows(call, u"ACCESS"_s));
}

Answer listRefreshTokens(Call &call)
{
    return longList(call.database, TokenRows(call, u"REFRESH"_s));
}

Answer listTokenTypes(Call &)
{
    return jsonResponse(200, QByteArray(R"(["CLIENT","USER","ADMIN","API"])"));
}

Answer readTokenInfo(Call &call)
{
    const Caller &caller = call.caller;
    const QJsonValue expiresIn = caller.expiresAt ? QJsonValue((*caller.expiresAt - call.now) / 1000) : QJsonValue();
    return jsonResponse(200,
        QJsonObject{{u"type"_s, caller.type}, {u"clientId"_s, textOrNull(caller.clientId)},
            {u"clientName"_s, textOrNull(caller.clientName)}, {u"userId"_s, textOrNull(caller.userId)},
            {u"userName"_s, textOrNull(caller.userName)}, {u"admin"_s, caller.isAdmin},
            {u"issuedAt"_s, timestamp(caller.issuedAt)}, {u"expiresAt"_s, timestamp(caller.expiresAt)},
            {u"expiresIn"_s, expiresIn}});
}

}
