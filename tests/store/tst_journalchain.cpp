// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journal.h"
#include "tests/net/outcome.h"
#include "tests/store/tampering.h"
#include "tests/testprogram.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace {

QList<NewLine> someLines(int count, const QByteArray &word = "line")
{
    QList<NewLine> lines;
    for (int i = 0; i < count; ++i)
        lines << NewLine{.text = R"({"n":")" + word + ' ' + QByteArray::number(i) + R"( – Träger"})"};
    return lines;
}

}

// The chain of the journal's lines: what it notices, and what it survives.
class tst_JournalChain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"journal.db"_s);
        m_store = Store::open(m_path, journalMigrations()).value();
    }
    void cleanup() { m_store.reset(); }

    void linesAreReadAsTheyWereWritten()
    {
        JournalChain chain(*m_store);
        QCOMPARE(chain.append(someLines(3)).value(), 1);
        QCOMPARE(chain.append(someLines(2, "later")).value(), 4);
        const auto lines = chain.lines(0, 100).value();
        QCOMPARE(lines.size(), 5);
        QCOMPARE(lines[3].number, 4);
        QCOMPARE(lines[3].text, someLines(1, "later").first().text);
        QCOMPARE(chain.lines(3, 1).value().size(), 1);
        const auto check = chain.check().value();
        QVERIFY(!check.broken);
        QCOMPARE(check.lines, 5);
        QCOMPARE(check.head, lines.last().hash);
    }

    void whatAwaitsItsOutcomeIsFoundWithoutReadingAll()
    {
        JournalChain chain(*m_store);
        (void)chain.append({{.text = "{}", .isOpen = true}, {.text = "{}", .isOpen = true}, {.text = "{}"}});
        (void)chain.append({{.text = "{}", .closes = 1}});
        const auto open = chain.openLines().value();
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.first().number, 2);
    }

    // Whoever has the file can write what they like into it; that it was done shows.
    void everyWayToTamperIsFound_data() { addWaysToTamper(); }
    void everyWayToTamperIsFound()
    {
        QFETCH(const QStringList, statements);
        QFETCH(const qint64, broken);
        JournalChain chain(*m_store);
        (void)chain.append(someLines(10));
        // The file itself refuses what is done by accident.
        QVERIFY(!m_store->run(u"UPDATE journal SET line = '{}' WHERE number = 7"_s));
        QVERIFY(!m_store->run(u"DELETE FROM journal"_s));
        QVERIFY(!chain.check().value().broken);
        (void)m_store->run(u"DROP TRIGGER journal_keeps_lines"_s);
        (void)m_store->run(u"DROP TRIGGER journal_loses_nothing"_s);
        for (const QString &statement : statements)
            QVERIFY2(m_store->run(statement), qPrintable(statement));
        QCOMPARE(chain.check().value().broken.value_or(0), broken);
        QCOMPARE(chain.check().value().lines, broken - 1);
    }

    // The end can be cut off unseen; so the hash of the last line is told, for people to note.
    void aCutEndHasAnotherHash()
    {
        JournalChain chain(*m_store);
        (void)chain.append(someLines(10));
        const QByteArray head = chain.check().value().head;
        (void)m_store->run(u"DROP TRIGGER journal_loses_nothing"_s);
        QVERIFY(m_store->run(u"DELETE FROM journal WHERE number = 10"_s));
        QVERIFY(chain.check().value().head != head);
    }

    void severalConsolesWriteOneChain()
    {
        const auto other = Store::open(m_path, journalMigrations()).value();
        JournalChain ours(*m_store);
        JournalChain theirs(*other);
        for (int i = 0; i < 20; ++i) {
            QCOMPARE(ours.append(someLines(2, "ours")).value(), 4 * i + 1);
            QCOMPARE(theirs.append(someLines(2, "theirs")).value(), 4 * i + 3);
        }
        QVERIFY(!ours.check().value().broken);
        QCOMPARE(theirs.check().value().lines, 80);
    }

    void theThreadWritesInOrderAndAllOfIt()
    {
        m_store.reset();
        QList<Future<qint64>> numbers;
        {
            Journal journal(m_path);
            for (const NewLine &line : someLines(500))
                numbers << journal.append(line);
            QCOMPARE(awaited(numbers.last()), "ok");
            for (const NewLine &line : someLines(100, "unwaited"))
                (void)journal.append(line);
        }
        for (qsizetype i = 0; i < numbers.size(); ++i)
            QCOMPARE(numbers[i].result().value(), i + 1);
        m_store = Store::open(m_path, journalMigrations()).value();
        const auto check = JournalChain(*m_store).check().value();
        QVERIFY(!check.broken);
        QCOMPARE(check.lines, 600); // what was asked for before the end is there
    }

    void whatCannotBeWrittenIsAnError()
    {
        m_store.reset();
        QVERIFY(QFile::resize(m_path, 100)); // no longer a database
        Journal journal(m_path);
        QCOMPARE(awaited(journal.append(someLines(1).first())), "Storage");
        QCOMPARE(awaited(journal.check()), "Storage");
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Store> m_store;
};

int tst_journalchain(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_JournalChain>(argc, argv);
}
#include "tst_journalchain.moc"
