// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/profile.h"

#include <QAbstractItemModel>

class Workspace;

QString environmentName(Environment environment); // translated, in sentence case: "Production"

// The profiles as the sidebar shows them: a row per environment that has any, the most dangerous first, and below it
// its profiles in the workspace's order.
class ProfileTree final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum class Connection { None, SignedOut, SigningIn, SignedIn };
    Q_ENUM(Connection)
    enum Role {
        ProfileIdRole = Qt::UserRole, // QString; empty for an environment
        EnvironmentRole,              // int, an Environment
        ConnectionRole,               // Connection; None for an environment
        ConnectionTextRole,           // translated, "signed in"; empty while not connected
    };

    explicit ProfileTree(Workspace &workspace, QObject *parent = nullptr);

    QModelIndex indexOf(const QString &profileId) const; // invalid when there is none

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Group {
        Environment environment{};
        QList<Profile> profiles{};
    };
    void reload();
    void announce(const QString &profileId);
    Connection connectionOf(const QString &profileId) const;
    QVariant groupData(const Group &group, int role) const;
    QVariant profileData(const Profile &profile, int role) const;

    Workspace &m_workspace;
    QList<Group> m_groups;
};
