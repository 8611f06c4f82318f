// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordpage.h"

#include "ui/exportbutton.h"
#include "ui/memorybar.h"
#include "ui/messagestrip.h"
#include "ui/recordbeginnings.h"
#include "ui/recordeditor.h"
#include "ui/recordlist.h"
#include "ui/recordmenu.h"
#include "ui/recordremoval.h"
#include "ui/recordrotation.h"
#include "ui/recordstaging.h"
#include "ui/recordtable.h"
#include "ui/recordtools.h"
#include "ui/selectionpanel.h"
#include "ui/shownoncedialog.h"
#include "ui/unsavedguard.h"

#include <QAction>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

static const auto splitterName = u"records"_s;

RecordPage::RecordPage(Collection &collection, UiState &state, const QString &dialect, QWidget *parent)
    : QWidget(parent)
    , m_collection(collection)
    , m_state(state)
    , m_strip(new MessageStrip(this))
    , m_splitter(new QSplitter(this))
    , m_list(new RecordList(collection, state, dialect, m_splitter))
    , m_side(new QStackedWidget(m_splitter))
    , m_editor(new RecordEditor(m_side))
    , m_several(new SelectionPanel(m_side))
    , m_removal(new RecordRemoval(collection, this))
    , m_rotation(new RecordRotation(collection, this))
    , m_staging(new RecordStaging(collection, *m_editor, m_list->table(), this))
    , m_beginnings(new RecordBeginnings(collection, *m_editor, m_list->tools(), state, dialect,
          [this](std::unique_ptr<Draft> draft) { begin(std::move(draft)); }))
    , m_menu(new RecordMenu(m_list->table(), removeLabel(), m_removal->labelForAll()))
{
    setObjectName(collection.kind());
    m_side->addWidget(m_editor);
    m_side->addWidget(m_several);
    m_side->hide();
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
    if (!collection.memoryNote().isEmpty())
        layout->addWidget(makeMemoryBar());

    m_list->tools().exportButton().setStrip(*m_strip);
    m_menu->setDuplicable(m_beginnings->canDuplicate());
    m_several->setRemoveLabel(removeLabel());
    m_editor->setRotateLabel(m_rotation->label());
    addShortcuts();
    connectParts();
    m_guard = new UnsavedGuard(*m_editor);
    m_minute.start(std::chrono::minutes(1));
    takeState(); // the list may have been asked for before anybody looked at it
}

RecordPage::~RecordPage() = default;

QList<RecordPage::Shortcut> RecordPage::shortcuts()
{
    return {{tr("Filter"), QKeySequence::Find, &RecordPage::focusFilter},
        {tr("New"), QKeySequence::New, &RecordPage::createNew},
        {tr("Export"), Qt::CTRL | Qt::Key_E, &RecordPage::exportShown},
        {tr("Save"), QKeySequence::Save, &RecordPage::save},
        {tr("Stage"), Qt::CTRL | Qt::SHIFT | Qt::Key_S, &RecordPage::stage}};
}

void RecordPage::addShortcuts()
{
    for (const Shortcut &shortcut : shortcuts()) {
        auto *action = new QAction(shortcut.text, this);
        action->setShortcut(shortcut.keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, shortcut.act);
        addAction(action);
    }
}

void RecordPage::exportShown()
{
    m_list->tools().exportButton().click();
}

void RecordPage::save()
{
    m_editor->save();
}

void RecordPage::stage()
{
    m_editor->stage();
}

QWidget *RecordPage::makeMemoryBar()
{
    auto *bar = new MemoryBar(m_collection, this);
    connect(m_list, &RecordList::selectionChanged, bar, [this, bar] { bar->setSelection(selectedIds()); });
    connect(bar, &MemoryBar::inspectionRequested, this, &RecordPage::inspectionRequested);
    connect(bar, &MemoryBar::failed, m_strip, &MessageStrip::showError);
    connect(bar, &MemoryBar::forgotten, this, [this](const QString &summary) { takeRemoved(summary, true); });
    return bar;
}

