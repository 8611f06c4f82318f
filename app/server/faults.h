// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/message.h"

#include <QJsonArray>

#include <functional>
#include <vector>

namespace server {

// How requests to a path, and all paths below it, are made to fail.
struct Fault {
    enum class Drop { No, Before, After }; // before anything is done; after it is done, in place of the answer
    QByteArray path{}; // prefix of the encoded path as the client sends it
    QByteArray method{}; // any when empty
    int times = -1; // how often yet; negative: until cleared
    std::chrono::milliseconds delay{0};
    bool hang = false;
    Drop drop = Drop::No;
    int status = 0; // answered instead of asking the persona; 0: not
    QByteArray body{};
};

// Reads {"path","method"?,"times"?} with one or more of "delayMs", "hang":true, "drop":"request"|"answer", and
// "status" with "body"? (text, or JSON which is sent as such).
tl::expected<Fault, Refusal> readFault(const QJsonObject &object);

// The faults in force; of several that fit a request the oldest takes it.
class Faults {
public:
    void add(const Fault &fault) { m_faults.push_back(fault); }
    void clear() { m_faults.clear(); }
    QJsonArray json() const;

    Response apply(const Request &request, const std::function<Response()> &answer);

private:
    std::vector<Fault> m_faults;
};

}
