// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialects/dialect.h"

#include <QJsonArray>

// How Teneo Manager writes its records as JSON. Its bodies are not published; every name here is the inferred one, with
// the spellings a sibling product uses accepted beside it. Change a guess here and nowhere else.
namespace teneo {

QDateTime readTime(const QJsonValue &value);     // "2026-03-02T08:15:30.000Z"; invalid when missing or null
QJsonValue writeTime(const QDateTime &time);     // null when invalid
QString firstText(const QJsonObject &object, std::initializer_list<const char16_t *> keys);

const Members<Client> &clientMembers();
Result<Client> readClient(const QJsonObject &json);
QJsonObject writeClient(const Client &client);
const Members<ApiToken> &apiTokenMembers();
Result<ApiToken> readApiToken(const QJsonObject &json);
QJsonObject writeApiToken(const ApiToken &token);
const Members<Token> &tokenMembers();
Result<Token> readToken(const QJsonObject &json); // may lack an id, where the server tells of a token it was given
Result<Token> readListedToken(const QJsonObject &json);
Result<MaintenanceStatus> readMaintenance(const Response &response);
Result<QStringList> readWords(const Response &response);

// A list answer: every entry must be an object that `readRecord` understands, or the whole answer is refused, so that
// no list looks complete and is not.
template <typename T>
Result<Page<T>> readPage(const Response &response, Result<T> (*readRecord)(const QJsonObject &))
{
    const auto array = response.array();
    if (!array)
        return tl::unexpected(array.error());
    Page<T> page;
    for (const auto &value : *array) {
        auto record = readRecord(value.toObject());
        if (!record)
            return tl::unexpected(record.error());
        page.records << *record;
    }
    return page;
}

template <typename T>
Result<T> readOne(const Response &response, Result<T> (*readRecord)(const QJsonObject &))
{
    const auto object = response.object();
    return object ? readRecord(*object) : Result<T>(tl::unexpected(object.error()));
}

}
