// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/secretstore.h"
#include "tests/store/outcomes.h"
#include "tests/testprogram.h"

#include <QProcess>
#include <QScopeGuard>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString keyring(const QString &verb)
{
    QProcess process;
    process.start(QStringLiteral(SOURCE_DIR "/tests/store/keyring"), {verb});
    process.waitForFinished();
    if (process.exitCode() != 0)
        qFatal("keyring %s: %s", qPrintable(verb), process.readAllStandardError().constData());
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

}

// On the bus that with-keyring started: a real gnome-keyring.
class tst_SecretStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        if (keyring(u"locked"_s) == u"yes"_s)
            keyring(u"unlock"_s);
        SecretStore store(keychainService);
        QCOMPARE(outcome(settled(store.remove(key))), u"done"_s);
    }

    void whatWasWrittenIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << u"s3cret"_s;
        QTest::newRow("empty") << u""_s;
        QTest::newRow("unicode") << u"пароль 密码 🔑 é"_s;
        QTest::newRow("line ends and quotes") << u"a\r\n\"b\"\t'c'\\"_s;
        QTest::newRow("long") << QString(100'000, u'x');
    }
    void whatWasWrittenIsRead()
    {
        QFETCH(QString, text);
        SecretStore store(keychainService);
        QCOMPARE(outcome(settled(store.state())), u"available"_s);
        QCOMPARE(outcome(settled(store.write(key, Secret(u"before"_s)))), u"done"_s);
        QCOMPARE(outcome(settled(store.write(key, Secret(text)))), u"done"_s);
        SecretStore nextRun(keychainService);
        QCOMPARE(outcome(settled(nextRun.read(key))), text);
        QCOMPARE(outcome(settled(nextRun.remove(key))), u"done"_s);
        QCOMPARE(outcome(settled(store.read(key))), missingMessage);
    }

    void keysAndServicesAreApart()
    {
        SecretStore store(keychainService);
        SecretStore other(u"Another test"_s);
        QCOMPARE(outcome(settled(store.write(key, Secret(u"mine"_s)))), u"done"_s);
        QCOMPARE(outcome(settled(other.read(key))), missingMessage);
        QCOMPARE(outcome(settled(store.read(u"4d7c/пароль"_s))), missingMessage);
        QCOMPARE(outcome(settled(store.remove(u"4d7c"_s))), u"done"_s);
        QCOMPARE(outcome(settled(store.read(key))), u"mine"_s);
    }

    void aMissingSecretIsNotFoundAndRemoved()
    {
        SecretStore store(keychainService);
        const auto read = settled(store.read(key));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::NotFound);
        QCOMPARE(outcome(settled(store.remove(key))), u"done"_s);
    }

    void aNulIsRefusedInsteadOfCut()
    {
        SecretStore store(keychainService);
        const auto written = settled(store.write(key, Secret::fromUtf8(QByteArray("ab\0cd", 5))));
        QVERIFY(!written);
        QCOMPARE(written.error().kind, Error::Kind::Keychain);
        QCOMPARE(outcome(settled(store.read(key))), missingMessage);
    }

    void callsAtOnceAllAnswer()
    {
        SecretStore store(keychainService);
        QList<Future<>> writes;
        for (int i = 0; i < 30; ++i)
            writes.append(store.write(u"many/%1"_s.arg(i), Secret(QString::number(i))));
        for (const auto &write : writes)
            QCOMPARE(outcome(settled(write)), u"done"_s);
        for (int i = 0; i < 30; ++i) {
            QCOMPARE(outcome(settled(store.read(u"many/%1"_s.arg(i)))), QString::number(i));
            QCOMPARE(outcome(settled(store.remove(u"many/%1"_s.arg(i)))), u"done"_s);
        }
    }

    void aLockedKeychainIsNeitherEmptyNorCleared()
    {
        SecretStore store(keychainService);
        QCOMPARE(outcome(settled(store.write(key, Secret(u"kept"_s)))), u"done"_s);
        keyring(u"lock"_s);

        QCOMPARE(outcome(settled(store.state())), u"locked"_s);
        const auto read = settled(store.read(key));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Keychain);
        QCOMPARE(read.error().message, lockedMessage);
        QCOMPARE(outcome(settled(store.read(u"4d7c/missing"_s))), lockedMessage);
        QCOMPARE(outcome(settled(store.remove(key))), lockedMessage);
        QCOMPARE(outcome(settled(store.write(key, Secret(u"lost"_s)))), lockedMessage);
        // Nobody can be asked here: there is no display.
        QCOMPARE(outcome(settled(store.unlock())), u"The keychain was not unlocked."_s);

        keyring(u"unlock"_s);
        QCOMPARE(outcome(settled(store.unlock())), u"done"_s);
        QCOMPARE(outcome(settled(store.read(key))), u"kept"_s);
    }

    void aHungKeychainIsGivenUp()
    {
        SecretStore store(keychainService);
        QCOMPARE(outcome(settled(store.write(key, Secret(u"kept"_s)))), u"done"_s);
        SecretStore hasty(keychainService, 500ms);
        const int daemon = keyring(u"pid"_s).toInt();
        kill(daemon, SIGSTOP);
        const auto resume = qScopeGuard([&] { kill(daemon, SIGCONT); });
        int ticks = 0;
        QTimer clock;
        connect(&clock, &QTimer::timeout, this, [&] { ++ticks; });
        clock.start(10ms);

        const auto pending = hasty.read(key);
        QVERIFY(!pending.isFinished());
        const auto read = settled(pending);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Keychain);
        QCOMPARE(read.error().message, silentMessage);
        QVERIFY(ticks > 1);
        QCOMPARE(outcome(settled(hasty.remove(key))), silentMessage);
        QCOMPARE(outcome(settled(hasty.write(key, Secret(u"lost"_s)))), silentMessage);

        kill(daemon, SIGCONT);
        QTRY_COMPARE(outcome(settled(hasty.read(key))), u"kept"_s);
    }

    void aKilledKeychainComesBackLockedAndComplete()
    {
        SecretStore store(keychainService, 30s);
        QCOMPARE(outcome(settled(store.write(key, Secret(u"kept"_s)))), u"done"_s);
        const int daemon = keyring(u"pid"_s).toInt();
        kill(daemon, SIGSTOP);
        const auto pending = store.read(key);
        kill(daemon, SIGKILL);
        const auto read = settled(pending);
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Keychain);

        QTRY_COMPARE(outcome(settled(store.read(key))), lockedMessage);
        QCOMPARE(outcome(settled(store.remove(key))), lockedMessage);
        keyring(u"unlock"_s);
        QCOMPARE(outcome(settled(store.read(key))), u"kept"_s);
    }

    void aDeadStoreDropsItsAnswers()
    {
        bool called = false;
        auto store = std::make_unique<SecretStore>(keychainService);
        const auto pending = store->read(key);
        onResult(this, pending, [&](const Result<Secret> &) { called = true; });
        store.reset();
        QTRY_VERIFY(pending.isCanceled());
        SecretStore next(keychainService);
        QCOMPARE(outcome(settled(next.read(key))), missingMessage);
        QVERIFY(!called);
    }
};

int tst_secretstore(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("LATCHKEY_TEST_KEYRING")) {
        std::puts("Run this through tests/store/with-keyring: it must not touch the keyring of a person.");
        return 77;
    }
    return runTest<QCoreApplication, tst_SecretStore>(argc, argv);
}

#include "tst_secretstore.moc"
