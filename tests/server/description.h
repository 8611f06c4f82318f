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
    operations.sort();
    return operations;
}

// The methods a path answers 405 to a method nobody has with, sorted; HEAD goes with GET and is left out.
inline QStringList methodsServed(Fixture &twin, const QString &path, const QByteArray &header = {})
{
    const QString concrete = QString(path).replace(QLatin1Char('{'), QLatin1Char('x')).remove(QLatin1Char('}'));
    const Reply reply = twin.exchange("PROPFIND", concrete.toUtf8(), header, {});
    QStringList methods
        = QString::fromLatin1(reply.headers.value("allow")).split(QStringLiteral(", "), Qt::SkipEmptyParts);
    methods.removeAll(QStringLiteral("HEAD"));
    methods.sort();
    return methods;
}
