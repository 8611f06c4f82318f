// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/autentico/lists.h"

#include "app/server/autentico/bearer.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace server::autentico {

namespace {

// What one list is made of. The names are those of the JSON members; the expressions are SQL.
struct List {
    QString columns{};
    QString from{};
    QStringList searched{}; // expressions
    QHash<QString, QString> fields{}; // to sort by and to filter
    QString time{}; // the field that has a range and is sorted by unless told otherwise
    QJsonObject (*read)(const QSqlQuery &row, qint64 now) = nullptr;
};

struct Condition {
    QString sql = QStringLiteral(" WHERE 1 = 1");
    QVariantList values{};
};

}

static tl::expected<Condition, Refusal> readCondition(const Form &query, const List &list)
{
    Condition condition;
    if (const QString search = query.value(u"search").trimmed().left(200); !search.isEmpty()) {
        QStringList parts;
        for (const QString &expression : list.searched) {
            parts << u"instr(lower(%1), lower(?)) > 0"_s.arg(expression);
            condition.values << search;
        }
        condition.sql += u" AND ("_s + parts.join(u" OR "_s) + u')';
    }
    for (auto field = list.fields.begin(); field != list.fields.end(); ++field) {
        if (const QString value = query.value(field.key()); !value.isEmpty()) {
            condition.sql += u" AND CAST(%1 AS TEXT) = ?"_s.arg(field.value());
            condition.values << value;
        }
    }
    for (const auto &[suffix, comparison] : {std::pair(u"_from"_s, u">="_s), std::pair(u"_to"_s, u"<="_s)}) {
        const QString value = query.value(list.time + suffix);
        if (value.isEmpty())
            continue;
        const QDateTime time = QDateTime::fromString(value, Qt::ISODateWithMs);
        if (!time.isValid())
            return badRequest(list.time + suffix + u": must be an ISO 8601 time."_s);
        condition.sql += u" AND %1 %2 ?"_s.arg(list.fields[list.time], comparison);
        condition.values << time.toMSecsSinceEpoch();
    }
    return condition;
}

static int readCount(const QSqlQuery &query)
{
    return query.value(0).toInt();
}

static Answer pageOf(Call &call, const List &list)
{
    const Form &query = call.request.query;
    const auto condition = readCondition(query, list);
    if (!condition)
        return tl::unexpected(condition.error());
    const int limit = query.value(u"limit").toInt();
    const QString order = list.fields.value(query.value(u"sort"), list.fields[list.time]);
    const bool descends = query.has(u"order") ? query.value(u"order").toLower() == "desc"_L1 : !query.has(u"sort");
    const QString sql = u"SELECT %1 FROM %2%3 ORDER BY %4 %5, 1 LIMIT ? OFFSET ?"_s.arg(
        list.columns, list.from, condition->sql, order, descends ? u"DESC"_s : u"ASC"_s);
    QVariantList values = condition->values;
    values << (limit >= 1 && limit <= 100 ? limit : 100) << std::max(query.value(u"offset").toInt(), 0);
    QJsonArray items;
    call.database.each(sql, values, [&](const QSqlQuery &row) { items.append(list.read(row, call.now)); });
    const int total
        = call.database.one(u"SELECT COUNT(*) FROM "_s + list.from + condition->sql, condition->values, readCount)
              .value_or(0);
    return wrapped(QJsonObject{{u"items"_s, items}, {u"total"_s, total}});
}

static QJsonObject readClientRow(const QSqlQuery &row, qint64)
{
    QJsonObject object = QJsonDocument::fromJson(row.value(1).toByteArray()).object();
    object[u"client_id"_s] = row.value(0).toString();
    object[u"is_active"_s] = row.value(2).toBool();
    object[u"client_id_issued_at"_s] = row.value(3).toLongLong() / 1000;
    return object;
}

static QJsonObject readUserRow(const QSqlQuery &row, qint64)
{
    return {{u"id"_s, row.value(0).toString()}, {u"username"_s, row.value(1).toString()},
        {u"email"_s, row.value(2).toString()}, {u"role"_s, row.value(3).toString()},
        {u"created_at"_s, timestamp(row.value(4).toLongLong())}};
}

static QJsonValue textOrNull(const QVariant &value)
{
    return value.isNull() ? QJsonValue() : QJsonValue(value.toString());
}

static QJsonObject readSessionRow(const QSqlQuery &row, qint64 now)
{
    const bool hasExpired = row.value(6).toLongLong() <= now;
    return {{u"id"_s, row.value(0).toString()}, {u"user_id"_s, textOrNull(row.value(1))},
        {u"username"_s, row.value(2).toString()}, {u"email"_s, row.value(3).toString()},
        {u"created_at"_s, timestamp(row.value(4).toLongLong())},
        {u"last_activity_at"_s, timestamp(row.value(5).toLongLong())},
        {u"expires_at"_s, timestamp(row.value(6).toLongLong())},
        {u"status"_s,
            !row.value(7).toBool() ? u"deactivated"_s
                : hasExpired       ? u"expired"_s
                                   : u"active"_s}};
}

