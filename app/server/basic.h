// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/message.h"

#include <optional>

namespace server {

// A name and its secret.
struct Credentials {
    QString id{};
    QString secret{};
};

bool hasBasic(const Request &request); // whether it has an `Authorization: Basic …`, be it well-formed or not

// Those of `Authorization: Basic …` (RFC 7617), in UTF-8; nothing when there are none or they are malformed.
std::optional<Credentials> basicOf(const Request &request);
// Likewise those of a client, which are form-encoded in it (RFC 6749 §2.3.1).
std::optional<Credentials> clientBasicOf(const Request &request);

}
