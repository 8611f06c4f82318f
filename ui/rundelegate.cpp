// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rundelegate.h"

#include "items/runtable.h"
#include "ui/maintenancedelegate.h"

using namespace Qt::Literals::StringLiterals;

static QString iconOf(const QModelIndex &index)
{
    if (index.column() == RunTable::Duration && index.data(RunTable::OutlierRole).toBool())
        return u"emblem-warning"_s;
    if (index.column() != RunTable::Outcome)
        return {};
    switch (MaintenanceRun::Outcome(index.data(RunTable::OutcomeRole).toInt())) {
    case MaintenanceRun::Outcome::Running:
        return u"media-playback-start"_s;
    case MaintenanceRun::Outcome::Succeeded:
        return u"emblem-success"_s;
    case MaintenanceRun::Outcome::Failed:
        return u"emblem-error"_s;
    case MaintenanceRun::Outcome::Unknown:
        return u"emblem-question"_s;
    }
    return {};
}

void RunDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    MaintenanceDelegate::decorate(*option, iconOf(index));
}

#include "moc_rundelegate.cpp"
