// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowlock.h"

#include "items/profilesettings.h"
#include "items/workspace.h"
#include "ui/desktoplock.h"
#include "ui/discretion.h"
#include "ui/signindialog.h"
#include "ui/uistate.h"

#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>
#include <QMenuBar>
#include <QStatusBar>

WindowLock::WindowLock(
    QMainWindow &window, Workspace &workspace, const UiState &state, Discretion &discretion, Clock clock)
    : QObject()
    , m_window(window)
    , m_workspace(workspace)
    , m_state(state)
    , m_discretion(discretion)
    , m_idle(std::move(clock))
    , m_page(new LockPage(&window))
{
    auto *desktop = new DesktopLock(QDBusConnection::sessionBus(), QDBusConnection::systemBus(), this);
    connect(desktop, &DesktopLock::locked, this, &WindowLock::lock);
    connect(&m_idle, &IdleWatch::idle, this, &WindowLock::lock);
    connect(m_page, &LockPage::unlockRequested, this, &WindowLock::unlock);
    qApp->installEventFilter(this);
    takePreferences();
}

void WindowLock::takePreferences()
{
    m_idle.setLimit(std::chrono::minutes(m_state.idleMinutes()));
}

void WindowLock::lock()
{
    if (m_isLocked)
        return;
    m_isLocked = true;
    m_focus = m_window.focusWidget();
    const auto dialogs = m_window.findChildren<QDialog *>();
    for (QDialog *dialog : dialogs)
        if (dialog->isVisible())
            putAway(dialog);
    putDocksAway();
    setPartsVisible(false);
    m_page->cover();
    m_discretion.dropSecrets();
    if (!m_state.keepsCredentials())
        m_workspace.suspend();
    Q_EMIT locked();
}

// What asks for secrets is asked again; everything else comes back as it was.
void WindowLock::putAway(QDialog *dialog)
{
    if (qobject_cast<SignInDialog *>(dialog))
        return dialog->reject();
    m_dialogs << Hidden{.dialog = dialog, .isModal = dialog->isModal()};
    dialog->hide();
}

void WindowLock::putDocksAway()
{
    const auto docks = m_window.findChildren<QDockWidget *>();
    for (QDockWidget *dock : docks)
        if (dock->isVisible()) {
            m_docks << dock;
            dock->hide();
        }
}

void WindowLock::setPartsVisible(bool visible)
{
    for (QWidget *part : {static_cast<QWidget *>(m_window.menuBar()), m_window.centralWidget(),
             static_cast<QWidget *>(m_window.statusBar())})
        part->setVisible(visible);
}

void WindowLock::unlock()
{
    if (!m_isLocked)
        return;
    m_page->setBusy(true);
    m_page->setNote({});
    onResult(this, unlockedKeychain(this, m_workspace.secrets()), [this](const Result<KeychainNote> &note) {
        m_page->setBusy(false);
        const bool isRefused = note->isLasting && !note->text.isEmpty();
        if (isRefused)
            m_page->setNote(note->text);
        else
            uncover();
    });
}

void WindowLock::uncover()
{
    m_isLocked = false;
    m_page->hide();
    setPartsVisible(true);
    for (const QPointer<QDockWidget> &dock : std::exchange(m_docks, {}))
        if (dock)
            dock->show();
    for (const Hidden &hidden : std::exchange(m_dialogs, {}))
        if (hidden.dialog)
            hidden.isModal ? hidden.dialog->open() : hidden.dialog->show();
    if (m_focus)
        m_focus->setFocus();
    takePreferences();
    Q_EMIT unlocked();
}

// Work goes on behind the lock, and may want to show its end.
bool WindowLock::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_isLocked || event->type() != QEvent::Show)
        return false;
    if (auto *dialog = qobject_cast<QDialog *>(watched); dialog && dialog->parentWidget())
        QMetaObject::invokeMethod(
            this,
            [this, dialog = QPointer(dialog)] {
                if (m_isLocked && dialog && dialog->isVisible())
                    putAway(dialog);
            },
            Qt::QueuedConnection);
    return false;
}

#include "moc_windowlock.cpp"
