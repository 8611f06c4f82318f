// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exportbutton.h"

#include "ui/exportdialog.h"
#include "ui/messagestrip.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QIcon>
#include <QTableView>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

ExportButton::ExportButton(Collection &collection, const RecordFilter &shown, const QTableView &table, QWidget *parent)
    : QToolButton(parent)
    , m_collection(collection)
    , m_shown(shown)
    , m_table(table)
{
    setObjectName(u"export"_s);
    setIcon(QIcon::fromTheme(u"document-export"_s));
    setIconSize(QSize(16, 16));
    setFocusPolicy(Qt::StrongFocus);
    setToolTip(tr("Export"));
    setAccessibleName(toolTip());
    connect(this, &QToolButton::clicked, this, &ExportButton::ask);
}

static QList<ListColumn> visibleColumns(const QList<ListColumn> &all, const QTableView &table)
{
    QList<ListColumn> visible;
    const auto *header = table.horizontalHeader();
    for (int place = 0; place < header->count(); ++place)
        if (const int column = header->logicalIndex(place); !header->isSectionHidden(column))
            visible << all[column];
    return visible;
}

void ExportButton::ask()
{
    auto *dialog
        = new ExportDialog(m_collection, m_shown, visibleColumns(m_collection.model()->listColumns(), m_table), this);
    connect(dialog, &ExportDialog::exported, this, &ExportButton::tell);
    dialog->open();
}

void ExportButton::tell(qint64 count, const QString &path)
{
    if (!m_strip)
        return;
    m_strip->showInfo(
        tr("%1 exported to %2", "3 clients").arg(m_collection.nameOf(int(count)), QDir::toNativeSeparators(path)));
    m_strip->setAction(
        tr("Open Folder"), [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath())); });
}

#include "moc_exportbutton.cpp"
