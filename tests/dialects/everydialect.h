// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialects/dialect.h"

#include <QTest>

// What the tests of every dialect share. Every secret they hand out reads the same, so that it is found wherever it
// must not be.
inline const QString &openSecret()
{
    static const QString text = QStringLiteral("S3cr3t+of/a=test");
    return text;
}

inline QJsonObject publishedMetadata()
{
    QJsonObject metadata{{QStringLiteral("issuer"), QStringLiteral("https://id.example.com")}};
    for (const char *endpoint : {"authorization_endpoint", "token_endpoint", "revocation_endpoint",
             "introspection_endpoint", "userinfo_endpoint", "registration_endpoint", "jwks_uri"})
        metadata[QLatin1StringView(endpoint)]
            = QStringLiteral("https://id.example.com/at/%1").arg(QLatin1StringView(endpoint));
    return metadata;
}

// A row for every dialect as it is at first, with each of its presets, and on a server that publishes everything;
// those that must know what the server publishes are nothing without.
inline void eachDialect()
{
    QTest::addColumn<Dialect>("dialect");
    Setup setup{.base = QUrl(QStringLiteral("https://id.example.com"))};
    for (const auto &dialect : dialects()) {
        const bool isTold = dialect.discovery.isRequired;
        setup.metadata = isTold ? publishedMetadata() : QJsonObject();
        setup.settings = {};
        QTest::newRow(qPrintable(dialect.id)) << makeDialect(dialect.id, setup);
        for (const auto &preset : dialect.presets) {
            setup.settings = preset.values;
            QTest::addRow("%s: %s", qPrintable(dialect.id), preset.label) << makeDialect(dialect.id, setup);
        }
        setup = {.base = setup.base, .metadata = publishedMetadata()};
        if (dialect.discovery && !isTold)
            QTest::addRow("%s: by its metadata", qPrintable(dialect.id)) << makeDialect(dialect.id, setup);
    }
}

// An address below the base or one the metadata named, and nothing secret in it.
inline void checkAddress(const Request &request)
{
    const QString address = request.path + request.absolute.toString() + request.query.toString();
    QVERIFY2(request.path.startsWith(u'/') || request.absolute.isValid(), qPrintable(address));
    QVERIFY2(!request.path.contains(QLatin1StringView("//")) && !request.path.contains(u' '), qPrintable(address));
    const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(openSecret()));
    QVERIFY2(!address.contains(openSecret()) && !address.contains(encoded), qPrintable(address));
}

inline void checkRequest(const Request &request, Effect effect)
{
    checkAddress(request);
    QVERIFY2(request.effect == effect, qPrintable(request.path));
    QCOMPARE(request.verb == "GET", effect == Effect::Read);
}

inline SignInValues filledIn(const QList<SignInField> &asked)
{
    SignInValues values;
    QStringList keys;
    for (const auto &field : asked) {
        keys << field.key;
        QTest::qVerify(*field.label, "label", qPrintable(field.key), __FILE__, __LINE__);
        if (field.secret)
            values.secrets.insert(field.key, Secret(openSecret()));
        else
            values.plain.insert(field.key, QStringLiteral("v"));
    }
    QTest::qVerify(keys.removeDuplicates() == 0, "keys", "one key twice", __FILE__, __LINE__);
    return values;
}

// Bodies that are no answer to anything, and must be understood as such.
inline QByteArrayList nonsense(const QByteArrayList &more = {})
{
    return QByteArrayList{"", "7", "null", "true", "\"text\"", "<html></html>", "\xff\xfe", "{\"a\":", "[[[[]]]]x"}
    + more;
}
