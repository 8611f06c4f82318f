// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/server.h"
#include "ui/uistate.h"

#include <QSet>
#include <QStackedWidget>
#include <QTabWidget>

class BatchRevocationPage;
class ChangesPage;
class JournalPage;
class Lint;
class LintPage;
class MaintenanceBoard;
class MaintenancePage;
class OverviewPage;
class RecordPage;
class TokenInfoPage;
class UndoFlow;
class WorkbenchPage;

// What one server can do, a tab for everything. A list loads when it is first shown to somebody who is signed in.
class ServerTabs final : public QTabWidget {
    Q_OBJECT

public:
    ServerTabs(Server &server, UiState &state, const Clock &clock, QWidget *parent = nullptr);

    void loadShown();
    void refresh(); // what is shown
    void takeProfile(); // it has a new name or environment
    void setReadOnly(bool readOnly, const QString &reason);

    void showPage(const QString &kind); // "overview", a collection's kind, "maintenance", "workbench", …
    RecordPage *showRecords(const QString &kind); // null: there is no such list
    void showRecord(const QString &kind, const QString &id);
    void showInJournal(const QString &filter);
    void showRun(const MaintenanceRun &run); // of a maintenance task

    bool hasUnsavedChanges() const; // or staged ones
    // Goes on when nothing is unsaved, or the person has decided about it; never when they chose to stay.
    void whenSafe(std::function<void()> proceed);

Q_SIGNALS:
    void whoChanged(const QString &who); // as the server calls us
    void signInRequested();
    void undoRequested(const JournalEntry &entry);
    void checkRequested(const JournalEntry &entry);

private:
    void addOverview();
    void addRecords(Collection &collection);
    void addMaintenance();
    void addLint();
    void addChanges();
    void updateChanges();
    void addJournal();
    void addPage(QWidget *page, const QString &kind, const QString &title);
    void openStaged(const QString &kind, int number);

    Server &m_server;
    UiState &m_state;
    Clock m_clock;
    // Where the pages are in the end. Made below another widget, each would be given its style once more when it is
    // added.
    QWidget *const m_stack = findChild<QStackedWidget *>();
    Lint *m_lint = nullptr;
    OverviewPage *m_overview = nullptr;
    MaintenancePage *m_maintenance = nullptr;
    MaintenanceBoard *m_board = nullptr; // the page's
    TokenInfoPage *m_tokenInfo = nullptr;
    BatchRevocationPage *m_batchRevocation = nullptr;
    WorkbenchPage *m_workbench = nullptr;
    JournalPage *m_journal = nullptr; // null: nothing is written down
    LintPage *m_lintPage = nullptr;
    ChangesPage *m_changes = nullptr;
    QList<RecordPage *> m_lists;
    QSet<QWidget *> m_loaded;
};
