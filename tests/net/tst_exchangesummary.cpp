// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/bodystream.h"
#include "net/exchangesummary.h"
#include "net/knownsecrets.h"
#include "net/requestaddress.h"
#include "net/requestredaction.h"
#include "net/session.h"
#include "tests/net/outcome.h"
#include "tests/net/tokenserver.h"
#include "tests/testprogram.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

namespace {

const QUrl summaryBase(u"https://auth.example/tenant/"_s);

// Everything an exchange tells, in one text.
QByteArray wholeText(const ExchangeSummary &exchange)
{
    const Request &request = exchange.request;
    QByteArrayList parts{exchange.verb, exchange.path.toUtf8(), exchange.outcome.toUtf8(), exchange.asker.toUtf8(),
        exchange.base.toEncoded(), request.path.toUtf8(), request.query.toString(QUrl::FullyEncoded).toUtf8(),
        request.contentType, request.body, request.absolute.toEncoded(), exchange.body};
    for (const auto &[name, value] : request.headers + exchange.headers)
        parts << name << value;
    return parts.join('\n');
}

class WordTaker final : public BodyStream {
public:
    bool isFull() const override { return false; }
    Result<> take(const QByteArray &piece) override
    {
        taken += piece;
        return {};
    }
    QByteArray taken;
};

}

