// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testprogram.h"
#include "ui/batchdialog.h"
#include "ui/confirmdialog.h"
#include "ui/secretedit.h"
#include "ui/shownoncedialog.h"

#include <QApplication>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// Operations that end when told to.
struct PromisedServer {
    Future<> work(const QString &id)
    {
        ++calls;
        if (held) {
            auto promise = std::make_shared<QPromise<Result<>>>();
            promise->start();
            waiting << promise;
            return promise->future();
        }
        if (failing.contains(id))
            return ready(Result<>(failure(Error::Kind::Server, u"Broken."_s)));
        return ready(Result<>());
    }
    void answer()
    {
        for (const auto &promise : std::exchange(waiting, {})) {
            promise->addResult(Result<>());
            promise->finish();
        }
    }
    std::unique_ptr<Batch> batch(const QStringList &ids)
    {
        QList<Batch::Item> items;
        for (const auto &id : ids)
            items << Batch::Item{id, id.toUpper()};
        return std::make_unique<Batch>(items, [this](const QString &id) { return work(id); });
    }

    bool held = false;
    QSet<QString> failing{};
    int calls = 0;
    QList<std::shared_ptr<QPromise<Result<>>>> waiting{};
};

class tst_Dialogs : public QObject {
    Q_OBJECT

private:
    static void click(QWidget &dialog, const QString &name)
    {
        auto *button = dialog.findChild<QPushButton *>(name);
        QVERIFY2(button && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }

private Q_SLOTS:
    void cancelIsTheDefault()
    {
        ConfirmDialog dialog({.title = u"Delete?"_s, .names = {u"a"_s}, .confirmLabel = u"Delete"_s});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        const QSignalSpy accepted(&dialog, &QDialog::accepted);
        const QSignalSpy rejected(&dialog, &QDialog::rejected);
        dialog.open();
        QTest::keyClick(&dialog, Qt::Key_Return);
        QCOMPARE(rejected.count(), 1);
        QCOMPARE(accepted.count(), 0);
        dialog.open();
        click(dialog, u"confirm"_s);
        QCOMPARE(accepted.count(), 1);
    }

    void aLongListIsCutWithItsCount()
    {
        QStringList names;
        for (int i = 0; i < 12; ++i)
            names << u"client<b>%1"_s.arg(i);
        ConfirmDialog dialog(
            {.title = u"Delete 12 clients?"_s, .names = names, .confirmLabel = u"Delete 12 clients"_s});
        const auto *label = dialog.findChild<QLabel *>(u"confirmNames"_s);
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QVERIFY(label->text().contains(u"client<b>7"_s));
        QVERIFY(!label->text().contains(u"client<b>8"_s));
        QVERIFY(label->text().endsWith(u"and 4 more"_s));
        QCOMPARE(dialog.findChild<QPushButton *>(u"confirm"_s)->text(), u"Delete 12 clients"_s);
    }

    void namesThatAreTheSameAreListedOnce()
    {
        QStringList names{u"Studio EU"_s};
        for (int i = 0; i < 40; ++i)
            names << u"USER token of admin"_s;
        ConfirmDialog dialog({.title = u"Revoke?"_s, .names = names, .confirmLabel = u"Revoke"_s});
        QCOMPARE(dialog.findChild<QLabel *>(u"confirmNames"_s)->text(), u"•  Studio EU\n•  USER token of admin × 40"_s);
    }

    void oneItemThatWorksShowsNoDialog()
    {
        PromisedServer server;
        QPointer dialog = new BatchDialog(server.batch({u"a"_s}), u"Delete"_s);
        QSignalSpy ended(dialog, &BatchDialog::ended);
        dialog->run();
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(ended.first(), (QVariantList{1, 0}));
        QTRY_VERIFY(!dialog);
    }

    void oneItemThatFailsShowsWhy()
    {
        PromisedServer server{.failing = {u"a"_s}};
        QPointer dialog = new BatchDialog(server.batch({u"a"_s}), u"Delete"_s);
        QSignalSpy ended(dialog, &BatchDialog::ended);
        dialog->run();
        QTRY_VERIFY(dialog->isVisible());
        const auto *results = dialog->findChild<QTableView *>(u"batchTable"_s)->model();
        QCOMPARE(results->index(0, Batch::Answer).data().toString(), u"Broken."_s);
        QCOMPARE(ended.count(), 0);
        click(*dialog, u"batchClose"_s);
        QCOMPARE(ended.first(), (QVariantList{0, 1}));
        QTRY_VERIFY(!dialog);
    }

    void theFailedOnesCanBeRetried()
    {
        PromisedServer server{.failing = {u"b"_s}};
        QPointer dialog = new BatchDialog(server.batch({u"a"_s, u"b"_s, u"c"_s}), u"Delete"_s);
        QSignalSpy ended(dialog, &BatchDialog::ended);
        dialog->run();
        const auto *summary = dialog->findChild<QLabel *>(u"batchSummary"_s);
        QTRY_COMPARE(summary->text(), u"2 of 3 done · 1 failed"_s);
        server.failing.clear();
        click(*dialog, u"batchRetry"_s);
        QTRY_COMPARE(summary->text(), u"3 of 3 done"_s);
        QCOMPARE(server.calls, 4);
        QVERIFY(!dialog->findChild<QPushButton *>(u"batchRetry"_s)->isVisible());
        click(*dialog, u"batchClose"_s);
        QCOMPARE(ended.first(), (QVariantList{3, 0}));
        QTRY_VERIFY(!dialog);
    }

    void stoppingStartsNothingMore()
    {
        PromisedServer server{.held = true};
        QPointer dialog = new BatchDialog(server.batch({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s}), u"Delete"_s);
        dialog->run();
        QVERIFY(dialog->isVisible());
        QCOMPARE(server.calls, Pace::first);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(dialog->isVisible());
        QVERIFY(!dialog->findChild<QPushButton *>(u"batchClose"_s)->isEnabled());
        server.answer();
        QTRY_COMPARE(dialog->findChild<QLabel *>(u"batchSummary"_s)->text(), u"4 of 6 done · 2 not started"_s);
        QCOMPARE(server.calls, Pace::first);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
    }

    void aValueShownOnceGoesOnlyByItsButton()
    {
        QPointer dialog = new ShownOnceDialog(u"Studio <b>EU"_s, {{u"Client secret"_s, Secret(u"s3cret"_s)}});
        dialog->open();
        const auto *line = dialog->findChild<SecretEdit *>(u"shownOnceValue"_s);
        QVERIFY(line->isReadOnly());
        QVERIFY(line->secret() == Secret(u"s3cret"_s));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTest::keyClick(dialog, Qt::Key_Return);
        dialog->close();
        QVERIFY(dialog && dialog->isVisible());
        click(*dialog, u"shownOnceDone"_s);
        QTRY_VERIFY(!dialog);
    }
};

int tst_dialogs(int argc, char *argv[])
{
    return runTest<QApplication, tst_Dialogs>(argc, argv);
}
#include "tst_dialogs.moc"
