// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/firstwindow.h"

#include "tests/bench/footprint.h"
#include "tests/bench/waiting.h"

#include <QFile>
#include <QProcess>
#include <QThread>

#include <poll.h>
#include <xcb/xcb.h>

using namespace Qt::Literals::StringLiterals;

namespace {

// Hears of every window that appears on an X server.
class WindowWatch {
public:
    WindowWatch()
    {
        if (xcb_connection_has_error(m_connection.get()))
            return;
        m_root = xcb_setup_roots_iterator(xcb_get_setup(m_connection.get())).data->root;
        const uint32_t events = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
        xcb_change_window_attributes(m_connection.get(), m_root, XCB_CW_EVENT_MASK, &events);
        xcb_flush(m_connection.get());
    }
    bool isConnected() const { return m_root != 0; }
    // Whether a window of a size that a person could use was mapped before this time.
    bool waitForWindow(Moment end)
    {
        while (now() < end) {
            while (const Event event{xcb_poll_for_event(m_connection.get()), &std::free})
                if (isWindow(*event))
                    return true;
            pollfd wait{.fd = xcb_get_file_descriptor(m_connection.get()), .events = POLLIN, .revents = 0};
            poll(&wait, 1, 100);
        }
        return false;
    }

private:
    using Event = std::unique_ptr<xcb_generic_event_t, decltype(&std::free)>;

    bool isWindow(const xcb_generic_event_t &event) const
    {
        if ((event.response_type & 0x7f) != XCB_MAP_NOTIFY)
            return false;
        const auto &map = reinterpret_cast<const xcb_map_notify_event_t &>(event);
        if (map.override_redirect)
            return false; // a splash screen, a menu
        using Geometry = std::unique_ptr<xcb_get_geometry_reply_t, decltype(&std::free)>;
        const auto asked = xcb_get_geometry(m_connection.get(), map.window);
        const Geometry geometry(xcb_get_geometry_reply(m_connection.get(), asked, nullptr), &std::free);
        return geometry && geometry->width >= 200 && geometry->height >= 100;
    }

    std::unique_ptr<xcb_connection_t, decltype(&xcb_disconnect)> m_connection{
        xcb_connect(nullptr, nullptr), &xcb_disconnect};
    xcb_window_t m_root = 0;
};

}

// Of a process, in ticks of the processor.
static qint64 processorTime(qint64 process)
{
    QFile file(u"/proc/%1/stat"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    const auto words = text.mid(text.lastIndexOf(')') + 2).split(' ');
    return words.value(11).toLongLong() + words.value(12).toLongLong();
}

// It has nothing to do when it did nothing for a second.
static void waitUntilIdle(qint64 process)
{
    constexpr int longest = 20;
    for (int second = 0; second < longest; ++second) {
        const qint64 before = processorTime(process);
        QThread::sleep(1);
        if (processorTime(process) == before)
            return;
    }
}

Result<QJsonObject> measureFirstWindow(QStringList command)
{
    WindowWatch watch;
    if (!watch.isConnected())
        return failure(Error::Kind::Network, u"There is no X server."_s);
    QProcess program;
    program.setProgram(command.takeFirst());
    program.setArguments(command);
    program.setStandardOutputFile(QProcess::nullDevice());
    program.setStandardErrorFile(QProcess::nullDevice());
    const Moment begin = now();
    program.start();
    const bool isThere = watch.waitForWindow(begin + std::chrono::minutes(1));
    const Moment end = now();
    if (isThere)
        waitUntilIdle(program.processId());
    const Footprint footprint = footprintOf(program.processId());
    program.terminate();
    if (!program.waitForFinished(10'000)) {
        program.kill();
        program.waitForFinished();
    }
    if (!isThere)
        return failure(Error::Kind::Timeout, u"No window of %1 appeared."_s.arg(program.program()));
    return QJsonObject{{u"window_ms"_s, millisecondsBetween(begin, end)}, {u"rss_bytes"_s, footprint.resident},
        {u"pss_bytes"_s, footprint.proportional}};
}
