// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/teneo/json.h"
#include "dialects/teneo/texts.h"

using namespace Qt::Literals::StringLiterals;

namespace teneo {

namespace {

tl::unexpected<Error> withoutId()
{
    return failure(Error::Kind::Protocol, Texts::tr("The server sent an entry without an id."));
}

seconds readSeconds(const QJsonValue &value)
{
    return seconds(std::max<qint64>(0, value.toInteger()));
}

// What the server has and we do not is cleared by null: to an absent member it would say "unchanged".
void setOrClear(QJsonObject &json, const QString &key, const QJsonValue &value)
{
    if (!value.isNull())
        json[key] = value;
    else if (json.contains(key))
        json[key] = QJsonValue::Null;
}

QJsonValue writeSeconds(seconds duration)
{
    return duration > seconds(0) ? QJsonValue(qint64(duration.count())) : QJsonValue(QJsonValue::Null);
}

}

QDateTime readTime(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

QJsonValue writeTime(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue(QJsonValue::Null);
}

QString firstText(const QJsonObject &object, std::initializer_list<const char16_t *> keys)
{
    for (const auto *key : keys)
        if (QString text = object[QStringView(key)].toString(); !text.isEmpty())
            return text;
    return {};
}

Result<Client> readClient(const QJsonObject &json)
{
    Client client{
        .id = firstText(json, {u"id", u"clientId", u"client_id"}),
        .name = json[u"name"].toString(),
        .type = json[u"type"].toString(),
        .url = json[u"url"].toString(),
        .description = json[u"description"].toString(),
        .enabled = json[u"enabled"].toBool(true),
        .secret = Secret(firstText(json, {u"secret", u"clientSecret", u"client_secret"})),
        .accessTokenLifetime = readSeconds(json[u"accessTokenValiditySeconds"]),
        .refreshTokenLifetime = readSeconds(json[u"refreshTokenValiditySeconds"]),
        .createdAt = readTime(json[u"createdAt"]),
        .updatedAt = readTime(json[u"updatedAt"]),
        .raw = json,
    };
    for (const auto key : {"secret"_L1, "clientSecret"_L1, "client_secret"_L1})
        client.raw.remove(key);
    return client.id.isEmpty() ? Result<Client>(withoutId()) : client;
}

QJsonObject writeClient(const Client &client)
{
    QJsonObject json = client.raw;
    json[u"name"] = client.name;
    json[u"type"] = client.type;
    json[u"description"] = client.description;
    json[u"enabled"] = client.enabled;
    setOrClear(json, u"url"_s, client.url.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(client.url));
    setOrClear(json, u"accessTokenValiditySeconds"_s, writeSeconds(client.accessTokenLifetime));
    setOrClear(json, u"refreshTokenValiditySeconds"_s, writeSeconds(client.refreshTokenLifetime));
    if (!client.secret.isEmpty())
        json[u"secret"] = client.secret.reveal();
    return json;
}

Result<ApiToken> readApiToken(const QJsonObject &json)
{
    ApiToken token{
        .id = firstText(json, {u"id", u"apiTokenId"}),
        .name = json[u"name"].toString(),
        .description = json[u"description"].toString(),
        .userId = json[u"userId"].toString(),
        .userName = json[u"userName"].toString(),
        .enabled = json[u"enabled"].toBool(true),
        .expiresAt = readTime(json[u"expiresAt"]),
        .createdAt = readTime(json[u"createdAt"]),
        .lastUsedAt = readTime(json[u"lastUsedAt"]),
        .value = Secret(firstText(json, {u"token", u"apiToken"})),
        .raw = json,
    };
    token.raw.remove(u"token"_s);
    token.raw.remove(u"apiToken"_s);
    return token.id.isEmpty() ? Result<ApiToken>(withoutId()) : token;
}

QJsonObject writeApiToken(const ApiToken &token)
{
    QJsonObject json = token.raw;
    json[u"name"] = token.name;
    json[u"description"] = token.description;
    json[u"userId"] = token.userId;
    json[u"enabled"] = token.enabled;
    json[u"expiresAt"] = writeTime(token.expiresAt);
    return json;
}

Result<Token> readToken(const QJsonObject &json)
{
    Token token{
        .id = firstText(json, {u"id", u"tokenId"}),
        .type = json[u"type"].toString(),
        .clientId = json[u"clientId"].toString(),
        .clientName = json[u"clientName"].toString(),
        .userId = json[u"userId"].toString(),
        .userName = json[u"userName"].toString(),
        .issuedAt = readTime(json[u"issuedAt"]),
        .expiresAt = readTime(json[u"expiresAt"]),
        .lastUsedAt = readTime(json[u"lastUsedAt"]),
        .admin = json[u"admin"].toBool(),
        .value = Secret(json[u"token"].toString()),
        .raw = json,
    };
    token.raw.remove(u"token"_s);
    return token;
}

static MaintenanceResult readResult(const QJsonObject &json)
{
    const QString outcome = json[u"outcome"].toString();
    static const QStringList good{u"SUCCESS"_s, u"SUCCEEDED"_s, u"COMPLETED"_s};
    return {.succeeded = good.contains(outcome, Qt::CaseInsensitive), .outcome = outcome, .message = json[u"message"].toString(),
            .startedAt = readTime(json[u"startedAt"]), .finishedAt = readTime(json[u"finishedAt"])};
}

Result<MaintenanceStatus> readMaintenance(const Response &response)
{
    const auto object = response.object();
    if (!object)
        return tl::unexpected(object.error());
    const QString state = firstText(*object, {u"status", u"state"});
    if (state.isEmpty())
        return failure(Error::Kind::Protocol, Texts::tr("The server did not tell the state of the task."));
    MaintenanceStatus status{.running = state.compare(u"RUNNING", Qt::CaseInsensitive) == 0, .startedAt = readTime((*object)[u"startedAt"])};
    if (const auto last = (*object)[u"lastResult"]; last.isObject())
        status.lastResult = readResult(last.toObject());
    return status;
}

Result<QStringList> readWords(const Response &response)
{
    const auto array = response.array();
    if (!array)
        return tl::unexpected(array.error());
    QStringList words;
    for (const auto &value : *array)
        words << value.toString();
    words.removeAll(QString());
    return words;
}

}
