// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/requests.h"
#include "tests/dialects/teneoconsole.h"
#include "tests/testprogram.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// The ways to sign in to Teneo, each through Session, Http and a socket against the persona.
class tst_TeneoSignIn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_console = std::make_unique<TeneoConsole>(); }
    void cleanup() { m_console.reset(); }

    void everyMethodSignsIn_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("admin");
        QTest::newRow("administrator") << u"administrator"_s << u"admin"_s << u"ADMIN"_s << u"admin"_s << true;
        QTest::newRow("client") << u"clientCredentials"_s << QString() << u"CLIENT"_s << QString() << false;
        QTest::newRow("user") << u"password"_s << u"reporter"_s << u"USER"_s << u"reporter"_s << false;
        QTest::newRow("user with rights") << u"password"_s << u"admin"_s << u"USER"_s << u"admin"_s << true;
        QTest::newRow("API token") << u"apiToken"_s << u"u-1043"_s << u"API"_s << u"editor"_s << false;
        QTest::newRow("API token of admin") << u"apiToken"_s << u"u-1000"_s << u"API"_s << u"admin"_s << true;
    }
    void everyMethodSignsIn()
    {
        QFETCH(QString, method);
        QFETCH(QString, user);
        const auto server = m_console->connected(method, valuesFor(method, user));
        QCOMPARE(awaited(server->session().signIn()), "ok"_qba);
        QCOMPARE(server->session().state(), Session::State::SignedIn);
        const Token own = value(server->tokens().info());
        QTEST(own.type, "type");
        QTEST(own.userName, "name");
        QTEST(own.admin, "admin");
        QCOMPARE(own.clientName, own.type == u"CLIENT" || own.type == u"USER" ? u"Studio EU"_s : QString());
    }

    void anAdministratorsNameGoesWhereAClientsIdWould()
    {
        const Request request = TeneoConsole::method(u"administrator"_s)->make(TeneoConsole::administrator()).request();
        QCOMPARE(request.path, u"/oauth2/token"_s);
        QCOMPARE(formOf(request),
            (QMap<QString, QString>{{u"grant_type"_s, u"client_credentials"_s}, {u"client_id"_s, u"admin"_s},
                {u"client_secret"_s, u"admin_pass"_s}}));
    }

    void wrongWordsDoNotSignIn_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QByteArray>("outcome");
        QTest::addColumn<QString>("code");
        QTest::newRow("administrator") << u"administrator"_s << u"password"_s << "Unauthorized"_qba
                                       << u"invalid_client"_s;
        QTest::newRow("client") << u"clientCredentials"_s << u"clientSecret"_s << "Unauthorized"_qba
                                << u"invalid_client"_s;
        QTest::newRow("user's client") << u"password"_s << u"clientSecret"_s << "Unauthorized"_qba
                                       << u"invalid_client"_s;
        QTest::newRow("user") << u"password"_s << u"password"_s << "Rejected"_qba << u"invalid_grant"_s;
        QTest::newRow("API token") << u"apiToken"_s << u"apiToken"_s << "Unauthorized"_qba << u"invalid_token"_s;
        QTest::newRow("delegated") << u"delegated"_s << u"clientSecret"_s << "Unauthorized"_qba << u"invalid_client"_s;
    }
    void wrongWordsDoNotSignIn()
    {
        QFETCH(QString, method);
        QFETCH(QString, field);
        SignInValues values = valuesFor(method, u"admin"_s);
        values.secrets[field] = Secret(u"not it"_s);
        const auto server = m_console->connected(method, values);
        const auto info = server->tokens().info();
        QTEST(awaited(info), "outcome");
        QTEST(error(info).code, "code");
        QVERIFY(!error(info).message.isEmpty());
        QVERIFY(!(error(info).message + error(info).detail).contains(u"not it"_s));
        QCOMPARE(server->session().state(), Session::State::SignedOut);
    }

    void everyCredentialIsGivenBack_data()
    {
        QTest::addColumn<QString>("method");
        for (const auto *id : {"administrator", "clientCredentials", "password"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }
    void everyCredentialIsGivenBack()
    {
        QFETCH(QString, method);
        const auto accessTokens = m_console->ids("/oauth2/access-tokens");
        const auto refreshTokens = m_console->ids("/oauth2/refresh-tokens");
        const auto server = m_console->connected(method, valuesFor(method, u"admin"_s));
        QCOMPARE(awaited(server->session().signIn()), "ok"_qba);
        QCOMPARE(m_console->ids("/oauth2/access-tokens").size(), accessTokens.size() + 1);
        QCOMPARE(
            m_console->ids("/oauth2/refresh-tokens").size(), refreshTokens.size() + (method == u"password" ? 1 : 0));
        QCOMPARE(awaited(server->session().signOut()), "ok"_qba);
        QCOMPARE(server->session().state(), Session::State::SignedOut);
        QCOMPARE(m_console->ids("/oauth2/access-tokens"), accessTokens);
        QCOMPARE(m_console->ids("/oauth2/refresh-tokens"), refreshTokens);
    }

    void aTokenGivenBackIsRefused()
    {
        const SignIn steps = TeneoConsole::method(u"password"_s)->make(valuesFor(u"password"_s, u"reporter"_s));
        Http http(m_console->http());
        const auto answer = http.send(steps.request());
        QCOMPARE(awaited(answer), "200"_qba);
        const auto credential = steps.read(*answer.result());
        QVERIFY(credential);
        const QString bearer = credential->access.reveal();
        QCOMPARE(m_console->persona.get("/oauth2/token-info", bearer).status, 200);
        QCOMPARE(awaited(http.send(steps.signOut(*credential))), "200"_qba);
        QCOMPARE(m_console->persona.get("/oauth2/token-info", bearer).status, 401);
        QCOMPARE(awaited(http.send(steps.renew(*credential))), "400"_qba);
    }

    void aPastedTokenOutlivesTheSignOut()
    {
        const QString pasted = m_console->persona.apiToken(u"u-1042"_s);
        const auto server = m_console->connected(u"apiToken"_s, {.secrets = {{u"apiToken"_s, Secret(pasted)}}});
        QCOMPARE(value(server->tokens().info()).userName, u"reporter"_s);
        QCOMPARE(awaited(server->session().signOut()), "ok"_qba);
        QCOMPARE(m_console->persona.get("/oauth2/token-info", pasted).status, 200);
    }

    void anExpiredTokenIsReplaced_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<int>("hours");
        QTest::addColumn<QList<int>>("statuses"); // refused, the token endpoint, answered
        QTest::newRow("by the refresh token") << u"password"_s << 2 << QList<int>{401, 200, 200};
        QTest::newRow("refresh token expired too") << u"password"_s << 24 * 15 << QList<int>{401, 400, 200, 200};
        QTest::newRow("without a refresh token") << u"administrator"_s << 2 << QList<int>{401, 200, 200};
    }
    void anExpiredTokenIsReplaced()
    {
        QFETCH(QString, method);
        QFETCH(int, hours);
        const auto server = m_console->connected(method, valuesFor(method, u"admin"_s));
        QCOMPARE(awaited(server->session().signIn()), "ok"_qba);
        m_console->persona.time.advance(std::chrono::hours(hours));
        QList<int> statuses;
        connect(&server->session(), &Session::exchanged, this,
            [&statuses](const ExchangeSummary &exchange) { statuses << exchange.status; });
        QCOMPARE(value(server->tokens().info()).userName, u"admin"_s);
        QTEST(statuses, "statuses");
        QCOMPARE(server->session().state(), Session::State::SignedIn);
    }

    void aDelegatedLoginIsCompletedInTheBrowser()
    {
        const auto server = m_console->connected(u"delegated"_s, valuesFor(u"delegated"_s));
        QSignalSpy asked(&server->session(), &Session::browserRequested);
        const auto signedIn = server->session().signIn();
        QTRY_COMPARE(asked.size(), 1);
        QVERIFY(pressed(asked.first().first().toUrl(), u"editor"_s));
        QCOMPARE(awaited(signedIn), "ok"_qba);
        const Token own = value(server->tokens().info());
        QCOMPARE(own.type, u"USER"_s);
        QCOMPARE(own.userName, u"editor"_s);
        QCOMPARE(own.clientName, u"Studio EU"_s);

        m_console->persona.time.advance(2h);
        QCOMPARE(value(server->tokens().info()).userName, u"editor"_s);
        QCOMPARE(asked.size(), 1); // renewed without a browser
        QCOMPARE(awaited(server->session().signOut()), "ok"_qba);
    }

    void aDelegatedLoginThatEndsOtherwiseFails_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<QByteArray>("outcome");
        QTest::newRow("refused") << "refuse"_qba
                                 << "Forbidden"_qba;
        QTest::newRow("expired") << "expire"_qba
                                 << "NotFound"_qba;
        QTest::newRow("the client's own token ended") << "revoke"_qba
                                                      << "Unauthorized"_qba;
        QTest::newRow("stopped") << "stop"_qba
                                 << "Stopped"_qba;
    }
    void aDelegatedLoginThatEndsOtherwiseFails()
    {
        QFETCH(QByteArray, end);
        const auto server = m_console->connected(u"delegated"_s, valuesFor(u"delegated"_s));
        QSignalSpy asked(&server->session(), &Session::browserRequested);
        const auto signedIn = server->session().signIn();
        QTRY_COMPARE(asked.size(), 1);
        if (end == "refuse")
            QVERIFY(pressed(asked.first().first().toUrl(), u"Refuse"_s));
        else if (end == "expire")
            m_console->persona.time.advance(6min);
        else if (end == "revoke")
            m_console->fail({{u"path"_s, u"/oauth2/delegated/notification"_s}, {u"status"_s, 401}, {u"times"_s, 1}});
        else
            server->session().stop(u"sign-in"_s);
        QTEST(awaited(signedIn), "outcome");
        QVERIFY(!error(signedIn).message.isEmpty());
        QCOMPARE(server->session().state(), Session::State::SignedOut);
    }

    void aServerWithoutDelegationSaysSo()
    {
        QCOMPARE(m_console->persona.control("/_control/teneo/delegated", {{u"configured"_s, false}}).status, 204);
        const auto server = m_console->connected(u"delegated"_s, valuesFor(u"delegated"_s));
        const auto signedIn = server->session().signIn();
        QCOMPARE(awaited(signedIn), "NotFound"_qba);
        QVERIFY2(error(signedIn).message.contains(u"not configured"), qPrintable(error(signedIn).message));
        QCOMPARE(awaited(server->document(0)), "NotFound"_qba);
    }

    void theAddressMayComeWithoutAnObject_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::newRow("text") << u"%1"_s;
        QTest::newRow("JSON text") << u"\"%1\""_s;
        QTest::newRow("object with the address alone") << u"{\"url\":\"%1\"}"_s;
    }
    void theAddressMayComeWithoutAnObject()
    {
        QFETCH(QString, pattern);
        const QString url
            = m_console->persona.get("/oauth2/delegated/start-login-url", m_console->persona.clientToken())
                  .text("url"_L1);
        QVERIFY(url.startsWith(m_console->persona.url().toString()));
        m_console->fail(
            {{u"path"_s, u"/oauth2/delegated/start-login-url"_s}, {u"status"_s, 200}, {u"body"_s, pattern.arg(url)}});
        const auto server = m_console->connected(u"delegated"_s, valuesFor(u"delegated"_s));
        QSignalSpy asked(&server->session(), &Session::browserRequested);
        const auto signedIn = server->session().signIn();
        QTRY_COMPARE(asked.size(), 1);
        QVERIFY(pressed(asked.first().first().toUrl(), u"auditor"_s));
        QCOMPARE(awaited(signedIn), "ok"_qba);
        QCOMPARE(value(server->tokens().info()).userName, u"auditor"_s);
    }

    void anAnswerThatIsNoneDoesNotSignIn_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("body");
        const QString token = u"/oauth2/token"_s;
        const QString start = u"/oauth2/delegated/start-login-url"_s;
        QTest::newRow("no token") << u"administrator"_s << token << u"{}"_s;
        QTest::newRow("token is a number") << u"administrator"_s << token << u"{\"access_token\":7}"_s;
        QTest::newRow("token list") << u"password"_s << token << u"[]"_s;
        QTest::newRow("page") << u"clientCredentials"_s << token << u"<html></html>"_s;
        QTest::newRow("nothing") << u"administrator"_s << token << QString();
        QTest::newRow("no address") << u"delegated"_s << start << u"{}"_s;
        QTest::newRow("address of a program")
            << u"delegated"_s << start << u"{\"url\":\"javascript:alert(1)\",\"loginId\":\"1\"}"_s;
        QTest::newRow("address of a file") << u"delegated"_s << start << u"\"file:///etc/passwd?RelayState=1\""_s;
        QTest::newRow("address without a login") << u"delegated"_s << start << u"\"https://idp.example.test/\""_s;
        QTest::newRow("poll without a token")
            << u"delegated"_s << u"/oauth2/delegated/notification"_s << u"{\"status\":\"COMPLETED\"}"_s;
    }
    void anAnswerThatIsNoneDoesNotSignIn()
    {
        QFETCH(QString, method);
        QFETCH(QString, path);
        QFETCH(QString, body);
        m_console->fail({{u"path"_s, path}, {u"status"_s, 200}, {u"body"_s, body}});
        const auto server = m_console->connected(method, valuesFor(method, u"admin"_s));
        const auto signedIn = server->session().signIn();
        QCOMPARE(awaited(signedIn), "Protocol"_qba);
        QVERIFY(!error(signedIn).message.isEmpty());
        QCOMPARE(server->session().state(), Session::State::SignedOut);
    }

