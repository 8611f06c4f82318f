// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shell/console.h"
#include "tests/testprogram.h"
#include "ui/desktoplock.h"
#include "ui/messagestrip.h"
#include "ui/recordpage.h"
#include "ui/safeguards.h"
#include "ui/secretedit.h"
#include "ui/shownoncedialog.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCall>
#include <QLabel>
#include <QDockWidget>
#include <QMenuBar>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>

using namespace std::chrono_literals;

namespace {

// The part of logind that tells which login session a process belongs to.
class LoginManager final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public Q_SLOTS:
    QDBusObjectPath GetSessionByPID(uint)
    {
        isAsked = true;
        return QDBusObjectPath(u"/org/freedesktop/login1/session/_31"_s);
    }

public:
    bool isAsked = false;
};

}

// The window covers itself while nobody is there, and is as before afterwards, but for secrets.
class tst_WindowLock : public QObject {
    Q_OBJECT

public:
    static void initMain() { useNoKeychain(); }

private Q_SLOTS:
    void cleanup() { m_console.reset(); }

    void itLocksAfterSomeTimeWithoutUse_data()
    {
        QTest::addColumn<int>("limit");
        QTest::newRow("as it comes") << 10;
        QTest::newRow("chosen") << 3;
    }
    void itLocksAfterSomeTimeWithoutUse()
    {
        QFETCH(int, limit);
        open();
        m_console->state.setIdleMinutes(limit);
        lock().takePreferences();
        const auto most = std::chrono::minutes(limit);
        pass(most - 1s);
        QVERIFY(!lock().isLocked());
        QTest::keyClick(m_console->window.get(), Qt::Key_Shift); // somebody is there
        pass(most - 1s);
        QVERIFY(!lock().isLocked());
        QTest::mouseMove(m_console->window.get(), QPoint(20, 20));
        QMouseEvent move(QEvent::MouseMove, QPointF(9, 9), QPointF(9, 9), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_console->window.get(), &move);
        pass(most - 1s);
        QVERIFY(!lock().isLocked());
        pass(1s);
        QVERIFY(lock().isLocked());
    }

    void neverIsPossible()
    {
        open();
        m_console->state.setIdleMinutes(0);
        lock().takePreferences();
        pass(1000h);
        QVERIFY(!lock().isLocked());
    }

    void nothingIsSeenOrDoneBehindIt()
    {
        ServerPage *page = open();
        page->tabs().showPage(u"clients"_s);
        auto *log = m_console->window->findChild<QDockWidget *>();
        log->show();
        QVERIFY(trigger(m_console->window.get(), u"menu.lockWindow"_s));
        QVERIFY(!log->isVisible());
        QWidget *cover = named(m_console->window.get(), u"lockPage"_s);
        QVERIFY(cover->isVisible());
        QCOMPARE(cover->geometry(), m_console->window->rect());
        m_console->window->resize(900, 700);
        QTRY_COMPARE(cover->geometry(), m_console->window->rect());
        for (const QWidget *widget : QApplication::allWidgets())
            if (widget->isVisible() && widget->window() == m_console->window.get())
                QVERIFY2(widget == m_console->window.get() || widget == cover || cover->isAncestorOf(widget)
                        || cover->geometry().contains(widget->geometry()),
                    qPrintable(widget->objectName()));
        QVERIFY(!page->isVisible() && !m_console->window->menuBar()->isVisible());
        const auto requests = m_console->session().state();
        QTest::keyClick(m_console->window.get(), Qt::Key_F5);
        QCOMPARE(m_console->session().state(), requests);
        QTest::keyClick(m_console->window.get(), Qt::Key_F12);
        QVERIFY(!log->isVisible());
        QCOMPARE(qApp->focusWidget() ? qApp->focusWidget()->objectName() : u"unlockWindow"_s, u"unlockWindow"_s);
    }

