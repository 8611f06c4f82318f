// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

// A script of tests/interop/node in a process of its own, which ends when its input closes: with this object, or with a
// test that crashed. What it has to say is a line of JSON; other lines are for people.
class ForeignProgram {
public:
    ForeignProgram() { m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel); }
    ~ForeignProgram()
    {
        m_process.closeWriteChannel();
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(patience))
            m_process.kill();
    }
    Q_DISABLE_COPY_MOVE(ForeignProgram)

    void start(const QString &script)
    {
        const QString folder = qEnvironmentVariable("LATCHKEY_NODE_FOLDER");
        m_process.start(QStringLiteral("node"), {folder + QStringLiteral("/scripts/") + script});
    }
    void write(const QJsonObject &facts)
    {
        m_process.write(QJsonDocument(facts).toJson(QJsonDocument::Compact) + '\n');
    }
    bool hasSpoken() const { return m_process.canReadLine(); }
    // Blocks until it says something; empty: it will not.
    QJsonObject nextFacts()
    {
        for (;;) {
            while (!m_process.canReadLine())
                if (!m_process.waitForReadyRead(patience))
                    return {};
            const QByteArray line = m_process.readLine();
            if (line.startsWith('{'))
                return QJsonDocument::fromJson(line).object();
        }
    }
private:
    static constexpr int patience = 60'000; // ms; far beyond what a loaded machine needs

    QProcess m_process;
};
