// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/serverpage.h"

#include "items/bulkremoval.h"
#include "items/changeset.h"
#include "items/journallist.h"
#include "items/lint.h"
#include "items/profilesettings.h"
#include "items/reconciliation.h"
#include "ui/batchrevocationpage.h"
#include "ui/changespage.h"
#include "ui/confirmdialog.h"
#include "ui/environmentbanner.h"
#include "ui/journalpage.h"
#include "ui/lintpage.h"
#include "ui/maintenancepage.h"
#include "ui/messagestrip.h"
#include "ui/overviewpage.h"
#include "ui/recordpage.h"
#include "ui/signinpanel.h"
#include "ui/stagedguard.h"
#include "ui/theme.h"
#include "ui/tokeninfopage.h"
#include "ui/undoflow.h"
#include "ui/unfinishedbatches.h"
#include "ui/unlockdialog.h"
#include "ui/workbenchpage.h"

#include <QLocale>
#include <QStackedWidget>
#include <QStyle>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

ServerPage::ServerPage(Server &server, UiState &state, OpenUrl openUrl, Clock clock, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
    , m_state(state)
    , m_openUrl(std::move(openUrl))
    , m_clock(std::move(clock))
    , m_lock(server.session(), m_clock)
    , m_banner(new EnvironmentBanner(this))
    , m_strip(new MessageStrip(this))
    , m_batchStrip(new MessageStrip(this))
    , m_unfinished(new UnfinishedBatches(server.bulkRemoval(), *m_batchStrip, this))
    , m_journalStrip(new MessageStrip(this))
    , m_undo(new UndoFlow(
          server,
          [this](const QString &kind) {
              showPage(kind);
              return qobject_cast<RecordPage *>(m_tabs->currentWidget());
          },
          *m_strip, this))
    , m_stack(new QStackedWidget(this))
    , m_panel(new SignInPanel(server.profile().name, this))
    , m_tabs(new QTabWidget(this))
    , m_environment(server.profile().environment)
{
    m_strip->setObjectName(u"serverStrip"_s);
    m_tabs->setObjectName(u"tabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->setAccessibleName(tr("Parts of this server"));
    // Before there are pages: each move to another parent applies the style sheet anew to everything below.
    m_stack->addWidget(m_panel);
    m_stack->addWidget(m_tabs);
    addPages();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    m_strip->setMargins({14, 10, 14, 10});
    layout->addWidget(m_strip);
    m_batchStrip->setObjectName(u"batchStrip"_s);
    m_batchStrip->setMargins({14, 10, 14, 10});
    layout->addWidget(m_batchStrip);
    m_journalStrip->setObjectName(u"journalStrip"_s);
    m_journalStrip->setMargins({14, 10, 14, 10});
    layout->addWidget(m_journalStrip);
    layout->addWidget(m_stack, 1);

    connect(m_banner, &EnvironmentBanner::unlockRequested, this, [this] { askToUnlock(); });
    connect(m_banner, &EnvironmentBanner::extensionRequested, &m_lock, &WriteLock::extend);
    connect(&m_lock, &WriteLock::changed, this, &ServerPage::takeLock);
    connect(&m_lock, &WriteLock::ticked, this, &ServerPage::update);
    connect(&m_lock, &WriteLock::ended, this, &ServerPage::takeEnd);
    connect(m_banner, &EnvironmentBanner::lockRequested, this, &ServerPage::lock);
    connect(m_panel, &SignInPanel::signInRequested, this, &ServerPage::resumeSignIn);
    connect(m_panel, &SignInPanel::cancelRequested, this, [this] { m_server.session().stop(u"sign-in"_s); });
    connect(m_tabs, &QTabWidget::currentChanged, this, &ServerPage::loadShown);
    connect(&server.session(), &Session::stateChanged, this, &ServerPage::takeState);
    connect(&server.session(), &Session::browserRequested, this, &ServerPage::openBrowserSignIn);
    // Production starts locked: in the session, so that nothing can write whatever the buttons say.
    openLocked(opensReadOnly(server.profile()));
    takeState(server.session().state());
}

void ServerPage::addPages()
{
    m_overview = new OverviewPage(m_server, m_clock, this);
    addPage(m_overview, u"overview"_s, tr("Overview"));
    connect(m_overview, &OverviewPage::pageRequested, this, &ServerPage::showPage);
    connect(m_overview, &OverviewPage::recordRequested, this, &ServerPage::showRecord);
    connect(m_overview, &OverviewPage::whoChanged, this, [this](const QString &who) {
        m_who = who;
        Q_EMIT whoChanged();
    });
    for (Collection *collection : m_server.collections()) {
        auto *page = new RecordPage(*collection, m_state, m_server.dialect().id, this);
        connect(page, &RecordPage::signInRequested, this, &ServerPage::resumeSignIn);
        connect(page, &RecordPage::inspectionRequested, this, [this](const QList<Secret> &tokens) {
            m_tabs->setCurrentWidget(m_workbench);
            m_workbench->inspect(tokens);
        });
        page->setBulk(m_server.bulkRemoval());
        page->setChanges(m_server.changes());
        connect(page, &RecordPage::changesRequested, this, [this] { showPage(u"changes"_s); });
        addPage(page, collection->kind(), collection->title());
        m_lists << page;
    }
    if (auto *board = m_server.maintenance()) {
        m_maintenance = new MaintenancePage(*board, this);
        addPage(m_maintenance, u"maintenance"_s, tr("Maintenance"));
    }
    if (m_server.tokens().canInspect()) {
        m_tokenInfo = new TokenInfoPage(m_server, m_clock, this);
        addPage(m_tokenInfo, u"tokenInfo"_s, tr("Token Info"));
    }
    if (m_server.dialect().batchRevocation) {
        m_batchRevocation = new BatchRevocationPage(m_server, m_clock, this);
        addPage(m_batchRevocation, u"batchRevocation"_s, tr("Batch Revocation"));
    }
    m_workbench = new WorkbenchPage(m_server, m_clock, this);
    addPage(m_workbench, u"workbench"_s, tr("Workbench"));
    addLintPage();
    addChangesPage();
    if (m_server.journal())
        addJournal();
}

void ServerPage::addJournal()
{
    m_journal = new JournalPage(
        *m_server.journal(), m_state, [this](const JournalEntry &entry) { return undoOf(entry); }, m_clock, this);
    addPage(m_journal, u"journal"_s, m_server.journal()->title());
    connect(m_journal, &JournalPage::undoRequested, this, &ServerPage::undo);
    connect(m_journal, &JournalPage::checkRequested, this, &ServerPage::check);
    connect(m_server.reconciliation(), &Reconciliation::unknownChanged, this, &ServerPage::showUnknown);
    connect(&m_server, &Server::journalFailed, m_journalStrip, &MessageStrip::showError);
}

void ServerPage::showUnknown()
{
    const int count = m_server.reconciliation()->unknown();
    m_journalStrip->clear();
    if (count == 0)
        return;
    m_journalStrip->showWarning(tr("Of %Ln change(s) it is not known whether the server made them.", nullptr, count));
    m_journalStrip->setAction(tr("Show in Journal"), [this] {
        showPage(u"journal"_s);
        m_journal->setFilter(u"result:\"%1\""_s.arg(translatedField(journal::unknown)));
    });
}

// Reading the list is what tells.
void ServerPage::check(const JournalEntry &entry)
{
    Collection *collection = m_server.collection(entry.kind);
    if (!collection)
        return m_strip->showWarning(tr("No list of this server shows what became of it."));
    onResult(this, collection->refresh(), [this](const Result<> &result) {
        if (!result)
            m_strip->showError(result.error());
    });
}

std::optional<Undo> ServerPage::undoOf(const JournalEntry &entry) const
{
    return entry.profile == m_server.profile().id ? std::optional(::undoOf(entry, m_server)) : std::nullopt;
}

void ServerPage::undo(const JournalEntry &entry)
{
    m_undo->undo(entry);
}

void ServerPage::addLintPage()
{
    m_lint = new Lint(m_server.collections(), m_server.dialect().id, this, m_clock);
    const QStringList muted = m_state.mutedChecks(m_server.profile().id);
    m_lint->setMuted({muted.begin(), muted.end()});
    connect(m_lint, &Lint::mutedChanged, this,
        [this] { m_state.setMutedChecks(m_server.profile().id, m_lint->muted().values()); });
    m_lintPage = new LintPage(*m_lint, m_server.profile().name, this);
    connect(m_lintPage, &LintPage::recordRequested, this, &ServerPage::showRecord);
    connect(m_lintPage, &LintPage::fixRequested, this, [this](const Finding &finding) {
        showPage(finding.kind);
        if (auto draft = m_lint->fixed(finding))
            qobject_cast<RecordPage *>(m_tabs->currentWidget())->edit(std::move(draft));
    });
    connect(m_lintPage, &LintPage::stageRequested, this, [this](const Finding &finding) {
        Collection *collection = m_server.collection(finding.kind);
        if (auto draft = collection ? m_lint->fixed(finding) : nullptr)
            m_server.changes().stage(*collection, std::move(draft));
    });
    addPage(m_lintPage, u"lint"_s, tr("Checks"));
    m_overview->setLint(*m_lint);
}

void ServerPage::addChangesPage()
{
    m_changes = new ChangesPage(m_server, this);
    m_changes->setObjectName(u"page.changes"_s);
    m_changes->hide();
    connect(m_changes, &ChangesPage::editRequested, this, &ServerPage::openStaged);
    connect(&m_server.changes(), &ChangeSet::changed, this, &ServerPage::updateChangesTab);
    updateChangesTab();
}

// The tab is there while there is something in it, and in sight, however many lists there are.
void ServerPage::updateChangesTab()
{
    const bool isWanted = m_server.changes().rowCount() > 0;
    const int pending = m_server.changes().pending();
    //: %1 a number of staged changes
    const QString title = pending > 0 ? tr("Changes (%1)").arg(QLocale().toString(pending)) : tr("Changes");
    int tab = m_tabs->indexOf(m_changes);
    if (isWanted && tab < 0)
        tab = m_tabs->insertTab(1, m_changes, title);
    if (isWanted)
        m_tabs->setTabText(tab, title);
    else if (tab >= 0)
        m_tabs->removeTab(tab);
}

void ServerPage::openStaged(const QString &kind, int number)
{
    for (RecordPage *page : std::as_const(m_lists))
        if (page->collection().kind() == kind)
            page->whenSafe([this, page, number] {
                m_tabs->setCurrentWidget(page);
                page->openStaged(number);
            });
}

void ServerPage::addPage(QWidget *page, const QString &kind, const QString &title)
{
    page->setObjectName(u"page."_s + kind);
    m_tabs->addTab(page, title);
}

void ServerPage::signIn()
{
    m_strip->clear();
    onResult(this, m_server.session().signIn(), [this](const Result<> &result) { takeSignIn(result); });
}

void ServerPage::takeSignIn(const Result<> &result)
{
    m_refusal = result ? std::nullopt : std::optional(result.error());
    // What there is to say of a success was said when the state changed; much may have happened since.
    if (result)
        return;
    if (result.error().kind == Error::Kind::Stopped)
        m_strip->showInfo(tr("Signing in was cancelled."));
    else
        m_strip->showError(result.error());
    if (result.error().kind == Error::Kind::Tls)
        m_strip->setAction(tr("Show Certificate"), [this] { Q_EMIT certificateRequested(); });
    else
        m_strip->setAction(tr("Sign In"), [this] { resumeSignIn(); });
}

// Credentials that were refused would be refused again, so other ones are asked for; after anything else it is tried again.
void ServerPage::resumeSignIn()
{
    if (m_server.session().isSuspended())
        return Q_EMIT credentialsRequested({});
    using Kind = Error::Kind;
    const auto kind = m_refusal ? m_refusal->kind : Kind::Stopped;
    if (kind == Kind::Unauthorized || kind == Kind::Forbidden || kind == Kind::Rejected)
        Q_EMIT credentialsRequested(m_refusal->message);
    else
        signIn();
}

void ServerPage::takeState(Session::State state)
{
    m_panel->setSigningIn(state == Session::State::SigningIn);
    if (state != Session::State::SigningIn && m_browserDialog) {
        m_browserDialog->disconnect(this);
        m_browserDialog->close();
    }
    if (state == Session::State::SignedIn) {
        m_strip->clear();
        m_stack->setCurrentWidget(m_tabs);
        loadShown();
        m_unfinished->look();
        if (m_server.reconciliation())
            m_server.reconciliation()->look();
    } else if (state == Session::State::SignedOut && m_stack->currentWidget() == m_tabs) {
        m_strip->showWarning(tr("You are no longer signed in to %1.").arg(m_server.profile().name));
        m_strip->setAction(tr("Sign In"), [this] { resumeSignIn(); });
    }
}

void ServerPage::openBrowserSignIn(const QUrl &url, const QDateTime &expiresAt)
{
    m_browserDialog = new BrowserSignInDialog(url, expiresAt, m_openUrl, this, m_clock);
    connect(m_browserDialog, &QDialog::rejected, this, [this] { m_server.session().stop(u"sign-in"_s); });
    m_browserDialog->show();
}

void ServerPage::loadShown()
{
    QWidget *page = m_tabs->currentWidget();
    if (m_lint)
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

void ServerPage::refresh()
{
    QWidget *page = m_tabs->currentWidget();
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

void ServerPage::takeProfile()
{
    const auto environment = m_server.profile().environment;
    if (environment != m_environment)
        openLocked(opensReadOnly(m_server.profile()));
    m_environment = environment;
    m_overview->updateProfile();
    update();
}

void ServerPage::update()
{
    m_banner->show(m_server.profile(), m_lock);
    auto *bar = m_tabs->tabBar();
    const QString name = Theme::word(m_server.profile().environment);
    if (bar->property("environment").toString() == name)
        return;
    bar->setProperty("environment", name); // the style sheet colours its line
    bar->style()->polish(bar);
}

void ServerPage::openLocked(bool locked)
{
    if (locked)
        m_lock.lock();
    else
        m_lock.unlock({});
}

void ServerPage::askToUnlock(QWidget *asker)
{
    const QString id = m_server.profile().id;
    auto *dialog
        = new UnlockDialog(m_server.profile(), m_state.unlockMinutes(id), asker ? asker : static_cast<QWidget *>(this));
    connect(dialog, &QDialog::accepted, this, [this, dialog, id] {
        m_state.setUnlockMinutes(id, dialog->minutes());
        m_lock.unlock(dialog->time());
    });
    dialog->open();
}

void ServerPage::lock()
{
    m_lock.lock();
}

void ServerPage::takeLock()
{
    const bool locked = m_lock.isLocked();
    const QString reason = locked ? tr("This server is read-only until you unlock it.") : QString();
    for (RecordPage *page : std::as_const(m_lists))
        page->setReadOnly(locked, reason);
    if (m_maintenance)
        m_maintenance->setReadOnly(locked, reason);
    if (m_batchRevocation)
        m_batchRevocation->setReadOnly(locked, reason);
    m_lintPage->setReadOnly(locked, reason);
    m_changes->setReadOnly(locked, reason);
    update();
    Q_EMIT lockChanged();
}

void ServerPage::takeEnd()
{
    m_server.bulkRemoval().pauseAll(
        tr("The time for changes is over. Unlock the server, then continue: nothing that waits was sent."));
}

void ServerPage::showPage(const QString &kind)
{
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        if (m_tabs->widget(tab)->objectName() == u"page."_s + kind)
            m_tabs->setCurrentIndex(tab);
}

void ServerPage::showRecord(const QString &kind, const QString &id)
{
    showPage(kind);
    if (auto *page = qobject_cast<RecordPage *>(m_tabs->currentWidget()))
        page->selectIds({id});
}

bool ServerPage::hasUnsavedChanges() const
{
    return m_changes->guard().hasUnfinished()
        || std::any_of(
            m_lists.begin(), m_lists.end(), [](const RecordPage *page) { return page->hasUnsavedChanges(); });
}

void ServerPage::whenSafe(std::function<void()> proceed)
{
    const auto unsaved = std::find_if(m_lists.begin(), m_lists.end(), [](const RecordPage *page) { return page->hasUnsavedChanges(); });
    if (unsaved == m_lists.end() && !m_changes->guard().hasUnfinished())
        return proceed();
    if (unsaved == m_lists.end()) {
        m_tabs->setCurrentWidget(m_changes);
        return m_changes->guard().whenSafe([this, proceed = std::move(proceed)] { whenSafe(proceed); });
    }
    m_tabs->setCurrentWidget(*unsaved);
    (*unsaved)->whenSafe([this, proceed = std::move(proceed)] { whenSafe(proceed); });
}
