// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/localserver.h"
#include "app/server/signingkey.h"
#include "app/server/teneo/demo.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QTcpSocket>
#include <QTest>

#include <atomic>
#include <memory>
#include <utility>

// A clock that only moves when told to; the server reads it on its own thread.
class HeldClock {
public:
    Clock clock() const
    {
        return [now = m_now] { return QDateTime::fromMSecsSinceEpoch(*now, Qt::UTC); };
    }
    void advance(std::chrono::milliseconds by) { *m_now += by.count(); }
    QDateTime now() const { return clock()(); }

private:
    std::shared_ptr<std::atomic<qint64>> m_now
        = std::make_shared<std::atomic<qint64>>(1'772'438'400'000); // 2026-03-02 08:00
};

// An HTTP answer as it came; status 0 when the connection was closed without one.
struct Reply {
    int status = 0;
    QHash<QByteArray, QByteArray> headers{}; // names in lower case
    QByteArray body{};

    QJsonObject object() const { return QJsonDocument::fromJson(body).object(); }
    QJsonArray array() const { return QJsonDocument::fromJson(body).array(); }
    QString text(QLatin1StringView name) const { return object()[name].toString(); }
    bool isError() const
    {
        return headers.value("content-type") == "application/json" && object()[QLatin1StringView("error")].isString()
            && object()[QLatin1StringView("error_description")].isString();
    }
};

// One connection, driven by hand and waited for: the server runs on another thread.
class Wire {
public:
    explicit Wire(quint16 port)
    {
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        m_socket.waitForConnected();
    }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten()) { }
    }

    Reply receive(bool hasBody = true, int timeout = 10'000)
    {
        while (!m_input.contains("\r\n\r\n") && more(timeout)) { }
        const qsizetype end = m_input.indexOf("\r\n\r\n");
        if (end < 0)
            return {};
        const QList<QByteArray> lines = m_input.left(end).split('\n');
        Reply reply{.status = lines.first().mid(9, 3).toInt()};
        for (const QByteArray &line : lines.sliced(1)) {
            const qsizetype colon = line.indexOf(':');
            reply.headers[line.left(colon).toLower()] = line.mid(colon + 1).trimmed();
        }
        m_input.remove(0, end + 4);
        if (hasBody && reply.headers.value("transfer-encoding") == "chunked") {
            reply.body = receiveChunks(timeout);
            return reply;
        }
        const qsizetype length = hasBody ? reply.headers.value("content-length").toLongLong() : 0;
        while (m_input.size() < length && more(timeout)) { }
        reply.body = m_input.left(length);
        m_input.remove(0, length);
        return reply;
    }

    bool isClosed(int timeout = 10'000) // by the server, with nothing left to read
    {
        while (m_socket.state() == QAbstractSocket::ConnectedState && more(timeout)) { }
        return m_socket.state() != QAbstractSocket::ConnectedState && m_input.isEmpty();
    }

    QByteArray receiveRest(int timeout = 10'000) // until the server closes
    {
        while (more(timeout)) { }
        return std::exchange(m_input, {});
    }
    void takeLittle() { m_socket.setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 64 * 1024); }
    void abort() { m_socket.abort(); }

private:
    QByteArray receiveChunks(int timeout) // null when they break off
    {
        QByteArray body("");
        for (qsizetype at = 0;;) {
            qsizetype line = m_input.indexOf("\r\n", at);
            while (line < 0 && more(timeout))
                line = m_input.indexOf("\r\n", at);
            if (line < 0)
                return {};
            const qsizetype length = m_input.sliced(at, line - at).toLongLong(nullptr, 16);
            at = line + 2 + length + 2;
            while (m_input.size() < at && more(timeout)) { }
            if (m_input.size() < at)
                return {};
            body += m_input.sliced(line + 2, length);
            if (length > 0)
                continue;
            m_input.remove(0, at);
            return body;
        }
    }

    bool more(int timeout)
    {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(timeout))
            return false;
        m_input += m_socket.readAll();
        return true;
    }

    QTcpSocket m_socket;
    QByteArray m_input;
};

