// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/errorbody.h"

#include "dialects/oauth.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/targets.h"

using namespace Qt::Literals::StringLiterals;

void fuzz::errors(const QByteArray &input)
{
    static const QList<int> statuses{400, 401, 403, 404, 409, 410, 412, 415, 422, 429, 500, 503, 302, 200};
    static const QDateTime now = QDateTime::fromString(u"2026-03-02T08:00:00Z"_s, Qt::ISODate);
    FuzzInput given(input);
    const int status = statuses[given.choice(statuses.size())];
    const QByteArray type = given.choice(2) == 0 ? "application/json" : "text/html";
    const QByteArray later = given.line();
    const QByteArray date = given.line();
    const Response response{.status = status,
        .headers = {{"content-type", type}, {"retry-after", later}, {"date", date}},
        .body = given.rest(),
        .receivedAt = now};

    const auto delay = retryAfter(response);
    hold(!delay || (delay->count() >= 0 && delay->count() <= 24 * 60 * 60), "a delay is at most a day");
    for (const Error &error : {errorFrom(response), oauth::readError(response)}) {
        hold(!error.message.trimmed().isEmpty(), "an error has a sentence");
        hold(!error.message.contains(u'\n'), "a message is one line");
        hold(error.message.size() < 600, "a message is short");
        hold(error.detail.size() <= 4097, "a detail has a limit");
        hold(error.status == status, "the status is told");
    }
    hold(status != 401 || errorFrom(response).kind == Error::Kind::Unauthorized, "the kind comes from the status");
}
