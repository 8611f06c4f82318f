// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reasonlist.h"

#include <QHeaderView>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

ReasonList::ReasonList(QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(u"batchReasons"_s);
    setAccessibleName(tr("Results by Reason"));
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setHeaderLabels({tr("Reason"), tr("Number")});
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    header()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    setToolTip(tr("Choose a reason to see only its items."));
    hide();
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (m_isFilling || !item)
            return;
        m_chosen = indexOfTopLevelItem(item) == 0 ? QString() : item->text(0);
        Q_EMIT chosen(m_chosen);
    });
}

void ReasonList::write(int place, const QString &text, int count)
{
    if (place == topLevelItemCount())
        new QTreeWidgetItem(this);
    auto *item = topLevelItem(place);
    item->setText(0, text);
    item->setToolTip(0, text.toHtmlEscaped());
    item->setText(1, QLocale().toString(count));
    item->setTextAlignment(1, Qt::AlignTrailing | Qt::AlignVCenter);
}

void ReasonList::setReasons(const QList<Batch::Reason> &reasons)
{
    m_isFilling = true;
    while (topLevelItemCount() > reasons.size() + 1)
        delete takeTopLevelItem(topLevelItemCount() - 1);
    int total = 0;
    for (const auto &reason : reasons)
        total += reason.count;
    write(0, tr("All results"), total);
    int current = 0;
    for (int place = 0; place < reasons.size(); ++place) {
        write(place + 1, reasons.at(place).message, reasons.at(place).count);
        if (reasons.at(place).message == m_chosen)
            current = place + 1;
    }
    setCurrentItem(topLevelItem(current));
    m_isFilling = false;
    setVisible(reasons.size() > 1);
    constexpr int mostShown = 5;
    setFixedHeight(header()->sizeHint().height() + sizeHintForRow(0) * std::min(mostShown, topLevelItemCount()) + 4);
    if (current == 0 && !std::exchange(m_chosen, {}).isEmpty())
        Q_EMIT chosen({});
}

#include "moc_reasonlist.cpp"
