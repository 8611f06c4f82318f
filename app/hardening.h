// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Keeps what this process holds to its user: files for nobody else, no core dump, and on Linux no other process of the
// same user that reads its memory. To be called before anything else. What the system refuses is left as it is.
//
// A process that cannot be read is refused by the desktop's portals as well, so the application must show dialogs of
// Qt's own (Qt::AA_DontUseNativeDialogs).
void hardenProcess();

// From now on memory is overwritten when it is freed, so that nothing of a secret stays in what nobody uses any more.
void overwriteFreedMemory();
