// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialects/dialect.h"
#include "tests/net/outcome.h"

#include <QJsonDocument>
#include <QMap>

// What a request says, in the words of a test.
inline QJsonObject bodyOf(const Request &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

inline QMap<QString, QString> formOf(const Request &request)
{
    QMap<QString, QString> form;
    const QByteArrayList pairs = request.body.split('&');
    for (QByteArray pair : pairs) {
        pair.replace('+', ' ');
        const qsizetype equals = pair.indexOf('=');
        form.insert(QString::fromUtf8(QByteArray::fromPercentEncoding(pair.left(equals))),
            QString::fromUtf8(QByteArray::fromPercentEncoding(pair.mid(equals + 1))));
    }
    return form;
}

// Several of one name are one text here, with "|" between.
inline QByteArray headerOf(const Request &request, const QByteArray &name)
{
    QByteArrayList values;
    for (const auto &[header, value] : request.headers)
        if (header.compare(name, Qt::CaseInsensitive) == 0)
            values << value;
    return values.join('|');
}

inline QByteArray basic(const QByteArray &pair)
{
    return "Basic " + pair.toBase64();
}

inline Response jsonAnswer(const QByteArray &body, int status = 200)
{
    return {.status = status, .headers = {{"content-type", "application/json"}}, .body = body};
}

inline SignInValues valuesOf(const QHash<QString, QString> &plain, const QHash<QString, QString> &secrets = {})
{
    SignInValues values{.plain = plain};
    for (auto it = secrets.begin(); it != secrets.end(); ++it)
        values.secrets.insert(it.key(), Secret(it.value()));
    return values;
}

template <typename Named>
const Named &named(const QList<Named> &list, const QString &id)
{
    static const Named none{};
    for (const Named &one : list)
        if (one.id == id)
            return one;
    QTest::qVerify(false, "named", qPrintable(id), __FILE__, __LINE__);
    return none;
}
