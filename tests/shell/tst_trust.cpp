// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/certificates.h"
#include "tests/net/hostileserver.h"
#include "tests/shell/console.h"
#include "tests/testprogram.h"
#include "ui/messagestrip.h"

#include <QApplication>
#include <QLabel>

// A server whose certificate nobody vouches for, from the refusal to the connection, through the whole window.
class tst_Trust : public QObject {
    Q_OBJECT

public:
    static void initMain() { useNoKeychain(); }

private:
    Certificates m_certificates;
    std::unique_ptr<HostileServer> m_server;
    std::unique_ptr<Console> m_console;

    // As much of Teneo as signing in needs.
    static void answer(Peer &peer)
    {
        const bool isToken = peer.request().target == "/oauth2/token";
        peer.answer(isToken ? R"({"access_token":"t","token_type":"Bearer","expires_in":3600})" : "[]", "200 OK",
            "Content-Type: application/json\r\n");
    }
    QString add(const QString &name)
    {
        Profile profile{
            .name = name, .dialect = u"teneo"_s, .url = m_server->url(), .signInMethod = u"administrator"_s};
        setPlainValues(profile, {{u"userName"_s, u"admin"_s}});
        return m_console->add(profile, {{u"password"_s, Secret(u"admin_pass"_s)}});
    }
    ServerPage *page() const { return m_console->window->currentPage(); }
    // Connects anew and answers what the page says of it.
    QString refusalOf(const QString &id)
    {
        m_console->workspace->close(id);
        m_console->window->connectProfile(id);
        const auto text = [this] {
            const auto *strip = named<MessageStrip>(page(), u"serverStrip"_s);
            return strip ? strip->text() : QString();
        };
        (void)QTest::qWaitFor([&text] { return !text().isEmpty(); });
        return text();
    }
    // The certificate as the dialog shows it.
    QDialog *shownCertificate()
    {
        return click(named(page(), u"serverStrip"_s), u"messageAction"_s) ? m_console->dialog(u"trustDialog"_s)
                                                                          : nullptr;
    }
    static QByteArray fingerprintIn(QDialog *dialog)
    {
        const auto *label = named<QLabel>(dialog, u"trustFingerprint"_s);
        return label ? QByteArray::fromHex(label->text().toLatin1()) : QByteArray();
    }
    bool isSignedIn() const { return m_console->session().state() == Session::State::SignedIn; }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_certificates.makeSelfSigned(u"ca"_s), "The openssl program is needed.");
        QVERIFY(m_certificates.makeSigned(u"shown"_s, u"ca"_s));
        QVERIFY(m_certificates.write(
            u"shown.pem"_s, m_certificates.read(u"shown.pem"_s) + m_certificates.read(u"ca.pem"_s)));
        QVERIFY(m_certificates.makeSelfSigned(u"self"_s));
        QVERIFY(m_certificates.makeSelfSigned(u"twin"_s, u"self"_s));
    }
    void init()
    {
        const QSslConfiguration tls = m_certificates.server(u"self"_s);
        m_server = std::make_unique<HostileServer>(answer, &tls);
        m_console = std::make_unique<Console>();
    }
    void cleanup()
    {
        m_console.reset();
        m_server.reset();
    }

    void aSelfSignedCertificateIsTrustedForOneProfileUntilItChanges()
    {
        const QString lab = add(u"Lab"_s);
        const QString other = add(u"Other"_s);
        QCOMPARE(refusalOf(lab), u"The server's certificate is self-signed."_s);
        QVERIFY(!isSignedIn());
        QDialog *dialog = shownCertificate();
        QVERIFY(dialog);
        QVERIFY(named<QLabel>(dialog, u"trustReasons"_s)->text().contains(u"self-signed"));
        QCOMPARE(fingerprintIn(dialog), m_certificates.digest(u"self"_s));
        QVERIFY(m_server->seen().isEmpty()); // nobody was told a password yet

        QVERIFY(click(dialog, u"trustCertificate"_s));
        QTRY_VERIFY(page() && isSignedIn());
        QTRY_VERIFY(m_console->tabs()->isVisible());
        QVERIFY(named<MessageStrip>(page(), u"serverStrip"_s)->text().isEmpty());

        QCOMPARE(refusalOf(other), u"The server's certificate is self-signed."_s);
        QVERIFY(!isSignedIn());

        m_server->show(m_certificates.server(u"twin"_s));
        const qsizetype signIns = m_server->count("POST");
        QCOMPARE(refusalOf(lab), u"The server's certificate is self-signed."_s);
        QVERIFY(!isSignedIn());
        dialog = shownCertificate();
        QVERIFY(dialog);
        QCOMPARE(fingerprintIn(dialog), m_certificates.digest(u"twin"_s));
        QCOMPARE(m_server->count("POST"), signIns);
    }

    void theWholeChainIsShown()
    {
        m_server->show(m_certificates.server(u"shown"_s));
        const QString lab = add(u"Lab"_s);
        QVERIFY(!refusalOf(lab).isEmpty());
        QDialog *dialog = shownCertificate();
        QVERIFY(dialog);
        QStringList texts;
        const auto labels = dialog->findChildren<QLabel *>();
        for (const auto *label : labels)
            texts << label->text();
        QVERIFY2(texts.contains(u"shown"_s) && texts.contains(u"ca"_s), qPrintable(texts.join(u'\n')));
        QCOMPARE(fingerprintIn(dialog), m_certificates.digest(u"shown"_s)); // and not its issuer's
    }
};

int tst_trust(int argc, char *argv[])
{
    return runTest<QApplication, tst_Trust>(argc, argv);
}
#include "tst_trust.moc"
