// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/form.h"

#include <algorithm>

namespace server {

static int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::optional<QString> percentDecoded(QByteArrayView encoded, bool plusIsSpace)
{
    QByteArray bytes;
    bytes.reserve(encoded.size());
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        char c = encoded[i];
        if (c == '%') {
            const int high = i + 2 < encoded.size() ? hexDigit(encoded[i + 1]) : -1;
            const int low = i + 2 < encoded.size() ? hexDigit(encoded[i + 2]) : -1;
            if (high < 0 || low < 0)
                return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            i += 2;
        } else if (c == '+' && plusIsSpace) {
            c = ' ';
        }
        bytes.append(c);
    }
    if (!bytes.isValidUtf8())
        return std::nullopt;
    return QString::fromUtf8(bytes);
}

std::optional<Form> Form::parse(QByteArrayView encoded)
{
    Form form;
    while (!encoded.isEmpty()) {
        const qsizetype end = encoded.indexOf('&');
        const QByteArrayView pair = end < 0 ? encoded : encoded.first(end);
        encoded = end < 0 ? QByteArrayView() : encoded.sliced(end + 1);
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=');
        const auto name = percentDecoded(equals < 0 ? pair : pair.first(equals), true);
        const auto value = percentDecoded(equals < 0 ? QByteArrayView() : pair.sliced(equals + 1), true);
        if (!name || !value)
            return std::nullopt;
        form.m_pairs.emplace_back(*name, *value);
    }
    return form;
}

bool Form::has(QStringView name) const
{
    return std::any_of(m_pairs.begin(), m_pairs.end(), [&](const auto &pair) { return pair.first == name; });
}

QString Form::value(QStringView name) const
{
    const auto found
        = std::find_if(m_pairs.begin(), m_pairs.end(), [&](const auto &pair) { return pair.first == name; });
    return found == m_pairs.end() ? QString() : found->second;
}

QStringList Form::values(QStringView name) const
{
    QStringList values;
    for (const auto &[key, value] : m_pairs) {
        if (key == name)
            values.append(value);
    }
    return values;
}

QStringList Form::names() const
{
    QStringList names;
    for (const auto &pair : m_pairs)
        names.append(pair.first);
    return names;
}

}