// A local server under a held clock, and how to talk to it.
class Fixture {
public:
    explicit Fixture(server::Options options = {.demo = true})
    {
        options.clock = time.clock();
        for (const QString &persona : std::as_const(options.personas))
            if (persona != u"teneo" && persona != u"wyn") // which sign nothing
                options.signingKeys.insert(persona, keyOf(persona));
        m_server = std::make_unique<server::LocalServer>(options);
        if (const auto url = m_server->start())
            m_url = *url;
    }

    // Any request; `header` is whole lines with their ends.
    Reply exchange(const QByteArray &method, const QByteArray &path, const QByteArray &header, const QByteArray &body)
    {
        Wire wire(port());
        wire.send(method + ' ' + path + " HTTP/1.1\r\nHost: " + host() + "\r\nConnection: close\r\n" + header
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        return wire.receive(method != "HEAD");
    }
    Reply send(const QByteArray &method, const QByteArray &path, const QString &bearer, const QByteArray &body,
        const QByteArray &type)
    {
        return exchange(method, path,
            (bearer.isEmpty() ? QByteArray() : "Authorization: Bearer " + bearer.toUtf8() + "\r\n")
                + (type.isEmpty() ? QByteArray() : "Content-Type: " + type + "\r\n"),
            body);
    }
    Reply get(const QByteArray &path, const QString &bearer = {}) { return send("GET", path, bearer, {}, {}); }
    Reply remove(const QByteArray &path, const QString &bearer = {}) { return send("DELETE", path, bearer, {}, {}); }
    Reply form(const QByteArray &path, const QByteArray &body, const QString &bearer = {})
    {
        return send("POST", path, bearer, body, "application/x-www-form-urlencoded");
    }
    Reply json(const QByteArray &method, const QByteArray &path, const QJsonObject &object, const QString &bearer)
    {
        return send(method, path, bearer, QJsonDocument(object).toJson(), "application/json");
    }
    Reply control(const QByteArray &path, const QJsonObject &object)
    {
        return json("POST", path, object, m_server->controlToken().reveal());
    }

    QString token(const QByteArray &parameters)
    {
        return form("/oauth2/token", parameters).text(QLatin1StringView("access_token"));
    }
    QString adminToken() { return token("grant_type=client_credentials&client_id=admin&client_secret=admin_pass"); }
    QString clientToken() { return token("grant_type=client_credentials&" + studioEu()); }
    Reply signIn(const QByteArray &user)
    {
        return form(
            "/oauth2/token", "grant_type=password&" + studioEu() + "&username=" + user + "&password=" + user + "_pass");
    }
    QString userToken(const QByteArray &user = "reporter")
    {
        return signIn(user).text(QLatin1StringView("access_token"));
    }
    QString apiToken(const QString &userId)
    {
        const QJsonObject wish{
            {QStringLiteral("name"), QStringLiteral("test of %1").arg(userId)}, {QStringLiteral("userId"), userId}};
        return json("POST", "/oauth2/api-tokens", wish, adminToken()).text(QLatin1StringView("token"));
    }
    static QByteArray studioEu()
    {
        return QByteArray("client_id=") + server::teneo::studioEuId + "&client_secret=" + server::teneo::studioEuSecret;
    }

    server::LocalServer &server() { return *m_server; }
    QUrl url() const { return m_url; }
    quint16 port() const { return static_cast<quint16>(m_url.port()); }
    QByteArray host() const { return "127.0.0.1:" + QByteArray::number(port()); }

    HeldClock time;

private:
    // Kept beside the program: making one takes longer than most tests.
    static QByteArray keyOf(const QString &persona)
    {
        const QDir folder(QCoreApplication::applicationDirPath() + QStringLiteral("/signing-keys"));
        QFile kept(folder.filePath(persona));
        if (kept.open(QIODevice::ReadOnly))
            return kept.readAll();
        const QByteArray key = server::newSigningKey();
        QSaveFile made(kept.fileName()); // whole or not there: other tests look for it at the same time
        if (folder.mkpath(QStringLiteral(".")) && made.open(QIODevice::WriteOnly)) {
            made.write(key);
            made.commit();
        }
        return key;
    }

    std::unique_ptr<server::LocalServer> m_server;
    QUrl m_url;
};
