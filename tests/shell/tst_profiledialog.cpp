// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shell/console.h"
#include "tests/testprogram.h"
#include "ui/messagestrip.h"
#include "ui/profilesidebar.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>

// What a person does with the list of servers: add, edit, test, duplicate, delete.
class tst_ProfileDialog : public QObject {
    Q_OBJECT

public:
    static void initMain() { useNoKeychain(); }

private Q_SLOTS:
    void init() { m_console = std::make_unique<Console>(); }
    void cleanup() { m_console.reset(); }

    void aNewServerIsCheckedAtItsFields_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("no name") << u"profile.name"_s << u"  "_s;
        QTest::newRow("a name that is taken") << u"profile.name"_s << u"taken"_s;
        QTest::newRow("no address") << u"profile.url"_s << QString();
        QTest::newRow("no web address") << u"profile.url"_s << u"ftp://example.org"_s;
        QTest::newRow("no complete address") << u"profile.url"_s << u"example.org"_s;
        QTest::newRow("no user") << u"signIn.userName"_s << QString();
    }
    void aNewServerIsCheckedAtItsFields()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        m_console->add(u"Taken"_s);
        QDialog *dialog = openFilled();
        QVERIFY(dialog);
        QVERIFY(type(dialog, field, text));
        QVERIFY(click(dialog, u"saveProfile"_s));
        auto *input = named<QLineEdit>(dialog, field);
        QVERIFY(!problemAt(input).isEmpty());
        QCOMPARE(input->accessibleDescription(), problemAt(input));
        QVERIFY(dialog->isVisible());
        QCOMPARE(m_console->workspace->profiles().size(), 1);
    }

    void savingAddsTheServerAndKeepsItsSecret()
    {
        QDialog *dialog = openFilled();
        choose(dialog, u"profile.environment"_s, u"Test"_s);
        QVERIFY(type(dialog, u"signIn.password"_s, u"admin_pass"_s));
        QVERIFY(click(dialog, u"saveProfile"_s));
        QTRY_VERIFY(!m_console->hasDialog(u"profileDialog"_s));
        QCOMPARE(m_console->workspace->profiles().size(), 1);
        const Profile profile = m_console->workspace->profiles().first();
        QCOMPARE(profile.name, u"Teneo"_s);
        QCOMPARE(profile.url, m_console->url);
        QCOMPARE(profile.dialect, u"teneo"_s);
        QCOMPARE(profile.environment, Environment::Test);
        QCOMPARE(kept(profile).value(u"password"_s), Secret(u"admin_pass"_s));
        QVERIFY(!QJsonDocument(profile.settings).toJson().contains("admin_pass"));
        QCOMPARE(m_console->window->findChild<ProfileSidebar *>()->currentProfile(), profile.id);
    }

    void theFieldsFollowTheSignInMethod()
    {
        QDialog *dialog = openFilled();
        choose(dialog, u"profile.method"_s, u"Client credentials"_s);
        QVERIFY(named(dialog, u"signIn.clientId"_s));
        QVERIFY(named(dialog, u"signIn.clientSecret"_s));
        QVERIFY(!named(dialog, u"signIn.userName"_s));
    }

    void editingLeavesAloneWhatWasNotTyped()
    {
        const QString id = m_console->add(u"Teneo"_s);
        QDialog *dialog = openEdit(id);
        QVERIFY(dialog);
        auto *password = named<QLineEdit>(dialog, u"signIn.password"_s);
        QTRY_VERIFY(!password->placeholderText().isEmpty());
        QVERIFY(password->text().isEmpty());
        QCOMPARE(named<QLineEdit>(dialog, u"signIn.userName"_s)->text(), u"admin"_s);
        QVERIFY(type(dialog, u"profile.name"_s, u"Renamed"_s));
        QVERIFY(click(dialog, u"saveProfile"_s));
        QTRY_COMPARE(m_console->workspace->profile(id)->name, u"Renamed"_s);
        QTRY_VERIFY(!m_console->hasDialog(u"profileDialog"_s));
        QCOMPARE(kept(*m_console->workspace->profile(id)).value(u"password"_s), Secret(u"admin_pass"_s));
    }

    void withoutAKeychainTheDialogSaysThatSecretsAreLost()
    {
        QDialog *dialog = openFilled();
        auto *note = named<QLabel>(dialog, u"keychainNote"_s);
        QTRY_VERIFY(note->isVisible());
        QVERIFY(note->text().contains(u"this run only"_s));
    }

    void anUnencryptedAddressIsPointedOut()
    {
        QDialog *dialog = openFilled();
        const auto hint = [&] { return named<QLabel>(named(dialog, u"profile.url"_s)->parentWidget(), u"hint"_s)->text(); };
        QVERIFY(hint().isEmpty()); // loopback
        QVERIFY(type(dialog, u"profile.url"_s, u"http://example.org"_s));
        QVERIFY(!hint().isEmpty());
        QVERIFY(type(dialog, u"profile.url"_s, u"https://example.org"_s));
        QVERIFY(hint().isEmpty());
    }

    void testingTellsWhoOneIsThere()
    {
        QDialog *dialog = openFilled();
        QVERIFY(click(dialog, u"testConnection"_s));
        QVERIFY(!problemAt(named(dialog, u"signIn.password"_s)).isEmpty()); // a test needs the secret, too
        QVERIFY(type(dialog, u"signIn.password"_s, u"admin_pass"_s));
        QVERIFY(click(dialog, u"testConnection"_s));
        QTRY_COMPARE(stripText(dialog), u"Signed in as admin, with administrator rights."_s);
        QVERIFY(m_console->workspace->profiles().isEmpty());
    }

    void testingTellsWhatIsWrong()
    {
        QDialog *dialog = openFilled();
        QVERIFY(type(dialog, u"signIn.password"_s, u"wrong"_s));
        QVERIFY(click(dialog, u"testConnection"_s));
        QTRY_VERIFY(!stripText(dialog).isEmpty());
        QVERIFY(named(dialog, u"saveProfile"_s)->isEnabled());
    }

    void aTestCanBeStopped()
    {
        QVERIFY(m_console->control("faults", {{u"path"_s, u"/oauth2/token"_s}, {u"hang"_s, true}}));
        QDialog *dialog = openFilled();
        QVERIFY(type(dialog, u"signIn.password"_s, u"admin_pass"_s));
        QVERIFY(click(dialog, u"testConnection"_s));
        QVERIFY(!named(dialog, u"saveProfile"_s)->isEnabled());
        QVERIFY(click(dialog, u"testConnection"_s));
        QCOMPARE(stripText(dialog), u"The test was cancelled."_s);
        QVERIFY(named(dialog, u"saveProfile"_s)->isEnabled());
    }

    void aDuplicateHasAnotherNameAndTheSameSecrets()
    {
        const QString id = m_console->add(u"Teneo"_s);
        QVERIFY(select(id));
        QVERIFY(trigger(m_console->window.get(), u"duplicateProfile"_s));
        QTRY_COMPARE(m_console->workspace->profiles().size(), 2);
        auto *sidebar = m_console->window->findChild<ProfileSidebar *>();
        QTRY_VERIFY(sidebar->currentProfile() != id);
        const Profile copy = *m_console->workspace->profile(sidebar->currentProfile());
        QVERIFY(copy.name != u"Teneo"_s);
        QCOMPARE(copy.url, m_console->url);
        QCOMPARE(kept(copy).value(u"password"_s), Secret(u"admin_pass"_s));
    }

    void deletingAsksAndForgetsTheSecrets()
    {
        const QString id = m_console->add(u"Teneo"_s);
        const Profile profile = *m_console->workspace->profile(id);
        QVERIFY(select(id));
        QVERIFY(trigger(m_console->window.get(), u"removeProfile"_s));
        QVERIFY(click(m_console->dialog(u"confirmDialog"_s), u"cancel"_s));
        QCOMPARE(m_console->workspace->profiles().size(), 1);
        QTRY_VERIFY(!m_console->hasDialog(u"confirmDialog"_s));
        QVERIFY(trigger(m_console->window.get(), u"removeProfile"_s));
        QVERIFY(click(m_console->dialog(u"confirmDialog"_s), u"confirm"_s));
        QTRY_VERIFY(m_console->workspace->profiles().isEmpty());
        QVERIFY(kept(profile).isEmpty());
        QVERIFY(!named<QAction>(m_console->window.get(), u"removeProfile"_s)->isEnabled());
    }

    void aConnectedServerOffersToReconnectWhenItsAddressChanges()
    {
        const QString id = m_console->add(u"Teneo"_s);
        QVERIFY(m_console->signIn(id));
        QDialog *dialog = openEdit(id);
        QVERIFY(type(dialog, u"profile.url"_s, u"http://127.0.0.1:1"_s));
        QVERIFY(click(dialog, u"saveProfile"_s));
        QTRY_VERIFY(m_console->window->strip().text().contains(u"former settings"_s));
    }

