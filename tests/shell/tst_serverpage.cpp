// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shell/console.h"
#include "tests/testprogram.h"
#include "ui/countcard.h"
#include "ui/environmentbanner.h"
#include "ui/expirylist.h"
#include "ui/maintenancepage.h"
#include "ui/messagestrip.h"
#include "ui/recordpage.h"
#include "ui/secretedit.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>

// A connected server: its tabs, its banner, its overview and what it says of tokens.
class tst_ServerPage : public QObject {
    Q_OBJECT

public:
    static void initMain() { useNoKeychain(); }

private Q_SLOTS:
    void init() { m_console = std::make_unique<Console>(); }
    void cleanup() { m_console.reset(); }

    void tabsFollowTheServersAbilities_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::addColumn<QString>("method");
        QTest::addColumn<QStringList>("pages");
        QTest::newRow("teneo") << u"teneo"_s << u"administrator"_s
                               << QStringList{u"page.overview"_s, u"page.clients"_s, u"page.apiTokens"_s,
                                      u"page.accessTokens"_s, u"page.refreshTokens"_s, u"page.allTokens"_s,
                                      u"page.keptTokens"_s, u"page.maintenance"_s, u"page.tokenInfo"_s,
                                      u"page.workbench"_s, u"page.lint"_s,
                                      u"page.journal"_s};
        QTest::newRow("glewlwyd") << u"glewlwyd"_s << QString()
                                  << QStringList{u"page.overview"_s, u"page.clients"_s, u"page.scopes"_s, u"page.users"_s, u"page.workbench"_s,
                                         u"page.lint"_s, u"page.journal"_s};
    }
    void tabsFollowTheServersAbilities()
    {
        QFETCH(QString, dialect);
        QFETCH(QString, method);
        const Profile profile{.name = u"Any"_s, .dialect = dialect, .url = QUrl(u"http://127.0.0.1:1"_s),
            .signInMethod = method.isEmpty() ? findDialect(dialect)->signInMethods.first().id : method};
        const QString id = m_console->add(profile, {});
        (void)m_console->workspace->open(*m_console->workspace->profile(id), {});
        QTRY_VERIFY(m_console->workspace->server(id));
        m_console->window->showProfile(id);
        QStringList pages;
        for (int tab = 0; tab < m_console->tabs()->count(); ++tab)
            pages << m_console->tabs()->widget(tab)->objectName();
        QTEST(pages, "pages");
    }

    void aPageIsMadeWhenItIsFirstShown()
    {
        ServerPage *page = connect(Environment::Production);
        QVERIFY(page->findChildren<RecordPage *>().isEmpty());
        Collection &tokens = *page->server().collection(u"apiTokens"_s);
        QTRY_VERIFY(tokens.isComplete());
        QVERIFY(m_console->control("faults", {{u"path"_s, u"/oauth2/api-tokens"_s}, {u"status"_s, 503}}));
        QTRY_VERIFY(!tokens.isBusy());
        const auto asked = tokens.refresh();
        QTRY_VERIFY(asked.isFinished());
        page->tabs().showPage(u"apiTokens"_s);
        auto *shown = pageIn<RecordPage>(page, u"page.apiTokens"_s);
        QVERIFY(shown && shown->isVisible());
        // It knows what was before it was there: that nothing may be changed, and that the server did not answer well.
        QVERIFY(!named(shown, u"newRecord"_s)->isEnabled());
        QVERIFY(!shown->strip().text().isEmpty());
        page->tabs().showPage(u"overview"_s);
        page->tabs().showPage(u"apiTokens"_s);
        QCOMPARE(page->findChildren<RecordPage *>(), QList<RecordPage *>{shown});
    }

    void whatIsWatchedIsMarkedThoughNobodyLookedAtIt()
    {
        ServerPage *page = connect(Environment::Test);
        int tab = 0;
        while (m_console->tabs()->widget(tab)->objectName() != u"page.maintenance")
            ++tab;
        QVERIFY(m_console->tabs()->tabIcon(tab).isNull());
        auto &watch = *page->server().maintenance();
        watch.setWatched(true);
        QTRY_VERIFY(!watch.clients().isEmpty() && !watch.isAsking());
        m_console->time.advance(std::chrono::hours(30));
        watch.refresh();
        QTRY_VERIFY(!m_console->tabs()->tabIcon(tab).isNull());
        QVERIFY(!page->findChild<MaintenancePage *>());
    }

    void productionIsReadOnlyUntilUnlocked()
    {
        ServerPage *page = connect(Environment::Production);
        auto *banner = page->findChild<EnvironmentBanner *>();
        QCOMPARE(banner->text(), u"PRODUCTION  ·  Teneo  ·  read-only"_s);
        QVERIFY(m_console->session().isReadOnly());

        QVERIFY(click(page, u"unlock"_s));
        QVERIFY(click(m_console->dialog(u"unlockDialog"_s), u"cancel"_s));
        QVERIFY(m_console->session().isReadOnly());
        QTRY_VERIFY(!m_console->hasDialog(u"unlockDialog"_s));
        QVERIFY(click(page, u"unlock"_s));
        QVERIFY(click(m_console->dialog(u"unlockDialog"_s), u"confirm"_s));
        QVERIFY(!m_console->session().isReadOnly());
        QVERIFY(!banner->text().contains(u"read-only"_s));

        QVERIFY(click(page, u"lock"_s));
        QVERIFY(m_console->session().isReadOnly());
    }

    void elsewhereChangesArePossibleAtOnce_data()
    {
        QTest::addColumn<Environment>("environment");
        QTest::newRow("development") << Environment::Development;
        QTest::newRow("test") << Environment::Test;
    }
    void elsewhereChangesArePossibleAtOnce()
    {
        QFETCH(Environment, environment);
        ServerPage *page = connect(environment);
        QVERIFY(!m_console->session().isReadOnly());
        QVERIFY(named(page, u"lock"_s)->isHidden());
        QVERIFY(page->findChild<EnvironmentBanner *>()->height() < 8);
    }

    void aServerThatBecomesProductionLocks()
    {
        ServerPage *page = connect(Environment::Test);
        Profile profile = page->server().profile();
        profile.environment = Environment::Production;
        m_console->add(profile, {});
        page->takeProfile();
        QVERIFY(m_console->session().isReadOnly());
        QVERIFY(page->findChild<EnvironmentBanner *>()->text().startsWith(u"PRODUCTION"_s));
    }

    void theOverviewCountsWhatTheServerHolds()
    {
        ServerPage *page = connect(Environment::Test);
        for (Collection *collection : page->server().separateCollections()) {
            auto *card = named<CountCard>(page, u"count."_s + collection->kind());
            QTRY_VERIFY(collection->isComplete());
            QCOMPARE(card->countText(), QLocale().toString(collection->model()->rowCount()));
            QCOMPARE(collection->model()->rowCount() > 0, collection->kind() != u"keptTokens"); // nobody kept one yet
            QCOMPARE(card->accessibleName(), u"%1: %2"_s.arg(collection->title(), card->countText()));
        }
    }

    void aCountThatFailedSaysSo()
    {
        QVERIFY(m_console->control("faults", {{u"path"_s, u"/oauth2/clients"_s}, {u"status"_s, 500}}));
        ServerPage *page = connect(Environment::Test);
        auto *card = named<CountCard>(page, u"count.clients"_s);
        QTRY_COMPARE(card->accessibleDescription(), u"Could not be loaded"_s);
        QCOMPARE(card->countText(), u"–"_s);
        m_console->clearFaults();
        QVERIFY(click(page, u"refreshOverview"_s));
        QTRY_COMPARE(card->countText(), u"12"_s);
    }

    void aCountSaysThatItIsLoading()
    {
        QVERIFY(m_console->control("faults", {{u"path"_s, u"/oauth2/clients"_s}, {u"hang"_s, true}}));
        ServerPage *page = connect(Environment::Test);
        auto *card = named<CountCard>(page, u"count.clients"_s);
        QTRY_COMPARE(card->countText(), u"…"_s);
        QTRY_VERIFY(named<CountCard>(page, u"count.apiTokens"_s)->countText() != u"…"_s); // others do not wait for it
    }

    void whatExpiresNextLeadsToTheRecord()
    {
        ServerPage *page = connect(Environment::Test);
        auto *list = page->findChild<ExpiryList *>();
        QTRY_COMPARE(list->topLevelItemCount(), ExpiryList::shown);
        QVERIFY(list->isVisible());
        const QString name = list->topLevelItem(0)->text(0);
        QVERIFY(!name.isEmpty());
        QVERIFY(!list->topLevelItem(0)->text(2).isEmpty());
        Q_EMIT list->itemActivated(list->topLevelItem(0), 0);
        QVERIFY(m_console->tabs()->currentWidget()->objectName() != u"page.overview"_s);
        auto *table = m_console->tabs()->currentWidget()->findChild<QTableView *>();
        QTRY_COMPARE(table->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(table->selectionModel()->selectedRows().first().data(NameRole).toString(), name);
    }

    void aCardLeadsToItsPage()
    {
        ServerPage *page = connect(Environment::Test);
        QVERIFY(click(page, u"count.apiTokens"_s));
        QCOMPARE(m_console->tabs()->currentWidget()->objectName(), u"page.apiTokens"_s);
    }

    void theOverviewSaysWhoWeAre()
    {
        ServerPage *page = connect(Environment::Test);
        QTRY_COMPARE(page->who(), u"admin"_s);
        QCOMPARE(named<QLabel>(named(page, u"page.overview"_s), u"fact.user"_s)->text(), u"admin"_s);
        QTRY_COMPARE(named<QLabel>(m_console->window.get(), u"statusWho"_s)->text(), u"admin"_s);
    }

    void aDocumentCanBeReadAndCopied()
    {
        ServerPage *page = connect(Environment::Test);
        QVERIFY(click(page, u"document.0"_s));
        QDialog *dialog = m_console->dialog(u"documentDialog"_s);
        auto *text = named<QPlainTextEdit>(dialog, u"documentText"_s);
        QVERIFY(text->toPlainText().contains(u"EntityDescriptor"_s));
        QVERIFY(text->isReadOnly());
        QVERIFY(click(dialog, u"copyDocument"_s));
        QCOMPARE(QGuiApplication::clipboard()->text(), text->toPlainText());
    }

    void anotherTokenIsInspectedBesideOurs()
    {
        ServerPage *page = connect(Environment::Test);
        page->tabs().showPage(u"tokenInfo"_s);
        QWidget *own = named(page, u"ownToken"_s);
        QTRY_VERIFY(named(own, u"fact.type"_s));
        QVERIFY(!named(page, u"inspectToken"_s)->isEnabled());

        const QByteArray body = QByteArray("grant_type=client_credentials&client_id=") + server::teneo::studioEuId
            + "&client_secret=" + server::teneo::studioEuSecret;
        const Reply token = m_console->send("POST", "/oauth2/token", {}, "application/x-www-form-urlencoded", body);
        inspect(page, token.text(QLatin1StringView("access_token")));
        QWidget *other = named(page, u"inspectedToken"_s);
        QTRY_VERIFY(named<QLabel>(other, u"fact.type"_s));
        QCOMPARE(named<QLabel>(other, u"fact.type"_s)->text(), u"CLIENT"_s);
        QCOMPARE(named<QLabel>(own, u"fact.type"_s)->text(), u"ADMIN"_s);
        QVERIFY(named<QLabel>(own, u"fact.expires"_s)->text().startsWith(u"in "_s));
    }

    void aTokenTheServerDoesNotKnowIsNoFailureOfOurs()
    {
        ServerPage *page = connect(Environment::Test);
        page->tabs().showPage(u"tokenInfo"_s);
        inspect(page, u"nonsense"_s);
        const auto strips = named(page, u"page.tokenInfo"_s)->findChildren<MessageStrip *>();
        QTRY_VERIFY(std::any_of(strips.begin(), strips.end(), [](const MessageStrip *strip) { return strip->text().contains(u"does not accept this token"_s); }));
        QCOMPARE(m_console->session().state(), Session::State::SignedIn);
    }

    void aSessionThatEndsOffersToSignInAgain()
    {
        ServerPage *page = connect(Environment::Test);
        for (const Collection *collection : page->server().separateCollections())
            QTRY_VERIFY(collection->isComplete()); // what is under way would sign in again
        QTRY_COMPARE(page->who(), u"admin"_s);
        const auto out = m_console->session().signOut();
        QTRY_VERIFY(out.isFinished());
        auto *strip = named<MessageStrip>(page, u"serverStrip"_s);
        QTRY_VERIFY(strip->text().contains(u"no longer signed in"_s));
        QVERIFY(m_console->tabs()->isVisible()); // what was loaded stays to be read
        page->resumeSignIn();
        QTRY_COMPARE(m_console->session().state(), Session::State::SignedIn);
        QVERIFY(strip->text().isEmpty());
    }

private:
    ServerPage *connect(Environment environment) { return m_console->signIn(m_console->add(u"Teneo"_s, environment)); }
    static void inspect(ServerPage *page, const QString &token)
    {
        auto *edit = named<SecretEdit>(page, u"otherToken"_s);
        edit->setSecret(Secret(token));
        Q_EMIT edit->edited();
        QVERIFY(click(page, u"inspectToken"_s));
    }

    std::unique_ptr<Console> m_console;
};

int tst_serverpage(int argc, char *argv[])
{
    return runTest<QApplication, tst_ServerPage>(argc, argv);
}
#include "tst_serverpage.moc"
