// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/bulkremoval.h"
#include "items/profilesettings.h"
#include "tests/shell/console.h"
#include "tests/testprogram.h"
#include "ui/batchdialog.h"
#include "ui/confirmdialog.h"
#include "ui/differencedialog.h"
#include "ui/environmentbanner.h"
#include "ui/environmentbar.h"
#include "ui/profilesidebar.h"
#include "ui/recordpage.h"
#include "ui/shownoncedialog.h"
#include "ui/unsaveddialog.h"

#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTabBar>

using namespace std::chrono_literals;

// Changes are possible for a time, and no dialog hides on which server.
class tst_Unlocking : public QObject {
    Q_OBJECT

public:
    static void initMain() { useNoKeychain(); }

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<Console>();
        m_console->makeWindow(m_console->time.clock());
    }
    void cleanup() { m_console.reset(); }

    void itCountsDownAndLocksByItself()
    {
        ServerPage *page = connect(Environment::Production);
        unlock(page, 15);
        QCOMPARE(state(page), u"changes are possible for 15 more minute(s)"_s);
        pass(page, 61s);
        QCOMPARE(state(page), u"changes are possible for 14 more minute(s)"_s);
        pass(page, 13min - 1s);
        QCOMPARE(state(page), u"changes are possible for 60 more second(s)"_s);
        pass(page, 59s);
        QCOMPARE(state(page), u"changes are possible for 1 more second(s)"_s);
        QVERIFY(!page->isLocked());
        pass(page, 1s);
        QCOMPARE(state(page), u"read-only"_s);
        QVERIFY(page->isLocked() && m_console->session().isReadOnly());
        QVERIFY(!named(page, u"unlock"_s)->isHidden());
        QVERIFY(named(page, u"extend"_s)->isHidden());
    }

    void nothingLeavesAfterItsEndEvenUnnoticed()
    {
        ServerPage *page = connect(Environment::Production);
        unlock(page, 5);
        m_console->time.advance(5min); // and nobody looks
        const auto answer = m_console->session().call(emptyRequest("DELETE", u"/oauth2/clients/any"_s));
        QTRY_VERIFY(answer.isFinished());
        QCOMPARE(answer.result().error().kind, Error::Kind::ReadOnly);
        pass(page, 0s);
        unlock(page, 5);
        const auto later = m_console->session().call(emptyRequest("DELETE", u"/oauth2/clients/any"_s));
        QTRY_VERIFY(later.isFinished());
        QVERIFY(later.result() || later.result().error().kind != Error::Kind::ReadOnly);
    }

    void itIsExtendedAndLockedByHand()
    {
        ServerPage *page = connect(Environment::Production);
        unlock(page, 5);
        pass(page, 4min);
        QVERIFY(click(page, u"extend"_s));
        QCOMPARE(state(page), u"changes are possible for 5 more minute(s)"_s);
        pass(page, 4min);
        QVERIFY(!page->isLocked());
        QVERIFY(click(page, u"lock"_s));
        QVERIFY(page->isLocked());
    }

    void whatWasChosenIsRememberedForEachServer()
    {
        ServerPage *page = connect(Environment::Test);
        page->lock();
        QVERIFY(click(page, u"unlock"_s));
        QVERIFY(named<QRadioButton>(m_console->dialog(u"unlockDialog"_s), u"unlock.15"_s)->isChecked());
        QVERIFY(click(m_console->dialog(u"unlockDialog"_s), u"unlock.0"_s));
        QVERIFY(click(m_console->dialog(u"unlockDialog"_s), u"confirm"_s));
        QCOMPARE(state(page), u"changes are possible"_s);
        QVERIFY(named(page, u"extend"_s)->isHidden());
        pass(page, 1000h);
        QVERIFY(!page->isLocked());
        page->lock();
        page->askToUnlock();
        QVERIFY(named<QRadioButton>(m_console->dialog(u"unlockDialog"_s), u"unlock.0"_s)->isChecked());
        QCOMPARE(m_console->state.unlockMinutes(u"another"_s), 15);
    }

    void productionIsNeverLeftUnlocked()
    {
        ServerPage *page = connect(Environment::Production);
        m_console->state.setUnlockMinutes(page->server().profile().id, 0); // from when it was a test server
        QVERIFY(click(page, u"unlock"_s));
        QDialog *dialog = m_console->dialog(u"unlockDialog"_s);
        QVERIFY(!named(dialog, u"unlock.0"_s));
        QVERIFY(named<QRadioButton>(dialog, u"unlock.15"_s)->isChecked());
    }

    void unsavedEditsStay()
    {
        ServerPage *page = connect(Environment::Production);
        unlock(page, 5);
        page->tabs().showPage(u"clients"_s);
        auto *clients = pageIn<RecordPage>(page, u"page.clients"_s);
        QTRY_VERIFY(clients->collection().isComplete());
        clients->selectIds({QString::fromLatin1(server::teneo::studioEuId)});
        QTRY_VERIFY(named<QLineEdit>(clients, u"field.name"_s));
        QVERIFY(type(clients, u"field.name"_s, u"Half typed"_s));
        QVERIFY(page->hasUnsavedChanges());
        pass(page, 5min);
        QVERIFY(page->isLocked() && page->hasUnsavedChanges());
        unlock(page, 5);
        QTRY_VERIFY(named<QLineEdit>(clients, u"field.name"_s));
        QCOMPARE(named<QLineEdit>(clients, u"field.name"_s)->text(), u"Half typed"_s);
    }

    void aBulkRemovalPausesAndSaysWhy()
    {
        ServerPage *page = connect(Environment::Production);
        unlock(page, 5);
        page->tabs().showPage(u"accessTokens"_s);
        auto *tokens = pageIn<RecordPage>(page, u"page.accessTokens"_s);
        QTRY_VERIFY(tokens->collection().isComplete());
        QStringList ids;
        for (int row = 0; row < tokens->collection().model()->rowCount(); ++row)
            ids << tokens->collection().model()->index(row, 0).data(IdRole).toString();
        QVERIFY(ids.size() > 4);
        QVERIFY(m_console->control(
            "faults", {{u"method"_s, u"POST"_s}, {u"path"_s, u"/oauth2/revoke"_s}, {u"hang"_s, true}}));
        auto run = page->server().bulkRemoval().begin(tokens->collection(), ids, {});
        auto *batch = run.batch.get();
        auto *dialog = new BatchDialog(std::move(run.batch), u"Revoke"_s, tokens);
        dialog->run();
        pass(page, 5min);
        QVERIFY(batch->pauseState());
        QVERIFY2(batch->pauseState()->message.contains(u"time for changes is over"_s),
            qPrintable(batch->pauseState()->message));
        QTRY_VERIFY(named<QLabel>(dialog, u"batchPace"_s)->text().contains(u"time for changes is over"_s));
        // The dialog stands before the banner, so it has to offer what the banner would.
        auto *bar = dialog->findChild<EnvironmentBar *>();
        QTRY_VERIFY(bar && bar->text().endsWith(u"read-only"_s));
        QVERIFY(click(dialog, u"barUnlock"_s));
        QDialog *question = m_console->dialog(u"unlockDialog"_s);
        QCOMPARE(question->parentWidget(), dialog);
        QVERIFY(click(question, u"confirm"_s));
        QVERIFY(!page->isLocked());
        QTRY_VERIFY(named(dialog, u"barUnlock"_s)->isHidden());
        batch->stop();
    }

    void anyServerCanBeLocked()
    {
        ServerPage *page = connect(Environment::Development);
        auto *banner = page->findChild<EnvironmentBanner *>();
        QVERIFY(!page->isLocked());
        QVERIFY(banner->height() < 8);
        QVERIFY(trigger(m_console->window.get(), u"menu.unlock"_s));
        QVERIFY(page->isLocked());
        QCOMPARE(banner->text(), u"DEVELOPMENT  ·  Teneo  ·  read-only"_s);
        unlock(page, 60);
        QCOMPARE(state(page), u"changes are possible for 60 more minute(s)"_s);
    }

    void aProfileSaysWhetherItOpensReadOnly_data()
    {
        QTest::addColumn<QString>("environment");
        QTest::addColumn<bool>("isTurned");
        QTest::addColumn<bool>("isLocked");
        QTest::newRow("production") << u"Production"_s << false << true;
        QTest::newRow("production, otherwise") << u"Production"_s << true << false;
        QTest::newRow("test") << u"Test"_s << false << false;
        QTest::newRow("test, otherwise") << u"Test"_s << true << true;
    }
    void aProfileSaysWhetherItOpensReadOnly()
    {
        QFETCH(QString, environment);
        QFETCH(bool, isTurned);
        QFETCH(bool, isLocked);
        const QString id = m_console->add(u"Teneo"_s);
        m_console->window->showProfile(id);
        ProfileDialogUser user(*m_console, id);
        QVERIFY(user.dialog);
        auto *box = named<QComboBox>(user.dialog, u"profile.environment"_s);
        box->setCurrentText(environment);
        Q_EMIT box->activated(box->currentIndex());
        auto *opens = named<QAbstractButton>(user.dialog, u"profile.opensReadOnly"_s);
        QCOMPARE(opens->isChecked(), environment == u"Production"_s);
        if (isTurned)
            opens->click();
        user.accept();
        QTRY_COMPARE(opensReadOnly(*m_console->workspace->profile(id)), isLocked);
        QCOMPARE(m_console->workspace->profile(id)->settings.contains(u"opensReadOnly"_s), isTurned);
        QVERIFY(!speaksOtherwise(Profile(*m_console->workspace->profile(id)), *m_console->workspace->profile(id)));
        ServerPage *page = m_console->signIn(id);
        QCOMPARE(page->isLocked(), isLocked);
    }

    void everyDialogOfAServerSaysWhichItIs_data()
    {
        QTest::addColumn<Environment>("environment");
        QTest::addColumn<QString>("word");
        QTest::newRow("development") << Environment::Development << u"DEVELOPMENT"_s;
        QTest::newRow("test") << Environment::Test << u"TEST"_s;
        QTest::newRow("production") << Environment::Production << u"PRODUCTION"_s;
    }
    void everyDialogOfAServerSaysWhichItIs()
    {
        QFETCH(Environment, environment);
        QFETCH(QString, word);
        ServerPage *page = connect(environment);
        page->tabs().showPage(u"clients"_s);
        auto *clients = pageIn<RecordPage>(page, u"page.clients"_s);
        QTRY_VERIFY(clients->collection().isComplete());
        const auto draft = clients->collection().draft(QString::fromLatin1(server::teneo::studioEuId));
        const QList<QDialog *> dialogs{new ConfirmDialog({.title = u"Delete?"_s, .confirmLabel = u"Delete"_s}, clients),
            new DifferenceDialog(*draft, clients),
            new ShownOnceDialog(u"Any"_s, {{u"Secret"_s, Secret(u"s"_s)}}, clients),
            new UnsavedDialog(u"Any"_s, clients),
            new BatchDialog(std::make_unique<Batch>(QList<Batch::Item>{{u"1"_s, u"One"_s}},
                                [](const QString &) { return ready(Result<>()); }),
                u"Delete"_s, clients)};
        for (QDialog *dialog : dialogs) {
            dialog->open();
            const auto *bar = dialog->findChild<EnvironmentBar *>();
            QVERIFY2(bar && bar->isVisible(), dialog->metaObject()->className());
            QVERIFY2(bar->text().startsWith(word + u"  ·  Teneo"_s), qPrintable(bar->text()));
            QCOMPARE(bar->accessibleName(), bar->text());
            QTRY_COMPARE(bar->geometry().topLeft(), QPoint(0, 0));
            QTRY_COMPARE(bar->width(), dialog->width());
            QVERIFY(bar->height() >= 16 && bar->height() < 48);
            QCOMPARE(dialog->grab().toImage().pixelColor(2, 2), Theme::color(environment));
            delete dialog;
        }
        QCOMPARE(m_console->tabs()->tabBar()->property("environment").toString(), Theme::word(environment));
        QVERIFY(trigger(m_console->window.get(), u"menu.about"_s)); // belongs to no server
        QVERIFY(!m_console->window->findChild<EnvironmentBar *>());
    }

    void theSelectedTabHasTheEnvironmentsColour()
    {
        connect(Environment::Production);
        auto *bar = m_console->tabs()->tabBar();
        const QRect tab = bar->tabRect(bar->currentIndex());
        const QImage picture = bar->grab().toImage();
        QCOMPARE(picture.pixelColor(tab.center().x(), tab.bottom()), Theme::color(Environment::Production));
    }