private:
    bool select(const QString &id)
    {
        m_console->window->showProfile(id);
        return m_console->window->findChild<ProfileSidebar *>()->currentProfile() == id;
    }
    QDialog *openFilled()
    {
        if (!click(m_console->window.get(), u"addServer"_s))
            return nullptr;
        QDialog *dialog = m_console->dialog(u"profileDialog"_s);
        choose(dialog, u"profile.product"_s, u"Teneo Manager"_s);
        const bool isFilled = type(dialog, u"profile.name"_s, u"Teneo"_s) && type(dialog, u"profile.url"_s, m_console->url.toString())
            && type(dialog, u"signIn.userName"_s, u"admin"_s);
        return isFilled ? dialog : nullptr;
    }
    QDialog *openEdit(const QString &id)
    {
        return select(id) && trigger(m_console->window.get(), u"editProfile"_s) ? m_console->dialog(u"profileDialog"_s) : nullptr;
    }
    static void choose(QDialog *dialog, const QString &box, const QString &text)
    {
        named<QComboBox>(dialog, box)->setCurrentIndex(named<QComboBox>(dialog, box)->findText(text));
    }
    static QString problemAt(QWidget *input) { return named<QLabel>(input->parentWidget(), u"problem"_s)->text(); }
    static QString stripText(QDialog *dialog) { return dialog->findChild<MessageStrip *>()->text(); }
    QHash<QString, Secret> kept(const Profile &profile)
    {
        const auto values = m_console->workspace->signInValues(profile);
        return QTest::qWaitFor([&] { return values.isFinished(); }) ? values.result().value_or(SignInValues()).secrets
                                                                    : QHash<QString, Secret>();
    }

    std::unique_ptr<Console> m_console;
};

int tst_profiledialog(int argc, char *argv[])
{
    return runTest<QApplication, tst_ProfileDialog>(argc, argv);
}
#include "tst_profiledialog.moc"
