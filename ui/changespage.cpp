// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changespage.h"

#include "items/server.h"
#include "ui/changedetail.h"
#include "ui/confirmdialog.h"
#include "ui/conflictdialog.h"
#include "ui/messagestrip.h"
#include "ui/recordtable.h"
#include "ui/scriptbutton.h"
#include "ui/stagedguard.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>

using namespace Qt::Literals::StringLiterals;

ChangesPage::ChangesPage(Server &server, QWidget *parent)
    : QWidget(parent)
    , m_server(server)
    , m_changes(server.changes())
    , m_guard(new StagedGuard(m_changes, this))
    , m_strip(new MessageStrip(this))
    , m_table(new RecordTable(this))
    , m_detail(new ChangeDetail(this))
    , m_progress(new QProgressBar(this))
{
    QBoxLayout *tools = buildTools(); // first: the table's keys are its buttons'
    m_strip->setMargins({14, 10, 14, 0});
    m_progress->setProperty("look", u"thin"_s);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(buildTable());
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({620, 430});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addLayout(tools);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_progress);
    layout->addWidget(buildFooter());
    connect(&m_changes, &ChangeSet::changed, this, &ChangesPage::updateState);
    connect(&m_changes, &ChangeSet::ended, this, &ChangesPage::takeEnd);
    connect(m_detail, &ChangeDetail::resolveRequested, this, &ChangesPage::resolveCurrent);
    updateState();
}

QPushButton *ChangesPage::makeButton(const QString &objectName, const QString &label)
{
    auto *button = new QPushButton(label, this);
    button->setObjectName(objectName);
    return button;
}

QBoxLayout *ChangesPage::buildTools()
{
    m_edit = makeButton(u"editChange"_s, tr("Edit"));
    m_drop = makeButton(u"dropChange"_s, tr("Drop"));
    m_up = makeButton(u"changeUp"_s, tr("Move Up"));
    m_down = makeButton(u"changeDown"_s, tr("Move Down"));
    m_drop->setToolTip(tr("Takes the change out of the list. Nothing is sent."));
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(14, 10, 14, 8);
    tools->setSpacing(6);
    for (QPushButton *button : {m_edit, m_drop, m_up, m_down})
        tools->addWidget(button);
    tools->addStretch();
    tools->addWidget(new ScriptButton(
        u"changes"_s, [this](ScriptLanguage language) { return script(language); }, *m_strip, this));
    const auto move = [this](int by) {
        if (const auto row = m_changes.rowOf(currentNumber()))
            m_changes.move(*row, by);
    };
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (const auto row = m_changes.rowOf(currentNumber()); row && m_changes.item(*row).draft)
            Q_EMIT editRequested(m_changes.item(*row).collection->kind(), currentNumber());
    });
    connect(m_drop, &QPushButton::clicked, this, [this] { m_changes.drop(currentNumber()); });
    connect(m_up, &QPushButton::clicked, this, [move] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [move] { move(1); });
    return tools;
}

// What applying would send, by whoever has the credential.
Result<QString> ChangesPage::script(ScriptLanguage language) const
{
    QList<Request> requests;
    for (const Request &request : m_changes.requests())
        requests << m_server.session().authorized(request);
    return scriptOf(language, requests, m_server.profile().url);
}

QWidget *ChangesPage::buildTable()
{
    m_table->setObjectName(u"changesTable"_s);
    m_table->setAccessibleName(tr("Staged changes"));
    m_table->setModel(&m_changes);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    auto *header = m_table->horizontalHeader();
    header->setStretchLastSection(true);
    m_table->setSortingEnabled(false); // the order is the one they are applied in
    header->setSectionsClickable(false);
    const QList<int> widths{110, 90, 150, 86};
    for (int column = 0; column < widths.size(); ++column)
        m_table->setColumnWidth(column, widths[column]);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ChangesPage::updateState);
    connect(m_table, &QTableView::activated, m_edit, &QPushButton::click);
    auto *drop = new QAction(tr("Drop"), m_table);
    drop->setShortcut(QKeySequence::Delete);
    drop->setShortcutContext(Qt::WidgetShortcut);
    connect(drop, &QAction::triggered, m_drop, &QPushButton::click);
    m_table->addAction(drop);
    return m_table;
}

QWidget *ChangesPage::buildFooter()
{
    auto *footer = new QWidget(this);
    m_summary = new QLabel(footer);
    m_summary->setObjectName(u"changesSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    auto *caption = new QLabel(tr("When one fails:"), footer);
    m_onFailure = new QComboBox(footer);
    m_onFailure->setObjectName(u"onFailure"_s);
    m_onFailure->addItem(tr("Stop"));
    m_onFailure->addItem(tr("Go on"));
    m_onFailure->setAccessibleName(caption->text());
    m_discard = makeButton(u"discardChanges"_s, {});
    m_stop = makeButton(u"stopChanges"_s, tr("Stop"));
    m_apply = makeButton(u"applyChanges"_s, {});
    m_apply->setProperty("look", u"primary"_s);
    auto *layout = new QHBoxLayout(footer);
    layout->setContentsMargins(14, 10, 14, 12);
    layout->addWidget(m_summary, 1);
    layout->addWidget(caption);
    layout->addWidget(m_onFailure);
    layout->addSpacing(8);
    for (QPushButton *button : {m_discard, m_stop, m_apply})
        layout->addWidget(button);
    connect(m_discard, &QPushButton::clicked, this, &ChangesPage::discardAll);
    connect(m_stop, &QPushButton::clicked, &m_changes, &ChangeSet::stop);
    connect(m_apply, &QPushButton::clicked, this, &ChangesPage::applyAll);
    return footer;
}

void ChangesPage::setReadOnly(bool readOnly, const QString &reason)
{
    m_readOnly = readOnly;
    m_reason = reason;
    updateState();
}

int ChangesPage::currentNumber() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? current.data(ChangeSet::NumberRole).toInt() : 0;
}

