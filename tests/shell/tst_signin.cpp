// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shell/console.h"
#include "tests/testprogram.h"
#include "ui/messagestrip.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QRegularExpression>

// From "Connect" to the tabs, and everything that can come between.
class tst_SignIn : public QObject {
    Q_OBJECT

public:
    static void initMain() { useNoKeychain(); }

private Q_SLOTS:
    void init() { m_console = std::make_unique<Console>(); }
    void cleanup() { m_console.reset(); }

    void whatIsKeptIsNotAskedFor()
    {
        QVERIFY(m_console->signIn(m_console->add(u"Teneo"_s)));
        QVERIFY(m_console->tabs()->isVisible());
        QVERIFY(!m_console->hasDialog(u"signInDialog"_s));
    }

    void onlyWhatIsMissingIsAskedFor()
    {
        m_console->window->connectProfile(m_console->add(u"Teneo"_s, Environment::Test, {}));
        QDialog *dialog = m_console->dialog(u"signInDialog"_s);
        QVERIFY(named(dialog, u"signIn.password"_s));
        QVERIFY(!named(dialog, u"signIn.userName"_s));
        QVERIFY(click(dialog, u"confirm"_s));
        QVERIFY(dialog->isVisible()); // still missing
        QVERIFY(type(dialog, u"signIn.password"_s, u"admin_pass"_s));
        QVERIFY(click(dialog, u"confirm"_s));
        QTRY_VERIFY(m_console->tabs() && m_console->tabs()->isVisible());
    }

    void aSecretIsKeptOnlyWhenWantedAndRight_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<bool>("wanted");
        QTest::addColumn<bool>("kept");
        QTest::newRow("right and wanted") << u"admin_pass"_s << true << true;
        QTest::newRow("right, not wanted") << u"admin_pass"_s << false << false;
        QTest::newRow("wrong and wanted") << u"wrong"_s << true << false;
    }
    void aSecretIsKeptOnlyWhenWantedAndRight()
    {
        QFETCH(QString, password);
        QFETCH(bool, wanted);
        const QString id = m_console->add(u"Teneo"_s, Environment::Test, {});
        m_console->window->connectProfile(id);
        QDialog *dialog = m_console->dialog(u"signInDialog"_s);
        QVERIFY(type(dialog, u"signIn.password"_s, password));
        named<QCheckBox>(dialog, u"keepSecrets"_s)->setChecked(wanted);
        QVERIFY(click(dialog, u"confirm"_s));
        const bool isRight = password == u"admin_pass"_s;
        QTRY_VERIFY(m_console->window->currentPage());
        QTRY_VERIFY(isRight ? m_console->tabs()->isVisible() : !strip()->text().isEmpty());
        QFETCH(bool, kept);
        QTRY_COMPARE(isKept(id), kept); // written once it has proven right
    }

    void refusedCredentialsAreAskedForAgain()
    {
        m_console->window->connectProfile(m_console->add(u"Teneo"_s, Environment::Test, u"wrong"_s));
        QTRY_VERIFY(m_console->window->currentPage() && !strip()->text().isEmpty());
        QVERIFY(click(m_console->window->currentPage(), u"signIn"_s));
        QDialog *dialog = m_console->dialog(u"signInDialog"_s);
        QVERIFY(!dialog->findChild<MessageStrip *>()->text().isEmpty()); // says why it asks
        QVERIFY(type(dialog, u"signIn.password"_s, u"admin_pass"_s));
        QVERIFY(click(dialog, u"confirm"_s));
        QTRY_VERIFY(m_console->tabs() && m_console->tabs()->isVisible());
    }

    void aSlowSignInCanBeCancelled()
    {
        QVERIFY(m_console->control("faults", {{u"path"_s, u"/oauth2/token"_s}, {u"hang"_s, true}}));
        m_console->window->connectProfile(m_console->add(u"Teneo"_s));
        QTRY_VERIFY(m_console->window->currentPage());
        auto *cancel = named(m_console->window->currentPage(), u"cancelSignIn"_s);
        QTRY_VERIFY(cancel->isVisible());
        QVERIFY(click(m_console->window->currentPage(), u"cancelSignIn"_s));
        QTRY_COMPARE(strip()->text(), u"Signing in was cancelled."_s);
        m_console->clearFaults();
        QVERIFY(click(m_console->window->currentPage(), u"signIn"_s)); // nothing was refused: nothing is asked
        QTRY_VERIFY(m_console->tabs()->isVisible());
    }

    void aServerThatIsNotThereIsSaidSo()
    {
        const QString id = m_console->add(u"Teneo"_s);
        m_console->server->stop();
        m_console->window->connectProfile(id);
        QTRY_VERIFY(m_console->window->currentPage() && !strip()->text().isEmpty());
        QVERIFY(named(m_console->window->currentPage(), u"signIn"_s)->isVisible());
    }

    void aDelegatedSignInGoesOnInTheBrowser()
    {
        QDialog *dialog = startDelegated();
        QVERIFY(dialog);
        QCOMPARE(m_console->opened.size(), 1);
        const QUrl url = m_console->opened.first();
        QCOMPARE(named<QLineEdit>(dialog, u"browserUrl"_s)->text(), url.toString(QUrl::FullyEncoded));
        QVERIFY(named<QLabel>(dialog, u"countdown"_s)->text().contains(u"min"_s));
        QVERIFY(click(dialog, u"openBrowser"_s));
        QCOMPARE(m_console->opened.size(), 2);
        QVERIFY(!dialog->isModal());

        QVERIFY(chooseAtIdentityProvider(url, u"operator"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_console->tabs()->isVisible(), 10'000);
        QTRY_VERIFY(!m_console->hasDialog(u"browserSignIn"_s));
    }

    void cancellingTheBrowserSignInEndsIt()
    {
        QDialog *dialog = startDelegated();
        QVERIFY(dialog);
        dialog->reject();
        QTRY_COMPARE(strip()->text(), u"Signing in was cancelled."_s);
        QCOMPARE(m_console->session().state(), Session::State::SignedOut);
    }

    void aBrowserThatDoesNotOpenIsSaidSo()
    {
        auto *dialog = new BrowserSignInDialog(QUrl(u"https://idp.example.test/"_s), QDateTime::currentDateTimeUtc().addSecs(60),
            [](const QUrl &) { return false; }, m_console->window.get());
        dialog->show();
        const auto labels = dialog->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) { return label->isVisible() && label->text().contains(u"No browser"_s); }));
    }

