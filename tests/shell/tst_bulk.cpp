// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/bulkremoval.h"
#include "tests/shell/console.h"
#include "tests/testprogram.h"
#include "ui/batchdialog.h"
#include "ui/messagestrip.h"
#include "ui/recordpage.h"

#include <QApplication>
#include <QCheckBox>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>
#include <QTreeWidget>

// Many tokens revoked at once, through the window: what is asked, what is left out, what is shown, and what is left.
class tst_Bulk : public QObject {
    Q_OBJECT

    static constexpr int patience = 60'000; // two hundred requests, and a build that checks every access

public:
    static void initMain() { useNoKeychain(); }

private:
    std::unique_ptr<Console> m_console;
    QString m_profile;

    ServerPage *page() const { return m_console->window->currentPage(); }
    RecordPage *tokens() const { return pageIn<RecordPage>(page(), u"page.accessTokens"_s); }
    MessageStrip *strip() const { return named<MessageStrip>(page(), u"batchStrip"_s); }
    QAbstractItemModel *shown() const { return named<QTableView>(tokens(), u"recordTable"_s)->model(); }
    void open(Environment environment = Environment::Development)
    {
        m_console = std::make_unique<Console>();
        m_profile = m_console->add(u"Teneo"_s, environment);
        QVERIFY(m_console->signIn(m_profile));
        showTokens();
    }
    void showTokens()
    {
        page()->tabs().showPage(u"accessTokens"_s);
        QTRY_VERIFY(shown()->rowCount() > 5);
    }
    QDialog *askAboutAllShown() const
    {
        tokens()->removeShown();
        return m_console->dialog(u"blastRadius"_s);
    }
    static QString textOf(QObject *dialog, const QString &name) { return named<QLabel>(dialog, name)->text(); }
    static int sumOf(QObject *dialog, const QString &name)
    {
        const auto *list = named<QTreeWidget>(dialog, name);
        int sum = 0;
        for (int row = 0; row < list->topLevelItemCount(); ++row)
            sum += QLocale().toInt(list->topLevelItem(row)->text(1));
        return sum;
    }

private Q_SLOTS:
    void cleanup() { m_console.reset(); }

    void itIsSaidWhatWouldBeHitAndOurOwnIsLeftOut()
    {
        open();
        const int all = shown()->rowCount();
        QDialog *dialog = askAboutAllShown();
        QVERIFY(dialog);
        QVERIFY2(textOf(dialog, u"radiusTitle"_s).contains(QString::number(all - 1)),
            qPrintable(textOf(dialog, u"radiusTitle"_s)));
        QVERIFY(textOf(dialog, u"radiusAge"_s).startsWith(u"The oldest was made "));
        QVERIFY(textOf(dialog, u"radiusOwn"_s).contains(u"this console itself uses"));
        for (const QString &list : {u"radiusClients"_s, u"radiusUsers"_s, u"radiusTypes"_s})
            QCOMPARE(sumOf(dialog, list), all - 1);
        named<QCheckBox>(dialog, u"radiusIncludeOwn"_s)->click();
        QVERIFY(textOf(dialog, u"radiusTitle"_s).contains(QString::number(all)));
        QCOMPARE(sumOf(dialog, u"radiusUsers"_s), all);
        QVERIFY(!named<QLineEdit>(dialog, u"radiusTyped"_s)); // no production server
        QTest::keyClick(dialog, Qt::Key_Return); // cancel is the default
        QTRY_VERIFY(!m_console->hasDialog(u"blastRadius"_s));
        QCOMPARE(shown()->rowCount(), all);
    }

