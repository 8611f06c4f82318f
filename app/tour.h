// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/hands.h"
#include "app/tourstep.h"
#include "core/secret.h"
#include "items/maintenanceboard.h"

#include <QTimer>
#include <QUrl>

class MainWindow;
class Session;
class Theme;

// The guided tour: does with keys and clicks what an administrator does, in the real window on a local server, and takes
// a picture of every page in light and dark. A step that does not come true ends it.
class Tour final : public QObject {
    Q_OBJECT

public:
    Tour(MainWindow &window, Theme &theme, const QString &folder);

    void start(const QUrl &server);

Q_SIGNALS:
    void ended(bool complete);

private:
    void addSignIn(const QUrl &server);
    void addClients();
    void addApiToken();
    void addTokens();
    void addMaintenance();
    void addPictures(bool dark);
    void step(const QString &name, std::function<bool()> act, std::function<bool()> holds = {});
    void openTab(const QString &kind);
    void addPicture(const QString &name);
    bool takePicture(const QString &name);
    Session *session() const; // of the shown server; null without one
    MaintenanceBoard::State taskState(int task) const; // of the client selected for maintenance
    void next();
    void poll();
    void fail(const QString &reason);

    MainWindow &m_window;
    Theme &m_theme;
    QString m_folder;
    Hands m_hands;
    QList<TourStep> m_steps;
    qsizetype m_at = -1;
    bool m_acted = false;
    QTimer m_timer;
    QDateTime m_deadline; // of the present step
    Secret m_apiToken;
    int m_rowsBefore = 0;
};
