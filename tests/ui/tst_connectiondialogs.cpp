// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testprogram.h"
#include "ui/connectiondialog.h"
#include "ui/secretedit.h"
#include "ui/trustdialog.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

using Mode = ProxySettings::Mode;

static const QByteArray digest
    = QByteArray::fromHex("00112233445566778899aabbccddeeff0123456789abcdef0123456789abcdef");

// What a person is shown of a connection and may decide about it.
class tst_ConnectionDialogs : public QObject {
    Q_OBJECT

private:
    template <typename T>
    static T *part(const QWidget *dialog, const QString &name)
    {
        return dialog->findChild<T *>(name);
    }

private Q_SLOTS:
    void whatIsSetComesBack()
    {
        const ConnectionSettings settings{.caFile = u"/ca.pem"_s,
            .certificateFile = u"/me.p12"_s,
            .keyFile = u"/me.key"_s,
            .passphrase = Secret(u"word"_s),
            .pins = {digest},
            .proxy
            = {.mode = Mode::Socks5, .host = u"gate"_s, .port = 1080, .user = u"me"_s, .password = Secret(u"pw"_s)}};
        ConnectionDialog dialog(settings);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(dialog.settings() == settings);
        QVERIFY(ConnectionDialog(ConnectionSettings()).settings().pins.isEmpty());
    }

    void aProxyByHandNeedsAnAddress()
    {
        ConnectionDialog dialog({});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        auto *host = part<QLineEdit>(&dialog, u"connection.proxyHost"_s);
        QVERIFY(!host->isVisible());
        auto *mode = part<QComboBox>(&dialog, u"connection.proxyMode"_s);
        mode->setCurrentIndex(mode->findData(int(Mode::Http)));
        QVERIFY(host->isVisible());
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        QTest::mouseClick(part<QPushButton>(&dialog, u"confirm"_s), Qt::LeftButton);
        QVERIFY(accepted.isEmpty());
        QVERIFY(host->hasFocus() || dialog.focusWidget() == host);
        QTest::keyClicks(host, u"gate.example"_s);
        part<QSpinBox>(&dialog, u"connection.proxyPort"_s)->setValue(3128);
        QTest::mouseClick(part<QPushButton>(&dialog, u"confirm"_s), Qt::LeftButton);
        QCOMPARE(accepted.size(), 1);
        const ProxySettings proxy = dialog.settings().proxy;
        QCOMPARE(proxy.host, u"gate.example"_s);
        QCOMPARE(proxy.port, quint16(3128));
        QVERIFY(proxy.mode == Mode::Http);
    }

    void aTrustedCertificateCanBeTrustedNoLonger()
    {
        ConnectionDialog dialog({.pins = {digest}});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        auto *pins = part<QListWidget>(&dialog, u"connection.pins"_s);
        QCOMPARE(pins->item(0)->text(), QString::fromLatin1(digest.toHex()));
        auto *remove = part<QPushButton>(&dialog, u"connection.unpin"_s);
        QVERIFY(!remove->isEnabled());
        pins->setCurrentRow(0);
        QTest::mouseClick(remove, Qt::LeftButton);
        QVERIFY(dialog.settings().pins.isEmpty());
    }

    void aCertificateIsShownBeforeItIsTrusted_data()
    {
        QTest::addColumn<bool>("canBePinned");
        QTest::newRow("a person can decide") << true;
        QTest::newRow("nothing to decide") << false;
    }
    void aCertificateIsShownBeforeItIsTrusted()
    {
        QFETCH(bool, canBePinned);
        const TlsFailure failure{.host = u"id.example:443"_s,
            .reasons = {u"Nobody vouches for it."_s},
            .chain = {{.subject = u"<b>id.example</b>"_s, .issuer = u"Lab CA"_s, .sha256 = digest}},
            .canBePinned = canBePinned};
        TrustDialog dialog(u"Lab"_s, failure);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QVERIFY(part<QLabel>(&dialog, u"trustReasons"_s)->text().contains(u"Nobody vouches"));
        const QString fingerprint = part<QLabel>(&dialog, u"trustFingerprint"_s)->text();
        QCOMPARE(QByteArray::fromHex(fingerprint.simplified().remove(u' ').toLatin1()), digest);
        const auto labels = dialog.findChildren<QLabel *>();
        QVERIFY(std::all_of(
            labels.begin(), labels.end(), [](const QLabel *label) { return label->textFormat() == Qt::PlainText; }));
        auto *trust = part<QPushButton>(&dialog, u"trustCertificate"_s);
        QCOMPARE(trust != nullptr, canBePinned);
        if (!trust)
            return;
        QVERIFY(!trust->isDefault()); // Return must not trust anybody
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        QTest::keyClick(&dialog, Qt::Key_Return);
        QVERIFY(accepted.isEmpty());
        dialog.show();
        QTest::mouseClick(trust, Qt::LeftButton);
        QCOMPARE(accepted.size(), 1);
    }
};

int tst_connectiondialogs(int argc, char *argv[])
{
    return runTest<QApplication, tst_ConnectionDialogs>(argc, argv);
}
#include "tst_connectiondialogs.moc"
