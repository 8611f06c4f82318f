// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journalpanel.h"

#include "core/timetext.h"
#include "items/journaltext.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

static QLabel *makeText(QWidget *parent, const QString &look = {}, const QString &text = {})
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setProperty("look", look);
    return label;
}

JournalPanel::JournalPanel(Clock clock, QWidget *parent)
    : QScrollArea(parent)
    , m_clock(std::move(clock))
{
    setObjectName(u"journalPanel"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *body = new QWidget(this);
    m_title = makeText(body, u"title"_s);
    m_title->setObjectName(u"journalTitle"_s);
    m_result = makeText(body);
    m_result->setObjectName(u"journalResult"_s);
    m_facts = new QWidget(body);
    m_differences = new QWidget(body);
    m_undoNote = makeText(body, u"muted"_s);
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

// Made anew each time: QGridLayout keeps rows once it has them.
static QGridLayout *emptied(QWidget *&area)
{
    auto *fresh = new QWidget(area->parentWidget());
    auto *grid = new QGridLayout(fresh);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(6);
    delete area->parentWidget()->layout()->replaceWidget(area, fresh);
    delete std::exchange(area, fresh);
    return grid;
}

void JournalPanel::showFacts(const JournalEntry &entry)
{
    auto *grid = emptied(m_facts);
    grid->setColumnStretch(1, 1);
    const auto add = [&](const QString &label, const QString &value) {
        if (value.isEmpty())
            return;
        const int row = grid->rowCount();
        grid->addWidget(makeText(m_facts, u"muted"_s, label), row, 0, Qt::AlignTop);
        grid->addWidget(makeText(m_facts, {}, value), row, 1);
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
    m_facts->show();
}

void JournalPanel::showDifferences(const JournalEntry &entry)
{
    auto *grid = emptied(m_differences);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    const auto differences = differencesOf(entry);
    int row = 0;
    if (!differences.isEmpty())
        for (const QString &heading : {tr("Field"), tr("Before"), tr("After")})
            grid->addWidget(makeText(m_differences, u"heading"_s, heading), 0, row++);
    row = 1;
    for (const JournalDifference &one : differences) {
        const QString look = one.isChange ? u"heading"_s : QString();
        grid->addWidget(makeText(m_differences, u"muted"_s, one.label), row, 0, Qt::AlignTop);
        grid->addWidget(makeText(m_differences, {}, one.before.isEmpty() ? u"—"_s : one.before), row, 1, Qt::AlignTop);
        grid->addWidget(makeText(m_differences, look, one.after.isEmpty() ? u"—"_s : one.after), row, 2, Qt::AlignTop);
        ++row;
    }
    m_differences->show();
}
