// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/expirylist.h"

#include "core/timetext.h"
#include "items/expiry.h"

#include <QHeaderView>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

enum ExpiryRole { ExpiryKindRole = Qt::UserRole, ExpiryIdRole };

ExpiryList::ExpiryList(const QList<Collection *> &collections, Clock clock, QWidget *parent)
    : QTreeWidget(parent)
    , m_collections(collections)
    , m_clock(std::move(clock))
{
    setObjectName(u"expiryList"_s);
    setAccessibleName(tr("What expires next"));
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setProperty("look", u"list"_s);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHeaderLabels({tr("Name"), tr("Kind"), tr("Expires"), tr("At")});
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(100);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);

    m_settling.setSingleShot(true);
    m_settling.setInterval(50ms); // a page of rows arrives as many changes
    connect(&m_settling, &QTimer::timeout, this, &ExpiryList::update);
    connect(&m_minute, &QTimer::timeout, this, &ExpiryList::update);
    m_minute.start(30s);
    for (Collection *collection : collections) {
        const auto settle = [this] { m_settling.start(); };
        connect(collection, &Collection::stateChanged, this, settle);
        connect(collection->model(), &QAbstractItemModel::rowsInserted, this, settle);
        connect(collection->model(), &QAbstractItemModel::rowsRemoved, this, settle);
        connect(collection->model(), &QAbstractItemModel::dataChanged, this, settle);
    }
    connect(this, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) {
        Q_EMIT recordRequested(item->data(0, ExpiryKindRole).toString(), item->data(0, ExpiryIdRole).toString());
    });
    update();
}

static QString titleOf(const QList<Collection *> &collections, const QString &kind)
{
    for (const Collection *collection : collections)
        if (collection->kind() == kind)
            return collection->title();
    return {};
}

void ExpiryList::update()
{
    const QDateTime now = m_clock();
    const auto expiries = nextExpiries(m_collections, now, shown);
    while (topLevelItemCount() > expiries.size())
        delete takeTopLevelItem(topLevelItemCount() - 1);
    for (int row = 0; row < expiries.size(); ++row) {
        if (row == topLevelItemCount())
            addTopLevelItem(new QTreeWidgetItem);
        const Expiry &expiry = expiries.at(row);
        QTreeWidgetItem *item = topLevelItem(row);
        item->setText(0, expiry.name);
        item->setText(1, titleOf(m_collections, expiry.kind));
        item->setText(2, relativeTime(expiry.at, now));
        item->setText(3, absoluteTime(expiry.at));
        item->setData(0, ExpiryKindRole, expiry.kind);
        item->setData(0, ExpiryIdRole, expiry.id);
    }
    updateGeometry();
    Q_EMIT changed();
}

QSize ExpiryList::sizeHint() const
{
    const int row = topLevelItemCount() > 0 ? rowHeight(indexFromItem(topLevelItem(0))) : 0;
    return {400, header()->sizeHint().height() + row * topLevelItemCount() + 2 * frameWidth()};
}

QSize ExpiryList::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

#include "moc_expirylist.cpp"
