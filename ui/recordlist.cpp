// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordlist.h"

#include "core/timetext.h"
#include "items/recordfilter.h"
#include "ui/columnchooser.h"
#include "ui/emptystate.h"
#include "ui/exportbutton.h"
#include "ui/facetpanel.h"
#include "ui/filtercompleter.h"
#include "ui/filterline.h"
#include "ui/recordtable.h"
#include "ui/savedfilters.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <numeric>

using namespace Qt::Literals::StringLiterals;

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
    layout->addWidget(buildToolBar());
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
    m_rowsCame.setInterval(0);
    connect(&m_rowsCame, &QTimer::timeout, this, &RecordList::updateRows);
    for (const auto &signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_filter, signal, &m_rowsCame, qOverload<>(&QTimer::start));
    connect(m_filter, &RecordFilter::updated, &m_rowsCame, qOverload<>(&QTimer::start));
    connect(&collection, &Collection::progressed, &m_rowsCame, qOverload<>(&QTimer::start));
    holdPlace();
    // Queued: whoever listens may change the selection again.
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RecordList::selectionChanged,
        Qt::QueuedConnection);
    connect(this, &RecordList::selectionChanged, this, &RecordList::updateRows);
    connect(m_filterLine, &FilterLine::textChanged, this, &RecordList::applyFilter);
    m_filterLine->setText(state.filter(dialect, collection.kind()));
    updateState();
}

// When things expire is what such a list is looked at for.
static bool hasDeadline(const Collection &collection)
{
    const QList<FieldInfo> columns = collection.columns();
    return std::any_of(
        columns.begin(), columns.end(), [](const FieldInfo &info) { return info.flags.testFlag(FieldFlag::Deadline); });
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
    const QString kind = m_collection.kind();
    m_showFacets->setChecked(m_state.hasFacets(m_dialect, kind, hasDeadline(m_collection)));
    m_facets->setVisible(m_showFacets->isChecked());
    connect(m_showFacets, &QToolButton::toggled, this, [this, kind](bool shown) {
        m_facets->setVisible(shown);
        m_state.setFacets(m_dialect, kind, shown);
    });
    connect(m_facets, &FacetPanel::filterTextChanged, m_filterLine, &FilterLine::setText);
    return body;
}

