// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/database.h"
#include "app/server/signingkey.h"
#include "tests/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using server::SigningKey;

static QByteArray decoded(const QByteArray &text)
{
    return QByteArray::fromBase64(text, QByteArray::Base64UrlEncoding);
}

static QJsonObject headerOf(const QByteArray &jwt)
{
    return QJsonDocument::fromJson(decoded(jwt.split('.').first())).object();
}

class tst_SigningKey : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = *server::Database::open(u":memory:"_s);
        m_key = std::make_unique<SigningKey>(*m_database, u"test"_s);
    }
    void cleanupTestCase()
    {
        m_key.reset();
        m_database.reset();
    }

    void whatItSignsItVerifies()
    {
        const QJsonObject claims{{u"sub"_s, u"Zoë"_s}, {u"exp"_s, 1}, {u"aud"_s, QJsonArray{u"a"_s, u"b"_s}}};
        const QByteArray jwt = m_key->sign(claims, {{u"typ"_s, u"at+jwt"_s}});
        QCOMPARE(headerOf(jwt)["alg"_L1].toString(), u"RS256"_s);
        QCOMPARE(headerOf(jwt)["typ"_L1].toString(), u"at+jwt"_s);
        QCOMPARE(headerOf(jwt)["kid"_L1].toString(), m_key->id());
        QCOMPARE(headerOf(m_key->sign(claims))["typ"_L1].toString(), u"JWT"_s);
        QCOMPARE(m_key->verify(jwt).value_or(QJsonObject()), claims);
    }

    void whatItDidNotSignItRefuses_data()
    {
        QTest::addColumn<QByteArray>("jwt");
        const QByteArray jwt = m_key->sign({{u"sub"_s, u"one"_s}});
        const QByteArrayList parts = jwt.split('.');
        const auto part = [](const char *json) { return server::base64Url(json); };
        QTest::newRow("nothing") << ""_qba;
        QTest::newRow("dots") << ".."_qba;
        QTest::newRow("two parts") << parts[0] + '.' + parts[1];
        QTest::newRow("four parts") << jwt + ".x";
        QTest::newRow("padded") << jwt + "==";
        QTest::newRow("newline") << jwt + '\n';
        QTest::newRow("short signature") << jwt.chopped(4);
        QTest::newRow("empty signature") << parts[0] + '.' + parts[1] + '.';
        QTest::newRow("other claims") << parts[0] + '.' + part(R"({"sub":"two"})") + '.' + parts[2];
        QTest::newRow("no algorithm") << part(R"({"alg":"none"})") + '.' + parts[1] + '.';
        QTest::newRow("other algorithm") << part(R"({"alg":"HS256"})") + '.' + parts[1] + '.' + parts[2];
        QTest::newRow("header is no object") << part("[1]") + '.' + parts[1] + '.' + parts[2];
        QTest::newRow("not base64url") << "+/+/." + parts[1] + '.' + parts[2];
        const auto other = *server::Database::open(u":memory:"_s);
        QTest::newRow("other key") << SigningKey(*other, u"test"_s).sign({{u"sub"_s, u"one"_s}});
        QTest::newRow("other key of the same id") << SigningKey(*other, u"x"_s, m_key->id()).sign({});
    }
    void whatItDidNotSignItRefuses()
    {
        QFETCH(QByteArray, jwt);
        QVERIFY(!m_key->verify(jwt));
    }

    void aKeyThatWasNeverUsedVerifiesNothing()
    {
        const QByteArray jwt = m_key->sign({});
        QVERIFY(!SigningKey(*m_database, u"never used"_s, m_key->id()).verify(jwt));
    }

    void itSurvivesARestart()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"data.sqlite"_s);
        QByteArray jwt;
        QJsonObject jwk;
        {
            const auto database = *server::Database::open(file);
            SigningKey key(*database, u"test"_s, u"fixed"_s);
            jwt = key.sign({{u"sub"_s, u"one"_s}});
            jwk = key.jwk();
            QVERIFY(SigningKey(*database, u"another"_s).id() != key.id());
        }
        const auto database = *server::Database::open(file);
        SigningKey key(*database, u"test"_s, u"fixed"_s);
        QVERIFY(key.verify(jwt));
        QCOMPARE(key.jwk(), jwk);
        QCOMPARE(key.id(), u"fixed"_s);
        QVERIFY(!SigningKey(*database, u"another"_s).verify(jwt));
    }

    void thePublicKeyIsAJwk()
    {
        const QJsonObject jwk = m_key->jwk();
        QCOMPARE(jwk["kty"_L1].toString(), u"RSA"_s);
        QCOMPARE(jwk["use"_L1].toString(), u"sig"_s);
        QCOMPARE(jwk["alg"_L1].toString(), u"RS256"_s);
        QCOMPARE(jwk["e"_L1].toString(), u"AQAB"_s);
        QCOMPARE(decoded(jwk["n"_L1].toString().toLatin1()).size(), 256);
        QCOMPARE(decoded(m_key->id().toLatin1()).size(), 32);
    }

private:
    std::unique_ptr<server::Database> m_database;
    std::unique_ptr<SigningKey> m_key;
};

int tst_signingkey(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_SigningKey>(argc, argv);
}
#include "tst_signingkey.moc"
