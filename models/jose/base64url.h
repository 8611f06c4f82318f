// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

// Reads base64url as RFC 7515 §2 has it: no padding, nothing else between, and only the one spelling an encoder would
// write. Otherwise the last character of a signature could be changed without changing the signature.
inline std::optional<QByteArray> fromBase64Url(const QByteArray &text)
{
    constexpr auto alphabet = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const auto decoded = QByteArray::fromBase64Encoding(text, alphabet | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.toBase64(alphabet) != text)
        return std::nullopt;
    return decoded.decoded;
}
