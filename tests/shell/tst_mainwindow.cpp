// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shell/console.h"
#include "tests/testprogram.h"
#include "ui/confirmdialog.h"
#include "ui/profilesidebar.h"
#include "ui/recordpage.h"
#include "ui/statusline.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTreeView>

using namespace std::chrono_literals;

// The window around the pages: sidebar, status line, menus, leaving.
class tst_MainWindow : public QObject {
    Q_OBJECT

public:
    static void initMain() { useNoKeychain(); }

private Q_SLOTS:
    void init() { m_console = std::make_unique<Console>(); }
    void cleanup() { m_console.reset(); }

    void theWelcomePageSaysWhatToDoNext()
    {
        auto *window = m_console->window.get();
        QVERIFY(named(window, u"welcomeAdd"_s)->isVisible());
        QVERIFY(!named(window, u"welcomeLocal"_s)->isVisible());
        window->setLocalServerOffered(true);
        QSignalSpy requested(window, &MainWindow::localServerRequested);
        QVERIFY(click(window, u"welcomeLocal"_s));
        QVERIFY(trigger(window, u"menu.localServer"_s));
        QCOMPARE(requested.size(), 2);
        const QString id = m_console->add(u"Teneo"_s);
        window->showProfile(id);
        QVERIFY(click(window, u"welcomeConnect"_s));
        QTRY_VERIFY(m_console->tabs() && m_console->tabs()->isVisible());
    }

    void theKeyboardConnects()
    {
        const QString id = m_console->add(u"Teneo"_s);
        auto *sidebar = named<QTreeView>(m_console->window.get(), u"sidebar"_s);
        sidebar->setFocus();
        m_console->window->showProfile(id);
        QTest::keyClick(sidebar, Qt::Key_Return);
        QTRY_VERIFY(m_console->tabs() && m_console->tabs()->isVisible());
    }

    void theTitleSaysServerAndEnvironment()
    {
        QCOMPARE(m_console->window->windowTitle(), u"Latchkey"_s);
        m_console->window->showProfile(m_console->add(u"Teneo EU"_s, Environment::Production));
        QCOMPARE(m_console->window->windowTitle(), u"Teneo EU (Production) – Latchkey"_s);
    }

    void theStatusLineCountsDown()
    {
        QVERIFY(m_console->signIn(m_console->add(u"Teneo"_s)));
        const auto ahead = std::make_shared<int>(0);
        StatusLine line(nullptr, [ahead] { return systemClock().addSecs(*ahead); });
        auto *expiry = named<QLabel>(&line, u"statusExpiry"_s);
        line.setServer(&m_console->window->currentPage()->server());
        line.show();
        QVERIFY(expiry->text().contains(u"59 min"_s) || expiry->text().contains(u"in 1 h"_s));
        *ahead = 3600 - 30;
        line.setServer(&m_console->window->currentPage()->server());
        const QString before = expiry->text();
        QVERIFY(before.contains(u" s"_s));
        QTRY_VERIFY(expiry->text() != before); // by itself
        *ahead = 3601;
        QTRY_COMPARE(expiry->text(), u"token has expired"_s);
    }

    void theStatusLineNamesTheLastRequest()
    {
        QVERIFY(m_console->signIn(m_console->add(u"Teneo"_s)));
        for (const Collection *collection : m_console->window->currentPage()->server().separateCollections())
            QTRY_VERIFY(collection->isComplete()); // so that what is asked for next is the last
        m_console->window->currentPage()->tabs().showPage(u"tokenInfo"_s);
        auto *exchange = named<QLabel>(m_console->window.get(), u"statusExchange"_s);
        QTRY_VERIFY(exchange->text().startsWith(u"GET /oauth2/token-info  200  "_s));
        QVERIFY(exchange->text().endsWith(u" ms"_s));
    }

    void aClockThatIsOffIsMentioned()
    {
        m_console->time.advance(90s);
        QVERIFY(m_console->signIn(m_console->add(u"Teneo"_s)));
        auto *clock = named<QLabel>(m_console->window.get(), u"statusClock"_s);
        QTRY_VERIFY(clock->text().startsWith(u"server clock is 1 min"_s));
        QVERIFY(clock->text().endsWith(u"ahead"_s));
    }

    void aServerThatGoesTakesItsPageAlong()
    {
        const QString id = m_console->add(u"Teneo"_s);
        QVERIFY(m_console->signIn(id));
        QVERIFY(trigger(m_console->window.get(), u"disconnect"_s));
        QTRY_VERIFY(!m_console->workspace->server(id));
        QVERIFY(!m_console->window->currentPage());
        QVERIFY(named(m_console->window.get(), u"welcome"_s)->isVisible());
        QVERIFY(named<QLabel>(m_console->window.get(), u"statusExpiry"_s)->text().isEmpty());
    }

