// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/scriptparts.h"

#include "net/randomtext.h"
#include "net/requestaddress.h"
#include "net/requestredaction.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using Encoding = ScriptPiece::Encoding;

namespace {

// A name as environment variables have it. Those of one common word get a prefix: PWD is the shell's own.
QString variableName(const QString &parameter)
{
    const QString lower = parameter.toLower();
    if (lower == "authorization"_L1 || lower == "reference-token"_L1)
        return u"LATCHKEY_TOKEN"_s;
    QString name;
    for (const QChar character : parameter) {
        const bool isWord = character.isLetterOrNumber() && character.unicode() < 0x80;
        const bool isHump = character.isUpper() && !name.isEmpty() && name.back().isLower();
        name += isWord ? (isHump ? u"_"_s + character : QString(character)) : u"_"_s;
    }
    name = name.toUpper();
    if (name.isEmpty())
        return u"SECRET"_s;
    const bool isTelling = name.contains("TOKEN"_L1) || name.contains("SECRET"_L1) || name.contains("PASSWORD"_L1);
    return isTelling && !name.front().isDigit() ? name : u"LATCHKEY_"_s + name;
}

// Puts marks where secrets were and finds them again.
class SecretMarks {
public:
    Replacement replacement()
    {
        return [this](const QString &name, const QString &value) {
            if (value.contains(m_mark)) // under one name, and under another one within it
                return value;
            m_found.append({name, value});
            return m_mark + QString::number(m_found.size() - 1) + u'.';
        };
    }

    ScriptText pieces(const QByteArray &text, Encoding encoding)
    {
        ScriptText pieces;
        const QByteArray mark = m_mark.toLatin1();
        qsizetype done = 0;
        for (qsizetype at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, done)) {
            const qsizetype end = text.indexOf('.', at + mark.size());
            const int index = text.mid(at + mark.size(), end - at - mark.size()).toInt();
            const bool isBasic = encoding == Encoding::Plain && text.first(at) == "Basic ";
            if (at > done)
                pieces.append({.text = text.mid(done, at - done)});
            pieces.append({.variable
                = variableOf(isBasic ? u"LATCHKEY_BASIC"_s : variableName(m_found[index].name), m_found[index].value),
                .encoding = isBasic ? Encoding::Base64 : encoding});
            done = end + 1;
        }
        if (done < text.size())
            pieces.append({.text = text.mid(done)});
        return pieces;
    }

    const QStringList &variables() const { return m_variables; }

private:
    struct Found {
        QString name{};
        QString value{};
    };

    // The same secret has the same name in all of the script, and another one has another.
    QString variableOf(const QString &name, const QString &value)
    {
        for (int number = 1;; ++number) {
            QString variable = number == 1 ? name : name + u'_' + QString::number(number);
            const qsizetype known = m_variables.indexOf(variable);
            if (known >= 0 && m_values[known] != value)
                continue;
            if (known < 0) {
                m_variables << variable;
                m_values << value;
            }
            return variable;
        }
    }

    // Of characters that no encoding changes, and such as no request holds by chance.
    const QString m_mark = u"latchkey-"_s + QString::fromLatin1(randomText(16)) + u'-';
    QList<Found> m_found;
    QStringList m_variables;
    QStringList m_values;
};

Encoding encodingOfBody(const Request &request)
{
    if (isForm(request))
        return Encoding::Percent;
    return QJsonDocument::fromJson(request.body).isNull() ? Encoding::Plain : Encoding::Json;
}

}

bool ScriptParts::uses(ScriptPiece::Encoding encoding) const
{
    const auto isIn = [encoding](const ScriptText &text) {
        return std::any_of(text.begin(), text.end(),
            [&](const ScriptPiece &piece) { return !piece.variable.isEmpty() && piece.encoding == encoding; });
    };
    return std::any_of(requests.begin(), requests.end(), [&](const ScriptRequest &request) {
        return isIn(request.url) || isIn(request.body)
            || std::any_of(request.headers.begin(), request.headers.end(),
                [&](const auto &header) { return isIn(header.second); });
    });
}

Result<ScriptParts> scriptPartsOf(const QList<Request> &requests, const QUrl &base)
{
    SecretMarks marks;
    ScriptParts parts;
    for (const Request &request : requests) {
        const Request marked = withoutSecrets(request, marks.replacement());
        const Result<QUrl> address = addressOf(marked, base);
        if (!address)
            return tl::unexpected(address.error());
        ScriptRequest script{.verb = request.verb,
            .url = marks.pieces(address->toEncoded(), Encoding::Percent),
            .body = marks.pieces(marked.body, encodingOfBody(marked))};
        for (const auto &[name, value] : marked.headers)
            script.headers.append({name, marks.pieces(value, Encoding::Plain)});
        if (!request.contentType.isEmpty())
            script.headers.append({"Content-Type", {{.text = request.contentType}}});
        parts.requests << script;
    }
    parts.variables = marks.variables();
    return parts;
}
