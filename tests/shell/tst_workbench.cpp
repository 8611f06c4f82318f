// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/inspectionmodel.h"
#include "tests/shell/console.h"
#include "tests/testprogram.h"
#include "ui/environmentbar.h"
#include "ui/messagestrip.h"
#include "ui/secretedit.h"
#include "ui/workbenchpage.h"

#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

// The token workbench and the batch revocation of servers that have them, by their widgets.
class tst_Workbench : public QObject {
    Q_OBJECT

public:
    static void initMain() { useNoKeychain(); }

private:
    std::unique_ptr<Console> m_console;

    // Connects the window to a persona and opens one of its pages.
    QWidget *open(const QString &persona, const QString &method, const QHash<QString, QString> &plain,
        const QHash<QString, Secret> &secrets, const QString &pageName)
    {
        m_console = std::make_unique<Console>(server::Options{.personas = {persona}, .demo = true});
        Profile profile{.name = persona, .dialect = persona, .url = m_console->url, .signInMethod = method};
        setPlainValues(profile, plain);
        ServerPage *page = m_console->signIn(m_console->add(profile, secrets));
        if (!page)
            return nullptr;
        page->tabs().showPage(pageName);
        return named(page, u"page."_s + pageName);
    }
    QWidget *openWyn(const QString &page)
    {
        return open(u"wyn"_s, u"password"_s, {{u"clientId"_s, u"integration"_s}, {u"userName"_s, u"admin"_s}},
            {{u"clientSecret"_s, Secret(u"integration_secret"_s)}, {u"password"_s, Secret(u"admin_pass"_s)}}, page);
    }
    QWidget *openStandard(const QString &page)
    {
        return open(u"oidc"_s, u"clientCredentials"_s, {{u"clientId"_s, u"service"_s}},
            {{u"clientSecret"_s, Secret(u"service_secret"_s)}}, page);
    }
    static QString stripText(QWidget *page)
    {
        const auto strips = page->findChildren<MessageStrip *>();
        for (const auto *strip : strips)
            if (!strip->text().isEmpty())
                return strip->text();
        return {};
    }
    static bool getToken(QWidget *page, const QString &grant, const QString &id, const QString &secret)
    {
        auto *box = named<QComboBox>(page, u"grant"_s);
        box->setCurrentIndex(box->findData(grant));
        return type(page, u"signIn.clientId"_s, id) && type(page, u"signIn.clientSecret"_s, secret)
            && click(page, u"getToken"_s);
    }

private Q_SLOTS:
    void cleanup() { m_console.reset(); }

    void theRequestIsShownWithoutItsSecrets()
    {
        QWidget *page = openStandard(u"workbench"_s);
        QVERIFY(page);
        auto *box = named<QComboBox>(page, u"grant"_s);
        box->setCurrentIndex(box->findData(u"client_credentials"_s));
        QVERIFY(type(page, u"signIn.clientId"_s, u"service"_s)
            && type(page, u"signIn.clientSecret"_s, u"service_secret"_s));
        const QString preview = named<QPlainTextEdit>(page, u"requestPreview"_s)->toPlainText();
        QVERIFY2(preview.contains(u"grant_type=client_credentials"), qPrintable(preview));
        QVERIFY(!preview.contains(u"service_secret"));
        QVERIFY(!preview.contains(QString::fromLatin1(QByteArray("service:service_secret").toBase64())));
    }

