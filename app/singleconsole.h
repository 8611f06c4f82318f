// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QLocalServer>
#include <QLockFile>

#include <optional>

// One console for one folder of data: two would each take the other's unfinished work for what a crash left behind. Who
// starts another is shown the first.
class SingleConsole final : public QObject {
    Q_OBJECT

public:
    explicit SingleConsole(const QString &folder, QObject *parent = nullptr); // which must exist

    // Whether this one is the first; the claim of one that crashed does not count. Error Storage: nobody can claim it.
    Result<bool> claim();
    // Tells the first to come to the front, and to connect to the profile of this name unless it is empty. Error
    // Timeout when it does not answer within three seconds. Blocks.
    Result<> callFirst(const QString &profile);

Q_SIGNALS:
    void called(const QString &profile); // by another that was started

private:
    void answer(QLocalSocket &other);

    QLockFile m_lock;
    QString m_address; // of a socket only this user can open
    QLocalServer m_server;
};