static QToolButton *makeTool(const QString &objectName, const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(objectName);
    button->setIcon(QIcon::fromTheme(icon));
    button->setIconSize(QSize(16, 16));
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

QWidget *RecordList::buildToolBar()
{
    auto *bar = new QWidget(this);
    m_showFacets = makeTool(u"showFacets"_s, u"view-list-tree"_s, tr("Counts by Column"), bar);
    m_showFacets->setCheckable(true);
    m_filterLine = new FilterLine(m_collection.columns(), bar);
    new FilterCompleter(*m_filterLine->lineEdit(), *m_collection.model());
    auto *saved = new SavedFilters(*m_filterLine, m_collection.columns(), m_state, m_dialect, m_collection.kind(), bar);
    m_export = new ExportButton(m_collection, *m_filter, *m_table, bar);
    m_refresh = makeTool(u"refresh"_s, u"view-refresh"_s, tr("Refresh"), bar);
    m_stop = makeTool(u"stop"_s, u"process-stop"_s, tr("Stop Loading"), bar);
    m_columns = new ColumnChooser(*m_table, m_collection.columns(), m_state, m_dialect, m_collection.kind(), bar);
    m_columns->setIconSize(m_refresh->iconSize());
    m_canCreate = m_collection.operations() & Operation::Create;
    m_new = new QPushButton(m_collection.newTitle(), bar);
    m_new->setObjectName(u"newRecord"_s);
    m_new->setProperty("look", u"primary"_s);
    m_new->setVisible(m_canCreate);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(14, 10, 14, 8);
    layout->setSpacing(6);
    layout->addWidget(m_showFacets, 0, Qt::AlignTop);
    layout->addWidget(m_filterLine, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{saved, m_refresh, m_stop, m_export, m_columns, m_new})
        layout->addWidget(widget, 0, Qt::AlignTop);
    connect(m_refresh, &QToolButton::clicked, this, &RecordList::refreshRequested);
    connect(m_stop, &QToolButton::clicked, &m_collection, &Collection::stop);
    connect(m_new, &QPushButton::clicked, this, &RecordList::newRequested);
    return bar;
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
    m_filterLine->lineEdit()->setFocus(Qt::ShortcutFocusReason);
    m_filterLine->lineEdit()->selectAll();
}

void RecordList::setReadOnly(bool readOnly, const QString &reason)
{
    m_canCreate = !readOnly && (m_collection.operations() & Operation::Create);
    m_new->setEnabled(m_canCreate);
    m_new->setToolTip(readOnly ? reason : QString());
    updateEmptyState();
}

void RecordList::applyFilter(const QString &text)
{
    const auto problem = m_filter->setFilterText(text);
    m_filterLine->showProblem(problem);
    m_facets->setFilterText(text);
    if (!problem)
        m_state.setFilter(m_dialect, m_collection.kind(), text);
    updateRows();
}

void RecordList::updateState()
{
    const bool busy = m_collection.isBusy();
    const bool longBusy = busy && !m_busyDelay.isActive();
    m_refresh->setEnabled(!busy);
    m_refresh->setVisible(!longBusy);
    m_stop->setVisible(longBusy);
    m_progress->setRange(0, longBusy ? 0 : 1);
    m_progress->reset();
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
    return tr("%n loaded so far", nullptr, int(m_collection.loaded()));
}

void RecordList::updateRows()
{
    const int total = m_collection.model()->rowCount();
    const int shown = m_filter->rowCount();
    // What comes later is hardly wider, and measuring takes a while.
    constexpr int measured = 200;
    if (!m_collection.isBusy() || shown <= measured)
        m_columns->fit();
    QStringList parts{shown == total ? m_collection.nameOf(total)
                                     : tr("%1 of %2", "shown of all").arg(shown).arg(m_collection.nameOf(total))};
    if (m_collection.isBusy() && !m_busyDelay.isActive())
        parts << progressText();
    if (const auto selected = selectedCount(); selected > 0)
        parts << tr("%n selected", nullptr, int(selected));
    if (m_collection.loadedAt().isValid())
        parts << tr("loaded %1", "relative time")
                     .arg(relativeTime(m_collection.loadedAt(), QDateTime::currentDateTimeUtc()));
    m_count->setText(parts.join(u" · "_s));
    m_incomplete->setVisible(total > 0 && !m_collection.isComplete() && !m_collection.isBusy());
    m_stack->setCurrentWidget(shown > 0 ? static_cast<QWidget *>(m_table) : m_empty);
    updateEmptyState();
}

void RecordList::updateEmptyState()
{
    const int total = m_collection.model()->rowCount();
    const auto refresh = [this] { Q_EMIT refreshRequested(); };
    if (total > 0) {
        m_empty->setText(tr("Nothing matches the filter"), tr("It hides %1.").arg(m_collection.nameOf(total)));
        m_empty->setAction(tr("Clear Filter"), [this] { m_filterLine->setText({}); });
    } else if (m_collection.isBusy()) {
        m_empty->setText(m_busyDelay.isActive() ? QString() : tr("Loading…"), {});
        m_empty->setAction({}, {});
    } else if (m_collection.error()) {
        m_empty->setText(tr("Nothing could be loaded"), m_collection.error()->message);
        m_empty->setAction(tr("Try Again"), refresh);
    } else if (!m_collection.loadedAt().isValid()) {
        m_empty->setText(tr("Not loaded yet"), tr("Load the list to see what is on the server."));
        m_empty->setAction(tr("Load"), refresh);
    } else if (m_canCreate) {
        m_empty->setText(tr("Nothing here yet"), tr("The server has none of these. Make the first one."));
        m_empty->setAction(m_collection.newTitle(), [this] { Q_EMIT newRequested(); });
    } else {
        m_empty->setText(tr("Nothing here"), tr("The server has none of these at the moment."));
        m_empty->setAction(tr("Refresh"), refresh);
    }
}
