// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http.h"
#include "tests/net/hostileserver.h"
#include "tests/net/outcome.h"

#include <QFile>
#include <QProcess>
#include <QSslKey>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// Certificates are made anew each time, so that no key lies in the tree.
class tst_Tls : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    QString file(const QString &name) const { return m_dir.filePath(name); }

    bool openssl(const QString &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(m_dir.path());
        process.start(u"openssl"_s, QProcess::splitCommand(arguments));
        process.waitForFinished();
        if (process.exitCode() != 0 || process.exitStatus() != QProcess::NormalExit)
            qWarning("%s", process.readAllStandardError().constData());
        return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }

    bool makeSelfSigned(const QString &name) const
    {
        return openssl(u"req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=%1 "
                       "-addext subjectAltName=IP:127.0.0.1 -keyout %1.key -out %1.pem"_s.arg(name));
    }

    bool makeSigned(const QString &name, const QString &host, const QString &validity) const
    {
        QFile extensions(file(name + u".ext"_s));
        if (!extensions.open(QIODevice::WriteOnly))
            return false;
        extensions.write("subjectAltName=" + host.toUtf8() + '\n');
        extensions.close();
        return openssl(
                   u"req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=%1 -keyout %1.key -out %1.csr"_s
                       .arg(name))
            && openssl(
                u"x509 -req -in %1.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out %1.pem -extfile %1.ext %2"_s.arg(
                    name, validity));
    }

    QSslConfiguration serverConfiguration(const QString &name) const
    {
        QFile key(file(name + u".key"_s));
        [[maybe_unused]] const bool isOpen = key.open(QIODevice::ReadOnly);
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificateChain(QSslCertificate::fromPath(file(name + u".pem"_s)));
        configuration.setPrivateKey(QSslKey(key.readAll(), QSsl::Ec));
        return configuration;
    }

    QSslConfiguration trusting(const QString &name) const
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromPath(file(name + u".pem"_s)));
        return configuration;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString here = u"IP:127.0.0.1"_s;
        QVERIFY2(makeSelfSigned(u"ca"_s), "The openssl program is needed.");
        QVERIFY(makeSelfSigned(u"self"_s));
        QVERIFY(makeSelfSigned(u"stranger"_s));
        QVERIFY(makeSigned(u"good"_s, here, u"-days 30"_s));
        QVERIFY(makeSigned(u"wronghost"_s, u"DNS:other.example"_s, u"-days 30"_s));
        QVERIFY(makeSigned(u"expired"_s, here, u"-days -1"_s));
    }

    void aServerThatCannotBeVerifiedGetsNothing_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("trusted");
        QTest::addColumn<QString>("message");
        QTest::newRow("expired") << u"expired"_s << u"ca"_s << u"The server's certificate has expired."_s;
        QTest::newRow("wrong host") << u"wronghost"_s << u"ca"_s
                                    << u"The server's certificate belongs to another host."_s;
        QTest::newRow("self-signed") << u"self"_s << u"ca"_s << u"The server's certificate is self-signed."_s;
        QTest::newRow("unknown authority")
            << u"good"_s << u"stranger"_s
            << u"The server's certificate was issued by an authority that is not trusted here."_s;
    }

    void aServerThatCannotBeVerifiedGetsNothing()
    {
        QFETCH(const QString, certificate);
        QFETCH(const QString, trusted);
        QFETCH(const QString, message);
        const QSslConfiguration tls = serverConfiguration(certificate);
        HostileServer server([](Peer &peer) { peer.answer("{}"); }, &tls);
        Http http({.base = server.url(), .tls = trusting(trusted)});
        for (const QByteArray verb : {"GET", "POST", "DELETE"}) {
            const auto answer = http.send(
                {.verb = verb, .path = u"/thing"_s, .effect = verb == "GET" ? Effect::Read : Effect::Write});
            QCOMPARE(awaited(answer), "Tls");
            QCOMPARE(answer.result().error().message, message);
            QVERIFY(answer.result().error().detail.contains(certificate));
        }
        QCOMPARE(server.seen().size(), 0);
    }

    void aServerWithoutTlsIsRefused()
    {
        HostileServer server([](Peer &peer) { peer.answer("{}"); });
        QUrl base = server.url();
        base.setScheme(u"https"_s);
        Http http({.base = base, .deadline = 300ms});
        const auto answer = http.send(jsonRequest("POST", u"/thing"_s, {}));
        QCOMPARE(awaited(answer), "Timeout"); // the server waits for a request it understands
        QCOMPARE(server.seen().size(), 0);
    }

    void anOldProtocolIsRefused()
    {
        QSslConfiguration tls = serverConfiguration(u"good"_s);
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        tls.setProtocol(QSsl::TlsV1_1);
        QT_WARNING_POP
        HostileServer server([](Peer &peer) { peer.answer("{}"); }, &tls);
        Http http({.base = server.url(), .tls = trusting(u"ca"_s)});
        const auto answer = http.send(jsonRequest("POST", u"/thing"_s, {}));
        QCOMPARE(awaited(answer), "Tls");
        QVERIFY(!answer.result().error().message.isEmpty());
        QCOMPARE(server.seen().size(), 0);
    }

    void aTrustedServerIsSpokenTo()
    {
        const QSslConfiguration tls = serverConfiguration(u"good"_s);
        HostileServer server([](Peer &peer) { peer.answer("{}"); }, &tls);
        Http http({.base = server.url(), .tls = trusting(u"ca"_s)});
        QCOMPARE(awaited(http.send(getRequest(u"/thing"_s))), "200");
        QCOMPARE(awaited(http.send(jsonRequest("POST", u"/thing"_s, {}))), "200");
        QCOMPARE(server.count("POST"), 1);
    }

    void aCutSecureConnectionIsNotUsedTwiceForAWrite()
    {
        const QSslConfiguration tls = serverConfiguration(u"good"_s);
        HostileServer server([](Peer &peer) { peer.number() == 1 ? (void)peer.answer("{}") : peer.reset(); }, &tls);
        Http http({.base = server.url(), .tls = trusting(u"ca"_s)});
        QCOMPARE(awaited(http.send(getRequest(u"/thing"_s))), "200");
        QCOMPARE(awaited(http.send(emptyRequest("DELETE", u"/thing"_s))), "Unknown");
        QCOMPARE(server.count("DELETE"), 1);
    }

    void aRedirectToPlainHttpIsNotFollowed()
    {
        HostileServer plain([](Peer &peer) { peer.answer("{}"); });
        const QSslConfiguration tls = serverConfiguration(u"good"_s);
        HostileServer server(
            [&](Peer &peer) {
                peer.answer("", "307 Elsewhere", "Location: " + plain.url().toEncoded() + "/steal\r\n");
            },
            &tls);
        Http http({.base = server.url(), .tls = trusting(u"ca"_s)});
        QCOMPARE(awaited(http.send(getRequest(u"/thing"_s))), "Redirect");
        QCOMPARE(awaited(http.send(jsonRequest("POST", u"/thing"_s, {{u"secret"_s, u"x"_s}}))), "Redirect");
        QCOMPARE(plain.seen().size(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_Tls)
#include "tst_tls.moc"
