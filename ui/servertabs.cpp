// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/servertabs.h"

#include "items/bulkremoval.h"
#include "items/changeset.h"
#include "items/journallist.h"
#include "items/lint.h"
#include "ui/batchrevocationpage.h"
#include "ui/changespage.h"
#include "ui/journalpage.h"
#include "ui/lintpage.h"
#include "ui/maintenancepage.h"
#include "ui/overviewpage.h"
#include "ui/recordpage.h"
#include "ui/stagedguard.h"
#include "ui/tokeninfopage.h"
#include "ui/undoflow.h"
#include "ui/workbenchpage.h"

#include <QLocale>
#include <QTabBar>

using namespace Qt::Literals::StringLiterals;

ServerTabs::ServerTabs(Server &server, UiState &state, const Clock &clock, QWidget *parent)
    : QTabWidget(parent)
    , m_server(server)
    , m_state(state)
    , m_clock(clock)
{
    setObjectName(u"tabs"_s);
    setDocumentMode(true);
    tabBar()->setDrawBase(false);
    setAccessibleName(tr("Parts of this server"));
    addOverview();
    for (Collection *collection : server.collections())
        addRecords(*collection);
    if (server.maintenance())
        addMaintenance();
    if (server.tokens().canInspect()) {
        m_tokenInfo = new TokenInfoPage(server, m_clock, m_stack);
        addPage(m_tokenInfo, u"tokenInfo"_s, tr("Token Info"));
    }
    if (server.dialect().batchRevocation) {
        m_batchRevocation = new BatchRevocationPage(server, m_clock, m_stack);
        addPage(m_batchRevocation, u"batchRevocation"_s, tr("Batch Revocation"));
    }
    m_workbench = new WorkbenchPage(server, m_clock, m_stack);
    addPage(m_workbench, u"workbench"_s, tr("Workbench"));
    addLint();
    addChanges();
    if (server.journal())
        addJournal();
    connect(this, &QTabWidget::currentChanged, this, &ServerTabs::loadShown);
}

void ServerTabs::addMaintenance()
{
    MaintenanceWatch &watch = *m_server.maintenance();
    auto *fleet = new MaintenanceFleet;
    m_board = new MaintenanceBoard(
        watch, [this] { return m_server.profile(); }, fleet);
    fleet->add(m_board);
    m_maintenance = new MaintenancePage(fleet, m_clock, m_stack);
    addPage(m_maintenance, u"maintenance"_s, tr("Maintenance"));
    connect(m_maintenance, &MaintenancePage::counted, this, [this](const MaintenanceFleet::Tally &tally) {
        const bool isBad = tally.of(Standing::Failed) + tally.of(Standing::Lost) > 0;
        const bool isLate = tally.of(Standing::Late) + tally.of(Standing::Slow) > 0;
        setTabIcon(indexOf(m_maintenance), isBad ? QIcon::fromTheme(u"emblem-error"_s) : isLate ? QIcon::fromTheme(u"emblem-warning"_s) : QIcon());
    });
    watch.setWatched(m_state.isWatched(m_server.profile().id));
    connect(m_maintenance, &MaintenancePage::watchRequested, this, [this, &watch](bool isWatched) {
        m_state.setWatched(m_server.profile().id, isWatched);
        watch.setWatched(isWatched);
    });
}

void ServerTabs::showRun(const MaintenanceRun &run)
{
    if (!m_maintenance)
        return;
    showPage(u"maintenance"_s);
    m_maintenance->showRun(m_board, run);
}

void ServerTabs::addPage(QWidget *page, const QString &kind, const QString &title)
{
    page->setObjectName(u"page."_s + kind);
    addTab(page, title);
}

void ServerTabs::addOverview()
{
    m_overview = new OverviewPage(m_server, m_clock, m_stack);
    addPage(m_overview, u"overview"_s, tr("Overview"));
    connect(m_overview, &OverviewPage::pageRequested, this, &ServerTabs::showPage);
    connect(m_overview, &OverviewPage::recordRequested, this, &ServerTabs::showRecord);
    connect(m_overview, &OverviewPage::whoChanged, this, &ServerTabs::whoChanged);
}

void ServerTabs::addRecords(Collection &collection)
{
    auto *page = new RecordPage(collection, m_state, m_server.dialect().id, m_stack);
    connect(page, &RecordPage::signInRequested, this, &ServerTabs::signInRequested);
    connect(page, &RecordPage::inspectionRequested, this, [this](const QList<Secret> &tokens) {
        setCurrentWidget(m_workbench);
        m_workbench->inspect(tokens);
    });
    page->setBulk(m_server.bulkRemoval());
    page->setChanges(m_server.changes());
    connect(page, &RecordPage::changesRequested, this, [this] { showPage(u"changes"_s); });
    addPage(page, collection.kind(), collection.title());
    m_lists << page;
}

void ServerTabs::addLint()
{
    m_lint = new Lint(m_server.collections(), m_server.dialect().id, this, m_clock);
    const QStringList muted = m_state.mutedChecks(m_server.profile().id);
    m_lint->setMuted({muted.begin(), muted.end()});
    connect(m_lint, &Lint::mutedChanged, this,
        [this] { m_state.setMutedChecks(m_server.profile().id, m_lint->muted().values()); });
    m_lintPage = new LintPage(*m_lint, m_server.profile().name, m_stack);
    connect(m_lintPage, &LintPage::recordRequested, this, &ServerTabs::showRecord);
    connect(m_lintPage, &LintPage::fixRequested, this, [this](const Finding &finding) {
        RecordPage *page = showRecords(finding.kind);
        if (auto draft = page ? m_lint->fixed(finding) : nullptr)
            page->edit(std::move(draft));
    });
    connect(m_lintPage, &LintPage::stageRequested, this, [this](const Finding &finding) {
        Collection *collection = m_server.collection(finding.kind);
        if (auto draft = collection ? m_lint->fixed(finding) : nullptr)
            m_server.changes().stage(*collection, std::move(draft));
    });
    addPage(m_lintPage, u"lint"_s, tr("Checks"));
    m_overview->setLint(*m_lint);
}