    void secretsGoAndEditsStay()
    {
        ServerPage *page = open();
        page->tabs().showPage(u"tokenInfo"_s);
        named<SecretEdit>(page, u"otherToken"_s)->setSecret(Secret(u"s3cret"_s));
        page->tabs().showPage(u"clients"_s);
        auto *clients = pageIn<RecordPage>(page, u"page.clients"_s);
        QTRY_VERIFY(clients->collection().isComplete());
        clients->selectIds({QString::fromLatin1(server::teneo::studioEuId)});
        QTRY_VERIFY(named<QLineEdit>(clients, u"field.name"_s));
        QVERIFY(type(clients, u"field.name"_s, u"Half typed"_s));
        lock().lock();
        QVERIFY(named<SecretEdit>(page, u"otherToken"_s)->secret().isEmpty());
        QVERIFY(m_console->session().isSuspended());
        QCOMPARE(m_console->session().state(), Session::State::SignedOut);
        const auto call = m_console->session().call(getRequest(u"/oauth2/clients"_s));
        QTRY_VERIFY(call.isFinished());
        QCOMPARE(call.result().error().kind, Error::Kind::Unauthorized);
        m_console->window->close(); // what is unsaved cannot be asked about now
        QVERIFY(m_console->window->isVisible());
        QVERIFY(named<QLabel>(m_console->window.get(), u"lockNote"_s)->text().contains(u"unsaved changes"_s));

        QVERIFY(click(m_console->window.get(), u"unlockWindow"_s));
        QTRY_VERIFY(!lock().isLocked());
        QTRY_COMPARE(m_console->session().state(), Session::State::SignedIn); // quietly
        QVERIFY(!m_console->hasDialog(u"signInDialog"_s));
        QVERIFY(page->isVisible() && page->hasUnsavedChanges());
        QCOMPARE(named<QLineEdit>(clients, u"field.name"_s)->text(), u"Half typed"_s);
        QVERIFY(named<MessageStrip>(page, u"serverStrip"_s)->text().isEmpty());
        const auto again = clients->collection().refresh();
        QTRY_VERIFY(again.isFinished());
        QVERIFY(again.result());
    }

    void stayingSignedInIsAPreference()
    {
        open();
        m_console->state.setKeepsCredentials(true);
        lock().lock();
        QVERIFY(!m_console->session().isSuspended());
        QCOMPARE(m_console->session().state(), Session::State::SignedIn);
        lock().unlock();
        QTRY_VERIFY(!lock().isLocked());
    }

    void whatIsNotKeptIsAskedForWhenItIsNeeded()
    {
        makeConsole();
        const QString id = m_console->add(u"Teneo"_s, Environment::Development, {});
        m_console->window->connectProfile(id);
        QVERIFY(type(m_console->dialog(u"signInDialog"_s), u"signIn.password"_s, u"admin_pass"_s));
        named<QAbstractButton>(m_console->dialog(u"signInDialog"_s), u"keepSecrets"_s)->setChecked(false);
        m_console->dialog(u"signInDialog"_s)->accept();
        QTRY_VERIFY(m_console->tabs() && m_console->tabs()->isVisible());
        ServerPage *page = m_console->window->currentPage();
        lock().lock();
        lock().unlock();
        QTRY_VERIFY(!lock().isLocked());
        QVERIFY(!m_console->hasDialog(u"signInDialog"_s));
        QVERIFY(named<MessageStrip>(page, u"serverStrip"_s)->text().contains(u"no longer signed in"_s));
        page->resumeSignIn();
        QVERIFY(type(m_console->dialog(u"signInDialog"_s), u"signIn.password"_s, u"admin_pass"_s));
        m_console->dialog(u"signInDialog"_s)->accept();
        QTRY_COMPARE(m_console->session().state(), Session::State::SignedIn);
        QCOMPARE(m_console->window->currentPage(), page); // the connection is the one there was
    }

    void dialogsAreAwayMeanwhile()
    {
        ServerPage *page = open();
        auto *once = new ShownOnceDialog(u"Any"_s, {{u"Secret"_s, Secret(u"told once"_s)}}, page);
        once->open();
        lock().lock();
        QVERIFY(!once->isVisible());
        auto *late = new QDialog(page);
        late->open();
        QTRY_VERIFY(!late->isVisible());
        lock().unlock();
        QTRY_VERIFY(once->isVisible() && late->isVisible());
        QVERIFY(once->isModal());
        QVERIFY(
            named<SecretEdit>(once, u"shownOnceValue"_s)->secret() == Secret(u"told once"_s)); // nobody tells it again
        delete once;
        delete late;
    }