static QJsonObject readTokenRow(const QSqlQuery &row, qint64 now)
{
    const QVariant revoked = row.value(9);
    const bool hasExpired = row.value(8).toLongLong() <= now;
    return {{u"id"_s, row.value(0).toString()}, {u"user_id"_s, textOrNull(row.value(1))},
        {u"username"_s, row.value(2).toString()}, {u"email"_s, row.value(3).toString()},
        {u"client_id"_s, textOrNull(row.value(4))}, {u"scope"_s, row.value(5).toString()},
        {u"grant_type"_s, row.value(6).toString()}, {u"issued_at"_s, timestamp(row.value(7).toLongLong())},
        {u"access_token_expires_at"_s, timestamp(row.value(8).toLongLong())},
        {u"revoked_at"_s, revoked.isNull() ? QJsonValue() : QJsonValue(timestamp(revoked.toLongLong()))},
        {u"status"_s,
            !revoked.isNull() ? u"revoked"_s
                : hasExpired  ? u"expired"_s
                              : u"active"_s}};
}

Answer pageOfClients(Call &call)
{
    const QString name = u"json_extract(metadata, '$.client_name')"_s;
    return pageOf(call,
        {.columns = u"id, metadata, active, created_at"_s,
            .from = u"autentico_clients"_s,
            .searched = {u"id"_s, name},
            .fields = {{u"client_id"_s, u"id"_s}, {u"client_name"_s, name}, {u"created_at"_s, u"created_at"_s},
                {u"client_type"_s, u"json_extract(metadata, '$.client_type')"_s}},
            .time = u"created_at"_s,
            .read = readClientRow});
}

Answer pageOfUsers(Call &call)
{
    return pageOf(call,
        {.columns = u"id, name, email, role, created_at"_s,
            .from = u"autentico_users"_s,
            .searched = {u"name"_s, u"email"_s},
            .fields = {{u"username"_s, u"name"_s}, {u"email"_s, u"email"_s}, {u"role"_s, u"role"_s},
                {u"created_at"_s, u"created_at"_s}},
            .time = u"created_at"_s,
            .read = readUserRow});
}

Answer pageOfSessions(Call &call)
{
    return pageOf(call,
        {.columns = u"s.id, s.user_id, u.name, u.email, s.created_at, s.last_used_at, s.expires_at, s.active"_s,
            .from = u"autentico_sessions s LEFT JOIN autentico_users u ON u.id = s.user_id"_s,
            .searched = {u"u.name"_s, u"u.email"_s},
            .fields = {{u"user_id"_s, u"s.user_id"_s}, {u"created_at"_s, u"s.created_at"_s},
                {u"last_activity_at"_s, u"s.last_used_at"_s}, {u"expires_at"_s, u"s.expires_at"_s}},
            .time = u"created_at"_s,
            .read = readSessionRow});
}

Answer pageOfTokens(Call &call)
{
    return pageOf(call,
        {.columns = u"t.id, s.user_id, u.name, u.email, t.client_id, t.scope, t.grant_type, t.issued_at, "
                    "t.access_expires_at, t.revoked_at"_s,
            .from = u"autentico_tokens t JOIN autentico_sessions s ON s.id = t.session_id "
                    "LEFT JOIN autentico_users u ON u.id = s.user_id"_s,
            .searched = {u"u.name"_s, u"u.email"_s},
            .fields
            = {{u"user_id"_s, u"s.user_id"_s}, {u"client_id"_s, u"t.client_id"_s}, {u"grant_type"_s, u"t.grant_type"_s},
                {u"issued_at"_s, u"t.issued_at"_s}, {u"access_token_expires_at"_s, u"t.access_expires_at"_s}},
            .time = u"issued_at"_s,
            .read = readTokenRow});
}

Answer deactivateSession(Call &call)
{
    if (call.database.change(
            u"UPDATE autentico_sessions SET active = 0 WHERE id = ? AND active = 1"_s, {call.arguments.first()})
        == 0)
        return refuse(404, "not_found", u"There is no such session in force."_s);
    return wrapped(QJsonObject{{u"result"_s, u"deactivated"_s}});
}

Answer revokeById(Call &call)
{
    if (call.database.change(u"UPDATE autentico_tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL"_s,
            {call.now, call.arguments.first()})
        == 0)
        return refuse(404, "not_found", u"There is no such token in force."_s);
    return wrapped(QJsonObject{{u"result"_s, u"revoked"_s}});
}

}
