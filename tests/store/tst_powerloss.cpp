// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/keptfile.h"
#include "tests/store/recordingdisk.h"
#include "tests/testprogram.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace {

// What looking at the files after each imagined power cut came to.
struct CutCounts {
    int states = 0;
    int unusable = 0; // cannot be opened, or is damaged
    int halved = 0; // a transaction is there in part
    int lost = 0; // something acknowledged is gone
};

const int slowness = isSanitized ? 6 : 1; // as many times fewer: the optimised build cuts everywhere

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
    const int rows = keptRows(kept, folder.filePath(u"kept.db"_s));
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
