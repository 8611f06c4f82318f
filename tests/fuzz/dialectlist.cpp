// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/dialectlist.h"

#include "tests/fuzz/targets.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace fuzz {

QJsonObject wholeMetadata()
{
    QJsonObject metadata{{u"issuer"_s, u"https://id.example.com"_s}};
    for (const char *endpoint : {"authorization_endpoint", "token_endpoint", "revocation_endpoint",
             "introspection_endpoint", "userinfo_endpoint", "registration_endpoint", "jwks_uri"})
        metadata[QLatin1StringView(endpoint)] = u"https://id.example.com/at/%1"_s.arg(QLatin1StringView(endpoint));
    return metadata;
}

const QList<Dialect> &everyDialect()
{
    static const QList<Dialect> all = [] {
        QList<Dialect> made;
        for (const Dialect &dialect : dialects()) {
            Setup setup{.base = QUrl(u"https://id.example.com"_s)};
            if (!dialect.discovery.isRequired)
                made << makeDialect(dialect.id, setup);
            for (const Preset &preset : dialect.presets) {
                setup.settings = preset.values;
                made << makeDialect(dialect.id, setup);
            }
            if (dialect.discovery)
                made << makeDialect(dialect.id, {.base = setup.base, .metadata = wholeMetadata()});
        }
        return made;
    }();
    return all;
}

SignInValues someValues(const QList<SignInField> &asked)
{
    SignInValues values;
    for (const SignInField &field : asked) {
        if (field.secret)
            values.secrets.insert(field.key, Secret(u"S3cr3t+of/a=test"_s));
        else
            values.plain.insert(field.key, u"v"_s);
    }
    return values;
}

void checkSendable(const Request &request)
{
    const bool isBelow = request.path.startsWith(u'/');
    hold(isBelow || request.absolute.isValid(), "a request has an address");
    const auto isOfAddress = [](QChar letter) { return letter > u' ' && letter < u'\x7f'; };
    hold(!isBelow || std::all_of(request.path.begin(), request.path.end(), isOfAddress), "a path is encoded");
    if (request.contentType.startsWith("application/json"))
        hold(!QJsonDocument::fromJson(request.body).isNull(), "what says it is JSON is JSON");
    const QByteArray query = request.query.toString(QUrl::FullyEncoded).toUtf8();
    hold(std::all_of(query.begin(), query.end(), [](char c) { return c > ' ' && c < 0x7f; }), "a query is encoded");
}

}
