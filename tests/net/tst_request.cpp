// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/request.h"
#include "tests/testprogram.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class tst_Request : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSegmentStaysOneSegment_data()
    {
        QTest::addColumn<QStringList>("segments");
        QTest::addColumn<QString>("path");
        QTest::newRow("none") << QStringList{} << u""_s;
        QTest::newRow("two") << QStringList{u"clients"_s, u"web"_s} << u"/clients/web"_s;
        QTest::newRow("slash") << QStringList{u"a/b"_s} << u"/a%2Fb"_s;
        QTest::newRow("percent") << QStringList{u"100%"_s, u"%2F"_s} << u"/100%25/%252F"_s;
        QTest::newRow("dots and more") << QStringList{u"../x"_s} << u"/..%2Fx"_s;
        QTest::newRow("space and plus") << QStringList{u"a b+c"_s} << u"/a%20b%2Bc"_s;
        QTest::newRow("delimiters") << QStringList{u"?#;=&:@"_s} << u"/%3F%23%3B%3D%26%3A%40"_s;
        QTest::newRow("letters beyond ASCII")
            << QStringList{u"Größe 漢😀"_s} << u"/Gr%C3%B6%C3%9Fe%20%E6%BC%A2%F0%9F%98%80"_s;
        QTest::newRow("composed and not") << QStringList{u"\u00e9"_s, u"e\u0301"_s} << u"/%C3%A9/e%CC%81"_s;
        QTest::newRow("unreserved") << QStringList{u"A-z_0.9~"_s} << u"/A-z_0.9~"_s;
    }

    void aSegmentStaysOneSegment()
    {
        QFETCH(const QStringList, segments);
        QFETCH(const QString, path);
        QCOMPARE(encodedPath(segments), path);
    }

    void aFormIsEncodedAsInRfc6749_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QByteArray>("encoded");
        QTest::newRow("example of appendix B") << u" %&+£€"_s << "+%25%26%2B%C2%A3%E2%82%AC"_ba;
        QTest::newRow("password") << u"p:w=d;/?"_s << "p%3Aw%3Dd%3B%2F%3F"_ba;
        QTest::newRow("unreserved") << u"A-z_0.9"_s << "A-z_0.9"_ba;
        QTest::newRow("line break") << u"a\r\nb"_s << "a%0D%0Ab"_ba;
        QTest::newRow("empty") << u""_s << ""_ba;
    }

    void aFormIsEncodedAsInRfc6749()
    {
        QFETCH(const QString, value);
        QFETCH(const QByteArray, encoded);
        const Request request = formRequest(u"/token"_s, {{u"first"_s, value}, {value, u"2"_s}}, Effect::SignIn);
        QCOMPARE(request.body, "first=" + encoded + '&' + encoded + "=2");
        QCOMPARE(request.contentType, "application/x-www-form-urlencoded");
        QCOMPARE(request.verb, "POST");
        QVERIFY(request.effect == Effect::SignIn);
    }

    void basicAuthorizationEncodesBeforeItJoins_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QByteArray>("decoded");
        QTest::newRow("plain") << u"s6BhdRkqt3"_s << u"gX1fBat3bV"_s << "s6BhdRkqt3:gX1fBat3bV"_ba;
        QTest::newRow("colon") << u"a:b"_s << u"c:d"_s << "a%3Ab:c%3Ad"_ba;
        QTest::newRow("percent, plus, space") << u"a%b"_s << u"c+d e"_s << "a%25b:c%2Bd+e"_ba;
        QTest::newRow("beyond ASCII") << u"é"_s << u"€"_s << "%C3%A9:%E2%82%AC"_ba;
    }

    void basicAuthorizationEncodesBeforeItJoins()
    {
        QFETCH(const QString, id);
        QFETCH(const QString, secret);
        QFETCH(const QByteArray, decoded);
        const Header header = basicAuthorization(id, Secret(secret));
        QCOMPARE(header.first, "Authorization");
        QVERIFY(header.second.startsWith("Basic "));
        QCOMPARE(QByteArray::fromBase64(header.second.mid(6)), decoded);
    }

    void requestsSayWhatTheyDo()
    {
        QVERIFY(getRequest(u"/a"_s).effect == Effect::Read);
        QVERIFY(emptyRequest("DELETE", u"/a"_s).effect == Effect::Write);
        QVERIFY(formRequest(u"/a"_s, {}).effect == Effect::Write);
        const Request json = jsonRequest("PUT", u"/a"_s, {{u"a"_s, 1}});
        QVERIFY(json.effect == Effect::Write);
        QCOMPARE(json.body, "{\"a\":1}");
        QCOMPARE(json.contentType, "application/json");
    }

    void aQueryKeepsPlusAndPercent()
    {
        QCOMPARE(
            encodedQuery({{u"a b"_s, u"50%+1&c=ä"_s}}).toString(QUrl::FullyEncoded), u"a%20b=50%25%2B1%26c%3D%C3%A4"_s);
    }

    void jsonIsReadWhole_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("object") << "{\"a\":1}"_ba << QJsonValue(QJsonObject{{u"a"_s, 1}});
        QTest::newRow("empty object") << "{}"_ba << QJsonValue(QJsonObject());
        QTest::newRow("array") << "[1,2]"_ba << QJsonValue(QJsonArray{1, 2});
        QTest::newRow("nested array") << "[[1]]"_ba
                                      << QJsonValue(
                                             QJsonArray{QJsonValue(QJsonArray{1})}); // else it may be a copy (CWG 2137)
        QTest::newRow("string") << "\"abc\""_ba << QJsonValue(u"abc"_s);
        QTest::newRow("number") << "17"_ba << QJsonValue(17);
        QTest::newRow("big number") << "9007199254740993"_ba << QJsonValue(qint64(9007199254740993));
        QTest::newRow("true") << "true"_ba << QJsonValue(true);
        QTest::newRow("null") << "null"_ba << QJsonValue(QJsonValue::Null);
        QTest::newRow("space around") << " \r\n\t{ } \n"_ba << QJsonValue(QJsonObject());
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF[1]"_ba << QJsonValue(QJsonArray{1});
        QTest::newRow("byte order mark, scalar") << "\xEF\xBB\xBF\"a\""_ba << QJsonValue(u"a"_s);
        QTest::newRow("escapes") << "\"\\u00e4\\n\""_ba << QJsonValue(u"ä\n"_s);
    }

    void jsonIsReadWhole()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QJsonValue, value);
        const Result<QJsonValue> json = Response{.status = 200, .body = body}.json();
        QVERIFY(json);
        QCOMPARE(*json, value);
    }

    void malformedJsonIsRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << ""_ba;
        QTest::newRow("only space") << " \r\n"_ba;
        QTest::newRow("only a byte order mark") << "\xEF\xBB\xBF"_ba;
        QTest::newRow("two scalars") << "1,2"_ba;
        QTest::newRow("two objects") << "{},{}"_ba;
        QTest::newRow("object and scalar") << "{}1"_ba;
        QTest::newRow("two documents") << "{}\n{}"_ba;
        QTest::newRow("out of the wrapping") << "1],[2"_ba;
        QTest::newRow("closing the wrapping") << "1]"_ba;
        QTest::newRow("lone brackets") << "]["_ba;
        QTest::newRow("trailing comma") << "[1,]"_ba;
        QTest::newRow("trailing comma, scalar") << "1,"_ba;
        QTest::newRow("leading comma") << ",1"_ba;
        QTest::newRow("trailing garbage") << "{\"a\":1}x"_ba;
        QTest::newRow("cut object") << "{\"a\":1"_ba;
        QTest::newRow("cut string") << "\"abc"_ba;
        QTest::newRow("cut list") << "[{\"a\":1},{\"b"_ba;
        QTest::newRow("cut number") << "-"_ba;
        QTest::newRow("cut word") << "tru"_ba;
        QTest::newRow("unquoted") << "abc"_ba;
        QTest::newRow("single quotes") << "{'a':1}"_ba;
        QTest::newRow("not a number") << "NaN"_ba;
        QTest::newRow("infinite") << "1e400"_ba;
        QTest::newRow("comment") << "/* */ {}"_ba;
        QTest::newRow("invalid UTF-8") << "\"\xff\""_ba;
        QTest::newRow("overlong UTF-8") << "\"\xc0\xaf\""_ba;
        QTest::newRow("UTF-16") << "\xff\xfe{\0}\0"_ba;
        QTest::newRow("zero byte") << "{}\0"_ba;
        QTest::newRow("too deep") << QByteArray(5'000'000, '[');
        QTest::newRow("markup") << "<html></html>"_ba;
    }

    void malformedJsonIsRefused()
    {
        QFETCH(const QByteArray, body);
        const Result<QJsonValue> json = Response{.status = 200, .body = body}.json();
        QVERIFY(!json);
        QVERIFY(json.error().kind == Error::Kind::Protocol);
        QVERIFY(!json.error().message.isEmpty());
    }

    void theWrongKindOfJsonIsRefused()
    {
        const Response object{.status = 200, .body = "{}"};
        const Response array{.status = 200, .body = "[]"};
        QVERIFY(object.object());
        QVERIFY(array.array());
        QVERIFY(object.array().error().kind == Error::Kind::Protocol);
        QVERIFY(array.object().error().kind == Error::Kind::Protocol);
    }

    void aHeaderIsFoundByName()
    {
        const Response response{.status = 200, .headers = {{"date", "today"}, {"etag", "1"}}};
        QCOMPARE(response.header("etag"), "1");
        QCOMPARE(response.header("location"), QByteArray());
    }
};

int tst_request(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Request>(argc, argv);
}
#include "tst_request.moc"
