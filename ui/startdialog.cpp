// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/startdialog.h"

#include "ui/formrow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLocale>
#include <QSpinBox>

using namespace Qt::Literals::StringLiterals;

static ConfirmDialog::Question startQuestion(const StartDialog::Subject &subject)
{
    const int count = int(subject.clients.size());
    QStringList sentences;
    if (subject.isProduction && subject.servers.size() == 1)
        sentences << StartDialog::tr("%1 is a production server: its users may notice the load.")
                         .arg(subject.servers.first());
    else if (subject.isProduction)
        sentences << StartDialog::tr("There are production servers among them: their users may notice the load.");
    if (subject.running > 0)
        sentences << StartDialog::tr(
            "%Ln of them is running already; its end is waited for.", nullptr, subject.running);
    sentences << StartDialog::tr("A run cannot be stopped from here.");
    return {.title = count == 1
            //: %1 a maintenance task, %2 a client
            ? StartDialog::tr("Start %1 maintenance of %2?").arg(subject.task, subject.clients.first())
            : StartDialog::tr("Start %1 maintenance of %Ln client(s)?", nullptr, count).arg(subject.task),
        .consequence = sentences.join(u'\n'),
        .names = subject.clients,
        .confirmLabel = StartDialog::tr("Start %1", "a maintenance task").arg(subject.task),
        .typed = subject.isProduction && count > 1 ? QLocale::c().toString(count) : QString(),
        .isHarmless = !subject.isProduction};
}

StartDialog::StartDialog(const Subject &subject, QWidget *parent)
    : ConfirmDialog(startQuestion(subject), parent)
{
    setObjectName(u"startDialog"_s);
    if (subject.clients.size() < 2)
        return;
    m_atOnce = new QSpinBox(this);
    m_atOnce->setObjectName(u"start.atOnce"_s);
    m_atOnce->setRange(1, StartPlan::mostAtOnce);
    m_atOnce->setValue(StartPlan().atOnce);
    m_order = new QComboBox(this);
    m_order->setObjectName(u"start.order"_s);
    m_order->addItem(tr("As listed"), int(StartPlan::Order::AsListed));
    m_order->addItem(tr("Longest first"), int(StartPlan::Order::LongestFirst));
    m_order->addItem(tr("Most overdue first"), int(StartPlan::Order::MostOverdueFirst));
    m_stops = new QCheckBox(tr("Pause after a run that did not succeed"), this);
    m_stops->setObjectName(u"start.stops"_s);
    addBelowText(new FormRow(tr("Runs at the same time"), m_atOnce, this));
    addBelowText(new FormRow(tr("Order"), m_order, this));
    addBelowText(m_stops);
}

StartPlan StartDialog::plan() const
{
    if (!m_atOnce)
        return {};
    return {.order = StartPlan::Order(m_order->currentData().toInt()),
        .atOnce = m_atOnce->value(),
        .stopsAfterFailure = m_stops->isChecked()};
}

#include "moc_startdialog.cpp"
