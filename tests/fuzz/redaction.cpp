// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/redaction.h"

#include "tests/fuzz/input.h"
#include "tests/fuzz/targets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray &plantedSecret()
{
    static const QByteArray text = "Zq7-planted_S3cret.0815";
    return text;
}

// The value with a secret wherever the name of a member promises one.
QJsonValue withPlanted(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const auto &element : value.toArray())
            array << withPlanted(element);
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    const bool isError = object.contains("message"_L1);
    for (auto member = object.begin(); member != object.end(); ++member) {
        const bool isErrorCode = isError && member.key() == "code"_L1;
        *member = isSecretName(member.key()) && !isErrorCode ? QJsonValue(QString::fromLatin1(plantedSecret()))
                                                             : withPlanted(*member);
    }
    return object;
}

// As Qt writes it again: of a name that begins with a byte order mark, that is lost each time, and the name is another.
QJsonDocument settledJson(const QByteArray &text)
{
    QByteArray before;
    QByteArray json = QJsonDocument::fromJson(text).toJson();
    while (before != json)
        before = std::exchange(json, QJsonDocument::fromJson(json).toJson());
    return QJsonDocument::fromJson(json);
}

void checkJsonRedaction(const QByteArray &text)
{
    const QJsonDocument document = settledJson(text);
    if (document.isNull())
        return;
    const QJsonValue planted
        = withPlanted(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()));
    const QByteArray json = (planted.isArray() ? QJsonDocument(planted.toArray()) : QJsonDocument(planted.toObject()))
                                .toJson(QJsonDocument::Compact);
    fuzz::hold(!redacted(json).toUtf8().contains(plantedSecret()), "no secret of a JSON text is left");
    const QByteArray without = jsonWithoutSecrets(json);
    fuzz::hold(!without.contains(plantedSecret()), "no secret of a request's JSON is left");
    fuzz::hold(!QJsonDocument::fromJson(without).isNull(), "JSON stays JSON");
}

void checkFormRedaction(const QByteArray &text)
{
    QByteArrayList fields = text.split('&');
    for (QByteArray &field : fields) {
        const QByteArray name = field.left(field.indexOf('='));
        if (isSecretName(QString::fromUtf8(QByteArray::fromPercentEncoding(QByteArray(name).replace('+', ' ')))))
            field = name + '=' + plantedSecret();
    }
    fuzz::hold(!formWithoutSecrets(fields.join('&')).contains(plantedSecret()), "no secret of a form is left");
}

void checkTextRedaction(const QByteArray &text)
{
    const QByteArray before = text.left(200);
    static const QByteArrayList places{"\nAuthorization: Bearer ", " access_token=", "\"client_secret\": \"",
        "\nSet-Cookie: sid=", " Bearer ", "&password="};
    for (const QByteArray &place : places) {
        const QByteArray whole = before + place + plantedSecret();
        // Within quotes that the text opened, the place is a part of something else.
        if (before.contains('"') || before.contains('\'') || before.contains('='))
            continue;
        fuzz::hold(!redacted(whole).toUtf8().contains(plantedSecret()), "no secret of a text is left");
    }
    const QString once = redacted(text);
    fuzz::hold(once.size() <= 4097, "there is a limit");
}

void checkHeaderRedaction(const QByteArray &name, const QByteArray &value)
{
    if (isSecretName(QString::fromLatin1(name)))
        fuzz::hold(!headerWithoutSecrets(name, value.simplified().replace(' ', "") + plantedSecret())
                        .contains(plantedSecret()),
            "no secret of a header is left");
    fuzz::hold(headerWithoutSecrets("Authorization", "Bearer " + plantedSecret()) == "Bearer ***",
        "the scheme stays and the rest goes");
}

}

void fuzz::redaction(const QByteArray &input)
{
    FuzzInput given(input);
    const qsizetype what = given.choice(4);
    if (what == 0)
        return checkJsonRedaction(given.rest());
    if (what == 1)
        return checkFormRedaction(given.rest());
    if (what == 2)
        return checkTextRedaction(given.rest());
    const QByteArray name = given.line();
    checkHeaderRedaction(name, given.rest());
}
