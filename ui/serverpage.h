// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/server.h"
#include "items/undo.h"
#include "items/writelock.h"
#include "ui/browsersignindialog.h"
#include "ui/uistate.h"

#include <QPointer>
#include <QWidget>

class EnvironmentBanner;
class MessageStrip;
class QStackedWidget;
class ServerTabs;
class SignInPanel;
class UndoFlow;
class UnfinishedBatches;

// One connected server: its environment's banner, what concerns it as a whole, and its tabs once one is signed in.
class ServerPage final : public QWidget {
    Q_OBJECT

public:
    ServerPage(Server &server, UiState &state, OpenUrl openUrl, Clock clock = systemClock, QWidget *parent = nullptr);

    Server &server() const { return m_server; }
    QString who() const { return m_who; } // as the server calls us; empty until it has
    bool isLocked() const { return m_lock.isLocked(); } // no changes until unlocked
    WriteLock &writeLock() { return m_lock; }

    void signIn(); // with the credentials we have
    void resumeSignIn(); // the same, or asks for others when those were refused
    void refresh(); // what is shown
    void takeProfile(); // it has a new name or environment
    void askToUnlock(QWidget *asker = nullptr); // a dialog of this page, or the page itself
    void lock();
    std::optional<Undo> undoOf(const JournalEntry &entry) const; // nothing: it is another server's
    void undo(const JournalEntry &entry); // opens what would
    void check(const JournalEntry &entry); // reads what tells whether it was done
    ServerTabs &tabs() { return *m_tabs; }
    bool hasUnsavedChanges() const; // or staged ones
    // Goes on when nothing is unsaved, or the person has decided about it; never when they chose to stay.
    void whenSafe(std::function<void()> proceed);

Q_SIGNALS:
    void whoChanged();
    void lockChanged();
    void credentialsRequested(const QString &reason); // those we have were refused
    void certificateRequested(); // the server's could not be verified: show it

private:
    void takeState(Session::State state);
    void takeSignIn(const Result<> &result);
    void openBrowserSignIn(const QUrl &url, const QDateTime &expiresAt);
    void openLocked(bool locked);
    void takeLock();
    void takeEnd();
    void update();
    void showUnknown();

    Server &m_server;
    UiState &m_state;
    OpenUrl m_openUrl;
    Clock m_clock;
    WriteLock m_lock;
    EnvironmentBanner *m_banner;
    MessageStrip *m_strip;
    MessageStrip *m_batchStrip; // of its own: what is left to do must not go with the next message
    UnfinishedBatches *m_unfinished;
    MessageStrip *m_journalStrip; // likewise
    UndoFlow *m_undo;
    QStackedWidget *m_stack;
    SignInPanel *m_panel;
    ServerTabs *m_tabs;
    QPointer<BrowserSignInDialog> m_browserDialog;
    std::optional<Error> m_refusal; // why the last sign-in failed
    QString m_who;
    Environment m_environment;
};
