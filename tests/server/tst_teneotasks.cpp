// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"
#include "tests/testprogram.h"

#include <QXmlStreamReader>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static const QByteArray tasks = "/oauth2/clients/studio/admin/maintenance";
static const QByteArray studio = server::teneo::studioEuId;

// What takes time: maintenance and delegated login.
class tst_TeneoTasks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_twin = std::make_unique<Fixture>();
        m_admin = m_twin->adminToken();
    }

    void aTaskRunsForItsTimeAndLeavesItsResult_data()
    {
        QTest::addColumn<QByteArray>("task");
        QTest::newRow("daily") << "daily"_qba;
        QTest::newRow("hourly") << "hourly"_qba;
    }
    void aTaskRunsForItsTimeAndLeavesItsResult()
    {
        QFETCH(QByteArray, task);
        const QByteArray status = tasks + '/' + task + "/status/" + studio;
        const QJsonObject before = m_twin->get(status, m_admin).object();
        const Reply begun = m_twin->send("POST", tasks + '/' + task + "/begin/" + studio, m_admin, {}, {});
        QCOMPARE(begun.status, 202);
        QJsonObject expected{{u"clientId"_s, QString::fromLatin1(studio)},
            {u"task"_s, QString::fromLatin1(task.toUpper())}, {u"status"_s, u"RUNNING"_s},
            {u"startedAt"_s, u"2026-03-02T08:00:00.000Z"_s}, {u"lastResult"_s, before["lastResult"_L1]}};
        QCOMPARE(begun.object(), expected);
        m_twin->time.advance(2999ms);
        QCOMPARE(m_twin->get(status, m_admin).object(), expected);
        const Reply again = m_twin->send("POST", tasks + '/' + task + "/begin/" + studio, m_admin, {}, {});
        QCOMPARE(again.status, 409);
        QCOMPARE(again.text("error"_L1), u"conflict"_s);
        m_twin->time.advance(1ms);
        expected["status"_L1] = u"IDLE"_s;
        expected["startedAt"_L1] = QJsonValue();
        expected["lastResult"_L1] = QJsonObject{{u"outcome"_s, u"SUCCESS"_s},
            {u"startedAt"_s, u"2026-03-02T08:00:00.000Z"_s}, {u"finishedAt"_s, u"2026-03-02T08:00:03.000Z"_s},
            {u"message"_s, u"All maintenance steps were completed."_s}};
        QCOMPARE(m_twin->get(status, m_admin).object(), expected);
        QCOMPARE(m_twin->send("POST", tasks + '/' + task + "/begin/" + studio, m_admin, {}, {}).status, 202);
    }

    void theTasksOfAClientRunBesideEachOther()
    {
        QCOMPARE(m_twin->send("POST", tasks + "/daily/begin/" + studio, m_admin, {}, {}).status, 202);
        QCOMPARE(m_twin->get(tasks + "/hourly/status/" + studio, m_admin).text("status"_L1), u"IDLE"_s);
        QCOMPARE(m_twin->send("POST", tasks + "/hourly/begin/" + studio, m_admin, {}, {}).status, 202);
    }

    void theNextRunCanBeToldToFail()
    {
        const QJsonObject wish{
            {u"clientId"_s, QString::fromLatin1(studio)}, {u"task"_s, u"DAILY"_s}, {u"message"_s, u"Disk full."_s}};
        QCOMPARE(m_twin->control("/_control/teneo/maintenance", wish).status, 204);
        for (const QString &outcome : {u"FAILURE"_s, u"SUCCESS"_s}) {
            m_twin->send("POST", tasks + "/daily/begin/" + studio, m_admin, {}, {});
            m_twin->time.advance(3s);
            const QJsonObject result
                = m_twin->get(tasks + "/daily/status/" + studio, m_admin).object()["lastResult"_L1].toObject();
            QCOMPARE(result["outcome"_L1].toString(), outcome);
            QCOMPARE(result["message"_L1].toString() == "Disk full."_L1, outcome == "FAILURE"_L1);
        }
    }

    void anImpossibleFailureIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("wish");
        QTest::addColumn<int>("status");
        QTest::newRow("nothing") << QJsonObject{} << 404;
        QTest::newRow("unknown task") << QJsonObject{{u"clientId"_s, QString::fromLatin1(studio)},
            {u"task"_s, u"WEEKLY"_s}} << 400;
        QTest::newRow("unknown client") << QJsonObject{{u"clientId"_s, u"x"_s}, {u"task"_s, u"DAILY"_s}} << 404;
    }
    void anImpossibleFailureIsRefused()
    {
        QFETCH(QJsonObject, wish);
        QTEST(m_twin->control("/_control/teneo/maintenance", wish).status, "status");
    }

    void onlyStudioClientsHaveTasks_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        for (const char *task : {"daily", "hourly"}) {
            QTest::addRow("begin %s", task) << "POST"_qba << tasks + '/' + task + "/begin/";
            QTest::addRow("status %s", task) << "GET"_qba << tasks + '/' + task + "/status/";
        }
    }
    void onlyStudioClientsHaveTasks()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        const QJsonArray others = m_twin->get("/oauth2/clients?type=INQUIRE", m_admin).array();
        const QByteArray other = others.at(0).toObject()["id"_L1].toString().toLatin1();
        const Reply refused = m_twin->send(method, path + other, m_admin, {}, {});
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.text("error"_L1), u"invalid_request"_s);
        QCOMPARE(m_twin->send(method, path + "x", m_admin, {}, {}).status, 404);
        QCOMPARE(m_twin->send(method, path, m_admin, {}, {}).status, 404);
    }

    void aClientWithoutRunsHasNoResult()
    {
        const QJsonObject wish{{u"name"_s, u"Fresh"_s}, {u"type"_s, u"STUDIO"_s}, {u"url"_s, u"http://fresh.test"_s}};
        const QByteArray id = m_twin->json("POST", "/oauth2/clients", wish, m_admin).text("id"_L1).toLatin1();
        const QJsonObject status = m_twin->get(tasks + "/daily/status/" + id, m_admin).object();
        QVERIFY(status["lastResult"_L1].isNull());
        QVERIFY(status["startedAt"_L1].isNull());
    }

    void theDemoHasAFailedRun()
    {
        const QJsonArray list = m_twin->get("/oauth2/clients?type=STUDIO", m_admin).array();
        int failures = 0;
        for (const auto &client : list) {
            const QByteArray id = client.toObject()["id"_L1].toString().toLatin1();
            const QJsonObject result
                = m_twin->get(tasks + "/daily/status/" + id, m_admin).object()["lastResult"_L1].toObject();
            failures += result["outcome"_L1] == "FAILURE"_L1 && !result["message"_L1].toString().isEmpty();
        }
        QCOMPARE(failures, 1);
    }

    void metadataIsAnEntityDescriptor()
    {
        const Reply reply = m_twin->get("/oauth2/delegated/saml2/metadata");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.headers["content-type"], "application/samlmetadata+xml");
        QXmlStreamReader xml(reply.body);
        QVERIFY(xml.readNextStartElement());
        QCOMPARE(xml.name(), u"EntityDescriptor"_s);
        QVERIFY(xml.attributes().value(u"entityID"_s).startsWith(u"http://127.0.0.1:"_s));
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY(!xml.hasError());
        QVERIFY(reply.body.contains("http://" + m_twin->host() + "/oauth2/delegated/notification"));
    }

    void aDelegatedLoginEndsInTokensOnce()
    {
        const QString client = m_twin->clientToken();
        const Reply started = start(client);
        QCOMPARE(started.text("expiresAt"_L1), u"2026-03-02T08:05:00.000Z"_s);
        QCOMPARE(poll(started, client).status, 202);
        QCOMPARE(poll(started, client).text("status"_L1), u"PENDING"_s);

        const Reply page = visit(started);
        QVERIFY(page.body.contains("no signature is checked"));
        const Reply closing = choose(page, u"editor"_s);
        QCOMPARE(closing.status, 200);
        QVERIFY(closing.body.contains("You can close this window"));

        const Reply done = poll(started, client);
        QCOMPARE(done.status, 200);
        QCOMPARE(done.text("status"_L1), u"COMPLETED"_s);
        const Reply info = m_twin->get("/oauth2/token-info", done.text("access_token"_L1));
        QCOMPARE(info.text("userName"_L1), u"editor"_s);
        QCOMPARE(info.text("clientName"_L1), u"Studio EU"_s);
        const QByteArray refresh = done.text("refresh_token"_L1).toLatin1();
        QCOMPARE(
            m_twin
                ->form("/oauth2/token", "grant_type=refresh_token&" + Fixture::studioEu() + "&refresh_token=" + refresh)
                .status,
            200);
        QCOMPARE(poll(started, client).status, 410);
        QCOMPARE(choose(page, u"editor"_s).status, 400);
    }

    void aRefusedLoginFails()
    {
        const QString client = m_twin->clientToken();
        const Reply started = start(client);
        QCOMPARE(choose(visit(started), u"Refuse"_s).status, 200);
        const Reply reply = poll(started, client);
        QCOMPARE(reply.status, 403);
        QCOMPARE(reply.object(), QJsonObject({{u"status"_s, u"FAILED"_s}, {u"error"_s, u"access_denied"_s}}));
    }

    void anExpiredLoginIsGone()
    {
        const QString client = m_twin->clientToken();
        const Reply started = start(client);
        const Reply page = visit(started);
        m_twin->time.advance(5min);
        const Reply reply = poll(started, client);
        QCOMPARE(reply.status, 410);
        QCOMPARE(reply.object(), QJsonObject({{u"status"_s, u"EXPIRED"_s}}));
        QCOMPARE(choose(page, u"editor"_s).status, 400);
        QVERIFY(m_twin->get(pathOf(started)).isError());
    }

    void onlyTheClientThatStartedALoginCanPollIt()
    {
        const Reply started = start(m_twin->clientToken());
        const Reply other = m_twin->json("POST", "/oauth2/clients",
            {{u"name"_s, u"Other"_s}, {u"type"_s, u"OTHER"_s}, {u"secret"_s, u"s"_s}}, m_admin);
        const QString token = m_twin->token(
            "grant_type=client_credentials&client_secret=s&client_id=" + other.text("id"_L1).toLatin1());
        QCOMPARE(poll(started, token).status, 404);
        QCOMPARE(m_twin->get("/oauth2/delegated/notification?loginId=x", token).status, 404);
    }

    void aBadCallbackIsRefused_data()
    {
        QTest::addColumn<QByteArray>("response");
        const QByteArray ns = "xmlns=\"urn:oasis:names:tc:SAML:2.0:protocol\"";
        const auto row = [](const char *name, const QByteArray &xml) { QTest::newRow(name) << xml.toBase64(); };
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no base64") << "***"_qba;
        row("no XML", "hello");
        row("other XML", "<html/>");
        row("no namespace", "<Response><StatusCode Value='x'/></Response>");
        row("no status", "<Response " + ns + "/>");
        row("cut off", "<Response " + ns + "><StatusCode Value='x'/>");
        row("unknown user",
            "<Response " + ns
                + "><Status><StatusCode Value='urn:oasis:names:tc:SAML:2.0:status:Success'/></Status>"
                  "<NameID xmlns='urn:oasis:names:tc:SAML:2.0:assertion'>nobody</NameID></Response>");
        row("entity bomb",
            "<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d "
            "'&c;&c;&c;&c;&c;&c;&c;&c;'>"
            "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;'>]><Response "
                + ns + ">&f;</Response>");
        row("external entity",
            "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><Response " + ns + ">&b;</Response>");
    }
    void aBadCallbackIsRefused()
    {
        QFETCH(QByteArray, response);
        const QString client = m_twin->clientToken();
        const Reply started = start(client);
        const Reply reply = m_twin->form("/oauth2/delegated/notification",
            "SAMLResponse=" + response.toPercentEncoding() + "&RelayState=" + started.text("loginId"_L1).toLatin1());
        QCOMPARE(reply.status, 400);
        QVERIFY(reply.isError());
        QCOMPARE(poll(started, client).status, 202);
    }

    void withoutDelegationNothingOfItIsThere()
    {
        const QString client = m_twin->clientToken();
        QCOMPARE(m_twin->control("/_control/teneo/delegated", {{u"configured"_s, false}}).status, 204);
        QCOMPARE(m_twin->get("/oauth2/delegated/saml2/metadata").status, 404);
        QCOMPARE(m_twin->get("/oauth2/delegated/start-login-url", client).status, 404);
        QCOMPARE(m_twin->get("/idp/login").status, 404);
        QCOMPARE(m_twin->control("/_control/teneo/delegated", {}).status, 400);
        QCOMPARE(m_twin->control("/_control/teneo/delegated", {{u"configured"_s, true}}).status, 204);
        QCOMPARE(m_twin->get("/oauth2/delegated/saml2/metadata").status, 200);
    }

