// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/future.h"
#include "net/exchangesummary.h"
#include "net/knownsecrets.h"
#include "net/networkmanager.h"
#include "net/proxysettings.h"
#include "net/request.h"
#include "net/tlserror.h"

#include <QObject>
#include <QSslConfiguration>
#include <QUrl>

class Exchange;

struct HttpSettings {
    QUrl base{}; // scheme, host, port and an optional path prefix
    std::chrono::milliseconds deadline{30'000}; // wall clock for one exchange, from sending to the last byte
    std::chrono::milliseconds silence{20'000}; // longest time without anything received
    qint64 bodyLimit = 16 << 20; // bytes
    qint64 streamLimit = qint64(4) << 30; // bytes of a body that is taken in pieces
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    QList<QByteArray> pins{}; // SHA-256 of server certificates that are trusted though they cannot be verified
    ProxySettings proxy{};
};

// Sends requests of one profile and keeps the promises QNetworkAccessManager 6.4 does not: a write is sent exactly
// once, redirects are not followed (Error Redirect), a deadline holds on the wall clock, bodies are bounded, truncated
// and ambiguous answers are errors, no cookie, credential or cache outlives an exchange. Any HTTP status other than 3xx
// is a Response. A write that may have arrived without a complete answer coming back is Error Unknown. Lives in the
// main thread.
class Http : public QObject {
    Q_OBJECT

public:
    explicit Http(HttpSettings settings, QObject *parent = nullptr, Clock clock = systemClock);
    ~Http() override;

    const QUrl &base() const { return m_settings.base; }
    Future<Response> send(const Request &request);
    // From now on no summary shows these, wherever they appear, instead of those before.
    void hide(const QList<Secret> &secrets);
    // Ends what `asker` has under way: reads with Stopped, writes with Unknown.
    void stop(const QString &asker);
    // Drops what no summary was to show, the proxy's password and the key of our own certificate, and the connections
    // that are kept open, which remember what was sent over them. What is under way goes on.
    void forgetSecrets();
    // From now on but for the base, which requests are made for; what is under way goes on as it began.
    void setSettings(HttpSettings settings);
    // Local clock minus the server's Date header of the last answer that had one.
    std::optional<std::chrono::seconds> clockDifference() const { return m_clockDifference; }
    // Why the last exchange found no trustworthy server; nothing after one that did.
    const std::optional<TlsFailure> &tlsFailure() const { return m_tlsFailure; }

Q_SIGNALS:
    void exchanged(const ExchangeSummary &summary);

private:
    void dropConnections();
    void conclude(Exchange *exchange, const ExchangeSummary &summary);

    HttpSettings m_settings;
    Clock m_clock;
    NetworkManager m_manager; // shared with its exchanges; replaced after a forced abort
    QList<Exchange *> m_exchanges;
    KnownSecrets m_secrets;
    std::optional<std::chrono::seconds> m_clockDifference;
    std::optional<TlsFailure> m_tlsFailure;
};
