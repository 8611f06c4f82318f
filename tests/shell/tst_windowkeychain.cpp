// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shell/console.h"
#include "tests/testprogram.h"
#include "ui/safeguards.h"

#include <QLabel>
#include <QProcess>

// On the bus that with-keyring started: a real gnome-keyring, whose password is the only one a locked window has.
class tst_WindowKeychain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QVERIFY(keyring(u"unlock"_s)); }

    void aLockedKeychainKeepsTheWindowLocked()
    {
        Console console;
        const QString id = console.add(u"Teneo"_s);
        ServerPage *page = console.signIn(id);
        QVERIFY(page);
        auto &lock = console.window->safeguards().lock();
        lock.lock();
        QVERIFY(console.session().isSuspended());
        QVERIFY(keyring(u"lock"_s));
        auto *note = named<QLabel>(console.window.get(), u"lockNote"_s);
        QVERIFY(click(console.window.get(), u"unlockWindow"_s));
        QTRY_VERIFY_WITH_TIMEOUT(note->text().contains(u"locked"_s), 15'000); // nobody answered its prompt
        QVERIFY(lock.isLocked() && !page->isVisible());
        QVERIFY(console.session().isSuspended());

        QVERIFY(keyring(u"unlock"_s));
        QVERIFY(click(console.window.get(), u"unlockWindow"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!lock.isLocked(), 15'000);
        QTRY_COMPARE_WITH_TIMEOUT(console.session().state(), Session::State::SignedIn, 15'000);
        QVERIFY(!console.hasDialog(u"signInDialog"_s));
        QCOMPARE(console.window->currentPage(), page);
    }

private:
    static bool keyring(const QString &verb)
    {
        QProcess process;
        process.start(QStringLiteral(SOURCE_DIR "/tests/store/keyring"), {verb});
        return process.waitForFinished() && process.exitCode() == 0;
    }
};

int tst_windowkeychain(int argc, char *argv[])
{
    return runTest<QApplication, tst_WindowKeychain>(argc, argv);
}
#include "tst_windowkeychain.moc"
