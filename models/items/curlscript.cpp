// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/scriptparts.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using Encoding = ScriptPiece::Encoding;

// Nothing but POSIX: od writes the bytes, of any language, as numbers.
static const char *const percentFunction = R"sh(percent() {
    printf %s "$1" | od -An -v -tu1 | awk '{ for (i = 1; i <= NF; i++) { c = $i + 0
        plain = (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c == 45 || c == 46 || c == 95 || c == 126
        printf (plain ? "%c" : "%%%02X"), c } }'
}
)sh";
static const char *const jsonFunction = R"sh(json() {
    printf %s "$1" | sed 's/[\\"]/\\&/g'
}
)sh";

static QString shellVariable(const ScriptPiece &piece)
{
    switch (piece.encoding) {
    case Encoding::Percent:
        return u"$(percent \"$%1\")"_s.arg(piece.variable);
    case Encoding::Json:
        return u"$(json \"$%1\")"_s.arg(piece.variable);
    case Encoding::Plain:
    case Encoding::Base64: // curl's --user makes it
        break;
    }
    return u"${%1}"_s.arg(piece.variable);
}

// Between '…' nothing means anything but ' itself. What has a variable and nothing the shell would read is one "…",
// as people write it.
static QString shellWord(const ScriptText &text)
{
    const bool isTame = std::none_of(text.begin(), text.end(), [](const ScriptPiece &piece) {
        return std::any_of(piece.text.begin(), piece.text.end(),
            [](char character) { return QByteArrayView("\"$`\\!\n\r'").contains(character); });
    });
    const bool hasVariable
        = std::any_of(text.begin(), text.end(), [](const ScriptPiece &piece) { return !piece.variable.isEmpty(); });
    QString word;
    for (const ScriptPiece &piece : text) {
        const QString literal = QString::fromUtf8(piece.text);
        if (hasVariable && isTame)
            word += piece.variable.isEmpty() ? literal : shellVariable(piece);
        else if (!piece.variable.isEmpty())
            word += u'"' + shellVariable(piece) + u'"';
        else
            word += u'\'' + QString(literal).replace(u'\'', "'\\''"_L1) + u'\'';
    }
    if (text.isEmpty())
        return u"''"_s;
    return hasVariable && isTame ? u'"' + word + u'"' : word;
}

static QString headerOption(const QByteArray &name, const ScriptText &value)
{
    if (!value.isEmpty() && value.last().encoding == Encoding::Base64)
        return u"--user "_s + shellWord({value.last()});
    // A header without a value ends with a semicolon, else curl would leave it out.
    ScriptText line{{.text = name + (value.isEmpty() ? ";" : ": ")}};
    if (!value.isEmpty() && value.first().variable.isEmpty())
        line.first().text += value.first().text;
    return u"--header "_s + shellWord(line + value.mid(value.isEmpty() || !value.first().variable.isEmpty() ? 0 : 1));
}

static QString curlCommand(const ScriptRequest &request)
{
    QStringList options{u"curl --fail-with-body --silent --show-error --globoff"_s,
        request.verb == "HEAD" ? u"--head"_s : u"--request "_s + QString::fromLatin1(request.verb),
        u"--url "_s + shellWord(request.url)};
    const bool expectsBody = request.verb == "POST" || request.verb == "PUT" || request.verb == "PATCH";
    bool hasType = false;
    for (const auto &[name, value] : request.headers) {
        options << headerOption(name, value);
        hasType = hasType || name == "Content-Type";
    }
    if (request.body.isEmpty() && !expectsBody)
        return options.join(" \\\n    "_L1);
    if (!hasType)
        options << u"--header 'Content-Type:'"_s; // or curl would call it a form
    options << u"--data-raw "_s + shellWord(request.body);
    return options.join(" \\\n    "_L1);
}

QString curlScript(const ScriptParts &parts)
{
    QString script = u"#!/bin/sh\n"_s;
    if (parts.uses(Encoding::Percent))
        script += QString::fromLatin1(percentFunction);
    if (parts.uses(Encoding::Json))
        script += QString::fromLatin1(jsonFunction);
    // Each behind the one before: pasted into a terminal, it must not go on without a variable either.
    QStringList steps;
    for (const QString &variable : parts.variables)
        steps << u": \"${%1:?Set the environment variable %1 first.}\""_s.arg(variable);
    for (const ScriptRequest &request : parts.requests)
        steps << curlCommand(request);
    return script + steps.join(" &&\n"_L1) + u'\n';
}