private:
    bool isKept(const QString &id) const
    {
        const auto values = m_console->workspace->signInValues(*m_console->workspace->profile(id));
        return QTest::qWaitFor([&] { return values.isFinished(); }) && values.result() && values.result()->secrets.contains(u"password"_s);
    }
    MessageStrip *strip() const { return m_console->window->currentPage()->findChild<MessageStrip *>(u"serverStrip"_s); }
    QDialog *startDelegated()
    {
        Profile profile{.name = u"Delegated"_s, .dialect = u"teneo"_s, .url = m_console->url, .signInMethod = u"delegated"_s};
        setPlainValues(profile, {{u"clientId"_s, QString::fromLatin1(server::teneo::studioEuId)}});
        m_console->window->connectProfile(m_console->add(profile, {{u"clientSecret"_s, Secret(QString::fromLatin1(server::teneo::studioEuSecret))}}));
        return m_console->dialog(u"browserSignIn"_s);
    }
    // Presses the button of this user on the page the browser would show.
    bool chooseAtIdentityProvider(const QUrl &page, const QString &user)
    {
        const QString html = QString::fromUtf8(m_console->send("GET", page.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority), {}).body);
        static const QRegularExpression field(u"name=\"(SAMLResponse|RelayState)\" value=\"([^\"]*)\""_s);
        const qsizetype at = html.indexOf(user);
        QHash<QString, QString> values;
        auto matches = field.globalMatch(html.left(html.indexOf(u"</form>"_s, at)));
        while (matches.hasNext()) {
            const auto match = matches.next();
            values[match.captured(1)] = match.captured(2); // the last before the user's own button
        }
        const QByteArray body = "SAMLResponse=" + QUrl::toPercentEncoding(values[u"SAMLResponse"_s]) + "&RelayState="
            + QUrl::toPercentEncoding(values[u"RelayState"_s]);
        return m_console->send("POST", "/oauth2/delegated/notification", {}, "application/x-www-form-urlencoded", body).status == 200;
    }

    std::unique_ptr<Console> m_console;
};

int tst_signin(int argc, char *argv[])
{
    return runTest<QApplication, tst_SignIn>(argc, argv);
}
#include "tst_signin.moc"
