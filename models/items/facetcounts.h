// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "items/facets.h"

#include <QTimer>

#include <memory>

class RecordFilter;

// Counts what a filter shows, again when that has changed: in another thread, one count at a time, while anybody looks.
class FacetCounts final : public QObject {
    Q_OBJECT

public:
    FacetCounts(RecordFilter &filter, QObject *parent = nullptr, Clock clock = systemClock);
    ~FacetCounts() override;

    const Facets &facets() const { return m_facets; }
    bool isUpToDate() const { return !m_isStale && !m_cancelled; }
    void setActive(bool active); // off at first; what changes meanwhile is counted when it is on again

Q_SIGNALS:
    void changed();

private:
    void outdate();
    void count();

    RecordFilter &m_filter;
    Clock m_clock;
    Facets m_facets;
    QTimer m_pause; // rows come in many small portions
    bool m_isActive = false;
    bool m_isStale = true;
    std::shared_ptr<Cancelled> m_cancelled; // of the count under way
};
