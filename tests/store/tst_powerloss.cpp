// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journalchain.h"
#include "store/profiles.h"
#include "tests/store/recordingdisk.h"
#include "tests/testprogram.h"

#include <QDir>
#include <QTemporaryDir>

#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace {

// What looking at the files after each imagined power cut came to.
struct CutCounts {
    int states = 0;
    int unusable = 0; // cannot be opened, or is damaged
    int halved = 0; // a transaction is there in part
    int lost = 0; // something acknowledged is gone
};

#ifdef __SANITIZE_ADDRESS__
constexpr int slowness = 6; // as many times fewer: the optimised build cuts everywhere
#else
constexpr int slowness = 1;
#endif

// A kind of file the console keeps: how it is written to, and what is found in it again.
struct KeptFile {
    const Migrations &schema;
    std::function<bool(Store &store, int number)> commit; // two rows that belong together
    std::function<int(Store &store)> rows; // how many there are; -1: not as they were written
};

bool appendPair(Store &store, int number)
{
    const QByteArray filler(400 + 37 * number % 2500, char('a' + number % 26));
    const NewLine line{.text = "{\"n\":" + QByteArray::number(number) + ",\"x\":\"" + filler + "\"}", .isOpen = true};
    return JournalChain(store).append({line, line}).has_value();
}

int chainLength(Store &store)
{
    const auto check = JournalChain(store).check();
    return check && !check->broken ? int(check->lines) : -1;
}

bool insertPair(Store &store, int number)
{
    auto transaction = Transaction::begin(store);
    Profiles profiles(store);
    for (int i = 0; i < 2; ++i)
        if (!profiles.insert({.name = u"%1 %2"_s.arg(number).arg(QString(300 + 53 * number % 2000, u'x'))}))
            return false;
    return transaction && transaction->commit().has_value();
}

int profileCount(Store &store)
{
    const auto all = Profiles(store).all();
    return all ? int(all->size()) : -1;
}

KeptFile keptFile(const QString &name)
{
    if (name == "journal"_L1)
        return {journalMigrations(), appendPair, chainLength};
    return {migrations(), insertPair, profileCount};
}

QList<DiskStep> stepsOf(const KeptFile &kept, const QString &synchronous, int commits)
{
    const QTemporaryDir folder;
    RecordingDisk disk;
    {
        const auto store = Store::open(folder.filePath(u"kept.db"_s), kept.schema);
        if (!store)
            return {};
        // So that pages move from the log into the file all the while.
        (void)(*store)->run(u"PRAGMA wal_autocheckpoint=20"_s);
        if (!synchronous.isEmpty())
            (void)(*store)->run(u"PRAGMA synchronous="_s + synchronous);
        disk.acknowledge(0);
        for (int number = 1; number <= commits && kept.commit(**store, number); ++number)
            disk.acknowledge(number);
    }
    return disk.steps();
}

void judge(const KeptFile &kept, const QMap<QString, QByteArray> &files, int acknowledged, CutCounts &counts)
{
    ++counts.states;
    const QTemporaryDir folder(QDir(u"/dev/shm"_s).exists() ? u"/dev/shm/latchkey-XXXXXX"_s : QString());
    for (auto file = files.begin(); file != files.end(); ++file) {
        QFile written(folder.filePath(file.key()));
        if (!written.open(QFile::WriteOnly) || written.write(file.value()) != file.value().size())
            qFatal("no room for the files");
    }
    const auto store = Store::open(folder.filePath(u"kept.db"_s), kept.schema);
    const auto text = [](const QSqlQuery &row) { return row.value(0).toString(); };
    const bool isWhole = store && (*store)->rows(u"PRAGMA integrity_check"_s, {}, text) == QStringList{u"ok"_s};
    const int rows = isWhole ? kept.rows(**store) : -1;
    if (rows < 0)
        ++counts.unusable;
    else if (rows % 2 != 0)
        ++counts.halved;
    else if (rows < 2 * acknowledged)
        ++counts.lost;
}

CutCounts cutEverywhere(const QString &name, const QString &synchronous, int commits)
{
    using Fate = CutDisk::Fate;
    const KeptFile kept = keptFile(name);
    CutDisk disk(7);
    CutCounts counts;
    for (const DiskStep &step : stepsOf(kept, synchronous, commits)) {
        disk.take(step);
        for (const Fate fate : {Fate::Nothing, Fate::Everything, Fate::Some, Fate::SomeTorn})
            judge(kept, disk.after(fate), disk.acknowledged(), counts);
    }
    return counts;
}

}

// The power is cut at every single step of writing, and what is left on the disk is opened.
class tst_PowerLoss : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"latchkey.store=false"_s); }

    void nothingAcknowledgedIsLost_data()
    {
        QTest::addColumn<int>("commits");
        QTest::newRow("journal") << 60;
        QTest::newRow("console") << 45;
    }
    void nothingAcknowledgedIsLost()
    {
        QFETCH(const int, commits);
        const CutCounts counts = cutEverywhere(QString::fromLatin1(QTest::currentDataTag()), {}, commits / slowness);
        qInfo("%d crash states: %d unusable, %d halved, %d lost", counts.states, counts.unusable, counts.halved, counts.lost);
        QVERIFY2(counts.states > 2000 / slowness, "the disk was not watched");
        QCOMPARE(counts.unusable, 0);
        QCOMPARE(counts.halved, 0);
        QCOMPARE(counts.lost, 0);
    }

    // The same with less care must be seen to fail: else what is above would prove nothing.
    void lessCareIsSeenToLose_data()
    {
        QTest::addColumn<bool>("damages");
        QTest::newRow("NORMAL") << false; // loses what was acknowledged
        QTest::newRow("OFF") << true; // and leaves damaged files
    }
    void lessCareIsSeenToLose()
    {
        QFETCH(const bool, damages);
        const CutCounts counts = cutEverywhere(u"journal"_s, QString::fromLatin1(QTest::currentDataTag()), 20 / slowness + 5);
        qInfo("%d crash states: %d unusable, %d halved, %d lost", counts.states, counts.unusable, counts.halved, counts.lost);
        QVERIFY(counts.lost > 0);
        QCOMPARE(counts.unusable > 0, damages);
    }
};

int tst_powerloss(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_PowerLoss>(argc, argv);
}
#include "tst_powerloss.moc"
