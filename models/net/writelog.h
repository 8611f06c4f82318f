// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"
#include "net/request.h"

// Where a session writes down what it is about to change, before the first byte of it leaves, and what came of it.
class WriteLog {
public:
    virtual ~WriteLog() = default;
    // Ends with a number once that survives a crash; an error keeps the request from being sent.
    virtual Future<qint64> begin(const Request &request) = 0;
    virtual void end(qint64 number, const Request &request, const Result<Response> &outcome) = 0;
    // It was not let out, for this reason.
    virtual void refuse(const Request &request, const Error &reason) = 0;
};
