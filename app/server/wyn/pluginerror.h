// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/message.h"

namespace server::wyn {

// What Wyn's own API says when it does not do something.
struct PluginError {
    QString code{};
    QString message{};
    QString context{}; // the member it is about
    QJsonValue innerError{}; // another one as JSON: what caused it
    QJsonValue extensions{};
};

// All five members, those that say nothing as null.
QJsonObject toJson(const PluginError &error);
Response pluginErrorResponse(int status, const PluginError &error);

}
