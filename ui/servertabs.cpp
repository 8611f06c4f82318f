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
    if (server.tokens().canInspect())
        m_tokenInfo = addPage<TokenInfoPage>(u"tokenInfo"_s, tr("Token Info"),
            [this](QWidget *place) { return new TokenInfoPage(m_server, m_clock, place); });
    if (server.dialect().batchRevocation)
        m_batchRevocation = addPage<BatchRevocationPage>(u"batchRevocation"_s, tr("Batch Revocation"),
            [this](QWidget *place) { return tellReadOnly(new BatchRevocationPage(m_server, m_clock, place)); });
    m_workbench = addPage<WorkbenchPage>(u"workbench"_s, tr("Workbench"),
        [this](QWidget *place) { return new WorkbenchPage(m_server, m_clock, place); });
    addLint();
    addChanges();
    if (server.journal())
        addJournal();
    connect(this, &QTabWidget::currentChanged, this, &ServerTabs::loadShown);
}

template <typename Page>
LazyPage<Page> *ServerTabs::addPage(const QString &kind, const QString &title, typename LazyPage<Page>::Make make)
{
    auto *place = new LazyPage<Page>(std::move(make), m_stack);
    place->setObjectName(u"page."_s + kind);
    addTab(place, title);
    return place;
}

// A page that is made later begins as the others are.
template <typename Page>
Page *ServerTabs::tellReadOnly(Page *page) const
{
    page->setReadOnly(m_readOnly, m_readOnlyReason);
    return page;
}

void ServerTabs::addMaintenance()
{
    MaintenanceWatch &watch = *m_server.maintenance();
    watch.setWatched(m_state.isWatched(m_server.profile().id));
    m_fleet = new MaintenanceFleet(this);
    m_board = new MaintenanceBoard(
        watch, [this] { return m_server.profile(); }, m_fleet);
    m_fleet->add(m_board);
    m_maintenance = addPage<MaintenancePage>(
        u"maintenance"_s, tr("Maintenance"), [this](QWidget *place) { return makeMaintenance(place); });
    // What is watched is told here, too, though nobody has looked at the page.
    connect(m_fleet, &MaintenanceFleet::tallyChanged, this, &ServerTabs::markMaintenance);
}

MaintenancePage *ServerTabs::makeMaintenance(QWidget *place)
{
    auto *page = tellReadOnly(new MaintenancePage(m_fleet, m_clock, place));
    connect(page, &MaintenancePage::watchRequested, this, [this](bool isWatched) {
        m_state.setWatched(m_server.profile().id, isWatched);
        m_server.maintenance()->setWatched(isWatched);
    });
    return page;
}

void ServerTabs::markMaintenance()
{
    const auto tally = m_fleet->tally();
    const bool isBad = tally.of(Standing::Failed) + tally.of(Standing::Lost) > 0;
    const bool isLate = tally.of(Standing::Late) + tally.of(Standing::Slow) > 0;
    setTabIcon(indexOf(m_maintenance),
        isBad        ? QIcon::fromTheme(u"emblem-error"_s)
            : isLate ? QIcon::fromTheme(u"emblem-warning"_s)
                     : QIcon());
}

void ServerTabs::showRun(const MaintenanceRun &run)
{
    if (!m_maintenance)
        return;
    setCurrentWidget(m_maintenance);
    m_maintenance->page().showRun(m_board, run);
}

void ServerTabs::addOverview()
{
    m_overview = new OverviewPage(m_server, m_clock, m_stack);
    addTab(m_overview, tr("Overview"));
    connect(m_overview, &OverviewPage::pageRequested, this, &ServerTabs::showPage);
    connect(m_overview, &OverviewPage::recordRequested, this, &ServerTabs::showRecord);
    connect(m_overview, &OverviewPage::whoChanged, this, &ServerTabs::whoChanged);
}

void ServerTabs::addRecords(Collection &collection)
{
    m_lists << addPage<RecordPage>(collection.kind(), collection.title(),
        [this, &collection](QWidget *place) { return makeRecords(collection, place); });
}

RecordPage *ServerTabs::makeRecords(Collection &collection, QWidget *place)
{
    auto *page = tellReadOnly(new RecordPage(collection, m_state, m_server.dialect().id, place));
    connect(page, &RecordPage::signInRequested, this, &ServerTabs::signInRequested);
    connect(page, &RecordPage::inspectionRequested, this, [this](const QList<Secret> &tokens) {
        setCurrentWidget(m_workbench);
        m_workbench->page().inspect(tokens);
    });
    page->setBulk(m_server.bulkRemoval());
    page->setChanges(m_server.changes());
    connect(page, &RecordPage::changesRequested, this, [this] { showPage(u"changes"_s); });
    return page;
}

void ServerTabs::addLint()
{
    m_lint = new Lint(m_server.collections(), m_server.dialect().id, this, m_clock);
    const QStringList muted = m_state.mutedChecks(m_server.profile().id);
    m_lint->setMuted({muted.begin(), muted.end()});
    connect(m_lint, &Lint::mutedChanged, this,
        [this] { m_state.setMutedChecks(m_server.profile().id, m_lint->muted().values()); });
    m_lintPage = addPage<LintPage>(u"lint"_s, tr("Checks"), [this](QWidget *place) { return makeLint(place); });
    m_overview->setLint(*m_lint);
}

LintPage *ServerTabs::makeLint(QWidget *place)
{
    auto *page = tellReadOnly(new LintPage(*m_lint, m_server.profile().name, place));
    connect(page, &LintPage::recordRequested, this, &ServerTabs::showRecord);
    connect(page, &LintPage::fixRequested, this, [this](const Finding &finding) {
        RecordPage *records = showRecords(finding.kind);
        if (auto draft = records ? m_lint->fixed(finding) : nullptr)
            records->edit(std::move(draft));
    });
    connect(page, &LintPage::stageRequested, this, [this](const Finding &finding) {
        Collection *collection = m_server.collection(finding.kind);
        if (auto draft = collection ? m_lint->fixed(finding) : nullptr)
            m_server.changes().stage(*collection, std::move(draft));
    });
    return page;
}

