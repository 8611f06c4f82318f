// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordtable.h"

#include "items/recordrows.h"
#include "ui/elidingheader.h"

#include <QHelpEvent>
#include <QHoverEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolTip>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

static constexpr int tallness = 34; // of a row, unless the font asks for more

namespace {
class RowDelegate final : public QStyledItemDelegate {
public:
    explicit RowDelegate(RecordTable *table)
        : QStyledItemDelegate(table)
        , m_table(table)
    {
    }

    // What the last refresh brought or changed stands out by its weight, which needs no colour to be seen.
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.data(NoveltyRole).toInt() != int(Novelty::None))
            option->font.setBold(true);
        if (index.data(StagedRole).toBool())
            option->font.setItalic(true);
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        auto row = option;
        initStyleOption(&row, index);
        row.state.setFlag(QStyle::State_HasFocus, false);
        row.state.setFlag(QStyle::State_MouseOver, index.row() == m_table->hoveredRow());
        paintText(painter, row, paintGround(painter, row));
        if (index.row() != m_table->currentIndex().row() || !m_table->hasFocus())
            return;
        const auto *header = m_table->horizontalHeader();
        for (int place = 0; place < header->count(); ++place) {
            const int column = header->logicalIndex(place);
            if (header->isSectionHidden(column))
                continue;
            constexpr int bar = 3;
            if (column == index.column())
                painter->fillRect(QStyle::visualRect(option.direction, option.rect,
                                      {option.rect.topLeft(), QSize(bar, option.rect.height())}),
                    option.palette.link());
            return;
        }
    }

private:
    // The style draws all but the text, which it would lay out three times for each cell.
    QString paintGround(QPainter *painter, QStyleOptionViewItem &row) const
    {
        QString text = std::exchange(row.text, {});
        m_table->style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, m_table);
        return text;
    }
    static void paintText(QPainter *painter, const QStyleOptionViewItem &row, const QString &text)
    {
        constexpr int padding = 8; // as in the style sheet, and so is the colour, selected or not
        const QRect place = row.rect.adjusted(padding, 0, -padding, 0);
        painter->setFont(row.font);
        const bool isEnabled = row.state.testFlag(QStyle::State_Enabled);
        painter->setPen(row.palette.color(isEnabled ? QPalette::Normal : QPalette::Disabled, QPalette::Text));
        painter->drawText(place, int(QStyle::visualAlignment(row.direction, row.displayAlignment)) | Qt::TextSingleLine,
            QFontMetrics(row.font).elidedText(text, row.textElideMode, place.width()));
    }

    RecordTable *m_table;
};
}

QList<std::pair<int, int>> selectedStretches(const QTableView &table)
{
    QList<std::pair<int, int>> stretches;
    for (const QItemSelectionRange &range : table.selectionModel()->selection())
        stretches.append({range.top(), range.bottom()});
    std::sort(stretches.begin(), stretches.end());
    // Where columns were moved, the parts of a row may each be a range.
    QList<std::pair<int, int>> joined;
    for (const auto &stretch : std::as_const(stretches)) {
        if (!joined.isEmpty() && stretch.first <= joined.last().second)
            joined.last().second = std::max(joined.last().second, stretch.second);
        else
            joined << stretch;
    }
    return joined;
}

RecordTable::RecordTable(QWidget *parent)
    : QTableView(parent)
{
    setItemDelegate(new RowDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    auto *header = new ElidingHeader(this);
    header->setSectionsClickable(true);
    header->setSectionsMovable(true);
    header->setStretchLastSection(true);
    setHorizontalHeader(header);
    setSortingEnabled(true);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(std::max(tallness, fontMetrics().height() + 12));
}

// A header looks at every selected row to find out whether all are: milliseconds for each column of a long list. In a
// selection of its own, nothing ever is.
void RecordTable::setSelectionModel(QItemSelectionModel *selection)
{
    QTableView::setSelectionModel(selection);
    horizontalHeader()->setSelectionModel(new QItemSelectionModel(selection->model(), horizontalHeader()));
}

QModelIndex RecordTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const bool isFar = action == MoveHome || action == MoveEnd;
    return QTableView::moveCursor(action, isFar ? modifiers | Qt::ControlModifier : modifiers);
}

bool RecordTable::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::HoverMove:
    case QEvent::HoverEnter:
        hover(rowAt(qRound(static_cast<QHoverEvent *>(event)->position().y())));
        break;
    case QEvent::HoverLeave:
    case QEvent::Leave:
        hover(-1);
        break;
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        showToolTip(help->pos(), help->globalPos());
        return true;
    }
    default:
        break;
    }
    return QTableView::viewportEvent(event);
}

void RecordTable::hover(int row)
{
    if (row == m_hoveredRow)
        return;
    m_hoveredRow = row;
    viewport()->update();
}

void RecordTable::showToolTip(const QPoint &position, const QPoint &globalPosition)
{
    const auto index = indexAt(position);
    auto text = index.data(Qt::ToolTipRole).toString();
    const auto shown = index.data().toString();
    constexpr int padding = 20;
    if (text.isEmpty() && fontMetrics().horizontalAdvance(shown) + padding > columnWidth(index.column()))
        text = shown;
    // The text is a server's; a tool tip would take tags in it for its own.
    QToolTip::showText(globalPosition,
        text.isEmpty() ? QString() : u"<p style='white-space:pre-wrap'>%1</p>"_s.arg(text.toHtmlEscaped()), viewport(),
        visualRect(index));
}

#include "moc_recordtable.cpp"