    void itHearsTheDesktop()
    {
        const QString daemon = QStandardPaths::findExecutable(u"dbus-daemon"_s);
        if (daemon.isEmpty())
            QSKIP("dbus-daemon is not installed.");
        QProcess bus;
        bus.start(daemon, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        QVERIFY(bus.waitForReadyRead());
        const QString address = QString::fromUtf8(bus.readLine()).trimmed();
        auto desktop = QDBusConnection::connectToBus(address, u"desktop"_s);
        auto ours = QDBusConnection::connectToBus(address, u"ours"_s);
        LoginManager manager;
        QVERIFY(desktop.registerService(u"org.freedesktop.login1"_s));
        QVERIFY(desktop.registerObject(u"/org/freedesktop/login1"_s, &manager, QDBusConnection::ExportAllSlots));
        DesktopLock desktopLock(ours, ours);
        const QSignalSpy locked(&desktopLock, &DesktopLock::locked);
        const auto say = [&desktop](const QString &path, const QString &interface, const QString &name,
                             const QVariantList &values) {
            auto signal = QDBusMessage::createSignal(path, interface, name);
            signal.setArguments(values);
            desktop.send(signal);
        };
        const QString saver = u"org.freedesktop.ScreenSaver"_s;
        QTRY_VERIFY(manager.isAsked);
        QCOMPARE(settledCount(ours, locked), 0); // and what it listens to is known to the bus
        QCOMPARE(settledCount(ours, locked), 0);
        say(u"/ScreenSaver"_s, saver, u"ActiveChanged"_s, {false});
        say(u"/org/freedesktop/login1/session/_32"_s, u"org.freedesktop.login1.Session"_s, u"Lock"_s, {}); // another's
        say(u"/ScreenSaver"_s, saver, u"ActiveChanged"_s, {true});
        QTRY_COMPARE(locked.count(), 1); // the last of the three alone
        say(u"/org/gnome/ScreenSaver"_s, u"org.gnome.ScreenSaver"_s, u"ActiveChanged"_s, {true});
        QTRY_COMPARE(locked.count(), 2);
        say(u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, {true});
        QTRY_COMPARE(locked.count(), 3);
        say(u"/org/freedesktop/login1/session/_31"_s, u"org.freedesktop.login1.Session"_s, u"Lock"_s, {});
        QTRY_COMPARE(locked.count(), 4);
        QDBusConnection::disconnectFromBus(u"ours"_s);
        QDBusConnection::disconnectFromBus(u"desktop"_s);
        bus.kill();
        bus.waitForFinished();
    }

private:
    // After everything sent so far has arrived: the bus keeps the order.
    static qsizetype settledCount(const QDBusConnection &connection, const QSignalSpy &spy)
    {
        const auto ping = QDBusMessage::createMethodCall(
            u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s, u"org.freedesktop.DBus.Peer"_s, u"Ping"_s);
        const auto answer = connection.asyncCall(ping);
        (void)QTest::qWaitFor([&answer] { return answer.isFinished(); });
        QCoreApplication::processEvents();
        return spy.count();
    }
    void makeConsole()
    {
        m_console = std::make_unique<Console>();
        m_console->makeWindow(m_console->time.clock());
    }
    ServerPage *open()
    {
        makeConsole();
        return m_console->signIn(m_console->add(u"Teneo"_s));
    }
    WindowLock &lock() const { return m_console->window->safeguards().lock(); }
    void pass(std::chrono::milliseconds time) const
    {
        m_console->time.advance(time);
        lock().idleWatch().look();
    }

    std::unique_ptr<Console> m_console;
};

int tst_windowlock(int argc, char *argv[])
{
    return runTest<QApplication, tst_WindowLock>(argc, argv);
}
#include "tst_windowlock.moc"
