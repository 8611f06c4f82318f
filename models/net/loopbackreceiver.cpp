// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/loopbackreceiver.h"

#include "net/callbackpage.h"
#include "net/randomtext.h"

#include <QNetworkProxy>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

LoopbackReceiver::LoopbackReceiver(const Secret &state, LoopbackLimits limits)
    : m_target{.state = state}
    , m_limits(limits)
{
    m_server.setProxy(QNetworkProxy::NoProxy);
    connect(&m_server, &QTcpServer::newConnection, this, &LoopbackReceiver::accept);
}

LoopbackReceiver::~LoopbackReceiver()
{
    close();
}

Result<QString> LoopbackReceiver::listen(const QString &path, quint16 port)
{
    // RFC 8252 §8.3: the address and not "localhost", which may be another interface.
    if (!m_server.listen(QHostAddress(QHostAddress::LocalHost), port)) {
        const QString message = port == 0
            ? tr("This computer has no free port for the answer from the browser.")
            : tr("Port %1, to which the browser is to return, is in use by another program.").arg(port);
        return failure(Error::Kind::Network, message, m_server.errorString());
    }
    m_target.port = m_server.serverPort();
    m_target.path = path.isEmpty() ? '/' + randomText(16) : path.toLatin1();
    return u"http://127.0.0.1:%1%2"_s.arg(m_target.port).arg(QString::fromLatin1(m_target.path));
}

void LoopbackReceiver::accept()
{
    while (QTcpSocket *connection = m_server.nextPendingConnection()) {
        connection->setReadBufferSize(callbackLimit + 1);
        m_connections.append(connection);
        connect(connection, &QTcpSocket::readyRead, this, [this, connection] { read(connection); });
        connect(connection, &QTcpSocket::disconnected, this, [this, connection] { drop(connection); });
        auto *patience = new QTimer(connection);
        patience->setSingleShot(true);
        connect(patience, &QTimer::timeout, this, [this, connection] { drop(connection); });
        patience->start(m_limits.patience);
        if (m_connections.size() > m_limits.connections)
            drop(m_connections.first());
    }
}

void LoopbackReceiver::read(QTcpSocket *connection)
{
    if (!m_connections.contains(connection))
        return;
    const Callback callback = readCallback(connection->peek(callbackLimit + 1), m_target);
    if (callback.status == 0)
        return;
    if (callback.status != 200)
        return finish(
            connection, callbackPage(callback.status, tr("This is not the answer to the sign-in that is under way.")));
    m_connections.removeOne(connection);
    m_browser = connection;
    close();
    Q_EMIT received(callback.response);
}

void LoopbackReceiver::answer(const Result<> &outcome)
{
    if (m_browser && m_browser->state() == QAbstractSocket::ConnectedState)
        finish(m_browser,
            callbackPage(200,
                outcome ? tr("You are signed in. You can close this window.")
                        : tr("The sign-in failed: %1").arg(outcome.error().message)));
    m_browser = nullptr;
}

void LoopbackReceiver::close()
{
    m_server.close();
    while (!m_connections.isEmpty())
        drop(m_connections.first());
}

void LoopbackReceiver::drop(QTcpSocket *connection)
{
    if (!m_connections.removeOne(connection))
        return;
    connection->disconnect(this);
    connection->abort();
    connection->deleteLater();
}

// Flushed at once, so that the page arrives even when all of this is deleted in the next moment.
void LoopbackReceiver::finish(QTcpSocket *connection, const QByteArray &page)
{
    m_connections.removeOne(connection);
    connection->disconnect(this);
    connection->readAll(); // a close over unread bytes would take the page back
    connection->write(page);
    connection->flush();
    connection->disconnectFromHost();
    connection->deleteLater();
}

#include "moc_loopbackreceiver.cpp"
