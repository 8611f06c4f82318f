// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/changeset.h"

#include <QPointer>

#include <functional>

class ShownOnceDialog;
class QWidget;

// Keeps staged changes, and the secrets that came of applying them, from being lost: shows those secrets, and asks
// before whatever would end the changes.
class StagedGuard final : public QObject {
    Q_OBJECT

public:
    StagedGuard(ChangeSet &changes, QWidget *page);

    bool hasUnfinished() const; // something that leaving would lose
    // Goes on once nothing would be lost, or the person said so; never when they chose to stay.
    void whenSafe(std::function<void()> proceed);
    void askToDiscard(std::function<void()> proceed = {}); // everything that is staged
    QStringList names() const; // of what is not done

private:
    void askToStop(std::function<void()> proceed);
    void showSecrets();
    void goOn();

    ChangeSet &m_changes;
    QWidget *m_page;
    QPointer<ShownOnceDialog> m_secrets;
    std::function<void()> m_waiting; // until the run has ended and its secrets are kept
};
