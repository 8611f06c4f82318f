// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changedetail.h"

#include "ui/differencegrid.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

ChangeDetail::ChangeDetail(QWidget *parent)
    : QWidget(parent)
    , m_title(DifferenceGrid::makeText({}, u"title"_s))
    , m_text(DifferenceGrid::makeText({}, u"muted"_s))
    , m_problem(DifferenceGrid::makeText({}, u"problem"_s))
    , m_resolve(new QPushButton(tr("Resolve…"), this))
    , m_grid(new DifferenceGrid)
{
    setObjectName(u"changeDetail"_s);
    m_problem->setObjectName(u"changeProblem"_s);
    m_resolve->setObjectName(u"resolveChange"_s);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_grid);
    scroll->setWidgetResizable(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 12);
    layout->setSpacing(6);
    for (QLabel *label : {m_title, m_text, m_problem})
        layout->addWidget(label);
    layout->addWidget(m_resolve, 0, Qt::AlignLeading);
    layout->addSpacing(6);
    layout->addWidget(scroll, 1);
    connect(m_resolve, &QPushButton::clicked, this, &ChangeDetail::resolveRequested);
    show(nullptr);
}

static QString removalSentence(Removal removal)
{
    switch (removal) {
    case Removal::Delete:
        return ChangeDetail::tr("It will be deleted. This cannot be undone.");
    case Removal::Revoke:
        return ChangeDetail::tr("It will be revoked. This cannot be undone.");
    case Removal::Deactivate:
        return ChangeDetail::tr("It will be deactivated. It can be enabled again here.");
    }
    return {};
}

QString ChangeDetail::sentence(const ChangeSet::Item &item)
{
    switch (item.action) {
    case ChangeAction::Create:
        return tr("It will be created.");
    case ChangeAction::Change:
        return tr("It will be changed.");
    case ChangeAction::Remove:
        return removalSentence(item.collection->removal());
    case ChangeAction::Rotate:
        return item.collection->rotationConsequence();
    }
    return {};
}

void ChangeDetail::show(const ChangeSet::Item *item)
{
    const bool isConflict = item && item->state == ChangeSet::State::Conflict;
    m_title->setText(item ? item->name : tr("No change is chosen"));
    m_text->setText(item ? item->state == ChangeSet::State::Done ? tr("This is done.") : sentence(*item) : QString());
    m_text->setVisible(item);
    m_problem->setText(item ? item->error.message : QString());
    m_problem->setToolTip(item ? item->error.detail : QString());
    m_problem->setVisible(item && !item->error.message.isEmpty());
    m_resolve->setVisible(isConflict);
    if (item && item->draft)
        m_grid->showDraft(*item->draft);
    else
        m_grid->clear();
}

#include "moc_changedetail.cpp"
