// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/mutation.h"
#include "tests/fuzz/targets.h"
#include "tests/testprogram.h"

#include <QDir>
#include <QLoggingCategory>

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace {

QList<QByteArray> seedsOf(const QString &target)
{
    QList<QByteArray> seeds;
    QDir folder(QStringLiteral(SOURCE_DIR "/tests/fuzz/corpus/") + target);
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            seeds << file.readAll();
    }
    return seeds;
}

std::optional<QByteArray> brokenPromise(const fuzz::Target &target, const QByteArray &input)
{
    try {
        target.run(input);
    } catch (const fuzz::Broken &broken) {
        return QByteArray(broken.what()) + ": " + input.left(2000).toPercentEncoding(" {}[]\"':,&=;/?<>");
    }
    return std::nullopt;
}

}

// What fuzzing goes through, in short: the seeds, everything a fuzzer ever found, and seeded changes of them.
class tst_FuzzCorpus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"latchkey.*=false"_s); }

    void everyReaderKeepsItsPromises_data()
    {
        QTest::addColumn<int>("target");
        for (int i = 0; i < fuzz::targets().size(); ++i)
            QTest::newRow(fuzz::targets()[i].name) << i;
    }
    void everyReaderKeepsItsPromises()
    {
        QFETCH(const int, target);
        const fuzz::Target &reader = fuzz::targets()[target];
        const QList<QByteArray> seeds = seedsOf(QString::fromLatin1(reader.name));
        QVERIFY(!seeds.isEmpty());
        QRandomGenerator random(20'260'302);
        const int mutations = reader.mutations / (isSanitized ? 8 : 1);
        for (int i = 0; i < seeds.size() + mutations; ++i) {
            const QByteArray seed = seeds[i % seeds.size()];
            const auto broken = brokenPromise(reader, i < seeds.size() ? seed : mutated(seed, seeds, random));
            QVERIFY2(!broken, broken ? broken->constData() : "");
        }
    }

    void aBrokenPromiseIsTold()
    {
        const fuzz::Target careless{
            "careless", [](const QByteArray &input) { fuzz::hold(input.size() < 3, "it is short"); }, 0};
        QVERIFY(!brokenPromise(careless, "ab"));
        QCOMPARE(brokenPromise(careless, "abc").value_or(""), "it is short: abc"_ba);
    }
};

int tst_fuzzcorpus(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_FuzzCorpus>(argc, argv);
}
#include "tst_fuzzcorpus.moc"
