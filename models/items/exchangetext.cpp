// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/exchangetext.h"

#include "items/requesttext.h"
#include "net/requestaddress.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {

struct ExchangeTexts {
    Q_DECLARE_TR_FUNCTIONS(ExchangeTexts)
};

QString cutNote()
{
    return ExchangeTexts::tr("[The log keeps only the beginning of this body, up to 16 kB.]");
}

}

QString sentText(const ExchangeSummary &exchange)
{
    const QString text = requestText(exchange.request, exchange.base);
    return exchange.requestExtent == ExchangeSummary::Extent::Cut ? text + u"\n\n"_s + cutNote() : text;
}

QString receivedText(const ExchangeSummary &exchange)
{
    QStringList lines;
    if (exchange.status > 0)
        lines << u"HTTP "_s + QString::number(exchange.status);
    if (!exchange.outcome.isEmpty())
        lines << exchange.outcome;
    for (const auto &[name, value] : exchange.headers)
        lines << QString::fromLatin1(name) + u": "_s + QString::fromUtf8(value);
    if (exchange.extent == ExchangeSummary::Extent::Streamed)
        lines << QString() << ExchangeTexts::tr("[A long list is read while it arrives, so the log does not keep it.]");
    else if (!exchange.body.isEmpty())
        lines << QString() << readableBody(exchange.body);
    if (exchange.extent == ExchangeSummary::Extent::Cut)
        lines << QString() << cutNote();
    return lines.join(u'\n');
}

Result<QString> scriptOf(ScriptLanguage language, const QList<ExchangeSummary> &exchanges)
{
    QList<Request> requests;
    QUrl base;
    for (const ExchangeSummary &exchange : exchanges) {
        const Result<QUrl> address = addressOf(exchange.request, exchange.base);
        if (!address)
            return tl::unexpected(address.error());
        if (exchange.requestExtent != ExchangeSummary::Extent::Whole)
            return failure(Error::Kind::Rejected, ExchangeTexts::tr("The log does not keep all of this request."));
        Request request = exchange.request;
        request.absolute = *address;
        request.query.clear();
        requests << request;
        if (base.scheme() != "http"_L1) // which lets both schemes pass: they have been sent
            base = exchange.base;
    }
    return scriptOf(language, requests, base);
}
