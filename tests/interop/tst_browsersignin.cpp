// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/interop/foreignprogram.h"
#include "tests/interop/temporaryworkspace.h"
#include "tests/testprogram.h"

using namespace Qt::Literals::StringLiterals;

// The console's sign-in by redirect with a real browser in it: Chromium is handed the address a person's browser would
// be opened with, clicks through what the server shows, and ends on the page of the console's own port.
class tst_BrowserSignIn : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_chromium.start(u"browser.mjs"_s);
        m_provider.start(u"provider.mjs"_s);
        m_providerUrl = QUrl(m_provider.nextFacts()[u"url"].toString());
        QVERIFY(m_providerUrl.isValid());
    }

    void thePersonEndsWhereTheWindowCanBeClosed_data()
    {
        QTest::addColumn<QUrl>("server");
        QTest::addColumn<QString>("client");
        QTest::addColumn<QString>("person");
        QTest::addColumn<QString>("id");
        QTest::newRow("our persona") << m_persona.url() << u"console"_s << u"ana"_s << u"u-ana"_s;
        QTest::newRow("npm oidc-provider") << m_providerUrl << u"native"_s << u"alice"_s << u"alice"_s;
    }
    void thePersonEndsWhereTheWindowCanBeClosed()
    {
        QFETCH(QUrl, server);
        QFETCH(QString, client);
        QFETCH(QString, person);
        TemporaryWorkspace console;
        Server *connected = console.connected({.dialect = u"oidc"_s,
            .url = server,
            .signInMethod = u"browser"_s,
            .settings = {{u"clientId"_s, client}, {u"redirectUri"_s, u"http://127.0.0.1/callback"_s}}});
        QVERIFY(connected);
        Session &session = connected->session();
        connect(&session, &Session::browserRequested, this, [&](const QUrl &url) {
            const QJsonObject typed{{u"username"_s, person}, {u"password"_s, person + u"_pass"_s}};
            m_chromium.write({{u"url"_s, url.toString(QUrl::FullyEncoded)}, {u"typed"_s, typed}});
        });
        QCOMPARE(awaited(session.signIn()), "ok"_qba);
        QCOMPARE(session.state(), Session::State::SignedIn);
        QTEST(value(connected->tokens().info()).userId, "id");

        QTRY_VERIFY_WITH_TIMEOUT(m_chromium.hasSpoken(), 60'000);
        const QJsonObject page = m_chromium.nextFacts();
        QCOMPARE(page[u"title"].toString(), u"Latchkey"_s);
        QCOMPARE(page[u"text"].toString().trimmed(), u"You are signed in. You can close this window."_s);
        QVERIFY(!page[u"lang"].toString().isEmpty());
        QVERIFY(page[u"url"].toString().startsWith(u"http://127.0.0.1:"));
        QCOMPARE(page[u"problems"].toArray(), QJsonArray());
    }

private:
    Fixture m_persona{{.personas = {u"oidc"_s}, .demo = true}};
    ForeignProgram m_chromium;
    ForeignProgram m_provider;
    QUrl m_providerUrl;
};

int tst_browsersignin(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_BrowserSignIn>(argc, argv);
}
#include "tst_browsersignin.moc"
