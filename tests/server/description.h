// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fixture.h"

// The operations of an OpenAPI document, as "GET /path", sorted.
inline QStringList operationsOf(const QJsonObject &document)
{
    QStringList operations;
    const QJsonObject paths = document[QLatin1StringView("paths")].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QStringList members = path->toObject().keys();
        for (const QString &member : members) {
            if (member != QLatin1StringView("parameters"))
                operations.append(member.toUpper() + QLatin1Char(' ') + path.key());
        }
    }
    operations.removeDuplicates();
    operations.sort();
    return operations;
}

// The operations the server itself owns up to, asked at each path of a document with a method nobody has, likewise.
inline QStringList served(Fixture &twin, const QJsonObject &document, const QByteArray &header = {})
{
    QStringList operations;
    const QStringList paths = document[QLatin1StringView("paths")].toObject().keys();
    for (const QString &path : paths) {
        const QByteArray concrete = QString(path).remove(QLatin1Char('{')).remove(QLatin1Char('}')).toUtf8();
        const Reply reply = twin.exchange("PROPFIND", concrete, header, {});
        const QStringList methods = QString::fromLatin1(reply.headers.value("allow")).split(QStringLiteral(", "));
        for (const QString &method : methods) {
            if (method != QLatin1StringView("HEAD")) // goes with GET
                operations.append(method + QLatin1Char(' ') + path);
        }
    }
    operations.removeDuplicates();
    operations.sort();
    return operations;
}
