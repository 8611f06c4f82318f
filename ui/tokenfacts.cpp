// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokenfacts.h"

#include "core/timetext.h"
#include "ui/fieldeditor.h"

#include <QGridLayout>
#include <QLabel>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

TokenFacts::TokenFacts(QWidget *parent, Clock clock)
    : QWidget(parent)
    , m_clock(std::move(clock))
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(1, 1);
    connect(&m_timer, &QTimer::timeout, this, &TokenFacts::updateTimes);
}

void TokenFacts::clear()
{
    m_timer.stop();
    m_times.clear();
    m_texts.clear();
    m_rows = 0;
    while (auto *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void TokenFacts::show(const Token &token, const QStringList &leaveOut)
{
    clear();
    for (const auto &field : fields<Token>())
        if (!(field.flags & FieldFlag::Hidden) && !leaveOut.contains(QString::fromLatin1(field.key)))
            addFact(infoOf(field), field.read(token));
    updateTimes();
    m_timer.start(1s);
}

void TokenFacts::setCovered(bool covered)
{
    m_isCovered = covered;
    for (const auto &[label, text] : std::as_const(m_texts))
        label->setText(covered ? coveredText() : text);
}

void TokenFacts::addFact(const FieldInfo &field, const QVariant &value)
{
    const bool neverExpires = field.key == u"expires"_s && !value.toDateTime().isValid();
    const QString text = neverExpires ? tr("Never") : fieldText(field, value);
    if (text.isEmpty())
        return;
    auto *caption = new QLabel(field.label, this);
    caption->setProperty("look", u"muted"_s);
    auto *label = new QLabel(text, this);
    label->setObjectName(u"fact."_s + field.key);
    label->setAccessibleName(field.label);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    caption->setBuddy(label);
    m_grid->addWidget(caption, m_rows, 0, Qt::AlignTop);
    m_grid->addWidget(label, m_rows, 1);
    ++m_rows;
    if (field.kind == FieldKind::Time && !neverExpires)
        m_times << TimeLabel{label, value.toDateTime()};
    else
        m_texts << std::pair(label, text);
    setCovered(m_isCovered);
}

void TokenFacts::updateTimes()
{
    for (const auto &[label, time] : std::as_const(m_times)) {
        //: %1 distance from now ("in 52 min"), %2 point in time
        const QString text = tr("%1  ·  %2").arg(relativeTime(time, m_clock()), absoluteTime(time));
        if (label->text() != text)
            label->setText(text);
    }
}

#include "moc_tokenfacts.cpp"
