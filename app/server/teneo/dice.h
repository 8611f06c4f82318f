// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <random>
#include <vector>

namespace server::teneo {

// Chance that repeats: the same seed throws the same on every machine, which the distributions of <random> do not.
class Dice {
public:
    explicit Dice(quint64 seed)
        : m_generator(seed)
    {
    }

    quint64 below(quint64 end) { return m_generator() % end; }
    bool isOneOf(quint64 count) { return below(count) == 0; }
    qint64 recent(qint64 longest); // an age in milliseconds: half are younger than a quarter of the longest
    QString uuid(); // version 4
    QByteArray digest(); // SHA-256 of a value nobody knows

private:
    std::mt19937_64 m_generator;
};

// A seed for each number, so that something can be drawn without what comes before it.
quint64 mix(quint64 seed, quint64 number);

// Ranks as often as Zipf's law has it: the second half as often as the first, the third a third as often, and so on.
class Ranks {
public:
    explicit Ranks(std::size_t count);
    std::size_t draw(Dice &dice) const;

private:
    std::vector<quint64> m_upTo; // sum of the weights up to each rank
};

}
