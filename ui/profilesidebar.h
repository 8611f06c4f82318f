// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/profiletree.h"

#include <QWidget>

class QAction;
class QTreeView;

// The profiles at the left of the window, grouped and coloured by environment. Return or a double click connects.
class ProfileSidebar final : public QWidget {
    Q_OBJECT

public:
    explicit ProfileSidebar(Workspace &workspace, QWidget *parent = nullptr);

    QString currentProfile() const; // id; empty when none is chosen
    void setCurrentProfile(const QString &profileId);
    QTreeView *view() const { return m_view; }

Q_SIGNALS:
    void currentChanged(const QString &profileId);
    void connectRequested(const QString &profileId);
    void disconnectRequested(const QString &profileId);
    void addRequested();
    void editRequested(const QString &profileId);
    void duplicateRequested(const QString &profileId);
    void removeRequested(const QString &profileId);

private:
    QAction *addAction(const QString &name, const QString &text, void (ProfileSidebar::*signal)(const QString &));
    void buildActions();
    void updateActions();
    void rebuild();
    void announceCurrent();
    bool isConnected() const;

    ProfileTree *m_tree;
    QTreeView *m_view;
    QString m_current;
    QAction *m_connect;
    QAction *m_disconnect;
    QAction *m_edit;
    QAction *m_duplicate;
    QAction *m_remove;
};
