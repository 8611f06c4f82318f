// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/noticesettings.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimeEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

static QCheckBox *noticeBox(const QString &name, const QString &label, bool isChecked, QWidget *parent)
{
    auto *box = new QCheckBox(label, parent);
    box->setObjectName(u"notices."_s + name);
    box->setChecked(isChecked);
    return box;
}

static QTimeEdit *noticeTime(const QString &name, const QString &label, const QTime &time, QWidget *parent)
{
    auto *edit = new QTimeEdit(time, parent);
    edit->setObjectName(u"notices."_s + name);
    edit->setAccessibleName(label);
    edit->setDisplayFormat(u"HH:mm"_s);
    edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
    return edit;
}

NoticeSettings::NoticeSettings(const UiState::Notices &notices, QWidget *parent)
    : QWidget(parent)
    , m_failure(noticeBox(u"failure"_s, tr("A maintenance run fails or vanishes"), notices.onFailure, this))
    , m_lateness(noticeBox(u"lateness"_s, tr("A maintenance task is late"), notices.onLateness, this))
    , m_ownEnd(noticeBox(u"ownEnd"_s, tr("A maintenance run I started has finished"), notices.onOwnEnd, this))
    , m_quiet(noticeBox(u"quiet"_s, tr("Not in these hours:"), notices.hasQuietHours, this))
    , m_from(noticeTime(u"quietFrom"_s, tr("Quiet from"), notices.quietFrom, this))
    , m_to(noticeTime(u"quietTo"_s, tr("Quiet until"), notices.quietTo, this))
{
    auto *caption = new QLabel(tr("The desktop tells me when"), this);
    auto *hint
        = new QLabel(tr("Servers are asked while their maintenance is shown, and always where “Watch” is on. What "
                        "happens in quiet hours is told after them."),
            this);
    hint->setProperty("look", u"muted"_s);
    hint->setWordWrap(true);
    auto *hours = new QHBoxLayout;
    hours->addWidget(m_quiet);
    hours->addWidget(m_from);
    //: between two times of day
    hours->addWidget(new QLabel(tr("to"), this));
    hours->addWidget(m_to);
    hours->addStretch();
    for (QTimeEdit *time : {m_from, m_to}) {
        time->setEnabled(notices.hasQuietHours);
        connect(m_quiet, &QCheckBox::toggled, time, &QWidget::setEnabled);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 16, 4, 4);
    layout->setSpacing(8);
    layout->addWidget(caption);
    layout->addWidget(m_failure);
    layout->addWidget(m_lateness);
    layout->addWidget(m_ownEnd);
    layout->addSpacing(8);
    layout->addLayout(hours);
    layout->addWidget(hint);
    layout->addStretch();
}

UiState::Notices NoticeSettings::notices() const
{
    return {.onFailure = m_failure->isChecked(),
        .onLateness = m_lateness->isChecked(),
        .onOwnEnd = m_ownEnd->isChecked(),
        .hasQuietHours = m_quiet->isChecked(),
        .quietFrom = m_from->time(),
        .quietTo = m_to->time()};
}

#include "moc_noticesettings.cpp"
