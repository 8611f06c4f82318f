// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/errorbody.h"
#include "tests/net/outcome.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;

class tst_ErrorBody : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theKindFollowsTheStatusAlone_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QString>("message");
        QTest::newRow("400") << 400 << "Rejected"_ba << u"The server refused the request with status 400."_s;
        QTest::newRow("401") << 401 << "Unauthorized"_ba << u"The server does not accept the sign-in."_s;
        QTest::newRow("403") << 403 << "Forbidden"_ba << u"The server does not allow this."_s;
        QTest::newRow("404") << 404 << "NotFound"_ba << u"The server does not have what was asked for."_s;
        QTest::newRow("405") << 405 << "Rejected"_ba << u"The server refused the request with status 405."_s;
        QTest::newRow("409") << 409 << "Conflict"_ba << u"The request conflicts with what the server has."_s;
        QTest::newRow("410") << 410 << "NotFound"_ba << u"The server does not have what was asked for."_s;
        QTest::newRow("412") << 412 << "Conflict"_ba << u"The request conflicts with what the server has."_s;
        QTest::newRow("429") << 429 << "Rejected"_ba << u"The server refused the request with status 429."_s;
        QTest::newRow("500") << 500 << "Server"_ba << u"The server failed with status 500."_s;
        QTest::newRow("503") << 503 << "Server"_ba << u"The server failed with status 503."_s;
    }

    void theKindFollowsTheStatusAlone()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, kind);
        QFETCH(const QString, message);
        const Error error = errorFrom({.status = status});
        QCOMPARE(kindName(error.kind), kind);
        QCOMPARE(error.message, message);
        QCOMPARE(error.status, status);
        QVERIFY(error.code.isEmpty());
        const Error misleading
            = errorFrom({.status = status, .body = R"({"error":"invalid_token","error_description":"404 not found"})"});
        QCOMPARE(kindName(misleading.kind), kind);
    }

    void whatTheServerSaysIsFound_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("said");
        QTest::newRow("RFC 6749") << R"({"error":"invalid_client","error_description":"No such client."})"_ba
                                  << u"invalid_client"_s << u"No such client."_s;
        QTest::newRow("RFC 6749 without description")
            << R"({"error":"invalid_client"})"_ba << u"invalid_client"_s << u"invalid_client"_s;
        QTest::newRow("error and errorMessage") << R"({"error":"x","errorMessage":"Why."})"_ba << u"x"_s << u"Why."_s;
        QTest::newRow("description is null") << R"({"error":"x","error_description":null})"_ba << u"x"_s << u"x"_s;
        QTest::newRow("envelope") << R"({"data":null,"error":{"code":"forbidden","message":"Not you."}})"_ba
                                  << u"forbidden"_s << u"Not you."_s;
        QTest::newRow("code and message")
            << R"({"code":"InvalidArgument","message":"Not a time.","innerError":null})"_ba << u"InvalidArgument"_s
            << u"Not a time."_s;
        QTest::newRow("inner error")
            << R"({"code":"A","message":null,"innerError":{"message":null,"innerError":{"code":"C","message":"Deep."}}})"_ba
            << u"A"_s << u"Deep."_s;
        QTest::newRow("number and message") << R"({"code":409,"message":"Taken."})"_ba << u"409"_s << u"Taken."_s;
        QTest::newRow("errorMessage") << R"({"errorMessage":"House style."})"_ba << u""_s << u"House style."_s;
        QTest::newRow("status and message")
            << R"({"status":"failed","message":"Because."})"_ba << u""_s << u"Because."_s;
        QTest::newRow("status") << R"({"status":"FAILED"})"_ba << u""_s << u"FAILED"_s;
        QTest::newRow("bare string") << R"("Just a text.")"_ba << u""_s << u"Just a text."_s;
        QTest::newRow("plain text") << "Forbidden - CSRF token invalid\n"_ba << u""_s
                                    << u"Forbidden - CSRF token invalid"_s;
        QTest::newRow("several lines") << "one\r\n  two\n"_ba << u""_s << u"one two"_s;
        QTest::newRow("secret in the text") << R"({"error":"x","error_description":"access_token=abc is bad"})"_ba
                                            << u"x"_s << u"access_token=*** is bad"_s;
    }

    void whatTheServerSaysIsFound()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, code);
        QFETCH(const QString, said);
        const Error error = errorFrom({.status = 400, .body = body});
        QCOMPARE(error.code, code);
        QCOMPARE(error.message, u"The server refused the request: %1"_s.arg(said));
    }

    void aPageForABrowserIsNotQuoted_data()
    {
        QTest::addColumn<Response>("response");
        QTest::newRow("by its start") << Response{.status = 502, .body = "\n<!doctype html><h1>Bad gateway</h1>"};
        QTest::newRow("by its type") << Response{
            .status = 502, .headers = {{"content-type", "text/html"}}, .body = "Bad gateway"};
        QTest::newRow("array") << Response{.status = 502, .body = "[1,2]"};
        QTest::newRow("object of something else") << Response{.status = 502, .body = "{\"a\":{\"message\":\"x\"}}"};
    }

    void aPageForABrowserIsNotQuoted()
    {
        QFETCH(const Response, response);
        const Error error = errorFrom(response);
        QCOMPARE(error.message, u"The server failed with status 502."_s);
        QVERIFY(!error.detail.isEmpty());
    }

    void endlessInnerErrorsEnd()
    {
        QByteArray body = "{}";
        for (int depth = 0; depth < 500; ++depth)
            body = "{\"innerError\":" + body + "}";
        QVERIFY(errorFrom({.status = 500, .body = body}).code.isEmpty());
    }

    void aLongTextIsCut()
    {
        const Error error = errorFrom({.status = 400, .body = QByteArray("word ").repeated(100'000)});
        QVERIFY(error.message.size() < 500);
        QVERIFY(error.detail.size() < 5000);
    }

    void howLongToWaitIsReadInBothForms_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("seconds"); // -1: nothing
        QTest::newRow("none") << ""_ba << -1;
        QTest::newRow("seconds") << " 120 "_ba << 120;
        QTest::newRow("no time") << "0"_ba << 0;
        QTest::newRow("negative") << "-5"_ba << 0;
        QTest::newRow("for ever") << "99999999999"_ba << 86'400;
        QTest::newRow("words") << "soon"_ba << -1;
        QTest::newRow("date") << "Mon, 02 Mar 2026 08:00:30 GMT"_ba << 30;
        QTest::newRow("date that has passed") << "Mon, 02 Mar 2026 07:00:00 GMT"_ba << 0;
        QTest::newRow("no date") << "Mon, 99 Mar 2026 07:00:00 GMT"_ba << -1;
    }

    void howLongToWaitIsReadInBothForms()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const int, seconds);
        // By the server's clock where it tells it, else by ours.
        const QDateTime ours(QDate(2026, 3, 2), QTime(8, 0), Qt::UTC);
        Response response{.status = 429, .headers = {{"retry-after", value}}, .receivedAt = ours};
        QCOMPARE(retryAfter(response).value_or(std::chrono::seconds(-1)).count(), seconds);
        response.receivedAt = ours.addDays(3);
        response.headers << Header("date", "Mon, 02 Mar 2026 08:00:00 GMT");
        QCOMPARE(retryAfter(response).value_or(std::chrono::seconds(-1)).count(), seconds);
    }
};

int tst_errorbody(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_ErrorBody>(argc, argv);
}
#include "tst_errorbody.moc"
