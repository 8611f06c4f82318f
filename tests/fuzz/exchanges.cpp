// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/exchangetext.h"
#include "items/har.h"
#include "net/knownsecrets.h"
#include "tests/fuzz/dialectlist.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/targets.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray &sentSecret()
{
    static const QByteArray text = "Zq7-planted_S3cret.0815";
    return text;
}

QByteArray textOf(const ExchangeSummary &summary)
{
    QByteArray text = summary.path.toUtf8() + summary.outcome.toUtf8() + summary.base.toEncoded() + summary.body
        + summary.request.path.toUtf8() + summary.request.query.toString(QUrl::FullyDecoded).toUtf8()
        + summary.request.absolute.toEncoded() + summary.request.body;
    for (const auto &[name, value] : summary.headers + summary.request.headers)
        text += name + value;
    return text;
}

bool tellsSecret(const QByteArray &text)
{
    return text.contains(sentSecret());
}

}

// The byte 1 stands for the secret the request was authorized with: a server may say it anywhere.
void fuzz::exchanges(const QByteArray &input)
{
    static const QByteArrayList types{"application/json", "application/x-www-form-urlencoded", "text/plain", ""};
    static const QUrl base(u"https://id.example.com"_s);
    FuzzInput given(input);
    const qsizetype kind = given.choice(16);
    const auto planted = [](QByteArray text) { return text.replace('\1', sentSecret()); };
    const QByteArray segment = planted(given.line());
    const QByteArray query = planted(given.line());
    const QByteArray sent = planted(given.line());
    Request request{.verb = kind & 4 ? "POST" : "GET",
        .path = encodedPath({QString::fromUtf8(segment)}),
        .query = encodedQuery({{u"q"_s, QString::fromUtf8(query)}}),
        .contentType = types[kind % 4],
        .body = sent,
        .headers = {{"Authorization", "Bearer " + sentSecret()}},
        .effect = kind & 4 ? Effect::Write : Effect::Read};
    if (kind & 8)
        request.absolute = QUrl(u"https://id.example.com/at"_s + request.path);
    const QByteArray answerHeader = planted(given.line());
    const Response answer{.status = 200,
        .headers = {{"content-type", types[given.choice(4)]}, {"x-said", answerHeader}},
        .body = planted(given.rest())};

    const ExchangeSummary summary = summaryOf(request, base, answer, {});
    hold(!tellsSecret(textOf(summary)), "what is kept of an exchange holds no secret");
    hold(!tellsSecret(sentText(summary).toUtf8() + receivedText(summary).toUtf8()), "what is shown holds none");
    const QByteArray har = harOf({HttpLogEntry{.exchange = summary}});
    hold(!tellsSecret(har), "an archive holds none");
    hold(QJsonDocument::fromJson(har).isObject(), "an archive is JSON");
    for (const ScriptLanguage language : {ScriptLanguage::Curl, ScriptLanguage::PowerShell, ScriptLanguage::Python}) {
        const auto kept = scriptOf(language, {summary});
        hold(!kept || !tellsSecret(kept->toUtf8()), "a script of what was sent holds none");
        // Of what was not sent yet, a secret is told by its place alone.
        const auto fresh = scriptOf(language, {request}, base);
        hold(input.contains('\1') || !fresh || !tellsSecret(fresh->toUtf8()), "a script of a request holds none");
    }
}
