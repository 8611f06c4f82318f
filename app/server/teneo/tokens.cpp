// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/tokens.h"

#include "app/server/teneo/json.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

static QJsonObject toJson(const QSqlQuery &row)
{
    const auto time = [&](int column) {
        return row.value(column).isNull() ? QJsonValue() : timestamp(row.value(column).toLongLong());
    };
    return {{u"id"_s, row.value(0).toString()}, {u"type"_s, row.value(1).toString()},
        {u"clientId"_s, textOrNull(row.value(2).toString())}, {u"clientName"_s, textOrNull(row.value(3).toString())},
        {u"userId"_s, textOrNull(row.value(4).toString())}, {u"userName"_s, textOrNull(row.value(5).toString())},
        {u"issuedAt"_s, time(6)}, {u"expiresAt"_s, time(7)}, {u"lastUsedAt"_s, time(8)}};
}

static Answer list(Call &call, const QString &kind)
{
    QString sql = uR"(
        SELECT t.id, t.type, t.client_id, c.name, t.user_id, u.name, t.issued_at, t.expires_at, t.last_used_at
        FROM teneo_tokens t LEFT JOIN teneo_clients c ON c.id = t.client_id LEFT JOIN teneo_users u ON u.id = t.user_id
        WHERE t.kind = ? AND t.expires_at > ? AND COALESCE(c.enabled, 1) = 1)"_s;
    QVariantList values{kind, call.now};
    const auto restrict = [&](const QString &parameter, const QString &column) {
        if (!call.request.query.has(parameter))
            return;
        sql += u" AND %1 = ?"_s.arg(column);
        values.append(call.request.query.value(parameter));
    };
    restrict(u"type"_s, u"t.type"_s);
    restrict(u"clientId"_s, u"t.client_id"_s);
    restrict(u"userId"_s, u"t.user_id"_s);
    JsonList tokens;
    call.database.each(
        sql + u" ORDER BY t.issued_at DESC"_s, values, [&](const QSqlQuery &row) { tokens.append(toJson(row)); });
    return tokens.response();
}

Answer listAccessTokens(Call &call)
{
    return list(call, u"ACCESS"_s);
}

Answer listRefreshTokens(Call &call)
{
    return list(call, u"REFRESH"_s);
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
