// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/message.h"

#include <QDateTime>

#include <deque>

namespace server {

// The latest thousand requests, oldest first: what was asked and with which status it ended, never the query, header
// fields or body, which may hold secrets.
class RequestLog {
public:
    void record(const QDateTime &at, const Request &request, const Response &response);
    void clear() { m_entries.clear(); }
    QByteArray json() const; // [{"at","method","path","status"}], status 0 for a connection that was closed instead

private:
    struct Entry {
        QDateTime at{};
        QByteArray method{};
        QByteArray path{};
        int status = 0;
    };
    std::deque<Entry> m_entries;
};

}
