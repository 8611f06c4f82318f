// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/teneo/json.h"
#include "dialects/teneo/texts.h"

using namespace Qt::Literals::StringLiterals;

namespace teneo {

namespace {

template <typename T>
Result<T> identified(const T &record)
{
    if (record.id.isEmpty())
        return failure(Error::Kind::Protocol, Texts::tr("The server sent an entry without an id."));
    return record;
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
    return isoTimeIn(value);
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

const Members<Client> &clientMembers()
{
    static const Members<Client> members{
        {{"id", "clientId", "client_id"}, &Client::id},
        {{"name"}, &Client::name},
        {{"type"}, &Client::type},
        {{"url"}, &Client::url},
        {{"description"}, &Client::description},
        {{"enabled"}, &Client::enabled},
        {{"secret", "clientSecret", "client_secret"}, &Client::secret},
        {{"accessTokenValiditySeconds"}, &Client::accessTokenLifetime},
        {{"refreshTokenValiditySeconds"}, &Client::refreshTokenLifetime},
        {{"createdAt"}, &Client::createdAt},
        {{"updatedAt"}, &Client::updatedAt},
    };
    return members;
}

Result<Client> readClient(const QJsonObject &json)
{
    return identified(recordIn(json, clientMembers()));
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

const Members<ApiToken> &apiTokenMembers()
{
    static const Members<ApiToken> members{
        {{"id", "apiTokenId"}, &ApiToken::id},
        {{"name"}, &ApiToken::name},
        {{"description"}, &ApiToken::description},
        {{"userId"}, &ApiToken::userId},
        {{"userName"}, &ApiToken::userName},
        {{"enabled"}, &ApiToken::enabled},
        {{"expiresAt"}, &ApiToken::expiresAt},
        {{"createdAt"}, &ApiToken::createdAt},
        {{"lastUsedAt"}, &ApiToken::lastUsedAt},
        {{"token", "apiToken"}, &ApiToken::value},
    };
    return members;
}

Result<ApiToken> readApiToken(const QJsonObject &json)
{
    return identified(recordIn(json, apiTokenMembers()));
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

const Members<Token> &tokenMembers()
{
    static const Members<Token> members{
        {{"id", "tokenId"}, &Token::id},
        {{"type"}, &Token::type},
        {{"clientId"}, &Token::clientId},
        {{"clientName"}, &Token::clientName},
        {{"userId"}, &Token::userId},
        {{"userName"}, &Token::userName},
        {{"issuedAt"}, &Token::issuedAt},
        {{"expiresAt"}, &Token::expiresAt},
        {{"lastUsedAt"}, &Token::lastUsedAt},
        {{"admin"}, &Token::admin},
        {{"token"}, &Token::value},
    };
    return members;
}

Result<Token> readToken(const QJsonObject &json)
{
    return recordIn(json, tokenMembers());
}

Result<Token> readListedToken(const QJsonObject &json)
{
    return identified(readToken(json).value());
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
