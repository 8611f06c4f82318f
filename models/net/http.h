// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"
#include "net/request.h"

#include <QHash>
#include <QObject>
#include <QSslConfiguration>
#include <QUrl>

class QNetworkAccessManager;
class QNetworkReply;
class Exchange;

// One finished exchange as the request log and the status bar show it. Holds nothing secret.
struct ExchangeSummary {
    QByteArray verb{};
    QString path{};    // without the query, which may carry a token
    int status = 0;    // 0: no HTTP answer
    QString outcome{}; // empty when an answer arrived, else the reason in one sentence
    qint64 size = 0;   // bytes of body received
    std::chrono::milliseconds duration{};
    QString asker{};
};

struct HttpSettings {
    QUrl base{};                                // scheme, host, port and an optional path prefix
    std::chrono::milliseconds deadline{30'000}; // wall clock for the whole exchange, sign-in to last byte
    qint64 bodyLimit = 16 << 20;                // bytes
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
};

// Sends requests of one profile and keeps the promises QNetworkAccessManager 6.4 does not: a write is sent exactly once,
// redirects are not followed (Error Redirect), a deadline holds on the wall clock, bodies are bounded, truncated and
// ambiguous answers are errors, no cookie, credential or cache outlives an exchange. Any HTTP status other than 3xx is a
// Response. A write that was sent without a complete answer is Error Unknown.
class Http : public QObject {
    Q_OBJECT

public:
    explicit Http(HttpSettings settings, QObject *parent = nullptr);
    ~Http() override;

    Future<Response> send(const Request &request);
    // Ends what `asker` has under way: reads with Stopped, writes with Unknown.
    void stop(const QString &asker);

Q_SIGNALS:
    void exchanged(const ExchangeSummary &summary);

private:
    void replaceManager();

    HttpSettings m_settings;
    QNetworkAccessManager *m_manager = nullptr; // retired, not deleted, after a forced abort: see http.cpp
    QList<Exchange *> m_exchanges;
};
