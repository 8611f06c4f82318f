// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "items/undo.h"
#include "records/journalentry.h"

#include <QScrollArea>

#include <optional>

class DifferenceGrid;
class QLabel;
class QPushButton;

// One entry of the journal: what was done where by whom, what came of it, the record before and after, and its undo.
class JournalPanel final : public QScrollArea {
    Q_OBJECT

public:
    explicit JournalPanel(Clock clock, QWidget *parent = nullptr);

    // `undo`: nothing where its server is not connected.
    void show(const JournalEntry &entry, const std::optional<Undo> &undo);

Q_SIGNALS:
    void undoRequested();
    void checkRequested(); // what became of it, on the server

private:
    void showFacts(const JournalEntry &entry);
    void showDifferences(const JournalEntry &entry);

    Clock m_clock;
    QLabel *m_title;
    QLabel *m_result;
    DifferenceGrid *m_facts;
    DifferenceGrid *m_differences;
    QLabel *m_undoNote;
    QPushButton *m_undo;
    QPushButton *m_check;
};
