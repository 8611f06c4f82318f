// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/http.h"
#include "tests/net/certificates.h"
#include "tests/net/hostileserver.h"
#include "tests/net/outcome.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// To whom a secure connection is made, and what is told of one that is not.
class tst_Tls : public QObject {
    Q_OBJECT

private:
    Certificates m_certificates;

    HttpSettings pinning(const HostileServer &server, const QList<QByteArray> &pins) const
    {
        return {.base = server.url(), .tls = m_certificates.client(u"ca"_s), .pins = pins};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_certificates.makeSelfSigned(u"ca"_s), "The openssl program is needed.");
        QVERIFY(m_certificates.makeSelfSigned(u"self"_s));
        QVERIFY(m_certificates.makeSelfSigned(u"stranger"_s));
        QVERIFY(m_certificates.makeSigned(u"good"_s, u"ca"_s));
        QVERIFY(m_certificates.makeSigned(u"wronghost"_s, u"ca"_s, u"DNS:other.example"_s));
        QVERIFY(m_certificates.makeSigned(u"expired"_s, u"ca"_s, u"IP:127.0.0.1"_s, u"-days -1"_s));
        QVERIFY(m_certificates.makeSigned(u"worst"_s, u"stranger"_s, u"DNS:other.example"_s, u"-days -1"_s));
        // Like "self" in all but the key, and in all but the serial number.
        QVERIFY(m_certificates.makeSelfSigned(u"twin"_s, u"self"_s));
        QVERIFY(m_certificates.write(u"renewed.key"_s, m_certificates.read(u"self.key"_s)));
        QVERIFY(m_certificates.openssl(u"req -x509 -key renewed.key -days 60 -subj /CN=self "
                                       "-addext subjectAltName=IP:127.0.0.1 -out renewed.pem"_s));
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
        const QSslConfiguration tls = m_certificates.server(certificate);
        HostileServer server([](Peer &peer) { peer.answer("{}"); }, &tls);
        Http http({.base = server.url(), .tls = m_certificates.client(trusted)});
        for (const QByteArray verb : {"GET", "POST", "DELETE"}) {
            const auto answer = http.send(
                {.verb = verb, .path = u"/thing"_s, .effect = verb == "GET" ? Effect::Read : Effect::Write});
            QCOMPARE(awaited(answer), "Tls");
            QCOMPARE(answer.result().error().message, message);
            QVERIFY(answer.result().error().detail.contains(certificate));
        }
        QCOMPARE(server.seen().size(), 0);
    }

    void whatTheServerShowedIsToldInParts_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("issuer");
        QTest::addColumn<int>("reasons");
        QTest::newRow("expired") << u"expired"_s << u"ca"_s << 1;
        QTest::newRow("self-signed") << u"self"_s << u"self"_s << 1;
        QTest::newRow("everything") << u"worst"_s << u"stranger"_s << 3;
    }

    void whatTheServerShowedIsToldInParts()
    {
        QFETCH(const QString, certificate);
        QFETCH(const QString, issuer);
        QFETCH(const int, reasons);
        const QSslConfiguration tls = m_certificates.server(certificate);
        HostileServer server([](Peer &peer) { peer.answer("{}"); }, &tls);
        Http http(pinning(server, {}));
        QVERIFY(!http.tlsFailure());
        const auto answer = http.send(getRequest(u"/thing"_s));
        QCOMPARE(awaited(answer), "Tls");
        const TlsFailure failure = http.tlsFailure().value();
        QCOMPARE(failure.host, server.url().authority());
        QCOMPARE(failure.reasons.size(), reasons);
        QCOMPARE(failure.reasons.first(), answer.result().error().message);
        QCOMPARE(failure.chain.first().subject, certificate);
        QCOMPARE(failure.chain.first().issuer, issuer);
        QCOMPARE(failure.chain.first().sha256, m_certificates.digest(certificate));
        QVERIFY(failure.chain.first().validFrom < failure.chain.first().validUntil || certificate != "self"_L1);
        QVERIFY(failure.canBePinned);
        const QString digest = QString::fromLatin1(m_certificates.digest(certificate).toHex(':'));
        QVERIFY(answer.result().error().detail.contains(digest));
        QVERIFY(answer.result().error().detail.count(u'\n') >= failure.chain.size() + reasons - 1);
    }

    void aPinnedCertificateIsTrustedAndNoOther_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("pinned");
        QTest::addColumn<bool>("isTrusted");
        QTest::newRow("self-signed") << u"self"_s << u"self"_s << true;
        QTest::newRow("wrong host") << u"wronghost"_s << u"wronghost"_s << true;
        QTest::newRow("expired") << u"expired"_s << u"expired"_s << true;
        QTest::newRow("all at once") << u"worst"_s << u"worst"_s << true;
        QTest::newRow("another self-signed one") << u"stranger"_s << u"self"_s << false;
        QTest::newRow("same name and host, other key") << u"twin"_s << u"self"_s << false;
        QTest::newRow("same key, renewed") << u"renewed"_s << u"self"_s << false;
        QTest::newRow("issued by the pinned one") << u"worst"_s << u"stranger"_s << false;
        QTest::newRow("verified, whatever is pinned") << u"good"_s << u"self"_s << true;
    }

    void aPinnedCertificateIsTrustedAndNoOther()
    {
        QFETCH(const QString, shown);
        QFETCH(const QString, pinned);
        QFETCH(const bool, isTrusted);
        const QSslConfiguration tls = m_certificates.server(shown);
        HostileServer server([](Peer &peer) { peer.answer("{}"); }, &tls);
        Http http(pinning(server, {QByteArray(32, 'x'), m_certificates.digest(pinned)}));
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(awaited(http.send(getRequest(u"/thing"_s))), isTrusted ? "200" : "Tls");
            QCOMPARE(awaited(http.send(jsonRequest("POST", u"/thing"_s, {}))), isTrusted ? "200" : "Tls");
        }
        QCOMPARE(http.tlsFailure().has_value(), !isTrusted);
        QCOMPARE(server.count("POST"), isTrusted ? 3 : 0);
        // Another profile at the same time has not heard of it.
        Http other(pinning(server, {}));
        QCOMPARE(awaited(other.send(getRequest(u"/thing"_s))), shown == "good"_L1 ? "200" : "Tls");
    }

    void aPinIsNoFirstPartOfADigest()
    {
        const QSslConfiguration tls = m_certificates.server(u"self"_s);
        HostileServer server([](Peer &peer) { peer.answer("{}"); }, &tls);
        Http http(pinning(server, {{}, m_certificates.digest(u"self"_s).first(31)}));
        QCOMPARE(awaited(http.send(getRequest(u"/thing"_s))), "Tls");
    }

    void theConnectionThatFailsAfterAPinHeldIsToldToo()
    {
        const QSslConfiguration tls = m_certificates.server(u"self"_s), other = m_certificates.server(u"twin"_s);
        auto server = std::make_unique<HostileServer>([](Peer &peer) { peer.answer("{}"); }, &tls);
        Http http(pinning(*server, {m_certificates.digest(u"self"_s)}));
        QCOMPARE(awaited(http.send(getRequest(u"/thing"_s))), "200");
        HostileServer impostor([](Peer &peer) { peer.answer("{}"); }, &other);
        Request elsewhere = getRequest({});
        elsewhere.absolute = impostor.url();
        QCOMPARE(awaited(http.send(elsewhere)), "Tls");
        QCOMPARE(http.tlsFailure()->host, impostor.url().authority());
        QCOMPARE(awaited(http.send(getRequest(u"/thing"_s))), "200");
        QVERIFY(!http.tlsFailure());
        QVERIFY(impostor.seen().isEmpty());
    }

    // A pin says who it is, not that weak cryptography is strong.
    void whatNobodyCanDecideIsNotExcused()
    {
        using enum QSslError::SslError;
        const QSslCertificate self = QSslCertificate::fromPath(m_certificates.file(u"self.pem"_s)).value(0);
        const QList<QByteArray> pins{m_certificates.digest(u"self"_s)};
        QVERIFY(isExcused({QSslError(SelfSignedCertificate, self), QSslError(HostNameMismatch, self)}, self, pins));
        for (const QSslError::SslError error : {CertificateRevoked, CertificateSignatureFailed, CertificateBlacklisted,
                 CertificateRejected, UnspecifiedError, NoPeerCertificate, InvalidPurpose}) {
            const QList<QSslError> found{QSslError(SelfSignedCertificate, self), QSslError(error, self)};
            QVERIFY(!isExcused(found, self, pins));
            QVERIFY(!tlsFailureOf(QUrl(u"https://x"_s), found, {self}, {}).canBePinned);
        }
        QVERIFY(!isExcused({QSslError(NoPeerCertificate)}, QSslCertificate(), pins));
        QVERIFY(!isExcused({QSslError(SelfSignedCertificate, self)}, QSslCertificate(), {QByteArray()}));
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
        QSslConfiguration tls = m_certificates.server(u"good"_s);
        QT_WARNING_PUSH
        QT_WARNING_DISABLE_DEPRECATED
        tls.setProtocol(QSsl::TlsV1_1);
        QT_WARNING_POP
        HostileServer server([](Peer &peer) { peer.answer("{}"); }, &tls);
        Http http({.base = server.url(), .tls = m_certificates.client(u"ca"_s)});
        const auto answer = http.send(jsonRequest("POST", u"/thing"_s, {}));
        QCOMPARE(awaited(answer), "Tls");
        QCOMPARE(answer.result().error().message, u"The server speaks no version of TLS that is still secure."_s);
        QVERIFY(http.tlsFailure() && !http.tlsFailure()->canBePinned);
        QCOMPARE(server.seen().size(), 0);
    }

    void aTrustedServerIsSpokenTo()
    {
        const QSslConfiguration tls = m_certificates.server(u"good"_s);
        HostileServer server([](Peer &peer) { peer.answer("{}"); }, &tls);
        Http http({.base = server.url(), .tls = m_certificates.client(u"ca"_s)});
        QCOMPARE(awaited(http.send(getRequest(u"/thing"_s))), "200");
        QCOMPARE(awaited(http.send(jsonRequest("POST", u"/thing"_s, {}))), "200");
        QCOMPARE(server.count("POST"), 1);
    }

    void aCutSecureConnectionIsNotUsedTwiceForAWrite()
    {
        const QSslConfiguration tls = m_certificates.server(u"good"_s);
        HostileServer server([](Peer &peer) { peer.number() == 1 ? (void)peer.answer("{}") : peer.reset(); }, &tls);
        Http http({.base = server.url(), .tls = m_certificates.client(u"ca"_s)});
        QCOMPARE(awaited(http.send(getRequest(u"/thing"_s))), "200");
        QCOMPARE(awaited(http.send(emptyRequest("DELETE", u"/thing"_s))), "Unknown");
        QCOMPARE(server.count("DELETE"), 1);
    }

    void aRedirectToPlainHttpIsNotFollowed()
    {
        HostileServer plain([](Peer &peer) { peer.answer("{}"); });
        const QSslConfiguration tls = m_certificates.server(u"good"_s);
        HostileServer server(
            [&](Peer &peer) {
                peer.answer("", "307 Elsewhere", "Location: " + plain.url().toEncoded() + "/steal\r\n");
            },
            &tls);
        Http http({.base = server.url(), .tls = m_certificates.client(u"ca"_s)});
        QCOMPARE(awaited(http.send(getRequest(u"/thing"_s))), "Redirect");
        QCOMPARE(awaited(http.send(jsonRequest("POST", u"/thing"_s, {{u"secret"_s, u"x"_s}}))), "Redirect");
        QCOMPARE(plain.seen().size(), 0);
    }
};

int tst_tls(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Tls>(argc, argv);
}
#include "tst_tls.moc"
