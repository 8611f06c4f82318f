// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeedit.h"

#include "core/timetext.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QLabel>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

TimeEdit::TimeEdit(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QDateTimeEdit(this))
    , m_never(new QCheckBox(tr("Never"), this))
    , m_caption(new QLabel(this))
{
    m_edit->setObjectName(u"dateTime"_s);
    m_edit->setAccessibleName(tr("Date and Time"));
    m_edit->setCalendarPopup(true);
    m_edit->setDisplayFormat(u"d MMM yyyy  HH:mm"_s);
    m_never->setObjectName(u"never"_s);
    m_caption->setProperty("look", u"muted"_s);
    m_caption->setTextFormat(Qt::PlainText);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(2);
    layout->setColumnStretch(0, 1);
    layout->addWidget(m_edit, 0, 0);
    layout->addWidget(m_never, 0, 1);
    layout->addWidget(m_caption, 1, 0, 1, 2);
    setFocusProxy(m_edit);

    // What the hands of a clock show, of no zone: which moment that is here, hereAt() says.
    m_edit->setTimeSpec(Qt::UTC);
    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, &TimeEdit::takeClock);
    connect(m_never, &QCheckBox::clicked, this, [this](bool never) {
        m_time = never ? QDateTime() : hereAt(m_edit->dateTime());
        showTime();
        Q_EMIT edited();
    });
    setTime({});
}

QDateTime TimeEdit::time() const
{
    return m_time;
}

void TimeEdit::setTime(const QDateTime &time)
{
    constexpr int daysAhead = 30; // where a person who unticks "Never" starts from
    const QSignalBlocker blocker(m_edit);
    m_time = time;
    if (!time.isValid())
        m_edit->setDateTime(QDate::currentDate().addDays(daysAhead).startOfDay(Qt::UTC));
    m_never->setChecked(!time.isValid());
    showTime();
}

// Where the clocks show a time twice, the first; where they leave it out, as much later as they jump.
QDateTime TimeEdit::hereAt(const QDateTime &clock)
{
    return QDateTime(clock.date(), clock.time(), Qt::LocalTime).toUTC();
}

// Moved past an hour that comes twice or not at all, the clock goes on from what is then shown.
void TimeEdit::takeClock(const QDateTime &clock)
{
    m_time = hereAt(clock);
    showTime();
    Q_EMIT edited();
}

void TimeEdit::showTime()
{
    const QDateTime local = m_time.toLocalTime();
    const QDateTime clock(local.date(), local.time(), Qt::UTC);
    const bool isWithin = clock <= m_edit->maximumDateTime() && clock >= m_edit->minimumDateTime();
    if (m_time.isValid() && isWithin && m_edit->dateTime() != clock) {
        const QSignalBlocker blocker(m_edit);
        m_edit->setDateTime(clock);
    }
    m_edit->setEnabled(m_time.isValid());
    m_edit->setVisible(!m_time.isValid() || isWithin);
    const QString when = isWithin ? relativeTime(m_time, QDateTime::currentDateTimeUtc()) : absoluteTime(m_time);
    m_caption->setText(
        m_time.isValid() ? tr("%1 · local time, %2", "relative time, time zone").arg(when, local.timeZoneAbbreviation())
                         : QString());
    m_caption->setVisible(m_time.isValid());
}

#include "moc_timeedit.cpp"
