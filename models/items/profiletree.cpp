// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/profiletree.h"

#include "items/workspace.h"

#include <QCoreApplication>

static constexpr quintptr isGroup = 0; // internal id; a profile's is its group's row + 1

QString environmentName(Environment environment)
{
    switch (environment) {
    case Environment::Development:
        return ProfileTree::tr("Development");
    case Environment::Test:
        return ProfileTree::tr("Test");
    case Environment::Production:
        return ProfileTree::tr("Production");
    }
    return {};
}

static QString connectionText(ProfileTree::Connection connection)
{
    switch (connection) {
    case ProfileTree::Connection::None:
        return {};
    case ProfileTree::Connection::SignedOut:
        return ProfileTree::tr("signed out");
    case ProfileTree::Connection::SigningIn:
        return ProfileTree::tr("signing in…");
    case ProfileTree::Connection::SignedIn:
        return ProfileTree::tr("signed in");
    }
    return {};
}

ProfileTree::ProfileTree(Workspace &workspace, QObject *parent)
    : QAbstractItemModel(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::profilesChanged, this, &ProfileTree::reload);
    connect(&workspace, &Workspace::serverChanged, this, &ProfileTree::announce);
    reload();
}

void ProfileTree::reload()
{
    beginResetModel();
    m_groups.clear();
    for (const auto environment : {Environment::Production, Environment::Test, Environment::Development}) {
        Group group{environment, {}};
        for (const Profile &profile : m_workspace.profiles())
            if (profile.environment == environment)
                group.profiles << profile;
        if (!group.profiles.isEmpty())
            m_groups << group;
    }
    endResetModel();
}

void ProfileTree::announce(const QString &profileId)
{
    if (const auto row = indexOf(profileId); row.isValid())
        Q_EMIT dataChanged(row, row);
}

QModelIndex ProfileTree::indexOf(const QString &profileId) const
{
    for (int group = 0; group < m_groups.size(); ++group) {
        const auto &profiles = m_groups.at(group).profiles;
        for (int row = 0; row < profiles.size(); ++row)
            if (profiles.at(row).id == profileId)
                return createIndex(row, 0, quintptr(group) + 1);
    }
    return {};
}

QModelIndex ProfileTree::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : isGroup);
}

QModelIndex ProfileTree::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == isGroup)
        return {};
    return createIndex(int(index.internalId() - 1), 0, isGroup);
}

int ProfileTree::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    const bool hasRows = parent.internalId() == isGroup && parent.column() == 0;
    return hasRows ? int(m_groups.at(parent.row()).profiles.size()) : 0;
}

int ProfileTree::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant ProfileTree::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == isGroup)
        return groupData(m_groups.at(index.row()), role);
    return profileData(m_groups.at(index.parent().row()).profiles.at(index.row()), role);
}

QVariant ProfileTree::groupData(const Group &group, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return environmentName(group.environment);
    case EnvironmentRole:
        return int(group.environment);
    case ConnectionRole:
        return QVariant::fromValue(Connection::None);
    default:
        return {};
    }
}

QVariant ProfileTree::profileData(const Profile &profile, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return profile.name;
    case Qt::ToolTipRole:
        return profile.url.toDisplayString();
    case Qt::AccessibleTextRole: {
        const QString connection = connectionText(connectionOf(profile.id));
        const QString place = environmentName(profile.environment);
        return connection.isEmpty() ? tr("%1, %2, not connected").arg(profile.name, place)
                                    : tr("%1, %2, %3").arg(profile.name, place, connection);
    }
    case ProfileIdRole:
        return profile.id;
    case EnvironmentRole:
        return int(profile.environment);
    case ConnectionRole:
        return QVariant::fromValue(connectionOf(profile.id));
    case ConnectionTextRole:
        return connectionText(connectionOf(profile.id));
    default:
        return {};
    }
}

Qt::ItemFlags ProfileTree::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (index.internalId() == isGroup)
        return Qt::ItemIsEnabled; // a heading: nothing to choose
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

ProfileTree::Connection ProfileTree::connectionOf(const QString &profileId) const
{
    Server *server = m_workspace.server(profileId);
    if (!server)
        return Connection::None;
    switch (server->session().state()) {
    case Session::State::SignedOut:
        return Connection::SignedOut;
    case Session::State::SigningIn:
        return Connection::SigningIn;
    case Session::State::SignedIn:
        return Connection::SignedIn;
    }
    return Connection::None;
}

#include "moc_profiletree.cpp"
