// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/records.h"
#include "tests/testprogram.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime someTime = QDateTime::fromString(u"2026-03-02T08:15:30.123Z"_s, Qt::ISODateWithMs);
const QJsonObject someRaw{{u"x"_s, QJsonArray{1, u"two"_s}}, {u"note"_s, u"Zürich"_s}};

// A record with something in every member.
template <typename T>
T filled();
template <>
Client filled()
{
    return {.id = u"c"_s,
        .name = u"Café 東京"_s,
        .type = u"STUDIO"_s,
        .url = u"https://x"_s,
        .description = u"a\nb"_s,
        .redirectUris = {u"https://a"_s, u"https://b"_s},
        .grantTypes = {u""_s},
        .scopes = {u"read"_s},
        .enabled = false,
        .confidential = false,
        .secret = Secret(u"s3cret"_s),
        .registrationToken = Secret(u"reg"_s),
        .accessTokenLifetime = seconds(60),
        .refreshTokenLifetime = seconds(1LL << 40),
        .createdAt = someTime,
        .updatedAt = someTime.addYears(-100),
        .raw = someRaw};
}
template <>
Scope filled()
{
    return {.id = u"s"_s, .displayName = u"S"_s, .description = u"d"_s, .passwordRequired = true, .raw = someRaw};
}
template <>
User filled()
{
    return {.id = u"u"_s,
        .name = u"mia"_s,
        .displayName = u"Mia"_s,
        .email = u"m@x"_s,
        .scopes = {u"a"_s, u"b"_s},
        .enabled = false,
        .password = Secret(u"pw"_s),
        .createdAt = someTime,
        .raw = someRaw};
}
template <>
ApiToken filled()
{
    return {.id = u"t"_s,
        .name = u"n"_s,
        .description = u"d"_s,
        .userId = u"u"_s,
        .userName = u"mia"_s,
        .enabled = false,
        .expiresAt = someTime,
        .createdAt = someTime.addMSecs(1),
        .lastUsedAt = someTime.addDays(1),
        .value = Secret(u"v"_s),
        .raw = someRaw};
}
template <>
Token filled()
{
    return {.id = u"t"_s,
        .type = u"USER"_s,
        .clientId = u"c"_s,
        .clientName = u"C"_s,
        .userId = u"u"_s,
        .userName = u"mia"_s,
        .issuedAt = someTime,
        .expiresAt = someTime.addDays(1),
        .lastUsedAt = someTime.addDays(2),
        .scopes = {u"a b"_s, u"c"_s},
        .admin = true,
        .value = Secret(u"v"_s),
        .raw = someRaw};
}

template <typename T>
void everyMemberComesBack()
{
    Records<T> records(fields<T>(), true);
    records.append(T{});
    records.append(filled<T>());
    QVERIFY(records.record(0) == T{});
    QVERIFY(records.record(1) == filled<T>());

    // And by way of another's cells.
    Records<T> others(fields<T>(), true);
    others.columns().textCell(others.cellLayout().idColumn, "so that numbers differ");
    RecordCells::Known known;
    for (const quint32 row : {1U, 0U})
        others.appendCells(others.translated(records.columns(), row, known), records, row);
    QVERIFY(others.record(0) == filled<T>());
    QVERIFY(others.record(1) == T{});
}

}

// Records in their compact form.
class tst_Records : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMemberOfEveryKindComesBack()
    {
        everyMemberComesBack<Client>();
        everyMemberComesBack<Scope>();
        everyMemberComesBack<User>();
        everyMemberComesBack<ApiToken>();
        everyMemberComesBack<Token>();
    }

    void whatOnlyOneServerHasIsAColumn()
    {
        const QList<Field<User>> shown{{"name", "", FieldKind::Text, {}, &User::name},
            {"role", "", FieldKind::Text, {}, RawKey{u"role"_s}}, {"age", "", FieldKind::Text, {}, RawKey{u"age"_s}},
            {"groups", "", FieldKind::List, {}, RawKey{u"groups"_s}}};
        Records<User> records(shown, true);
        const User user{
            .id = u"1"_s, .raw = {{u"role"_s, u"admin"_s}, {u"age"_s, 7}, {u"groups"_s, QJsonArray{u"a"_s, u"b"_s}}}};
        const quint32 row = records.append(user);
        const auto value = [&](const char *key) {
            return records.columns().value(row, records.layout().columnOf(RawKey{QString::fromLatin1(key)}));
        };
        QCOMPARE(value("role"), QVariant(u"admin"_s));
        QCOMPARE(value("age"), QVariant(u"7"_s));
        QCOMPARE(value("groups"), QVariant(QStringList{u"a"_s, u"b"_s}));
        QVERIFY(records.record(row) == user);
    }

    void rawIsKeptOnlyWhereItIsWanted()
    {
        Records<Token> records(fields<Token>(), false);
        Token token = filled<Token>();
        records.append(token);
        token.raw = {};
        QVERIFY(records.record(0) == token);
    }

    void noSecretIsInAColumn()
    {
        Records<Client> records(fields<Client>(), true);
        records.append(filled<Client>());
        QCOMPARE(records.layout().columnOf(&Client::secret), -1);
        for (int column = 0; column < records.columns().count(); ++column)
            QVERIFY(!records.columns().value(0, column).toString().contains(u"s3cret"));
    }

    void sameMeansTheSameWhateverTheOrderOfMembers()
    {
        Records<Scope> records(fields<Scope>(), true);
        Cells one = records.layout().cells(Scope{.id = u"s"_s, .raw = {{u"a"_s, 1}, {u"b"_s, 2}}}, records.columns());
        Cells other = one;
        other.last() = records.columns().textCell(records.cellLayout().rawColumn, R"({ "b": 2, "a": 1 })");
        QVERIFY(records.cellLayout().isSame(records.columns(), one, other));
        other.last() = records.columns().textCell(records.cellLayout().rawColumn, R"({"b":3,"a":1})");
        QVERIFY(!records.cellLayout().isSame(records.columns(), one, other));
    }
};

int tst_records(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Records>(argc, argv);
}
#include "tst_records.moc"
