// SPDX-License-Identifier: GPL-3.0-or-later
#include "jose/pastedtokens.h"

#include "jose/jwt.h"
#include "tests/fuzz/targets.h"

using namespace Qt::Literals::StringLiterals;

void fuzz::pasted(const QByteArray &input)
{
    constexpr int most = 8;
    const auto found = tokensIn(input, most);
    hold(found.has_value(), "no text is refused but a long one");
    hold(found->tokens.size() <= most, "there is a limit of tokens");
    QByteArrayList known;
    for (const Secret &token : found->tokens) {
        const QByteArray text = token.revealUtf8();
        hold(!text.isEmpty() && text == text.trimmed(), "a token has no space around it");
        hold(!known.contains(text), "a token is there once");
        known << text;
    }
    const Secret only = onlyTokenIn(Secret::fromUtf8(input));
    hold(found->tokens.size() != 1 || found->repeated + found->beyond > 0 || only == found->tokens.first()
            || only == Secret::fromUtf8(input),
        "the only token is that one");
}
