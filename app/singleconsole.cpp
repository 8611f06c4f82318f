// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleconsole.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>

using namespace Qt::Literals::StringLiterals;

static constexpr int patience = 3000; // ms
static constexpr qint64 longestCall = 4096; // bytes

// Short, because a socket's path may have no more than about a hundred bytes, and a home folder may be long.
static QString addressFor(const QString &folder)
{
    const QByteArray digest = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
    const QString shared = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return QDir(shared.isEmpty() ? folder : shared).filePath(u"latchkey-"_s + QString::fromLatin1(digest));
}

SingleConsole::SingleConsole(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_lock(QDir(folder).filePath(u"latchkey.lock"_s))
    , m_address(addressFor(QDir(folder).canonicalPath()))
{
    m_lock.setStaleLockTime(0); // a console may run for weeks; only when its process is gone does its claim end
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *other = m_server.nextPendingConnection()) {
            connect(other, &QLocalSocket::disconnected, other, &QObject::deleteLater);
            connect(other, &QLocalSocket::readyRead, this, [this, other] { answer(*other); });
        }
    });
}

Result<bool> SingleConsole::claim()
{
    if (!m_lock.tryLock(0)) {
        if (m_lock.error() == QLockFile::LockFailedError)
            return false;
        return failure(Error::Kind::Storage,
            tr("The folder %1 cannot be written to.").arg(QFileInfo(m_lock.fileName()).absolutePath()));
    }
    QLocalServer::removeServer(m_address); // of a console that crashed
    m_server.listen(m_address); // without it there is nobody to call: said to whoever tries
    return true;
}

Result<> SingleConsole::callFirst(const QString &profile)
{
    QLocalSocket first;
    const QDeadlineTimer deadline(patience);
    while (first.state() != QLocalSocket::ConnectedState && !deadline.hasExpired()) {
        first.connectToServer(m_address); // which is not there yet, just after the other was started
        if (!first.waitForConnected(patience))
            QThread::msleep(20);
    }
    if (first.state() == QLocalSocket::ConnectedState) {
        first.write(profile.toUtf8() + '\n');
        if (first.waitForReadyRead(patience))
            return {};
    }
    return failure(Error::Kind::Timeout,
        tr("Another console is running with the same data, but does not answer. Close it, then start again."),
        first.errorString());
}

void SingleConsole::answer(QLocalSocket &other)
{
    if (!other.canReadLine()) {
        if (other.bytesAvailable() > longestCall)
            other.abort();
        return;
    }
    const QByteArray line = other.readLine(longestCall);
    other.write("\n");
    other.flush();
    other.disconnectFromServer();
    Q_EMIT called(QString::fromUtf8(line.chopped(1)));
}

#include "moc_singleconsole.cpp"
