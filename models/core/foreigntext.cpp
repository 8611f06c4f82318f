// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foreigntext.h"

QString tamed(const QString &text)
{
    QString tame = text;
    for (QChar &c : tame) {
        const char16_t code = c.unicode();
        const bool isTurn = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
        if (isTurn || (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t'))
            c = QChar::ReplacementCharacter;
    }
    return tame;
}

QString oneLine(const QString &text)
{
    return tamed(text).simplified(); // which takes U+2028 and U+2029 for spaces, too
}

QString breakable(const QString &text)
{
    constexpr int longest = 40; // an identifier of 36 characters stays whole
    constexpr QChar mayBreak(0x200b);
    const QString tame = tamed(text);
    QString broken;
    broken.reserve(tame.size());
    int length = 0;
    for (const QChar c : tame) {
        const bool isWithin = c.isLowSurrogate() || c.isMark();
        length = c.isSpace() ? 0 : length + 1;
        if (length > longest && !isWithin) {
            broken += mayBreak;
            length = 1;
        }
        broken += c;
    }
    return broken;
}
