// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between builds that share the compiled tests.
#include "tests/testprogram.h"

#ifdef LATCHKEY_SANITIZE
const bool isSanitized = true;
#else
const bool isSanitized = false;
#endif

QString latchkeyProgram()
{
    return QStringLiteral(LATCHKEY_PROGRAM);
}
