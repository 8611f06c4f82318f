// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/exchangetext.h"
#include "items/har.h"
#include "items/httplogfilter.h"
#include "tests/dialects/teneoconsole.h"
#include "tests/testprogram.h"

#include <QAbstractItemModelTester>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace {

HttpLogEntry logEntry(
    const QString &path, int status = 200, const QByteArray &verb = "GET", const QString &profile = u"p"_s)
{
    ExchangeSummary exchange = summaryOf(
        {.verb = verb, .path = path, .asker = u"clients"_s}, QUrl(u"https://auth.example"_s), {.status = status}, {});
    exchange.sentAt = QDateTime(QDate(2026, 3, 2), QTime(8, 0, 0, 125), Qt::UTC);
    exchange.duration = std::chrono::milliseconds(38);
    return {.profileId = profile, .server = profile.toUpper(), .exchange = exchange};
}

QString wholeLog(const HttpLog &log)
{
    QString text;
    for (int row = 0; row < log.rowCount(); ++row) {
        const ExchangeSummary &exchange = log.entry(row).exchange;
        text += sentText(exchange) + receivedText(exchange)
            + scriptOf(ScriptLanguage::Curl, {exchange}).value_or(QString()) + exchange.request.query.toString()
            + exchange.request.absolute.toString();
        for (const auto &[name, value] : exchange.request.headers + exchange.headers)
            text += QString::fromUtf8(value);
        text += QString::fromUtf8(exchange.request.body + exchange.body);
        for (int column = 0; column < log.columnCount(); ++column)
            for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole)})
                text += log.index(row, column).data(role).toString();
    }
    return text;
}

// The members HAR 1.2 wants of an object, and nothing said of their types that JSON could not hold.
void hasMembers(const QJsonValue &object, const QStringList &names)
{
    for (const QString &name : names)
        QVERIFY2(object.isObject() && object.toObject().contains(name), qPrintable(name));
}

}

// The log of what went over the wire, from the sessions to the file.
class tst_HttpLog : public QObject {
    Q_OBJECT

private:
    // A connection whose credentials are noted as they are used.
    std::unique_ptr<Server> watched(
        TeneoConsole &console, HttpLog &log, const QString &method, const SignInValues &values)
    {
        SignIn signIn = TeneoConsole::method(method)->make(values);
        signIn.authorize = [this, authorize = signIn.authorize](Request &request, const Credential &credential) {
            m_secrets << credential.access.reveal() << credential.refresh.reveal();
            authorize(request, credential);
        };
        auto server = std::make_unique<Server>(
            Profile{.id = method, .name = method, .dialect = u"teneo"_s, .url = console.persona.url()},
            TeneoConsole::teneo(), signIn, console.http());
        log.watch(*server);
        return server;
    }

    QStringList m_secrets;

private Q_SLOTS:
    void init() { m_secrets.clear(); }

    void theNewestThousandAreKept()
    {
        HttpLog log;
        const QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int i = 0; i < 900; ++i)
            log.add(logEntry(u"/%1"_s.arg(i)));
        QCOMPARE(log.rowCount(), 0); // in one go, later
        QTRY_COMPARE(log.rowCount(), 900);
        for (int i = 900; i < 1'100; ++i)
            log.add(logEntry(u"/%1"_s.arg(i)));
        QTRY_COMPARE(log.entry(log.rowCount() - 1).exchange.path, u"/1099"_s);
        QCOMPARE(log.rowCount(), HttpLog::capacity);
        QCOMPARE(log.entry(0).exchange.path, u"/100"_s);
        for (int i = 0; i < 5'000; ++i)
            log.add(logEntry(u"/burst%1"_s.arg(i)));
        QTRY_COMPARE(log.entry(log.rowCount() - 1).exchange.path, u"/burst4999"_s);
        QCOMPARE(log.rowCount(), HttpLog::capacity);
        QCOMPARE(log.entry(0).exchange.path, u"/burst4000"_s);
        log.add(logEntry(u"/last"_s));
        log.clear();
        QCOMPARE(log.rowCount(), 0);
        log.add(logEntry(u"/after"_s));
        QTRY_COMPARE(log.rowCount(), 1);
        QCOMPARE(log.entry(0).exchange.path, u"/after"_s);
    }

    void everyColumnSaysItsPart()
    {
        HttpLog log;
        HttpLogEntry lost = logEntry(u"/clients"_s, 0, "PATCH");
        lost.exchange.outcome = u"Lost."_s;
        log.add(lost);
        log.add(logEntry(u"/clients"_s));
        QTRY_COMPARE(log.rowCount(), 2);
        const auto text = [&](int row, int column) { return log.index(row, column).data().toString(); };
        QCOMPARE(text(0, HttpLog::StatusColumn), u"–"_s);
        QCOMPARE(text(0, HttpLog::OutcomeColumn), u"Lost."_s);
        QCOMPARE(text(1, HttpLog::StatusColumn), u"200"_s);
        QCOMPARE(text(1, HttpLog::MethodColumn), u"GET"_s);
        QCOMPARE(text(1, HttpLog::ServerColumn), u"P"_s);
        QCOMPARE(text(1, HttpLog::AskerColumn), u"clients"_s);
        QCOMPARE(text(1, HttpLog::DurationColumn), u"38 ms"_s);
        for (int column = 0; column < log.columnCount(); ++column)
            QVERIFY(!log.headerData(column, Qt::Horizontal).toString().isEmpty());
    }

    void theFilterTakesWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("failedOnly");
        QTest::addColumn<QString>("profile");
        QTest::addColumn<QStringList>("paths");
        QTest::newRow("nothing") << u""_s << false << u""_s << QStringList{u"/a"_s, u"/b/x"_s, u"/c"_s};
        QTest::newRow("path") << u"B/"_s << false << u""_s << QStringList{u"/b/x"_s};
        QTest::newRow("method") << u"delete"_s << false << u""_s << QStringList{u"/c"_s};
        QTest::newRow("status") << u"404"_s << false << u""_s << QStringList{u"/b/x"_s};
        QTest::newRow("asker") << u"client"_s << false << u""_s << QStringList{u"/a"_s, u"/b/x"_s, u"/c"_s};
        QTest::newRow("two words") << u"get 404"_s << false << u""_s << QStringList{u"/b/x"_s};
        QTest::newRow("not across") << u"get/a"_s << false << u""_s << QStringList{};
        QTest::newRow("failed") << u""_s << true << u""_s << QStringList{u"/b/x"_s, u"/c"_s};
        QTest::newRow("one server") << u""_s << false << u"q"_s << QStringList{u"/c"_s};
    }

