// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>

#include <memory>

using NetworkManager = std::shared_ptr<QNetworkAccessManager>;

// A manager without redirects, cookies or proxy. Its last owner does not delete it but hands it to a thread of its own:
// deleting a QNetworkAccessManager 6.4 waits up to five seconds for its HTTP thread, which a server that floods it with
// headers keeps busy. Call from the main thread.
NetworkManager makeNetworkManager();
