// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/maintenanceboard.h"
#include "tests/shell/console.h"
#include "tests/testprogram.h"
#include "ui/batchdialog.h"
#include "ui/maintenancedialog.h"
#include "ui/maintenancelookout.h"
#include "ui/messagestrip.h"
#include "ui/runchart.h"

#include <QComboBox>
#include <QDateTimeAxis>
#include <QLabel>
#include <QPushButton>
#include <QScatterSeries>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>

using namespace std::chrono_literals;

namespace {

MaintenanceRun chartedRun(int day, int seconds, MaintenanceRun::Outcome outcome = MaintenanceRun::Outcome::Succeeded)
{
    const QDateTime start(QDate(2026, 3, 1).addDays(day), QTime(2, 0), Qt::UTC);
    return {.clientId = u"c"_s,
        .clientName = u"Studio EU"_s,
        .task = u"daily"_s,
        .startedAt = start,
        .finishedAt = seconds < 0 ? QDateTime() : start.addSecs(seconds),
        .outcome = outcome,
        .message = u"%1 s"_s.arg(seconds)};
}

QList<MaintenanceRun> chartedMonth()
{
    QList<MaintenanceRun> runs;
    for (int day = 0; day < 30; ++day)
        runs << (day == 9   ? chartedRun(day, 70, MaintenanceRun::Outcome::Failed)
                : day == 14 ? chartedRun(day, -1, MaintenanceRun::Outcome::Unknown)
                : day == 20 ? chartedRun(day, 700)
                            : chartedRun(day, 60 + day % 3));
    return runs;
}

}

// Many clients, several servers, the past and the news: what an administrator sees of maintenance beyond one task.
class tst_MaintenanceFleet : public QObject {
    Q_OBJECT

public:
    static void initMain() { useNoKeychain(); }

private Q_SLOTS:
    void cleanup() { m_console.reset(); }

