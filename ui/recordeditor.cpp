// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordeditor.h"

#include "core/foreigntext.h"
#include "ui/differencedialog.h"
#include "ui/fieldeditor.h"
#include "ui/messagestrip.h"
#include "ui/recordform.h"
#include "ui/recordsaving.h"

#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

RecordEditor::RecordEditor(QWidget *parent)
    : QWidget(parent)
    , m_strip(new MessageStrip(this))
    , m_form(new RecordForm(this))
    , m_saver(new RecordSaving(this))
    , m_progress(new QProgressBar(this))
{
    setObjectName(u"recordEditor"_s);
    m_progress->setProperty("look", u"thin"_s);
    m_progress->setAccessibleName(tr("Saving"));
    m_strip->setMargins({RecordForm::margin, 0, RecordForm::margin, 0});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(buildHead());
    layout->addWidget(m_strip);
    layout->addWidget(m_form, 1);
    layout->addWidget(m_progress);
    layout->addWidget(buildFooter());
    connect(m_form, &RecordForm::edited, this, [this] {
        m_justSaved = false;
        updateState();
    });
    connect(m_saver, &RecordSaving::rebased, m_form, &RecordForm::showValues);
    connect(m_saver, &RecordSaving::saved, this, [this](const Saved &result) {
        setSaving(false);
        Q_EMIT saved(result);
    });
    connect(m_saver, &RecordSaving::failed, this, [this](const Error &error) {
        m_strip->showError(error);
        stay();
    });
    connect(m_saver, &RecordSaving::stayed, this, &RecordEditor::stay);
    setSaving(false);
}

RecordEditor::~RecordEditor() = default;

QWidget *RecordEditor::buildHead()
{
    auto *head = new QWidget(this);
    m_title = new QLabel(head);
    m_title->setObjectName(u"recordTitle"_s);
    m_title->setProperty("look", u"title"_s);
    m_subtitle = new QLabel(head);
    m_subtitle->setProperty("look", u"muted"_s);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(3);
    for (auto *label : {m_title, m_subtitle}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long word must not widen the window
        layout->addWidget(label);
    }
    m_headLine = new QHBoxLayout(head);
    m_headLine->setContentsMargins(RecordForm::margin, 16, RecordForm::margin, 6);
    m_headLine->addLayout(layout, 1);
    return head;
}

QWidget *RecordEditor::buildFooter()
{
    auto *footer = new QWidget(this);
    m_changes = new QLabel(footer);
    m_changes->setObjectName(u"changes"_s);
    m_changes->setProperty("look", u"muted"_s);
    const auto makeButton = [&](const QString &objectName, const QString &label, const QString &look) {
        auto *button = new QPushButton(label, footer);
        button->setObjectName(objectName);
        button->setProperty("look", look);
        return button;
    };
    m_difference = makeButton(u"showDifference"_s, tr("Show Difference"), u"link"_s);
    m_remove = makeButton(u"deleteRecord"_s, {}, {});
    m_rotate = makeButton(u"rotateRecord"_s, {}, {});
    m_revert = makeButton(u"revertRecord"_s, {}, {});
    m_stage = makeButton(u"stageRecord"_s, tr("Stage"), {});
    m_save = makeButton(u"saveRecord"_s, {}, u"primary"_s);
    m_state = new QHBoxLayout;
    m_state->addWidget(m_changes);
    m_state->addWidget(m_difference, 0, Qt::AlignLeading);
    m_state->addStretch();
    auto *decisions = new QHBoxLayout;
    decisions->addStretch();
    decisions->addWidget(m_revert);
    decisions->addWidget(m_stage);
    decisions->addWidget(m_save);
    m_buttons = new QHBoxLayout;
    m_buttons->addWidget(m_remove, 0, Qt::AlignLeading);
    m_buttons->addLayout(decisions, 1);
    auto *layout = new QVBoxLayout(footer);
    layout->setContentsMargins(RecordForm::margin, 0, RecordForm::margin, 16);
    layout->addLayout(m_state);
    layout->addWidget(m_rotate, 0, Qt::AlignLeading);
    layout->addLayout(m_buttons);
    connect(m_difference, &QPushButton::clicked, this, &RecordEditor::showDifference);
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(m_draft->id()); });
    connect(m_rotate, &QPushButton::clicked, this, [this] { Q_EMIT rotateRequested(m_draft->id()); });
    connect(m_revert, &QPushButton::clicked, this, [this] {
        if (m_draft->isNew())
            Q_EMIT closeRequested();
        else
            revert();
    });
    connect(m_stage, &QPushButton::clicked, this, &RecordEditor::stage);
    connect(m_save, &QPushButton::clicked, this, &RecordEditor::save);
    return footer;
}

