// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialects/dialect.h"

#include <QSet>

// Something an administrator may want of a server, and whether a dialect offers it.
struct Capability {
    QString id{}; // "clients.create": a list and what is done to it, or what is not about a list
    QString label{}; // English, for the README
    std::function<bool(const Dialect &)> isIn{};
};
const QList<Capability> &capabilities();

// How a method signs in: "client", "password", "token", "code", "delegated", or "nothing" where nobody needs to.
QString wayOf(const SignInMethod &method);

// One column of the table: a server as a dialect speaks to it.
struct CapabilityColumn {
    QString title{};
    Dialect dialect{};
    QSet<QString> undocumented{}; // ids of what is offered though its maker does not document it
};
// In Markdown; ends with a line feed.
QByteArray capabilityTable(const QList<CapabilityColumn> &columns);
