// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <functional>
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
    void keep(const std::function<bool(quint32 row)> &stays);
    // By old number; nothing that is shown changes. Numbers of rows that are not there do not matter.
    void renumber(const Order &numbers);

private:
    void permute(const Order &order);

    Order m_order;
};
