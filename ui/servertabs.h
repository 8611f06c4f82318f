// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/server.h"
#include "ui/lazypage.h"
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
class MaintenanceFleet;
class MaintenancePage;
class OverviewPage;
class RecordPage;
class TokenInfoPage;
class UndoFlow;
class WorkbenchPage;

// What one server can do, a tab for everything. A page is made when it is first shown, a list loads when it is first
// shown to somebody who is signed in.
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
    template <typename Page>
    LazyPage<Page> *addPage(const QString &kind, const QString &title, typename LazyPage<Page>::Make make);
    template <typename Page>
    Page *tellReadOnly(Page *page) const;
    void addOverview();
    void addRecords(Collection &collection);
    RecordPage *makeRecords(Collection &collection, QWidget *place);
    void addMaintenance();
    MaintenancePage *makeMaintenance(QWidget *place);
    void markMaintenance();
    void addLint();
    LintPage *makeLint(QWidget *place);
    void addChanges();
    void updateChanges();
    void addJournal();
    LazyPage<RecordPage> *list(const QString &kind) const; // null: there is no such list
    RecordPage *shownRecords() const; // null: something else is shown
    LazyPage<RecordPage> *unsaved() const; // the first; null: there is none
    void openStaged(const QString &kind, int number);

    Server &m_server;
    UiState &m_state;
    Clock m_clock;
    // Where the pages are in the end. Made below another widget, each would be given its style once more when it is
    // added.
    QWidget *const m_stack = findChild<QStackedWidget *>();
    bool m_readOnly = false;
    QString m_readOnlyReason;
    Lint *m_lint = nullptr;
    OverviewPage *m_overview = nullptr;
    MaintenanceFleet *m_fleet = nullptr;
    MaintenanceBoard *m_board = nullptr; // the fleet's
    LazyPage<MaintenancePage> *m_maintenance = nullptr; // null: the server has none
    LazyPage<TokenInfoPage> *m_tokenInfo = nullptr; // likewise
    LazyPage<BatchRevocationPage> *m_batchRevocation = nullptr; // likewise
    LazyPage<WorkbenchPage> *m_workbench = nullptr;
    LazyPage<JournalPage> *m_journal = nullptr; // null: nothing is written down
    LazyPage<LintPage> *m_lintPage = nullptr;
    ChangesPage *m_changes = nullptr; // null: nothing was staged yet
    QList<LazyPage<RecordPage> *> m_lists;
    QSet<QWidget *> m_loaded;
};
