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
{
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

void RecordMenu::setAbilities(bool canEdit, bool canRemove)
{
    m_canEdit = canEdit;
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
    m_edit->setEnabled(m_canEdit && selected.size() == 1 && selected.first().first == selected.first().second);
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
