// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

// Ways to change a journal of ten lines behind its back, in SQL that every database understands, and the first line
// that is broken then: the columns and rows of a test.
inline void addWaysToTamper()
{
    using namespace Qt::Literals::StringLiterals;
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<qint64>("broken");
    QTest::newRow("a word changed")
        << QStringList{u"UPDATE journal SET line = replace(line, 'line', 'lime') WHERE number = 5"_s} << qint64(5);
    QTest::newRow("a line emptied") << QStringList{u"UPDATE journal SET line = '{}' WHERE number = 7"_s} << qint64(7);
    QTest::newRow("a line removed") << QStringList{u"DELETE FROM journal WHERE number = 3"_s} << qint64(3);
    QTest::newRow("the first removed") << QStringList{u"DELETE FROM journal WHERE number = 1"_s} << qint64(1);
    QTest::newRow("a line removed, the others moved up") << QStringList{u"DELETE FROM journal WHERE number = 3"_s,
        u"UPDATE journal SET number = -number WHERE number > 3"_s,
        u"UPDATE journal SET number = -number - 1 WHERE number < 0"_s}
                                                         << qint64(3);
    QTest::newRow("two changed places") << QStringList{u"UPDATE journal SET number = -4 WHERE number = 4"_s,
        u"UPDATE journal SET number = 4 WHERE number = 5"_s, u"UPDATE journal SET number = 5 WHERE number = -4"_s}
                                        << qint64(4);
    QTest::newRow("a line slipped in at the end")
        << QStringList{u"INSERT INTO journal (number, line, hash) VALUES (11, '{}', 'abc')"_s} << qint64(11);
    QTest::newRow("another hash")
        << QStringList{u"UPDATE journal SET hash = replace(hash, substr(hash, 1, 1), 'g') WHERE number = 9"_s}
        << qint64(9);
}
