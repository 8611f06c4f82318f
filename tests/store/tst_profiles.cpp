// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/profiles.h"
#include "tests/testprogram.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace {

Profile teneo()
{
    return {.name = u"Gewächshaus 温室"_s,
        .dialect = u"teneo"_s,
        .url = QUrl(u"https://auth.example.org:8443/a%20b/%C3%A9?x=1"_s),
        .environment = Environment::Production,
        .signInMethod = u"password"_s,
        .settings = {{u"user"_s, u"'; DROP TABLE profile; --"_s}, {u"pageSize"_s, 50}, {u"strict"_s, true},
            {u"nested"_s, QJsonObject{{u"a"_s, QJsonValue::Null}}}},
        .lastUsed = QDateTime({2026, 3, 29}, {0, 59, 59, 7}, Qt::UTC)};
}

QStringList names(const Result<QList<Profile>> &profiles)
{
    QStringList names;
    for (const auto &profile : *profiles)
        names.append(profile.name);
    return names;
}

}

class tst_Profiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        reopen();
    }

    void whatWasInsertedComesBackAfterARestart_data()
    {
        QTest::addColumn<Profile>("profile");
        auto inTest = teneo();
        inTest.environment = Environment::Test;
        QTest::newRow("everything filled in") << teneo();
        QTest::newRow("test") << inTest;
        QTest::newRow("nothing filled in") << Profile();
    }
    void whatWasInsertedComesBackAfterARestart()
    {
        QFETCH(Profile, profile);
        const auto inserted = Profiles(*m_store).insert(profile);
        QVERIFY(inserted);
        QCOMPARE(QUuid(inserted->id).toString(QUuid::WithoutBraces), inserted->id);
        profile.id = inserted->id;
        QVERIFY(*inserted == profile);
        reopen();
        const auto all = Profiles(*m_store).all();
        QVERIFY(all);
        QCOMPARE(all->size(), 1);
        QVERIFY(all->constFirst() == profile);
    }

    void aGivenIdIsKeptAndUnique()
    {
        Profiles profiles(*m_store);
        auto profile = teneo();
        profile.id = u"11111111-2222-3333-4444-555555555555"_s;
        QCOMPARE(profiles.insert(profile)->id, profile.id);
        const auto again = profiles.insert(profile);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, Error::Kind::Storage);
        QCOMPARE(profiles.all()->size(), 1);
    }

    void timesAreKeptInUtc()
    {
        Profiles profiles(*m_store);
        auto profile = teneo();
        profile.lastUsed = QDateTime({2026, 7, 1}, {1, 30}, QTimeZone("Europe/Berlin"));
        QVERIFY(profiles.insert(profile));
        const auto stored = m_store->rows(
            u"SELECT last_used FROM profile"_s, {}, [](const QSqlQuery &row) { return row.value(0).toString(); });
        QCOMPARE(*stored, QStringList{u"2026-06-30T23:30:00.000Z"_s});
        QCOMPARE(profiles.all()->constFirst().lastUsed, profile.lastUsed);
        QCOMPARE(profiles.all()->constFirst().lastUsed.timeSpec(), Qt::UTC);
    }

    void theListIsInTheOrderOfDangerThenName()
    {
        Profiles profiles(*m_store);
        QVERIFY(profiles.insert({.name = u"b"_s, .environment = Environment::Production}));
        QVERIFY(profiles.insert({.name = u"d"_s, .environment = Environment::Development}));
        QVERIFY(profiles.insert({.name = u"a"_s, .environment = Environment::Production}));
        QVERIFY(profiles.insert({.name = u"c"_s, .environment = Environment::Test}));
        QCOMPARE(names(profiles.all()), (QStringList{u"d"_s, u"c"_s, u"a"_s, u"b"_s}));
    }

    void anUpdateChangesOneProfileOnly()
    {
        Profiles profiles(*m_store);
        auto changed = *profiles.insert(teneo());
        const auto other = *profiles.insert(teneo());
        changed.name = u"A"_s;
        changed.url = QUrl(u"http://127.0.0.1:1"_s);
        changed.environment = Environment::Development;
        changed.settings = {};
        changed.lastUsed = {};
        QVERIFY(profiles.update(changed));
        QVERIFY(*profiles.all() == QList({changed, other}));
    }

    void aRemovedProfileIsGone()
    {
        Profiles profiles(*m_store);
        const auto kept = *profiles.insert(teneo());
        const auto removed = *profiles.insert(teneo());
        QVERIFY(profiles.remove(removed.id));
        QVERIFY(*profiles.all() == QList{kept});
        QCOMPARE(profiles.remove(removed.id).error().kind, Error::Kind::NotFound);
        QCOMPARE(profiles.update(removed).error().kind, Error::Kind::NotFound);
        QCOMPARE(profiles.duplicate(removed.id).error().kind, Error::Kind::NotFound);
    }

    void aDuplicateIsAProfileOfItsOwn()
    {
        Profiles profiles(*m_store);
        const auto original = *profiles.insert(teneo());
        const auto copy = *profiles.duplicate(original.id);
        QVERIFY(copy.id != original.id);
        auto expected = original;
        expected.id = copy.id;
        expected.name = u"Copy of Gewächshaus 温室"_s;
        expected.lastUsed = {};
        QVERIFY(copy == expected);
        QVERIFY(profiles.remove(original.id));
        QVERIFY(*profiles.all() == QList{expected});
    }

    void anAddressWithAPasswordIsRefused_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::newRow("user and password") << QUrl(u"https://admin:hunter2@example.org"_s);
        QTest::newRow("user") << QUrl(u"https://admin@example.org"_s);
    }
    void anAddressWithAPasswordIsRefused()
    {
        QFETCH(QUrl, url);
        Profiles profiles(*m_store);
        auto profile = *profiles.insert(teneo());
        profile.url = url;
        QVERIFY(!profiles.update(profile));
        QVERIFY(!profiles.insert({.url = url}));
        QCOMPARE(profiles.all()->size(), 1);
        QCOMPARE(profiles.all()->constFirst().url, teneo().url);
    }

private:
    void reopen()
    {
        m_store.reset();
        auto store = Store::open(m_folder->filePath(u"console.db"_s));
        QVERIFY(store);
        m_store = std::move(*store);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
};

int tst_profiles(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Profiles>(argc, argv);
}
#include "tst_profiles.moc"
