// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/secretstore.h"
#include "tests/store/fakekeychain.h"
#include "tests/store/outcomes.h"

#include <QProcess>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

// What this program does when it is started again as a client of another bus: one line of output for each step.
QString perform(SecretStore &store, const QString &step)
{
    if (step == u"state"_s)
        return outcome(settled(store.state()));
    if (step == u"unlock"_s)
        return outcome(settled(store.unlock()));
    if (step == u"read"_s)
        return outcome(settled(store.read(key)));
    if (step == u"remove"_s)
        return outcome(settled(store.remove(key)));
    return outcome(settled(store.write(key, Secret(u"written"_s))));
}

void say(const QString &line)
{
    std::puts(qPrintable(line));
    std::fflush(stdout);
}

void waitUntilTold()
{
    QEventLoop loop;
    QSocketNotifier told(0, QSocketNotifier::Read);
    QObject::connect(&told, &QSocketNotifier::activated, &loop, [&] {
        std::getchar();
        loop.quit();
    });
    loop.exec();
}

// Closes one store and at last the program, each when it is told to, while the keychain has not answered.
int leave()
{
    auto first = std::make_unique<SecretStore>(keychainService);
    const auto left = first->read(key);
    waitUntilTold();
    first.reset();
    say(u"gone"_s);
    SecretStore second(keychainService);
    say(outcome(settled(second.read(key))));
    waitUntilTold();
    const auto pending = second.read(key);
    waitUntilTold();
    return pending.isFinished() ? 1 : 0;
}

int client(const QStringList &arguments)
{
    if (arguments.contains(u"leave"_s))
        return leave();
    SecretStore store(keychainService, std::chrono::milliseconds(arguments.first().toInt()));
    for (const auto &step : arguments.mid(1))
        say(perform(store, step));
    return 0;
}

// This program again, with another session bus or none.
class KeychainClient : public QProcess {
public:
    KeychainClient(const QString &bus, std::chrono::milliseconds timeout, const QStringList &steps)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        if (bus.isEmpty()) {
            environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
            environment.insert(u"XDG_RUNTIME_DIR"_s, m_nowhere.path());
        } else {
            environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, bus);
        }
        environment.insert(u"MALLOC_PERTURB_"_s, u"165"_s); // what touches freed memory crashes
        setProcessEnvironment(environment);
        setProcessChannelMode(ForwardedErrorChannel);
        start(QCoreApplication::applicationFilePath(),
            QStringList{u"tst_nokeychain"_s, u"--client"_s, QString::number(timeout.count())} + steps);
    }

    QStringList lines()
    {
        if (!QTest::qWaitFor([this] { return state() == NotRunning; }, 60'000))
            return {u"still running"_s};
        if (exitStatus() != NormalExit || exitCode() != 0)
            return {u"ended badly"_s};
        return QString::fromUtf8(readAll()).split(u'\n', Qt::SkipEmptyParts);
    }

private:
    QTemporaryDir m_nowhere;
};

}

// The SecretStore on session buses where no real keychain is: the store runs in a second process, told which bus
// is its.
class tst_NoKeychain : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAKeychainSecretsLastForTheRun_data()
    {
        QTest::addColumn<bool>("hasBus");
        QTest::newRow("no service on the bus") << true;
        QTest::newRow("no bus") << false;
    }
    void withoutAKeychainSecretsLastForTheRun()
    {
        QFETCH(bool, hasBus);
        const EmptyBus bus;
        QVERIFY(!bus.address().isEmpty());
        const QStringList steps{
            u"state"_s, u"read"_s, u"write"_s, u"read"_s, u"state"_s, u"remove"_s, u"read"_s, u"remove"_s, u"unlock"_s};
        KeychainClient run(hasBus ? bus.address() : QString(), 30s, steps);
        QCOMPARE(run.lines(),
            (QStringList{u"absent"_s, missingMessage, u"done"_s, u"written"_s, u"absent"_s, u"done"_s, missingMessage,
                u"done"_s, u"There is no keychain to unlock."_s}));
    }

    void aJobThatNeverEndsIsGivenUpAndLeftAlone()
    {
        const EmptyBus bus;
        const FakeKeychain keychain(bus.address(), false);
        KeychainClient run(bus.address(), 2s, {u"state"_s, u"read"_s, u"write"_s, u"remove"_s});
        QCOMPARE(run.lines(), (QStringList{u"available"_s, silentMessage, silentMessage, silentMessage}));
        QVERIFY(keychain.unanswered() > 0);
    }

    void leavingWithPendingJobsEndsWell()
    {
        const EmptyBus bus;
        FakeKeychain keychain(bus.address(), false);
        KeychainClient run(bus.address(), 60s, {u"leave"_s});
        QTRY_VERIFY_WITH_TIMEOUT(keychain.unanswered() > 0, 30'000);
        run.write("\n");
        QTRY_VERIFY_WITH_TIMEOUT(run.canReadLine(), 30'000);
        QCOMPARE(run.readLine(), "gone\n");
        // Its job still has to take the answer that comes now, and to let the next one start.
        keychain.setRefusing(true);
        QTRY_VERIFY_WITH_TIMEOUT(run.canReadLine(), 30'000);
        QCOMPARE(run.readLine(), "The keychain refused the request.\n");
        keychain.setRefusing(false);
        run.write("\n");
        QTRY_VERIFY_WITH_TIMEOUT(keychain.unanswered() > 0, 30'000);
        run.write("\n");
        QCOMPARE(run.lines(), QStringList());
    }

    void thePersonDecidesAboutUnlocking_data()
    {
        QTest::addColumn<FakeKeychain::Person>("person");
        QTest::addColumn<QStringList>("lines");
        const auto refused = u"The keychain was not unlocked."_s;
        QTest::newRow("unlocks") << FakeKeychain::Person::Unlocks << QStringList{u"done"_s, u"available"_s};
        QTest::newRow("dismisses") << FakeKeychain::Person::Dismisses << QStringList{refused, u"locked"_s};
        QTest::newRow("sees it crash") << FakeKeychain::Person::SeesItCrash << QStringList{refused, u"absent"_s};
    }
    void thePersonDecidesAboutUnlocking()
    {
        QFETCH(FakeKeychain::Person, person);
        QFETCH(QStringList, lines);
        const EmptyBus bus;
        const FakeKeychain keychain(bus.address(), true, person);
        KeychainClient run(bus.address(), 30s, {u"unlock"_s, u"state"_s});
        QCOMPARE(run.lines(), lines);
    }
};

int tst_nokeychain(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--client"_s)
        return client(arguments.mid(2));
    tst_NoKeychain test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_nokeychain.moc"
