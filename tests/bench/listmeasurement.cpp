// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/listmeasurement.h"

#include "tests/bench/footprint.h"
#include "ui/filterline.h"
#include "ui/recordpage.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

ListMeasurement::ListMeasurement(const Options &options)
    : m_options(options)
{
}

Result<QJsonObject> ListMeasurement::run()
{
    // Each asks for what the one before left: all rows, none filtered.
    for (const auto &step : std::initializer_list<std::function<Result<>()>>{
             [this] { return load(); },
             [this] { return measureSort(u"sort_ms"_s, u"user"_s); },
             [this] { return m_options.hasDetails ? measureSort(u"sort_time_ms"_s, u"expires"_s) : Result<>(); },
             [this] { return measureFilter(); },
         })
        if (const auto done = step(); !done)
            return tl::unexpected(done.error());
    if (m_options.hasDetails)
        measureJumps();
    return m_figures;
}

// The first frame that has rows is when they are there; what is painted is painted as it would be anyway.
bool ListMeasurement::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Paint || shown() == 0)
        return QObject::eventFilter(watched, event);
    watched->removeEventFilter(this);
    QCoreApplication::sendEvent(watched, event);
    m_firstRows = now();
    return true;
}

Result<> ListMeasurement::load()
{
    if (const auto opened = m_console.open(m_options.server, m_options.kind); !opened)
        return opened;
    const Footprint before = settledFootprint();
    Collection &list = m_console.collection();
    m_console.table().viewport()->installEventFilter(this);
    m_console.signIn();
    if (!waitUntil([&] { return list.isBusy(); }))
        return failure(Error::Kind::Timeout, u"The list is not loaded."_s);
    m_asked = now();
    m_stall.restart();
    const bool isLoaded = waitUntil(
        [&] { return m_firstRows && !list.isBusy() && list.isComplete() && shown() == list.model()->rowCount(); });
    if (!isLoaded || list.error())
        return list.error() ? tl::unexpected(*list.error()) : failure(Error::Kind::Timeout, u"No rows came."_s);
    const double all = paintedSince(m_asked);
    const Footprint after = settledFootprint();
    m_figures[u"rows"] = shown();
    m_figures[u"first_rows_ms"] = millisecondsBetween(m_asked, *m_firstRows);
    m_figures[u"all_rows_ms"] = all;
    m_figures[u"bytes_per_row"] = double(after.proportional - before.proportional) / shown();
    m_figures[u"worst_stall_ms"] = m_stall.worst();
    if (m_options.hasDetails) {
        m_figures[u"start_to_first_rows_ms"]
            = millisecondsBetween(m_options.began, *m_firstRows) - m_console.preparation();
        m_figures[u"pss_bytes"] = after.proportional;
        m_figures[u"peak_bytes"] = mostResident();
    }
    m_stall.restart();
    return {};
}

int ListMeasurement::shown() const
{
    return m_console.table().model()->rowCount();
}

double ListMeasurement::paintedSince(Moment begin)
{
    m_console.table().viewport()->repaint();
    const Moment end = now();
    m_stall.look();
    return millisecondsBetween(begin, end);
}

// Looks at rows all over the list. By which rules texts of the same first letter are ordered is the list's own affair.
bool ListMeasurement::isSorted(int column) const
{
    constexpr int looked = 64;
    QList<QVariant> values;
    for (int i = 0; i < looked; ++i) {
        const int row = int(qint64(shown() - 1) * i / (looked - 1));
        const QVariant value = m_console.table().model()->index(row, column).data(ValueRole);
        if (value.typeId() == QMetaType::QString && !value.toString().isEmpty())
            values << value.toString().first(1).toCaseFolded();
        else if (value.typeId() == QMetaType::QDateTime && value.toDateTime().isValid())
            values << value.toDateTime().toMSecsSinceEpoch();
    }
    return std::is_sorted(values.begin(), values.end(),
        [](const QVariant &a, const QVariant &b) { return QVariant::compare(a, b) == QPartialOrdering::Less; });
}

Result<> ListMeasurement::measureSort(const QString &figure, const QString &field)
{
    const int column = m_console.columnOf(field);
    QHeaderView *header = m_console.table().horizontalHeader();
    if (column < 0 || header->isSectionHidden(column))
        return failure(Error::Kind::NotFound, u"The list has no column %1."_s.arg(field));
    const QPoint place(header->sectionViewportPosition(column) + header->sectionSize(column) / 2, header->height() / 2);
    m_stall.restart();
    const Moment begin = now();
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    if (!waitUntil([&] { return header->sortIndicatorSection() == column && isSorted(column); }))
        return failure(Error::Kind::Timeout, u"The list was not sorted by %1."_s.arg(field));
    m_figures[figure] = paintedSince(begin);
    m_figures[u"worst_stall_ms"] = std::max(m_figures[u"worst_stall_ms"].toDouble(), m_stall.worst());
    return {};
}

int ListMeasurement::matching(const QString &field, const QString &text) const
{
    const auto *model = m_console.collection().model();
    const int column = m_console.columnOf(field);
    int count = 0;
    for (int row = 0; row < model->rowCount(); ++row)
        count += model->index(row, column).data(ValueRole).toString().contains(text, Qt::CaseInsensitive) ? 1 : 0;
    return count;
}

Result<double> ListMeasurement::filterTimed(const QString &text, const std::function<bool(int shown)> &isDone)
{
    m_stall.restart();
    const Moment begin = now();
    m_console.list().findChild<FilterLine *>()->setText(text);
    if (!waitUntil([&] { return isDone(shown()); }))
        return failure(Error::Kind::Timeout, u"The list was not filtered by “%1”."_s.arg(text));
    const double took = paintedSince(begin);
    m_figures[u"worst_stall_ms"] = std::max(m_figures[u"worst_stall_ms"].toDouble(), m_stall.worst());
    return took;
}

Result<> ListMeasurement::measureFilter()
{
    const int all = shown();
    const int expected = matching(u"user"_s, m_options.filter);
    if (expected == 0 || expected == all)
        return failure(Error::Kind::NotFound, u"“%1” is in the name of no user, or of all."_s.arg(m_options.filter));
    const auto isAll = [all](int shown) { return shown == all; };
    const auto one = filterTimed(u"user:"_s + m_options.filter, [&](int shown) { return shown == expected; });
    const auto cleared = one.and_then([&](double) { return filterTimed({}, isAll); });
    if (!cleared)
        return tl::unexpected(cleared.error());
    m_figures[u"filter_ms"] = *one;
    if (!m_options.hasDetails)
        return {};
    m_figures[u"filtered"] = expected;
    const auto every = filterTimed(m_options.filter, [&](int shown) { return shown >= expected && shown < all; });
    const auto again = every.and_then([&](double) { return filterTimed({}, isAll); });
    if (!again)
        return tl::unexpected(again.error());
    m_figures[u"filter_all_ms"] = *every;
    return {};
}

void ListMeasurement::measureJumps()
{
    constexpr int jumps = 200;
    QScrollBar *bar = m_console.table().verticalScrollBar();
    std::vector<double> took;
    quint32 place = 1;
    for (int i = 0; i < jumps; ++i) {
        place = quint32(quint64(place) * 48271 % 2147483647); // the same places in every run
        const Moment begin = now();
        bar->setValue(int(place % quint32(bar->maximum() + 1)));
        took.push_back(paintedSince(begin));
        QCoreApplication::processEvents();
    }
    std::sort(took.begin(), took.end());
    m_figures[u"scroll_p50_ms"] = took[jumps / 2];
    m_figures[u"scroll_p99_ms"] = took[jumps * 99 / 100];
}