void RecordPage::connectParts()
{
    connect(&m_collection, &Collection::stateChanged, this, &RecordPage::takeState);
    connect(m_collection.model(), &QAbstractItemModel::dataChanged, this, &RecordPage::reopenIfChanged);
    connect(m_list, &RecordList::selectionChanged, this, &RecordPage::takeSelection);
    connect(m_list, &RecordList::refreshRequested, this, &RecordPage::refresh);
    connect(m_list, &RecordList::newRequested, this, &RecordPage::createNew);
    connect(&m_list->table(), &QTableView::activated, m_editor, &RecordEditor::focusFirstField);
    connect(m_menu, &RecordMenu::editRequested, m_editor, &RecordEditor::focusFirstField);
    connect(m_menu, &RecordMenu::removeRequested, this, &RecordPage::removeSelected);
    connect(m_menu, &RecordMenu::removeShownRequested, this, &RecordPage::removeShown);
    connect(m_several, &SelectionPanel::removeRequested, this, &RecordPage::removeSelected);
    connect(m_several, &SelectionPanel::clearRequested, this, [this] { m_list->selectIds({}); });
    connect(m_removal, &RecordRemoval::ended, this, &RecordPage::takeRemoved);
    connect(m_removal, &RecordRemoval::failed, m_strip, &MessageStrip::showError);
    connect(m_rotation, &RecordRotation::rotated, this, &RecordPage::takeSaved);
    connect(m_rotation, &RecordRotation::failed, m_strip, &MessageStrip::showError);
    connect(m_editor, &RecordEditor::rotateRequested, this, [this](const QString &id) {
        if (can(Operation::Rotate))
            whenSafe([this, id] { m_rotation->ask(id); });
    });
    connect(m_editor, &RecordEditor::stageRequested, m_staging, &RecordStaging::stageEdited);
    connect(m_removal, &RecordRemoval::stageRequested, m_staging, &RecordStaging::stageRemoval);
    connect(m_rotation, &RecordRotation::stageRequested, m_staging, &RecordStaging::stageRotation);
    connect(m_menu, &RecordMenu::stageRemovalRequested, this, [this] { m_staging->stageRemoval(selectedIds()); });
    connect(m_menu, &RecordMenu::duplicateRequested, this, [this] { m_beginnings->duplicate(selectedIds().value(0)); });
    connect(m_beginnings, &RecordBeginnings::imported, this, &RecordPage::takeStaged);
    connect(m_staging, &RecordStaging::staged, this, &RecordPage::takeStaged);
    connect(m_staging, &RecordStaging::withdrawn, this, [this](const QString &id) { openRecord(id); });
    connect(m_editor, &RecordEditor::saved, m_staging, &RecordStaging::forgetEdited);
    connect(m_editor, &RecordEditor::saved, this, &RecordPage::takeSaved);
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

void RecordPage::edit(std::unique_ptr<Draft> draft)
{
    const auto held = std::make_shared<std::unique_ptr<Draft>>(std::move(draft));
    whenSafe([this, held] {
        const QString id = (*held)->isNew() ? QString() : (*held)->id();
        open(std::move(*held));
        m_list->selectIds(id.isEmpty() ? QStringList() : QStringList{id});
    });
}

void RecordPage::setReadOnly(bool readOnly, const QString &reason)
{
    m_readOnly = readOnly;
    m_list->setReadOnly(readOnly, reason);
    m_editor->setReadOnly(readOnly, reason);
    m_several->setReadOnly(readOnly, reason);
    m_beginnings->setReadOnly(readOnly);
    m_menu->setDuplicable(m_beginnings->canDuplicate());
    m_menu->setAbilities(can(Operation::Update), can(Operation::Remove));
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
    return m_collection.operations() & Operation::Remove ? m_removal->label() : QString();
}

void RecordPage::takeSelection()
{
    const auto count = m_list->selectedCount();
    const auto *draft = m_editor->draft();
    const bool sameRecord = draft && !draft->isNew() && count == 1 && selectedIds() == QStringList{draft->id()};
    // A filter or a refresh may take the row away; what was typed stays, and a new record has no row yet.
    const bool isNew = draft && draft->isNew();
    if (sameRecord ? m_side->currentWidget() == m_editor : (count == 0 && (isNew || hasUnsavedChanges())))
        return;
    if (!hasUnsavedChanges()) {
        showSelection();
        return;
    }
    const auto ids = selectedIds();
    m_list->selectIds(draft->isNew() ? QStringList() : QStringList{draft->id()});
    whenSafe([this, ids] {
        m_list->selectIds(ids);
        showSelection();
    });
}

void RecordPage::showSelection()
{
    const auto count = m_list->selectedCount();
    if (count == 1) {
        openRecord(selectedIds().first());
        return;
    }
    m_editor->clear();
    m_several->setText(tr("%1 selected", "3 clients selected").arg(m_collection.nameOf(int(count))));
    showSide(count == 0 ? nullptr : m_several);
}

void RecordPage::openRecord(const QString &id)
{
    open(m_staging->draft(id), m_staging->numberOf(id));
}

void RecordPage::openStaged(int number)
{
    auto draft = m_staging->stagedDraft(number);
    if (!draft)
        return;
    m_list->selectIds(draft->isNew() ? QStringList() : QStringList{draft->id()});
    open(std::move(draft), number);
    m_editor->focusFirstField();
}

void RecordPage::open(std::unique_ptr<Draft> draft, int staged)
{
    if (!draft) {
        m_editor->clear();
        showSide(nullptr);
        return;
    }
    m_editor->edit(std::move(draft), m_collection.newTitle(), removeLabel(), staged);
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
    begin(m_collection.newDraft());
}

void RecordPage::begin(std::unique_ptr<Draft> draft)
{
    whenSafe([this, shared = std::shared_ptr<Draft>(std::move(draft))] {
        m_list->selectIds({});
        open(shared->copy());
        m_editor->focusFirstField();
    });
}

void RecordPage::whenSafe(std::function<void()> proceed)
{
    m_guard->whenSafe(std::move(proceed));
}

void RecordPage::takeSaved(const Saved &saved)
{
    open(m_collection.draft(saved.id));
    m_list->selectIds({saved.id});
    if (m_editor->draft())
        m_editor->showSaved();
    if (!saved.shownOnce.isEmpty())
        (new ShownOnceDialog(m_editor->draft() ? m_editor->draft()->name() : saved.id, saved.shownOnce, this))->open();
}

void RecordPage::setChanges(ChangeSet &changes)
{
    m_staging->setChanges(changes);
    m_beginnings->setChanges(changes);
    m_removal->setStaging(true);
    m_rotation->setStaging(true);
    m_menu->offerStaging();
}

void RecordPage::takeStaged(const QString &summary)
{
    if (const auto *draft = m_editor->draft(); draft && draft->isNew() && m_editor->staged() > 0) {
        m_editor->clear();
        showSelection();
    }
    m_strip->showInfo(summary);
    m_strip->setAction(tr("Show Changes"), [this] { Q_EMIT changesRequested(); });
}

void RecordPage::removeSelected()
{
    remove(selectedIds());
}

void RecordPage::setBulk(BulkRemoval &bulk)
{
    m_removal->setBulk(bulk);
}

void RecordPage::removeShown()
{
    const auto *shown = m_list->table().model();
    QStringList ids;
    for (int row = 0; row < shown->rowCount(); ++row)
        ids << shown->index(row, 0).data(IdRole).toString();
    remove(ids);
}

void RecordPage::remove(const QStringList &ids)
{
    if (can(Operation::Remove))
        m_removal->ask(ids);
}

void RecordPage::takeRemoved(const QString &summary, bool isComplete)
{
    const auto *draft = m_editor->draft();
    if (draft && !draft->isNew() && !m_collection.draft(draft->id()))
        m_editor->clear();
    if (!hasUnsavedChanges())
        showSelection();
    if (isComplete)
        m_strip->showInfo(summary);
    else
        m_strip->showWarning(summary);
}

#include "moc_recordpage.cpp"
