// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/blastradius.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime signedInAt(QDate(2026, 3, 2), QTime(8, 0), Qt::UTC);

const BlastRadius::Self consoleSelf{.tokenIds = {u"t-own"_s, u"f1f1"_s},
    .clientId = u"c-1"_s,
    .client = u"Console"_s,
    .user = u"admin"_s,
    .issued = signedInAt};

QString shareText(const QList<BlastRadius::Share> &shares)
{
    QStringList texts;
    for (const auto &share : shares)
        texts << u"%1 %2%3"_s.arg(share.count).arg(share.name, share.isOwn ? u"!"_s : QString());
    return texts.join(u", "_s);
}

}

// What a bulk removal would hit, and what of it is the console's own.
class tst_BlastRadius : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsNothing()
    {
        const BlastRadius radius(u"accessTokens"_s, consoleSelf);
        QCOMPARE(radius.total(), 0);
        QVERIFY(radius.clients(true).isEmpty() && radius.users(true).isEmpty() && radius.types(true).isEmpty());
        QVERIFY(!radius.oldest().isValid() && !radius.newest().isValid());
    }

    void rowsAreCountedByClientUserAndType()
    {
        BlastRadius radius(u"accessTokens"_s, consoleSelf);
        for (int i = 0; i < 30; ++i)
            radius.add({.id = QString::number(i),
                .client = i % 3 == 0 ? u"Console"_s : u"Studio"_s,
                .user = i < 5 ? u"admin"_s : QString(),
                .type = u"USER"_s,
                .issued = signedInAt.addDays(-1 - i)});
        radius.add({.id = u"old"_s, .clientId = u"c-9"_s, .type = u"API"_s});
        QCOMPARE(radius.total(), 31);
        QCOMPARE(shareText(radius.clients(true)), u"20 Studio, 10 Console!, 1 c-9"_s);
        QCOMPARE(shareText(radius.users(true)), u"26 , 5 admin!"_s);
        QCOMPARE(shareText(radius.types(true)), u"30 USER, 1 API"_s);
        QCOMPARE(radius.oldest(), signedInAt.addDays(-30));
        QCOMPARE(radius.newest(), signedInAt.addDays(-1));
        QVERIFY(radius.ownIds().isEmpty()); // none is our token, though some are of our client and user
    }

    void ourOwnCountOnlyWhenIncluded()
    {
        BlastRadius radius(u"accessTokens"_s, consoleSelf);
        radius.add({.id = u"t-own"_s, .client = u"Console"_s, .user = u"admin"_s, .type = u"USER"_s});
        radius.add({.id = u"a"_s, .client = u"Studio"_s, .user = u"admin"_s, .type = u"USER"_s});
        QCOMPARE(shareText(radius.clients(true)), u"1 Console!, 1 Studio"_s);
        QCOMPARE(shareText(radius.clients(false)), u"1 Studio"_s);
        QCOMPARE(shareText(radius.users(true)), u"2 admin!"_s);
        QCOMPARE(shareText(radius.users(false)), u"1 admin!"_s);
        QCOMPARE(radius.total(), 2);
    }

    void whereNoRowSaysThereIsNoTable()
    {
        BlastRadius radius(u"scopes"_s, consoleSelf);
        radius.add({.id = u"read"_s});
        radius.add({.id = u"write"_s});
        QVERIFY(radius.clients(true).isEmpty() && radius.users(true).isEmpty() && radius.types(true).isEmpty());
        QCOMPARE(radius.others(), (QStringList{u"read"_s, u"write"_s}));
    }

    void whatIsOurOwnIsRecognised_data()
    {
        using Own = BlastRadius::Own;
        using Row = BlastRadius::Row;
        QTest::addColumn<QString>("kind");
        QTest::addColumn<BlastRadius::Row>("row");
        QTest::addColumn<int>("own");
        const auto add = [](const char *tag, const QString &kind, const Row &row, Own own) {
            QTest::newRow(tag) << kind << row << int(own);
        };
        const QString tokens = u"accessTokens"_s;
        add("token by its id", tokens, {.id = u"t-own"_s}, Own::Token);
        add("token by its fingerprint", u"keptTokens"_s, {.id = u"f1f1"_s}, Own::Token);
        add("token by moment, user and client", tokens,
            {.id = u"x"_s, .client = u"Console"_s, .clientId = u"c-1"_s, .user = u"admin"_s, .issued = signedInAt},
            Own::Token);
        add("refresh token made a second later", u"refreshTokens"_s,
            {.id = u"x"_s, .user = u"admin"_s, .issued = signedInAt.addSecs(1)}, Own::Token);
        add("token of the client alone", tokens, {.id = u"x"_s, .clientId = u"c-1"_s, .issued = signedInAt},
            Own::Token);
        add("other user at the same moment", tokens,
            {.id = u"x"_s, .clientId = u"c-1"_s, .user = u"reporter"_s, .issued = signedInAt}, Own::No);
        add("other client at the same moment", tokens,
            {.id = u"x"_s, .clientId = u"c-2"_s, .user = u"admin"_s, .issued = signedInAt}, Own::No);
        add("our user, another day", tokens, {.id = u"x"_s, .user = u"admin"_s, .issued = signedInAt.addDays(-1)},
            Own::No);
        add("the same moment, nothing else", tokens, {.id = u"x"_s, .issued = signedInAt}, Own::No);
        add("our client", u"clients"_s, {.id = u"c-1"_s}, Own::Client);
        add("another client", u"clients"_s, {.id = u"c-2"_s, .name = u"Console"_s}, Own::No);
        add("our user by name", u"users"_s, {.id = u"u-77"_s, .name = u"admin"_s}, Own::User);
        add("our user by id", u"users"_s, {.id = u"admin"_s, .name = u"The Admin"_s}, Own::User);
        add("a scope of our name", u"scopes"_s, {.id = u"admin"_s}, Own::No);
    }

    void whatIsOurOwnIsRecognised()
    {
        QFETCH(const QString, kind);
        QFETCH(const BlastRadius::Row, row);
        QFETCH(const int, own);
        BlastRadius radius(kind, consoleSelf);
        QCOMPARE(int(radius.own(row)), own);
        radius.add(row);
        QCOMPARE(radius.ownIds().size(), own == int(BlastRadius::Own::No) ? 0 : 1);
        QCOMPARE(radius.others().size() + radius.ownIds().size(), radius.total());
    }

    void whoIsUnknownOwnsNothing()
    {
        const BlastRadius radius(u"clients"_s, {});
        QCOMPARE(int(radius.own({.id = QString()})), int(BlastRadius::Own::No));
    }
};

int tst_blastradius(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_BlastRadius>(argc, argv);
}
#include "tst_blastradius.moc"
