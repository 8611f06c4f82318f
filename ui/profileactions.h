// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/workspace.h"

class QWidget;

// What a person does with the profiles themselves: adding, editing, duplicating and deleting, with the dialogs it
// takes.
class ProfileActions final : public QObject {
    Q_OBJECT

public:
    ProfileActions(Workspace &workspace, QWidget *window);

    void edit(const QString &profileId); // empty: a new one
    void duplicate(const QString &profileId);
    void askToRemove(const QString &profileId);

    // Why there was no secure connection; lets the person trust the certificate where that can be decided.
    void showCertificate(const QString &profileId);

Q_SIGNALS:
    void added(const QString &profileId);
    void edited(const Profile &before);
    void trusted(const QString &profileId); // the certificate its server showed
    void failed(const Error &error);

private:
    Workspace &m_workspace;
    QWidget *m_window;
};
