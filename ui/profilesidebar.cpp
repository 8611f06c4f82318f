// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profilesidebar.h"

#include "ui/profiledelegate.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

ProfileSidebar::ProfileSidebar(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_tree(new ProfileTree(workspace, this))
    , m_view(new QTreeView(this))
{
    m_view->setObjectName(u"sidebar"_s);
    m_view->setAccessibleName(tr("Servers"));
    m_view->setModel(m_tree);
    m_view->setItemDelegate(new ProfileDelegate(m_view));
    m_view->setHeaderHidden(true);
    m_view->setIndentation(0);
    m_view->setRootIsDecorated(false);
    m_view->setItemsExpandable(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setStyleSheet(u"QTreeView { background: transparent; }"_s); // part of the window, not a page
    m_view->setMouseTracking(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->expandAll();

    auto *add = new QPushButton(QIcon::fromTheme(u"list-add"_s), tr("Add Server…"), this);
    add->setObjectName(u"addServer"_s);
    connect(add, &QPushButton::clicked, this, &ProfileSidebar::addRequested);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 10);
    layout->addWidget(m_view);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(10, 0, 10, 0);
    foot->addWidget(add);
    layout->addLayout(foot);

    buildActions();
    connect(m_view, &QTreeView::activated, m_connect, &QAction::trigger);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProfileSidebar::announceCurrent);
    connect(m_tree, &QAbstractItemModel::modelReset, this, &ProfileSidebar::rebuild);
    connect(m_tree, &QAbstractItemModel::dataChanged, this, &ProfileSidebar::updateActions);
    updateActions();
}

QAction *ProfileSidebar::addAction(const QString &name, const QString &text, void (ProfileSidebar::*signal)(const QString &))
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(action);
    connect(action, &QAction::triggered, this, [this, signal] { Q_EMIT(this->*signal)(currentProfile()); });
    return action;
}

void ProfileSidebar::buildActions()
{
    const auto addSeparator = [this] {
        auto *separator = new QAction(this);
        separator->setSeparator(true);
        m_view->addAction(separator);
    };
    m_connect = addAction(u"connect"_s, tr("Connect"), &ProfileSidebar::connectRequested);
    m_disconnect = addAction(u"disconnect"_s, tr("Disconnect"), &ProfileSidebar::disconnectRequested);
    addSeparator();
    m_edit = addAction(u"editProfile"_s, tr("Edit…"), &ProfileSidebar::editRequested);
    m_edit->setShortcut(Qt::Key_F2);
    m_duplicate = addAction(u"duplicateProfile"_s, tr("Duplicate"), &ProfileSidebar::duplicateRequested);
    addSeparator();
    m_remove = addAction(u"removeProfile"_s, tr("Delete…"), &ProfileSidebar::removeRequested);
    m_remove->setShortcut(QKeySequence::Delete);
}

QString ProfileSidebar::currentProfile() const
{
    return m_view->currentIndex().data(ProfileTree::ProfileIdRole).toString();
}

void ProfileSidebar::setCurrentProfile(const QString &profileId)
{
    m_view->setCurrentIndex(m_tree->indexOf(profileId));
}

bool ProfileSidebar::isConnected() const
{
    using enum ProfileTree::Connection;
    const auto connection = m_view->currentIndex().data(ProfileTree::ConnectionRole).value<ProfileTree::Connection>();
    return connection == SigningIn || connection == SignedIn;
}

void ProfileSidebar::updateActions()
{
    const bool hasProfile = !currentProfile().isEmpty();
    const auto connection = m_view->currentIndex().data(ProfileTree::ConnectionRole).value<ProfileTree::Connection>();
    m_connect->setEnabled(hasProfile && !isConnected());
    m_disconnect->setEnabled(hasProfile && connection != ProfileTree::Connection::None);
    for (QAction *action : {m_edit, m_duplicate, m_remove})
        action->setEnabled(hasProfile);
}

// The model has new rows: the person keeps looking at the same profile, if it is still there.
void ProfileSidebar::rebuild()
{
    m_view->expandAll();
    setCurrentProfile(m_current);
    announceCurrent();
}

void ProfileSidebar::announceCurrent()
{
    updateActions();
    if (m_current == currentProfile())
        return;
    m_current = currentProfile();
    Q_EMIT currentChanged(m_current);
}

#include "moc_profilesidebar.cpp"
