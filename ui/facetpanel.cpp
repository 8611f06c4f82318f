// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facetpanel.h"

#include "items/filterterms.h"
#include "ui/expirychart.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

enum FacetRole { TermRole = Qt::UserRole, KeyRole };

}

FacetPanel::FacetPanel(RecordFilter &filter, QWidget *parent, Clock clock)
    : QWidget(parent)
    , m_counts(filter, nullptr, std::move(clock))
    , m_tree(new QTreeWidget(this))
    , m_chartTitle(new QLabel(tr("Expiring"), this))
    , m_chart(new ExpiryChart(this))
{
    setObjectName(u"facetPanel"_s);
    m_tree->setObjectName(u"facets"_s);
    m_tree->setAccessibleName(tr("Counts"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(12);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setProperty("look", u"facets"_s);
    m_tree->header()->setMinimumSectionSize(24);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_chartTitle->setProperty("look", u"heading"_s);
    m_chartTitle->setContentsMargins(14, 6, 6, 0);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_chart->setObjectName(u"expiryChart"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_chartTitle);
    layout->addWidget(m_chart);

    connect(&m_counts, &FacetCounts::changed, this, &FacetPanel::update);
    // A click, and Enter or Space from the keyboard.
    connect(m_tree, &QTreeWidget::itemClicked, this,
        [this](const QTreeWidgetItem *item) { toggle(item->data(0, TermRole).toString()); });
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        if (m_tree->style()->styleHint(QStyle::SH_ItemView_ActivateItemOnSingleClick) == 0)
            toggle(item->data(0, TermRole).toString());
    });
    connect(m_tree, &QTreeWidget::itemCollapsed, this,
        [this](const QTreeWidgetItem *item) { m_closed << item->data(0, KeyRole).toString(); });
    connect(m_tree, &QTreeWidget::itemExpanded, this,
        [this](const QTreeWidgetItem *item) { m_closed.removeAll(item->data(0, KeyRole).toString()); });
    connect(m_chart, &ExpiryChart::chosen, this, &FacetPanel::toggle);
    update();
}

void FacetPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_counts.setActive(true);
}

void FacetPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_counts.setActive(false);
}

void FacetPanel::setFilterText(const QString &text)
{
    m_filterText = text;
    markChosen();
}

void FacetPanel::toggle(const QString &term)
{
    if (!term.isEmpty())
        Q_EMIT filterTextChanged(
            hasTerms(m_filterText, term) ? withoutTerms(m_filterText, term) : withTerms(m_filterText, term));
}

void FacetPanel::update()
{
    const QTreeWidgetItem *current = m_tree->currentItem();
    const QString term = current ? current->data(0, TermRole).toString() : QString();
    const QSignalBlocker blocker(m_tree); // folding is not the person's now
    m_tree->clear();
    for (const Facet &facet : m_counts.facets().facets)
        addFacet(facet);
    for (QTreeWidgetItemIterator item(m_tree); *item && !term.isEmpty(); ++item)
        if ((*item)->data(0, TermRole) == term)
            m_tree->setCurrentItem(*item, 0, QItemSelectionModel::NoUpdate);
    markChosen();
    const ExpiryHistogram &expiry = m_counts.facets().expiry;
    m_chart->setHistogram(expiry);
    const bool isTelling = expiry.bars.size() > 1;
    m_chart->setVisible(isTelling);
    m_chartTitle->setVisible(isTelling);
}

void FacetPanel::addFacet(const Facet &facet)
{
    const QLocale locale;
    auto *top = new QTreeWidgetItem(m_tree, {facet.label});
    top->setData(0, KeyRole, facet.key);
    top->setFlags(Qt::ItemIsEnabled);
    top->setFirstColumnSpanned(true);
    QFont bold = m_tree->font();
    bold.setWeight(QFont::DemiBold);
    top->setFont(0, bold);
    for (const FacetValue &value : facet.values) {
        const QString rows = locale.toString(value.rows);
        auto *item = new QTreeWidgetItem(top, {value.label, rows});
        item->setData(0, TermRole, value.term);
        item->setTextAlignment(1, Qt::AlignTrailing | Qt::AlignVCenter);
        item->setToolTip(0, Qt::convertFromPlainText(value.label));
        //: a value of a column, and how many entries have it
        item->setData(0, Qt::AccessibleTextRole, tr("%1: %2").arg(value.label, rows));
        if (value.term.isEmpty())
            item->setFlags(Qt::NoItemFlags);
    }
    if (facet.others > 0) {
        auto *item = new QTreeWidgetItem(top, {tr("%Ln more", nullptr, int(std::min<qint64>(facet.others, INT_MAX)))});
        item->setFlags(Qt::NoItemFlags);
        item->setFirstColumnSpanned(true);
    }
    top->setExpanded(!m_closed.contains(facet.key));
}

void FacetPanel::markChosen()
{
    for (QTreeWidgetItemIterator item(m_tree); *item; ++item) {
        const QString term = (*item)->data(0, TermRole).toString();
        (*item)->setSelected(!term.isEmpty() && hasTerms(m_filterText, term));
    }
}

#include "moc_facetpanel.cpp"
