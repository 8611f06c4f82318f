// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include <csignal>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

int serve(const server::Options &options)
{
    // Before the server's thread starts, so that no signal finds us unprepared.
    boost::asio::io_context context;
    boost::asio::signal_set signals(context, SIGINT, SIGTERM);
    signals.async_wait([](const boost::system::error_code &, int) {});

    server::LocalServer localServer(options);
    const auto url = localServer.start();
    if (!url) {
        std::fprintf(stderr, "latchkey: %s\n", qUtf8Printable(url.error().message));
        return 1;
    }
    const QJsonObject ready{{u"url"_s, url->toString()}, {u"control"_s, localServer.controlToken().reveal()}};
    std::printf("%s\n", QJsonDocument(ready).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    context.run();
    localServer.stop();
    return 0;
}