    void onProductionTheNumberIsTyped()
    {
        open(Environment::Production);
        tokens()->removeShown();
        QTest::qWait(50);
        QVERIFY(!m_console->hasDialog(u"blastRadius"_s)); // locked
        page()->askToUnlock();
        QVERIFY(click(m_console->dialog(u"unlockDialog"_s), u"confirm"_s));
        const int others = shown()->rowCount() - 1;
        QDialog *dialog = askAboutAllShown();
        QVERIFY(dialog);
        const auto *confirm = named<QPushButton>(dialog, u"confirm"_s);
        QVERIFY(!confirm->isEnabled());
        QVERIFY(type(dialog, u"radiusTyped"_s, QString::number(others + 1)));
        QVERIFY(!confirm->isEnabled());
        named<QCheckBox>(dialog, u"radiusIncludeOwn"_s)->click();
        QVERIFY(confirm->isEnabled()); // that many it is now
        named<QCheckBox>(dialog, u"radiusIncludeOwn"_s)->click();
        QVERIFY(!confirm->isEnabled());
        QVERIFY(type(dialog, u"radiusTyped"_s, u" %1 "_s.arg(others)));
        QVERIFY(confirm->isEnabled());
    }

    void whatMatchesTheFilterIsRevokedAndReported()
    {
        open();
        const int all = shown()->rowCount();
        QVERIFY(type(tokens(), u"filterLine"_s, u"-user:admin"_s));
        QTRY_VERIFY(shown()->rowCount() < all);
        const int matching = shown()->rowCount();
        QVERIFY(matching > 1);
        QVERIFY(click(askAboutAllShown(), u"confirm"_s));
        QDialog *batch = m_console->dialog(u"batchDialog"_s);
        QTRY_COMPARE_WITH_TIMEOUT(textOf(batch, u"batchSummary"_s), u"%1 of %1 done"_s.arg(matching), patience);
        QTRY_COMPARE(shown()->rowCount(), 0);

        QVERIFY(click(batch, u"batchExport"_s));
        auto *files = batch->findChild<QFileDialog *>();
        QVERIFY(files);
        const QString path = m_console->folder.filePath(u"report.csv"_s);
        Q_EMIT files->fileSelected(path);
        files->close();
        QFile report(path);
        QVERIFY(report.open(QFile::ReadOnly));
        const auto lines = report.readAll().split('\n');
        QCOMPARE(lines.size(), matching + 2);
        QVERIFY(lines.at(1).contains(",revoke,admin,"));
        QVERIFY(lines.at(1).contains(",done,"));
        QVERIFY(click(batch, u"batchClose"_s));
        QTRY_VERIFY(!m_console->hasDialog(u"batchDialog"_s));
        QVERIFY(strip()->isHidden()); // seen and done
        QVERIFY(type(tokens(), u"filterLine"_s, QString()));
        QTRY_COMPARE(shown()->rowCount(), all - matching);
    }

    void aReasonShowsItsItemsAndTheFailedAreRetried()
    {
        open();
        QVERIFY(m_console->control("faults"_ba,
            {{u"path"_s, u"/oauth2/revoke"_s}, {u"times"_s, 2}, {u"status"_s, 403},
                {u"body"_s, u"{\"error\":\"forbidden\",\"error_description\":\"Not these.\"}"_s}}));
        const int others = shown()->rowCount() - 1;
        QVERIFY(click(askAboutAllShown(), u"confirm"_s));
        QDialog *batch = m_console->dialog(u"batchDialog"_s);
        QTRY_COMPARE_WITH_TIMEOUT(
            textOf(batch, u"batchSummary"_s), u"%1 of %2 done · 2 failed"_s.arg(others - 2).arg(others), patience);
        auto *reasons = named<QTreeWidget>(batch, u"batchReasons"_s);
        const auto *table = named<QTableView>(batch, u"batchTable"_s)->model();
        QVERIFY(reasons->isVisible());
        QCOMPARE(reasons->topLevelItemCount(), 3); // all, done, and the one reason
        QCOMPARE(table->rowCount(), others);
        reasons->setCurrentItem(reasons->topLevelItem(2));
        QCOMPARE(table->rowCount(), 2);
        QVERIFY(table->index(0, Batch::Answer).data().toString().contains(u"Not these."));
        QVERIFY(click(batch, u"batchRetry"_s));
        QTRY_COMPARE_WITH_TIMEOUT(textOf(batch, u"batchSummary"_s), u"%1 of %1 done"_s.arg(others), patience);
        QCOMPARE(table->rowCount(), others); // its reason is gone
    }

