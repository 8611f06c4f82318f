// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/callback.h"

#include <QHash>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

using Parameters = QHash<QByteArray, QString>;

constexpr int welcome = 200;
constexpr int badRequest = 400;
constexpr int notFound = 404;
constexpr int methodNotAllowed = 405;
constexpr int headersTooLarge = 431;

}

static bool isControl(char character)
{
    return (character >= 0 && character < ' ') || character == 0x7f;
}

// A line break that is not the two characters of HTTP is how requests are smuggled past a reader who is less strict.
static bool isHttpText(const QByteArray &received)
{
    for (qsizetype i = 0; i < received.size(); ++i) {
        const char character = received[i];
        if (character == '\n' && (i == 0 || received[i - 1] != '\r'))
            return false;
        if (character == '\r' && i + 1 < received.size() && received[i + 1] != '\n')
            return false;
        if (isControl(character) && character != '\r' && character != '\n' && character != '\t')
            return false;
    }
    return true;
}

static int judgedLine(const QByteArray &line, const QByteArray &path)
{
    const QByteArrayList words = line.split(' ');
    const auto isVisible = [](char character) { return character > ' ' && character < 0x7f; };
    if (words.size() != 3 || (words[2] != "HTTP/1.1" && words[2] != "HTTP/1.0"))
        return badRequest;
    if (words[0] != "GET")
        return words[0].isEmpty() ? badRequest : methodNotAllowed;
    if (!std::all_of(words[1].begin(), words[1].end(), isVisible) || words[1].contains('#'))
        return badRequest;
    return words[1].split('?').first() == path ? welcome : notFound;
}

static bool isToken(const QByteArray &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char character) {
        return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z')
            || (character >= 'a' && character <= 'z') || "!#$%&'*+-.^_`|~"_ba.contains(character);
    });
}

static bool areFitting(const QByteArrayList &headers, quint16 port)
{
    int hosts = 0;
    for (const QByteArray &header : headers) {
        const QByteArray name = header.first(std::max<qsizetype>(header.indexOf(':'), 0)).toLower();
        const QByteArray value = header.mid(name.size() + 1).trimmed();
        if (!isToken(name) || name == "transfer-encoding" || (name == "content-length" && value != "0"))
            return false;
        if (name != "host")
            continue;
        // A page from elsewhere whose name was made to lead here (DNS rebinding) says its own name.
        if (++hosts > 1 || value != "127.0.0.1:" + QByteArray::number(port))
            return false;
    }
    return hosts == 1;
}

static int hexValue(char digit)
{
    const qsizetype value = "0123456789abcdef"_ba.indexOf(digit >= 'A' && digit <= 'F' ? char(digit + 32) : digit);
    return static_cast<int>(value);
}

// application/x-www-form-urlencoded (RFC 6749 appendix B); nothing when it is malformed or hides control characters.
static std::optional<QString> formDecoded(const QByteArray &text)
{
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            bytes += text[i] == '+' ? ' ' : text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexValue(text[i + 2]) : -1;
        if (high < 0 || low < 0)
            return {};
        bytes += static_cast<char>(16 * high + low);
        i += 2;
    }
    if (std::any_of(bytes.begin(), bytes.end(), isControl))
        return {};
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(decoded);
}

// Nothing when one is malformed or there twice (RFC 6749 §3.1).
static std::optional<Parameters> parametersOf(const QByteArray &query)
{
    Parameters parameters;
    for (const QByteArray &pair : query.split('&')) {
        const qsizetype end = pair.indexOf('=');
        const std::optional<QString> name = formDecoded(end < 0 ? pair : pair.first(end));
        const std::optional<QString> value = formDecoded(end < 0 ? QByteArray() : pair.mid(end + 1));
        if (!name || !value || parameters.contains(name->toUtf8()))
            return {};
        parameters.insert(name->toUtf8(), *value);
    }
    return parameters;
}

// Takes as long for a wrong beginning as for a wrong end.
static bool isSame(const QByteArray &given, const QByteArray &expected)
{
    if (given.size() != expected.size() || expected.isEmpty())
        return false;
    volatile unsigned char difference = 0;
    for (qsizetype i = 0; i < given.size(); ++i)
        difference = static_cast<unsigned char>(difference | (given[i] ^ expected[i]));
    return difference == 0;
}

static Callback judged(const Parameters &parameters, const Secret &state)
{
    if (!isSame(parameters["state"].toUtf8(), state.revealUtf8()))
        return {.status = badRequest};
    if (parameters["code"].isEmpty() == parameters["error"].isEmpty())
        return {.status = badRequest};
    AuthorizationResponse response{
        .code = Secret(parameters["code"]),
        .error = parameters["error"],
        .description = parameters["error_description"],
    };
    if (parameters.contains("iss"))
        response.issuer = parameters["iss"];
    return {.status = welcome, .response = response};
}

Callback readCallback(const QByteArray &received, const CallbackTarget &target)
{
    if (received.size() > callbackLimit)
        return {.status = headersTooLarge};
    if (!isHttpText(received))
        return {.status = badRequest};
    const qsizetype lineEnd = received.indexOf("\r\n");
    if (lineEnd < 0)
        return {};
    const QByteArray line = received.first(lineEnd);
    if (const int status = judgedLine(line, target.path); status != welcome)
        return {.status = status};
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0)
        return {};

    // What follows the head would be a body or a second request.
    const QByteArrayList headers = received.mid(lineEnd + 2, end - lineEnd - 2).replace("\r\n", "\n").split('\n');
    if (end == lineEnd || received.size() != end + 4 || !areFitting(headers, target.port))
        return {.status = badRequest};
    const QByteArray question = line.split(' ')[1].mid(target.path.size() + 1);
    const std::optional<Parameters> parameters = parametersOf(question);
    return parameters ? judged(*parameters, target.state) : Callback{.status = badRequest};
}
