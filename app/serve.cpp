// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include <csignal>
#include <cstdio>
#include <memory>
#include <thread>

using namespace Qt::Literals::StringLiterals;

// On a thread of its own that nobody waits for: reading can be given up on no other way on every system.
static void stopWithInput(const std::shared_ptr<boost::asio::io_context> &context)
{
    std::thread([context] {
        QFile input;
        char ignored = 0;
        if (input.open(0, QIODevice::ReadOnly | QIODevice::Unbuffered))
            while (input.read(&ignored, 1) > 0) { }
        context->stop();
    }).detach();
}

int serve(const server::Options &options, bool endsWithInput)
{
    // Before the server's thread starts, so that no signal finds us unprepared.
    const auto context = std::make_shared<boost::asio::io_context>();
    boost::asio::signal_set signals(*context, SIGINT, SIGTERM);
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
    if (endsWithInput)
        stopWithInput(context);
    context->run();
    localServer.stop();
    return 0;
}
