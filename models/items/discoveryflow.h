// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialects/dialect.h"
#include "net/http.h"

#include <QPromise>

// Asks a server for what it publishes about itself, one address after the other and without any credential. Deleting it
// ends the asking without a result.
class DiscoveryFlow final : public QObject {
    Q_OBJECT

public:
    DiscoveryFlow(const HttpSettings &http, const Discovery &discovery, QObject *parent = nullptr);

    // The first usable answer. Empty when there is none and the dialect can do without; else why the last one failed.
    Future<QJsonObject> run();

Q_SIGNALS:
    void tlsFailed(const TlsFailure &failure); // comes before the error
    void exchanged(const ExchangeSummary &summary);

private:
    void ask(int index);
    void take(int index, const Result<Response> &response);
    void settle(const Result<QJsonObject> &outcome);

    QUrl m_base;
    Discovery m_discovery;
    Http m_http;
    QPromise<Result<QJsonObject>> m_promise;
};