    void aTokenIsGotInspectedRevokedAndTheProofShown()
    {
        QWidget *page = openStandard(u"workbench"_s);
        QVERIFY(page);
        QVERIFY(getToken(page, u"client_credentials"_s, u"service"_s, u"service_secret"_s));
        QTRY_VERIFY(!named<SecretEdit>(page, u"issuedAccess"_s)->secret().isEmpty());
        QVERIFY(click(page, u"inspectIssued"_s));
        auto *table = named<QTableView>(page, u"inspectionTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        const auto text = [table](int column) { return table->model()->index(0, column).data().toString(); };
        QTRY_COMPARE(text(InspectionModel::Signature), u"Right"_s);
        QTRY_COMPARE(text(InspectionModel::ServerSays), u"Active"_s);
        QCOMPARE(text(InspectionModel::Sum), u"Valid"_s);
        QVERIFY(named<QPlainTextEdit>(page, u"inspectionHeader"_s)->toPlainText().contains(u"RS256"));
        QVERIFY(named<QPlainTextEdit>(page, u"inspectionClaims"_s)->toPlainText().contains(u"service"));

        QVERIFY(click(page, u"inspectionRevoke"_s));
        QVERIFY(click(m_console->dialog(u"confirmDialog"_s), u"confirm"_s));
        QTRY_VERIFY2(stripText(page).contains(u"inactive"), qPrintable(stripText(page)));
        QVERIFY(stripText(page).contains(u"only the signature")); // a JWT passes for whoever does not ask
    }

    void aStrangersTokenIsNotSent()
    {
        QWidget *page = openStandard(u"workbench"_s);
        QVERIFY(page);
        // {"alg":"none"} . {"iss":"https://elsewhere.example"} .
        const QString stranger = u"eyJhbGciOiJub25lIn0.eyJpc3MiOiJodHRwczovL2Vsc2V3aGVyZS5leGFtcGxlIn0."_s;
        named<SecretEdit>(page, u"inspectInput"_s)->setSecret(Secret(stranger));
        QVERIFY(click(page, u"inspectOne"_s));
        auto *table = named<QTableView>(page, u"inspectionTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTRY_COMPARE(table->model()->index(0, InspectionModel::Signature).data().toString(), u"Wrong"_s);
        QCOMPARE(table->model()->index(0, InspectionModel::ServerSays).data().toString(), u"Needs your consent"_s);
        QTRY_VERIFY(stripText(page).contains(u"elsewhere.example"));
    }

    void aRefusedTokenSaysWhy()
    {
        QWidget *page = openStandard(u"workbench"_s);
        QVERIFY(page);
        QVERIFY(getToken(page, u"client_credentials"_s, u"service"_s, u"wrong"_s));
        QTRY_VERIFY(!stripText(page).isEmpty());
        QVERIFY(named<SecretEdit>(page, u"issuedAccess"_s)->secret().isEmpty());
        QCOMPARE(m_console->session().state(), Session::State::SignedIn); // it was not our credential
    }

    void aTokenGotHereIsListedHere()
    {
        QWidget *page = openWyn(u"workbench"_s);
        QVERIFY(page);
        QVERIFY(type(page, u"signIn.userName"_s, u"admin"_s) && type(page, u"signIn.password"_s, u"admin_pass"_s));
        QVERIFY(getToken(page, u"password"_s, u"integration"_s, u"integration_secret"_s));
        QTRY_VERIFY(!named<SecretEdit>(page, u"issuedAccess"_s)->secret().isEmpty());
        QVERIFY(click(page, u"keepToken"_s));
        auto *list = m_console->window->currentPage()->server().collection(u"accessTokens"_s);
        QTRY_COMPARE(list->model()->rowCount(), 2); // and the one we are signed in with
        const auto kept = list->removalOf({list->model()->index(1, 0).data(IdRole).toString()});
        kept->start();
        QTRY_COMPARE(kept->count(Batch::Outcome::Done), 1);
    }

    void everythingBeforeATimeIsRevoked()
    {
        QWidget *page = openWyn(u"batchRevocation"_s);
        QVERIFY(page);
        auto *revoke = named<QPushButton>(page, u"revokeBatch"_s);
        QVERIFY(!revoke->isEnabled()); // no time chosen, so none by accident
        auto *time = named<QDateTimeEdit>(page, u"revokeBefore"_s);
        const QDateTime latest = time->maximumDateTime();
        time->setDateTime(latest.addDays(1));
        QVERIFY(time->dateTime() <= latest); // nor one in the future
        m_console->time.advance(std::chrono::seconds(2)); // so that our own token is older than now
        QVERIFY(click(page, u"revokeNow"_s));
        QVERIFY(named<QLabel>(page, u"revokeOurs"_s)->isVisible());
        QVERIFY(click(page, u"revokeBatch"_s));
        QVERIFY(m_console->dialog(u"confirmDialog"_s)->findChild<EnvironmentBar *>()); // which server it is
        QVERIFY(click(m_console->dialog(u"confirmDialog"_s), u"cancel"_s));
        QVERIFY(stripText(page).isEmpty());
        QVERIFY(click(page, u"revokeBatch"_s));
        QVERIFY(click(m_console->dialog(u"confirmDialog"_s), u"confirm"_s));
        QTRY_VERIFY2(stripText(page).contains(u"revoked"), qPrintable(stripText(page)));
        QTRY_VERIFY2(stripText(page).contains(u"signed in again"), qPrintable(stripText(page)));
        QCOMPARE(m_console->session().state(), Session::State::SignedIn);
        QVERIFY(!revoke->isEnabled());
    }
};

int tst_workbench(int argc, char *argv[])
{
    return runTest<QApplication, tst_Workbench>(argc, argv);
}
#include "tst_workbench.moc"
