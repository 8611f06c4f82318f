// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/secretstore.h"
#include "tests/app/unattendedserver.h"
#include "tests/app/watchhome.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;

// With a real keyring, on the bus that with-keyring started: what the program does without a window takes its secrets
// from there, and asks nobody for the password.
class tst_WatchKeychain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itsSecretsComeFromTheKeychain()
    {
        UnattendedServer server;
        WatchHome home(OwnHome::Bus::Caller);
        const Profile profile = home.keep(WatchHome::administrator(server.fixture.url()));
        SecretStore secrets;
        const auto written = secrets.write(profile.id + u"/password"_s, Secret(u"admin_pass"_s));
        QTRY_VERIFY(written.isFinished());
        QVERIFY(written.result());
        const QStringList look{u"--watch"_s, profile.name, u"--once"_s};
        const auto unlocked = home.run(look);
        QVERIFY2(unlocked.status == 0, unlocked.errors.constData());

        QCOMPARE(QProcess::execute(QStringLiteral(SOURCE_DIR "/tests/store/keyring"), {u"lock"_s}), 0);
        const auto locked = home.run(look);
        QCOMPARE(locked.status, 1);
        QVERIFY2(locked.errors.contains("The keychain is locked."), locked.errors.constData());
        QVERIFY2(locked.errors.contains("LATCHKEY_SECRET"), locked.errors.constData());
        home.give("admin_pass"); // then it is not asked
        const auto given = home.run(look);
        QVERIFY2(given.status == 0, given.errors.constData());
    }
};

int tst_watchkeychain(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_WatchKeychain>(argc, argv);
}
#include "tst_watchkeychain.moc"
