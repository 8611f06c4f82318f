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

QString asterisks(const QString &, const QString &)
{
    return u"***"_s;
}

bool isSecretName(const QString &name)
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

// Replaces `value` (a capture group) of every match: where there is a group `name`, only if that is a secret's.
static QString withoutMatches(
    const QString &text, const QRegularExpression &pattern, bool isNamed, const Replacement &replacement)
{
    QString result;
    qsizetype done = 0;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype start = match.capturedStart(u"value"_s);
        const QString name = isNamed ? match.captured(u"name"_s) : QString();
        if (start < done || (isNamed && !isSecretName(name)))
            continue;
        result += QStringView(text).mid(done, start - done);
        result += replacement(name, match.captured(u"value"_s));
        done = match.capturedEnd(u"value"_s);
    }
    result += QStringView(text).mid(done);
    return result;
}

// Servers write these texts, so no pattern may take a time that grows faster than they do: names begin where words
// begin, and what was matched is not tried in parts.
QString textWithoutSecrets(const QString &text, const Replacement &replacement)
{
    // A quoted value may be cut off: a secret does not become public by that. Values are looked at, not consumed: the
    // query of a URL is inside the "value" of "https". What looks like a value may be a name of its own, or a scheme
    // before it: then what follows goes with it, a few times.
    static const QString word = uR"re((?:"(?:[^"\\]++|\\.)*+"?+|(?i:(?:Bearer|Basic)\s++)?[^\s&;,"]++))re"_s;
    static const QRegularExpression pair(
        uR"re((?<![\w.%-])(?<name>[\w.%-]++)"?+\s*+[=:]\s*+(?=(?<value>WORD(?:(?:(?<=[=:])\s++|\s*+[=:]\s*+)WORD){0,4}+)))re"_s
            .replace("WORD"_L1, word));
    static const QRegularExpression header(
        uR"re((?<name>(?:Proxy-)?Authorization|(?:Set-)?Cookie|Reference-Token)\s*+[=:]\s*+(?<value>[^\r\n"']+))re"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression scheme(
        uR"re(\b(?:Bearer|Basic)\s++(?<value>[A-Za-z0-9._~+/=-]{8,}+))re"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression jwt(uR"re(\b(?<value>eyJ[\w-]++(?:\.[\w-]*+)++))re"_s);
    QString result = text;
    if (text.contains(u'=') || text.contains(u':'))
        result = withoutMatches(withoutMatches(result, header, true, replacement), pair, true, replacement);
    if (result.contains("bearer"_L1, Qt::CaseInsensitive) || result.contains("basic"_L1, Qt::CaseInsensitive))
        result = withoutMatches(result, scheme, false, replacement);
    return result.contains("eyJ"_L1) ? withoutMatches(result, jwt, false, replacement) : result;
}

static QString withoutOpaqueWords(const QString &text)
{
    static const QRegularExpression word(uR"re((?<![\w+/=~-])(?=[A-Za-z_+/=~-]*+\d)(?<value>[\w+/=~-]{24,}+))re"_s);
    return withoutMatches(text, word, false, asterisks);
}

static QJsonValue replaced(const QString &name, const QJsonValue &value, const Replacement &replacement)
{
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        std::transform(array.begin(), array.end(), array.begin(),
            [&](const QJsonValue &element) { return replaced(name, element, replacement); });
        return array;
    }
    if (value.isObject())
        return replacement(name, QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)));
    const bool isEmpty = value.isBool() || value.isNull() || (value.isString() && value.toString().isEmpty());
    return isEmpty ? value : QJsonValue(replacement(name, value.toVariant().toString()));
}

// `ofText` is asked for what stands under an innocent name.
static QJsonValue withoutSecretsIn(
    const QJsonValue &value, const Replacement &replacement, const std::function<QString(const QString &)> &ofText)
{
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            // In an error object "code" is the name of the error, not an authorization code.
            const bool isErrorCode = member.key() == "code"_L1 && (member->isDouble() || object.contains("message"_L1));
            *member = !isErrorCode && isSecretName(member.key()) ? replaced(member.key(), *member, replacement)
                                                                 : withoutSecretsIn(*member, replacement, ofText);
        }
        return object;
    }
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        std::transform(array.begin(), array.end(), array.begin(),
            [&](const QJsonValue &element) { return withoutSecretsIn(element, replacement, ofText); });
        return array;
    }
    return value.isString() ? QJsonValue(ofText(value.toString())) : value;
}

static QJsonValue contentOf(const QJsonDocument &document)
{
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

static QByteArray compact(const QJsonValue &value)
{
    return (value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject()))
        .toJson(QJsonDocument::Compact);
}

QByteArray jsonWithoutSecrets(const QByteArray &json, const Replacement &replacement)
{
    const auto ofText = [&](const QString &text) { return textWithoutSecrets(text, replacement); };
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isNull())
        return ofText(QString::fromUtf8(json)).toUtf8();
    const QJsonValue rest = withoutSecretsIn(contentOf(document), replacement, ofText);
    return rest == contentOf(document) ? json : compact(rest);
}

QByteArray formWithoutSecrets(const QByteArray &form, const Replacement &replacement)
{
    const auto decoded
        = [](QByteArray text) { return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' '))); };
    const auto encoded = [](const QString &text) { return QUrl::toPercentEncoding(text, "*", "~"); };
    QByteArrayList fields = form.split('&');
    for (QByteArray &field : fields) {
        const qsizetype equals = field.indexOf('=');
        if (equals < 0 || equals + 1 == field.size())
            continue;
        const QString name = decoded(field.first(equals));
        const QString value = decoded(field.sliced(equals + 1));
        const QString rest = isSecretName(name) ? replacement(name, value) : textWithoutSecrets(value, replacement);
        if (rest != value)
            field = field.first(equals + 1) + encoded(rest);
    }
    return fields.join('&');
}

QByteArray headerWithoutSecrets(const QByteArray &name, const QByteArray &value, const Replacement &replacement)
{
    const QString key = QString::fromLatin1(name);
    if (!isSecretName(key))
        return textWithoutSecrets(QString::fromUtf8(value), replacement).toUtf8();
    const bool hasScheme = name.endsWith("uthorization") && value.contains(' ');
    const qsizetype scheme = hasScheme ? value.indexOf(' ') + 1 : 0;
    return value.first(scheme) + replacement(key, QString::fromUtf8(value.sliced(scheme))).toUtf8();
}

// A single word is an id or an address and worth keeping; in a sentence nobody needs it.
static QString withoutWordsInSentences(const QString &value)
{
    const QString text = textWithoutSecrets(value, asterisks);
    return text.contains(u' ') ? withoutOpaqueWords(text) : text;
}

QString redacted(const QByteArray &text, qsizetype limit)
{
    QString result;
    if (const QJsonDocument document = QJsonDocument::fromJson(text); !document.isNull()) {
        result = QString::fromUtf8(compact(withoutSecretsIn(contentOf(document), asterisks, withoutWordsInSentences)));
    } else {
        static const QRegularExpression headerLine(
            uR"re(^[ \t]*+(?<name>[A-Za-z][\w-]*+)[ \t]*+:[ \t]*+(?<value>[^\r\n]+))re"_s,
            QRegularExpression::MultilineOption);
        // More than is kept, so that no word is judged by a part of it.
        const QString start = QString::fromUtf8(text.first(std::min(text.size(), 4 * limit)));
        result = withoutOpaqueWords(textWithoutSecrets(withoutMatches(start, headerLine, true, asterisks), asterisks));
    }
    return result.size() > limit ? result.first(limit) + u'…' : result;
}
