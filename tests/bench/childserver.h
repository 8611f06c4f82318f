// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QProcess>
#include <QUrl>

// The local server as a process of its own, with a crowd of tokens; ends with its owner.
class ChildServer {
public:
    ~ChildServer();

    // Answers where it is, once its list of access tokens has about so many rows.
    Result<QUrl> start(int rows, quint64 seed);

private:
    QProcess m_process;
};
