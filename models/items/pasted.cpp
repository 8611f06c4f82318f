// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/pasted.h"

#include "jose/pastedtokens.h"

#include <QCoreApplication>

namespace {

struct PastedTexts {
    Q_DECLARE_TR_FUNCTIONS(Inspection)
};

}

Result<Pasted> pastedTokens(const QByteArray &text, int most)
{
    return tokensIn(text, most).map([](const PastedTokens &found) {
        QStringList sentences;
        if (found.repeated > 0)
            sentences << PastedTexts::tr("%n repeated token(s) were left out.", nullptr, found.repeated);
        if (found.beyond > 0)
            sentences << PastedTexts::tr(
                "%n token(s) were left out because there are too many.", nullptr, found.beyond);
        if (found.otherLines > 0)
            sentences << PastedTexts::tr("%n line(s) held no token.", nullptr, found.otherLines);
        return Pasted{.tokens = found.tokens, .remark = sentences.join(u' ')};
    });
}
