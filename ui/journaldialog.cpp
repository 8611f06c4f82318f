// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journaldialog.h"

#include "items/journallist.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

JournalDialog::JournalDialog(
    JournalList *journal, UiState &state, JournalPage::UndoOf undoOf, Clock clock, QWidget *parent)
    : QDialog(parent)
    , m_page(new JournalPage(*journal, state, std::move(undoOf), std::move(clock), this))
{
    setObjectName(u"journalDialog"_s);
    setWindowTitle(tr("Journal of All Servers"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    journal->setParent(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_page);
    constexpr QSize usual{1100, 640}; // device-independent pixels
    resize(usual);
    m_page->refresh();
}

#include "moc_journaldialog.cpp"
