// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordtools.h"

#include "ui/columnchooser.h"
#include "ui/exportbutton.h"
#include "ui/filtercompleter.h"
#include "ui/filterline.h"
#include "ui/recordtable.h"
#include "ui/savedfilters.h"

#include <QHBoxLayout>
#include <QIcon>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

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

// When things expire is what such a list is looked at for.
static bool hasDeadline(const Collection &collection)
{
    const QList<FieldInfo> columns = collection.columns();
    return std::any_of(
        columns.begin(), columns.end(), [](const FieldInfo &info) { return info.flags.testFlag(FieldFlag::Deadline); });
}

RecordTools::RecordTools(Collection &collection, RecordFilter &filter, RecordTable &table, UiState &state,
    const QString &dialect, QWidget *parent)
    : QWidget(parent)
    , m_collection(collection)
    , m_facets(makeTool(u"showFacets"_s, u"view-list-tree"_s, tr("Counts by Column"), this))
    , m_filterLine(new FilterLine(collection.columns(), this))
    , m_refresh(makeTool(u"refresh"_s, u"view-refresh"_s, tr("Refresh"), this))
    , m_stop(makeTool(u"stop"_s, u"process-stop"_s, tr("Stop Loading"), this))
    , m_export(new ExportButton(collection, filter, table, this))
    , m_columns(new ColumnChooser(table, collection.columns(), state, dialect, collection.kind(), this))
    , m_new(new QPushButton(collection.newTitle(), this))
    , m_canCreate(collection.operations() & Operation::Create)
{
    const QString kind = collection.kind();
    m_facets->setCheckable(true);
    m_facets->setChecked(state.hasFacets(dialect, kind, hasDeadline(collection)));
    new FilterCompleter(*m_filterLine->lineEdit(), *collection.model());
    m_columns->setIconSize(m_refresh->iconSize());
    m_new->setObjectName(u"newRecord"_s);
    m_new->setProperty("look", u"primary"_s);
    m_new->setVisible(m_canCreate);
    arrange(new SavedFilters(*m_filterLine, collection.columns(), state, dialect, kind, this));
    connect(m_facets, &QToolButton::toggled, this, [this, &state, dialect, kind](bool shown) {
        state.setFacets(dialect, kind, shown);
        Q_EMIT facetsToggled(shown);
    });
    connect(m_refresh, &QToolButton::clicked, this, &RecordTools::refreshRequested);
    connect(m_stop, &QToolButton::clicked, &collection, &Collection::stop);
    connect(m_new, &QPushButton::clicked, this, &RecordTools::newRequested);
}

void RecordTools::arrange(QWidget *savedFilters)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 8);
    layout->setSpacing(6);
    layout->addWidget(m_facets, 0, Qt::AlignTop);
    layout->addWidget(m_filterLine, 1);
    for (QWidget *widget :
        std::initializer_list<QWidget *>{savedFilters, m_refresh, m_stop, m_export, m_columns, m_new})
        layout->addWidget(widget, 0, Qt::AlignTop);
}

void RecordTools::addTool(QWidget *tool)
{
    static_cast<QBoxLayout *>(layout())->addWidget(tool, 0, Qt::AlignTop);
}

bool RecordTools::showsFacets() const
{
    return m_facets->isChecked();
}

void RecordTools::setReadOnly(bool readOnly, const QString &reason)
{
    m_canCreate = !readOnly && (m_collection.operations() & Operation::Create);
    m_new->setEnabled(m_canCreate);
    m_new->setToolTip(readOnly ? reason : QString());
}

void RecordTools::setBusy(bool isBusy, bool isLong)
{
    m_refresh->setEnabled(!isBusy);
    m_refresh->setVisible(!isLong);
    m_stop->setVisible(isLong);
}

#include "moc_recordtools.cpp"