    void manyAreStartedAfterAQuestion()
    {
        open({.demo = true, .studios = 6}, Environment::Test);
        QCOMPARE(m_console->control("teneo/schedule", {{u"running"_s, false}}), true);
        QTRY_COMPARE(table()->model()->rowCount(), 9);
        table()->selectAll();
        auto *start = named<QPushButton>(page(), u"startTask.0"_s);
        QTRY_VERIFY(start->text().contains(u"9 Client"_s));
        QTRY_VERIFY(click(page(), u"startTask.0"_s));
        auto *dialog = m_console->dialog(u"startDialog"_s);
        QVERIFY(dialog);
        QVERIFY(dialog->windowTitle().contains(u"9 client"_s));
        named<QSpinBox>(dialog, u"start.atOnce"_s)->setValue(9);
        QVERIFY(click(dialog, u"confirm"_s));
        QTRY_COMPARE(runningTasks(), 9);
        m_console->time.advance(2h); // by night, one of the schedule's own may have been joined
        QTRY_COMPARE_WITH_TIMEOUT(runningTasks(), 0, 20'000);
        auto *run = m_console->dialog(u"startRun"_s);
        QVERIFY(run);
        QTRY_VERIFY(click(run, u"batchClose"_s)); // can be clicked when all is over
        QTRY_VERIFY(strip()->text().contains(u"9 run"_s));
    }

    void onProductionTheNumberIsTyped()
    {
        open({.demo = true}, Environment::Production);
        QVERIFY(trigger(m_console->window.get(), u"menu.unlock"_s));
        QVERIFY(click(m_console->dialog(u"unlockDialog"_s), u"confirm"_s));
        QTRY_VERIFY(!m_console->hasDialog(u"unlockDialog"_s));
        table()->selectAll();
        QTRY_VERIFY(named<QPushButton>(page(), u"startTask.0"_s)->isEnabled());
        QTRY_VERIFY(click(page(), u"startTask.0"_s));
        auto *dialog = m_console->dialog(u"startDialog"_s);
        QVERIFY(dialog);
        QVERIFY(!named<QPushButton>(dialog, u"confirm"_s)->isEnabled());
        QTest::keyClicks(named<QLineEdit>(dialog, u"confirmTyped"_s), u"3"_s);
        QVERIFY(named<QPushButton>(dialog, u"confirm"_s)->isEnabled());
        dialog->reject();
        QCOMPARE(runningTasks(), 0);
        table()->selectRow(0); // a single one is asked about, too
        QTRY_VERIFY(click(page(), u"startTask.0"_s));
        QVERIFY(m_console->dialog(u"startDialog"_s));
    }

    void aFailureAtNightIsSeenInTheMorning()
    {
        open({.demo = true}, Environment::Test);
        const QString client = QString::fromLatin1(server::teneo::studioEuId);
        ServerPage *server = m_console->window->currentPage();
        server->server().maintenance()->setWatched(true);
        QVERIFY(m_console->control(
            "teneo/maintenance", {{u"clientId"_s, client}, {u"task"_s, u"HOURLY"_s}, {u"message"_s, u"Disk full."_s}}));
        (void)server->server().maintenance()->run(client, 1);
        QTRY_COMPARE(runningTasks(1), 1);
        m_console->time.advance(4s);
        QTRY_COMPARE_WITH_TIMEOUT(runningTasks(1), 0, 10'000);
        (void)server->server().maintenance()->run(
            client, 1); // the next one succeeds, and the server forgets the failure
        QTRY_COMPARE(runningTasks(1), 1);
        m_console->time.advance(4s);
        QTRY_COMPARE_WITH_TIMEOUT(runningTasks(1), 0, 10'000);

        auto *troubles = named<QPushButton>(page(), u"troubles"_s);
        QTRY_VERIFY(troubles->isVisible());
        QVERIFY(troubles->text().contains(u" did not succeed since "_s));
        QVERIFY(click(page(), u"troubles"_s));
        auto *runs = named<QTableView>(page(), u"runTable"_s);
        QTRY_VERIFY(runs->model()->rowCount() >= 1);
        QTRY_VERIFY(named<QLabel>(page(), u"runMessage"_s)->text().contains(u"Disk full."_s));
    }

    void failingOnesAreFilteredByOneClick()
    {
        open({.demo = true, .studios = 200}, Environment::Test);
        auto *failed = named<QToolButton>(page(), u"standing.failed"_s);
        QTRY_VERIFY(failed->isVisible());
        QTRY_COMPARE(table()->model()->rowCount(), 203);
        QVERIFY(click(page(), u"standing.failed"_s));
        QTRY_VERIFY(table()->model()->rowCount() < 60);
        QVERIFY(table()->model()->rowCount() > 0);
        QVERIFY(click(page(), u"standing.failed"_s));
        QTRY_COMPARE(table()->model()->rowCount(), 203);
        QTest::keyClicks(named<QLineEdit>(page(), u"maintenanceFilter"_s), u"studio eu"_s);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
    }

    void whatIsSelectedStaysWhenAFilterGoes()
    {
        open({.demo = true, .studios = 20}, Environment::Test);
        QTRY_COMPARE(table()->model()->rowCount(), 23);
        auto *filter = named<QLineEdit>(page(), u"maintenanceFilter"_s);
        table()->selectRow(0);
        QTRY_COMPARE(selectedNames().size(), 1);
        QTest::keyClicks(filter, u"studio u"_s); // Studio US, and not the one that was selected
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        filter->setText(u"studio "_s);
        QTRY_VERIFY(table()->model()->rowCount() > 5);
        table()->clearSelection();
        for (const int row : {2, 4})
            table()->selectionModel()->select(
                table()->model()->index(row, 1), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        const QStringList chosen = selectedNames();
        QCOMPARE(chosen.size(), 2);
        filter->clear();
        QTRY_COMPARE(table()->model()->rowCount(), 23);
        QTRY_VERIFY(named<QPushButton>(page(), u"startTask.0"_s)->text().contains(u"2 Client"_s));
        QCOMPARE(selectedNames(), chosen);
    }

    void aNoticeLeadsToItsClientThroughAFilter()
    {
        open({.demo = true}, Environment::Test);
        const QString client = QString::fromLatin1(server::teneo::studioEuId); // fine
        QTRY_VERIFY(named<QToolButton>(page(), u"standing.failed"_s)->isVisible());
        QVERIFY(click(page(), u"standing.failed"_s));
        QTRY_VERIFY(!shownNames().contains(u"Studio EU"_s));
        Q_EMIT m_console->window->lookout().runRequested(
            m_first, MaintenanceRun{.clientId = client, .task = u"daily"_s});
        QTRY_COMPARE(selectedNames(), QStringList{u"Studio EU"_s});
        QVERIFY(!named<QToolButton>(page(), u"standing.failed"_s)->isChecked());
        QTRY_VERIFY(named<QPushButton>(page(), u"startTask.0"_s)->text() == u"Start Daily");
        QCOMPARE(selectedNames(), QStringList{u"Studio EU"_s});
    }

    void allServersStandInOneWindow()
    {
        open({.demo = true}, Environment::Test);
        const QString second = m_console->add(u"Teneo Two"_s);
        m_console->signIn(second);
        auto *action = m_console->window->findChild<QAction *>(u"menu.maintenance"_s);
        QTRY_VERIFY(action->isEnabled());
        action->trigger();
        auto *dialog = m_console->window->findChild<MaintenanceDialog *>();
        QVERIFY(dialog);
        auto *grid = named<QTableView>(dialog, u"maintenanceTable"_s);
        QTRY_COMPARE(grid->model()->rowCount(), 6);
        QVERIFY(!grid->isColumnHidden(MaintenanceBoard::ServerColumn));
        m_console->workspace->close(second);
        QTRY_COMPARE(grid->model()->rowCount(), 3);
        m_console->workspace->close(m_first);
        QTRY_VERIFY(!m_console->window->findChild<MaintenanceDialog *>());
        QTRY_VERIFY(!action->isEnabled());
    }

    void aMonthIsCharted()
    {
        RunChart chart;
        chart.resize(600, 240);
        const auto runs = chartedMonth();
        const auto figures = statisticsOf(runs);
        chart.setRuns(runs, figures);
        chart.show();
        QCOMPARE(figures.outliers, QList<int>{20});
        QList<int> points;
        for (auto *series : chart.chart()->series())
            if (auto *scatter = qobject_cast<QScatterSeries *>(series))
                points << int(scatter->count());
        QCOMPARE(points, (QList<int>{27, 1, 1, 1, 0})); // as usual, unusually long, failed, unknown; the mark
        QTest::keyClick(&chart, Qt::Key_End);
        QCOMPARE(chart.current(), 29);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(chart.current(), 28);
        QTest::keyClick(&chart, Qt::Key_Home);
        QCOMPARE(chart.current(), 0);
        QVERIFY(chart.accessibleDescription().contains(u"60 s"_s));
        QVERIFY(!chart.isZoomed());
        QTest::keyClick(&chart, Qt::Key_Plus);
        QVERIFY(chart.isZoomed());
        for (int i = 0; i < 29; ++i)
            QTest::keyClick(&chart, Qt::Key_Right); // what is walked to is shown
        auto *times = qobject_cast<QDateTimeAxis *>(chart.chart()->axes(Qt::Horizontal).first());
        QVERIFY(times->min() < runs[29].startedAt && times->max() > runs[29].startedAt);
        QTest::keyClick(&chart, Qt::Key_0);
        QVERIFY(!chart.isZoomed());
        const QPointF middle = chart.viewport()->rect().center();
        QWheelEvent closer(
            middle, chart.mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(chart.viewport(), &closer);
        QVERIFY(chart.isZoomed());
        QTest::mouseClick(chart.viewport(), Qt::RightButton);
        QVERIFY(!chart.isZoomed());
        chart.setRuns({}, {});
        QTest::keyClick(&chart, Qt::Key_Right); // nothing to walk to
        QCOMPARE(chart.current(), -1);
    }

    void newsAreToldTogether()
    {
        open({.demo = true}, Environment::Test);
        MaintenanceNotices &notices = m_console->window->lookout().notices();
        QSignalSpy told(&notices, &MaintenanceNotices::told);
        const auto &watch = *m_console->window->currentPage()->server().maintenance();
        const QStringList ids = clientIds();
        QVERIFY(m_console->control("teneo/maintenance",
            {{u"clientId"_s, ids[0]}, {u"task"_s, u"DAILY"_s}, {u"message"_s, u"Disk <b>full</b>."_s}}));
        for (const QString &id : ids)
            (void)m_console->window->currentPage()->server().maintenance()->run(id, 0);
        QTRY_COMPARE(runningTasks(), 3);
        m_console->time.advance(4s);
        QTRY_COMPARE_WITH_TIMEOUT(runningTasks(), 0, 10'000);
        QTRY_VERIFY(!watch.isBusy());
        notices.flush();
        QTRY_COMPARE(told.size(), 1);
        const auto notice = told.first().first().value<Notice>();
        QCOMPARE(notice.title, u"1 run(s) failed, 2 run(s) finished"_s);
        QVERIFY(notice.isUrgent);
        QCOMPARE(notice.profileId, m_first);
        QCOMPARE(notice.run->clientId, ids[0]);
        // A click leads to that run.
        m_console->window->currentPage()->tabs().showPage(u"clients"_s);
        Q_EMIT m_console->window->lookout().runRequested(notice.profileId, *notice.run);
        QCOMPARE(m_console->tabs()->currentWidget()->objectName(), u"page.maintenance"_s);
        QTRY_VERIFY(named<QLabel>(page(), u"runMessage"_s)->text().contains(u"Disk <b>full</b>."_s));
        QCOMPARE(notices.troubles()->failed > 0, true);
    }

    void quietHoursHoldBack()
    {
        open({.demo = true}, Environment::Test);
        QDateTime now = QDateTime(QDate(2026, 3, 2), QTime(23, 30)); // local
        UiState::Notices wanted;
        wanted.hasQuietHours = true;
        m_console->state.setNotices(wanted);
        MaintenanceNotices notices(*m_console->workspace, m_console->state, [&now] { return now.toUTC(); });
        QSignalSpy told(&notices, &MaintenanceNotices::told);
        (void)m_console->window->currentPage()->server().maintenance()->run(clientIds().first(), 0);
        QTRY_COMPARE(runningTasks(), 1);
        m_console->time.advance(4s);
        QTRY_COMPARE_WITH_TIMEOUT(runningTasks(), 0, 10'000);
        notices.flush();
        QVERIFY(told.isEmpty());
        now = now.addSecs(8 * 3600); // half past seven
        notices.flush();
        QCOMPARE(told.size(), 1);
        wanted.onOwnEnd = false;
        wanted.hasQuietHours = false;
        m_console->state.setNotices(wanted);
        (void)m_console->window->currentPage()->server().maintenance()->run(clientIds().first(), 0);
        QTRY_COMPARE(runningTasks(), 1);
        m_console->time.advance(4s);
        QTRY_COMPARE_WITH_TIMEOUT(runningTasks(), 0, 10'000);
        notices.flush();
        QCOMPARE(told.size(), 1);
    }

    void theTrayTellsTroubles()
    {
        QCOMPARE(TrayIcon::textOf({.failed = 2, .late = 1}),
            u"2 maintenance task(s) failed, 1 maintenance task(s) are late"_s);
        QCOMPARE(TrayIcon::textOf({}), u"Latchkey: maintenance is fine"_s);
        const auto spot = [](const MaintenanceNotices::Troubles &troubles) {
            return TrayIcon::iconOf(troubles).pixmap(64, 64).toImage().pixelColor(47, 47);
        };
        QVERIFY(spot({.failed = 1}).red() > 180 && spot({.failed = 1}).green() < 100);
        QVERIFY(spot({.late = 1}).green() > 120);
    }

private:
    void open(server::Options options, Environment environment)
    {
        m_console = std::make_unique<Console>(options);
        m_first = m_console->add(u"Teneo"_s, environment);
        m_console->signIn(m_first)->tabs().showPage(u"maintenance"_s);
        QTRY_VERIFY(table()->model()->rowCount() >= 3);
        QTRY_VERIFY_WITH_TIMEOUT(allAsked(), 20'000);
    }
    bool allAsked() const
    {
        const auto &clients = m_console->window->currentPage()->server().maintenance()->clients();
        return std::all_of(clients.begin(), clients.end(),
            [](const auto &client) { return client.cells.at(0).wasAsked && client.cells.at(1).wasAsked; });
    }
    int runningTasks(int task = 0) const
    {
        int count = 0;
        for (const auto &client : m_console->window->currentPage()->server().maintenance()->clients())
            count += client.cells.at(task).runs.running().has_value();
        return count;
    }
    QStringList clientIds() const
    {
        QStringList ids;
        for (const auto &client : m_console->window->currentPage()->server().maintenance()->clients())
            ids << client.id;
        return ids;
    }
    QStringList selectedNames() const
    {
        QStringList names;
        for (const auto &row : table()->selectionModel()->selectedRows(MaintenanceBoard::ClientColumn))
            names << row.data().toString();
        names.sort();
        return names;
    }
    QStringList shownNames() const
    {
        QStringList names;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            names << table()->model()->index(row, MaintenanceBoard::ClientColumn).data().toString();
        return names;
    }
    QWidget *page() const { return m_console->tabs()->currentWidget(); }
    QTableView *table() const { return named<QTableView>(page(), u"maintenanceTable"_s); }
    MessageStrip *strip() const { return page()->findChild<MessageStrip *>(); }

    std::unique_ptr<Console> m_console;
    QString m_first; // profile
};

int tst_maintenancefleet(int argc, char *argv[])
{
    return runTest<QApplication, tst_MaintenanceFleet>(argc, argv);
}
#include "tst_maintenancefleet.moc"