private:
    Reply start(const QString &client) { return m_twin->get("/oauth2/delegated/start-login-url", client); }
    Reply poll(const Reply &started, const QString &client)
    {
        return m_twin->get("/oauth2/delegated/notification?loginId=" + started.text("loginId"_L1).toLatin1(), client);
    }
    static QByteArray pathOf(const Reply &started)
    {
        const QUrl url(started.text("url"_L1));
        return url.path(QUrl::FullyEncoded).toLatin1() + '?' + url.query(QUrl::FullyEncoded).toLatin1();
    }
    Reply visit(const Reply &started) { return m_twin->get(pathOf(started)); }
    static QString between(const QString &text, const QString &before, const QString &after)
    {
        const qsizetype start = text.indexOf(before) + before.size();
        return text.contains(before) ? text.mid(start, text.indexOf(after, start) - start) : QString();
    }
    // Does what the browser does when the button of that label is pressed.
    Reply choose(const Reply &page, const QString &label)
    {
        const QStringList forms = QString::fromUtf8(page.body).split(u"<form "_s);
        for (const QString &form : forms) {
            if (between(form, u"<button type=\"submit\">"_s, u"<"_s) == label) {
                return m_twin->form(QUrl(between(form, u"action=\""_s, u"\""_s)).path().toLatin1(),
                    "SAMLResponse="
                        + between(form, u"name=\"SAMLResponse\" value=\""_s, u"\""_s).toLatin1().toPercentEncoding()
                        + "&RelayState=" + between(form, u"name=\"RelayState\" value=\""_s, u"\""_s).toLatin1());
            }
        }
        return {};
    }

    std::unique_ptr<Fixture> m_twin;
    QString m_admin;
};

int tst_teneotasks(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_TeneoTasks>(argc, argv);
}
#include "tst_teneotasks.moc"
