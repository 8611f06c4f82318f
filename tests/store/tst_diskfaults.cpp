// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/keptfile.h"
#include "tests/store/recordingdisk.h"
#include "tests/testprogram.h"

#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace {

const int faultStride = isSanitized ? 5 : 1; // the optimised build tries every operation
constexpr int commitsBefore = 5; // commits that are on the disk before it fails
constexpr int commitsDuring = 5; // commits that are tried then

QString scratchFolder()
{
    return QDir(u"/dev/shm"_s).exists() ? u"/dev/shm/latchkey-XXXXXX"_s : QDir::tempPath() + u"/latchkey-XXXXXX"_s;
}

bool fillKept(const KeptFile &kept, const QString &path, int commits)
{
    const auto store = Store::open(path, kept.schema);
    bool isFilled = store.has_value();
    for (int number = 1; isFilled && number <= commits; ++number)
        isFilled = kept.commit(**store, number);
    return isFilled;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

bool setBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QFile::WriteOnly) && file.write(bytes) == bytes.size();
}

}

// The disk fails at every single operation, once or from then on; and files come back with some of their bits turned.
class tst_DiskFaults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"latchkey.store=false"_s); }

    void whatFailedIsSaidAndWhatWasDoneStays_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("lasts");
        QTest::newRow("journal, once") << u"journal"_s << false;
        QTest::newRow("journal, from then on") << u"journal"_s << true;
        QTest::newRow("console, once") << u"console"_s << false;
        QTest::newRow("console, from then on") << u"console"_s << true;
    }
    void whatFailedIsSaidAndWhatWasDoneStays()
    {
        QFETCH(const QString, name);
        QFETCH(const bool, lasts);
        const KeptFile kept = keptFile(name);
        int tried = 0;
        int refused = 0;
        bool isReached = true;
        for (int operation = 1; isReached; operation += faultStride, ++tried) {
            const QTemporaryDir folder(scratchFolder());
            const QString path = folder.filePath(u"kept.db"_s);
            QVERIFY(fillKept(kept, path, commitsBefore));
            int done = commitsBefore;
            {
                RecordingDisk disk;
                disk.failAt(operation, lasts);
                {
                    const auto store = Store::open(path, kept.schema);
                    if (!store) {
                        ++refused;
                        QCOMPARE(store.error().kind, Error::Kind::Storage);
                        QVERIFY(!store.error().message.isEmpty());
                    }
                    for (int number = commitsBefore + 1; store && number <= commitsBefore + commitsDuring; ++number)
                        done += kept.commit(**store, number) ? 1 : 0;
                }
                isReached = disk.operations() >= operation;
            }
            const int rows = keptRows(kept, path);
            QVERIFY2(rows >= 2 * done,
                qPrintable(u"operation %1: %2 rows, %3 acknowledged"_s.arg(operation).arg(rows).arg(2 * done)));
            QCOMPARE(rows % 2, 0);
        }
        qInfo("%d operations failed, %d of them while opening", tried - 1, refused);
        QVERIFY2(tried > 50 / faultStride, "the disk did not fail");
        QVERIFY(refused > 0);
    }

    // Never a crash, a file made anew, or less than was written without a word.
    void turnedBitsAreFoundOrHarmless_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("journal") << u"journal"_s;
        QTest::newRow("console") << u"console"_s;
    }
    void turnedBitsAreFoundOrHarmless()
    {
        QFETCH(const QString, name);
        const KeptFile kept = keptFile(name);
        const QTemporaryDir folder(scratchFolder());
        const QString path = folder.filePath(u"kept.db"_s);
        QVERIFY(fillKept(kept, path, commitsBefore));
        const QByteArray whole = bytesOf(path);
        QVERIFY(!QFile::exists(path + u"-wal"_s)); // all of it is in the one file
        std::mt19937 random(11);
        int found = 0;
        constexpr int files = 200;
        for (int file = 0; file < files; ++file) {
            QByteArray turned = whole;
            for (int bit = 0; bit <= file % 4; ++bit) {
                char &byte = turned[qsizetype(random() % unsigned(turned.size()))];
                byte = char(byte ^ (1 << random() % 8));
            }
            QVERIFY(setBytes(path, turned));
            const int rows = keptRows(kept, path);
            found += rows < 0 ? 1 : 0;
            QVERIFY2(
                rows < 0 || name != "journal"_L1 || rows == 2 * commitsBefore, "a line is missing, and nobody says so");
            QCOMPARE(bytesOf(path).size(), whole.size());
            QFile::remove(path + u"-wal"_s);
            QFile::remove(path + u"-shm"_s);
        }
        qInfo("%d files with turned bits: %d found to be damaged, %d readable as written", files, found, files - found);
        QVERIFY(found > 0); // what SQLite has no checksum of, the journal has
    }

    void aFileDeletedUnderneathIsNoticed()
    {
        const KeptFile kept = keptFile(u"journal"_s);
        const QTemporaryDir folder(scratchFolder());
        const QString path = folder.filePath(u"kept.db"_s);
        const auto store = Store::open(path, kept.schema);
        QVERIFY(store && kept.commit(**store, 1));
        for (const auto &end : {u""_s, u"-wal"_s, u"-shm"_s})
            QVERIFY(QFile::remove(path + end));
        QVERIFY(!kept.commit(**store, 2));
    }
};

int tst_diskfaults(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_DiskFaults>(argc, argv);
}
#include "tst_diskfaults.moc"
