// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/serverpage.h"

#include "items/bulkremoval.h"
#include "items/profilesettings.h"
#include "items/reconciliation.h"
#include "ui/environmentbanner.h"
#include "ui/messagestrip.h"
#include "ui/servertabs.h"
#include "ui/signinpanel.h"
#include "ui/theme.h"
#include "ui/undoflow.h"
#include "ui/unfinishedbatches.h"
#include "ui/unlockdialog.h"

#include <QStackedWidget>
#include <QStyle>
#include <QTabBar>
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
          server, [this](const QString &kind) { return m_tabs->showRecords(kind); }, *m_strip, this))
    , m_stack(new QStackedWidget(this))
    , m_panel(new SignInPanel(server.profile().name, m_stack))
    // In its parent from the start: each move to another applies the style sheet anew to everything below.
    , m_tabs(new ServerTabs(server, state, m_clock, m_stack))
    , m_environment(server.profile().environment)
{
    m_strip->setObjectName(u"serverStrip"_s);
    m_stack->addWidget(m_panel);
    m_stack->addWidget(m_tabs);
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
    connect(m_tabs, &ServerTabs::signInRequested, this, &ServerPage::resumeSignIn);
    connect(m_tabs, &ServerTabs::undoRequested, this, &ServerPage::undo);
    connect(m_tabs, &ServerTabs::checkRequested, this, &ServerPage::check);
    connect(m_tabs, &ServerTabs::whoChanged, this, [this](const QString &who) {
        m_who = who;
        Q_EMIT whoChanged();
    });
    connect(&server.session(), &Session::stateChanged, this, &ServerPage::takeState);
    connect(&server.session(), &Session::browserRequested, this, &ServerPage::openBrowserSignIn);
    connect(&server, &Server::journalFailed, m_journalStrip, &MessageStrip::showError);
    if (server.reconciliation())
        connect(server.reconciliation(), &Reconciliation::unknownChanged, this, &ServerPage::showUnknown);
    // Production starts locked: in the session, so that nothing can write whatever the buttons say.
    openLocked(opensReadOnly(server.profile()));
    takeState(server.session().state());
}

void ServerPage::showUnknown()
{
    const int count = m_server.reconciliation()->unknown();
    m_journalStrip->clear();
    if (count == 0)
        return;
    m_journalStrip->showWarning(tr("Of %Ln change(s) it is not known whether the server made them.", nullptr, count));
    m_journalStrip->setAction(tr("Show in Journal"),
        [this] { m_tabs->showInJournal(u"result:\"%1\""_s.arg(translatedField(journal::unknown))); });
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
        m_tabs->loadShown();
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

void ServerPage::refresh()
{
    m_tabs->refresh();
}

void ServerPage::takeProfile()
{
    const auto environment = m_server.profile().environment;
    if (environment != m_environment)
        openLocked(opensReadOnly(m_server.profile()));
    m_environment = environment;
    m_tabs->takeProfile();
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
    m_tabs->setReadOnly(locked, reason);
    update();
    Q_EMIT lockChanged();
}

void ServerPage::takeEnd()
{
    m_server.bulkRemoval().pauseAll(
        tr("The time for changes is over. Unlock the server, then continue: nothing that waits was sent."));
}

bool ServerPage::hasUnsavedChanges() const
{
    return m_tabs->hasUnsavedChanges();
}

void ServerPage::whenSafe(std::function<void()> proceed)
{
    m_tabs->whenSafe(std::move(proceed));
}

#include "moc_serverpage.cpp"
