// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/databaseaddress.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;

// Addresses of databases as people type them: what is understood, what is refused, and that no password stays in one.
class tst_DatabaseAddress : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPasswordIsTakenOut_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("password");
        QTest::newRow("none") << u"postgresql://ada@db.example/team"_s << u"postgresql://ada@db.example/team"_s
                              << QString();
        QTest::newRow("the other scheme")
            << u" postgres://db.example:5433/team "_s << u"postgresql://db.example:5433/team"_s << QString();
        QTest::newRow("a password") << u"postgresql://ada:s3cret@db.example/team"_s
                                    << u"postgresql://ada@db.example/team"_s << u"s3cret"_s;
        QTest::newRow("an encoded one") << u"postgresql://ada:s%40c%2Fr%3Ft@db.example/team"_s
                                        << u"postgresql://ada@db.example/team"_s << u"s@c/r?t"_s;
        QTest::newRow("among the options") << u"postgresql://ada@db.example/team?sslmode=require&password=s3cret"_s
                                           << u"postgresql://ada@db.example/team?sslmode=require"_s << u"s3cret"_s;
        QTest::newRow("an IPv6 address") << u"postgresql://ada@[::1]:5432/team"_s
                                         << u"postgresql://ada@[::1]:5432/team"_s << QString();
        QTest::newRow("a socket") << u"postgresql:///team?host=/run/postgresql"_s
                                  << u"postgresql:///team?host=/run/postgresql"_s << QString();
        QTest::newRow("a user of an organisation") << u"postgresql://ada%40example@db.example/team%20a"_s
                                                   << u"postgresql://ada%40example@db.example/team%20a"_s << QString();
    }
    void aPasswordIsTakenOut()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, text);
        QFETCH(const QString, password);
        const auto read = DatabaseAddress::read(typed);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
        QCOMPARE(read->first.text(), text);
        QCOMPARE(read->second.reveal(), password);
        QVERIFY(DatabaseAddress::read(text).value().first == read->first);
        QVERIFY(password.isEmpty() || !read->first.connectOptions().contains(password));
    }

    void whatIsNotUnderstoodIsNotRepeated_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a file") << u"/var/lib/canary.db"_s;
        QTest::newRow("another scheme") << u"mysql://ada:canary@db.example/team"_s;
        QTest::newRow("no database") << u"postgresql://ada:canary@db.example"_s;
        QTest::newRow("a password with a slash") << u"postgresql://ada:can/canary@db.example/team"_s;
        QTest::newRow("one with a slash and nothing behind") << u"postgresql://ada:c/canary@db.example"_s;
        QTest::newRow("one with a question mark") << u"postgresql://ada:c?canary@db.example/team"_s;
        QTest::newRow("one with a hash") << u"postgresql://ada:c#canary@db.example/team"_s;
        QTest::newRow("a port beyond all") << u"postgresql://ada:canary@db.example:99999/team"_s;
        QTest::newRow("an option about something else") << u"postgresql://ada@db.example/team?options=canary"_s;
        QTest::newRow("a file of passwords") << u"postgresql://ada@db.example/team?passfile=canary"_s;
        QTest::newRow("a mode of TLS there is not") << u"postgresql://ada@db.example/team?sslmode=canary"_s;
        QTest::newRow("two options in one") << u"postgresql://ada@db.example/team?sslcert=a;options=canary"_s;
    }
    void whatIsNotUnderstoodIsNotRepeated()
    {
        QFETCH(const QString, typed);
        const auto read = DatabaseAddress::read(typed);
        QVERIFY(!read);
        QVERIFY(!read.error().message.isEmpty());
        QVERIFY2(!(read.error().message + read.error().detail).contains("canary"_L1), qPrintable(read.error().message));
    }

    void otherComputersMustShowWhoTheyAre_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("mode");
        QTest::newRow("elsewhere") << u"postgresql://db.example/team"_s << u"sslmode='verify-full'"_s;
        QTest::newRow("elsewhere, said otherwise")
            << u"postgresql://db.example/team?sslmode=require"_s << u"sslmode='require'"_s;
        QTest::newRow("a name like an address of ours")
            << u"postgresql://127.0.0.1.example/team"_s << u"sslmode='verify-full'"_s;
        QTest::newRow("here") << u"postgresql://127.0.0.1/team"_s << QString();
        QTest::newRow("here by name") << u"postgresql://localhost/team"_s << QString();
        QTest::newRow("here by a socket") << u"postgresql:///team?host=/run/postgresql"_s << QString();
        QTest::newRow("here, said otherwise")
            << u"postgresql://[::1]/team?sslmode=verify-ca"_s << u"sslmode='verify-ca'"_s;
    }
    void otherComputersMustShowWhoTheyAre()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, mode);
        const QString options = DatabaseAddress::read(typed).value().first.connectOptions();
        QCOMPARE(options.contains("sslmode"_L1), !mode.isEmpty());
        QVERIFY2(options.contains(mode), qPrintable(options));
        QVERIFY(options.contains("connect_timeout"_L1)); // nothing waits for ever
    }

    void aQuoteInAFileNameStaysInIt()
    {
        const auto read = DatabaseAddress::read(u"postgresql://db.example/team?sslrootcert=/a'b%20user%3Devil"_s);
        QVERIFY2(read.value().first.connectOptions().contains(uR"(sslrootcert='/a\'b user=evil')"_s),
            qPrintable(read->first.connectOptions()));
    }
};

int tst_databaseaddress(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_DatabaseAddress>(argc, argv);
}
#include "tst_databaseaddress.moc"
