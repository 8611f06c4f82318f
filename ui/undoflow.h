// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/server.h"
#include "records/journalentry.h"

#include <QObject>

class MessageStrip;
class RecordPage;

// Takes a write back: opens the record as it was before in its editor, or asks to remove what was made. Nothing is sent
// before the person says so there.
class UndoFlow final : public QObject {
    Q_OBJECT

public:
    using ShowPage = std::function<RecordPage *(const QString &kind)>; // brings it to the front; null: there is none
    UndoFlow(Server &server, ShowPage showPage, MessageStrip &strip, QObject *parent = nullptr);

    void undo(const JournalEntry &entry);

private:
    void propose(const JournalEntry &entry, RecordPage &page);

    Server &m_server;
    ShowPage m_showPage;
    MessageStrip &m_strip;
};
