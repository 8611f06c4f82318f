// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/dialect.h"
#include "dialects/jsonrows.h"
#include "net/jsonsplitter.h"
#include "records/records.h"
#include "tests/testprogram.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace {

// JSON with its quotation marks written as apostrophes.
QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

Rows<Token> tokenRows()
{
    return makeDialect(u"teneo"_s, {}).accessTokens.rows({});
}

// What the short way makes of it; nothing where it leaves it to the long one.
std::optional<Token> read(const QByteArray &object)
{
    static const Rows<Token> how = tokenRows();
    Records<Token> records(fields<Token>(), false);
    JsonRows rows = jsonRows(how.members, records.layout());
    const QByteArray padded = object + QByteArray(JsonSplitter::padding, ' ');
    const bool isRead = rows.read(QByteArrayView(padded).first(object.size()), records.columns());
    return isRead && records.columns().rows() == 1 ? std::optional(records.record(0)) : std::nullopt;
}

}

// The short way from JSON to columns must understand what the long way does, or leave it alone.
class tst_JsonRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Teneo tells of no client whether it is confidential, and a new one is.
    void whatNoMemberTellsIsAsInANewRecord()
    {
        const Rows<Client> how = makeDialect(u"teneo"_s, {}).clients.rows({});
        Records<Client> records(fields<Client>(), false);
        JsonRows rows = jsonRows(how.members, records.layout());
        const QByteArray object = quoted("{'id':'1','name':'Portal'}");
        const QByteArray padded = object + QByteArray(JsonSplitter::padding, ' ');
        QVERIFY(rows.read(QByteArrayView(padded).first(object.size()), records.columns()));
        QCOMPARE(records.record(0), (Client{.id = u"1"_s, .name = u"Portal"_s}));
    }

    void bothWaysUnderstandTheSame_data()
    {
        QTest::addColumn<QByteArray>("object");
        QTest::addColumn<bool>("isUsual");
        const auto row = [](const char *name, const char *object, bool isUsual) {
            QTest::newRow(name) << quoted(object) << isUsual;
        };
        row("all",
            "{'id':'1','type':'USER','clientId':'c','clientName':'C','userId':'u','userName':'mia',"
            "'issuedAt':'2026-03-02T08:15:30.000Z','expiresAt':'2026-03-02T08:15:31Z','lastUsedAt':null,'admin':true}",
            true);
        row("only an id", "{'id':'1'}", true);
        row("another name of it", "{'tokenId':'1'}", true);
        row("an empty one and another name", "{'id':'','tokenId':'1'}", true);
        row("both names", "{'id':'1','tokenId':'2'}", false);
        row("no id", "{'type':'USER'}", false);
        row("a number for an id", "{'id':1}", false);
        row("nulls", "{'id':'1','type':null,'clientName':null,'admin':null,'issuedAt':null}", true);
        row("nearly null", "{'id':'1','lastUsedAt':nuhl}", false);
        row("nearly null for a switch", "{'id':'1','admin':nil}", false);
        row("escapes", "{'id':'1','clientName':'a\\'\\\\\\n\\u00fc\\ud83d\\ude00','\\u0074ype':'X'}", true);
        row("half a surrogate", "{'id':'1','clientName':'\\ud83d'}", false);
        row("unknown members", "{'x':[1,{'id':'2'}],'id':'1','y':{'type':'no'},'z':1e5}", true);
        row("another order", "{'type':'A','id':'1'}", true);
        row("twice the same", "{'id':'1','type':'A','type':'B'}", false);
        row("text for a switch", "{'id':'1','admin':'yes'}", false);
        row("a number for a text", "{'id':'1','type':5}", false);
        row("a number for a time", "{'id':'1','issuedAt':5}", false);
        row("a time with a zone", "{'id':'1','issuedAt':'2026-03-02T08:15:30.000+02:00'}", true);
        row("a time without milliseconds' zeros", "{'id':'1','issuedAt':'2026-03-02T08:15:30.5Z'}", true);
        row("no time", "{'id':'1','issuedAt':'soon'}", true);
        row("an empty time", "{'id':'1','issuedAt':''}", true);
        row("no day", "{'id':'1','issuedAt':'2026-02-30T08:15:30.000Z'}", true);
        row("no hour", "{'id':'1','issuedAt':'2026-02-20T25:15:30.000Z'}", true);
        row("the leap day", "{'id':'1','issuedAt':'2024-02-29T23:59:59.999Z'}", true);
        row("before 1970", "{'id':'1','issuedAt':'1901-12-31T00:00:00.001Z'}", true);
        row("1970", "{'id':'1','issuedAt':'1970-01-01T00:00:00.000Z'}", true);
        row("far away", "{'id':'1','expiresAt':'9999-12-31T23:59:59.999Z'}", true);
        row("spaces", " {  'id' : '1' , 'type':'A' } ", true);
        row("a secret", "{'id':'1','token':'s3cret'}", false);
        row("an empty object", "{}", false);
        row("an array", "[1]", false);
    }
    void bothWaysUnderstandTheSame()
    {
        QFETCH(const QByteArray, object);
        const std::optional<Token> quick = read(object);
        QTEST(quick.has_value(), "isUsual");
        if (!quick)
            return;
        Result<Token> token = tokenRows().readEntry(QJsonDocument::fromJson(object).object());
        QVERIFY(token);
        token->raw = {};
        QCOMPARE(quick->id, token->id);
        QCOMPARE(quick->issuedAt, token->issuedAt);
        QVERIFY(*quick == *token);
    }

    void everyDayIsThatDay()
    {
        const Rows<Token> how = tokenRows();
        Records<Token> records(fields<Token>(), false);
        JsonRows rows = jsonRows(how.members, records.layout());
        const int stride = isSanitized ? 11 : 1;
        for (QDate day(1899, 12, 25); day < QDate(2105, 1, 1); day = day.addDays((day.day() % 3 + 1) * stride)) {
            const QString text = day.toString(Qt::ISODate) + u"T12:34:56.789Z"_s;
            const QByteArray object = quoted("{'id':'1','issuedAt':'") + text.toUtf8() + quoted("'}");
            const QByteArray padded = object + QByteArray(JsonSplitter::padding, ' ');
            QVERIFY(rows.read(QByteArrayView(padded).first(object.size()), records.columns()));
            const Token token = records.record(records.columns().rows() - 1);
            QCOMPARE(token.issuedAt, QDateTime(day, QTime(12, 34, 56, 789), Qt::UTC));
        }
    }

    void oneReaderReadsObjectsOfManyShapes()
    {
        Records<Token> records(fields<Token>(), false);
        JsonRows rows = jsonRows(tokenRows().members, records.layout());
        const QByteArrayList objects{quoted("{'id':'1','type':'A'}"), quoted("{'type':'B','id':'2'}"),
            quoted("{'id':'3'}"), quoted("{'a':1,'b':2,'c':3,'id':'4','type':'D'}"), quoted("{'id':'5'"),
            quoted("{'id':'6','type':'F'}")};
        QStringList read;
        for (const QByteArray &object : objects) {
            const QByteArray padded = object + QByteArray(JsonSplitter::padding, '}');
            if (rows.read(QByteArrayView(padded).first(object.size()), records.columns()))
                read << records.record(records.columns().rows() - 1).id
                        + records.record(records.columns().rows() - 1).type;
        }
        QCOMPARE(read.join(u' '), u"1A 2B 3 4D 6F"_s);
    }
};

int tst_jsonrows(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_JsonRows>(argc, argv);
}
#include "tst_jsonrows.moc"
