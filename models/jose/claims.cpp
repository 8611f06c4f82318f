// SPDX-License-Identifier: GPL-3.0-or-later
#include "jose/claims.h"

#include <QJsonArray>
#include <QTimeZone>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double endOfTime = 253'402'300'799; // 9999-12-31T23:59:59Z

QDateTime timeOf(const QJsonValue &value)
{
    bool isNumber = value.isDouble();
    const double seconds = isNumber ? value.toDouble() : value.toString().trimmed().toDouble(&isNumber);
    if (!isNumber || !std::isfinite(seconds) || seconds < 0 || seconds > endOfTime)
        return {};
    return QDateTime::fromSecsSinceEpoch(qint64(seconds), QTimeZone::utc());
}

QStringList listOf(const QJsonValue &value)
{
    QStringList list;
    if (value.isString() && !value.toString().isEmpty())
        list << value.toString();
    const auto array = value.toArray();
    for (const auto &element : array)
        if (element.isString())
            list << element.toString();
    return list;
}

QStringList scopesOf(const QJsonValue &value)
{
    return listOf(value).join(u' ').split(u' ', Qt::SkipEmptyParts);
}

}

Claims readClaims(const QJsonObject &claims)
{
    Claims read{.id = claims.value("jti"_L1).toString(),
        .issuer = claims.value("iss"_L1).toString(),
        .subject = claims.value("sub"_L1).toString(),
        .clientId = claims.value("client_id"_L1).toString(),
        .audience = listOf(claims.value("aud"_L1)),
        .scopes = scopesOf(claims.value("scope"_L1))};
    if (read.clientId.isEmpty())
        read.clientId = claims.value("azp"_L1).toString();
    if (read.scopes.isEmpty())
        read.scopes = scopesOf(claims.value("scp"_L1));

    const auto readTime = [&](QLatin1String name) {
        const QJsonValue value = claims.value(name);
        QDateTime time = timeOf(value);
        if (!time.isValid() && !value.isUndefined() && !value.isNull())
            read.unreadable << name;
        return time;
    };
    read.expiresAt = readTime("exp"_L1);
    read.notBefore = readTime("nbf"_L1);
    read.issuedAt = readTime("iat"_L1);
    read.authTime = readTime("auth_time"_L1);
    return read;
}
