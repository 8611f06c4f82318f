// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fieldwidget.h"

#include "ui/secretedit.h"
#include "ui/themeicon.h"

#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

static QLabel *makeLabel(const QString &text, const char *look, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("look", QString::fromLatin1(look));
    return label;
}

FieldWidget::FieldWidget(Draft &draft, int field, bool canEdit, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_field(field)
    , m_canEdit(canEdit)
    , m_problem(new QWidget(this))
    , m_problemText(makeLabel({}, "problem", m_problem))
{
    const auto info = draft.field(field);
    m_editor = canEdit ? makeFieldEditor(info, this,
                   [this](const QVariant &value) {
                       m_draft.setValue(m_field, value);
                       m_showsProblem = true;
                       updateProblem();
                       Q_EMIT edited();
                   })
                       : makeFieldView(info, this);
    m_editor.widget->setObjectName("field."_L1 + info.key);
    m_editor.widget->setAccessibleName(info.label);
    m_editor.widget->setAccessibleDescription(info.hint);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    if (!canEdit || info.kind != FieldKind::Switch) { // a check box bears its own label
        const bool required = canEdit && (info.flags & FieldFlag::Required);
        auto *label = makeLabel(required ? tr("%1 (required)").arg(info.label) : info.label, "muted", this);
        label->setBuddy(m_editor.widget);
        layout->addWidget(label);
    }
    layout->addWidget(m_editor.widget);
    auto *problemLayout = new QHBoxLayout(m_problem);
    problemLayout->setContentsMargins(0, 0, 0, 0);
    auto *icon = new ThemeIcon(16, m_problem);
    icon->setName(u"data-error"_s);
    problemLayout->addWidget(icon, 0, Qt::AlignTop);
    problemLayout->addWidget(m_problemText, 1);
    m_problemText->setObjectName("problem."_L1 + info.key);
    layout->addWidget(m_problem);
    if (canEdit && !info.hint.isEmpty())
        layout->addWidget(makeLabel(info.hint, "muted", this));

    if (auto *secret = qobject_cast<SecretEdit *>(m_editor.widget); secret && !draft.isNew())
        secret->setPlaceholderText(canEdit ? tr("Unchanged") : tr("Not shown by the server"));
    else if (secret && info.flags & FieldFlag::Generated)
        secret->setPlaceholderText(tr("Made by the server"));
    showValue();
    if (canEdit && m_editor.setChoices)
        onResult(this, draft.choices(field), [this](const Result<QStringList> &words) {
            if (words)
                m_editor.setChoices(*words);
        });
}

void FieldWidget::showValue()
{
    m_editor.show(m_isCovered ? QVariant(coveredText()) : m_draft.value(m_field));
    m_showsProblem = false;
    updateProblem();
}

void FieldWidget::setCovered(bool covered)
{
    const bool isTelling = !m_canEdit && (m_draft.field(m_field).flags & FieldFlag::Covered);
    if (!isTelling || covered == m_isCovered)
        return;
    m_isCovered = covered;
    showValue();
}

QString FieldWidget::problem() const
{
    const auto unreadable = m_editor.problem ? m_editor.problem() : QString();
    return unreadable.isEmpty() ? m_draft.problem(m_field) : unreadable;
}

void FieldWidget::showProblem(bool shown)
{
    m_showsProblem = shown;
    updateProblem();
}

void FieldWidget::updateProblem()
{
    const auto text = m_showsProblem ? problem() : QString();
    m_problemText->setText(text);
    m_problem->setVisible(!text.isEmpty());
    if (m_editor.widget->property("problem").toBool() == !text.isEmpty())
        return;
    m_editor.widget->setProperty("problem", !text.isEmpty());
    m_editor.widget->style()->unpolish(m_editor.widget);
    m_editor.widget->style()->polish(m_editor.widget);
}

#include "moc_fieldwidget.cpp"
