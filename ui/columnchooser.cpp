// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/columnchooser.h"

#include <QAbstractItemModel>
#include <QCheckBox>
#include <QEvent>
#include <QHeaderView>
#include <QIcon>
#include <QMenu>
#include <QTableView>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

static constexpr int mostWidth = 360; // of a column nobody has drawn wider

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
    connect(header, &QHeaderView::sectionResized, this, &ColumnChooser::takeResize);
    connect(header, &QHeaderView::sectionMoved, this, &ColumnChooser::remember);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &ColumnChooser::remember);
    table.viewport()->installEventFilter(this);
}

bool ColumnChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        fit();
    return QToolButton::eventFilter(watched, event);
}

void ColumnChooser::takeResize(int column)
{
    // The last column is stretched by the table itself.
    const auto *header = m_table.horizontalHeader();
    int last = header->count() - 1;
    while (last > 0 && header->isSectionHidden(header->logicalIndex(last)))
        --last;
    if (m_arranging || column == header->logicalIndex(last))
        return;
    m_widthsAreChosen = true;
    remember();
}

// Takes `excess` from these widths, from the widest first.
static void narrow(QList<int>::iterator begin, QList<int>::iterator end, int excess)
{
    constexpr int narrowest = 96;
    while (begin != end && excess > 0) {
        const auto widest = std::max_element(begin, end);
        if (*widest <= narrowest)
            return;
        const int step = std::min({excess, 8, *widest - narrowest});
        *widest -= step;
        excess -= step;
    }
}

void ColumnChooser::fit()
{
    // Measuring takes a while; a list nobody looks at is measured when it is shown.
    if (m_widthsAreChosen || !m_table.isVisible() || m_table.model()->rowCount() == 0)
        return;
    QList<int> shown;
    QList<int> widths;
    for (int column = 0; column < m_columns.size(); ++column)
        if (!m_table.isColumnHidden(column)) {
            shown << column;
            widths << fittingWidth(column);
        }
    if (shown.isEmpty())
        return;
    const int excess = std::accumulate(widths.begin(), widths.end(), 0) - m_table.viewport()->width();
    // An id cut short is still told apart, and its tool tip has the rest; what the record is called gives way last.
    narrow(widths.begin() + 1, widths.end(), excess);
    narrow(
        widths.begin(), widths.end(), std::accumulate(widths.begin(), widths.end(), 0) - m_table.viewport()->width());
    constexpr int mostAdded = 64;
    for (int &width : widths)
        width += std::clamp(-excess / int(widths.size()), 0, mostAdded);
    m_arranging = true;
    for (int i = 0; i < shown.size(); ++i)
        m_table.setColumnWidth(shown[i], widths[i]);
    m_arranging = false;
}

int ColumnChooser::fittingWidth(int column) const
{
    constexpr int sampled = 100;
    constexpr int padding = 28;
    constexpr int headerPadding = 44;
    const auto *model = m_table.model();
    const auto headerMetrics = m_table.horizontalHeader()->fontMetrics();
    const int headerWidth = headerMetrics.horizontalAdvance(m_columns[column].label) + headerPadding;
    int width = headerWidth;
    for (int row = 0; row < std::min(sampled, model->rowCount()); ++row) {
        const auto text = model->index(row, column).data().toString();
        width = std::max(width, m_table.fontMetrics().horizontalAdvance(text) + padding);
    }
    return std::min(width, std::max(mostWidth, headerWidth));
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
    m_arranging = true;
    m_table.setColumnHidden(column, !visible);
    if (visible)
        m_table.setColumnWidth(column, fittingWidth(column));
    m_arranging = false;
    fit();
    remember();
}

void ColumnChooser::restore()
{
    m_arranging = true;
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
    m_widthsAreChosen = std::any_of(
        list.columns.begin(), list.columns.end(), [](const UiState::Column &each) { return each.width > 0; });
    m_table.sortByColumn(std::max(0, indexOf(list.sortKey)), list.sortOrder);
    m_arranging = false;
}

void ColumnChooser::reset()
{
    m_state.setList(m_dialect, m_kind, {});
    auto *header = m_table.horizontalHeader();
    m_arranging = true;
    for (int column = 0; column < m_columns.size(); ++column)
        header->moveSection(header->visualIndex(column), column);
    restore();
    fit();
}

void ColumnChooser::remember()
{
    if (m_arranging)
        return;
    const auto *header = m_table.horizontalHeader();
    UiState::List list;
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        list.columns << UiState::Column{.key = m_columns[column].key,
            .width = m_widthsAreChosen && !m_table.isColumnHidden(column) ? m_table.columnWidth(column) : 0,
            .visible = !m_table.isColumnHidden(column)};
    }
    list.sortKey = m_columns.value(header->sortIndicatorSection()).key;
    list.sortOrder = header->sortIndicatorOrder();
    m_state.setList(m_dialect, m_kind, list);
}

#include "moc_columnchooser.cpp"
