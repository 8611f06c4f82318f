// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QList>

// The tokens somebody pasted or keeps in a file.
struct PastedTokens {
    QList<Secret> tokens{}; // each once, in their order
    int repeated = 0; // further copies of them
    int beyond = 0; // left out because there are too many
    int otherLines = 0; // lines in which nothing looks like a token
};

constexpr qsizetype longestPaste = 33'554'432; // bytes

// Finds the tokens in a text (UTF-8): a JSON array of strings; JSON objects anywhere with access_token, refresh_token,
// id_token or token; the same as one JSON text per line; else a token per line, without what people and programs put
// around it: white space, quotes, brackets, "Authorization: Bearer", the address it was a parameter of, the words of a
// log. A JWT that was wrapped into several lines is put together again.
// The only error is TooLarge.
Result<PastedTokens> tokensIn(const QByteArray &text, int maximum);

// The one token in `pasted`; `pasted` itself, without white space around it, when there is none or more than one.
Secret onlyTokenIn(const Secret &pasted);
