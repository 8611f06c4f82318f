// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/networkmanager.h"

#include <QCoreApplication>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QThread>

namespace {

// A cookie jar that forgets everything at once.
class NoCookies : public QNetworkCookieJar {
public:
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
};

// Deletes a manager where waiting for its HTTP thread disturbs nobody.
class Reaper : public QThread {
public:
    Reaper(QNetworkAccessManager *manager, QObject *parent)
        : QThread(parent)
        , m_manager(manager)
    {
    }
    ~Reaper() override { wait(); }

protected:
    void run() override { delete m_manager; }

private:
    QNetworkAccessManager *m_manager;
};

}

static void retire(QNetworkAccessManager *manager)
{
    // The application as parent: it waits for the reaper, should the program end meanwhile.
    auto *reaper = new Reaper(manager, QCoreApplication::instance());
    manager->moveToThread(reaper);
    QObject::connect(reaper, &QThread::finished, reaper, &QObject::deleteLater);
    reaper->start();
}

NetworkManager makeNetworkManager()
{
    NetworkManager manager(new QNetworkAccessManager, retire);
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setProxy(QNetworkProxy::NoProxy);
    manager->setCookieJar(new NoCookies);
    return manager;
}
