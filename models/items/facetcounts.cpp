// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/facetcounts.h"

#include "core/background.h"
#include "items/recordfilter.h"

using namespace std::chrono_literals;

FacetCounts::FacetCounts(RecordFilter &filter, QObject *parent, Clock clock)
    : QObject(parent)
    , m_filter(filter)
    , m_clock(std::move(clock))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(150ms);
    connect(&m_pause, &QTimer::timeout, this, &FacetCounts::count);
    connect(&filter, &RecordFilter::updated, this, &FacetCounts::outdate);
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&filter, signal, this, &FacetCounts::outdate);
}

FacetCounts::~FacetCounts()
{
    if (m_cancelled)
        *m_cancelled = true;
}

void FacetCounts::setActive(bool active)
{
    m_isActive = active;
    if (m_isActive && m_isStale)
        count();
}

void FacetCounts::outdate()
{
    m_isStale = true;
    if (m_isActive && !m_pause.isActive())
        m_pause.start();
}

void FacetCounts::count()
{
    if (!m_isActive || m_cancelled)
        return; // what is stale when the count under way ends is counted then
    m_isStale = false;
    m_cancelled = std::make_shared<Cancelled>(false);
    const auto cells = std::make_shared<Columns>(m_filter.cells().snapshot());
    const auto counted = inBackground(
        [cells, rows = m_filter.order(), columns = m_filter.listColumns(), now = m_clock(),
            cancelled = m_cancelled]() -> Result<Facets> { return facetsOf(*cells, rows, columns, now, *cancelled); });
    onResult(this, counted, [this](const Result<Facets> &facets) {
        m_cancelled.reset();
        m_facets = *facets;
        if (m_isStale)
            m_pause.start();
        Q_EMIT changed();
    });
}

#include "moc_facetcounts.cpp"
