// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static const QString mask = u"***"_s;

// By its letters alone: client_secret, clientSecret, Client-Secret.
static bool isSecretName(const QString &name)
{
    static const QSet<QString> names{u"authorization"_s, u"proxyauthorization"_s, u"cookie"_s, u"cookies"_s,
        u"setcookie"_s, u"session"_s, u"sessions"_s, u"sessionid"_s, u"code"_s, u"devicecode"_s, u"codeverifier"_s,
        u"assertion"_s, u"clientassertion"_s, u"samlresponse"_s, u"apikey"_s, u"xapikey"_s, u"privatekey"_s,
        u"passphrase"_s, u"passwd"_s, u"pwd"_s, u"pin"_s, u"otp"_s};
    static const QStringList endings{u"token"_s, u"secret"_s, u"password"_s};

    QString letters = QUrl::fromPercentEncoding(name.toLatin1()).toLower();
    letters.removeIf([](QChar character) { return !character.isLetterOrNumber(); });
    return names.contains(letters)
        || std::any_of(endings.begin(), endings.end(), [&](const QString &ending) { return letters.endsWith(ending); });
}

// Replaces `value` (a capture group) of every match whose `name` is a secret's.
static QString withoutNamed(const QString &text, const QRegularExpression &pattern)
{
    QString result;
    qsizetype done = 0;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype start = match.capturedStart(u"value"_s);
        if (start < done || !isSecretName(match.captured(u"name"_s)))
            continue;
        result += QStringView(text).mid(done, start - done);
        result += mask;
        done = match.capturedEnd(u"value"_s);
    }
    result += QStringView(text).mid(done);
    return result;
}

static QString withoutPairs(const QString &text)
{
    // A quoted value may be cut off: a secret does not become public by that. Values are looked at, not consumed: the
    // query of a URL is inside the "value" of "https".
    static const QRegularExpression pair(
        uR"re((?<name>[\w.%-]+)"?\s*[=:]\s*(?=(?<value>"(?:[^"\\]|\\.)*"?|[^\s&;,"]+)))re"_s);
    static const QRegularExpression header(
        uR"re((?<name>(?:Proxy-)?Authorization|(?:Set-)?Cookie|Reference-Token)\s*[=:]\s*(?<value>[^\r\n"']+))re"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression scheme(
        uR"re(\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{8,})re"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression jwt(uR"re(\beyJ[\w-]+(\.[\w-]*)+)re"_s);
    QString result = withoutNamed(withoutNamed(text, header), pair);
    result.replace(scheme, u"\\1 "_s + mask);
    return result.replace(jwt, mask);
}

static QString withoutOpaqueWords(const QString &text)
{
    static const QRegularExpression word(uR"re((?=[A-Za-z_+/=~-]*\d)[\w+/=~-]{24,})re"_s);
    return QString(text).replace(word, mask);
}

static QJsonValue withoutSecrets(const QJsonValue &value)
{
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            // In an error object "code" is the name of the error, not an authorization code.
            const bool isErrorCode = member.key() == "code"_L1 && (member->isDouble() || object.contains("message"_L1));
            const bool holdsText = !member->isBool() && !member->isNull();
            if (holdsText && !isErrorCode && isSecretName(member.key()))
                *member = mask;
            else
                *member = withoutSecrets(*member);
        }
        return object;
    }
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        std::transform(array.begin(), array.end(), array.begin(),
            [](const QJsonValue &element) { return withoutSecrets(element); });
        return array;
    }
    if (!value.isString())
        return value;
    // A single word is an id or an address and worth keeping; in a sentence nobody needs it.
    const QString text = withoutPairs(value.toString());
    return text.contains(u' ') ? withoutOpaqueWords(text) : text;
}

QString redacted(const QByteArray &text, qsizetype limit)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    QString result;
    if (document.isObject()) {
        result = QString::fromUtf8(
            QJsonDocument(withoutSecrets(document.object()).toObject()).toJson(QJsonDocument::Compact));
    } else if (document.isArray()) {
        result = QString::fromUtf8(
            QJsonDocument(withoutSecrets(document.array()).toArray()).toJson(QJsonDocument::Compact));
    } else {
        static const QRegularExpression headerLine(
            uR"re(^[ \t]*(?<name>[A-Za-z][\w-]*)[ \t]*:[ \t]*(?<value>[^\r\n]+))re"_s,
            QRegularExpression::MultilineOption);
        // More than is kept, so that no word is judged by a part of it.
        const QString start = QString::fromUtf8(text.first(std::min(text.size(), 4 * limit)));
        result = withoutOpaqueWords(withoutPairs(withoutNamed(start, headerLine)));
    }
    return result.size() > limit ? result.first(limit) + u'…' : result;
}
