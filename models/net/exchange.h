// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "net/http.h"
#include "net/networkmanager.h"

#include <QElapsedTimer>
#include <QPromise>
#include <QSslError>
#include <QTimer>

class OnceBody;

// One request on the wire, with the guards QNetworkAccessManager lacks, and the decision what became of it.
// Deleted before it finished, it drops its promise.
class Exchange : public QObject {
    Q_OBJECT

public:
    // `secrets` must outlive this.
    Exchange(NetworkManager manager, const HttpSettings &settings, Request request, const QUrl &url,
        const KnownSecrets &secrets, Clock clock, QObject *parent);
    ~Exchange() override;

    Future<Response> future() const { return m_promise.future(); }
    const QString &asker() const { return m_request.asker; }
    bool wasAborted() const { return m_aborted.has_value(); }
    const std::optional<TlsFailure> &tlsFailure() const { return m_tlsFailure; }
    // Local clock minus the Date header of the answer, when its head came; nothing where it has none.
    std::optional<std::chrono::seconds> clockDifference() const { return m_clockDifference; }
    void stop();

Q_SIGNALS:
    void finished(const ExchangeSummary &summary);
    void abortRequested(); // internal

private:
    QNetworkRequest networkRequest(const QUrl &url) const;
    void start(const QUrl &url);
    void judgeCertificate(const QList<QSslError> &errors);
    void takeHead();
    void checkHeaders();
    bool isStreaming() const;
    qint64 limit() const;
    void receive();
    void receivePieces(bool isEnd);
    void abort(Error::Kind kind, const QString &message);
    void abort(const Error &error);
    void conclude();
    Result<Response> outcome() const;
    Result<Response> transportFailure() const;
    Result<Response> proxyRefusal() const;
    Error notConnected() const;
    tl::unexpected<Error> failed(const Error &error) const;
    Response response() const;
    bool mayHaveArrived() const;
    ExchangeSummary summary(const Result<Response> &result) const;

    NetworkManager m_manager;
    HttpSettings m_settings;
    Request m_request;
    const KnownSecrets &m_secrets;
    Clock m_clock;
    QDateTime m_sentAt;
    QNetworkReply *m_reply = nullptr; // owned by the manager
    OnceBody *m_body = nullptr; // owned by the reply; null for a request that may be repeated
    QTimer m_deadline;
    QTimer m_silence;
    QElapsedTimer m_elapsed;
    QByteArray m_received; // nothing of a body that is taken in pieces
    qint64 m_size = 0; // of the body, as far as it was received
    QList<QSslError> m_tlsErrors;
    std::optional<TlsFailure> m_tlsFailure;
    std::optional<std::chrono::seconds> m_clockDifference;
    std::optional<Error> m_aborted; // why we ended it ourselves
    mutable QPromise<Result<Response>> m_promise;
};
