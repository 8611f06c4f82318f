// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/jsonsplitter.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

static tl::unexpected<Error> notJson()
{
    return failure(
        Error::Kind::Protocol, QCoreApplication::translate("Response", "The server's answer is not valid JSON."));
}

static tl::unexpected<Error> tooLarge()
{
    return failure(Error::Kind::TooLarge,
        QCoreApplication::translate("Exchange", "The server's answer is larger than the limit."));
}

static bool isJsonSpace(char character)
{
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
}

JsonSplitter::JsonSplitter(QList<QByteArray> path, const Limits &limits)
    : m_path(std::move(path))
    , m_limits(limits)
{
}

Result<> JsonSplitter::feed(const QByteArray &piece, const Take &take)
{
    m_buffer.reserve(m_buffer.size() + piece.size() + padding);
    m_buffer += piece;
    m_start = 0;
    const char *const begin = m_buffer.constData();
    const char *const end = begin + m_buffer.size();
    const char *at = begin + m_scanned;
    Result<> result;
    while (result && at < end) {
        if (m_place == Place::Outside)
            result = readOutside(at, end);
        else if (m_place == Place::InContainer)
            result = readContainer(at, end, take);
        else if (m_place == Place::InScalar)
            result = readScalar(at, end, take);
        else
            result = readBetween(at, end);
    }
    if (!result)
        return result;
    const bool isInElement = m_place == Place::InContainer || m_place == Place::InScalar;
    const qsizetype done = isInElement ? m_start : m_buffer.size();
    m_buffer.remove(0, done);
    m_scanned = m_buffer.size();
    m_stringStart -= done;
    return m_buffer.size() > m_limits.element ? Result<>(tooLarge()) : Result<>();
}

Result<> JsonSplitter::end() const
{
    return m_place == Place::Outside ? Result<>() : Result<>(notJson());
}

bool JsonSplitter::isAtArray() const
{
    return !m_isFound && m_levels.size() == m_path.size()
        && std::equal(m_levels.begin(), m_levels.end(), m_path.begin(),
            [](const Level &level, const QByteArray &name) { return level.isObject && level.name == name; });
}

void JsonSplitter::readString(char character)
{
    if (m_isEscaped || character == '\\') {
        m_isEscaped = !m_isEscaped;
        m_name += character;
    } else if (character == '"') {
        m_inString = false;
        if (!m_levels.isEmpty() && m_levels.last().expectsName)
            m_levels.last().name = m_name;
    } else {
        m_name += character;
    }
}

Result<> JsonSplitter::readOutside(const char *&at, const char *end)
{
    const char *const begin = at;
    while (at < end && m_place == Place::Outside) {
        const char character = *at++;
        if (m_inString) {
            readString(character);
            continue;
        }
        switch (character) {
        case '"':
            m_inString = true;
            m_name.clear();
            break;
        case ':':
        case ',':
            if (!m_levels.isEmpty())
                m_levels.last().expectsName = character == ',' && m_levels.last().isObject;
            break;
        case '[':
            if (isAtArray()) {
                m_isFound = true;
                m_place = Place::BeforeElement;
                break;
            }
            [[fallthrough]];
        case '{':
            m_levels.append({.isObject = character == '{', .expectsName = character == '{'});
            if (m_levels.size() > m_limits.depth)
                return notJson();
            break;
        case '}':
        case ']':
            if (!m_levels.isEmpty())
                m_levels.removeLast();
            break;
        default:
            break;
        }
    }
    m_rest.append(begin, at - begin);
    return m_rest.size() > m_limits.rest ? Result<>(tooLarge()) : Result<>();
}

Result<> JsonSplitter::readBetween(const char *&at, const char *end)
{
    while (at < end && isJsonSpace(*at))
        ++at;
    if (at == end)
        return {};
    const bool isAfter = m_place == Place::AfterElement;
    if (*at == ']' && (isAfter || m_isFirst)) {
        m_place = Place::Outside;
        m_rest += *at++;
        return {};
    }
    if (*at == ',' && isAfter) {
        m_place = Place::BeforeElement;
        ++at;
        return {};
    }
    if (isAfter || *at == ',' || *at == ']' || *at == '}' || *at == ':')
        return notJson();
    m_isFirst = false;
    m_depth = 0;
    m_inString = false;
    m_start = at - m_buffer.constData();
    m_place = *at == '{' || *at == '[' || *at == '"' ? Place::InContainer : Place::InScalar;
    return {};
}

// A quotation mark ends a string unless an odd number of backslashes stands before it.
static bool isQuoteEscaped(const char *stringStart, const char *quote)
{
    const char *at = quote;
    while (at > stringStart && at[-1] == '\\')
        --at;
    return (quote - at) % 2 != 0;
}

// An object, an array or a string.
Result<> JsonSplitter::readContainer(const char *&at, const char *end, const Take &take)
{
    while (at < end) {
        if (m_inString) {
            const auto *quote = static_cast<const char *>(std::memchr(at, '"', static_cast<size_t>(end - at)));
            at = quote ? quote + 1 : end;
            m_inString = !quote || isQuoteEscaped(m_buffer.constData() + m_stringStart, quote);
            if (!m_inString && m_depth == 0)
                return complete(at, take);
            continue;
        }
        const char character = *at++;
        if (character == '"') {
            m_inString = true;
            m_stringStart = at - m_buffer.constData();
        } else if (character == '{' || character == '[') {
            if (++m_depth > m_limits.depth)
                return notJson();
        } else if (character == '}' || character == ']') {
            if (--m_depth == 0)
                return complete(at, take);
        }
    }
    return {};
}

Result<> JsonSplitter::readScalar(const char *&at, const char *end, const Take &take)
{
    while (at < end && *at != ',' && *at != ']' && !isJsonSpace(*at))
        ++at;
    return at < end ? complete(at, take) : Result<>();
}

Result<> JsonSplitter::complete(const char *end, const Take &take)
{
    m_place = Place::AfterElement;
    const char *const start = m_buffer.constData() + m_start;
    return take(QByteArrayView(start, end));
}
