// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endsignals.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include <csignal>
#include <thread>

struct EndSignals::Waiting {
    boost::asio::io_context context{};
    boost::asio::signal_set signals{context, SIGINT, SIGTERM};
    std::thread thread{};
};

EndSignals::EndSignals(QObject *parent)
    : QObject(parent)
    , m_waiting(std::make_unique<Waiting>())
{
    m_waiting->signals.async_wait([this](const boost::system::error_code &error, int) {
        if (!error)
            QMetaObject::invokeMethod(this, &EndSignals::received, Qt::QueuedConnection);
    });
    m_waiting->thread = std::thread([waiting = m_waiting.get()] { waiting->context.run(); });
}

EndSignals::~EndSignals()
{
    m_waiting->context.stop();
    m_waiting->thread.join();
}

#include "moc_endsignals.cpp"
