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

    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime &time) {
        m_time = time.toUTC();
        updateCaption();
        Q_EMIT edited();
    });
    connect(m_never, &QCheckBox::clicked, this, [this](bool never) {
        m_time = never ? QDateTime() : m_edit->dateTime().toUTC();
        updateCaption();
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
    const QSignalBlocker blocker(m_edit);
    m_time = time;
    constexpr int daysAhead = 30; // where a person who unticks "Never" starts from
    m_edit->setDateTime(time.isValid() ? time.toLocalTime() : QDate::currentDate().addDays(daysAhead).startOfDay());
    m_never->setChecked(!time.isValid());
    updateCaption();
}

void TimeEdit::updateCaption()
{
    m_edit->setEnabled(m_time.isValid());
    const auto zone = m_edit->dateTime().timeZoneAbbreviation();
    const auto relative = relativeTime(m_time, QDateTime::currentDateTimeUtc());
    m_caption->setText(
        m_time.isValid() ? tr("%1 · local time, %2", "relative time, time zone").arg(relative, zone) : QString());
    m_caption->setVisible(m_time.isValid());
}
