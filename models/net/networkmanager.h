// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/proxysettings.h"

#include <QNetworkAccessManager>

#include <memory>

using NetworkManager = std::shared_ptr<QNetworkAccessManager>;

// A manager without redirects and cookies, and with no proxy but the given one. Its last owner does not delete it but
// hands it to a thread of its own: deleting a QNetworkAccessManager 6.4 waits up to five seconds for its HTTP thread,
// which a server that floods it with headers keeps busy. Call from the main thread.
NetworkManager makeNetworkManager(const ProxySettings &proxy);
