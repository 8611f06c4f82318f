// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/requestscript.h"
#include "net/exchangesummary.h"

// Both sides of an exchange as a person may read them; what is not all there says so.
QString sentText(const ExchangeSummary &exchange);
QString receivedText(const ExchangeSummary &exchange);

// The requests of these as a script, see requestscript.h. Rejected where one of them was not kept whole.
Result<QString> scriptOf(ScriptLanguage language, const QList<ExchangeSummary> &exchanges);
