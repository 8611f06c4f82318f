// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/journalpage.h"

#include <QDialog>

// The journal of all servers, in a window of its own.
class JournalDialog final : public QDialog {
    Q_OBJECT

public:
    // `journal` becomes its own.
    JournalDialog(JournalList *journal, UiState &state, JournalPage::UndoOf undoOf, Clock clock, QWidget *parent);

    JournalPage &page() { return *m_page; }

private:
    JournalPage *m_page;
};
