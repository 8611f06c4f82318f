// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"
#include "tests/testprogram.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

const Migrations firstSchema{{u"CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)"_s}};
const Migrations secondSchema = firstSchema
    + Migrations{{u"ALTER TABLE note ADD COLUMN made TEXT NOT NULL DEFAULT '2026-01-01T00:00:00.000Z'"_s,
        u"CREATE TABLE tag (note INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE, text TEXT NOT NULL)"_s}};

QStringList texts(Store &store, const QString &sql)
{
    const auto found = store.rows(sql, {}, [](const QSqlQuery &row) { return row.value(0).toString(); });
    return found ? *found : QStringList{found.error().message};
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void setContents(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QFile::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

unsigned modeOf(const QString &path)
{
    struct stat status { };
    return stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 0777U : 0U;
}

}

class tst_Store : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"console.db"_s);
    }

    void anEmptyFolderGetsTheNewestSchema()
    {
        auto store = Store::open(m_path);
        QVERIFY(store);
        QCOMPARE(texts(**store, u"PRAGMA user_version"_s), QStringList{QString::number(migrations().size())});
        QCOMPARE(texts(**store, u"PRAGMA journal_mode"_s), QStringList{u"wal"_s});
        QCOMPARE(texts(**store, u"PRAGMA synchronous"_s), QStringList{u"2"_s});
        QCOMPARE(texts(**store, u"PRAGMA foreign_keys"_s), QStringList{u"1"_s});
        QCOMPARE(texts(**store, u"SELECT name FROM profile"_s), QStringList());
    }

    void anOlderSchemaIsBroughtUpWithItsRows()
    {
        {
            auto old = Store::open(m_path, firstSchema);
            QVERIFY(old);
            QVERIFY((*old)->run(u"INSERT INTO note (text) VALUES (?)"_s, {u"kept"_s}));
        }
        auto store = Store::open(m_path, secondSchema);
        QVERIFY(store);
        QCOMPARE(
            texts(**store, u"SELECT text || ' ' || made FROM note"_s), QStringList{u"kept 2026-01-01T00:00:00.000Z"_s});
        QCOMPARE(texts(**store, u"PRAGMA user_version"_s), QStringList{u"2"_s});
    }

    void aFailedMigrationChangesNothing()
    {
        auto broken = secondSchema;
        broken[1].append(u"CREATE TABLE note (again TEXT)"_s);
        QVERIFY(Store::open(m_path, firstSchema));
        const auto failed = Store::open(m_path, broken);
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, Error::Kind::Storage);
        auto store = Store::open(m_path, firstSchema);
        QVERIFY(store);
        QCOMPARE(texts(**store, u"SELECT name FROM sqlite_schema WHERE type = 'table'"_s), QStringList{u"note"_s});
    }

    void aNewerSchemaIsRefusedAndKept()
    {
        QVERIFY(Store::open(m_path, secondSchema));
        const auto refused = Store::open(m_path, firstSchema);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Storage);
        QCOMPARE(refused.error().message,
            u"The console's data file was written by a newer version of this program. Use that version."_s);
        auto store = Store::open(m_path, secondSchema);
        QVERIFY(store);
        QCOMPARE(texts(**store, u"PRAGMA user_version"_s), QStringList{u"2"_s});
    }

    void aDamagedFileIsReportedAndKept_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("length");
        QTest::newRow("all of it") << 0 << -1;
        QTest::newRow("its header") << 0 << 100;
        QTest::newRow("its schema") << 100 << 500;
    }
    void aDamagedFileIsReportedAndKept()
    {
        QFETCH(int, from);
        QFETCH(int, length);
        QVERIFY(Store::open(m_path));
        auto bytes = contents(m_path);
        const auto count = length < 0 ? bytes.size() : length;
        bytes.replace(from, count, QByteArray(count, '\xA5'));
        setContents(m_path, bytes);

        const auto failed = Store::open(m_path);
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, Error::Kind::Storage);
        QCOMPARE(failed.error().message, u"The console's data file is damaged. It was left as it is."_s);
        QCOMPARE(contents(m_path), bytes);
    }

    void aDamagedRowIsAnErrorNotAShorterList()
    {
        {
            auto store = Store::open(m_path, firstSchema);
            QVERIFY(store);
            for (int n = 0; n < 40; ++n)
                QVERIFY((*store)->run(u"INSERT INTO note (text) VALUES (?)"_s, {QString(1000, u'y')}));
        }
        auto bytes = contents(m_path);
        const qsizetype page = 4096;
        QVERIFY(bytes.size() > 8 * page);
        bytes.replace(6 * page, page, QByteArray(page, '\xA5'));
        setContents(m_path, bytes);
        auto store = Store::open(m_path, firstSchema);
        QVERIFY(store);
        const auto read = (*store)->rows(u"SELECT text FROM note"_s, {}, [](const QSqlQuery &) { return 0; });
        QVERIFY(!read);
        QCOMPARE(read.error().message, u"The console's data file is damaged. It was left as it is."_s);
    }

    void aReadOnlyFileIsReportedAndKept()
    {
        QVERIFY(Store::open(m_path));
        const auto bytes = contents(m_path);
        QCOMPARE(chmod(QFile::encodeName(m_path).constData(), 0400), 0);
        // Root may write everything, so there somebody else has to try.
        const bool isRoot = geteuid() == 0;
        const auto restore = qScopeGuard([&] {
            if (isRoot)
                QCOMPARE(seteuid(0), 0);
        });
        if (isRoot) {
            for (const auto &owned : {m_folder->path(), m_path})
                QCOMPARE(chown(QFile::encodeName(owned).constData(), 65534, 65534), 0);
            QCOMPARE(seteuid(65534), 0);
        }
        const auto failed = Store::open(m_path);
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, Error::Kind::Storage);
        QCOMPARE(failed.error().message, u"The console's data file is read-only."_s);
        QCOMPARE(contents(m_path), bytes);
    }

    void fileAndFolderArePrivate()
    {
        const auto before = umask(0);
        const auto restore = qScopeGuard([&] { umask(before); });
        const auto folder = m_folder->filePath(u"a/b"_s);
        const auto path = folder + u"/console.db"_s;
        auto store = Store::open(path);
        QVERIFY(store);
        QVERIFY((*store)->run(u"INSERT INTO profile VALUES ('i', '', '', '', 'test', '', '{}', NULL)"_s));
        QCOMPARE(modeOf(folder), 0700U);
        for (const auto &name : {path, path + u"-wal"_s, path + u"-shm"_s})
            QCOMPARE(modeOf(name), 0600U);
    }

    void aFileThatOthersCanReadIsMadePrivate()
    {
        QVERIFY(Store::open(m_path));
        QCOMPARE(chmod(QFile::encodeName(m_path).constData(), 0644), 0);
        auto store = Store::open(m_path);
        QVERIFY(store);
        QCOMPARE(modeOf(m_path), 0600U);
        QCOMPARE(modeOf(m_path + u"-wal"_s), 0600U);
    }

    void aFolderThatOthersCanOpenIsRefused()
    {
        QCOMPARE(chmod(QFile::encodeName(m_folder->path()).constData(), 0755), 0);
        const auto refused = Store::open(m_path);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Storage);
    }

    void aTransactionThatIsNotCommittedIsUndone()
    {
        auto store = Store::open(m_path, firstSchema);
        QVERIFY(store);
        {
            auto transaction = Transaction::begin(**store);
            QVERIFY(transaction);
            QVERIFY((*store)->run(u"INSERT INTO note (text) VALUES ('undone')"_s));
        }
        {
            auto transaction = Transaction::begin(**store);
            QVERIFY(transaction);
            QVERIFY((*store)->run(u"INSERT INTO note (text) VALUES ('done')"_s));
            QVERIFY(transaction->commit());
        }
        QCOMPARE(texts(**store, u"SELECT text FROM note"_s), QStringList{u"done"_s});
    }

    void twoStoresOfOneFileWaitForEachOther()
    {
        auto one = Store::open(m_path, firstSchema);
        auto two = Store::open(m_path, firstSchema);
        QVERIFY(one && two);
        auto transaction = Transaction::begin(**one);
        QVERIFY(transaction);
        const auto busy = Transaction::begin(**two);
        QVERIFY(!busy);
        QCOMPARE(busy.error().message, u"Another program is using the console's data file."_s);
        QVERIFY(transaction->commit());
        QVERIFY(Transaction::begin(**two));
    }

    void closingLeavesOneFileAndNoConnection()
    {
        QVERIFY(Store::open(m_path));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"console.db"_s});
        QCOMPARE(QSqlDatabase::connectionNames(), QStringList());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

int tst_store(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Store>(argc, argv);
}
#include "tst_store.moc"
