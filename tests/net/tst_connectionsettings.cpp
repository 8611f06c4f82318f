// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/connectionsettings.h"
#include "tests/net/certificates.h"
#include "tests/net/hostileserver.h"
#include "tests/net/outcome.h"
#include "tests/testprogram.h"

#include <QProcess>

using namespace Qt::Literals::StringLiterals;

// What a profile says of its connection: kept as JSON, read from files, and used.
class tst_ConnectionSettings : public QObject {
    Q_OBJECT

private:
    Certificates m_certificates;
    QDateTime m_now;

    QString file(const QString &name) const { return name.isEmpty() ? QString() : m_certificates.file(name); }

    // A server that speaks only to clients whose certificate was issued by "clientca".
    QSslConfiguration askingServer() const
    {
        QSslConfiguration tls = m_certificates.server(u"server"_s);
        tls.setCaCertificates(QSslCertificate::fromPath(file(u"clientca.pem"_s)));
        tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
        return tls;
    }

    ConnectionSettings clientSettings(const QString &certificate, const QString &key, const QString &passphrase) const
    {
        return {.caFile = file(u"ca.pem"_s),
            .certificateFile = file(certificate),
            .keyFile = file(key),
            .passphrase = Secret(passphrase)};
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Certificates &c = m_certificates;
        QVERIFY2(c.makeSelfSigned(u"ca"_s), "The openssl program is needed.");
        QVERIFY(c.makeSelfSigned(u"clientca"_s));
        QVERIFY(c.makeSigned(u"server"_s, u"ca"_s));
        QVERIFY(c.makeSigned(u"client"_s, u"clientca"_s));
        QVERIFY(c.makeSigned(u"stranger"_s, u"ca"_s));
        QVERIFY(c.makeSigned(u"expired"_s, u"clientca"_s, u"IP:127.0.0.1"_s, u"-days -1"_s));
        QVERIFY(c.openssl(u"pkcs8 -topk8 -in client.key -passout pass:geheim -out locked.key"_s));
        QVERIFY(c.openssl(u"ec -in client.key -aes128 -passout pass:geheim -out oldlocked.key"_s));
        QVERIFY(c.openssl(u"pkcs12 -export -in client.pem -inkey client.key -certfile clientca.pem "
                          "-passout pass:geheim -out client.p12"_s));
        QVERIFY(c.openssl(u"pkcs12 -export -in client.pem -inkey client.key -passout pass: -out open.p12"_s));
        QVERIFY(c.openssl(u"pkcs12 -export -in client.pem -nokeys -passout pass:geheim -out nokey.p12"_s));
        QVERIFY(c.openssl(u"req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=rsa -keyout rsa.key -out rsa.pem"_s));
        QVERIFY(c.openssl(u"req -x509 -newkey ed25519 -nodes -days 30 -subj /CN=ed -keyout ed.key -out ed.pem"_s));
        QVERIFY(c.write(u"both.pem"_s, c.read(u"client.pem"_s) + c.read(u"client.key"_s)));
        QVERIFY(c.write(u"lockedboth.pem"_s, c.read(u"locked.key"_s) + c.read(u"client.pem"_s)));
        QVERIFY(c.write(u"mismatch.pem"_s, c.read(u"client.pem"_s) + c.read(u"stranger.key"_s)));
        QVERIFY(c.write(u"damaged.key"_s, c.read(u"client.key"_s).replace(40, 20, QByteArray(20, 'A'))));
        QVERIFY(c.write(u"damaged.pem"_s, c.read(u"client.pem"_s).replace(40, 20, QByteArray(20, 'A'))));
        QVERIFY(c.write(u"text.pem"_s, "hello"));
        QVERIFY(c.write(u"empty.pem"_s, ""));
        QVERIFY(c.write(u"huge.pem"_s, QByteArray(5 << 20, '\n') + c.read(u"ca.pem"_s)));
        QVERIFY(c.write(u"thing"_s, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"));
        m_now = QDateTime::currentDateTimeUtc();
        QVERIFY(c.write(u"der.cer"_s, QSslCertificate::fromPath(c.file(u"client.pem"_s)).value(0).toDer()));
    }

    void thePlainPartsAreKept_data()
    {
        QTest::addColumn<ConnectionSettings>("settings");
        QTest::newRow("default") << ConnectionSettings{};
        QTest::newRow("files") << ConnectionSettings{.caFile = u"/a"_s, .certificateFile = u"/b"_s, .keyFile = u"/c"_s};
        QTest::newRow("pins") << ConnectionSettings{.pins = {QByteArray(32, '\0'), QByteArray(32, '\xff')}};
        using enum ProxySettings::Mode;
        QTest::newRow("system") << ConnectionSettings{.proxy = {.mode = System}};
        QTest::newRow("http") << ConnectionSettings{.proxy = {.mode = Http, .host = u"p"_s, .port = 65'535}};
        QTest::newRow("socks") << ConnectionSettings{
            .proxy = {.mode = Socks5, .host = u"::1"_s, .port = 1, .user = u"ü"_s}};
    }

    void thePlainPartsAreKept()
    {
        QFETCH(ConnectionSettings, settings);
        QCOMPARE(connectionSettingsFrom(toJson(settings)), settings);
        const QJsonObject plain = toJson(settings);
        settings.passphrase = settings.proxy.password = Secret(u"geheim"_s);
        QCOMPARE(toJson(settings), plain);
    }

    void whatIsMalformedIsLeftOut()
    {
        const QString digest = QString::fromLatin1(QByteArray(32, 'x').toHex());
        const QJsonObject odd{{u"caFile"_s, 7}, {u"pins"_s, QJsonArray{7, u""_s, u"abcd"_s, digest, digest + u"00"_s}},
            {u"proxy"_s, u"carrier pigeon"_s}, {u"proxyPort"_s, 65'536}, {u"more"_s, true}};
        QCOMPARE(connectionSettingsFrom(odd), (ConnectionSettings{.pins = {QByteArray(32, 'x')}}));
        QCOMPARE(connectionSettingsFrom({{u"proxyPort"_s, -1}, {u"pins"_s, u"x"_s}}), ConnectionSettings{});
    }

    void aFileThatIsWrongIsNamedWithItsFault_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("passphrase");
        QTest::addColumn<QString>("message"); // with the name of the file at fault
        const QString client = u"client.pem"_s, none;
        const auto row
            = [&](const char *name, const QString &certificate, const QString &key, const QString &phrase,
                  const QString &message) { QTest::newRow(name) << certificate << key << phrase << message; };
        row("no such file", u"none.pem"_s, none, none, u"The file {none.pem} does not exist."_s);
        row("a folder", u"."_s, none, none, u"The file {.} cannot be read."_s);
        row("empty", u"empty.pem"_s, none, none, u"The file {empty.pem} is neither PEM nor PKCS#12."_s);
        row("text", u"text.pem"_s, none, none, u"The file {text.pem} is neither PEM nor PKCS#12."_s);
        row("DER", u"der.cer"_s, none, none, u"The file {der.cer} is neither PEM nor PKCS#12."_s);
        row("huge", u"huge.pem"_s, none, none, u"The file {huge.pem} is too large for a certificate."_s);
        row("damaged", u"damaged.pem"_s, u"client.key"_s, none,
            u"The file {damaged.pem} holds no certificate in PEM form."_s);
        row("key for certificate", u"client.key"_s, none, none,
            u"The file {client.key} holds no certificate in PEM form."_s);
        row("no key", client, none, none, u"The file {client.pem} holds no private key in PEM form."_s);
        row("certificate for key", client, client, none, u"The file {client.pem} holds no private key in PEM form."_s);
        row("no key file", client, u"none.key"_s, none, u"The file {none.key} does not exist."_s);
        row("damaged key", client, u"damaged.key"_s, none, u"The private key in {damaged.key} is damaged."_s);
        row("other key", client, u"stranger.key"_s, none,
            u"The private key in {stranger.key} does not belong to the certificate in {client.pem}."_s);
        row("other kind of key", client, u"rsa.key"_s, none,
            u"The private key in {rsa.key} does not belong to the certificate in {client.pem}."_s);
        row("other key beside it", u"mismatch.pem"_s, none, none,
            u"The private key in {mismatch.pem} does not belong to the certificate in it."_s);
        row("locked", client, u"locked.key"_s, none,
            u"The private key in {locked.key} is locked: it needs its passphrase."_s);
        row("wrong passphrase", client, u"locked.key"_s, u"falsch"_s,
            u"The passphrase does not unlock the private key in {locked.key}."_s);
        row("locked the old way", client, u"oldlocked.key"_s, none,
            u"The private key in {oldlocked.key} is locked: it needs its passphrase."_s);
        row("wrong passphrase, old way", client, u"oldlocked.key"_s, u"falsch"_s,
            u"The passphrase does not unlock the private key in {oldlocked.key}."_s);
        row("PKCS#12, locked", u"client.p12"_s, none, none,
            u"The file {client.p12} is locked: it needs its passphrase."_s);
        row("PKCS#12, wrong passphrase", u"client.p12"_s, none, u"falsch"_s,
            u"The passphrase does not unlock the file {client.p12}."_s);
        row("PKCS#12 without a key", u"nokey.p12"_s, none, u"geheim"_s,
            u"The file {nokey.p12} does not hold both a certificate and its private key."_s);
        row("unusual key", u"ed.pem"_s, u"ed.key"_s, none,
            u"The private key in {ed.key} is of a kind that is not supported; use RSA or EC."_s);
    }

    void aFileThatIsWrongIsNamedWithItsFault()
    {
        QFETCH(const QString, certificate);
        QFETCH(const QString, key);
        QFETCH(const QString, passphrase);
        QFETCH(const QString, message);
        const Result<HttpSettings> settings
            = httpSettings(QUrl(u"https://x"_s), clientSettings(certificate, key, passphrase), m_now);
        QVERIFY(!settings);
        QVERIFY(settings.error().kind == Error::Kind::Storage);
        const QString folder = m_certificates.file({}) + u'/';
        QCOMPARE(settings.error().message, QString(message).replace(u'{', folder).remove(u'}'));
        QVERIFY(passphrase.isEmpty() || !settings.error().detail.contains(passphrase));
    }

    void timeHasItsSay()
    {
        const auto message = [&](const ConnectionSettings &settings, const QDateTime &now) {
            const Result<HttpSettings> read = httpSettings(QUrl(u"https://x"_s), settings, now);
            return read ? QString() : read.error().message;
        };
        const QDateTime later = m_now.addDays(31), earlier = m_now.addDays(-1);
        const ConnectionSettings client = clientSettings(u"client.p12"_s, {}, u"geheim"_s);
        const ConnectionSettings authority{.caFile = file(u"ca.pem"_s)};
        QCOMPARE(message(client, m_now), QString());
        QCOMPARE(message(authority, m_now), QString());
        QVERIFY(message(authority, later).contains(u"ca.pem expired on"_s));
        QVERIFY(message(authority, earlier).contains(u"ca.pem is not valid before"_s));
        ConnectionSettings own = clientSettings(u"client.pem"_s, u"client.key"_s, {});
        own.caFile.clear();
        QVERIFY(message(own, later).contains(u"client.pem expired on"_s));
        QVERIFY(message(own, earlier).contains(u"client.pem is not valid before"_s));
        QVERIFY(message(clientSettings(u"expired.pem"_s, u"expired.key"_s, {}), m_now).contains(u"expired on"_s));
    }

    void anAuthorityFileIsReadOrRefused()
    {
        for (const QString &name : {u"none.pem"_s, u"text.pem"_s, u"client.key"_s, u"client.p12"_s, u"empty.pem"_s}) {
            const auto settings = httpSettings(QUrl(u"https://x"_s), {.caFile = file(name)}, m_now);
            QVERIFY(!settings);
            QVERIFY(settings.error().message.contains(file(name)));
        }
    }

    void aPrivateAuthorityIsTrustedInsteadOfTheSystems()
    {
        const QSslConfiguration tls = m_certificates.server(u"server"_s);
        HostileServer server([](Peer &peer) { peer.answer("{}"); }, &tls);
        for (const auto &[name, outcome] :
            {std::pair{u""_s, "Tls"_ba}, std::pair{u"clientca.pem"_s, "Tls"_ba}, std::pair{u"ca.pem"_s, "200"_ba}}) {
            Http http(httpSettings(server.url(), {.caFile = file(name)}, m_now).value());
            QCOMPARE(awaited(http.send(getRequest(u"/thing"_s))), outcome);
        }
    }

    void theClientShowsItsCertificate_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("passphrase");
        QTest::newRow("PEM and key") << u"client.pem"_s << u"client.key"_s << QString();
        QTest::newRow("in one file") << u"both.pem"_s << QString() << QString();
        QTest::newRow("locked key") << u"client.pem"_s << u"locked.key"_s << u"geheim"_s;
        QTest::newRow("key locked the old way") << u"client.pem"_s << u"oldlocked.key"_s << u"geheim"_s;
        QTest::newRow("locked, in one file, key first") << u"lockedboth.pem"_s << QString() << u"geheim"_s;
        QTest::newRow("PKCS#12") << u"client.p12"_s << QString() << u"geheim"_s;
        QTest::newRow("PKCS#12 without a passphrase") << u"open.p12"_s << QString() << QString();
    }

    void theClientShowsItsCertificate()
    {
        QFETCH(const QString, certificate);
        QFETCH(const QString, key);
        QFETCH(const QString, passphrase);
        const QSslConfiguration tls = askingServer();
        HostileServer server([](Peer &peer) { peer.answer("{}"); }, &tls);
        const auto settings = httpSettings(server.url(), clientSettings(certificate, key, passphrase), m_now);
        QVERIFY2(settings, settings ? "" : qPrintable(settings.error().message));
        Http http(*settings);
        QCOMPARE(awaited(http.send(getRequest(u"/thing"_s))), "200");
        QCOMPARE(awaited(http.send(jsonRequest("POST", u"/thing"_s, {}))), "200");
    }

    void aClientTheServerDoesNotKnowIsRefused_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("message"); // of TLS 1.2, where the refusal is part of the handshake
        QTest::newRow("none") << QString() << QString() << u"No secure connection to the server could be made."_s;
        const QString refused = u"The server does not accept the client certificate of this profile."_s;
        QTest::newRow("of another authority") << u"stranger.pem"_s << u"stranger.key"_s << refused;
        QTest::newRow("self-signed RSA") << u"rsa.pem"_s << u"rsa.key"_s << refused;
    }

    void aClientTheServerDoesNotKnowIsRefused()
    {
        QFETCH(const QString, certificate);
        QFETCH(const QString, key);
        QFETCH(const QString, message);
        const QSslConfiguration tls = askingServer();
        HostileServer server([](Peer &peer) { peer.answer("{}"); }, &tls);
        Http http(httpSettings(server.url(), clientSettings(certificate, key, {}), m_now).value());
        QVERIFY(!awaited(http.send(getRequest(u"/thing"_s))).startsWith('2'));
        QVERIFY(server.seen().isEmpty());

        // Qt's server hangs up without a word, OpenSSL's says why.
        QProcess other;
        other.setWorkingDirectory(m_certificates.file({}));
        other.start(u"openssl"_s,
            QProcess::splitCommand(u"s_server -accept 127.0.0.1:0 -cert server.pem -key server.key -HTTP -tls1_2 "
                                   "-Verify 1 -verify_return_error -CAfile clientca.pem"_s));
        QByteArray said;
        QTRY_VERIFY((said += other.readAllStandardOutput()).contains("ACCEPT 127.0.0.1:"));
        const int port = said.mid(said.indexOf("ACCEPT ") + 17).split('\n').first().toInt();
        const QUrl url(u"https://127.0.0.1:%1"_s.arg(port));
        for (const Request &request : {getRequest(u"/thing"_s), emptyRequest("DELETE", u"/thing"_s)}) {
            Http strict(httpSettings(url, clientSettings(certificate, key, {}), m_now).value());
            const auto answer = strict.send(request);
            QCOMPARE(awaited(answer), "Tls");
            QCOMPARE(answer.result().error().message, message);
            QVERIFY(!strict.tlsFailure()->canBePinned);
        }
        Http known(httpSettings(url, clientSettings(u"client.pem"_s, u"client.key"_s, {}), m_now).value());
        QCOMPARE(awaited(known.send(getRequest(u"/thing"_s))), "200");
        other.kill();
        QVERIFY(other.waitForFinished());
    }

    void anAlertIsReadFromWhatTheLibrarySays_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<bool>("isRefusal"); // of our certificate
        QTest::addColumn<QString>("reason");
        const QString none = u"No secure connection to the server could be made."_s;
        QTest::newRow("required")
            << u"Error while reading: error:0A00045C:SSL routines::tlsv13 alert certificate required"_s << true
            << u"The server wants a client certificate, and this profile has none."_s;
        QTest::newRow("unknown authority") << u"error:0A000418:SSL routines::tlsv1 alert unknown ca"_s << true
                                           << u"The server does not accept the client certificate of this profile."_s;
        QTest::newRow("old version") << u"error:0A00042E:SSL routines::tlsv1 alert protocol version"_s << false
                                     << u"The server speaks no version of TLS that is still secure."_s;
        // May come after a request was carried out.
        QTest::newRow("internal error") << u"error:0A000438:SSL routines::tlsv1 alert internal error"_s << false
                                        << none;
        QTest::newRow("no alert") << u"error:0A000086:SSL routines::certificate verify failed"_s << false << none;
        QTest::newRow("another library") << u"error:0B00045C:x509 certificate routines::x"_s << false << none;
        QTest::newRow("nothing") << u"Connection closed"_s << false << none;
        QTest::newRow("no number") << u"error:alert"_s << false << none;
    }

    void anAlertIsReadFromWhatTheLibrarySays()
    {
        QFETCH(const QString, said);
        QFETCH(const bool, isRefusal);
        QFETCH(const QString, reason);
        QCOMPARE(refusesClient(said), isRefusal);
        const TlsFailure failure = tlsFailureOf(QUrl(u"https://as.example"_s), {}, {}, said);
        QCOMPARE(failure.reasons, QStringList{reason});
        QVERIFY(!failure.canBePinned);
    }
};

int tst_connectionsettings(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_ConnectionSettings>(argc, argv);
}
#include "tst_connectionsettings.moc"
