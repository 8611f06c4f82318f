// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/linttree.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

using namespace Qt::Literals::StringLiterals;

namespace {

// Rows with the picture of their severity; groups are bold, what is muted is slanted.
class LintDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        static const QStringList icons{u"data-error"_s, u"data-warning"_s, u"data-information"_s};
        QStyledItemDelegate::initStyleOption(option, index);
        const bool isGroup = !index.parent().isValid();
        if (index.column() == LintModel::Name) {
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->decorationSize = QSize(16, 16);
            option->icon = QIcon::fromTheme(icons.value(index.data(LintModel::SeverityRole).toInt()));
            if (isGroup)
                option->font.setWeight(QFont::DemiBold);
        }
        option->font.setItalic(index.data(LintModel::MutedRole).toBool());
    }
};

}

LintTree::LintTree(LintModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setObjectName(u"lintTree"_s);
    setAccessibleName(tr("Findings"));
    setProperty("look", u"findings"_s);
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new LintDelegate(this));
    setModel(&model);
    setUniformRowHeights(true);
    setTextElideMode(Qt::ElideRight);
    setAllColumnsShowFocus(true);
    header()->setMinimumSectionSize(100);
    header()->setSectionResizeMode(QHeaderView::Stretch);
    setColumnHidden(LintModel::Severity, true); // the picture says it, and the name to who cannot see it
    header()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &LintTree::keepSelection);
    connect(this, &QTreeView::collapsed, this,
        [this](const QModelIndex &group) { m_folded << group.data(LintModel::KeyRole).toString(); });
    connect(this, &QTreeView::expanded, this,
        [this](const QModelIndex &group) { m_folded.removeAll(group.data(LintModel::KeyRole).toString()); });
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_isRestoring = true; });
    connect(&model, &QAbstractItemModel::modelReset, this, &LintTree::restore);
    restore();
}

void LintTree::keepSelection()
{
    if (m_isRestoring)
        return;
    m_selected = currentIndex().data(LintModel::KeyRole).toString();
    Q_EMIT selectionMoved();
}

void LintTree::restore()
{
    constexpr int mostUnfolded = 200; // of a group; more would push the others out of sight
    {
        const QSignalBlocker blocker(this); // folding is not the person's now
        for (int group = 0; group < m_model.rowCount(); ++group) {
            const QModelIndex index = m_model.index(group, 0);
            setExpanded(index,
                m_model.rowCount(index) <= mostUnfolded
                    && !m_folded.contains(index.data(LintModel::KeyRole).toString()));
        }
    }
    const QModelIndex kept = m_model.indexOf(m_selected);
    const QModelIndex first = m_model.index(0, 0);
    setCurrentIndex(kept.isValid() ? kept : first);
    m_isRestoring = false;
    keepSelection();
}

#include "moc_linttree.cpp"
