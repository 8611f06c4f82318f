// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QRandomGenerator>

// Changes a seed as a fuzzer would, the same way for the same `random`.
inline QByteArray mutated(QByteArray text, const QList<QByteArray> &seeds, QRandomGenerator &random)
{
    static const QList<QByteArray> words{"\"", "{", "}", "[", "]", ",", ":", "\\", "\\u0000", "\\ud800", "null", "true",
        "-1", "1e999", "9223372036854775808", "\r\n", "\n", "\r", "%", "%00", "%2f", "&", "=", ";", "\xff", "\xc0\x80",
        "\xed\xa0\x80", "\xef\xbb\xbf", QByteArray(1, '\0'), "..", "//", "'", "<", "eyJ", QByteArray(300, '['),
        QByteArray(9000, 'x')};
    const auto place = [&] { return qsizetype(random.bounded(quint32(text.size()) + 1)); };
    const int steps = 1 + random.bounded(4);
    for (int step = 0; step < steps; ++step) {
        const qsizetype at = place();
        const qsizetype length = random.bounded(16);
        switch (random.bounded(6)) {
        case 0:
            if (at < text.size())
                text[at] = char(random.bounded(256));
            break;
        case 1:
            text.insert(at, words[random.bounded(int(words.size()))]);
            break;
        case 2:
            text.remove(at, length);
            break;
        case 3:
            text.insert(place(), text.mid(at, length));
            break;
        case 4:
            text.truncate(at);
            break;
        default: {
            const QByteArray &other = seeds[random.bounded(int(seeds.size()))];
            text = text.first(at) + other.mid(random.bounded(int(other.size()) + 1));
        }
        }
    }
    return text;
}
