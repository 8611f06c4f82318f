// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/basic.h"

namespace server {

static std::optional<std::pair<QByteArray, QByteArray>> pairOf(const Request &request)
{
    if (!hasBasic(request))
        return std::nullopt;
    const auto decoded = QByteArray::fromBase64Encoding(
        request.header("authorization").mid(6).trimmed(), QByteArray::AbortOnBase64DecodingErrors);
    const qsizetype colon = decoded ? (*decoded).indexOf(':') : -1;
    if (colon < 0 || !(*decoded).isValidUtf8())
        return std::nullopt;
    return std::pair((*decoded).left(colon), (*decoded).mid(colon + 1));
}

bool hasBasic(const Request &request)
{
    return request.header("authorization").left(6).compare("Basic ", Qt::CaseInsensitive) == 0;
}

std::optional<Credentials> basicOf(const Request &request)
{
    const auto pair = pairOf(request);
    if (!pair)
        return std::nullopt;
    return Credentials{.id = QString::fromUtf8(pair->first), .secret = QString::fromUtf8(pair->second)};
}

std::optional<Credentials> clientBasicOf(const Request &request)
{
    const auto pair = pairOf(request);
    if (!pair)
        return std::nullopt;
    const auto id = percentDecoded(pair->first, true);
    const auto secret = percentDecoded(pair->second, true);
    if (!id || !secret)
        return std::nullopt;
    return Credentials{.id = *id, .secret = *secret};
}

}
