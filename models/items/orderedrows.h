// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <vector>

// A table model whose rows are numbered rows of something else, in an order that can be replaced: what stays keeps its
// selection wherever it goes, and only what comes and goes is told of as such.
class OrderedRows : public QAbstractTableModel {
    Q_OBJECT

public:
    using Order = std::vector<quint32>;

    using QAbstractTableModel::QAbstractTableModel;

    const Order &order() const { return m_order; }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_order.size()); }

protected:
    void setOrder(const Order &order);
    void appendOrder(const Order &added);
    void removePlace(qsizetype place);
    void renumber(const Order &numbers); // by old number; nothing that is shown changes

private:
    void removeGone(const Order &order, const std::vector<bool> &stays);
    void permute(const Order &order);

    Order m_order;
};
