// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testprogram.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

// The program behind the benchmarks measures what it says; how fast anything is, is no matter of tests.
class tst_Bench : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aListHasItsSevenFigures()
    {
        QProcess bench;
        bench.start(program(), {u"list"_s, u"--rows"_s, u"2000"_s, u"--json"_s});
        QVERIFY(bench.waitForFinished(patience));
        QVERIFY2(bench.exitCode() == 0, bench.readAllStandardError().constData());
        const QByteArray output = bench.readAllStandardOutput();
        QCOMPARE(output.count('\n'), 1);
        const QJsonObject figures = QJsonDocument::fromJson(output).object();
        QCOMPARE(figures.keys(),
            (QStringList{u"all_rows_ms"_s, u"bytes_per_row"_s, u"filter_ms"_s, u"first_rows_ms"_s, u"rows"_s,
                u"sort_ms"_s, u"worst_stall_ms"_s}));
        for (const QString &name : figures.keys())
            QVERIFY2(figures[name].isDouble() && std::abs(figures[name].toDouble()) < 1e7, qPrintable(name));
        QVERIFY(figures[u"first_rows_ms"].toDouble() > 0);
        const int rows = figures[u"rows"].toInt();
        QVERIFY2(rows >= 2000 && rows < 2100, qPrintable(QString::number(rows)));
        QVERIFY(figures[u"first_rows_ms"].toDouble() <= figures[u"all_rows_ms"].toDouble());
    }

    void whatCannotBeMeasuredIsSaid_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("what there is not") << QStringList{u"speed"_s};
        QTest::newRow("no rows") << QStringList{u"list"_s, u"--rows"_s, u"many"_s};
        QTest::newRow("no file") << QStringList{u"ingest"_s, u"/nonexistent"_s};
    }
    void whatCannotBeMeasuredIsSaid()
    {
        QFETCH(QStringList, arguments);
        QProcess bench;
        bench.start(program(), arguments);
        QVERIFY(bench.waitForFinished(patience));
        QCOMPARE(bench.exitCode(), 1);
        QVERIFY(bench.readAllStandardError().contains("latchkey-bench: ")); // Qt may have complained before
    }

private:
    static QString program() { return QCoreApplication::applicationDirPath() + u"/bench/latchkey-bench"_s; }

    static constexpr int patience = 240'000; // ms; far beyond what a loaded machine needs
};

int tst_bench(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Bench>(argc, argv);
}

#include "tst_bench.moc"
