// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/database.h"
#include "app/server/message.h"
#include "app/server/signingkey.h"

namespace server::autentico {

inline constexpr int accessSeconds = 15 * 60;
inline constexpr int refreshSeconds = 30 * 24 * 3600;

// How the persona behaves, and what it signs with.
struct State {
    bool isActual = false; // the running server's shapes instead of the documented ones
    bool isLater = false; // version 2 instead of the documented one
    SigningKey key;
    QByteArray refreshKey{}; // of the HS256 refresh tokens, which nobody but us ever reads
};

// One request to one endpoint, with all an endpoint needs. Times are milliseconds since 1970, UTC.
struct Call {
    const Request &request;
    const QStringList &arguments;
    Database &database;
    State &state;
    qint64 now = 0;

    QString issuer() const { return QString::fromLatin1(request.url()) + QStringLiteral("/oauth2"); }
};

using Endpoint = Answer (*)(Call &call);

tl::unexpected<Refusal> badRequest(const QString &description); // 400 invalid_request
// The body as a JSON object whatever its type says, or 400.
tl::expected<QJsonObject, Refusal> readObject(const Request &request);
QString timestamp(qint64 milliseconds); // RFC 3339, whole seconds
Response plainText(int status, const QByteArray &text);
Response wrapped(const QJsonValue &value, int status = 200); // {"data": value}

}
