// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordpage.h"

#include "ui/batchdialog.h"
#include "ui/confirmdialog.h"
#include "ui/messagestrip.h"
#include "ui/recordeditor.h"
#include "ui/recordlist.h"
#include "ui/recordtable.h"
#include "ui/shownoncedialog.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

static const auto splitterName = u"records"_s;

RecordPage::RecordPage(Collection &collection, UiState &state, const QString &dialect, QWidget *parent)
    : QWidget(parent)
    , m_collection(collection)
    , m_state(state)
    , m_strip(new MessageStrip(this))
    , m_list(new RecordList(collection, state, dialect, this))
    , m_splitter(new QSplitter(this))
    , m_side(new QStackedWidget(this))
    , m_editor(new RecordEditor(this))
    , m_several(buildSeveral())
{
    setObjectName(collection.kind());
    m_side->addWidget(m_editor);
    m_side->addWidget(m_several);
    m_side->setMinimumWidth(290);
    m_side->hide();
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_side);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_strip->setMargins({14, 10, 14, 0});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_splitter, 1);

    buildActions();
    connect(&collection, &Collection::stateChanged, this, &RecordPage::takeState);
    connect(collection.model(), &QAbstractItemModel::dataChanged, this, &RecordPage::reopenIfChanged);
    connect(m_list, &RecordList::selectionChanged, this, &RecordPage::takeSelection);
    connect(m_list, &RecordList::refreshRequested, this, &RecordPage::refresh);
    connect(m_list, &RecordList::newRequested, this, &RecordPage::createNew);
    connect(m_editor, &RecordEditor::saved, this, &RecordPage::takeSaved);
    connect(m_editor, &RecordEditor::saveFailed, this, [this] { m_afterSave = {}; });
    connect(m_editor, &RecordEditor::savingChanged, this, [this] { m_list->setEnabled(!m_editor->isSaving()); });
    connect(m_editor, &RecordEditor::removeRequested, this, [this](const QString &id) { remove({id}); });
    connect(m_editor, &RecordEditor::closeRequested, this, [this] {
        if (m_editor->draft()->isNew())
            whenSafe([this] { showSelection(); });
        m_list->table().setFocus();
    });
    connect(m_splitter, &QSplitter::splitterMoved, this,
        [this] { m_state.setSplitterSizes(splitterName, m_splitter->sizes()); });
    connect(&m_minute, &QTimer::timeout, m_editor, &RecordEditor::updateTimes);
    m_minute.start(std::chrono::minutes(1));
}

RecordPage::~RecordPage() = default;

QWidget *RecordPage::buildSeveral()
{
    auto *several = new QWidget(this);
    m_severalText = new QLabel(several);
    m_severalText->setObjectName(u"severalText"_s);
    m_severalText->setProperty("look", u"title"_s);
    m_severalText->setTextFormat(Qt::PlainText);
    m_severalText->setWordWrap(true);
    m_removeSeveral = new QPushButton(removeLabel(), several);
    m_removeSeveral->setObjectName(u"deleteSelected"_s);
    m_removeSeveral->setVisible(m_collection.operations() & Operation::Remove);
    auto *unselect = new QPushButton(tr("Clear Selection"), several);
    auto *layout = new QVBoxLayout(several);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->addWidget(m_severalText);
    layout->addSpacing(8);
    layout->addWidget(m_removeSeveral, 0, Qt::AlignLeading);
    layout->addWidget(unselect, 0, Qt::AlignLeading);
    layout->addStretch();
    connect(m_removeSeveral, &QPushButton::clicked, this, &RecordPage::removeSelected);
    connect(unselect, &QPushButton::clicked, this, [this] { m_list->selectIds({}); });
    return several;
}

void RecordPage::buildActions()
{
    const auto addShortcut = [this](const QString &text, const QKeySequence &keys, auto &&slot) {
        auto *action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    addShortcut(tr("Filter"), QKeySequence::Find, &RecordPage::focusFilter);
    addShortcut(tr("New"), QKeySequence::New, &RecordPage::createNew);
    addShortcut(tr("Save"), QKeySequence::Save, [this] { m_editor->save(); });

    auto &table = m_list->table();
    m_edit = new QAction(tr("Edit"), this);
    connect(m_edit, &QAction::triggered, m_editor, &RecordEditor::focusFirstField);
    m_remove = new QAction(removeLabel(), this);
    m_remove->setShortcut(QKeySequence::Delete);
    m_remove->setShortcutContext(Qt::WidgetShortcut);
    connect(m_remove, &QAction::triggered, this, &RecordPage::removeSelected);
    table.addAction(m_remove);
    table.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&table, &QWidget::customContextMenuRequested, this, &RecordPage::showMenu);
    connect(&table, &QTableView::activated, m_editor, &RecordEditor::focusFirstField);
}

