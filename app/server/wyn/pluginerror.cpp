// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/wyn/pluginerror.h"

using namespace Qt::Literals::StringLiterals;

namespace server::wyn {

static QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject toJson(const PluginError &error)
{
    return {{u"code"_s, textOrNull(error.code)}, {u"message"_s, textOrNull(error.message)},
        {u"context"_s, textOrNull(error.context)}, {u"innerError"_s, error.innerError},
        {u"extensions"_s, error.extensions}};
}

Response pluginErrorResponse(int status, const PluginError &error)
{
    return jsonResponse(status, toJson(error));
}

}
