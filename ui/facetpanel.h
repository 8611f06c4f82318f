// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/facetcounts.h"

#include <QWidget>

class ExpiryChart;
class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

// Beside a list: what is shown there, counted by its columns, and when it expires. What is clicked is put into the
// filter text, or taken out of it when it is there.
class FacetPanel final : public QWidget {
    Q_OBJECT

public:
    explicit FacetPanel(RecordFilter &filter, QWidget *parent = nullptr, Clock clock = systemClock);

    void setFilterText(const QString &text);

Q_SIGNALS:
    void filterTextChanged(const QString &text); // by the person

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void update();
    void addFacet(const Facet &facet);
    void markChosen();
    void toggle(const QString &term);

    FacetCounts m_counts;
    QTreeWidget *m_tree;
    QLabel *m_chartTitle;
    ExpiryChart *m_chart;
    QString m_filterText;
    QStringList m_closed; // keys of the facets that were folded
};
