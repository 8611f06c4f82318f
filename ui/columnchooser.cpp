// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/columnchooser.h"

#include <QAbstractItemModel>
#include <QCheckBox>
#include <QHeaderView>
#include <QIcon>
#include <QMenu>
#include <QTableView>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static constexpr int widest = 280; // of a column nobody has drawn wider

ColumnChooser::ColumnChooser(QTableView &table, const QList<FieldInfo> &columns, UiState &state, const QString &dialect,
    const QString &kind, QWidget *parent)
    : QToolButton(parent)
    , m_table(table)
    , m_columns(columns)
    , m_state(state)
    , m_dialect(dialect)
    , m_kind(kind)
{
    setObjectName(u"columns"_s);
    setIcon(QIcon::fromTheme(u"view-file-columns"_s));
    setToolTip(tr("Choose Columns"));
    setAccessibleName(tr("Choose Columns"));
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, &ColumnChooser::buildMenu);
    restore();
    auto *header = table.horizontalHeader();
    for (const auto &signal : {&QHeaderView::sectionResized, &QHeaderView::sectionMoved})
        connect(header, signal, this, &ColumnChooser::remember);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &ColumnChooser::remember);
}

void ColumnChooser::fitOnce()
{
    if (m_fitted || !m_table.model() || m_table.model()->rowCount() == 0)
        return;
    m_fitted = true;
    m_restoring = true;
    for (int column = 0; column < m_columns.size(); ++column)
        if (!m_table.isColumnHidden(column))
            m_table.setColumnWidth(column, fittingWidth(column));
    m_restoring = false;
}

int ColumnChooser::fittingWidth(int column) const
{
    constexpr int sampled = 100;
    constexpr int padding = 28;
    const auto *model = m_table.model();
    int width = m_table.horizontalHeader()->sectionSizeHint(column);
    for (int row = 0; row < std::min(sampled, model->rowCount()); ++row) {
        const auto text = model->index(row, column).data().toString();
        width = std::max(width, m_table.fontMetrics().horizontalAdvance(text) + padding);
    }
    return std::min(width, std::max(widest, m_table.horizontalHeader()->sectionSizeHint(column)));
}

void ColumnChooser::buildMenu()
{
    menu()->clear();
    auto *list = new QWidget;
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(8, 4, 16, 4);
    layout->setSpacing(2);
    for (int column = 0; column < m_columns.size(); ++column) {
        auto *box = new QCheckBox(m_columns[column].label, list);
        box->setObjectName("column."_L1 + m_columns[column].key);
        box->setChecked(!m_table.isColumnHidden(column));
        connect(box, &QCheckBox::toggled, this, [this, column](bool on) { showColumn(column, on); });
        layout->addWidget(box);
    }
    // Check boxes, not checkable actions: the menu stays open for the next one.
    auto *action = new QWidgetAction(menu());
    action->setDefaultWidget(list);
    menu()->addAction(action);
    menu()->addSeparator();
    menu()->addAction(tr("Reset Columns"), this, &ColumnChooser::reset);
}

void ColumnChooser::showColumn(int column, bool visible)
{
    m_table.setColumnHidden(column, !visible);
    if (visible && m_table.columnWidth(column) < m_table.horizontalHeader()->minimumSectionSize() + 1)
        m_table.setColumnWidth(column, fittingWidth(column));
    remember();
}

void ColumnChooser::restore()
{
    m_restoring = true;
    const auto list = m_state.list(m_dialect, m_kind);
    auto *header = m_table.horizontalHeader();
    const auto indexOf = [this](const QString &key) {
        const auto found
            = std::find_if(m_columns.begin(), m_columns.end(), [&](const FieldInfo &info) { return info.key == key; });
        return found == m_columns.end() ? -1 : int(found - m_columns.begin());
    };
    for (int column = 0; column < m_columns.size(); ++column)
        m_table.setColumnHidden(column, !(m_columns[column].flags & FieldFlag::Column));
    int place = 0;
    for (const auto &each : list.columns) {
        const int column = indexOf(each.key);
        if (column < 0)
            continue;
        header->moveSection(header->visualIndex(column), place++);
        if (each.width > 0)
            m_table.setColumnWidth(column, each.width);
        m_table.setColumnHidden(column, !each.visible);
    }
    m_fitted = !list.columns.isEmpty();
    m_table.sortByColumn(std::max(0, indexOf(list.sortKey)), list.sortOrder);
    m_restoring = false;
}

void ColumnChooser::reset()
{
    m_state.setList(m_dialect, m_kind, {});
    auto *header = m_table.horizontalHeader();
    m_restoring = true;
    for (int column = 0; column < m_columns.size(); ++column)
        header->moveSection(header->visualIndex(column), column);
    restore();
    fitOnce();
}

void ColumnChooser::remember()
{
    if (m_restoring)
        return;
    const auto *header = m_table.horizontalHeader();
    UiState::List list;
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        list.columns << UiState::Column{.key = m_columns[column].key,
            .width = m_table.isColumnHidden(column) ? 0 : m_table.columnWidth(column),
            .visible = !m_table.isColumnHidden(column)};
    }
    list.sortKey = m_columns.value(header->sortIndicatorSection()).key;
    list.sortOrder = header->sortIndicatorOrder();
    m_state.setList(m_dialect, m_kind, list);
}