private:
    struct ProfileDialogUser {
        ProfileDialogUser(Console &console, const QString &id)
        {
            Q_EMIT console.window->findChild<ProfileSidebar *>()->editRequested(id);
            dialog = console.dialog(u"profileDialog"_s);
        }
        void accept() const { QVERIFY(click(dialog, u"saveProfile"_s)); }
        QDialog *dialog = nullptr;
    };

    ServerPage *connect(Environment environment) { return m_console->signIn(m_console->add(u"Teneo"_s, environment)); }
    void unlock(ServerPage *page, int minutes)
    {
        page->askToUnlock();
        QDialog *dialog = m_console->dialog(u"unlockDialog"_s);
        QVERIFY(click(dialog, u"unlock.%1"_s.arg(minutes)));
        QVERIFY(click(dialog, u"confirm"_s));
        QVERIFY(!page->isLocked());
        QTRY_VERIFY(!m_console->hasDialog(u"unlockDialog"_s));
    }
    void pass(ServerPage *page, std::chrono::milliseconds time)
    {
        m_console->time.advance(time);
        page->writeLock().look();
    }
    static QString state(ServerPage *page)
    {
        return page->findChild<EnvironmentBanner *>()->text().section(u"  ·  "_s, 2);
    }

    std::unique_ptr<Console> m_console;
};

int tst_unlocking(int argc, char *argv[])
{
    return runTest<QApplication, tst_Unlocking>(argc, argv);
}
#include "tst_unlocking.moc"