QString ChangesPage::countsText() const
{
    const auto counts = m_changes.counts();
    QStringList parts;
    if (counts.creates > 0)
        parts << tr("%Ln create(s)", nullptr, counts.creates);
    if (counts.edits > 0)
        parts << tr("%Ln edit(s)", nullptr, counts.edits);
    if (counts.removals > 0)
        parts << tr("%Ln removal(s)", nullptr, counts.removals);
    if (counts.rotations > 0)
        parts << tr("%Ln time(s) new credentials", nullptr, counts.rotations);
    //: %1 a number of changes with its word, %2 what they are, separated by commas
    return parts.isEmpty() ? tr("Nothing is staged.")
                           : tr("%1: %2").arg(tr("%Ln change(s)", nullptr, counts.total()), parts.join(u", "_s));
}

void ChangesPage::updateState()
{
    const auto row = m_changes.rowOf(currentNumber());
    const ChangeSet::Item *item = row ? &m_changes.item(*row) : nullptr;
    const bool isIdle = !m_changes.isApplying();
    const bool isOpen = item && item->state != ChangeSet::State::Done && item->state != ChangeSet::State::Applying;
    const int pending = m_changes.pending();
    m_detail->show(item);
    m_edit->setEnabled(isIdle && isOpen && item->draft);
    m_drop->setEnabled(isIdle && isOpen);
    m_up->setEnabled(isIdle && row && *row > 0);
    m_down->setEnabled(isIdle && row && *row + 1 < m_changes.rowCount());
    m_summary->setText(countsText());
    m_onFailure->setEnabled(isIdle);
    m_discard->setText(pending > 0 ? tr("Discard All…") : tr("Clear"));
    m_discard->setEnabled(isIdle && m_changes.rowCount() > 0);
    m_stop->setVisible(!isIdle);
    m_apply->setVisible(isIdle);
    m_apply->setEnabled(pending > 0 && !m_readOnly);
    m_apply->setToolTip(m_readOnly ? m_reason : QString());
    const bool asks = m_server.profile().environment == Environment::Production;
    m_apply->setText(asks ? tr("Apply…") : tr("Apply"));
    m_progress->setRange(0, std::max(1, m_changes.rowCount()));
    m_progress->setValue(isIdle ? 0 : m_changes.rowCount() - pending);
}

void ChangesPage::applyAll()
{
    if (m_server.profile().environment != Environment::Production)
        return start();
    const int total = m_changes.pending();
    auto *dialog = new ConfirmDialog(
        {.title = tr("Apply %Ln change(s) on %1?", nullptr, total).arg(m_server.profile().name),
            //: %1 "3 changes: 1 create, 2 edits", %2 name of a server
            .consequence = tr("%1 on %2. This is a production server: they take effect at once, for everybody.")
                               .arg(countsText(), m_server.profile().name),
            .names = m_guard->names(),
            .confirmLabel = tr("Apply %Ln Change(s)", nullptr, total)},
        this);
    connect(dialog, &QDialog::accepted, this, &ChangesPage::start);
    dialog->open();
}

void ChangesPage::start()
{
    m_strip->clear();
    m_changes.apply(m_onFailure->currentIndex() == 0 ? ChangeSet::OnFailure::Stop : ChangeSet::OnFailure::GoOn);
}

void ChangesPage::discardAll()
{
    if (m_changes.pending() == 0)
        return m_changes.discard();
    m_guard->askToDiscard();
}

void ChangesPage::resolveCurrent()
{
    const int number = currentNumber();
    const auto row = m_changes.rowOf(number);
    if (!row || m_changes.item(*row).state != ChangeSet::State::Conflict)
        return;
    const auto &item = m_changes.item(*row);
    if (item.conflict.effect == SaveEffect::Create)
        return resolveGone(number);
    auto *dialog = new ConflictDialog(*item.draft, item.conflict, this);
    dialog->setConfirmLabel(tr("Resolve"));
    connect(dialog, &QDialog::accepted, this, [this, dialog, number] { m_changes.resolve(number, dialog->theirs()); });
    dialog->open();
}

void ChangesPage::resolveGone(int number)
{
    const auto &item = m_changes.item(m_changes.rowOf(number).value());
    auto *dialog = new ConfirmDialog({.title = tr("Make “%1” anew?").arg(item.name),
                                         .consequence = item.error.message,
                                         .confirmLabel = tr("Create")},
        this);
    connect(dialog, &QDialog::accepted, this, [this, number] { m_changes.resolve(number, {}); });
    dialog->open();
}

void ChangesPage::takeEnd(int done, int failed)
{
    updateState();
    const int left = m_changes.pending() - failed;
    const QString summary = tr("%Ln change(s) applied.", nullptr, done);
    if (failed > 0)
        m_strip->showWarning(tr("%1 %2").arg(summary, tr("%Ln failed and can be applied again.", nullptr, failed)));
    else if (left > 0)
        m_strip->showInfo(tr("%1 %2").arg(summary, tr("%Ln not reached.", nullptr, left)));
    else
        m_strip->showInfo(summary);
}

#include "moc_changespage.cpp"
