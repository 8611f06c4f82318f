// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"

// A new record with everything of another that may be given to a new one, but for its id, secrets, dates and what the
// server makes. Its name says that it is a copy, as far as the server's rules for names allow, and is not taken yet.
std::unique_ptr<Draft> duplicateOf(Collection &collection, const Draft &source);

// The same values as a text to keep; nothing in it is secret.
QString templateOf(Collection &collection, const Draft &source);
// A new record with the values of such a text. Fields it does not tell, or tells wrongly, are as in any new record.
std::unique_ptr<Draft> draftFrom(Collection &collection, const QString &text);