    void aWaveWaitsAndWhatIsLeftIsOfferedAgain()
    {
        open();
        const int others = shown()->rowCount() - 1;
        QDialog *dialog = askAboutAllShown();
        QVERIFY(click(dialog, u"radiusPace"_s));
        named<QSpinBox>(dialog, u"radiusWave"_s)->setValue(2);
        QVERIFY(click(dialog, u"confirm"_s));
        QDialog *batch = m_console->dialog(u"batchDialog"_s);
        QTRY_COMPARE(named<QPushButton>(batch, u"batchPause"_s)->text(), u"Continue"_s);
        QVERIFY(textOf(batch, u"batchPace"_s).startsWith(u"This wave is done."));
        QVERIFY(click(batch, u"batchPause"_s));
        QTRY_COMPARE_WITH_TIMEOUT(textOf(batch, u"batchSummary"_s), u"4 of %1 done"_s.arg(others), patience);
        QVERIFY(click(batch, u"batchStop"_s));
        QTRY_COMPARE_WITH_TIMEOUT(textOf(batch, u"batchSummary"_s), u"4 of %1 done · %2 not started"_s.arg(others).arg(others - 4), patience);
        QVERIFY(click(batch, u"batchClose"_s));

        QTRY_VERIFY2(
            strip()->text().contains(u"4 done · %1 not started"_s.arg(others - 4)), qPrintable(strip()->text()));
        QVERIFY(click(strip(), u"batchShowReport"_s));
        QDialog *report = m_console->dialog(u"batchDialog"_s);
        QVERIFY(report);
        QVERIFY(named<QPushButton>(report, u"batchRetry"_s)->isHidden());
        QVERIFY(click(report, u"batchClose"_s));
        QTRY_VERIFY(!m_console->hasDialog(u"batchDialog"_s));

        m_console->workspace->close(m_profile); // as after the program was closed
        QVERIFY(m_console->signIn(m_profile));
        QTRY_VERIFY2(strip()->text().contains(u"is not finished"), qPrintable(strip()->text()));
        QVERIFY(click(strip(), u"messageAction"_s));
        batch = m_console->dialog(u"batchDialog"_s);
        QVERIFY(batch);
        while (textOf(batch, u"batchSummary"_s) != u"%1 of %1 done"_s.arg(others)) {
            QTRY_VERIFY(!named<QPushButton>(batch, u"batchPause"_s)->isVisible()
                || named<QPushButton>(batch, u"batchPause"_s)->text() == u"Continue"_s);
            if (!click(batch, u"batchPause"_s))
                break;
        }
        QTRY_COMPARE_WITH_TIMEOUT(textOf(batch, u"batchSummary"_s), u"%1 of %1 done"_s.arg(others), patience);
        QVERIFY(click(batch, u"batchClose"_s));
        QTRY_VERIFY(strip()->isHidden());
        page()->tabs().showPage(u"accessTokens"_s);
        QTRY_VERIFY(shown()->rowCount() <= 2); // our own, of before and of now
    }

    void whatIsLeftCanBeForgotten()
    {
        open();
        const int others = shown()->rowCount() - 1;
        QDialog *dialog = askAboutAllShown();
        named<QSpinBox>(dialog, u"radiusWave"_s)->setValue(1);
        QVERIFY(click(dialog, u"confirm"_s));
        QDialog *batch = m_console->dialog(u"batchDialog"_s);
        QTRY_VERIFY(textOf(batch, u"batchPace"_s).startsWith(u"This wave is done."));
        QTest::keyClick(batch, Qt::Key_Escape); // stops first
        QTRY_COMPARE_WITH_TIMEOUT(textOf(batch, u"batchSummary"_s), u"1 of %1 done · %2 not started"_s.arg(others).arg(others - 1), patience);
        QTest::keyClick(batch, Qt::Key_Escape);
        QTRY_VERIFY(!strip()->isHidden());
        QVERIFY(click(strip(), u"batchDiscard"_s));
        QVERIFY(click(m_console->dialog(u"confirmDialog"_s), u"confirm"_s));
        QTRY_VERIFY(strip()->isHidden());
        QCOMPARE(shown()->rowCount(), others);
    }
};

int tst_bulk(int argc, char *argv[])
{
    return runTest<QApplication, tst_Bulk>(argc, argv);
}
#include "tst_bulk.moc"
