// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordlist.h"

#include "core/timetext.h"
#include "items/recordfilter.h"
#include "ui/columnchooser.h"
#include "ui/emptystate.h"
#include "ui/facetpanel.h"
#include "ui/filterline.h"
#include "ui/recordtable.h"
#include "ui/recordtools.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static constexpr auto patience = std::chrono::milliseconds(300); // shorter waits show nothing

RecordList::RecordList(Collection &collection, UiState &state, const QString &dialect, QWidget *parent)
    : QWidget(parent)
    , m_collection(collection)
    , m_state(state)
    , m_dialect(dialect)
    , m_filter(new RecordFilter(*collection.model(), this))
    , m_table(new RecordTable(this))
    , m_facets(new FacetPanel(*m_filter, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_progress(new QProgressBar(this))
{
    m_table->setModel(m_filter);
    m_tools = new RecordTools(collection, *m_filter, *m_table, state, dialect, this);
    m_table->setObjectName(u"recordTable"_s);
    m_table->setAccessibleName(collection.title());
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_progress->setProperty("look", u"thin"_s);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Loading"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tools);
    layout->addWidget(m_progress);
    layout->addWidget(buildBody(), 1);
    layout->addWidget(buildStatusLine());

    m_busyDelay.setSingleShot(true);
    m_busyDelay.setInterval(patience);
    connect(&m_busyDelay, &QTimer::timeout, this, &RecordList::updateState);
    connect(&m_minute, &QTimer::timeout, m_table->viewport(), qOverload<>(&QWidget::update));
    connect(&m_minute, &QTimer::timeout, this, &RecordList::updateRows);
    m_minute.start(std::chrono::minutes(1));
    connect(&collection, &Collection::stateChanged, this, [this] {
        if (m_collection.isBusy())
            m_busyDelay.start();
        updateState();
    });
    m_rowsCame.setSingleShot(true);
    m_rowsCame.setInterval(40ms); // rows that come or go one by one are measured and counted once for many
    connect(&m_rowsCame, &QTimer::timeout, this, &RecordList::updateRows);
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, this, &RecordList::noteRows);
    connect(m_filter, &RecordFilter::updated, this, &RecordList::noteRows);
    connect(&collection, &Collection::progressed, this, &RecordList::noteRows);
    holdPlace();
    connect(m_tools, &RecordTools::refreshRequested, this, &RecordList::refreshRequested);
    connect(m_tools, &RecordTools::newRequested, this, &RecordList::newRequested);
    // Queued: whoever listens may change the selection again.
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RecordList::selectionChanged,
        Qt::QueuedConnection);
    connect(this, &RecordList::selectionChanged, this, &RecordList::updateCount);
    connect(&m_tools->filterLine(), &FilterLine::textChanged, this, &RecordList::applyFilter);
    m_tools->filterLine().setText(state.filter(dialect, collection.kind()));
    updateState();
}

QWidget *RecordList::buildBody()
{
    auto *body = new QSplitter(this);
    body->setChildrenCollapsible(false);
    body->setHandleWidth(1);
    body->addWidget(m_facets);
    body->addWidget(m_stack);
    body->setStretchFactor(1, 1);
    constexpr int facetWidth = 210;
    body->setSizes({facetWidth, 3 * facetWidth});
    m_facets->setVisible(m_tools->showsFacets());
    connect(m_tools, &RecordTools::facetsToggled, m_facets, &QWidget::setVisible);
    connect(m_facets, &FacetPanel::filterTextChanged, &m_tools->filterLine(), &FilterLine::setText);
    return body;
}

QWidget *RecordList::buildStatusLine()
{
    auto *line = new QWidget(this);
    m_count = new QLabel(line);
    m_count->setObjectName(u"count"_s);
    m_count->setProperty("look", u"muted"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_incomplete = new QLabel(tr("This list is incomplete."), line);
    m_incomplete->setObjectName(u"incomplete"_s);
    m_incomplete->setProperty("look", u"problem"_s);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(14, 7, 14, 7);
    layout->addWidget(m_count);
    layout->addStretch();
    layout->addWidget(m_incomplete);
    return line;
}

QStringList RecordList::selectedIds() const
{
    QStringList ids;
    for (const auto &[first, last] : selectedStretches(*m_table))
        for (int row = first; row <= last; ++row)
            ids << m_filter->index(row, 0).data(IdRole).toString();
    return ids;
}

bool RecordList::selectIds(const QStringList &ids)
{
    const QSet<QString> wanted(ids.begin(), ids.end());
    QItemSelection selection;
    QModelIndex first;
    for (const int row : m_filter->placesOf(ids)) {
        const auto index = m_filter->index(row, 0);
        selection.select(index, index);
        first = first.isValid() ? first : index;
    }
    auto *model = m_table->selectionModel();
    model->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (first.isValid()) {
        model->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        m_table->scrollTo(first);
    }
    return selectedCount() == wanted.size();
}

// What a refresh puts above the rows in view must not push them away; what the person asked for may.
void RecordList::holdPlace()
{
    const auto *header = m_table->horizontalHeader();
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this] { m_isAsked = m_filter->isUpdating(); });
    connect(m_filter, &RecordFilter::updated, this, [this] { m_isAsked = false; });
    connect(m_filter, &QAbstractItemModel::layoutAboutToBeChanged, this, [this] {
        const bool isHeld
            = m_collection.loadedAt().isValid() && !m_isAsked && m_table->verticalScrollBar()->value() > 0;
        m_top = isHeld ? m_table->indexAt({1, 1}) : QModelIndex();
        m_topPosition = m_top.isValid() ? m_table->rowViewportPosition(m_top.row()) : 0;
    });
    connect(m_filter, &QAbstractItemModel::layoutChanged, this, [this] {
        auto *bar = m_table->verticalScrollBar();
        if (m_top.isValid())
            bar->setValue(bar->value() + m_table->rowViewportPosition(m_top.row()) - m_topPosition);
        m_top = QModelIndex();
    });
}

