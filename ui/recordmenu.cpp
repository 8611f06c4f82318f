// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordmenu.h"

#include "items/collection.h"
#include "ui/recordtable.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::Literals::StringLiterals;

RecordMenu::RecordMenu(QTableView &table, const QString &removeLabel, const QString &removeShownLabel)
    : QMenu(&table)
    , m_table(table)
    , m_edit(addAction(tr("Edit"), this, &RecordMenu::editRequested))
    , m_duplicate(addAction(tr("Duplicate"), this, &RecordMenu::duplicateRequested))
{
    m_duplicate->setObjectName(u"duplicateSelected"_s);
    addAction(tr("Copy Name"), this, [this] { copy(NameRole); });
    addAction(tr("Copy ID"), this, [this] { copy(IdRole); });
    if (!removeLabel.isEmpty()) {
        addSeparator();
        m_remove = addAction(removeLabel, this, &RecordMenu::removeRequested);
        m_remove->setShortcut(QKeySequence::Delete);
        m_remove->setShortcutContext(Qt::WidgetShortcut);
        table.addAction(m_remove);
        m_removeShown = addAction(removeShownLabel, this, &RecordMenu::removeShownRequested);
        m_removeShown->setObjectName(u"removeShown"_s);
    }
    table.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&table, &QWidget::customContextMenuRequested, this, &RecordMenu::popUp);
}

void RecordMenu::offerStaging()
{
    if (!m_remove || m_stage)
        return;
    m_stage = new QAction(tr("Stage Removal"), this);
    m_stage->setObjectName(u"stageRemoval"_s);
    m_stage->setEnabled(m_remove->isEnabled());
    insertAction(m_removeShown, m_stage);
    connect(m_stage, &QAction::triggered, this, &RecordMenu::stageRemovalRequested);
}

void RecordMenu::setAbilities(bool canEdit, bool canRemove)
{
    m_canEdit = canEdit;
    if (m_stage)
        m_stage->setEnabled(canRemove);
    if (m_remove)
        m_remove->setEnabled(canRemove);
    if (m_removeShown)
        m_removeShown->setEnabled(canRemove);
}

void RecordMenu::popUp(const QPoint &position)
{
    const auto selected = selectedStretches(m_table);
    if (selected.isEmpty())
        return;
    const bool isOne = selected.size() == 1 && selected.first().first == selected.first().second;
    m_edit->setEnabled(m_canEdit && isOne);
    m_duplicate->setVisible(m_canDuplicate);
    m_duplicate->setEnabled(isOne);
    popup(m_table.viewport()->mapToGlobal(position));
}

void RecordMenu::copy(int role)
{
    QStringList texts;
    const auto rows = m_table.selectionModel()->selectedRows();
    for (const auto &row : rows)
        texts << row.data(role).toString();
    QGuiApplication::clipboard()->setText(texts.join(u'\n'));
}

#include "moc_recordmenu.cpp"
