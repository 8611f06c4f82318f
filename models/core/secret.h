// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMetaType>
#include <QString>

// A password, token or client secret: text that must not leave by accident. It converts to nothing, prints nothing and
// serialises nowhere; whoever needs the text says so by calling reveal().
class Secret {
public:
    Secret() = default;
    explicit Secret(const QString &text)
        : m_utf8(text.toUtf8())
    {
    }
    static Secret fromUtf8(const QByteArray &utf8)
    {
        Secret secret;
        secret.m_utf8 = utf8;
        return secret;
    }

    bool isEmpty() const { return m_utf8.isEmpty(); }
    QString reveal() const { return QString::fromUtf8(m_utf8); }
    QByteArray revealUtf8() const { return m_utf8; }
    bool operator==(const Secret &) const = default;

private:
    QByteArray m_utf8;
};

Q_DECLARE_METATYPE(Secret)
