// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/localserverprocess.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

LocalServerProcess::LocalServerProcess(QObject *parent)
    : QObject(parent)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &LocalServerProcess::readOutput);
    const auto gone = [this] {
        settle(failure(Error::Kind::Network, tr("The local server did not start."), m_process.errorString()));
    };
    connect(&m_process, &QProcess::finished, this, gone);
    connect(&m_process, &QProcess::errorOccurred, this, gone);
    m_ready.start();
}

LocalServerProcess::~LocalServerProcess()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel();
    // It has nothing to lose: its data live in memory.
    if (!m_process.waitForFinished(2000)) {
        m_process.kill();
        m_process.waitForFinished(1000);
    }
}

Future<LocalServerProcess::Ready> LocalServerProcess::start(const QStringList &personas)
{
    QStringList arguments{u"--serve"_s, u"--port"_s, u"0"_s, u"--data"_s, u":memory:"_s, u"--demo"_s, u"--end-with-input"_s};
    if (personas.contains(u"teneo"_s))
        arguments << u"--studios"_s << u"12"_s; // whose maintenance has a past
    for (const QString &persona : personas)
        arguments << u"--persona"_s << persona;
    m_process.start(QCoreApplication::applicationFilePath(), arguments);
    return m_ready.future();
}

void LocalServerProcess::readOutput()
{
    if (!m_process.canReadLine())
        return;
    const auto line = QJsonDocument::fromJson(m_process.readLine()).object();
    const Ready ready{
        .url = QUrl(line[u"url"].toString(), QUrl::StrictMode), .control = Secret(line[u"control"].toString())};
    if (ready.url.isValid() && !ready.url.host().isEmpty())
        settle(ready);
    else
        settle(failure(Error::Kind::Protocol, tr("The local server did not say where it is.")));
}

void LocalServerProcess::settle(const Result<Ready> &result)
{
    if (std::exchange(m_settled, true))
        return;
    m_ready.addResult(result);
    m_ready.finish();
}

#include "moc_localserverprocess.cpp"
