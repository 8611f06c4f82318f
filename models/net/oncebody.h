// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

// A request body that can be read once only. QNetworkAccessManager 6.4 repeats a request whose connection broke, unless
// its body comes from a sequential device that cannot be rewound: then it reports ContentReSendError.
class OnceBody : public QIODevice {
public:
    OnceBody(const QByteArray &bytes, QObject *parent);

    qsizetype taken() const { return m_position; } // bytes handed over for sending

    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_position >= m_bytes.size(); }
    bool reset() override { return false; } // without the warning that the default gives
    qint64 bytesAvailable() const override { return m_bytes.size() - m_position; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qsizetype m_position = 0;
};
