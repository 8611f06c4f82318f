// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QList>

// Tokens found in a text, and one translated sentence about what was left out; empty when nothing was.
struct Pasted {
    QList<Secret> tokens{};
    QString remark{};
};

// As tokensIn(), for a screen.
Result<Pasted> pastedTokens(const QByteArray &text, int most);