void ServerTabs::addChanges()
{
    connect(&m_server.changes(), &ChangeSet::changed, this, &ServerTabs::updateChanges);
    updateChanges();
}

// The tab is there while there is something in it, and in sight, however many lists there are. The page is there from
// the first change on: it is what shows new secrets and keeps what is staged from being left behind.
void ServerTabs::updateChanges()
{
    const ChangeSet &changes = m_server.changes();
    const bool isWanted = changes.rowCount() > 0;
    if (!m_changes && (isWanted || changes.hasSecrets())) {
        m_changes = tellReadOnly(new ChangesPage(m_server, m_stack));
        m_changes->setObjectName(u"page.changes"_s);
        m_changes->hide();
        connect(m_changes, &ChangesPage::editRequested, this, &ServerTabs::openStaged);
    }
    if (!m_changes)
        return;
    const int pending = changes.pending();
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
    m_journal = addPage<JournalPage>(u"journal"_s, m_server.journal()->title(), [this](QWidget *place) {
        auto *page = new JournalPage(
            *m_server.journal(), m_state, [this](const JournalEntry &entry) { return undoOf(entry, m_server); },
            m_clock, place);
        connect(page, &JournalPage::undoRequested, this, &ServerTabs::undoRequested);
        connect(page, &JournalPage::checkRequested, this, &ServerTabs::checkRequested);
        return page;
    });
}

void ServerTabs::loadShown()
{
    QWidget *shown = currentWidget();
    m_lint->setActive(shown == m_overview || shown == m_lintPage);
    if (m_server.session().state() != Session::State::SignedIn || m_loaded.contains(shown))
        return;
    m_loaded.insert(shown);
    const RecordPage *list = shownRecords();
    if (shown == m_lintPage && !m_lint->notLoaded().isEmpty())
        m_lint->loadMissing();
    else if (!list || (!list->collection().loadedAt().isValid() && !list->collection().isBusy()))
        refresh();
}

void ServerTabs::refresh()
{
    QWidget *shown = currentWidget();
    if (shown == m_overview)
        m_overview->refresh();
    else if (shown == m_maintenance)
        m_maintenance->page().refresh();
    else if (shown == m_tokenInfo)
        m_tokenInfo->page().refresh();
    else if (shown == m_journal)
        m_journal->page().refresh();
    else if (shown == m_lintPage)
        m_lintPage->page().refresh();
    else if (RecordPage *list = shownRecords())
        list->refresh();
}

void ServerTabs::takeProfile()
{
    m_overview->updateProfile();
}

void ServerTabs::setReadOnly(bool readOnly, const QString &reason)
{
    m_readOnly = readOnly;
    m_readOnlyReason = reason;
    const auto tell = [this](const auto *place) {
        if (place && place->made())
            tellReadOnly(place->made());
    };
    for (const auto *list : std::as_const(m_lists))
        tell(list);
    tell(m_maintenance);
    tell(m_batchRevocation);
    tell(m_lintPage);
    if (m_changes)
        tellReadOnly(m_changes);
}

void ServerTabs::showPage(const QString &kind)
{
    for (int tab = 0; tab < count(); ++tab)
        if (widget(tab)->objectName() == u"page."_s + kind)
            setCurrentIndex(tab);
}

LazyPage<RecordPage> *ServerTabs::list(const QString &kind) const
{
    const auto list = std::find_if(m_lists.begin(), m_lists.end(),
        [name = u"page."_s + kind](const auto *each) { return each->objectName() == name; });
    return list == m_lists.end() ? nullptr : *list;
}

RecordPage *ServerTabs::shownRecords() const
{
    const auto list = std::find(m_lists.begin(), m_lists.end(), currentWidget());
    return list == m_lists.end() ? nullptr : &(*list)->page();
}

RecordPage *ServerTabs::showRecords(const QString &kind)
{
    auto *records = list(kind);
    if (!records)
        return nullptr;
    setCurrentWidget(records);
    return &records->page();
}

void ServerTabs::showRecord(const QString &kind, const QString &id)
{
    if (RecordPage *page = showRecords(kind))
        page->selectIds({id});
}

void ServerTabs::showInJournal(const QString &filter)
{
    setCurrentWidget(m_journal);
    m_journal->page().setFilter(filter);
}

void ServerTabs::openStaged(const QString &kind, int number)
{
    auto *records = list(kind);
    if (!records)
        return;
    records->page().whenSafe([this, records, number] {
        setCurrentWidget(records);
        records->page().openStaged(number);
    });
}

LazyPage<RecordPage> *ServerTabs::unsaved() const
{
    const auto list = std::find_if(m_lists.begin(), m_lists.end(),
        [](const auto *each) { return each->made() && each->made()->hasUnsavedChanges(); });
    return list == m_lists.end() ? nullptr : *list;
}

bool ServerTabs::hasUnsavedChanges() const
{
    return unsaved() || (m_changes && m_changes->guard().hasUnfinished());
}

void ServerTabs::whenSafe(std::function<void()> proceed)
{
    if (!hasUnsavedChanges())
        return proceed();
    const auto again = [this, proceed = std::move(proceed)] { whenSafe(proceed); };
    if (auto *list = unsaved()) {
        setCurrentWidget(list);
        return list->page().whenSafe(again);
    }
    setCurrentWidget(m_changes);
    m_changes->guard().whenSafe(again);
}

#include "moc_servertabs.cpp"
