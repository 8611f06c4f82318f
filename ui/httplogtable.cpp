// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/httplogtable.h"

#include "ui/elidingheader.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>

namespace {

// What failed stands out by its weight, which needs no colour to be seen.
class FailureDelegate final : public QStyledItemDelegate {
public:
    FailureDelegate(HttpLogFilter &shown, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_shown(shown)
    {
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->textElideMode = index.column() == HttpLog::PathColumn ? Qt::ElideMiddle : Qt::ElideRight;
        const bool isVerdict = index.column() == HttpLog::StatusColumn || index.column() == HttpLog::OutcomeColumn;
        option->font.setBold(isVerdict && m_shown.entry(index).isFailed());
    }

private:
    HttpLogFilter &m_shown;
};

}

HttpLogTable::HttpLogTable(HttpLogFilter &shown, QWidget *parent)
    : QTableView(parent)
    , m_shown(shown)
{
    setObjectName(QStringLiteral("httpLogTable"));
    setAccessibleName(tr("Requests"));
    setModel(&shown);
    setItemDelegate(new FailureDelegate(shown, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setHorizontalHeader(new ElidingHeader(this));
    horizontalHeader()->setStretchLastSection(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(std::max(26, fontMetrics().height() + 8));
    const int letter = fontMetrics().averageCharWidth();
    const QList<int> letters{15, 16, 12, 32, 12, 13, 12, 15, 24};
    for (int column = 0; column < letters.size(); ++column)
        setColumnWidth(column, letters[column] * letter);
    connect(&shown, &QAbstractItemModel::rowsAboutToBeInserted, this,
        [this] { m_isAtEnd = verticalScrollBar()->value() == verticalScrollBar()->maximum(); });
    connect(&shown, &QAbstractItemModel::rowsInserted, this, &HttpLogTable::follow, Qt::QueuedConnection);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &HttpLogTable::choiceChanged);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &HttpLogTable::choiceChanged);
    connect(&shown, &QAbstractItemModel::modelReset, this, &HttpLogTable::choiceChanged);
}

void HttpLogTable::follow()
{
    if (m_isAtEnd)
        scrollToBottom();
}

QList<ExchangeSummary> HttpLogTable::selectedExchanges() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QList<ExchangeSummary> exchanges;
    for (const QModelIndex &row : std::as_const(rows))
        exchanges << m_shown.entry(row).exchange;
    return exchanges;
}

const HttpLogEntry *HttpLogTable::currentEntry() const
{
    return currentIndex().isValid() ? &m_shown.entry(currentIndex()) : nullptr;
}

// To the first and the last row, not within one.
void HttpLogTable::keyPressEvent(QKeyEvent *event)
{
    const bool isFirst = event->key() == Qt::Key_Home;
    const bool isPlain = event->modifiers() == Qt::NoModifier;
    if (!isPlain || (!isFirst && event->key() != Qt::Key_End) || m_shown.rowCount() == 0)
        return QTableView::keyPressEvent(event);
    selectRow(isFirst ? 0 : m_shown.rowCount() - 1);
    scrollTo(currentIndex());
}

#include "moc_httplogtable.cpp"