// What is kept of an exchange: without secrets, and no more than can be looked at.
class tst_ExchangeSummary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Every row hides the word S3CRETS3CRET somewhere.
    void noSecretIsKept_data()
    {
        QTest::addColumn<Request>("request");
        QTest::addColumn<Response>("answer");
        const Request plain = getRequest(u"/clients"_s);
        const Response ok{.status = 200};
        const auto with = [](Request request, const Header &header) {
            request.headers << header;
            return request;
        };
        const auto answering = [](const QByteArray &body, const QList<Header> &headers = {}) {
            return Response{.status = 200, .headers = headers, .body = body};
        };
        QTest::newRow("query") << getRequest(u"/x"_s, encodedQuery({{u"access_token"_s, u"S3CRETS3CRET"_s}})) << ok;
        QTest::newRow("form") << formRequest(u"/token"_s, {{u"client_secret"_s, u"S3CRETS3CRET"_s}}) << ok;
        QTest::newRow("form, a name in disguise") << Request{.verb = "POST",
            .contentType = "application/x-www-form-urlencoded",
            .body = "client%5Fsecret=S3CRETS3CRET"}
                                                  << ok;
        QTest::newRow("JSON") << jsonRequest("PUT", u"/x"_s, {{u"password"_s, u"S3CRETS3CRET"_s}}) << ok;
        QTest::newRow("bearer") << with(plain, {"Authorization", "Bearer S3CRETS3CRET"}) << ok;
        QTest::newRow("no scheme") << with(plain, {"Authorization", "S3CRETS3CRET"}) << ok;
        QTest::newRow("cookie") << with(plain, {"Cookie", "sid=S3CRETS3CRET; a=b"}) << ok;
        QTest::newRow("token of its own kind") << with(plain, {"Reference-Token", "S3CRETS3CRET"}) << ok;
        QTest::newRow("a bearer in the path") << getRequest(u"/tokens/eyJhbGciOiJIUzI1NiJ9.S3CRETS3CRET.x"_s) << ok;
        Request elsewhere = plain;
        elsewhere.absolute = QUrl(u"https://auth.example/x?token=S3CRETS3CRET"_s);
        QTest::newRow("absolute address") << elsewhere << ok;
        QTest::newRow("answer") << plain << answering(R"({"access_token":"S3CRETS3CRET"})");
        QTest::newRow("answer's cookie") << plain << answering({}, {{"set-cookie", "sid=S3CRETS3CRET; Path=/"}});
        QTest::newRow("answer's address")
            << plain << answering({}, {{"location", "https://app.example/cb?code=S3CRETS3CRET"}});
        const Request bearer = with(plain, {"Authorization", "Bearer S3CRETS3CRET"});
        QTest::newRow("echo") << bearer << answering("you sent S3CRETS3CRET, didn't you");
        QTest::newRow("echo in JSON") << bearer << answering(R"({"seen":"S3CRETS3CRET"})");
        QTest::newRow("echo in a header") << bearer << answering({}, {{"x-seen", "S3CRETS3CRET"}});
        QTest::newRow("echo of a cookie")
            << plain << answering(R"({"sid":"S3CRETS3CRET"})", {{"set-cookie", "sid=S3CRETS3CRET"}});
        QTest::newRow("echo of Basic") << with(plain, basicAuthorization(u"me"_s, Secret(u"S3CRETS3CRET"_s)))
                                       << answering("S3CRETS3CRET is wrong");
        QTest::newRow("echo of a form") << formRequest(u"/x"_s, {{u"password"_s, u"S3CRETS3CRET"_s}})
                                        << answering("S3CRETS3CRET is wrong");
        const QByteArray much(ExchangeSummary::bodyLimit - 6, ' ');
        QTest::newRow("cut by the limit") << bearer << answering(much + "S3CRETS3CRET" + much);
        QTest::newRow("cut JSON") << plain << answering("{\"a\":\"" + much + "\",\"token\":\"S3CRETS3CRET\"}");
    }

    void noSecretIsKept()
    {
        QFETCH(const Request, request);
        QFETCH(const Response, answer);
        const QByteArray text = wholeText(summaryOf(request, summaryBase, answer, {}));
        QVERIFY2(!text.contains("S3CRET"), text.left(400).constData());
    }

    void whatIsKnownIsRemovedInEveryWriting()
    {
        const QByteArray token = "a+b/\"c=\\d e";
        KnownSecrets known;
        known.add(token);
        known.add("short");
        Request request = getRequest(u"/x/"_s + QString::fromLatin1(token.toPercentEncoding()));
        request.headers << Header{"X-Note", token};
        const Response answer{.status = 200, .body = "{\"a\":\"a+b\\/\\\"c=\\\\d e\",\"b\":\"short\"}"};
        const ExchangeSummary kept = summaryOf(request, summaryBase, answer, known);
        QCOMPARE(kept.path, u"/x/***"_s);
        QCOMPARE(kept.request.headers.first().second, "***");
        QCOMPARE(kept.body, R"({"a":"***","b":"short"})");
    }

    void bodiesAreCutBeforeTheWordTheLimitMeets()
    {
        const QByteArray body = QByteArray(ExchangeSummary::bodyLimit - 4, '.').replace(0, 1, " ") + " abcdefgh";
        const auto kept = summaryOf(getRequest(u"/x"_s), summaryBase, {.status = 200, .body = body}, {});
        QCOMPARE(kept.extent, ExchangeSummary::Extent::Cut);
        QVERIFY(kept.body.size() <= ExchangeSummary::bodyLimit);
        QVERIFY(!kept.body.contains("abc"));
        Request write = emptyRequest("POST", u"/x"_s);
        write.body = body;
        QCOMPARE(summaryOf(write, summaryBase, {.status = 200, .body = "{}"}, {}).requestExtent,
            ExchangeSummary::Extent::Cut);
    }

    // What takes quadratic time to look through would give up half-way, and leave the rest as it is.
    void noTextTiresTheSearch_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("one word") << QByteArray(16'000, 'a');
        QTest::newRow("one quoted value") << "\"password\":\"" + QByteArray(16'000, 'a') + '"';
        QTest::newRow("escapes") << "\"password\":\"" + QByteArray("\\\"").repeated(8'000) + '"';
        QTest::newRow("names") << QByteArray("a-").repeated(8'000);
        QTest::newRow("beginnings of JWTs") << QByteArray("eyJ-").repeated(4'000);
        QTest::newRow("spaces") << "token" + QByteArray(16'000, ' ');
    }

    void noTextTiresTheSearch()
    {
        QFETCH(const QByteArray, text);
        const QString result = redacted(text + " ; client_secret=S3CRET", 65'536);
        QVERIFY(result.endsWith("client_secret=***"_L1));
    }

    void whatIsNoSecretStaysToTheByte()
    {
        Request request
            = jsonRequest("PUT", u"/clients/a%2Fb"_s, {{u"name"_s, u"8d1e3f60-52a7-4b8e-a0c1-7f2b9d4e6a35 x"_s}});
        request.query = encodedQuery({{u"q"_s, u"a+b&c d"_s}});
        request.headers << Header{"Accept", "application/json"};
        const Request rest = withoutSecrets(request);
        QCOMPARE(rest.body, request.body);
        QCOMPARE(*addressOf(rest, summaryBase), *addressOf(request, summaryBase));
        QCOMPARE(rest.headers, request.headers);
        const Request form
            = formRequest(u"/x"_s, {{u"client_id"_s, u"0123456789abcdef0123456789abcdef"_s}, {u"u"_s, u"~ *"_s}});
        QCOMPARE(withoutSecrets(form).body, form.body);
    }

    void onlyAReadOfOurOwnThatIsWholeCanBeRepeated()
    {
        TokenServer server;
        Session session({.base = server.url()}, TokenServer::signIn());
        QList<ExchangeSummary> seen;
        connect(&session, &Session::exchanged, this, [&](const ExchangeSummary &exchange) { seen << exchange; });
        const auto sent = [&](const Request &request, bool isAsOther = false) {
            (void)awaited(
                isAsOther ? session.callAs({.access = Secret(u"somebody's"_s)}, request) : session.call(request));
            return seen.last();
        };
        const ExchangeSummary read = sent(getRequest(u"/clients"_s, encodedQuery({{u"page"_s, u"2"_s}})));
        QVERIFY(read.isRepeatable);
        QVERIFY(!seen.first().isRepeatable); // the sign-in
        const Request again = repetitionOf(read);
        QVERIFY(again.headers.isEmpty()); // Session adds its own
        const ExchangeSummary repeated = sent(again);
        QCOMPARE(repeated.status, 200);
        QCOMPARE(server.seen("/clients?page=2").size(), 2);
        QVERIFY(!sent(emptyRequest("DELETE", u"/clients/1"_s)).isRepeatable);
        QVERIFY(!sent(getRequest(u"/clients"_s), true).isRepeatable);
        QVERIFY(!sent(getRequest(u"/clients"_s, encodedQuery({{u"token"_s, u"x"_s}}))).isRepeatable);
        session.setReadOnly(true);
        QCOMPARE(awaited(session.call(repetitionOf(read))), "200");
    }

    void aStreamedListIsNotKept()
    {
        HostileServer server([](Peer &peer) { peer.answer("[1,2,3]"); });
        Http http({.base = server.url()});
        QSignalSpy exchanged(&http, &Http::exchanged);
        Request request = getRequest(u"/list"_s);
        const auto taker = std::make_shared<WordTaker>();
        request.stream = taker;
        QCOMPARE(awaited(http.send(request)), "200");
        const auto exchange = exchanged.first().first().value<ExchangeSummary>();
        QCOMPARE(taker->taken, "[1,2,3]");
        QCOMPARE(exchange.extent, ExchangeSummary::Extent::Streamed);
        QVERIFY(exchange.body.isEmpty() && !exchange.request.stream);
        QCOMPARE(exchange.size, 7);
    }

    // A batch has hundreds in a second; the figure is for who reads the log of this test.
    void manyAreSummedUp()
    {
        Request request = formRequest(u"/oauth2/revoke"_s, {{u"token"_s, u"0123456789abcdef0123456789abcdef"_s}});
        request.headers << Header{"Authorization", "Bearer " + QByteArray("abcdefgh").repeated(40)};
        const Response answer{.status = 200,
            .headers = {{"date", "Sun, 22 Nov 2026 21:20:21 GMT"}, {"server", "x"},
                {"content-type", "application/json"}, {"content-length", "2"}, {"cache-control", "no-store"}},
            .body = "{}"};
        KnownSecrets known;
        known.add(QByteArray("abcdefgh").repeated(40));
        QBENCHMARK
        {
            QVERIFY(!summaryOf(request, summaryBase, answer, known).request.body.contains("0123"));
        }
    }

    void aLongAnswerIsSummedUp()
    {
        const QByteArray entry
            = R"({"id":"8d1e3f60-52a7-4b8e-a0c1-7f2b9d4e6a35","name":"Some client","scopes":["a","b"],"secret":"x1y2z3"},)";
        const Response answer{.status = 200, .body = '[' + entry.repeated(4'000) + "{}]"};
        QBENCHMARK
        {
            QVERIFY(!summaryOf(getRequest(u"/x"_s), summaryBase, answer, {}).body.contains("x1y2z3"));
        }
    }
};

int tst_exchangesummary(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_ExchangeSummary>(argc, argv);
}
#include "tst_exchangesummary.moc"
