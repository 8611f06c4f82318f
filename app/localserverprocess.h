// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"
#include "core/secret.h"

#include <QProcess>
#include <QUrl>

// Our own program as a local server with demo data, in a process of its own. Ends with this object.
class LocalServerProcess final : public QObject {
    Q_OBJECT

public:
    struct Ready {
        QUrl url{};
        Secret control{}; // bearer of the control API
    };

    explicit LocalServerProcess(QObject *parent = nullptr);
    ~LocalServerProcess() override;

    // To be called once. Error Network when the process ends before it is ready.
    Future<Ready> start(const QStringList &personas);

private:
    void readOutput();
    void settle(const Result<Ready> &result);

    QProcess m_process;
    QPromise<Result<Ready>> m_ready;
    bool m_settled = false;
};
