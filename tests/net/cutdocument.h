// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/jsonsplitter.h"

#include <optional>

// A document as the splitter cuts it.
struct Cut {
    QByteArrayList elements{};
    QByteArray rest{};
    std::optional<Error::Kind> error{};
    bool operator==(const Cut &) const = default;
};

// The document in these pieces.
inline Cut cut(const QByteArrayList &pieces, const QList<QByteArray> &path, const JsonSplitter::Limits &limits = {})
{
    Cut result;
    JsonSplitter splitter(path, limits);
    const auto take = [&](QByteArrayView element) -> Result<> {
        result.elements << element.toByteArray();
        // The promise of readable bytes behind an element; a sanitizer sees it broken.
        volatile char last = element.data()[element.size() + JsonSplitter::padding - 1];
        Q_UNUSED(last)
        return {};
    };
    Result<> outcome;
    for (const QByteArray &piece : pieces)
        if (outcome)
            outcome = splitter.feed(piece, take);
    if (outcome)
        outcome = splitter.end();
    if (!outcome)
        result.error = outcome.error().kind;
    result.rest = splitter.rest();
    return result;
}
