// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "items/undo.h"
#include "ui/uistate.h"

#include <QWidget>

#include <functional>

class JournalList;
class JournalPanel;
class MessageStrip;
class QPushButton;
class QSplitter;
class RecordList;
struct JournalEntry;

// The journal: its list, and the chosen entry beside it.
class JournalPage final : public QWidget {
    Q_OBJECT

public:
    // What would undo an entry; nothing where its server is not connected.
    using UndoOf = std::function<std::optional<Undo>(const JournalEntry &)>;

    JournalPage(JournalList &journal, UiState &state, UndoOf undoOf, Clock clock = systemClock,
        QWidget *parent = nullptr);

    void refresh();
    void setFilter(const QString &text);
    MessageStrip &strip() { return *m_strip; }

Q_SIGNALS:
    void undoRequested(const JournalEntry &entry);
    void checkRequested(const JournalEntry &entry); // what became of it, on the server

private:
    QWidget *buildFoot();
    std::optional<JournalEntry> selected() const;
    void showSelected();
    void verify();
    void makeReport();
    void writeReport(const QString &path);

    JournalList &m_journal;
    UndoOf m_undoOf;
    Clock m_clock;
    MessageStrip *m_strip;
    QSplitter *m_splitter;
    RecordList *m_list;
    JournalPanel *m_panel;
    QPushButton *m_verify = nullptr;
};
