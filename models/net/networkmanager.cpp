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

// Asks the system anew for every request: it may depend on the address.
class SystemProxies : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override { return systemProxyForQuery(query); }
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

static QNetworkProxy toQt(const ProxySettings &proxy)
{
    using enum ProxySettings::Mode;
    if (proxy.mode != Http && proxy.mode != Socks5)
        return QNetworkProxy::NoProxy;
    // Qt sends both as Latin-1; RFC 7617 §2.1 and today's proxies want UTF-8.
    return {proxy.mode == Http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy, proxy.host, proxy.port,
        QString::fromLatin1(proxy.user.toUtf8()), QString::fromLatin1(proxy.password.revealUtf8())};
}

NetworkManager makeNetworkManager(const ProxySettings &proxy)
{
    NetworkManager manager(new QNetworkAccessManager, retire);
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    if (proxy.mode == ProxySettings::Mode::System)
        manager->setProxyFactory(new SystemProxies);
    else
        manager->setProxy(toQt(proxy));
    manager->setCookieJar(new NoCookies);
    return manager;
}
