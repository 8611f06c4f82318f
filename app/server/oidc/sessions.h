// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/oidc/call.h"

namespace server::oidc {

// A browser that is signed in.
struct Session {
    QString id{};
    QString userId{};
    qint64 authTime = 0;
};

std::pair<QByteArray, QByteArray> cookieHeader(const Request &request, QByteArrayView name, const QString &value);

std::optional<Session> findSession(Call &call); // by the request's cookie
std::pair<Session, std::pair<QByteArray, QByteArray>> beginSession(Call &call, const QString &userId); // and its cookie

// GET, POST /logout: OpenID Connect RP-Initiated Logout. Without a valid id_token_hint the person is asked first.
Answer endSession(Call &call);

}
