// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"
#include "tests/testprogram.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

static const QByteArrayList tokenLists{"/oauth2/access-tokens?type=USER", "/oauth2/access-tokens?type=CLIENT",
    "/oauth2/refresh-tokens", "/oauth2/api-tokens", "/oauth2/clients"};

// Crowds of demo tokens: how many, whose, how old, and that they are the same each time.
class tst_TeneoCrowd : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_crowd = makeCrowd(20'000, 7);
        m_admin = m_crowd->adminToken();
        QVERIFY(!m_admin.isEmpty());
        m_access = m_crowd->get("/oauth2/access-tokens", m_admin).array();
        m_refresh = m_crowd->get("/oauth2/refresh-tokens", m_admin).array();
        m_api = m_crowd->get("/oauth2/api-tokens", m_admin).array();
    }
    void cleanupTestCase() { m_crowd.reset(); }

    void theSameSeedMakesTheSameTokens()
    {
        const auto one = makeCrowd(2'000, 7);
        const auto same = makeCrowd(2'000, 7);
        const auto other = makeCrowd(2'000, 8);
        for (const QByteArray &path : tokenLists) {
            const QByteArray list = one->get(path, one->adminToken()).body;
            QVERIFY(list.size() > 10'000);
            QCOMPARE(same->get(path, same->adminToken()).body, list);
            QVERIFY(other->get(path, other->adminToken()).body != list);
        }
    }

    void thereAreAsManyAsAskedFor_data()
    {
        QTest::addColumn<int>("tokens");
        QTest::addColumn<qsizetype>("access");
        QTest::addColumn<qsizetype>("refresh");
        QTest::addColumn<qsizetype>("api");
        QTest::newRow("one") << 1 << qsizetype(1) << qsizetype(0) << qsizetype(0);
        QTest::newRow("ten") << 10 << qsizetype(6) << qsizetype(3) << qsizetype(1);
        QTest::newRow("a piece of a list") << 833 << qsizetype(501) << qsizetype(249) << qsizetype(83);
        QTest::newRow("whole pieces") << 5000 << qsizetype(3000) << qsizetype(1500) << qsizetype(500);
    }
    void thereAreAsManyAsAskedFor()
    {
        QFETCH(int, tokens);
        const auto crowd = makeCrowd(tokens, 1);
        const QString admin = crowd->adminToken();
        QTEST(crowd->get("/oauth2/access-tokens", admin).array().size() - 1, "access"); // less the one we ask with
        QTEST(crowd->get("/oauth2/refresh-tokens", admin).array().size(), "refresh");
        QTEST(crowd->get("/oauth2/api-tokens", admin).array().size(), "api");
    }

    void aListHasEachTokenOnceLatestFirst()
    {
        for (const QJsonArray &list : {m_access, m_refresh}) {
            QSet<QString> ids;
            QString before = u"9999"_s;
            for (const auto &token : list) {
                ids.insert(token["id"_L1].toString());
                QVERIFY(token["issuedAt"_L1].toString() <= before);
                before = token["issuedAt"_L1].toString();
            }
            QCOMPARE(ids.size(), list.size());
        }
        QVERIFY(std::is_sorted(m_api.begin(), m_api.end(), [](const QJsonValue &a, const QJsonValue &b) {
            return a["name"_L1].toString() < b["name"_L1].toString();
        }));
    }

    void filtersLeaveOutWhatDoesNotFit()
    {
        const QString client = m_access.last()["clientId"_L1].toString();
        const QString user = m_refresh.first()["userId"_L1].toString();
        const auto count = [](const QJsonArray &list, QLatin1StringView name, const QString &value) {
            return std::count_if(
                list.begin(), list.end(), [&](const QJsonValue &token) { return token[name].toString() == value; });
        };
        const auto found = [&](const QByteArray &path) { return m_crowd->get(path, m_admin).array().size(); };
        QCOMPARE(found("/oauth2/access-tokens?clientId=" + client.toLatin1()), count(m_access, "clientId"_L1, client));
        QCOMPARE(found("/oauth2/refresh-tokens?userId=" + user.toLatin1()), count(m_refresh, "userId"_L1, user));
        QCOMPARE(found("/oauth2/api-tokens?userId=" + user.toLatin1()), count(m_api, "userId"_L1, user));
        QCOMPARE(found("/oauth2/access-tokens?type=CLIENT"), count(m_access, "type"_L1, u"CLIENT"_s));
    }

    void agesAndExpiriesAreLikely()
    {
        const QDateTime now = m_crowd->time.now();
        qint64 young = 0;
        for (const QJsonArray &list : {m_access, m_refresh}) {
            for (const auto &token : list) {
                const QDateTime issued = timeOf(token, "issuedAt"_L1);
                QVERIFY(issued <= now && issued >= now.addDays(-90));
                QVERIFY(timeOf(token, "expiresAt"_L1) >= now.addSecs(3600));
                const QDateTime used = timeOf(token, "lastUsedAt"_L1);
                QVERIFY(!used.isValid() || (used >= issued && used <= now));
                young += issued > now.addDays(-7) ? 1 : 0;
            }
        }
        QVERIFY(isShare(young, m_access.size() + m_refresh.size(), 40, 90));
        QVERIFY(isShare(unused(m_access), m_access.size(), 30, 50));
        QVERIFY(isShare(unused(m_api), m_api.size(), 30, 50));
    }

    void someApiTokensNeverEndSomeHaveEndedSomeAreDisabled()
    {
        const QDateTime now = m_crowd->time.now();
        qint64 endless = 0;
        qint64 ended = 0;
        qint64 disabled = 0;
        for (const auto &token : std::as_const(m_api)) {
            const QDateTime end = timeOf(token, "expiresAt"_L1);
            endless += end.isValid() ? 0 : 1;
            ended += end.isValid() && end <= now ? 1 : 0;
            disabled += token["enabled"_L1].toBool() ? 0 : 1;
            QVERIFY(timeOf(token, "createdAt"_L1) >= now.addDays(-90));
        }
        QVERIFY(isShare(endless, m_api.size(), 10, 20));
        QVERIFY(isShare(ended, m_api.size(), 5, 15));
        QVERIFY(isShare(disabled, m_api.size(), 2, 8));
    }

    void fewClientsAndUsersHaveMostTokens()
    {
        const auto top = [this](QLatin1StringView name, qsizetype share) {
            QMap<QString, qint64> counts;
            for (const auto &token : std::as_const(m_access))
                if (const QString id = token[name].toString(); !id.isEmpty() && id != "u-1000"_L1)
                    ++counts[id];
            QList<qint64> sizes = counts.values();
            std::sort(sizes.rbegin(), sizes.rend());
            const auto sum = [](auto begin, auto end) { return std::accumulate(begin, end, qint64(0)); };
            const bool isSkewed
                = sum(sizes.begin(), sizes.begin() + sizes.size() / 10) * 100 > sum(sizes.begin(), sizes.end()) * share;
            return isSkewed ? sizes.size() : -sizes.size();
        };
        QVERIFY(top("clientId"_L1, 50) > 200);
        QVERIFY(top("userId"_L1, 50) > 1500);
    }

    void everyTokenIsOfSomebodyWhoIsThere()
    {
        QHash<QString, QJsonValue> byId;
        const QJsonArray list = m_crowd->get("/oauth2/clients", m_admin).array();
        for (const auto &client : list)
            byId[client["id"_L1].toString()] = client;
        QCOMPARE(byId.size(), 312);
        for (const auto &token : std::as_const(m_access)) {
            const bool isAdmin = token["type"_L1] == "ADMIN"_L1;
            QCOMPARE(token["clientId"_L1].isNull(), isAdmin);
            QCOMPARE(token["userId"_L1].isNull(), token["type"_L1] == "CLIENT"_L1);
            const QJsonValue client = byId.value(token["clientId"_L1].toString());
            QVERIFY(isAdmin || (client["enabled"_L1].toBool() && client["name"_L1] == token["clientName"_L1]));
            QCOMPARE(token["userName"_L1].isNull(), token["userId"_L1].isNull());
        }
    }

    void everybodySignsInAsAlways()
    {
        QVERIFY(!m_crowd->clientToken().isEmpty());
        QVERIFY(!m_crowd->userToken("reporter").isEmpty());
        QVERIFY(!m_crowd->userToken("ada.adler").isEmpty());
    }

    void aRevokedRefreshTokenTakesItsAccessTokensAlong()
    {
        const auto crowd = makeCrowd(1'000, 3);
        const QString admin = crowd->adminToken();
        const auto size = [&](const QByteArray &path) { return crowd->get(path, admin).array().size(); };
        const auto before = size("/oauth2/access-tokens");
        const QString id = crowd->get("/oauth2/refresh-tokens", admin).array().first()["id"_L1].toString();
        QCOMPARE(crowd->form("/oauth2/revoke", "token=" + id.toLatin1(), admin).status, 200);
        QCOMPARE(size("/oauth2/refresh-tokens"), 299);
        QCOMPARE(size("/oauth2/access-tokens"), before - 1);
    }

    void impossibleCrowdsAreRefused_data()
    {
        QTest::addColumn<int>("tokens");
        QTest::addColumn<QString>("persona");
        QTest::newRow("negative") << -1 << u"teneo"_s;
        QTest::newRow("too large") << server::Crowd::largest + 1 << u"teneo"_s;
        QTest::newRow("of another persona") << 10 << u"wyn"_s;
    }
    void impossibleCrowdsAreRefused()
    {
        QFETCH(int, tokens);
        QFETCH(QString, persona);
        server::LocalServer refused({.personas = {persona}, .demo = true, .crowd = {.tokens = tokens}});
        const auto url = refused.start();
        QVERIFY(!url);
        QVERIFY(!url.error().message.isEmpty());
    }

private:
    static std::unique_ptr<Fixture> makeCrowd(int tokens, quint64 seed)
    {
        return std::make_unique<Fixture>(server::Options{.demo = true, .crowd = {.tokens = tokens, .seed = seed}});
    }
    static QDateTime timeOf(const QJsonValue &token, QLatin1StringView name)
    {
        return QDateTime::fromString(token[name].toString(), Qt::ISODateWithMs);
    }
    static qint64 unused(const QJsonArray &list)
    {
        return std::count_if(
            list.begin(), list.end(), [](const QJsonValue &token) { return !token["lastUsedAt"_L1].isString(); });
    }
    static bool isShare(qint64 part, qint64 whole, qint64 least, qint64 most) // in percent
    {
        return part * 100 >= whole * least && part * 100 <= whole * most;
    }

    std::unique_ptr<Fixture> m_crowd;
    QString m_admin;
    QJsonArray m_access;
    QJsonArray m_refresh;
    QJsonArray m_api;
};

int tst_teneocrowd(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_TeneoCrowd>(argc, argv);
}

#include "tst_teneocrowd.moc"