    void theFilterTakesWords()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, failedOnly);
        QFETCH(const QString, profile);
        QFETCH(const QStringList, paths);
        HttpLog log;
        HttpLogFilter filter(log);
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        log.add(logEntry(u"/a"_s));
        log.add(logEntry(u"/b/x"_s, 404));
        log.add(logEntry(u"/c"_s, 0, "DELETE", u"q"_s));
        filter.setText(text);
        filter.setFailedOnly(failedOnly);
        filter.setProfile(profile);
        QTRY_COMPARE(log.rowCount(), 3);
        QStringList shown;
        for (const HttpLogEntry &entry : filter.entries())
            shown << entry.exchange.path;
        QCOMPARE(shown, paths);
    }

    void aReadIsSentAgainAndIsAnEntryItself()
    {
        TeneoConsole console;
        HttpLog log;
        auto server = watched(console, log, u"administrator"_s, TeneoConsole::administrator());
        QCOMPARE(awaited(server->session().call(getRequest(u"/oauth2/clients"_s))), "200");
        QCOMPARE(awaited(server->session().call(emptyRequest("DELETE", u"/oauth2/clients/none"_s))), "NotFound");
        QTRY_COMPARE(log.rowCount(), 3);
        const HttpLogEntry signIn = log.entry(0);
        const HttpLogEntry read = log.entry(1);
        const HttpLogEntry write = log.entry(2);
        for (const HttpLogEntry &refused : {signIn, write}) {
            QVERIFY(!log.canSendAgain(refused));
            QCOMPARE(awaited(log.sendAgain(refused)), "Rejected");
        }
        server->session().setReadOnly(true);
        QVERIFY(log.canSendAgain(read));
        QCOMPARE(awaited(log.sendAgain(read)), "200");
        QTRY_COMPARE(log.rowCount(), 4);
        const ExchangeSummary &again = log.entry(3).exchange;
        QCOMPARE(again.path, read.exchange.path);
        QCOMPARE(again.asker, u"http-log"_s);
        QCOMPARE(again.request.headers.size(), read.exchange.request.headers.size());
        QVERIFY(log.canSendAgain(log.entry(3)));
        server.reset();
        QVERIFY(!log.canSendAgain(read));
        QCOMPARE(awaited(log.sendAgain(read)), "Rejected");
    }

    void noSecretOfARealSessionIsInTheLogOrTheArchive()
    {
        TeneoConsole console;
        HttpLog log;
        const auto administrator = watched(console, log, u"administrator"_s, TeneoConsole::administrator());
        auto &tokens = *administrator->collection(u"apiTokens"_s);
        QCOMPARE(awaited(tokens.refresh()), "ok");
        auto draft = tokens.newDraft();
        set(*draft, u"name"_s, u"warehouse"_s);
        set(*draft, u"userId"_s, u"u-1042"_s);
        const Saved made = value(draft->save());
        QCOMPARE(made.shownOnce.size(), 1);
        const auto person = watched(console, log, u"password"_s, TeneoConsole::studioEu(u"reporter"_s));
        QCOMPARE(awaited(person->session().call(getRequest(u"/oauth2/token-info"_s))), "200");
        QCOMPARE(awaited(person->session().signInAgain()), "ok"); // by the refresh token
        QCOMPARE(awaited(person->session().call(getRequest(u"/oauth2/token-info"_s))), "200");
        QCOMPARE(awaited(person->session().signOut()), "ok");
        QTRY_VERIFY(log.rowCount() >= 7);

        m_secrets << made.shownOnce.first().value.reveal() << u"admin_pass"_s << u"reporter_pass"_s
                  << QString::fromLatin1(server::teneo::studioEuSecret);
        m_secrets.removeAll(QString());
        m_secrets.removeDuplicates();
        QVERIFY(m_secrets.size() >= 4 + 3); // two access tokens of the person, one refresh token at least
        QList<HttpLogEntry> entries;
        bool wasRenewed = false;
        for (int row = 0; row < log.rowCount(); ++row) {
            entries << log.entry(row);
            wasRenewed = wasRenewed || log.entry(row).exchange.request.body.contains("grant_type=refresh_token");
        }
        QVERIFY(wasRenewed);
        const QString archive = QString::fromUtf8(harOf(entries));
        const QString whole = wholeLog(log);
        QVERIFY(whole.contains("warehouse"_L1) && archive.contains("warehouse"_L1));
        for (const QString &secret : std::as_const(m_secrets)) {
            QVERIFY2(!whole.contains(secret), qPrintable(secret));
            QVERIFY2(!archive.contains(secret), qPrintable(secret));
        }
    }

    void theArchiveHasWhatTheFormatWants()
    {
        HttpLogEntry write = logEntry(u"/clients"_s, 201);
        write.exchange.request = jsonRequest("PUT", u"/clients"_s, {{u"name"_s, u"Zoë"_s}});
        write.exchange.request.query = encodedQuery({{u"a"_s, u"b c"_s}});
        HttpLogEntry streamed = logEntry(u"/tokens"_s);
        streamed.exchange.extent = ExchangeSummary::Extent::Streamed;
        HttpLogEntry lost = logEntry(u"/lost"_s, 0);
        lost.exchange.outcome = u"Lost."_s;
        const QJsonObject log = QJsonDocument::fromJson(harOf({write, streamed, lost})).object()[u"log"].toObject();
        QCOMPARE(log[u"version"].toString(), u"1.2"_s);
        hasMembers(log[u"creator"], {u"name"_s, u"version"_s});
        const QJsonArray entries = log[u"entries"].toArray();
        QCOMPARE(entries.size(), 3);
        for (const auto &entry : entries) {
            hasMembers(entry, {u"startedDateTime"_s, u"time"_s, u"request"_s, u"response"_s, u"cache"_s, u"timings"_s});
            QVERIFY(QDateTime::fromString(entry[u"startedDateTime"].toString(), Qt::ISODateWithMs).isValid());
            hasMembers(entry[u"request"],
                {u"method"_s, u"url"_s, u"httpVersion"_s, u"cookies"_s, u"headers"_s, u"queryString"_s,
                    u"headersSize"_s, u"bodySize"_s});
            hasMembers(entry[u"response"],
                {u"status"_s, u"statusText"_s, u"httpVersion"_s, u"cookies"_s, u"headers"_s, u"content"_s,
                    u"redirectURL"_s, u"headersSize"_s, u"bodySize"_s});
            hasMembers(entry[u"response"][u"content"], {u"size"_s, u"mimeType"_s});
            for (const char16_t *part : {u"send", u"wait", u"receive"})
                QVERIFY(entry[u"timings"][QStringView(part)].toDouble(-1) >= 0);
        }
        const QJsonValue request = entries[0][u"request"];
        QCOMPARE(request[u"url"].toString(), u"https://auth.example/clients?a=b%20c"_s);
        QCOMPARE(request[u"queryString"][0][u"value"].toString(), u"b c"_s);
        QCOMPARE(request[u"postData"][u"text"].toString(), u"{\"name\":\"Zoë\"}"_s);
        QCOMPARE(request[u"postData"][u"mimeType"].toString(), u"application/json"_s);
        QVERIFY(entries[1][u"response"][u"content"][u"comment"].isString());
        QCOMPARE(entries[2][u"response"][u"status"].toInt(-1), 0);
        QCOMPARE(entries[2][u"response"][u"comment"].toString(), u"Lost."_s);
    }

    void theArchiveIsForItsOwnerOnly()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"log.har"_s);
        QCOMPARE(value(exportHar({logEntry(u"/a"_s)}, path)), 1);
        QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QCOMPARE(error(exportHar({}, dir.filePath(u"no/such/folder/x.har"_s))).kind, Error::Kind::Storage);
    }

    void whatIsNotThereIsSaidInWords()
    {
        ExchangeSummary exchange = logEntry(u"/a"_s).exchange;
        exchange.extent = ExchangeSummary::Extent::Streamed;
        QVERIFY(receivedText(exchange).contains("the log does not keep it"_L1));
        exchange.extent = exchange.requestExtent = ExchangeSummary::Extent::Cut;
        QVERIFY(receivedText(exchange).contains("only the beginning"_L1));
        QVERIFY(sentText(exchange).contains("only the beginning"_L1));
        QVERIFY(!scriptOf(ScriptLanguage::Curl, {exchange}));
    }
};

int tst_httplog(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_HttpLog>(argc, argv);
}
#include "tst_httplog.moc"
