// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/unsavedguard.h"

#include "ui/recordeditor.h"
#include "ui/unsaveddialog.h"

#include <utility>

UnsavedGuard::UnsavedGuard(RecordEditor &editor)
    : QObject(&editor)
    , m_editor(editor)
{
    connect(&editor, &RecordEditor::saved, this, &UnsavedGuard::goOn);
    connect(&editor, &RecordEditor::saveFailed, this, [this] { m_waiting = {}; });
}

void UnsavedGuard::whenSafe(std::function<void()> proceed)
{
    if (!m_editor.isSaving() && !m_editor.isModified()) {
        proceed();
        return;
    }
    m_waiting = std::move(proceed);
    if (!m_editor.isSaving())
        ask();
}

void UnsavedGuard::ask()
{
    if (m_dialog)
        return;
    m_dialog = new UnsavedDialog(m_editor.draft()->name(), m_editor.parentWidget());
    connect(m_dialog, &UnsavedDialog::saveChosen, &m_editor, &RecordEditor::save);
    connect(m_dialog, &UnsavedDialog::stayChosen, this, [this] { m_waiting = {}; });
    connect(m_dialog, &UnsavedDialog::discardChosen, this, [this] {
        m_editor.clear();
        goOn();
    });
    m_dialog->open();
}

void UnsavedGuard::goOn()
{
    if (const auto proceed = std::exchange(m_waiting, {}))
        proceed();
}

#include "moc_unsavedguard.cpp"