void RecordPage::showMenu(const QPoint &position)
{
    const auto ids = selectedIds();
    if (ids.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_edit->setEnabled(ids.size() == 1 && can(Operation::Update));
    m_remove->setEnabled(can(Operation::Remove));
    menu->addAction(m_edit);
    menu->addAction(tr("Copy Name"), this, [this] { copy(NameRole); });
    menu->addAction(tr("Copy ID"), this, [this] { copy(IdRole); });
    if (m_collection.operations() & Operation::Remove) {
        menu->addSeparator();
        menu->addAction(m_remove);
    }
    menu->popup(m_list->table().viewport()->mapToGlobal(position));
}

void RecordPage::copy(int role)
{
    QStringList texts;
    const auto rows = m_list->table().selectionModel()->selectedRows();
    for (const auto &row : rows)
        texts << row.data(role).toString();
    QGuiApplication::clipboard()->setText(texts.join(u'\n'));
}

void RecordPage::refresh()
{
    if (m_collection.isBusy())
        return;
    m_strip->clear();
    m_collection.refresh(); // its outcome is the collection's state
}

void RecordPage::takeState()
{
    const auto error = m_collection.error();
    if (m_collection.isBusy() || !error)
        return;
    if (error->kind == Error::Kind::Stopped) {
        m_strip->showInfo(error->message);
        return;
    }
    m_strip->showError(*error);
    if (error->kind == Error::Kind::Unauthorized)
        m_strip->setAction(tr("Sign In"), [this] { Q_EMIT signInRequested(); });
    else
        m_strip->setAction(tr("Retry"), [this] { refresh(); });
}

bool RecordPage::hasUnsavedChanges() const
{
    return m_editor->isModified();
}

void RecordPage::selectIds(const QStringList &ids)
{
    m_list->selectIds(ids);
}

QStringList RecordPage::selectedIds() const
{
    return m_list->selectedIds();
}

void RecordPage::setReadOnly(bool readOnly, const QString &reason)
{
    m_readOnly = readOnly;
    m_list->setReadOnly(readOnly, reason);
    m_editor->setReadOnly(readOnly, reason);
    m_remove->setEnabled(can(Operation::Remove));
    m_removeSeveral->setEnabled(can(Operation::Remove));
    m_removeSeveral->setToolTip(readOnly ? reason : QString());
}

void RecordPage::focusFilter()
{
    m_list->focusFilter();
}

bool RecordPage::can(Operation operation) const
{
    return !m_readOnly && (m_collection.operations() & operation);
}

QString RecordPage::removeLabel() const
{
    return m_collection.removal() == Removal::Revoke ? tr("Revoke…") : tr("Delete…");
}

void RecordPage::takeSelection()
{
    const auto ids = selectedIds();
    const auto *draft = m_editor->draft();
    const bool sameRecord = draft && !draft->isNew() && ids == QStringList{draft->id()};
    // A filter or a refresh may take the row away; what was typed stays.
    if (sameRecord ? m_side->currentWidget() == m_editor : (ids.isEmpty() && hasUnsavedChanges()))
        return;
    if (!hasUnsavedChanges()) {
        showSelection();
        return;
    }
    m_list->selectIds(draft->isNew() ? QStringList() : QStringList{draft->id()});
    whenSafe([this, ids] {
        m_list->selectIds(ids);
        showSelection();
    });
}

void RecordPage::showSelection()
{
    const auto ids = selectedIds();
    if (ids.size() == 1) {
        openRecord(ids.first());
        return;
    }
    m_editor->clear();
    m_severalText->setText(tr("%1 selected", "3 clients selected").arg(m_collection.nameOf(int(ids.size()))));
    showSide(ids.isEmpty() ? nullptr : m_several);
}

void RecordPage::openRecord(const QString &id)
{
    open(m_collection.draft(id));
}

void RecordPage::open(std::unique_ptr<Draft> draft)
{
    if (!draft) {
        m_editor->clear();
        showSide(nullptr);
        return;
    }
    const bool removable = m_collection.operations() & Operation::Remove;
    m_editor->edit(std::move(draft), m_collection.newTitle(), removable ? removeLabel() : QString());
    showSide(m_editor);
}

// A refresh brought something else than what the editor was opened with.
void RecordPage::reopenIfChanged()
{
    const auto *shown = m_editor->draft();
    if (!shown || shown->isNew() || shown->isModified() || m_editor->isSaving())
        return;
    auto now = m_collection.draft(shown->id());
    for (int field = 0; now && field < now->fieldCount(); ++field)
        if (now->originalValue(field) != shown->originalValue(field)) {
            open(std::move(now));
            return;
        }
}

void RecordPage::showSide(QWidget *side)
{
    if (!side) {
        m_side->hide();
        return;
    }
    m_side->setCurrentWidget(side);
    if (!m_side->isHidden())
        return;
    const auto sizes = m_state.splitterSizes(splitterName);
    m_side->show();
    constexpr int narrowest = 290;
    constexpr int widest = 380;
    const int sideWidth = std::clamp(width() * 2 / 5, narrowest, widest);
    m_splitter->setSizes(sizes.size() == 2 ? sizes : QList<int>{width() - sideWidth, sideWidth});
}

void RecordPage::createNew()
{
    if (!can(Operation::Create))
        return;
    whenSafe([this] {
        m_list->selectIds({});
        open(m_collection.newDraft());
        m_editor->focusFirstField();
    });
}

void RecordPage::whenSafe(std::function<void()> proceed)
{
    if (m_editor->isSaving()) {
        m_afterSave = std::move(proceed);
        return;
    }
    if (!hasUnsavedChanges()) {
        proceed();
        return;
    }
    m_afterSave = std::move(proceed);
    askForUnsaved();
}

void RecordPage::askForUnsaved()
{
    if (findChild<QMessageBox *>(u"unsavedChanges"_s))
        return;
    auto *box = new QMessageBox(this);
    box->setObjectName(u"unsavedChanges"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setTextFormat(Qt::PlainText);
    box->setWindowTitle(tr("Unsaved Changes"));
    const auto name = m_editor->draft()->name();
    box->setText(name.isEmpty() ? tr("Save what you entered?") : tr("Save the changes to “%1”?").arg(name));
    auto *save = box->addButton(tr("Save"), QMessageBox::AcceptRole);
    auto *discard = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    auto *cancel = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    save->setObjectName(u"unsavedSave"_s);
    discard->setObjectName(u"unsavedDiscard"_s);
    cancel->setObjectName(u"unsavedCancel"_s);
    box->setDefaultButton(save);
    box->setEscapeButton(cancel);
    connect(box, &QMessageBox::finished, this, [this, box, save, discard] {
        if (box->clickedButton() == save) {
            m_editor->save();
            return;
        }
        const auto proceed = std::exchange(m_afterSave, {});
        if (box->clickedButton() != discard || !proceed)
            return;
        m_editor->clear();
        proceed();
    });
    box->open();
}

void RecordPage::takeSaved(const Saved &saved)
{
    const auto proceed = std::exchange(m_afterSave, {});
    open(m_collection.draft(saved.id));
    m_list->selectIds({saved.id});
    if (m_editor->draft())
        m_editor->showSaved();
    if (!saved.shownOnce.isEmpty())
        (new ShownOnceDialog(m_editor->draft() ? m_editor->draft()->name() : saved.id, saved.shownOnce, this))->open();
    if (proceed)
        proceed();
}

void RecordPage::removeSelected()
{
    remove(selectedIds());
}

void RecordPage::remove(const QStringList &ids)
{
    const auto names = m_collection.removalOf(ids)->names();
    if (!can(Operation::Remove) || names.isEmpty())
        return;
    const bool revokes = m_collection.removal() == Removal::Revoke;
    const auto what = m_collection.nameOf(int(names.size()));
    const bool one = names.size() == 1;
    ConfirmDialog::Question question{.names = names};
    if (revokes) {
        question.title = one ? tr("Revoke “%1”?").arg(names.first()) : tr("Revoke %1?", "3 access tokens").arg(what);
        question.consequence = tr("Whoever uses what is revoked has to sign in again. This cannot be undone.");
        question.confirmLabel = one ? tr("Revoke") : tr("Revoke %1", "3 access tokens").arg(what);
    } else {
        question.title = one ? tr("Delete “%1”?").arg(names.first()) : tr("Delete %1?", "3 clients").arg(what);
        question.consequence = tr("This cannot be undone.");
        question.confirmLabel = one ? tr("Delete") : tr("Delete %1", "3 clients").arg(what);
    }
    auto *dialog = new ConfirmDialog(question, this);
    connect(dialog, &QDialog::accepted, this, [this, ids, revokes] {
        auto *batch = new BatchDialog(m_collection.removalOf(ids), revokes ? tr("Revoke") : tr("Delete"), this);
        connect(batch, &BatchDialog::ended, this, &RecordPage::takeRemoved);
        batch->run();
    });
    dialog->open();
}

void RecordPage::takeRemoved(int done, int failed)
{
    const auto *draft = m_editor->draft();
    if (draft && !draft->isNew() && !m_collection.draft(draft->id()))
        m_editor->clear();
    if (!hasUnsavedChanges())
        showSelection();
    const auto what = m_collection.nameOf(done);
    const bool revokes = m_collection.removal() == Removal::Revoke;
    const auto text
        = revokes ? tr("%1 revoked.", "3 access tokens").arg(what) : tr("%1 deleted.", "3 clients").arg(what);
    if (failed > 0)
        m_strip->showWarning(revokes ? tr("%1 revoked, %n failed.", nullptr, failed).arg(what)
                                     : tr("%1 deleted, %n failed.", nullptr, failed).arg(what));
    else
        m_strip->showInfo(text);
}
