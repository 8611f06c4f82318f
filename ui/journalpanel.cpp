// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journalpanel.h"

#include "core/timetext.h"
#include "items/journaltext.h"
#include "ui/differencegrid.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

JournalPanel::JournalPanel(Clock clock, QWidget *parent)
    : QScrollArea(parent)
    , m_clock(std::move(clock))
{
    setObjectName(u"journalPanel"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *body = new QWidget(this);
    m_title = DifferenceGrid::makeText({}, u"title"_s);
    m_title->setObjectName(u"journalTitle"_s);
    m_result = DifferenceGrid::makeText({});
    m_result->setObjectName(u"journalResult"_s);
    m_facts = new DifferenceGrid(body);
    m_differences = new DifferenceGrid(body);
    for (QWidget *grid : std::initializer_list<QWidget *>{m_facts, m_differences})
        grid->layout()->setContentsMargins({});
    m_undoNote = DifferenceGrid::makeText({}, u"muted"_s);
    m_undoNote->setObjectName(u"undoNote"_s);
    m_undo = new QPushButton(body);
    m_undo->setObjectName(u"undo"_s);
    m_check = new QPushButton(tr("Look on the Server"), body);
    m_check->setObjectName(u"checkOutcome"_s);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(10);
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_result, m_facts, m_differences})
        layout->addWidget(part);
    layout->addSpacing(6);
    layout->addWidget(m_undoNote);
    layout->addWidget(m_undo, 0, Qt::AlignLeading);
    layout->addWidget(m_check, 0, Qt::AlignLeading);
    layout->addStretch();
    setWidget(body);
    connect(m_undo, &QPushButton::clicked, this, &JournalPanel::undoRequested);
    connect(m_check, &QPushButton::clicked, this, &JournalPanel::checkRequested);
}

void JournalPanel::show(const JournalEntry &entry, const std::optional<Undo> &undo)
{
    const bool isUnknown = entry.result == QLatin1StringView(journal::unknown);
    m_title->setText(journalTitle(entry));
    const QString result = translatedField(entry.result.toUtf8());
    //: %1 result of a change, %2 why
    m_result->setText(entry.message.isEmpty() ? result : tr("%1: %2").arg(result, entry.message));
    if (entry.result == QLatin1StringView(journal::open))
        m_result->setText(tr("Open: the console of %1 has not said yet what came of it.").arg(entry.console));
    m_result->setProperty("look", entry.result == QLatin1StringView(journal::done) ? u"heading"_s : u"problem"_s);
    m_result->style()->unpolish(m_result);
    m_result->style()->polish(m_result);
    showFacts(entry);
    showDifferences(entry);
    m_check->setVisible(isUnknown && undo);
    m_undo->setVisible(undo && undo->way != Undo::Way::None);
    m_undo->setText(undo ? undo->label : QString());
    m_undoNote->setText(undo ? undo->sentence : tr("Connect to this server to undo this."));
    verticalScrollBar()->setValue(0);
}

void JournalPanel::showFacts(const JournalEntry &entry)
{
    m_facts->clear();
    const auto add = [this](const QString &label, const QString &value) {
        if (!value.isEmpty())
            m_facts->addRow(label, {DifferenceGrid::makeText(value)});
    };
    //: %1 absolute, %2 relative time
    add(tr("When"), tr("%1 (%2)").arg(absoluteTime(entry.at), relativeTime(entry.at, m_clock())));
    add(tr("Server"), entry.server);
    add(tr("Signed in as"), entry.who);
    add(tr("Console"), entry.console);
    add(tr("Request"), entry.request);
    if (!entry.status.isEmpty())
        //: %1 HTTP status, %2 milliseconds
        add(tr("Answer"), tr("%1 after %2 ms").arg(entry.status, entry.took));
}

void JournalPanel::showDifferences(const JournalEntry &entry)
{
    m_differences->clear();
    const auto differences = differencesOf(entry);
    if (!differences.isEmpty())
        m_differences->addHead({tr("Field"), tr("Before"), tr("After")});
    for (const JournalDifference &one : differences)
        m_differences->addRow(one.label,
            {DifferenceGrid::makeText(one.before),
                DifferenceGrid::makeText(one.after, one.isChange ? u"heading"_s : QString())});
}

#include "moc_journalpanel.cpp"
