// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/maintenanceboard.h"
#include "tests/shell/console.h"
#include "tests/testprogram.h"
#include "ui/elidingheader.h"
#include "ui/emptystate.h"
#include "ui/messagestrip.h"

#include <QApplication>
#include <QLabel>
#include <QTableView>

using namespace std::chrono_literals;
using Part = MaintenanceBoard::Part;

// The maintenance page over a server whose clock moves when told to, so that a task runs as long as a test wants.
class tst_MaintenancePage : public QObject {
    Q_OBJECT

public:
    static void initMain() { useNoKeychain(); }

private Q_SLOTS:
    void cleanup() { m_console.reset(); }

    void aTaskIsStartedFollowedAndItsResultShown()
    {
        open();
        QTRY_COMPARE(state(0), MaintenanceCell::State::Idle);
        QTRY_VERIFY(click(page(), u"startTask.0"_s));
        QTRY_COMPARE(state(0), MaintenanceCell::State::Running);
        QTRY_VERIFY(!named(page(), u"startTask.0"_s)->isEnabled()); // not twice
        QVERIFY(named(page(), u"startTask.1"_s)->isEnabled());
        m_console->time.advance(3s);
        QTRY_COMPARE_WITH_TIMEOUT(state(0), MaintenanceCell::State::Idle, 10'000);
        QTRY_VERIFY(strip()->text().contains(u"has finished"_s));
        QCOMPARE(standing(0), Standing::Fine);
        QTRY_VERIFY(named(page(), u"startTask.0"_s)->isEnabled());
    }

    void aFailedRunCanBeReadInFull()
    {
        open();
        const QString reason = u"Step 2 of 6 failed: the log store answered with “disk full” after the third attempt."_s;
        QVERIFY(m_console->control("teneo/maintenance", {{u"clientId"_s, selected()}, {u"task"_s, u"HOURLY"_s}, {u"message"_s, reason}}));
        QTRY_VERIFY(click(page(), u"startTask.1"_s));
        QTRY_COMPARE(state(1), MaintenanceCell::State::Running);
        m_console->time.advance(3s);
        QTRY_VERIFY_WITH_TIMEOUT(strip()->text().contains(u"has failed"_s), 10'000);
        QCOMPARE(standing(1), Standing::Failed);
        QVERIFY(click(page(), u"runTask.1"_s));
        QTRY_VERIFY(named<QLabel>(page(), u"runMessage"_s)->text().contains(reason));
        QVERIFY(result(1).data(Qt::ToolTipRole).toString().contains(reason));
    }

    void aRefusedStartIsSaidOnThePage()
    {
        open();
        QVERIFY(m_console->control("faults", {{u"path"_s, u"/oauth2/clients/studio/admin/maintenance/daily/begin"_s}, {u"status"_s, 503}}));
        QTRY_VERIFY(click(page(), u"startTask.0"_s));
        QTRY_VERIFY(!strip()->text().isEmpty());
        QTRY_COMPARE(state(0), MaintenanceCell::State::Idle);
    }

    void aLockedServerStartsNothing()
    {
        open(Environment::Production);
        QVERIFY(!named(page(), u"startTask.0"_s)->isEnabled());
        QVERIFY(!named(page(), u"startTask.0"_s)->toolTip().isEmpty());
    }

    void theChosenClientStaysChosenWhenTheListIsReadAgain()
    {
        open();
        table()->selectRow(2);
        const QString client = selected();
        QVERIFY(click(page(), u"refreshMaintenance"_s));
        QTRY_VERIFY(!m_console->window->currentPage()->server().maintenance()->isBusy());
        QCOMPARE(selected(), client);
    }

    // But for the results, which are told whole below the table and in a tool tip.
    void nothingInTheTableIsCutOff()
    {
        open();
        m_console->window->resize(900, 600);
        const auto *header = qobject_cast<ElidingHeader *>(table()->horizontalHeader());
        QVERIFY(header);
        for (const int column : {int(MaintenanceBoard::ClientColumn), MaintenanceBoard::column(0, Part::State), MaintenanceBoard::column(1, Part::Duration)}) {
            QTRY_VERIFY(header->sectionSize(column) >= header->fittingWidth(column));
            const QAbstractItemView *view = table();
            QTRY_VERIFY(header->sectionSize(column) >= view->sizeHintForColumn(column));
        }
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            QTRY_VERIFY(!table()->model()->index(row, MaintenanceBoard::column(0, Part::Result)).data(Qt::ToolTipRole).toString().isEmpty()
                || table()->model()->index(row, MaintenanceBoard::column(0, Part::Result)).data().toString() == u"Never ran");
    }

    void whatWasStartedHereIsNewsThoughNobodyLooked()
    {
        open();
        ServerPage *server = m_console->window->currentPage();
        QTRY_VERIFY(click(page(), u"startTask.0"_s));
        QTRY_COMPARE(state(0), MaintenanceCell::State::Running);
        server->tabs().showPage(u"overview"_s);
        m_console->time.advance(3s);
        QTRY_VERIFY_WITH_TIMEOUT(!server->server().maintenance()->isBusy(), 10'000); // neither a request nor a timer
        server->tabs().showPage(u"maintenance"_s);
        QTRY_COMPARE(state(0), MaintenanceCell::State::Idle);
        QTRY_VERIFY(strip()->text().contains(u"has finished"_s));
    }

    void lookingAgainAfterSigningOutAsksNothing()
    {
        open();
        ServerPage *server = m_console->window->currentPage();
        server->tabs().showPage(u"overview"_s);
        QTRY_COMPARE(server->who(), u"admin"_s);
        for (const Collection *collection : server->server().separateCollections())
            QTRY_VERIFY(!collection->isBusy());
        const auto out = m_console->session().signOut();
        QTRY_VERIFY(out.isFinished());
        QTRY_COMPARE(m_console->session().state(), Session::State::SignedOut);
        server->tabs().showPage(u"maintenance"_s);
        QVERIFY(!server->server().maintenance()->isBusy());
        QVERIFY(strip()->text().isEmpty());
        QCOMPARE(table()->model()->rowCount(), 3); // what was loaded stays to be read
    }

    void withoutStudioClientsItSaysWhy()
    {
        m_console = std::make_unique<Console>(server::Options{.demo = false});
        m_console->signIn(m_console->add(u"Teneo"_s))->tabs().showPage(u"maintenance"_s);
        auto *empty = page()->findChild<EmptyState *>();
        QTRY_VERIFY(empty->isVisible());
        QVERIFY(table()->isHidden());
    }

private:
    void open(Environment environment = Environment::Test)
    {
        m_console = std::make_unique<Console>();
        m_console->signIn(m_console->add(u"Teneo"_s, environment))->tabs().showPage(u"maintenance"_s);
        QTRY_COMPARE(table()->model()->rowCount(), 3);
        QTRY_COMPARE(state(1), MaintenanceCell::State::Idle);
        QTRY_COMPARE(table()->selectionModel()->selectedRows().size(), 1); // there is always something to start
        QTRY_VERIFY(!m_console->window->currentPage()->server().maintenance()->isBusy()); // all has been asked once
    }
    QWidget *page() const { return m_console->tabs()->currentWidget(); }
    QTableView *table() const { return named<QTableView>(page(), u"maintenanceTable"_s); }
    MessageStrip *strip() const { return page()->findChild<MessageStrip *>(); }
    QString selected() const { return table()->selectionModel()->selectedRows().value(0).data(MaintenanceBoard::ClientIdRole).toString(); }
    QModelIndex cell(int column) const
    {
        const auto rows = table()->selectionModel()->selectedRows();
        return table()->model()->index(rows.isEmpty() ? 0 : rows.first().row(), column);
    }
    MaintenanceCell::State state(int task) const { return MaintenanceCell::State(cell(MaintenanceBoard::column(task, Part::State)).data(MaintenanceBoard::StateRole).toInt()); }
    Standing standing(int task) const { return Standing(cell(MaintenanceBoard::column(task, Part::State)).data(MaintenanceBoard::StandingRole).toInt()); }
    QModelIndex result(int task) const { return cell(MaintenanceBoard::column(task, Part::Result)); }

    std::unique_ptr<Console> m_console;
};

int tst_maintenancepage(int argc, char *argv[])
{
    return runTest<QApplication, tst_MaintenancePage>(argc, argv);
}
#include "tst_maintenancepage.moc"
