// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/scriptparts.h"

using namespace Qt::Literals::StringLiterals;
using Encoding = ScriptPiece::Encoding;

// urllib would follow redirects, and take the credential along.
static const char *const beginning = R"py(

def variable(name):
    if not os.environ.get(name):
        sys.exit(f"Set the environment variable {name} first.")
    return os.environ[name]


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments):
        return None


def send(method, url, headers, body=None):
    request = urllib.request.Request(url, data=body, headers=headers, method=method)
    try:
        with urllib.request.build_opener(NoRedirect).open(request) as answer:
            print(answer.read().decode(errors="replace"))
    except urllib.error.HTTPError as error:
        sys.exit(f"{error.code} {error.reason}\n{error.read().decode(errors='replace')}")
    except urllib.error.URLError as error:
        sys.exit(f"{url}: {error.reason}")


)py";

// Of ASCII alone, so that no clipboard, editor or locale can change it. The same for a text of Latin-1 and for bytes.
static QString pythonLiteral(const QByteArray &bytes)
{
    QString literal;
    for (const char character : bytes) {
        if (character == '"' || character == '\\')
            literal += u'\\';
        if (character == '\n')
            literal += "\\n"_L1;
        else if (character < ' ' || character == 0x7f) // char is signed here: all beyond ASCII, too
            literal += u"\\x%1"_s.arg(uchar(character), 2, 16, QLatin1Char('0'));
        else
            literal += QLatin1Char(character);
    }
    return u'"' + literal + u'"';
}

static QString pythonVariable(const ScriptPiece &piece)
{
    switch (piece.encoding) {
    case Encoding::Percent:
        return u"urllib.parse.quote(%1, safe=\"\")"_s.arg(piece.variable);
    case Encoding::Json:
        return u"json.dumps(%1, ensure_ascii=False)[1:-1]"_s.arg(piece.variable);
    case Encoding::Base64:
        return u"base64.b64encode(%1.encode()).decode()"_s.arg(piece.variable);
    case Encoding::Plain:
        break;
    }
    return piece.variable;
}

static QString pythonText(const ScriptText &text)
{
    QStringList terms;
    for (const ScriptPiece &piece : text)
        terms << (piece.variable.isEmpty() ? pythonLiteral(piece.text) : pythonVariable(piece));
    return terms.isEmpty() ? u"\"\""_s : terms.join(" + "_L1);
}

static QString pythonBytes(const ScriptText &text)
{
    QStringList terms;
    for (const ScriptPiece &piece : text)
        terms << (piece.variable.isEmpty() ? u'b' + pythonLiteral(piece.text) : pythonVariable(piece) + u".encode()"_s);
    return terms.join(" + "_L1);
}

static QString pythonCall(const ScriptRequest &request)
{
    QStringList headers;
    for (const auto &[name, value] : request.headers)
        headers << pythonLiteral(name) + u": "_s + pythonText(value);
    QStringList arguments{pythonLiteral(request.verb), pythonText(request.url), u'{' + headers.join(", "_L1) + u'}'};
    if (!request.body.isEmpty())
        arguments << pythonBytes(request.body);
    return u"send("_s + arguments.join(",\n     "_L1) + u")\n"_s;
}

QString pythonScript(const ScriptParts &parts)
{
    QStringList imports{u"os"_s, u"sys"_s, u"urllib.error"_s, u"urllib.request"_s};
    if (parts.uses(Encoding::Percent))
        imports << u"urllib.parse"_s;
    if (parts.uses(Encoding::Json))
        imports << u"json"_s;
    if (parts.uses(Encoding::Base64))
        imports << u"base64"_s;
    imports.sort();
    QString script = u"#!/usr/bin/env python3\n"_s;
    for (const QString &module : std::as_const(imports))
        script += u"import "_s + module + u'\n';
    script += QString::fromLatin1(beginning);
    for (const QString &variable : parts.variables)
        script += u"%1 = variable(\"%1\")\n"_s.arg(variable);
    for (const ScriptRequest &request : parts.requests)
        script += pythonCall(request);
    return script;
}
