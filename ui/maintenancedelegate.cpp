// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/maintenancedelegate.h"

#include "items/maintenanceboard.h"

#include <QWidget>

using namespace Qt::Literals::StringLiterals;

static QString stateIcon(MaintenanceBoard::State state)
{
    switch (state) {
    case MaintenanceBoard::State::Starting:
    case MaintenanceBoard::State::Running:
        return u"media-playback-start"_s;
    case MaintenanceBoard::State::Failed:
        return u"emblem-warning"_s;
    case MaintenanceBoard::State::Unknown:
    case MaintenanceBoard::State::Asking:
    case MaintenanceBoard::State::Idle:
        return {};
    }
    return {};
}

void MaintenanceDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const int task = index.data(MaintenanceBoard::TaskRole).toInt();
    if (task < 0)
        return;
    const bool isState = (index.column() - 1) % 2 == 0;
    const QVariant succeeded = index.data(MaintenanceBoard::SucceededRole);
    QString icon;
    if (isState)
        icon = stateIcon(index.data(MaintenanceBoard::StateRole).value<MaintenanceBoard::State>());
    else if (succeeded.isValid())
        icon = succeeded.toBool() ? u"emblem-success"_s : u"emblem-error"_s;
    if (icon.isEmpty())
        return;
    constexpr QSize size(16, 16);
    const qreal ratio = option->widget ? option->widget->devicePixelRatioF() : 1.0;
    option->icon = QIcon(QIcon::fromTheme(icon).pixmap(size, ratio)); // in its own colours in a selected row, too
    option->icon.addPixmap(QIcon::fromTheme(icon).pixmap(size, ratio), QIcon::Selected);
    option->decorationSize = size;
    option->features |= QStyleOptionViewItem::HasDecoration;
}
