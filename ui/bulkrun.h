// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/bulkremoval.h"

class BatchDialog;

// The dialog of a bulk removal, not shown yet: with its report and its proof. Once it has closed, what is done leaves
// the store, and what is not waits there.
BatchDialog *makeBulkDialog(BulkRemoval &bulk, BulkRemoval::Run run, const QString &title, QWidget *page);
