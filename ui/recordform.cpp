// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordform.h"

#include "items/draft.h"
#include "ui/fieldwidget.h"

#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

RecordForm::RecordForm(QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(QStringLiteral("recordForm"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
}

void RecordForm::showDraft(Draft *draft, bool readOnly)
{
    m_rows.clear();
    m_canEdit = false;
    delete takeWidget();
    if (!draft)
        return;
    auto *body = new QWidget;
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(margin, 4, margin, 4);
    layout->setSpacing(12);
    for (int field = 0; field < draft->fieldCount(); ++field) {
        const bool canEdit = draft->isEditable(field);
        const bool isSecret = draft->field(field).kind == FieldKind::Password;
        if (!canEdit && (draft->isNew() || (isSecret && draft->value(field).value<Secret>().isEmpty())))
            continue; // nothing to say about it
        m_canEdit = m_canEdit || canEdit;
        auto *row = new FieldWidget(*draft, field, canEdit && !readOnly, body);
        connect(row, &FieldWidget::edited, this, &RecordForm::edited);
        layout->addWidget(row);
        m_rows << row;
    }
    layout->addStretch();
    keepMargins(body);
    setWidget(body);
    body->setAutoFillBackground(false);
    updateGeometry();
}

// Fields end where the buttons below do, with the scroll bar and without.
void RecordForm::keepMargins(QWidget *body)
{
    const auto *bar = verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, body, [body, bar](int, int most) {
        const int beside = most > 0 ? margin - bar->sizeHint().width() : margin;
        const bool mirrored = body->isRightToLeft();
        body->layout()->setContentsMargins(mirrored ? beside : margin, 4, mirrored ? margin : beside, 4);
    });
}

QSize RecordForm::minimumSizeHint() const
{
    constexpr int least = 290;
    constexpr int most = 400; // a value that cannot be broken into lines does not push the list away
    const int rows = widget() ? widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width() : 0;
    return {std::clamp(rows, least, most), QScrollArea::minimumSizeHint().height()};
}

bool RecordForm::check()
{
    for (auto *row : std::as_const(m_rows))
        row->showProblem(true);
    auto *row = firstProblem();
    if (!row)
        return true;
    ensureWidgetVisible(row);
    row->editor()->setFocus();
    return false;
}

void RecordForm::showValues()
{
    for (auto *row : std::as_const(m_rows))
        row->showValue();
}

void RecordForm::updateTimes()
{
    for (auto *row : std::as_const(m_rows))
        if (!row->canEdit())
            row->showValue();
}

void RecordForm::focusFirstField()
{
    const auto first = std::find_if(m_rows.begin(), m_rows.end(), [](FieldWidget *row) { return row->canEdit(); });
    if (first != m_rows.end())
        (*first)->editor()->setFocus(Qt::TabFocusReason);
}

FieldWidget *RecordForm::firstProblem() const
{
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [](FieldWidget *row) { return row->canEdit() && !row->problem().isEmpty(); });
    return found == m_rows.end() ? nullptr : *found;
}

#include "moc_recordform.cpp"
