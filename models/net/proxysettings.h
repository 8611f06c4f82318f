// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

// Through what the requests of one profile go.
struct ProxySettings {
    enum class Mode {
        None, // straight to the server, whatever the system says
        System, // as the desktop or the environment says
        Http, // CONNECT for https, forwarded for http
        Socks5, // RFC 1928; the proxy looks the name up
    };
    Mode mode = Mode::None;
    QString host{}; // of Http and Socks5
    quint16 port = 0;
    QString user{}; // empty: none is asked for
    Secret password{};
    bool operator==(const ProxySettings &) const = default;
};
