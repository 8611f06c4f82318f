// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/proxyserver.h"
#include "tests/shell/console.h"
#include "tests/testprogram.h"
#include "ui/messagestrip.h"
#include "ui/safeguards.h"

namespace {

const QByteArray proxyWord = "way-through-4711";

}

// A console whose server is reached through a proxy that wants a password: where credentials are dropped or asked for
// anew, that password is not.
class tst_ProxiedConsole : public QObject {
    Q_OBJECT

public:
    static void initMain() { useNoKeychain(); }

private Q_SLOTS:
    void init()
    {
        m_proxy = std::make_unique<ProxyServer>("ana:" + proxyWord);
        m_console = std::make_unique<Console>();
    }
    void cleanup()
    {
        m_console.reset();
        m_proxy.reset();
    }

    void aLockedWindowForgetsThePasswordAndFindsItAgain()
    {
        m_console->signIn(add(u"admin_pass"_s));
        QTRY_COMPARE(m_console->session().state(), Session::State::SignedIn);
        WindowLock &lock = m_console->window->safeguards().lock();
        lock.lock();
        // As nobody, for everything else ends before it leaves.
        const auto call = m_console->session().callAs({}, getRequest(u"/oauth2/clients"_s));
        QTRY_VERIFY(call.isFinished());
        QVERIFY(!call.result());
        const int refused = m_proxy->refused();
        QVERIFY(refused > 0);
        lock.unlock();
        QTRY_VERIFY(!lock.isLocked());
        QTRY_COMPARE(m_console->session().state(), Session::State::SignedIn);
        QCOMPARE(m_proxy->refused(), refused);
    }

    void otherCredentialsGoTheSameWay()
    {
        m_console->window->connectProfile(add(u"wrong"_s));
        QTRY_VERIFY(m_console->window->currentPage());
        auto *strip = named<MessageStrip>(m_console->window->currentPage(), u"serverStrip"_s);
        QTRY_VERIFY(!strip->text().isEmpty());
        QVERIFY(click(m_console->window->currentPage(), u"signIn"_s));
        QDialog *dialog = m_console->dialog(u"signInDialog"_s);
        QVERIFY(type(dialog, u"signIn.password"_s, u"admin_pass"_s));
        QVERIFY(click(dialog, u"confirm"_s));
        QTRY_VERIFY(m_console->tabs() && m_console->tabs()->isVisible());
        QCOMPARE(m_proxy->refused(), 0);
    }

private:
    QString add(const QString &password)
    {
        Profile profile{
            .name = u"Teneo"_s, .dialect = u"teneo"_s, .url = m_console->url, .signInMethod = u"administrator"_s};
        setPlainValues(profile, {{u"userName"_s, u"admin"_s}});
        setConnection(profile,
            {.proxy = {.mode = ProxySettings::Mode::Http,
                 .host = u"127.0.0.1"_s,
                 .port = m_proxy->port(),
                 .user = u"ana"_s}});
        return m_console->add(profile,
            {{u"password"_s, Secret(password)}, {QString::fromLatin1(proxyPasswordKey), Secret::fromUtf8(proxyWord)}});
    }

    std::unique_ptr<ProxyServer> m_proxy;
    std::unique_ptr<Console> m_console;
};

int tst_proxiedconsole(int argc, char *argv[])
{
    return runTest<QApplication, tst_ProxiedConsole>(argc, argv);
}
#include "tst_proxiedconsole.moc"
