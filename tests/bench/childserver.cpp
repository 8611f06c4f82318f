// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/childserver.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

ChildServer::~ChildServer()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished())
        m_process.kill();
    m_process.waitForFinished();
}

Result<QUrl> ChildServer::start(int rows, quint64 seed)
{
    constexpr int startPatience = 600'000; // ms; a million of tokens are written first
    const qint64 tokens = (qint64(rows) * 10 + 5) / 6; // six of ten are access tokens
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(LATCHKEY_PROGRAM),
        {u"--serve"_s, u"--persona"_s, u"teneo"_s, u"--port"_s, u"0"_s, u"--data"_s, u":memory:"_s, u"--demo"_s,
            QString::number(tokens), u"--seed"_s, QString::number(seed), u"--end-with-input"_s});
    while (!m_process.canReadLine())
        if (!m_process.waitForReadyRead(startPatience))
            return failure(Error::Kind::Network, u"The local server did not start: "_s + m_process.errorString());
    const QUrl url(QJsonDocument::fromJson(m_process.readLine()).object()[u"url"].toString(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return failure(Error::Kind::Protocol, u"The local server did not say where it is."_s);
    return url;
}
