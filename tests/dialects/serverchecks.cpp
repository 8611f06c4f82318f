// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/dialects/capabilities.h"
#include "tests/dialects/capabilitychecks.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

void isMaintained(DemoServer &visited)
{
    auto &watch = *visited.server().maintenance();
    const QString client = QString::fromLatin1(server::teneo::studioEuId);
    for (int task = 0; task < watch.taskLabels().size(); ++task) {
        const auto isIn = [&](MaintenanceCell::State wanted) {
            const int row = watch.rowOf(client);
            return row >= 0 && watch.clients().at(row).cells.at(task).state == wanted;
        };
        watch.refresh();
        QTRY_VERIFY(isIn(MaintenanceCell::State::Idle));
        const auto run = watch.run(client, task);
        QTRY_VERIFY(isIn(MaintenanceCell::State::Running));
        visited.persona().time.advance(1h);
        watch.refresh();
        QCOMPARE(value(run).outcome, MaintenanceRun::Outcome::Succeeded);
    }
}

bool isMetadataServed(DemoServer &visited)
{
    const auto &discovery = visited.server().dialect().discovery;
    for (const auto &request : discovery.requests) {
        const auto answer = visited.server().session().callAs({}, request);
        if (awaited(answer) == "200" && discovery.read(*answer.result(), visited.persona().url()))
            return true;
    }
    return false;
}

void isDiscovered(DemoServer &visited)
{
    QVERIFY(isMetadataServed(visited));
    QVERIFY(visited.server().dialect().tokens.issuer.startsWith(visited.persona().url().toString()));
}

void areDocumentsShown(DemoServer &visited)
{
    const auto count = visited.server().documentLabels().size();
    QVERIFY(count > 0);
    for (int i = 0; i < count; ++i) {
        const QString text = value(visited.server().document(i));
        QVERIFY(text.startsWith(u'{') || text.startsWith(u'<'));
    }
}

// Opens the identity provider's page as a browser would and presses its first button, which is of somebody it knows.
bool isPressed(DemoServer &visited, const QUrl &url)
{
    Browser browser(visited.persona());
    const Reply page = browser.open(url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::FullyEncoded));
    static const QRegularExpression form(
        u"action=.([^\"]*).>\\s*<input[^>]*SAMLResponse. value=.([^\"]*).>\\s*<input[^>]*RelayState. value=.([^\"]*)."_s);
    const auto match = form.match(QString::fromUtf8(page.body));
    return match.hasMatch()
        && post(visited.persona(), QUrl(match.captured(1)).path().toLatin1(),
               {{"SAMLResponse", match.captured(2).toLatin1()}, {"RelayState", match.captured(3).toLatin1()}})
               .status
        == 200;
}

void isSignedIn(DemoServer &visited, const QString &way)
{
    int count = 0;
    for (const auto &method : visited.server().dialect().signInMethods) {
        if (wayOf(method) != way)
            continue;
        SignInValues values = visited.demo().signIns.value(method.id);
        if (way == u"code")
            values = visited.browserClient();
        if (way == u"token" && values.secrets.isEmpty())
            values.secrets[method.fields.first().key] = visited.issued().credential.access;
        const auto server = visited.stranger(method.id, values);
        bool isOpened = way != u"delegated";
        QObject::connect(&server->session(), &Session::browserRequested, server.get(),
            [&](const QUrl &url) { isOpened = isOpened || isPressed(visited, url); });
        const auto person = way == u"code"
            ? std::make_unique<Person>(visited.persona(), server->session(), visited.typed())
            : nullptr;
        QCOMPARE(awaited(server->session().signIn()), "ok"_qba);
        QVERIFY(isOpened);
        QCOMPARE(server->session().state(), Session::State::SignedIn);
        ++count;
    }
    QVERIFY(count > 0);
}

void isGrantRefused(DemoServer &visited)
{
    const QString type = u"client_credentials"_s;
    const auto token
        = visited.server().tokens().issue(named(visited.server().dialect().grants.list, type), visited.valuesFor(type));
    QCOMPARE(awaited(token), "Rejected"_qba);
    QVERIFY(!error(token).message.isEmpty());
}

void isMetadataMissing(DemoServer &visited)
{
    QVERIFY(!isMetadataServed(visited));
    QCOMPARE(awaited(visited.server().session().signIn()), "ok"_qba);
}

}

CapabilityChecks serverChecks()
{
    CapabilityChecks checks{
        {u"maintenance"_s, isMaintained}, {u"discovery"_s, isDiscovered}, {u"documents"_s, areDocumentsShown}};
    for (const auto &way : {u"client"_s, u"password"_s, u"token"_s, u"code"_s, u"delegated"_s})
        checks[u"signIn."_s + way] = checkWith(isSignedIn, way);
    return checks;
}

CapabilityChecks undocumentedChecks()
{
    return {{u"grants.client_credentials"_s, isGrantRefused}, {u"discovery"_s, isMetadataMissing}};
}
