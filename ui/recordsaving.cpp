// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordsaving.h"

#include "ui/conflictdialog.h"
#include "ui/differencedialog.h"

RecordSaving::RecordSaving(QWidget *page)
    : QObject(page)
    , m_page(page)
{
}

void RecordSaving::abandon()
{
    m_draft = nullptr;
}

void RecordSaving::save(Draft &draft)
{
    m_draft = &draft;
    if (draft.isNew())
        return send();
    onResult(this, draft.compare(), [this, asked = &draft](const Result<Conflict> &conflict) {
        if (m_draft == asked)
            takeConflict(conflict);
    });
}

void RecordSaving::takeConflict(const Result<Conflict> &conflict)
{
    if (!conflict)
        return Q_EMIT failed(conflict.error());
    if (!conflict->changes.isEmpty())
        return askAboutConflict(*conflict);
    m_draft->rebase({});
    if (m_draft->confirmsEffect())
        askAboutEffect(conflict->effect);
    else
        send();
}

void RecordSaving::askAboutConflict(const Conflict &conflict)
{
    auto *question = new ConflictDialog(*m_draft, conflict, m_page);
    connect(question, &QDialog::accepted, this, [this, question] {
        if (!m_draft)
            return;
        m_draft->rebase(question->theirs());
        Q_EMIT rebased();
        if (m_draft->isModified())
            send();
        else
            Q_EMIT saved(Saved{.id = m_draft->id()}); // the server has it all already
    });
    connect(question, &QDialog::rejected, this, &RecordSaving::stayed);
    question->open();
}

// The server would take an update of what is gone for a new record, so which of the two it is, is said first.
void RecordSaving::askAboutEffect(SaveEffect effect)
{
    auto *question = new DifferenceDialog(*m_draft, m_page);
    if (effect == SaveEffect::Create)
        question->ask(tr("CREATE: “%1” is no longer on the server. Saving makes it anew, with other credentials.")
                          .arg(m_draft->name()),
            tr("Create"));
    else
        question->ask(tr("CHANGE: “%1” is on the server and will be changed.").arg(m_draft->name()), tr("Change"));
    connect(question, &QDialog::accepted, this, &RecordSaving::send);
    connect(question, &QDialog::rejected, this, &RecordSaving::stayed);
    question->open();
}

void RecordSaving::send()
{
    if (!m_draft)
        return;
    // Told in any case: it may hold what the server tells only once.
    onResult(this, m_draft->save(), [this](const Result<Saved> &outcome) {
        if (outcome)
            Q_EMIT saved(*outcome);
        else
            Q_EMIT failed(outcome.error());
    });
}

#include "moc_recordsaving.cpp"
