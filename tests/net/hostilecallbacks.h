// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

// What a stranger may send to the port where a sign-in waits; {path}, {host}, {port} and {state} stand for those of the
// attempt, {other} for the state of another one.
struct HostileCallback {
    const char *name;
    QByteArray bytes;
    int status; // it is refused with
};

QList<HostileCallback> hostileCallbacks();
