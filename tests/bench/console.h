// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/workspace.h"
#include "store/secretstore.h"
#include "ui/mainwindow.h"
#include "ui/serverpage.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

class QTableView;
class RecordPage;

// The console as the program puts it together, with nothing left behind: its real window, connected to one server as
// the administrator of a Teneo Manager.
class BenchConsole {
public:
    // Opens the tab of this kind before anybody signs in, so that its list is the only one that is loaded.
    Result<> open(const QUrl &url, const QString &kind);
    // Connects without a window, and loads nothing.
    Result<Server *> connect(const QUrl &url);
    void signIn();
    // What only a first start has to do, in milliseconds: the store and the profile are made.
    double preparation() const { return m_preparation; }

    ServerPage &page() const { return *m_window->currentPage(); }
    RecordPage &list() const { return *m_list; }
    Collection &collection() const;
    QTableView &table() const { return *m_table; }
    int columnOf(const QString &field) const; // of the collection's model and of the table's

private:
    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
    UiState m_state{m_settings};
    SecretStore m_secrets{QStringLiteral("LatchkeyBench")};
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    Server *m_server = nullptr;
    double m_preparation = 0;
    RecordPage *m_list = nullptr;
    QTableView *m_table = nullptr;
};
