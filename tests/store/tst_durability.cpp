// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/journalchain.h"
#include "store/profiles.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <functional>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

// What this program does when it is started again as a writer: says each number that is safely stored, until it cannot.
int keepWriting(int next, const std::function<Result<>(int number)> &write)
{
    for (int number = next;; ++number) {
        const Result<> done = write(number);
        std::puts(done ? qPrintable(QString::number(number)) : qPrintable(done.error().message));
        std::fflush(stdout);
        if (!done)
            return 1;
    }
}

int countProfiles(Store &store)
{
    QSet<QString> names;
    const auto all = Profiles(store).all();
    if (!all)
        return -1;
    for (const auto &profile : *all)
        names.insert(profile.name);
    for (int n = 0; n < all->size(); ++n)
        if (!names.contains(QString::number(n)))
            return -1;
    return static_cast<int>(all->size());
}

int countLines(Store &store)
{
    const auto check = JournalChain(store).check();
    return check && !check->broken ? static_cast<int>(check->lines) : -1;
}

bool isJournal(const QString &path)
{
    return path.endsWith("journal.db"_L1);
}

// How many there are, "0" to "n - 1", each once; -1: not so, or the file is damaged.
int countComplete(const QString &path)
{
    auto store = Store::open(path, isJournal(path) ? journalMigrations() : migrations());
    if (!store)
        return -1;
    const auto text = [](const QSqlQuery &row) { return row.value(0).toString(); };
    if ((*store)->rows(u"PRAGMA integrity_check"_s, {}, text) != QStringList{u"ok"_s})
        return -1;
    return isJournal(path) ? countLines(**store) : countProfiles(**store);
}

int keepWriting(const QString &path)
{
    const auto store = Store::open(path, isJournal(path) ? journalMigrations() : migrations());
    if (!store) {
        std::puts(qPrintable(store.error().message));
        return 1;
    }
    const auto filler = QString(2000, u'x');
    if (isJournal(path))
        return keepWriting(countLines(**store), [&](int number) -> Result<> {
            const QByteArray text = "{\"n\":" + QByteArray::number(number) + ",\"x\":\"" + filler.toUtf8() + "\"}";
            return JournalChain(**store).append({{.text = text, .isOpen = true}}).map([](qint64) {});
        });
    Profiles profiles(**store);
    return keepWriting(countProfiles(**store), [&](int number) -> Result<> {
        auto transaction = Transaction::begin(**store);
        if (!transaction)
            return tl::unexpected(transaction.error());
        const auto inserted = profiles.insert({.name = QString::number(number), .dialect = filler});
        return inserted ? transaction->commit() : Result<>(tl::unexpected(inserted.error()));
    });
}

}

// What the store has acknowledged stays, whatever happens to the process or the disk.
class tst_Durability : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFullDiskIsReportedAndNothingAcknowledgedIsLost_data() { eachFile(); }
    void aFullDiskIsReportedAndNothingAcknowledgedIsLost()
    {
        QFETCH(const QString, file);
        const QTemporaryDir folder;
        // A mount that only the child sees. Containers may forbid it.
        QStringList inMount{u"--mount"_s, u"sh"_s, u"-c"_s};
        if (geteuid() != 0)
            inMount = QStringList{u"--user"_s, u"--map-root-user"_s} + inMount;
        const auto mount = u"mount -t tmpfs -o size=1m,mode=0700 tmpfs \"$0\""_s;
        if (QProcess::execute(u"unshare"_s, inMount + QStringList{mount, folder.path()}) != 0)
            QSKIP("A small disk cannot be mounted here.");

        const auto fill = mount + u"; \"$1\" tst_durability --write \"$0/$3\"; rm \"$0/$3-shm\"; cp \"$0\"/* \"$2\""_s;
        const QTemporaryDir copy;
        QProcess writer;
        writer.start(u"unshare"_s,
            inMount + QStringList{fill, folder.path(), QCoreApplication::applicationFilePath(), copy.path(), file});
        QVERIFY(writer.waitForFinished(60'000));
        auto lines = QString::fromUtf8(writer.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.takeLast(), u"The disk is full."_s);
        QVERIFY(!lines.isEmpty());
        QVERIFY(countComplete(copy.filePath(file)) >= lines.last().toInt() + 1);
    }

    void aKilledWriterLosesNothingAcknowledged_data() { eachFile(); }
    void aKilledWriterLosesNothingAcknowledged()
    {
        QFETCH(const QString, file);
        const QTemporaryDir folder;
        const QString path = folder.filePath(file);
        int acknowledged = 0;
        for (int round = 0; round < 15; ++round) {
            QProcess writer;
            writer.start(QCoreApplication::applicationFilePath(), {u"tst_durability"_s, u"--write"_s, path});
            const int wanted = acknowledged + QRandomGenerator::global()->bounded(30);
            while (acknowledged <= wanted) {
                QVERIFY(writer.waitForReadyRead());
                while (writer.canReadLine())
                    acknowledged = writer.readLine().trimmed().toInt() + 1;
            }
            writer.kill();
            QVERIFY(writer.waitForFinished());
            while (writer.canReadLine())
                acknowledged = writer.readLine().trimmed().toInt() + 1;
            const int stored = countComplete(path);
            QVERIFY2(stored >= acknowledged, qPrintable(u"%1 of %2"_s.arg(stored).arg(acknowledged)));
        }
    }

private:
    static void eachFile()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("profiles") << u"console.db"_s;
        QTest::newRow("journal") << u"journal.db"_s;
    }
};

int tst_durability(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--write"_s)
        return keepWriting(arguments.value(2));
    tst_Durability test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_durability.moc"
