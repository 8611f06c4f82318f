// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/columns.h"
#include "tests/testprogram.h"

#include <QThread>

using namespace Qt::Literals::StringLiterals;

namespace {

const QList<ColumnKind> everyKind{
    ColumnKind::Text, ColumnKind::List, ColumnKind::Time, ColumnKind::Duration, ColumnKind::Switch, ColumnKind::Switch};

Cells rowOf(Columns &columns, int number)
{
    Cells cells;
    cells.append(columns.textCell(0, "text " + QByteArray::number(number % 1000)));
    cells.append(columns.textCell(1, QByteArray::number(number) + listEnd));
    cells.append(timeCell(number));
    cells.append(number);
    cells.append(number & 1);
    cells.append((number >> 1) & 1);
    return cells;
}

}

// The compact form of long lists.
class tst_Columns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTextIsKeptOnce()
    {
        Dictionary dictionary;
        QCOMPARE(dictionary.add(""), 0U);
        const quint32 mia = dictionary.add("mia");
        QCOMPARE(dictionary.add("mia"), mia);
        QVERIFY(dictionary.add("Mia") != mia);
        QCOMPARE(dictionary.find("mia"), std::optional(mia));
        QCOMPARE(dictionary.find(""), std::optional(0U));
        QVERIFY(!dictionary.find("noah"));
        QCOMPARE(dictionary.text(mia), "mia");
        QCOMPARE(dictionary.text(0), "");
        QCOMPARE(dictionary.size(), 3U);
    }

    void textsOfEverySizeComeBack()
    {
        Dictionary dictionary;
        QByteArrayList texts;
        for (const int size : {1, 2, 126, 127, 128, 129, 16383, 16384, 65535, 65536, 65537, 200'000, 1'000'000})
            texts << QByteArray(size, 'x');
        for (int i = 0; i < 30'000; ++i)
            texts << QByteArray::number(i) + QByteArray(i % 300, 'y');
        QList<quint32> numbers;
        for (const QByteArray &text : texts)
            numbers << dictionary.add(text);
        for (int i = 0; i < texts.size(); ++i) {
            QVERIFY(dictionary.text(numbers[i]) == texts[i]);
            QCOMPARE(dictionary.find(texts[i]), std::optional(numbers[i]));
        }
    }

    void cellsComeBack()
    {
        Columns columns(everyKind);
        constexpr int count = int(Columns::rowsPerBlock) * 2 + 5;
        for (int i = 0; i < count; ++i)
            QCOMPARE(columns.append(rowOf(columns, i)), quint32(i));
        QCOMPARE(columns.rows(), quint32(count));
        for (int i = 0; i < count; ++i) {
            QCOMPARE(columns.cells(quint32(i)), rowOf(columns, i));
            QCOMPARE(columns.utf8(quint32(i), 0), "text " + QByteArray::number(i % 1000));
        }
    }

    void valuesAreTyped()
    {
        Columns columns(everyKind);
        const QDateTime time = QDateTime::fromString(u"1969-12-31T23:59:59.999Z"_s, Qt::ISODateWithMs);
        Cells cells{columns.textCell(0, "Zürich"), columns.textCell(1, QByteArray("a") + listEnd + "" + listEnd),
            timeCell(time.toMSecsSinceEpoch()), 90, 1, 0};
        const quint32 row = columns.append(cells);
        QCOMPARE(columns.value(row, 0), QVariant(u"Zürich"_s));
        QCOMPARE(columns.value(row, 1), QVariant(QStringList{u"a"_s, u""_s}));
        QCOMPARE(columns.value(row, 2), QVariant(time));
        QCOMPARE(columns.value(row, 3).value<std::chrono::seconds>().count(), 90);
        QCOMPARE(columns.value(row, 4), QVariant(true));
        QCOMPARE(columns.value(row, 5), QVariant(false));

        const quint32 nothing = columns.append(Cells{0, 0, 0, 0, 0, 0});
        QCOMPARE(columns.value(nothing, 0), QVariant(QString()));
        QCOMPARE(columns.value(nothing, 1), QVariant(QStringList()));
        QCOMPARE(columns.value(nothing, 2), QVariant(QDateTime()));
        QVERIFY(timeCell(0) != 0); // 1970 is a time like any other
    }

    void aSnapshotStaysAsItWas()
    {
        Columns columns(everyKind);
        columns.append(Cells{0, 0, 0, 0, 0, 0}); // columns that are still empty
        const Columns empty = columns.snapshot();
        for (int i = 1; i < 5000; ++i)
            columns.append(rowOf(columns, i));
        const Columns before = columns.snapshot();
        const Cells changed{columns.textCell(0, "changed"), 0, timeCell(1), 2, 0, 1};
        columns.replace(0, changed);
        columns.replace(4999, changed);
        columns.append(changed);
        QCOMPARE(empty.rows(), 1U);
        QCOMPARE(empty.cells(0), (Cells{0, 0, 0, 0, 0, 0}));
        QCOMPARE(before.rows(), 5000U);
        QCOMPARE(before.cells(0), (Cells{0, 0, 0, 0, 0, 0}));
        QCOMPARE(before.cells(4999), rowOf(columns, 4999));
        QCOMPARE(columns.cells(0), changed);
        QCOMPARE(columns.cells(4999), changed);
        QCOMPARE(columns.cells(5000), changed);
        QCOMPARE(columns.cells(4998), rowOf(columns, 4998));
    }

    // Means most under a thread sanitizer.
    void aSnapshotIsReadWhileTheRestGrows()
    {
        Columns columns(everyKind);
        for (int round = 0; round < 20; ++round) {
            const auto snapshot = std::make_shared<Columns>(columns.snapshot());
            bool isRight = true;
            const std::unique_ptr<QThread> reader(QThread::create([snapshot, &isRight] {
                for (quint32 row = 0; row < snapshot->rows(); ++row)
                    isRight = isRight && snapshot->cell(row, 3) == Cell(row)
                        && snapshot->utf8(row, 1) == QByteArray::number(row) + listEnd;
            }));
            reader->start();
            for (int i = 0; i < 1000; ++i)
                columns.append(rowOf(columns, int(columns.rows())));
            reader->wait();
            QVERIFY(isRight);
        }
    }
};

int tst_columns(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Columns>(argc, argv);
}
#include "tst_columns.moc"