// In a narrow place the buttons stand below each other rather than cut each other's texts.
void RecordEditor::arrangeFooter()
{
    const auto fit = [this](std::initializer_list<const QWidget *> widgets) {
        int needed = 2 * RecordForm::margin;
        for (const auto *widget : widgets)
            needed += widget->isHidden() ? 0 : widget->sizeHint().width() + m_buttons->spacing();
        return needed <= width();
    };
    m_state->setDirection(fit({m_changes, m_difference}) ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_buttons->setDirection(
        fit({m_remove, m_revert, m_stage, m_save}) ? QBoxLayout::LeftToRight : QBoxLayout::BottomToTop);
}

void RecordEditor::addTool(QWidget *tool)
{
    m_headLine->addWidget(tool, 0, Qt::AlignTop);
}

void RecordEditor::edit(std::unique_ptr<Draft> draft, const QString &newTitle, const QString &removeLabel, int staged)
{
    clear();
    m_draft = std::move(draft);
    m_staged = staged;
    m_stagedValues = values();
    m_newTitle = newTitle;
    m_removeLabel = removeLabel;
    showHead();
    m_form->showDraft(m_draft.get(), m_readOnly);
    updateState();
}

void RecordEditor::setRotateLabel(const QString &label)
{
    m_rotateLabel = label;
    updateState();
}

void RecordEditor::clear()
{
    m_form->showDraft(nullptr, m_readOnly);
    m_saver->abandon();
    m_draft.reset();
    m_staged = 0;
    m_strip->clear();
    m_justSaved = false;
    setSaving(false);
}

void RecordEditor::setReadOnly(bool readOnly, const QString &reason)
{
    const bool rebuild = m_draft && readOnly != m_readOnly;
    m_readOnly = readOnly;
    m_readOnlyReason = reason;
    if (rebuild)
        m_form->showDraft(m_draft.get(), m_readOnly);
    updateState();
}

// As the server calls it, which need not be what the list calls it.
static QString shownId(const Draft &draft)
{
    for (int field = 0; field < draft.fieldCount(); ++field)
        if (draft.field(field).key == "id"_L1)
            return draft.value(field).toString();
    return draft.id();
}

void RecordEditor::showHead()
{
    m_title->setText(m_draft->isNew() ? m_newTitle : tamed(m_draft->name()));
    QStringList parts;
    for (int field = 0; field < m_draft->fieldCount(); ++field)
        if (m_draft->field(field).kind == FieldKind::Choice)
            parts << fieldText(m_draft->field(field), m_draft->value(field));
    if (const QString id = shownId(*m_draft); id != m_draft->name())
        parts << id;
    parts.removeAll(QString());
    m_subtitle->setText(parts.join(u" · "_s));
    m_subtitle->setVisible(!m_draft->isNew());
}

bool RecordEditor::isModified() const
{
    return m_draft && (m_staged > 0 ? values() != m_stagedValues : m_draft->isModified());
}

QList<QVariant> RecordEditor::values() const
{
    QList<QVariant> values;
    for (int field = 0; m_draft && field < m_draft->fieldCount(); ++field)
        values << m_draft->value(field);
    return values;
}

void RecordEditor::setStaged(int staged)
{
    m_staged = staged;
    m_stagedValues = values();
    updateState();
}

bool RecordEditor::mayKeep() const
{
    const bool isWanted = m_draft && (m_draft->isNew() || m_draft->isModified() || m_form->hasProblem());
    return isWanted && !m_saving && !m_readOnly && m_form->canEdit();
}

void RecordEditor::stage()
{
    if (!m_offersStaging || !(mayKeep() || (m_staged > 0 && isModified())))
        return;
    if (m_form->check())
        Q_EMIT stageRequested();
}

void RecordEditor::save()
{
    if (!mayKeep())
        return;
    if (!m_form->check()) {
        Q_EMIT saveFailed();
        return;
    }
    m_strip->clear();
    setSaving(true);
    m_saver->save(*m_draft);
}

void RecordEditor::stay()
{
    setSaving(false);
    Q_EMIT saveFailed();
}

void RecordEditor::revert()
{
    if (!m_draft || m_saving)
        return;
    m_draft->revert();
    for (int field = 0; m_staged > 0 && field < m_draft->fieldCount(); ++field)
        if (m_draft->value(field) != m_stagedValues[field])
            m_draft->setValue(field, m_stagedValues[field]);
    m_form->showValues();
    m_strip->clear();
    updateState();
}

void RecordEditor::focusFirstField()
{
    m_form->focusFirstField();
}

void RecordEditor::showSaved()
{
    m_justSaved = true;
    updateState();
}

void RecordEditor::updateTimes()
{
    m_form->updateTimes();
}

void RecordEditor::showDifference()
{
    (new DifferenceDialog(*m_draft, this))->open();
}

void RecordEditor::setSaving(bool saving)
{
    m_saving = saving;
    // An empty bar keeps its place, so that nothing jumps when it starts.
    m_progress->setRange(0, saving ? 0 : 1);
    m_progress->reset();
    updateState();
    Q_EMIT savingChanged();
}

QString RecordEditor::stateText() const
{
    if (m_saving)
        return tr("Saving…");
    if (m_justSaved)
        return tr("Saved.");
    const int changes = changeCount();
    if (m_staged > 0 && !isModified())
        return m_draft->isNew() ? tr("Staged.") : tr("%n staged change(s)", nullptr, changes);
    return changes > 0 ? tr("%n unsaved change(s)", nullptr, changes) : QString();
}

void RecordEditor::updateState()
{
    const bool isNew = m_draft && m_draft->isNew();
    const int changes = changeCount();
    if (auto *rows = m_form->widget())
        rows->setEnabled(!m_saving);
    m_changes->setText(stateText());
    m_difference->setVisible(changes > 0 && !isNew && !m_saving);
    m_remove->setText(m_removeLabel);
    m_remove->setVisible(m_draft && !isNew && !m_removeLabel.isEmpty());
    m_remove->setEnabled(!m_readOnly && !m_saving);
    m_rotate->setText(m_rotateLabel);
    m_rotate->setVisible(m_draft && !isNew && !m_rotateLabel.isEmpty());
    m_rotate->setEnabled(!m_readOnly && !m_saving);
    m_revert->setText(isNew ? tr("Cancel") : tr("Revert"));
    m_revert->setVisible(m_form->canEdit());
    m_revert->setEnabled(!m_saving && (isNew || isModified()));
    m_save->setText(isNew ? tr("Create") : tr("Save"));
    m_save->setVisible(m_form->canEdit());
    m_save->setEnabled(mayKeep());
    m_stage->setVisible(m_form->canEdit() && m_offersStaging);
    m_stage->setEnabled(m_staged > 0 ? isModified() && !m_saving && !m_readOnly : mayKeep());
    for (auto *button : {m_remove, m_rotate, m_stage, m_save})
        button->setToolTip(m_readOnly ? m_readOnlyReason : QString());
    arrangeFooter();
}

int RecordEditor::changeCount() const
{
    int count = 0;
    for (int field = 0; m_draft && field < m_draft->fieldCount(); ++field)
        count += m_draft->value(field) != m_draft->originalValue(field);
    return count;
}

void RecordEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_draft && !m_saving)
        Q_EMIT closeRequested();
    else
        QWidget::keyPressEvent(event);
}

void RecordEditor::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeFooter();
}

#include "moc_recordeditor.cpp"
