// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/apitokens.h"

#include "app/server/longlist.h"
#include "app/server/random.h"
#include "app/server/teneo/json.h"
#include "app/server/teneo/names.h"

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

namespace {

struct ApiToken {
    QString id{};
    QString name{};
    QString description{};
    QString userId{};
    QString userName{};
    bool isEnabled = true;
    qint64 createdAt = 0;
    std::optional<qint64> expiresAt{};
    std::optional<qint64> lastUsedAt{};
};

}

static QVariant columnOf(std::optional<qint64> time)
{
    return time ? QVariant(*time) : QVariant();
}

static ApiToken readRow(const QSqlQuery &query)
{
    return {.id = query.value(0).toString(),
        .name = query.value(1).toString(),
        .description = query.value(2).toString(),
        .userId = query.value(3).toString(),
        .userName = query.value(4).toString(),
        .isEnabled = query.value(5).toBool(),
        .createdAt = query.value(6).toLongLong(),
        .expiresAt = timeOf(query.value(7)),
        .lastUsedAt = timeOf(query.value(8))};
}

static QString selection()
{
    return uR"(SELECT a.id, a.name, a.description, a.user_id, u.name, a.enabled, a.created_at, a.expires_at, a.last_used_at
        FROM teneo_api_tokens a JOIN teneo_users u ON u.id = a.user_id )"_s;
}

static std::optional<ApiToken> load(Call &call)
{
    return call.database.one(selection() + u"WHERE a.id = ?"_s, {call.arguments.first()}, readRow);
}

static QJsonObject toJson(const ApiToken &token)
{
    QJsonObject object{{u"id"_s, token.id}, {u"name"_s, token.name}, {u"userId"_s, token.userId},
        {u"userName"_s, token.userName}, {u"enabled"_s, token.isEnabled}, {u"createdAt"_s, timestamp(token.createdAt)},
        {u"expiresAt"_s, timestamp(token.expiresAt)}};
    insertIfSet(object, u"description"_s, textOrNull(token.description));
    insertIfSet(object, u"lastUsedAt"_s, timestamp(token.lastUsedAt));
    return object;
}

static tl::unexpected<Refusal> noSuchToken()
{
    return notFound(u"There is no such API token."_s);
}

static std::optional<Refusal> readInto(ApiToken &token, const QJsonObject &object)
{
    Fields fields(object);
    fields.text(u"name"_s, token.name, 255);
    fields.optionalText(u"description"_s, token.description);
    fields.flag(u"enabled"_s, token.isEnabled);
    fields.time(u"expiresAt"_s, token.expiresAt);
    if (fields.problem())
        return fields.problem();
    if (token.name.isEmpty())
        return badRequest(u"\"name\" is required."_s).value();
    return std::nullopt;
}

static bool isNameTaken(Call &call, const ApiToken &token)
{
    return call.database.exists(u"SELECT 1 FROM teneo_api_tokens WHERE name = ? AND id <> ?"_s, {token.name, token.id});
}

namespace {

// The list of API tokens by name, read in pieces: where it is, and what restricts it.
class ApiTokenRows {
public:
    explicit ApiTokenRows(const Call &call)
        : m_database(&call.database)
        , m_users(call.database, u"teneo_users"_s)
        , m_values{QString(), QString(), QVariant()}
    {
        const Form &query = call.request.query;
        if (query.has(u"userId"))
            m_values[1] = query.value(u"userId");
        if (query.has(u"enabled"))
            m_values[2] = query.value(u"enabled") == "true"_L1;
    }

