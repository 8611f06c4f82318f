// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialects/dialect.h"

// One of the lists of tokens a server may have.
struct TokenKind {
    const char *word = ""; // context "Fields", of Token::kind
    QString list{}; // kind of the collection
};
// In the order of their lists, whether a server has them or not.
const QList<TokenKind> &tokenKinds();

// The lists of API, access and refresh tokens this dialect has, as one: they are asked for one after the other, and
// each token says of which it is. API tokens are as much as tokens can be. Empty where there are not two of them.
Endpoint<Token> allTokens(const Dialect &dialect);
