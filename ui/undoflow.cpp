// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/undoflow.h"

#include "items/undo.h"
#include "ui/messagestrip.h"
#include "ui/recordpage.h"

UndoFlow::UndoFlow(Server &server, ShowPage showPage, MessageStrip &strip, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_showPage(std::move(showPage))
    , m_strip(strip)
{
}

void UndoFlow::undo(const JournalEntry &entry)
{
    Collection *collection = m_server.collection(entry.kind);
    RecordPage *page = collection ? m_showPage(entry.kind) : nullptr;
    if (!page)
        return;
    // What it is now must be known before it can be made what it was.
    const auto loaded = collection->loadedAt().isValid() && !collection->isBusy() ? ready(Result<>()) : collection->refresh();
    onResult(page, loaded, [this, entry, page](const Result<> &result) {
        if (!result)
            m_strip.showError(result.error());
        else
            propose(entry, *page);
    });
}

void UndoFlow::propose(const JournalEntry &entry, RecordPage &page)
{
    const Undo undo = undoOf(entry, m_server);
    if (undo.way == Undo::Way::Removal) {
        page.selectIds({entry.recordId});
        return page.remove({entry.recordId});
    }
    auto draft = undoDraft(entry, m_server);
    if (!draft)
        return m_strip.showWarning(tr("“%1” is no longer on the server.").arg(entry.name));
    if (!draft->isNew() && !draft->isModified())
        return m_strip.showInfo(tr("“%1” has those values already.").arg(entry.name));
    page.edit(std::move(draft));
}

#include "moc_undoflow.cpp"
