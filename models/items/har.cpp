// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/har.h"

#include "core/background.h"
#include "net/requestaddress.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace {

using Extent = ExchangeSummary::Extent;

struct HarTexts {
    Q_DECLARE_TR_FUNCTIONS(HarTexts)
};

QJsonArray pairsOf(const QList<Header> &headers)
{
    QJsonArray pairs;
    for (const auto &[name, value] : headers)
        pairs << QJsonObject{{u"name"_s, QString::fromLatin1(name)}, {u"value"_s, QString::fromUtf8(value)}};
    return pairs;
}

QJsonArray pairsOf(const QUrlQuery &query)
{
    QJsonArray pairs;
    for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded))
        pairs << QJsonObject{{u"name"_s, name}, {u"value"_s, value}};
    return pairs;
}

// Not translated: it is for programs and their makers.
QJsonObject withComment(QJsonObject object, Extent extent)
{
    if (extent == Extent::Cut)
        object[u"comment"] = u"only the beginning of the body was kept"_s;
    if (extent == Extent::Streamed)
        object[u"comment"] = u"the body was read while it arrived and not kept"_s;
    return object;
}

QJsonObject requestOf(const ExchangeSummary &exchange)
{
    const Request &request = exchange.request;
    const QUrl address = addressOf(request, exchange.base).value_or(exchange.base);
    QList<Header> headers = request.headers;
    if (!request.contentType.isEmpty())
        headers.append({"Content-Type", request.contentType});
    QJsonObject object{
        {u"method"_s, QString::fromLatin1(request.verb)},
        {u"url"_s, QString::fromUtf8(address.toEncoded())},
        {u"httpVersion"_s, u"HTTP/1.1"_s},
        {u"cookies"_s, QJsonArray()},
        {u"headers"_s, pairsOf(headers)},
        {u"queryString"_s, pairsOf(QUrlQuery(address))},
        {u"headersSize"_s, -1},
        {u"bodySize"_s, exchange.requestExtent == Extent::Whole ? request.body.size() : -1},
    };
    if (!request.body.isEmpty())
        object[u"postData"]
            = withComment({{u"mimeType"_s, QString::fromLatin1(request.contentType)}, {u"params"_s, QJsonArray()},
                              {u"text"_s, QString::fromUtf8(request.body)}},
                exchange.requestExtent);
    return object;
}

QString headerOf(const ExchangeSummary &exchange, const QByteArray &lowerCaseName)
{
    for (const auto &[name, value] : exchange.headers)
        if (name == lowerCaseName)
            return QString::fromUtf8(value);
    return {};
}

QJsonObject responseOf(const ExchangeSummary &exchange)
{
    const QJsonObject content
        = withComment({{u"size"_s, exchange.size}, {u"mimeType"_s, headerOf(exchange, "content-type")},
                          {u"text"_s, QString::fromUtf8(exchange.body)}},
            exchange.extent);
    QJsonObject object{
        {u"status"_s, exchange.status},
        {u"statusText"_s, QString()},
        {u"httpVersion"_s, u"HTTP/1.1"_s},
        {u"cookies"_s, QJsonArray()},
        {u"headers"_s, pairsOf(exchange.headers)},
        {u"content"_s, content},
        {u"redirectURL"_s, headerOf(exchange, "location")},
        {u"headersSize"_s, -1},
        {u"bodySize"_s, exchange.size},
    };
    if (!exchange.outcome.isEmpty())
        object[u"comment"] = exchange.outcome;
    return object;
}

QJsonObject harEntry(const HttpLogEntry &entry)
{
    const qint64 time = entry.exchange.duration.count(); // ms
    return {
        {u"startedDateTime"_s, entry.exchange.sentAt.toUTC().toString(Qt::ISODateWithMs)},
        {u"time"_s, time},
        {u"request"_s, requestOf(entry.exchange)},
        {u"response"_s, responseOf(entry.exchange)},
        {u"cache"_s, QJsonObject()},
        {u"timings"_s, QJsonObject{{u"send"_s, 0}, {u"wait"_s, time}, {u"receive"_s, 0}}},
        {u"comment"_s, entry.server},
    };
}

}

QByteArray harOf(const QList<HttpLogEntry> &entries)
{
    QJsonArray list;
    for (const HttpLogEntry &entry : entries)
        list << harEntry(entry);
    const QJsonObject creator{{u"name"_s, u"Latchkey"_s}, {u"version"_s, QCoreApplication::applicationVersion()}};
    const QJsonObject log{{u"version"_s, u"1.2"_s}, {u"creator"_s, creator}, {u"entries"_s, list}};
    return QJsonDocument(QJsonObject{{u"log"_s, log}}).toJson();
}

Future<qint64> exportHar(const QList<HttpLogEntry> &entries, const QString &path)
{
    return inBackground([entries, path]() -> Result<qint64> {
        QSaveFile file(path);
        const bool isOpen = file.open(QIODevice::WriteOnly);
        // A medium that knows no owners is good enough for what is no secret.
        if (isOpen)
            (void)file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        if (!isOpen || file.write(harOf(entries)) < 0 || !file.commit())
            return failure(
                Error::Kind::Storage, HarTexts::tr("The file could not be written: %1").arg(file.errorString()));
        return qint64(entries.size());
    });
}
