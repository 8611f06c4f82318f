// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/scriptparts.h"

using namespace Qt::Literals::StringLiterals;
using Encoding = ScriptPiece::Encoding;

// Between '…' only a quote means something, and the typographic ones end the text as well.
static QString powerShellLiteral(const QByteArray &utf8)
{
    QString literal;
    for (const QChar character : QString::fromUtf8(utf8)) {
        literal += character;
        if (u"'\u2018\u2019\u201a\u201b"_s.contains(character))
            literal += character;
    }
    return u'\'' + literal + u'\'';
}

static QString powerShellVariable(const ScriptPiece &piece)
{
    QString variable = u"$env:"_s + piece.variable;
    switch (piece.encoding) {
    case Encoding::Percent:
        return u"[uri]::EscapeDataString(%1)"_s.arg(variable);
    case Encoding::Json:
        return u"(ConvertTo-JsonText %1)"_s.arg(variable);
    case Encoding::Base64:
        return u"[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes(%1))"_s.arg(variable);
    case Encoding::Plain:
        break;
    }
    return variable;
}

static QString powerShellText(const ScriptText &text)
{
    QStringList terms;
    for (const ScriptPiece &piece : text)
        terms << (piece.variable.isEmpty() ? powerShellLiteral(piece.text) : powerShellVariable(piece));
    return terms.isEmpty() ? u"''"_s : u'(' + terms.join(" + "_L1) + u')';
}

static QString powerShellCall(const ScriptRequest &request)
{
    QString type;
    QStringList headers;
    for (const auto &[name, value] : request.headers) {
        if (name == "Content-Type")
            type = powerShellText(value);
        else
            headers << u"    %1 = %2\n"_s.arg(powerShellLiteral(name), powerShellText(value));
    }
    QStringList options{u"(Invoke-WebRequest -UseBasicParsing -MaximumRedirection 0"_s,
        u"-Method "_s + powerShellLiteral(request.verb), u"-Uri "_s + powerShellText(request.url)};
    if (!headers.isEmpty())
        options << u"-Headers @{\n"_s + headers.join(QString()) + u'}';
    if (!type.isEmpty())
        options << u"-ContentType "_s + type;
    if (!request.body.isEmpty())
        options << u"-Body ([Text.Encoding]::UTF8.GetBytes(%1))"_s.arg(powerShellText(request.body));
    return options.join(u' ') + u").Content\n"_s;
}

QString powerShellScript(const ScriptParts &parts)
{
    QString script = u"$ErrorActionPreference = 'Stop'\n"_s;
    if (parts.uses(Encoding::Json))
        script += u"function ConvertTo-JsonText([string] $text) {\n"
                  "    $json = ConvertTo-Json $text\n"
                  "    $json.Substring(1, $json.Length - 2)\n"
                  "}\n"_s;
    for (const QString &variable : parts.variables)
        script += u"if (-not $env:%1) { throw 'Set the environment variable %1 first.' }\n"_s.arg(variable);
    for (const ScriptRequest &request : parts.requests)
        script += powerShellCall(request);
    return script;
}
