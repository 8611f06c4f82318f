// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/request.h"

class KnownSecrets;

// One finished exchange as the request log and the status bar show it. Holds nothing secret: that was removed before
// any of it was written here.
struct ExchangeSummary {
    // How much of a body there is.
    enum class Extent { Whole, Cut, Streamed };
    static constexpr qsizetype bodyLimit = 16 << 10; // bytes

    QByteArray verb{};
    QString path{}; // encoded, without the query
    int status = 0; // 0: no HTTP answer
    QString outcome{}; // empty when an answer arrived, else the reason in one sentence
    qint64 size = 0; // bytes of body received
    std::chrono::milliseconds duration{};
    QString asker{};

    QDateTime sentAt{}; // local clock, UTC
    QUrl base{};
    Request request{}; // as it was sent, but for secrets, bodies that were cut, and the stream
    Extent requestExtent = Extent::Whole;
    QList<Header> headers{}; // of the answer, names in lower case
    QByteArray body{}; // of the answer
    Extent extent = Extent::Whole; // of the answer's body
    // A read of our own that is kept as it was sent, except for what Session adds: it can be sent again.
    bool isRepeatable = false;
};

// What is kept of a request and of what came back, which is no answer where its status is 0. `known`: secrets that are
// not told by their names.
ExchangeSummary summaryOf(const Request &request, const QUrl &base, const Response &answer, const KnownSecrets &known);

// A request that is kept as repeatable, without what Session adds by itself.
Request repetitionOf(const ExchangeSummary &exchange);