    void signingOutGivesTheTokenBack()
    {
        const QString id = m_console->add(u"Teneo"_s);
        QVERIFY(m_console->signIn(id));
        QVERIFY(trigger(m_console->window.get(), u"signOut"_s));
        QTRY_VERIFY(!m_console->workspace->server(id));
        const Reply journal = m_console->send("GET", "/_control/requests", m_console->server->controlToken().revealUtf8());
        QVERIFY(journal.body.contains("/oauth2/revoke"));
    }

    void unlockingAlsoWorksFromTheMenu()
    {
        QVERIFY(m_console->signIn(m_console->add(u"Teneo"_s, Environment::Production)));
        auto *unlock = named<QAction>(m_console->window.get(), u"menu.unlock"_s);
        QVERIFY(trigger(m_console->window.get(), u"menu.unlock"_s));
        QVERIFY(click(m_console->dialog(u"unlockDialog"_s), u"confirm"_s));
        QVERIFY(!m_console->session().isReadOnly());
        QCOMPARE(unlock->text(), u"&Lock"_s);
        unlock->trigger();
        QVERIFY(m_console->session().isReadOnly());
    }

    void theThemeIsSwitchedAndRemembered()
    {
        QVERIFY(m_console->signIn(m_console->add(u"Teneo"_s)));
        const auto *expiry = named<QLabel>(m_console->window.get(), u"statusExpiry"_s);
        QTRY_VERIFY(expiry->isVisible());
        const auto besideText = [expiry] { return expiry->sizeHint().width() - expiry->fontMetrics().horizontalAdvance(expiry->text()); };
        const int margins = besideText();
        QVERIFY(margins >= 16);
        QVERIFY(trigger(m_console->window.get(), u"theme.dark"_s));
        QVERIFY(m_console->theme.isDark());
        QCOMPARE(m_console->state.themeMode(), Theme::Mode::Dark);
        QCOMPARE(besideText(), margins); // a new style sheet forgets margins that widgets were given by hand
        QVERIFY(trigger(m_console->window.get(), u"theme.light"_s));
        QVERIFY(!m_console->theme.isDark());
    }

    void aLanguageIsRememberedAndAskedFor()
    {
        QSignalSpy changed(m_console->window.get(), &MainWindow::languageChanged);
        QVERIFY(trigger(m_console->window.get(), u"language.de"_s));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toString(), u"de"_s);
        QCOMPARE(m_console->state.language(), u"de"_s);
    }

    void aNewWindowShowsWhatIsConnectedAlready()
    {
        const QString id = m_console->add(u"Teneo"_s);
        QVERIFY(m_console->signIn(id));
        m_console->makeWindow();
        m_console->window->showProfile(id);
        QVERIFY(m_console->tabs()->isVisible());
        QTRY_COMPARE(m_console->window->currentPage()->who(), u"admin"_s);
    }

    void theGeometryIsRemembered()
    {
        m_console->window->resize(1000, 700);
        m_console->makeWindow();
        QCOMPARE(m_console->window->size(), QSize(1000, 700));
    }

    void unsavedChangesKeepTheWindowOpenUntilDecided()
    {
        ServerPage *page = m_console->signIn(m_console->add(u"Teneo"_s));
        RecordPage *list = page->tabs().showRecords(u"clients"_s);
        QTRY_VERIFY(list->collection().isComplete());
        list->createNew();
        QVERIFY(type(list, u"field.name"_s, u"Unfinished"_s));
        QVERIFY(page->hasUnsavedChanges());
        page->tabs().showPage(u"overview"_s);
        QVERIFY(!m_console->window->close());
        QVERIFY(m_console->window->isVisible());
        QVERIFY(list->isVisible()); // one sees what it is about
    }

    void everyKeyIsListed()
    {
        QVERIFY(trigger(m_console->window.get(), u"menu.shortcuts"_s));
        QDialog *dialog = m_console->dialog(u"shortcutsDialog"_s);
        const auto labels = dialog->findChildren<QLabel *>();
        for (const auto &keys : {u"Ctrl+Shift+N"_s, u"Ctrl+F"_s, u"Ctrl+Shift+S"_s}) // of the window, and of lists
            QVERIFY(
                std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text() == keys; }));
    }

    void everythingThatTakesFocusHasAName()
    {
        QVERIFY(m_console->signIn(m_console->add(u"Teneo"_s)));
        for (int tab = 0; tab < m_console->tabs()->count(); ++tab) {
            m_console->tabs()->setCurrentIndex(tab);
            for (QWidget *widget : m_console->window->findChildren<QWidget *>()) {
                if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
                    continue;
                const auto *button = qobject_cast<QAbstractButton *>(widget);
                const bool isNamed = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()) || qobject_cast<QTabBar *>(widget)
                    || qobject_cast<QLabel *>(widget) || widget->inherits("QScrollArea");
                QVERIFY2(isNamed, qPrintable(u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName())));
            }
        }
    }

private:
    std::unique_ptr<Console> m_console;
};

int tst_mainwindow(int argc, char *argv[])
{
    return runTest<QApplication, tst_MainWindow>(argc, argv);
}
#include "tst_mainwindow.moc"
