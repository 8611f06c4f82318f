// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "items/recordmodel.h"
#include "tests/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

static Client client(const QString &id, const QString &name)
{
    return {.id = id, .name = name, .secret = Secret(u"s3cret"_s), .accessTokenLifetime = seconds(3600)};
}

static QStringList names(const QAbstractItemModel &model)
{
    QStringList list;
    for (int row = 0; row < model.rowCount(); ++row)
        list << model.index(row, 0).data().toString();
    return list;
}

class tst_RecordModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void columnsAreTheFieldsThatAreNotHidden()
    {
        const RecordModel<Client> model(fields<Client>(), nullptr);
        for (const auto &column : model.columns()) {
            QVERIFY(!(column.flags & FieldFlag::Hidden));
            QVERIFY2(column.kind != FieldKind::Password, qPrintable(column.key));
        }
        QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"Name"_s);
        QCOMPARE(model.columns().first().key, u"name"_s);
    }

    void mergingKeepsWhatStays()
    {
        RecordModel<Client> model(fields<Client>(), nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (const auto *id : {"a", "b", "c", "d", "e"})
            model.put(client(QString::fromLatin1(id), QString::fromLatin1(id).toUpper()));
        const QPersistentModelIndex kept = model.index(2, 0);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);

        model.beginRefresh();
        for (const auto *id : {"a", "c"})
            model.put(client(QString::fromLatin1(id), QString::fromLatin1(id).toUpper()));
        model.endRefresh(true);
        QCOMPARE(names(model), (QStringList{u"A"_s, u"C"_s}));
        QCOMPARE(removed.size(), 2); // b alone, d and e together
        QVERIFY(kept.isValid());
        QCOMPARE(kept.data(IdRole).toString(), u"c"_s);

        model.put(client(u"c"_s, u"C2"_s));
        QCOMPARE(kept.data().toString(), u"C2"_s);
        model.remove(u"a"_s);
        model.put(client(u"c"_s, u"C3"_s));
        QCOMPARE(names(model), QStringList{u"C3"_s});
    }

    void anUnchangedRecordIsNotNews()
    {
        RecordModel<Client> model(fields<Client>(), nullptr);
        model.put(client(u"a"_s, u"A"_s));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.put(client(u"a"_s, u"A"_s));
        QCOMPARE(changed.size(), 0);
    }

    // Tokens come and go by the hundred thousand; what is gone must not fill the memory for ever.
    void whatIsGoneGivesItsRoomBack_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("short") << 5000;
        QTest::newRow("long") << 21'000; // which another thread moves
    }
    void whatIsGoneGivesItsRoomBack()
    {
        QFETCH(const int, count);
        RecordModel<Client> model(fields<Client>(), nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto refresh = [&](int first) {
            Records<Client> records = model.emptyRecords();
            records.append(client(u"stays"_s, u"Stays"_s));
            for (int i = first; i < first + count; ++i)
                records.append(client(QString::number(i), u"Client %1"_s.arg(i)));
            model.beginRefresh();
            model.put(records);
            model.endRefresh(true);
        };
        refresh(0);
        const QPersistentModelIndex kept = model.index(0, 0);
        for (int round = 1; round < 3; ++round)
            refresh(round * count);
        QTRY_VERIFY(int(model.cells().rows()) <= 2 * (count + 1));
        QCOMPARE(model.rowCount(), count + 1);
        QCOMPARE(kept.data(IdRole).toString(), u"stays"_s);
        QCOMPARE(model.find(u"stays"_s)->secret.reveal(), u"s3cret"_s);
        QVERIFY(!model.find(u"0"_s));
        for (int row = 1; row <= count; row += isSanitized ? 97 : 1)
            QCOMPARE(model.index(row, 0).data(IdRole).toString(), QString::number(2 * count + row - 1));
    }

    void noRoleShowsASecret()
    {
        RecordModel<Client> model(fields<Client>(), nullptr);
        model.put(client(u"a"_s, u"A"_s));
        for (int column = 0; column < model.columnCount(); ++column)
            for (int role = 0; role < Qt::UserRole + 8; ++role)
                QVERIFY(!model.index(0, column).data(role).toString().contains(u"s3cret"));
    }

    void texts_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<FieldKind>("kind");
        QTest::addColumn<QString>("text");
        QTest::newRow("switch") << QVariant(true) << FieldKind::Switch << u"Yes"_s;
        QTest::newRow("duration") << QVariant::fromValue(seconds(5400)) << FieldKind::Duration << u"1 h 30 min"_s;
        QTest::newRow("list") << QVariant(QStringList{u"a"_s, u"b"_s}) << FieldKind::List << u"a, b"_s;
        QTest::newRow("lines") << QVariant(u"one\ntwo"_s) << FieldKind::Lines << u"one two"_s;
        QTest::newRow("no time") << QVariant(QDateTime()) << FieldKind::Time << QString();
        QTest::newRow("password") << QVariant::fromValue(Secret(u"x"_s)) << FieldKind::Password << u"••••••••"_s;
    }
    void texts()
    {
        QFETCH(QVariant, value);
        QFETCH(FieldKind, kind);
        QTEST(displayText(value, kind, {}, systemClock()), "text");
    }

    void noExpiryIsSaidPlainly()
    {
        QCOMPARE(displayText(QDateTime(), FieldKind::Time, FieldFlag::Never, systemClock()), u"Never"_s);
    }

    void tokensAreNamedByWhoHoldsThem()
    {
        QCOMPARE(recordName(Token{.id = u"1"_s, .type = u"USER"_s, .clientName = u"Studio"_s, .userName = u"mia"_s}),
            u"USER token of mia for Studio"_s);
        QCOMPARE(recordName(Token{.id = u"1"_s, .type = u"CLIENT"_s, .clientName = u"Studio"_s}),
            u"CLIENT token of Studio"_s);
        QCOMPARE(recordName(Token{.id = u"1"_s}), u"1"_s);
    }
};

int tst_recordmodel(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_RecordModel>(argc, argv);
}
#include "tst_recordmodel.moc"
