// SPDX-License-Identifier: GPL-3.0-or-later
#include "jose/pastedtokens.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace {

struct PasteTexts {
    Q_DECLARE_TR_FUNCTIONS(PastedTokens)
};

const QRegularExpression &whiteSpace()
{
    static const QRegularExpression expression(u"\\s+"_s);
    return expression;
}

bool isWrapping(QChar character)
{
    return character.isSpace() || u"\"'`<>[](){},;"_s.contains(character);
}

// Without quotes, brackets, separators and the words of an Authorization header around it, in a few layers: each costs
// a look at the whole text.
QString bare(const QString &text)
{
    static const QRegularExpression words(
        uR"re(^(?:Authorization\s*[:=]\s*|(?:Bearer|DPoP|Token)\s+))re"_s, QRegularExpression::CaseInsensitiveOption);
    QStringView rest = text;
    for (int layer = 0; layer < 4; ++layer) {
        while (!rest.isEmpty() && isWrapping(rest.front()))
            rest = rest.sliced(1);
        while (!rest.isEmpty() && isWrapping(rest.back()))
            rest.chop(1);
        rest = rest.sliced(words.match(rest).capturedLength());
    }
    return rest.toString();
}

QStringList capturesOf(const QRegularExpression &expression, const QString &text)
{
    QStringList captures;
    for (auto matches = expression.globalMatch(text); matches.hasNext();)
        captures << matches.next().captured(1);
    return captures;
}

// A line of a log or a command line: of its many words, a JWT is known by its beginning and the rest by what leads to
// it.
QStringList tokensAmongWords(const QString &line)
{
    static const QRegularExpression jwt(uR"re((?<![\w.-])(eyJ[\w-]+\.[\w-]*\.[\w-]*(?:\.[\w-]+){0,2}))re"_s);
    static const QRegularExpression bearer(
        uR"re(\bBearer\s+([\w.~+/-]{16,}=*))re"_s, QRegularExpression::CaseInsensitiveOption);
    const QStringList presented = capturesOf(bearer, line);
    return presented.isEmpty() ? capturesOf(jwt, line) : presented;
}

QStringList tokensInLine(const QString &line)
{
    static const QRegularExpression parameter(
        uR"re((?:^|[?&#;\s"'])(?:access_token|refresh_token|id_token|token)(?:=|["']\s*:\s*)["']?([^&#;\s"',]+))re"_s,
        QRegularExpression::CaseInsensitiveOption);
    QStringList tokens;
    const auto values = capturesOf(parameter, line);
    for (const auto &value : values)
        tokens << bare(QUrl::fromPercentEncoding(value.toUtf8()));
    if (!tokens.isEmpty())
        return tokens;
    const QString text = bare(line);
    if (text.contains(whiteSpace()))
        return tokensAmongWords(text);
    return text.isEmpty() ? QStringList() : QStringList{text};
}

// A terminal and a mail break a long line. Only a text that is nothing but one JWT is put together, so that a list of
// tokens stays a list.
QString unwrapped(const QString &text)
{
    static const QRegularExpression one(uR"re(^eyJ[\w-]*(?:\.[\w-]*){2,4}$)re"_s);
    const QStringList lines = text.split(whiteSpace(), Qt::SkipEmptyParts);
    if (lines.size() < 2 || lines.first().count(u'.') >= 2)
        return text;
    for (qsizetype line = 1; line < lines.size(); ++line)
        if (lines[line].startsWith("eyJ"_L1) && !lines[line - 1].endsWith(u'.'))
            return text;
    const QString joined = lines.join(QString());
    return one.match(joined).hasMatch() ? joined : text;
}

// The tokens in a JSON value. Texts count where the array itself is the list, not deeper: a list of scopes is none.
void collect(const QJsonValue &value, QStringList &tokens, bool isList = true)
{
    static const QSet<QString> names{u"access_token"_s, u"refresh_token"_s, u"id_token"_s, u"token"_s};
    const auto array = value.toArray();
    for (const auto &element : array) {
        if (isList && element.isString())
            tokens << bare(element.toString());
        else
            collect(element, tokens, false);
    }
    const auto object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (names.contains(member.key()) && member->isString())
            tokens << bare(member->toString());
        else
            collect(*member, tokens, false);
    }
}

std::optional<QStringList> tokensInJson(const QByteArray &text)
{
    const auto document = QJsonDocument::fromJson(text);
    if (document.isNull())
        return std::nullopt;
    QStringList tokens;
    collect(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), tokens);
    return tokens;
}

// Every text that may be a token, and how many lines held none.
std::pair<QStringList, int> candidatesIn(const QByteArray &text)
{
    if (const auto tokens = tokensInJson(text))
        return {*tokens, 0};
    QStringList found;
    int otherLines = 0;
    const QStringList lines = unwrapped(QString::fromUtf8(text).trimmed()).split(u'\n');
    for (const QString &line : lines) {
        const auto json = tokensInJson(line.toUtf8());
        const QStringList tokens = json ? *json : tokensInLine(line);
        found << tokens;
        otherLines += tokens.isEmpty() && !line.trimmed().isEmpty();
    }
    return {found, otherLines};
}

}

Result<PastedTokens> tokensIn(const QByteArray &text, int maximum)
{
    if (text.size() > longestPaste)
        return failure(
            Error::Kind::TooLarge, PasteTexts::tr("This is more text than can be searched for tokens: at most 32 MB."));
    const auto [found, otherLines] = candidatesIn(text);
    PastedTokens pasted{.otherLines = otherLines};
    QSet<QString> known;
    for (const QString &token : found) {
        if (token.isEmpty())
            continue;
        if (known.contains(token)) {
            ++pasted.repeated;
        } else if (pasted.tokens.size() == maximum) {
            ++pasted.beyond;
        } else {
            known.insert(token);
            pasted.tokens << Secret(token);
        }
    }
    return pasted;
}

Secret onlyTokenIn(const Secret &pasted)
{
    const QByteArray text = pasted.revealUtf8();
    const auto isOfJwt = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-'
            || c == '_';
    };
    if (std::all_of(text.begin(), text.end(), isOfJwt))
        return pasted;
    const auto found = tokensIn(text, 2);
    if (found && found->tokens.size() == 1)
        return found->tokens.first();
    return Secret::fromUtf8(text.trimmed());
}