void RecordList::focusFilter()
{
    m_tools->filterLine().lineEdit()->setFocus(Qt::ShortcutFocusReason);
    m_tools->filterLine().lineEdit()->selectAll();
}

void RecordList::setCovered(bool covered)
{
    m_filter->setCovered(covered);
}

void RecordList::setReadOnly(bool readOnly, const QString &reason)
{
    m_tools->setReadOnly(readOnly, reason);
    updateEmptyState();
}

void RecordList::applyFilter(const QString &text)
{
    const auto problem = m_filter->setFilterText(text);
    m_tools->filterLine().showProblem(problem);
    m_facets->setFilterText(text);
    if (!problem)
        m_state.setFilter(m_dialect, m_collection.kind(), text);
    updateRows();
}

void RecordList::updateState()
{
    const bool busy = m_collection.isBusy();
    const bool longBusy = busy && !m_busyDelay.isActive();
    m_tools->setBusy(busy, longBusy);
    updateRows();
}

qsizetype RecordList::selectedCount() const
{
    const auto stretches = selectedStretches(*m_table);
    return std::accumulate(stretches.begin(), stretches.end(), qsizetype(0),
        [](qsizetype sum, const auto &stretch) { return sum + stretch.second - stretch.first + 1; });
}

// Never more than is known: a total only where the server tells one.
QString RecordList::progressText() const
{
    const QLocale locale;
    if (const auto total = m_collection.total())
        //: how many of how many entries were loaded
        return tr("%1 of %2 loaded").arg(locale.toString(qlonglong(m_collection.loaded())), locale.toString(*total));
    return tr("%Ln loaded so far", nullptr, int(m_collection.loaded()));
}

void RecordList::showProgress()
{
    const bool longBusy = m_collection.isBusy() && !m_busyDelay.isActive();
    const qint64 total = m_collection.total().value_or(0);
    constexpr int whole = 1000;
    if (longBusy && total > 0) {
        m_progress->setRange(0, whole);
        m_progress->setValue(int(std::min<qint64>(whole, qint64(m_collection.loaded()) * whole / total)));
        return;
    }
    m_progress->setRange(0, longBusy ? 0 : 1);
    m_progress->reset();
}

void RecordList::noteRows()
{
    if (!m_rowsCame.isActive())
        m_rowsCame.start();
}

void RecordList::updateRows()
{
    showProgress();
    const int total = m_collection.model()->rowCount();
    const int shown = m_filter->rowCount();
    // What comes later is hardly wider, and measuring takes a while.
    constexpr int measured = 200;
    if (!m_collection.isBusy() || shown <= measured)
        m_tools->columns().fit();
    updateCount();
    m_incomplete->setVisible(total > 0 && !m_collection.isComplete() && !m_collection.isBusy());
    m_stack->setCurrentWidget(shown > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    updateEmptyState();
}

void RecordList::updateCount()
{
    const int total = m_collection.model()->rowCount();
    const int shown = m_filter->rowCount();
    QStringList parts{shown == total
            ? m_collection.nameOf(total)
            : tr("%1 of %2", "shown of all").arg(QLocale().toString(shown), m_collection.nameOf(total))};
    if (m_collection.isBusy() && !m_busyDelay.isActive())
        parts << progressText();
    if (const auto selected = selectedCount(); selected > 0)
        parts << tr("%Ln selected", nullptr, int(selected));
    if (m_collection.loadedAt().isValid())
        parts << tr("loaded %1", "relative time")
                     .arg(relativeTime(m_collection.loadedAt(), QDateTime::currentDateTimeUtc()));
    m_count->setText(parts.join(u" · "_s));
}

void RecordList::updateEmptyState()
{
    const int total = m_collection.model()->rowCount();
    const auto refresh = [this] { Q_EMIT refreshRequested(); };
    if (total > 0) {
        m_empty->setText(tr("Nothing matches the filter"), tr("It hides %1.").arg(m_collection.nameOf(total)));
        m_empty->setAction(tr("Clear Filter"), [this] { m_tools->filterLine().setText({}); });
    } else if (m_collection.isBusy()) {
        m_empty->setText(m_busyDelay.isActive() ? QString() : tr("Loading…"), {});
        m_empty->setAction({}, {});
    } else if (m_collection.error()) {
        m_empty->setText(tr("Nothing could be loaded"), m_collection.error()->message);
        m_empty->setAction(tr("Try Again"), refresh);
    } else if (!m_collection.loadedAt().isValid()) {
        m_empty->setText(tr("Not loaded yet"), tr("Load the list to see what is on the server."));
        m_empty->setAction(tr("Load"), refresh);
    } else if (m_tools->canCreate()) {
        m_empty->setText(tr("Nothing here yet"), tr("The server has none of these. Make the first one."));
        m_empty->setAction(m_collection.newTitle(), [this] { Q_EMIT newRequested(); });
    } else {
        m_empty->setText(tr("Nothing here"), tr("The server has none of these at the moment."));
        m_empty->setAction(tr("Refresh"), refresh);
    }
}

#include "moc_recordlist.cpp"