private:
    SignInValues valuesFor(const QString &method, const QString &user = {})
    {
        if (method == u"administrator")
            return TeneoConsole::administrator();
        if (method == u"apiToken")
            return {.secrets = {{u"apiToken"_s, Secret(m_console->persona.apiToken(user))}}};
        return TeneoConsole::studioEu(user);
    }

    // Opens the identity provider's page as a browser would and presses the button of that name.
    static bool pressed(const QUrl &url, const QString &button)
    {
        QNetworkAccessManager browser;
        const auto body = [](QNetworkReply *reply) {
            const bool ended = QTest::qWaitFor([reply] { return reply->isFinished(); }, 30'000);
            reply->deleteLater();
            return ended && reply->error() == QNetworkReply::NoError ? QString::fromUtf8(reply->readAll()) : QString();
        };
        const QString page = body(browser.get(QNetworkRequest(url)));
        static const QRegularExpression forms(
            u"action=.([^\"]*).>\\s*<input[^>]*SAMLResponse. value=.([^\"]*).>\\s*<input[^>]*RelayState. value=.([^\"]*).>\\s*<button[^>]*>([^<]*)<"_s);
        for (auto form = forms.globalMatch(page); form.hasNext();) {
            const auto match = form.next();
            if (match.captured(4) != button)
                continue;
            QNetworkRequest request{QUrl(match.captured(1))};
            request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
            const QByteArray fields = "SAMLResponse=" + QUrl::toPercentEncoding(match.captured(2))
                + "&RelayState=" + QUrl::toPercentEncoding(match.captured(3));
            return !body(browser.post(request, fields)).isEmpty();
        }
        return false;
    }

    std::unique_ptr<TeneoConsole> m_console;
};

int tst_teneosignin(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_TeneoSignIn>(argc, argv);
}
#include "tst_teneosignin.moc"
