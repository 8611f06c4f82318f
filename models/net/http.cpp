// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http.h"

#include "core/log.h"
#include "net/exchange.h"
#include "net/requestaddress.h"

#include <QSslKey>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

Http::Http(HttpSettings settings, QObject *parent, Clock clock)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_clock(std::move(clock))
    , m_manager(makeNetworkManager(m_settings.proxy))
{
}

Http::~Http()
{
    qDeleteAll(m_exchanges);
}

// A line break in a pasted token would become a header of its own.
static bool areClean(const QList<Header> &headers)
{
    const auto isClean = [](const QByteArray &text) {
        return std::none_of(text.begin(), text.end(), [](char character) {
            return (character >= 0 && character < ' ' && character != '\t') || character == 0x7f;
        });
    };
    return std::all_of(headers.begin(), headers.end(),
        [&](const Header &header) { return isClean(header.first) && isClean(header.second); });
}

Future<Response> Http::send(const Request &request)
{
    const Result<QUrl> url = addressOf(request, m_settings.base);
    if (!url)
        return ready<Response>(tl::unexpected(url.error()));
    if (!areClean(request.headers + QList<Header>{{"Content-Type", request.contentType}}))
        return ready<Response>(
            failure(Error::Kind::Rejected, tr("The credential contains a line break, so nothing was sent.")));

    auto *exchange = new Exchange(m_manager, m_settings, request, *url, m_secrets, m_clock, this);
    m_exchanges.append(exchange);
    connect(exchange, &Exchange::finished, this,
        [this, exchange](const ExchangeSummary &summary) { conclude(exchange, summary); });
    return exchange->future();
}

void Http::hide(const QList<Secret> &secrets)
{
    m_secrets = {};
    for (const Secret &secret : secrets)
        m_secrets.add(secret.revealUtf8());
}

void Http::forgetSecrets()
{
    hide({});
    m_settings.proxy.password = {};
    m_settings.tls.setPrivateKey({});
    dropConnections();
}

void Http::setSettings(HttpSettings settings)
{
    settings.base = m_settings.base;
    m_settings = std::move(settings);
    dropConnections();
}

void Http::dropConnections()
{
    m_manager = makeNetworkManager(m_settings.proxy);
}

void Http::stop(const QString &asker)
{
    // A copy: each one that ends removes itself.
    const QList<Exchange *> exchanges = m_exchanges;
    for (Exchange *exchange : exchanges) {
        if (exchange->asker() == asker)
            exchange->stop();
    }
}

void Http::conclude(Exchange *exchange, const ExchangeSummary &summary)
{
    m_exchanges.removeOne(exchange);
    exchange->deleteLater();
    // Its HTTP thread may still be busy with a flood, and would let every later exchange starve.
    if (exchange->wasAborted())
        dropConnections();
    if (const auto difference = exchange->clockDifference())
        m_clockDifference = difference;
    if (exchange->tlsFailure() || summary.status != 0)
        m_tlsFailure = exchange->tlsFailure();
    qCDebug(logNet).noquote() << summary.verb << summary.path << summary.status << summary.outcome
                              << summary.duration.count() << "ms";
    Q_EMIT exchanged(summary);
}

#include "moc_http.cpp"
