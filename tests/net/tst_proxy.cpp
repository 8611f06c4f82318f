// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/connectionsettings.h"
#include "tests/net/certificates.h"
#include "tests/net/hostileserver.h"
#include "tests/net/outcome.h"
#include "tests/net/proxyserver.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;
using Mode = ProxySettings::Mode;

// Through what requests go: nothing, what the system says, or the proxy of the profile.
class tst_Proxy : public QObject {
    Q_OBJECT

private:
    Certificates m_certificates;

    HttpSettings through(const HostileServer &server, const ProxySettings &proxy) const
    {
        const ConnectionSettings settings{.caFile = m_certificates.file(u"ca.pem"_s), .proxy = proxy};
        return httpSettings(server.url(), settings, QDateTime::currentDateTimeUtc()).value();
    }

    static ProxySettings at(const ProxyServer &proxy, Mode mode, const QString &password = {})
    {
        return {.mode = mode,
            .host = u"127.0.0.1"_s,
            .port = proxy.port(),
            .user = password.isEmpty() ? QString() : u"user"_s,
            .password = Secret(password)};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_certificates.makeSelfSigned(u"ca"_s), "The openssl program is needed.");
        QVERIFY(m_certificates.makeSigned(u"server"_s, u"ca"_s));
    }

    void cleanup()
    {
        qunsetenv("http_proxy");
        qunsetenv("https_proxy");
        qunsetenv("no_proxy");
    }

    void aRequestGoesThroughTheProxy_data()
    {
        QTest::addColumn<Mode>("mode");
        QTest::addColumn<bool>("isSecure");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QByteArray>("seen"); // by the proxy, without the server's address
        for (const QString &password : {QString(), u"päss:wörd"_s}) {
            const char *who = password.isEmpty() ? "everybody" : "one user";
            QTest::addRow("http, plain, %s", who) << Mode::Http << false << password << "GET http://"_ba;
            QTest::addRow("http, secure, %s", who) << Mode::Http << true << password << "CONNECT "_ba;
            QTest::addRow("socks, plain, %s", who) << Mode::Socks5 << false << password << "SOCKS5 "_ba;
            QTest::addRow("socks, secure, %s", who) << Mode::Socks5 << true << password << "SOCKS5 "_ba;
        }
    }

    void aRequestGoesThroughTheProxy()
    {
        QFETCH(const Mode, mode);
        QFETCH(const bool, isSecure);
        QFETCH(const QString, password);
        QFETCH(const QByteArray, seen);
        const QSslConfiguration tls = m_certificates.server(u"server"_s);
        HostileServer server([](Peer &peer) { peer.answer("{}"); }, isSecure ? &tls : nullptr);
        ProxyServer proxy(password.isEmpty() ? QByteArray() : "user:" + password.toUtf8());
        // A write first: nobody may have been asked for anything before it.
        Http http(through(server, at(proxy, mode, password)));
        QCOMPARE(awaited(http.send(jsonRequest("POST", u"/thing"_s, {{u"a"_s, 1}}))), "200");
        QCOMPARE(awaited(http.send(getRequest(u"/thing"_s))), "200");
        QCOMPARE(server.seen().size(), 2);
        QCOMPARE(server.count("POST"), 1);
        QCOMPARE(server.seen().first().body, "{\"a\":1}");
        QVERIFY2(proxy.seen().last().startsWith(seen + server.url().authority().toUtf8()), proxy.seen().last());
        for (const Seen &request : server.seen())
            QVERIFY(!request.headers.contains("proxy-authorization"));
        for (const Seen &request : server.seen())
            QCOMPARE(request.target, "/thing");
    }

    void theWrongPasswordIsToldAndNothingArrives_data()
    {
        QTest::addColumn<Mode>("mode");
        QTest::addColumn<bool>("isSecure");
        QTest::newRow("http, plain") << Mode::Http << false;
        QTest::newRow("http, secure") << Mode::Http << true;
        QTest::newRow("socks") << Mode::Socks5 << false;
    }

    void theWrongPasswordIsToldAndNothingArrives()
    {
        QFETCH(const Mode, mode);
        QFETCH(const bool, isSecure);
        const QSslConfiguration tls = m_certificates.server(u"server"_s);
        HostileServer server([](Peer &peer) { peer.answer("{}"); }, isSecure ? &tls : nullptr);
        ProxyServer proxy("user:right");
        for (const QString &password : {QString(), u"wrong"_s}) {
            Http http(through(server, at(proxy, mode, password)));
            for (const Request &request : {getRequest(u"/thing"_s), jsonRequest("POST", u"/thing"_s, {{u"a"_s, 1}})}) {
                const auto answer = http.send(request);
                QCOMPARE(awaited(answer), "Network");
                QVERIFY(answer.result().error().message.contains(u"proxy"_s));
                QVERIFY(!answer.result().error().message.contains(u"wrong"_s));
            }
        }
        QVERIFY(server.seen().isEmpty());
    }

    void aProxyThatIsNotThereIsTold_data()
    {
        QTest::addColumn<Mode>("mode");
        QTest::addColumn<bool>("isSecure");
        QTest::newRow("http, plain") << Mode::Http << false;
        QTest::newRow("http, secure") << Mode::Http << true;
        QTest::newRow("socks, plain") << Mode::Socks5 << false;
        QTest::newRow("socks, secure") << Mode::Socks5 << true;
    }

    void aProxyThatIsNotThereIsTold()
    {
        QFETCH(const Mode, mode);
        QFETCH(const bool, isSecure);
        auto gone = std::make_unique<ProxyServer>();
        const ProxySettings settings = at(*gone, mode);
        gone.reset();
        Http http({.base = QUrl(isSecure ? u"https://127.0.0.1:1"_s : u"http://127.0.0.1:1"_s), .proxy = settings});
        for (const Request &request : {getRequest(u"/thing"_s), jsonRequest("POST", u"/thing"_s, {{u"a"_s, 1}})}) {
            const auto answer = http.send(request);
            QCOMPARE(awaited(answer), "Network"); // never Unknown: nobody was there
            QVERIFY2(answer.result().error().message.contains(u"proxy"_s), qPrintable(answer.result().error().message));
        }
    }

    void aProxyThatReachesNoServerIsTold_data() { aProxyThatIsNotThereIsTold_data(); }

    void aProxyThatReachesNoServerIsTold()
    {
        QFETCH(const Mode, mode);
        QFETCH(const bool, isSecure);
        ProxyServer proxy;
        Http http(
            {.base = QUrl(isSecure ? u"https://127.0.0.1:1"_s : u"http://127.0.0.1:1"_s), .proxy = at(proxy, mode)});
        const QByteArray outcome = awaited(http.send(getRequest(u"/thing"_s)));
        QVERIFY2(outcome == "Network" || outcome == "502", outcome);
        QVERIFY(!proxy.seen().isEmpty());
    }

    void aProxyNeedsAnAddress_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::newRow("nothing") << QString() << 0;
        QTest::newRow("no port") << u"proxy.example"_s << 0;
        QTest::newRow("no host") << QString() << 8080;
    }

    void aProxyNeedsAnAddress()
    {
        QFETCH(const QString, host);
        QFETCH(const int, port);
        for (const Mode mode : {Mode::None, Mode::System, Mode::Http, Mode::Socks5}) {
            const ProxySettings proxy{.mode = mode, .host = host, .port = static_cast<quint16>(port)};
            const auto settings = httpSettings(QUrl(u"https://x"_s), {.proxy = proxy}, QDateTime::currentDateTimeUtc());
            QCOMPARE(settings.has_value(), mode == Mode::None || mode == Mode::System);
        }
    }

    void theSystemIsAskedOnlyWhereTheProfileSaysSo_data()
    {
        QTest::addColumn<Mode>("mode");
        QTest::addColumn<QByteArray>("exception"); // no_proxy
        QTest::addColumn<bool>("isUsed");
        QTest::newRow("none") << Mode::None << ""_ba << false;
        QTest::newRow("system") << Mode::System << ""_ba << true;
        QTest::newRow("system, but not for this server") << Mode::System << "127.0.0.1"_ba << false;
    }

    void theSystemIsAskedOnlyWhereTheProfileSaysSo()
    {
        QFETCH(const Mode, mode);
        QFETCH(const QByteArray, exception);
        QFETCH(const bool, isUsed);
        HostileServer server([](Peer &peer) { peer.answer("{}"); });
        ProxyServer proxy;
        const QByteArray address = "http://127.0.0.1:" + QByteArray::number(proxy.port());
        qputenv("http_proxy", address);
        qputenv("https_proxy", address);
        if (!exception.isEmpty())
            qputenv("no_proxy", exception);
        Http http(through(server, {.mode = mode}));
        QCOMPARE(awaited(http.send(getRequest(u"/thing"_s))), "200");
        QCOMPARE(proxy.seen().size(), isUsed ? 1 : 0);
        QCOMPARE(server.seen().size(), 1);
    }

    void twoProfilesGoTheirOwnWays()
    {
        HostileServer server([](Peer &peer) { peer.answer("{}"); });
        ProxyServer one, two;
        Http first(through(server, at(one, Mode::Http))), second(through(server, at(two, Mode::Socks5))),
            direct(through(server, {}));
        for (Http *http : {&first, &second, &direct})
            QCOMPARE(awaited(http->send(getRequest(u"/thing"_s))), "200");
        QCOMPARE(one.seen().size(), 1);
        QCOMPARE(two.seen().size(), 1);
        QCOMPARE(server.seen().size(), 3);
    }
};

int tst_proxy(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Proxy>(argc, argv);
}
#include "tst_proxy.moc"
