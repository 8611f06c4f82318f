// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formrow.h"

#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

static QLabel *wrappedLabel(const QString &name, const QString &look, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setProperty("look", look);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->hide();
    return label;
}

FormRow::FormRow(const QString &caption, QWidget *input, QWidget *parent)
    : QWidget(parent)
    , m_input(input)
    , m_hint(wrappedLabel(u"hint"_s, u"muted"_s, this))
    , m_problem(wrappedLabel(u"problem"_s, u"problem"_s, this))
{
    auto *label = new QLabel(caption, this);
    label->setProperty("look", u"muted"_s);
    label->setBuddy(input);
    input->setAccessibleName(caption);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addWidget(label);
    layout->addWidget(input);
    layout->addWidget(m_problem);
    layout->addWidget(m_hint);
}

void FormRow::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void FormRow::setProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_input->setProperty("problem", !problem.isEmpty());
    m_input->style()->polish(m_input); // the style sheet looks at the property only now
    m_input->setAccessibleDescription(problem.isEmpty() ? m_hint->text() : problem);
}

bool FormRow::hasProblem() const
{
    return !m_problem->text().isEmpty();
}

#include "moc_formrow.cpp"