void ServerTabs::addChanges()
{
    m_changes = new ChangesPage(m_server, m_stack);
    m_changes->setObjectName(u"page.changes"_s);
    m_changes->hide();
    connect(m_changes, &ChangesPage::editRequested, this, &ServerTabs::openStaged);
    connect(&m_server.changes(), &ChangeSet::changed, this, &ServerTabs::updateChanges);
    updateChanges();
}

// The tab is there while there is something in it, and in sight, however many lists there are.
void ServerTabs::updateChanges()
{
    const bool isWanted = m_server.changes().rowCount() > 0;
    const int pending = m_server.changes().pending();
    //: %1 a number of staged changes
    const QString title = pending > 0 ? tr("Changes (%1)").arg(QLocale().toString(pending)) : tr("Changes");
    int tab = indexOf(m_changes);
    if (isWanted && tab < 0)
        tab = insertTab(1, m_changes, title);
    if (isWanted)
        setTabText(tab, title);
    else if (tab >= 0)
        removeTab(tab);
}

void ServerTabs::addJournal()
{
    m_journal = new JournalPage(
        *m_server.journal(), m_state, [this](const JournalEntry &entry) { return undoOf(entry, m_server); }, m_clock,
        m_stack);
    addPage(m_journal, u"journal"_s, m_server.journal()->title());
    connect(m_journal, &JournalPage::undoRequested, this, &ServerTabs::undoRequested);
    connect(m_journal, &JournalPage::checkRequested, this, &ServerTabs::checkRequested);
}

void ServerTabs::loadShown()
{
    QWidget *page = currentWidget();
    m_lint->setActive(page == m_overview || page == m_lintPage);
    if (m_server.session().state() != Session::State::SignedIn || m_loaded.contains(page))
        return;
    m_loaded.insert(page);
    const auto *list = qobject_cast<RecordPage *>(page);
    if (page == m_lintPage && !m_lint->notLoaded().isEmpty())
        m_lint->loadMissing();
    else if (!list || (!list->collection().loadedAt().isValid() && !list->collection().isBusy()))
        refresh();
}

void ServerTabs::refresh()
{
    QWidget *page = currentWidget();
    if (page == m_overview)
        m_overview->refresh();
    else if (page == m_maintenance)
        m_maintenance->refresh();
    else if (page == m_tokenInfo)
        m_tokenInfo->refresh();
    else if (page == m_journal)
        m_journal->refresh();
    else if (page == m_lintPage)
        m_lintPage->refresh();
    else if (auto *list = qobject_cast<RecordPage *>(page))
        list->refresh();
}

void ServerTabs::takeProfile()
{
    m_overview->updateProfile();
}

void ServerTabs::setReadOnly(bool readOnly, const QString &reason)
{
    for (RecordPage *page : std::as_const(m_lists))
        page->setReadOnly(readOnly, reason);
    if (m_maintenance)
        m_maintenance->setReadOnly(readOnly, reason);
    if (m_batchRevocation)
        m_batchRevocation->setReadOnly(readOnly, reason);
    m_lintPage->setReadOnly(readOnly, reason);
    m_changes->setReadOnly(readOnly, reason);
}

void ServerTabs::showPage(const QString &kind)
{
    for (int tab = 0; tab < count(); ++tab)
        if (widget(tab)->objectName() == u"page."_s + kind)
            setCurrentIndex(tab);
}

RecordPage *ServerTabs::showRecords(const QString &kind)
{
    showPage(kind);
    return qobject_cast<RecordPage *>(currentWidget());
}

void ServerTabs::showRecord(const QString &kind, const QString &id)
{
    if (RecordPage *page = showRecords(kind))
        page->selectIds({id});
}

void ServerTabs::showInJournal(const QString &filter)
{
    showPage(u"journal"_s);
    m_journal->setFilter(filter);
}

void ServerTabs::openStaged(const QString &kind, int number)
{
    for (RecordPage *page : std::as_const(m_lists))
        if (page->collection().kind() == kind)
            page->whenSafe([this, page, number] {
                setCurrentWidget(page);
                page->openStaged(number);
            });
}

static RecordPage *unsavedOf(const QList<RecordPage *> &pages)
{
    const auto page
        = std::find_if(pages.begin(), pages.end(), [](const RecordPage *each) { return each->hasUnsavedChanges(); });
    return page == pages.end() ? nullptr : *page;
}

bool ServerTabs::hasUnsavedChanges() const
{
    return m_changes->guard().hasUnfinished() || unsavedOf(m_lists);
}

void ServerTabs::whenSafe(std::function<void()> proceed)
{
    RecordPage *unsaved = unsavedOf(m_lists);
    if (!hasUnsavedChanges())
        return proceed();
    const auto again = [this, proceed = std::move(proceed)] { whenSafe(proceed); };
    if (unsaved) {
        setCurrentWidget(unsaved);
        return unsaved->whenSafe(again);
    }
    setCurrentWidget(m_changes);
    m_changes->guard().whenSafe(again);
}
