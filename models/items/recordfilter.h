// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "items/recordquery.h"

#include <QSet>
#include <QTimer>

#include <memory>

// A collection's model, filtered by a text and sorted by raw values. Of long lists, another thread finds out which rows
// are shown; until then those before stay, and what arrives meanwhile is added at the end. Of rows that go one after
// the other, the first is dropped at once and those after it a few times a second.
class RecordFilter final : public OrderedRows {
    Q_OBJECT

public:
    explicit RecordFilter(RecordRows &rows, QObject *parent = nullptr, Clock clock = systemClock);
    ~RecordFilter() override;

    // A text with a problem leaves the present filter in force.
    std::optional<FilterProblem> setFilterText(const QString &text);
    bool isUpdating() const { return bool(m_cancelled); } // in another thread
    const Columns &cells() const { return m_rows.cells(); } // what order() numbers
    QList<ListColumn> listColumns() const { return m_rows.listColumns(); }
    QModelIndex indexOf(const QString &id) const; // invalid when it is not shown
    QList<int> placesOf(const QStringList &ids) const; // of those that are shown, in the order shown

    // What tells tokens apart is not told while this holds, so that others may see the screen.
    void setCovered(bool covered);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void updated(); // what is shown is what was asked for

private:
    static constexpr size_t many = 20'000; // rows; more are not filtered and sorted in the window's own thread

    RecordQuery query() const;
    void update();
    void updateAside();
    void take(const Order &order, quint32 seen);
    void addArrived(int first, int last);
    void noteGone();
    void dropGone();
    void cancel();

    RecordRows &m_rows;
    Clock m_clock;
    Filter m_filter;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    size_t m_sorted = 0; // rows there were when they were sorted last
    QTimer m_dropping; // while it runs, rows that are gone stay shown
    bool m_hasGone = false;
    QSet<int> m_covered; // columns
    std::shared_ptr<Cancelled> m_cancelled; // of the update under way, in another thread
};
