// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/request.h"

// A request as a person may read it before it is sent: method and address, header fields, body; a form one field a
// line. What is secret is masked.
QString requestText(const Request &request, const QUrl &base);

// JSON one member a line, anything else as it is.
QString readableBody(const QByteArray &body);
