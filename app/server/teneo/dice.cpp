// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/dice.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace server::teneo {

qint64 Dice::recent(qint64 longest)
{
    // Whole numbers only: what a fraction is rounded to differs between processors.
    constexpr int bits = 24;
    const auto part = static_cast<qint64>(below(quint64(1) << bits));
    return (((longest * part) >> bits) * part) >> bits;
}

QString Dice::uuid()
{
    constexpr quint64 versionBits = 0xf000;
    constexpr quint64 variantBits = quint64(3) << 62;
    const std::array halves{
        (m_generator() & ~versionBits) | 0x4000, (m_generator() & ~variantBits) | (quint64(2) << 62)};
    QString text(36, u'-');
    QChar *digit = text.data();
    for (const quint64 half : halves) {
        for (int shift = 60; shift >= 0; shift -= 4) {
            if (const auto at = digit - text.constData(); at == 8 || at == 13 || at == 18 || at == 23)
                ++digit;
            *digit++ = QLatin1Char("0123456789abcdef"[(half >> shift) & 0x0f]);
        }
    }
    return text;
}

QByteArray Dice::digest()
{
    const std::array<quint64, 4> bits{m_generator(), m_generator(), m_generator(), m_generator()};
    QByteArray bytes(sizeof(bits), Qt::Uninitialized);
    std::memcpy(bytes.data(), bits.data(), sizeof(bits));
    return bytes;
}

// What SplitMix64 makes of the number-th state after the seed.
quint64 mix(quint64 seed, quint64 number)
{
    quint64 bits = seed + (number + 1) * 0x9e3779b97f4a7c15;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
    return bits ^ (bits >> 31);
}

Ranks::Ranks(std::size_t count)
{
    quint64 sum = 0;
    for (std::size_t rank = 1; rank <= count; ++rank)
        m_upTo.push_back(sum += (quint64(1) << 40) / rank);
}

std::size_t Ranks::draw(Dice &dice) const
{
    const auto found = std::upper_bound(m_upTo.begin(), m_upTo.end(), dice.below(m_upTo.back()));
    return static_cast<std::size_t>(found - m_upTo.begin());
}

}
