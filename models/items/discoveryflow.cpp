// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/discoveryflow.h"

using namespace Qt::Literals::StringLiterals;

DiscoveryFlow::DiscoveryFlow(const HttpSettings &http, const Discovery &discovery, QObject *parent)
    : QObject(parent)
    , m_base(http.base)
    , m_discovery(discovery)
    , m_http(http)
{
    connect(&m_http, &Http::exchanged, this, &DiscoveryFlow::exchanged);
    m_promise.start();
}

Future<QJsonObject> DiscoveryFlow::run()
{
    ask(0);
    return m_promise.future();
}

void DiscoveryFlow::ask(int index)
{
    Request request = m_discovery.requests.at(index);
    request.asker = u"discovery"_s;
    onResult(this, m_http.send(request), [this, index](const Result<Response> &response) { take(index, response); });
}

void DiscoveryFlow::take(int index, const Result<Response> &response)
{
    Result<QJsonObject> metadata = tl::unexpected(Error());
    if (!response && response.error().kind == Error::Kind::Tls && m_http.tlsFailure())
        Q_EMIT tlsFailed(*m_http.tlsFailure());
    if (!response)
        metadata = tl::unexpected(response.error());
    else if (response->status != 200)
        metadata = failure(Error::Kind::NotFound, tr("The server publishes nothing about itself at this address."));
    else
        metadata = m_discovery.read(*response, m_base);
    // A server that cannot be reached at one address cannot be at the next.
    const bool isReached = response.has_value();
    if (metadata)
        settle(metadata);
    else if (isReached && index + 1 < m_discovery.requests.size())
        ask(index + 1);
    else
        settle(m_discovery.isRequired || !isReached ? metadata : QJsonObject());
}

void DiscoveryFlow::settle(const Result<QJsonObject> &outcome)
{
    m_promise.addResult(outcome);
    m_promise.finish();
}

#include "moc_discoveryflow.cpp"
