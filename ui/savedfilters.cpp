// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/savedfilters.h"

#include "items/filter.h"
#include "ui/confirmdialog.h"
#include "ui/filterline.h"

#include <QIcon>
#include <QInputDialog>
#include <QMenu>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// A name as a menu shows it: an ampersand is no accelerator.
static QString menuText(QString name)
{
    return name.replace(u'&', u"&&"_s);
}

SavedFilters::SavedFilters(FilterLine &line, const QList<FieldInfo> &columns, UiState &state, const QString &dialect,
    const QString &kind, QWidget *parent)
    : QToolButton(parent)
    , m_line(line)
    , m_columns(columns)
    , m_state(state)
    , m_dialect(dialect)
    , m_kind(kind)
{
    setObjectName(u"savedFilters"_s);
    setIcon(QIcon::fromTheme(u"bookmarks"_s));
    setIconSize(QSize(16, 16));
    setFocusPolicy(Qt::StrongFocus);
    setToolTip(tr("Saved Filters"));
    setAccessibleName(toolTip());
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, &SavedFilters::buildMenu);
}

QString SavedFilters::present() const
{
    return m_line.text().trimmed();
}

bool SavedFilters::canSave() const
{
    return !present().isEmpty() && parseFilter(present(), m_columns).has_value();
}

void SavedFilters::buildMenu()
{
    menu()->clear();
    const auto filters = m_state.namedFilters(m_dialect, m_kind);
    for (const auto &filter : filters) {
        auto *action = menu()->addAction(menuText(filter.name), this, [this, filter] { m_line.setText(filter.text); });
        action->setObjectName(filter.name);
        action->setToolTip(filter.text);
        action->setCheckable(true);
        action->setChecked(filter.text == present());
    }
    menu()->setToolTipsVisible(true);
    menu()->addSeparator();
    auto *save = menu()->addAction(tr("&Save Filter…"), this, &SavedFilters::askName);
    save->setObjectName(u"saveFilter"_s);
    save->setEnabled(canSave());
    auto *remove = menu()->addMenu(tr("&Delete Filter"));
    remove->setObjectName(u"deleteFilter"_s);
    remove->setEnabled(!filters.isEmpty());
    buildRemovals(*remove, filters);
}

void SavedFilters::buildRemovals(QMenu &menu, const QList<UiState::NamedFilter> &filters)
{
    for (const auto &filter : filters)
        menu.addAction(menuText(filter.name), this,
            [this, name = filter.name] { m_state.removeNamedFilter(m_dialect, m_kind, name); });
}

void SavedFilters::askName()
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"filterName"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save Filter"));
    dialog->setLabelText(tr("Name of the filter:"));
    dialog->setOkButtonText(tr("Save"));
    dialog->setCancelButtonText(tr("Cancel"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &name) { save(name.trimmed()); });
    dialog->open();
}

void SavedFilters::save(const QString &name)
{
    if (name.isEmpty() || !canSave())
        return;
    const auto keep
        = [this, filter = UiState::NamedFilter{name, present()}] { m_state.setNamedFilter(m_dialect, m_kind, filter); };
    const auto filters = m_state.namedFilters(m_dialect, m_kind);
    const auto same
        = std::find_if(filters.begin(), filters.end(), [&](const auto &filter) { return filter.name == name; });
    if (same == filters.end() || same->text == present())
        return keep();
    auto *dialog = new ConfirmDialog({.title = tr("Replace the filter “%1”?").arg(name),
                                         .consequence = tr("So far it is: %1").arg(same->text),
                                         .confirmLabel = tr("Replace Filter")},
        this);
    connect(dialog, &QDialog::accepted, this, keep);
    dialog->open();
}

#include "moc_savedfilters.cpp"
