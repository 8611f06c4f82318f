// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/ingest.h"

#include "tests/bench/console.h"
#include "tests/bench/feedserver.h"
#include "tests/bench/footprint.h"
#include "tests/bench/waiting.h"

#include <QFile>
#include <QTcpSocket>

using namespace Qt::Literals::StringLiterals;

// Fetches the list and throws it away; ms.
static Result<double> measureTransport(const QUrl &url, qint64 bytes)
{
    QTcpSocket socket;
    const Moment begin = now();
    socket.connectToHost(url.host(), quint16(url.port()));
    socket.write("GET / HTTP/1.1\r\nHost: feed\r\n\r\n");
    QByteArray piece(1 << 20, Qt::Uninitialized);
    for (qint64 got = 0; got < bytes;) {
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead())
            return failure(Error::Kind::Network, socket.errorString());
        got += socket.read(piece.data(), piece.size());
    }
    return millisecondsBetween(begin, now());
}

Result<QJsonObject> measureIngest(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Storage, u"%1: %2"_s.arg(path, file.errorString()));
    const QByteArray list = file.readAll();
    FeedServer feed(list);
    const auto transport = measureTransport(feed.url(), list.size());
    if (!transport)
        return tl::unexpected(transport.error());

    BenchConsole console;
    const auto server = console.connect(feed.url());
    if (!server)
        return tl::unexpected(server.error());
    const auto signedIn = (*server)->session().signIn();
    if (!waitUntil([&] { return signedIn.isFinished(); }) || !signedIn.result())
        return failure(Error::Kind::Unauthorized, u"The server of the file could not be signed in to."_s);
    Collection *tokens = (*server)->collection(u"accessTokens"_s);
    const Footprint before = settledFootprint();
    const Moment begin = now();
    const auto refreshed = tokens->refresh();
    if (!waitUntil([&] { return refreshed.isFinished(); }))
        return failure(Error::Kind::Timeout, u"The list was not taken in."_s);
    const double took = millisecondsBetween(begin, now());
    if (const Result<> result = refreshed.result(); !result)
        return tl::unexpected(result.error());
    const int rows = tokens->model()->rowCount();
    const double kept = double(settledFootprint().proportional - before.proportional) / std::max(1, rows);
    return QJsonObject{{u"rows"_s, rows}, {u"bytes"_s, list.size()}, {u"ingest_ms"_s, took},
        {u"gb_per_second"_s, double(list.size()) / took / 1e6}, {u"transport_ms"_s, *transport},
        {u"bytes_per_row"_s, kept}};
}
