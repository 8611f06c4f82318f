// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recordfilter.h"

#include "core/background.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

RecordFilter::RecordFilter(RecordRows &rows, QObject *parent, Clock clock)
    : OrderedRows(parent)
    , m_rows(rows)
    , m_clock(std::move(clock))
{
    connect(&rows, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) { addArrived(first, last); });
    connect(&rows, &QAbstractItemModel::rowsRemoved, this, &RecordFilter::noteGone);
    m_dropping.setSingleShot(true);
    m_dropping.setInterval(100ms); // each time, all that is shown below them moves and is painted anew
    connect(&m_dropping, &QTimer::timeout, this, [this] {
        if (m_hasGone)
            dropGone();
    });
    connect(&rows, &QAbstractItemModel::dataChanged, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        if (m_rows.isSettled())
            update();
    });
    connect(&rows, &RecordRows::aboutToBeRenumbered, this, &RecordFilter::dropGone);
    connect(&rows, &RecordRows::renumbered, this, [this](const Order &numbers) {
        const bool wasUpdating = isUpdating();
        cancel();
        renumber(numbers);
        if (wasUpdating)
            update();
    });
    connect(&rows, &RecordRows::settled, this, &RecordFilter::update);
    update();
}

RecordFilter::~RecordFilter()
{
    cancel();
}

RecordQuery RecordFilter::query() const
{
    return {.columns = m_rows.listColumns(),
        .filter = m_filter,
        .sortColumn = m_sortColumn,
        .sortOrder = m_sortOrder,
        .now = m_clock()};
}

std::optional<FilterProblem> RecordFilter::setFilterText(const QString &text)
{
    const auto parsed = parseFilter(text, m_rows.columns());
    if (!parsed)
        return parsed.error();
    m_filter = *parsed;
    update();
    return std::nullopt;
}

void RecordFilter::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    update();
}

void RecordFilter::cancel()
{
    if (m_cancelled)
        *m_cancelled = true;
    m_cancelled.reset();
}

void RecordFilter::update()
{
    cancel();
    if (m_rows.order().size() > many)
        return updateAside();
    const Cancelled never = false;
    const RecordQuery asked = query();
    m_sorted = m_rows.order().size();
    setOrder(sorted(m_rows.cells(), filtered(m_rows.cells(), m_rows.order(), asked, never), asked, never));
    Q_EMIT updated();
}

void RecordFilter::updateAside()
{
    m_cancelled = std::make_shared<Cancelled>(false);
    const auto cells = std::make_shared<Columns>(m_rows.cells().snapshot());
    m_sorted = m_rows.order().size();
    const auto found
        = inBackground([cells, rows = m_rows.order(), asked = query(), cancelled = m_cancelled]() -> Result<Order> {
              return sorted(*cells, filtered(*cells, rows, asked, *cancelled), asked, *cancelled);
          });
    onResult(this, found, [this, cancelled = m_cancelled, seen = cells->rows()](const Result<Order> &order) {
        // Nobody waits for what was asked before.
        if (*cancelled)
            return;
        m_cancelled.reset();
        take(*order, seen);
        Q_EMIT updated();
    });
}

// Some may have gone, and more have come, since the other thread looked at the rows with numbers below `seen`.
void RecordFilter::take(const Order &order, quint32 seen)
{
    Order shown;
    shown.reserve(order.size());
    std::copy_if(
        order.begin(), order.end(), std::back_inserter(shown), [this](quint32 row) { return m_rows.isLive(row); });
    const Order &all = m_rows.order();
    const Order late(std::lower_bound(all.begin(), all.end(), seen), all.end());
    const Cancelled never = false;
    const Order added = filtered(m_rows.cells(), late, query(), never);
    shown.insert(shown.end(), added.begin(), added.end());
    setOrder(shown);
}

// Of a long list, in the order they come; they are sorted in when it has doubled, or has come to its end.
void RecordFilter::addArrived(int first, int last)
{
    const Order &all = m_rows.order();
    if (all.size() <= many || m_rows.isSettled())
        return update();
    const Cancelled never = false;
    appendOrder(filtered(m_rows.cells(), Order(all.begin() + first, all.begin() + last + 1), query(), never));
    if (!m_cancelled && all.size() > 2 * m_sorted)
        updateAside();
}

void RecordFilter::noteGone()
{
    m_hasGone = true;
    if (!m_dropping.isActive())
        dropGone();
}

void RecordFilter::dropGone()
{
    m_hasGone = false;
    m_dropping.start();
    keep([this](quint32 row) { return m_rows.isLive(row); });
}

QModelIndex RecordFilter::indexOf(const QString &id) const
{
    const QList<int> places = placesOf({id});
    return places.isEmpty() ? QModelIndex() : index(places.first(), 0);
}

QList<int> RecordFilter::placesOf(const QStringList &ids) const
{
    QSet<quint32> wanted;
    for (const QString &id : ids)
        if (const auto row = m_rows.rowOf(id))
            wanted.insert(*row);
    QList<int> places;
    for (size_t place = 0; place < order().size() && places.size() < wanted.size(); ++place)
        if (wanted.contains(order()[place]))
            places << int(place);
    return places;
}

int RecordFilter::columnCount(const QModelIndex &parent) const
{
    return m_rows.columnCount(parent);
}

void RecordFilter::setCovered(bool covered)
{
    m_covered.clear();
    const QList<ListColumn> columns = m_rows.listColumns();
    for (int column = 0; covered && column < columns.size(); ++column)
        if (columns[column].info.flags & FieldFlag::Covered)
            m_covered << column;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole, Qt::ToolTipRole});
}

QVariant RecordFilter::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if (isText && m_covered.contains(index.column()))
        return role == Qt::DisplayRole ? u"••••••••"_s : QString();
    return m_rows.dataOf(order()[size_t(index.row())], index.column(), role);
}

QVariant RecordFilter::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_rows.headerData(section, orientation, role);
}

#include "moc_recordfilter.cpp"
