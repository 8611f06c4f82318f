// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

namespace server::teneo {

// The local identity provider's page: a button for each user, and one to refuse. `url` is where the server is.
QByteArray identityPage(const QStringList &users, const QString &loginId, const QByteArray &url, const QDateTime &now);

// What the browser shows once a login is decided.
QByteArray closingPage(const QString &sentence);

}