    int operator()(QByteArray &json)
    {
        // Texts as blobs: what SQLite keeps is UTF-8 already, and so is JSON.
        static const QString sql = uR"(
            SELECT name, created_at, description, enabled, expires_at, CAST(id AS BLOB), last_used_at,
                CAST(name AS BLOB), CAST(user_id AS BLOB)
            FROM teneo_api_tokens
            WHERE name > COALESCE(?, '') AND user_id = COALESCE(?, user_id) AND enabled = COALESCE(?, enabled)
            ORDER BY name LIMIT %1)"_s.arg(rowsOfAPiece);
        int count = 0;
        const QVariantList values = m_values;
        m_database->each(sql, values, [&](const QSqlQuery &row) {
            append(json, row);
            m_values[0] = row.value(0);
            ++count;
        });
        return count;
    }

private:
    void append(QByteArray &json, const QSqlQuery &row) const
    {
        const QByteArray userId = row.value(8).toByteArray();
        json += R"(,{"createdAt":)";
        appendJsonTime(json, row.value(1).toLongLong());
        if (!row.isNull(2)) {
            json += R"(,"description":)";
            appendJsonText(json, row.value(2).toString().toUtf8());
        }
        json += row.value(3).toBool() ? R"(,"enabled":true,"expiresAt":)" : R"(,"enabled":false,"expiresAt":)";
        appendJsonTime(json, timeOf(row.value(4)));
        json += R"(,"id":)";
        appendJsonText(json, row.value(5).toByteArray());
        if (!row.isNull(6)) {
            json += R"(,"lastUsedAt":)";
            appendJsonTime(json, timeOf(row.value(6)));
        }
        json += R"(,"name":)";
        appendJsonText(json, row.value(7).toByteArray());
        json += R"(,"userId":)";
        appendJsonText(json, userId);
        json += R"(,"userName":)";
        json += m_users.of(userId);
        json += '}';
    }

    Database *m_database;
    Names m_users;
    QVariantList m_values; // the first is where it is
};

}

Answer listApiTokens(Call &call)
{
    const Form &query = call.request.query;
    const QString enabled = query.value(u"enabled");
    if (query.has(u"enabled") && enabled != "true"_L1 && enabled != "false"_L1)
        return badRequest(u"enabled must be true or false."_s);
    return longList(call.database, ApiTokenRows(call));
}

Answer readApiToken(Call &call)
{
    const auto token = load(call);
    if (!token)
        return noSuchToken();
    return jsonResponse(200, toJson(*token));
}

static QString userName(const QSqlQuery &query)
{
    return query.value(0).toString();
}

Answer createApiToken(Call &call)
{
    const auto object = readJson(call.request);
    if (!object)
        return tl::unexpected(object.error());
    ApiToken token{.id = newUuid(), .userId = object->value("userId"_L1).toString(), .createdAt = call.now};
    if (token.userId.isEmpty())
        return badRequest(u"\"userId\" is required."_s);
    if (const auto problem = readInto(token, *object))
        return tl::unexpected(*problem);
    const auto user = call.database.one(u"SELECT name FROM teneo_users WHERE id = ?"_s, {token.userId}, userName);
    if (!user)
        return notFound(u"There is no such user."_s);
    if (isNameTaken(call, token))
        return conflict(u"An API token of that name exists."_s);
    token.userName = *user;
    const QString value = newUuid();
    call.database.change(
        uR"(INSERT INTO teneo_api_tokens (id, hash, name, description, user_id, enabled, created_at, expires_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?))"_s,
        {token.id, digest(value), token.name, token.description, token.userId, token.isEnabled, token.createdAt,
            columnOf(token.expiresAt)});
    QJsonObject answer = toJson(token);
    answer[u"token"_s] = value;
    return jsonResponse(201, answer);
}

Answer changeApiToken(Call &call)
{
    const auto object = readJson(call.request);
    if (!object)
        return tl::unexpected(object.error());
    auto token = load(call);
    if (!token)
        return noSuchToken();
    Fields fields(*object);
    fields.fixed(u"userId"_s, token->userId);
    if (fields.problem())
        return tl::unexpected(*fields.problem());
    if (const auto problem = readInto(*token, *object))
        return tl::unexpected(*problem);
    if (isNameTaken(call, *token))
        return conflict(u"Another API token of that name exists."_s);
    call.database.change(
        u"UPDATE teneo_api_tokens SET name = ?, description = ?, enabled = ?, expires_at = ? WHERE id = ?"_s,
        {token->name, token->description, token->isEnabled, columnOf(token->expiresAt), token->id});
    return jsonResponse(200, toJson(*token));
}

Answer removeApiToken(Call &call)
{
    if (call.database.change(u"DELETE FROM teneo_api_tokens WHERE id = ?"_s, {call.arguments.first()}) == 0)
        return noSuchToken();
    return Response{.status = 204};
}

}
