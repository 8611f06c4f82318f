// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/form.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <tl/expected.hpp>

#include <chrono>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace server {

using Headers = std::vector<std::pair<QByteArray, QByteArray>>;

// One HTTP request, already checked by the HTTP layer.
struct Request {
    QByteArray method{};
    QByteArray path{}; // as sent, still percent-encoded, without the query
    QStringList segments{}; // of the path, decoded
    Form query{};
    Headers headers{}; // names in lower case
    QByteArray body{};
    QByteArray authority{}; // host:port the client used
    QByteArray base{}; // path prefix the persona is served under, "" or "/name"

    QByteArray header(QByteArrayView lowerCaseName) const; // the first one, empty without one
    bool hasContentType(QByteArrayView type) const;
    QByteArray url() const { return "http://" + authority + base; } // where the persona is, no slash at the end
};

// Fills path, segments and query from a request target in origin form (RFC 9112 §3.2.1); false when it is none.
bool readTarget(QByteArrayView target, Request &request);

// One HTTP answer, and what is to happen to it on its way.
struct Response {
    enum class Fate {
        Sent,
        Held, // never answered: the connection stays open until the client leaves
        Dropped, // the connection is closed instead
    };
    // The next piece of a body too long to be held whole: empty after the last one, nothing when it cannot be told and
    // the connection has to break. Asked whenever the client has taken the piece before, so others are served meanwhile.
    using Rest = std::function<std::optional<QByteArray>()>;

    int status = 200;
    Headers headers{};
    QByteArray body{}; // whole, or with a rest its first piece
    std::chrono::milliseconds delay{0};
    Fate fate = Fate::Sent;
    Rest rest{};
};

// Why a request is not done. The persona gives it the shape of its own error body.
struct Refusal {
    int status = 500;
    QByteArray code{}; // RFC 6749 §5.2 "error" or the server's own word
    QString description{}; // for the person reading a log; never a secret
    Headers headers{};
};

using Answer = tl::expected<Response, Refusal>;

tl::unexpected<Refusal> refuse(
    int status, const QByteArray &code, const QString &description, const Headers &headers = {});

// The token of `Authorization: Bearer …` (RFC 6750 §2.1), empty without one.
QString bearerOf(const Request &request);
// The body as a JSON object, or 400.
tl::expected<QJsonObject, Refusal> readJson(const Request &request);
// The body of a form post, empty without a body; 400 when it is something else.
tl::expected<Form, Refusal> readForm(const Request &request);

Response jsonResponse(int status, const QByteArray &json);
Response jsonResponse(int status, const QJsonObject &object);
// {"error","error_description"} as RFC 6749 §5.2 has it.
Response errorResponse(const Refusal &refusal);

}
