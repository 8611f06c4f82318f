// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "ui/idlewatch.h"
#include "ui/lockpage.h"

#include <QList>
#include <QPointer>

class Discretion;
class QDialog;
class QDockWidget;
class QMainWindow;
class UiState;
class Workspace;

// Covers the window while nobody is there: after some time without use, and when the desktop locks. Secrets go from
// window and clipboard and, unless the person wants otherwise, credentials from memory. To unlock, the keychain must
// be unlocked, which asks for its password; where there is none, nobody is asked.
class WindowLock final : public QObject {
    Q_OBJECT

public:
    WindowLock(QMainWindow &window, Workspace &workspace, const UiState &state, Discretion &discretion, Clock clock);

    bool isLocked() const { return m_isLocked; }
    void lock();
    void unlock();
    void takePreferences();
    IdleWatch &idleWatch() { return m_idle; }
    LockPage &page() { return *m_page; }

Q_SIGNALS:
    void locked();
    void unlocked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setPartsVisible(bool visible);
    void putAway(QDialog *dialog);
    void putDocksAway();
    void uncover();

    QMainWindow &m_window;
    Workspace &m_workspace;
    const UiState &m_state;
    Discretion &m_discretion;
    IdleWatch m_idle;
    LockPage *m_page;
    bool m_isLocked = false;
    struct Hidden {
        QPointer<QDialog> dialog;
        bool isModal = false;
    };
    QList<Hidden> m_dialogs; // put away while locked
    QList<QPointer<QDockWidget>> m_docks; // likewise
    QPointer<QWidget> m_focus;
};
