// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialects/authorizationserver.h"

namespace autentico {

// One server: which version it is and where its endpoints are.
struct Site {
    bool isLater = false; // version 2: introspects as RFC 7662 says, and its administration lists everything
    QString oauthPath{};
    QStringList userPaths{}; // where users may be made, likeliest first
    oauth::Place clients{};
    oauth::Place logout{};
    oauth::AuthorizationServer server{};
};
Site siteOf(const Setup &setup);

QList<SignInMethod> signInMethods(const Site &site);
TokenOperations tokenOperations(const Site &site);

}
