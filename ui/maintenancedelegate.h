// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

// Draws clients and their maintenance tasks with icons that tell how they stand at a glance.
class MaintenanceDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static void decorate(QStyleOptionViewItem &option, const QString &icon); // empty: not at all

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};
