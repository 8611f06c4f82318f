// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journalpage.h"

#include "core/background.h"
#include "items/journallist.h"
#include "items/journaltext.h"
#include "ui/exportbutton.h"
#include "ui/filterline.h"
#include "ui/journalpanel.h"
#include "ui/messagestrip.h"
#include "ui/recordlist.h"
#include "ui/recordtable.h"
#include "ui/recordtools.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QSaveFile>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

JournalPage::JournalPage(JournalList &journal, UiState &state, UndoOf undoOf, Clock clock, QWidget *parent)
    : QWidget(parent)
    , m_journal(journal)
    , m_undoOf(std::move(undoOf))
    , m_clock(std::move(clock))
    , m_strip(new MessageStrip(this))
    , m_splitter(new QSplitter(this))
    , m_list(new RecordList(journal, state, u"journal"_s, m_splitter))
    , m_panel(new JournalPanel(m_clock, m_splitter))
{
    m_strip->setMargins({14, 10, 14, 0});
    m_panel->hide();
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(buildFoot());
    m_list->tools().exportButton().setStrip(*m_strip);
    m_list->table().sortByColumn(0, Qt::DescendingOrder);
    connect(m_list, &RecordList::selectionChanged, this, &JournalPage::showSelected);
    connect(m_list, &RecordList::refreshRequested, this, &JournalPage::refresh);
    connect(journal.model(), &QAbstractItemModel::dataChanged, this, &JournalPage::showSelected);
    connect(m_panel, &JournalPanel::undoRequested, this, [this] { Q_EMIT undoRequested(*selected()); });
    connect(m_panel, &JournalPanel::checkRequested, this, [this] { Q_EMIT checkRequested(*selected()); });
}

QWidget *JournalPage::buildFoot()
{
    auto *foot = new QWidget(this);
    m_verify = new QPushButton(tr("Verify"), foot);
    m_verify->setObjectName(u"verifyJournal"_s);
    m_verify->setToolTip(tr("Checks that no line was changed, removed or slipped in"));
    auto *report = new QPushButton(tr("Report…"), foot);
    report->setObjectName(u"journalReport"_s);
    report->setToolTip(tr("Writes what is shown as a page to print"));
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(14, 0, 14, 10);
    layout->addStretch();
    layout->addWidget(m_verify);
    layout->addWidget(report);
    connect(m_verify, &QPushButton::clicked, this, &JournalPage::verify);
    connect(report, &QPushButton::clicked, this, &JournalPage::makeReport);
    return foot;
}

void JournalPage::refresh()
{
    onResult(this, m_journal.refresh(), [this](const Result<> &result) {
        if (!result)
            m_strip->showError(result.error());
    });
}

void JournalPage::setFilter(const QString &text)
{
    m_list->tools().filterLine().setText(text);
}

std::optional<JournalEntry> JournalPage::selected() const
{
    const QStringList ids = m_list->selectedIds();
    return ids.size() == 1 ? m_journal.find(ids.first()) : std::nullopt;
}

void JournalPage::showSelected()
{
    const auto entry = selected();
    if (entry)
        m_panel->show(*entry, m_undoOf(*entry));
    const bool wasHidden = m_panel->isHidden();
    m_panel->setVisible(entry.has_value());
    if (entry && wasHidden)
        m_splitter->setSizes({width() * 3 / 5, width() * 2 / 5});
}

void JournalPage::verify()
{
    m_verify->setEnabled(false);
    onResult(this, m_journal.check(), [this](const Result<JournalCheck> &check) {
        m_verify->setEnabled(true);
        if (!check)
            m_strip->showError(check.error());
        else if (check->broken)
            m_strip->showError({.kind = Error::Kind::Storage,
                .message = tr("Line %L1 of the journal is missing or is not what was written.").arg(*check->broken)});
        else
            m_strip->showInfo(tr("The journal is unbroken: %Ln line(s), the last with the hash %1.", nullptr,
                int(check->lines)).arg(QString::fromLatin1(check->head)));
    });
}

void JournalPage::makeReport()
{
    auto *dialog = new QFileDialog(this, tr("Write Report"), {}, tr("Web page (*.html)"));
    dialog->setObjectName(u"reportFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"html"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &JournalPage::writeReport);
    dialog->open();
}

void JournalPage::writeReport(const QString &path)
{
    QList<JournalEntry> entries;
    const auto *shown = m_list->table().model();
    for (int row = 0; row < shown->rowCount(); ++row)
        if (const auto entry = m_journal.find(shown->index(row, 0).data(IdRole).toString()))
            entries << *entry;
    const auto written = andThen(this, m_journal.check(), [=, now = m_clock()](const JournalCheck &check) {
        return inBackground([=]() -> Result<> {
            QSaveFile file(path);
            const QByteArray report = journalReport(entries, check, now);
            if (!file.open(QIODevice::WriteOnly) || file.write(report) != report.size() || !file.commit())
                return failure(Error::Kind::Storage, tr("The report could not be written."), file.errorString());
            return {};
        });
    });
    onResult(this, written, [this, count = int(entries.size())](const Result<> &result) {
        if (result)
            m_strip->showInfo(tr("The report was written, with %Ln entry(ies).", nullptr, count));
        else
            m_strip->showError(result.error());
    });
}

#include "moc_journalpage.cpp"
