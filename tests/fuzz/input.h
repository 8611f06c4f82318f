// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

// An input taken apart from its beginning: a few bytes that choose, then what is read.
class FuzzInput {
public:
    explicit FuzzInput(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    // 0 ≤ … < count; 0 at the end of the input.
    qsizetype choice(qsizetype count)
    {
        const auto byte = m_at < m_bytes.size() ? static_cast<quint8>(m_bytes[m_at++]) : quint8(0);
        return count > 0 ? byte % count : 0;
    }
    // Up to the next line break.
    QByteArray line()
    {
        const qsizetype end = m_bytes.indexOf('\n', m_at);
        const QByteArray line = m_bytes.mid(m_at, end < 0 ? -1 : end - m_at);
        m_at = end < 0 ? m_bytes.size() : end + 1;
        return line;
    }
    QByteArray rest() const { return m_bytes.mid(m_at); }

private:
    const QByteArray &m_bytes;
    qsizetype m_at = 0;
};

// The text cut into pieces whose sizes follow from `seed`.
inline QList<QByteArray> piecesOf(const QByteArray &text, quint32 seed)
{
    QList<QByteArray> pieces;
    for (qsizetype at = 0; at < text.size();) {
        seed = seed * 1'664'525 + 1'013'904'223;
        const qsizetype size = 1 + qsizetype(seed >> 24) % (seed & 0x400 ? 64 : 3);
        pieces << text.mid(at, size);
        at += size;
    }
    return pieces;
}
