// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maintenancedelegate.h"

#include "items/maintenanceboard.h"

#include <QWidget>

using namespace Qt::Literals::StringLiterals;

static QString standingIcon(Standing standing)
{
    switch (standing) {
    case Standing::Running:
        return u"media-playback-start"_s;
    case Standing::Slow:
    case Standing::Late:
    case Standing::NoAnswer:
        return u"emblem-warning"_s;
    case Standing::Lost:
        return u"emblem-question"_s;
    case Standing::Failed:
        return u"emblem-error"_s;
    case Standing::Fine:
        return u"emblem-success"_s;
    case Standing::Unknown:
    case Standing::NeverRan:
        return {};
    }
    return {};
}

static QString resultIcon(const QVariant &outcome)
{
    if (!outcome.isValid())
        return {};
    switch (MaintenanceRun::Outcome(outcome.toInt())) {
    case MaintenanceRun::Outcome::Running:
        return {};
    case MaintenanceRun::Outcome::Succeeded:
        return standingIcon(Standing::Fine);
    case MaintenanceRun::Outcome::Failed:
        return standingIcon(Standing::Failed);
    case MaintenanceRun::Outcome::Unknown:
        return standingIcon(Standing::Lost);
    }
    return {};
}

static QString taskIcon(const QModelIndex &index, Standing standing)
{
    const bool isOfResult = standing == Standing::Fine || standing == Standing::Failed || standing == Standing::Lost;
    switch (MaintenanceBoard::Part(index.data(MaintenanceBoard::PartRole).toInt())) {
    case MaintenanceBoard::Part::State:
        return isOfResult ? QString() : standingIcon(standing);
    case MaintenanceBoard::Part::Result:
        return resultIcon(index.data(MaintenanceBoard::LastOutcomeRole));
    case MaintenanceBoard::Part::Duration:
        return index.data(MaintenanceBoard::OutlierRole).toBool() ? u"emblem-warning"_s : QString();
    }
    return {};
}

void MaintenanceDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
    const auto standing = Standing(index.data(MaintenanceBoard::StandingRole).toInt());
    if (index.column() == MaintenanceBoard::ClientColumn)
        decorate(*option, standingIcon(standing));
    else if (index.data(MaintenanceBoard::TaskRole).toInt() >= 0)
        decorate(*option, taskIcon(index, standing));
}

void MaintenanceDelegate::decorate(QStyleOptionViewItem &option, const QString &icon)
{
    if (icon.isEmpty())
        return;
    constexpr QSize size(16, 16);
    const qreal ratio = option.widget ? option.widget->devicePixelRatioF() : 1.0;
    option.icon = QIcon(QIcon::fromTheme(icon).pixmap(size, ratio)); // in its own colours in a selected row, too
    option.icon.addPixmap(QIcon::fromTheme(icon).pixmap(size, ratio), QIcon::Selected);
    option.decorationSize = size;
    option.features |= QStyleOptionViewItem::HasDecoration;
}

#include "moc_maintenancedelegate.cpp"
