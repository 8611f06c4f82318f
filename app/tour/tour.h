// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tour/hands.h"
#include "app/tour/tourstep.h"

#include <QDateTime>
#include <QTimer>
#include <QUrl>

class MainWindow;
class Session;
class Theme;

// A server the tour adds and signs in to.
struct TourServer {
    QString name{};
    QString dialect{};
    QUrl url{};
    QString method{};
    QList<std::pair<QString, QString>> plain{}; // sign-in fields and what is typed into them
    QList<std::pair<QString, QString>> secrets{}; // likewise, when connecting
};

// The guided tour: does with keys and clicks what an administrator does, in the real window on a local server, and
// takes a picture of every page in light and dark. A step that does not come true ends it. What it does on which server
// is in chapters.h.
class Tour final : public QObject {
    Q_OBJECT

public:
    Tour(MainWindow &window, Theme &theme, const QString &folder);

    void start(const QUrl &servers); // below which every persona is served by its name

    // For chapters: what is to be done, in this order.
    void step(const QString &name, std::function<bool()> act, std::function<bool()> holds = {});
    void connectTo(const TourServer &server);
    void openTab(const QString &kind);
    void confirm(const QString &what, std::function<bool()> holds); // the question that is being asked
    void addPicture(const QString &name);
    void addPictures(const QStringList &pages, const QString &prefix); // in light and dark
    Hands &hands() { return m_hands; }

Q_SIGNALS:
    void ended(bool complete);

private:
    bool takePicture(const QString &name);
    Session *session() const; // of the shown server; null without one
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
};
