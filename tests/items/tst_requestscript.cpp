// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/requestscript.h"
#include "items/requesttext.h"
#include "net/session.h"
#include "tests/net/hostileserver.h"
#include "tests/net/outcome.h"
#include "tests/net/tokenserver.h"
#include "tests/testprogram.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace {

// What the secrets are; with no space and no tilde, which may be written in two ways.
const QString scriptSecret = u"s3\"cr'e\\t$HOME`id`%41&=ü;"_s;
const QByteArray scriptToken = "t0ken-of-the-session";
const QByteArray otherSecret = "another-s3cret";

struct ScriptRun {
    int exitCode = -1;
    QByteArray output{};
    QByteArray complaint{};
};

QString interpreterOf(ScriptLanguage language)
{
    switch (language) {
    case ScriptLanguage::Curl:
        return u"sh"_s;
    case ScriptLanguage::PowerShell:
        return u"pwsh"_s;
    case ScriptLanguage::Python:
        break;
    }
    return u"python3"_s;
}

// The requests of a day, with `text` wherever a person's text may stand.
QList<Request> requestsWith(const QString &text)
{
    Request query = getRequest(
        encodedPath({u"clients"_s, text}), encodedQuery({{u"q"_s, text}, {u"access_token"_s, scriptSecret}}));
    query.headers << Header{"Authorization", "Bearer " + scriptToken} << Header{"Accept", "application/json"};
    Request json = jsonRequest("PUT", u"/clients/1"_s, {{u"name"_s, text}, {u"clientSecret"_s, scriptSecret}});
    json.headers << Header{"Authorization", "Bearer " + scriptToken};
    Request form = formRequest(u"/token"_s, {{u"username"_s, text}, {u"client_secret"_s, scriptSecret}});
    Request other = formRequest(u"/token"_s, {{u"client_secret"_s, QString::fromLatin1(otherSecret)}});
    other.headers << basicAuthorization(u"my client"_s, Secret(scriptSecret));
    Request patch = emptyRequest("PATCH", u"/clients/1/secret"_s);
    patch.headers << Header{"Cookie", "sid=" + scriptToken} << Header{"X-Text", "it's \"$x\" `y` \\"};
    Request raw = emptyRequest("POST", u"/text"_s);
    raw.contentType = "text/plain";
    raw.body = "@" + text.toUtf8();
    Request elsewhere = emptyRequest("DELETE", u"/"_s);
    elsewhere.path = u"/clients/a'b(c)"_s;
    return {query, json, form, other, patch, raw, elsewhere};
}

QProcessEnvironment environmentWithSecrets()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ACCESS_TOKEN"_s, scriptSecret);
    environment.insert(u"CLIENT_SECRET"_s, scriptSecret);
    environment.insert(u"CLIENT_SECRET_2"_s, QString::fromLatin1(otherSecret));
    environment.insert(u"LATCHKEY_TOKEN"_s, QString::fromLatin1(scriptToken));
    environment.insert(u"LATCHKEY_COOKIE"_s, u"sid="_s + QString::fromLatin1(scriptToken));
    environment.insert(
        u"LATCHKEY_BASIC"_s, u"my+client:"_s + QString::fromLatin1(QUrl::toPercentEncoding(scriptSecret)));
    return environment;
}

// What of a request its script must send as Http does.
QByteArrayList essence(const Seen &seen)
{
    QByteArrayList parts{seen.verb, seen.target, seen.body};
    for (const char *name : {"authorization", "content-type", "cookie", "x-text"})
        parts << QByteArray(name) + ": " + seen.headers.value(name);
    return parts;
}

bool isInstalled(ScriptLanguage language)
{
    return !QStandardPaths::findExecutable(interpreterOf(language)).isEmpty();
}

}

// Scripts are run, and what they send is compared with what the console itself sends.
class tst_RequestScript : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    ScriptRun run(ScriptLanguage language, const QString &script, const QProcessEnvironment &environment) const
    {
        QFile file(m_dir.filePath(language == ScriptLanguage::PowerShell ? u"script.ps1"_s : u"script"_s));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(script.toUtf8());
        file.close();
        QProcess process;
        QProcessEnvironment own = environment;
        own.insert(u"NO_PROXY"_s, u"*"_s);
        process.setProcessEnvironment(own);
        process.start(interpreterOf(language), {file.fileName()});
        process.waitForFinished();
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

private Q_SLOTS:
    void aScriptSendsWhatTheConsoleSends_data()
    {
        QTest::addColumn<ScriptLanguage>("language");
        QTest::addColumn<QString>("text");
        const QList<std::pair<const char *, QString>> texts{{"plain", u"Night batch"_s},
            {"quotes", u"it's \"so\" ‘there’"_s}, {"shell", u"$(id) `id` $HOME ${x} !! && ; | > #"_s},
            {"backslashes", u"\\ \\\\ \\n \\' \\\""_s}, {"lines", u"one\ntwo\r\nthree\n"_s},
            {"scripts of the world", u"Zoë 東京 🗝 \u202e"_s}, {"markup", u"%41 %% + & = ; ? #"_s},
            {"braces", u"{a,b} [1-3] *"_s}, {"at", u"@/etc/passwd"_s}};
        for (const auto language : {ScriptLanguage::Curl, ScriptLanguage::PowerShell, ScriptLanguage::Python})
            for (const auto &[name, text] : texts)
                QTest::addRow("%s: %s", qPrintable(interpreterOf(language)), name) << language << text;
    }

    void aScriptSendsWhatTheConsoleSends()
    {
        QFETCH(const ScriptLanguage, language);
        QFETCH(const QString, text);
        HostileServer server([](Peer &peer) { peer.answer("{\"answered\":true}"); });
        const QList<Request> requests = requestsWith(text);
        const auto script = scriptOf(language, requests, server.url());
        QVERIFY(script);
        for (const QByteArray &secret : {scriptSecret.toUtf8(), scriptToken, otherSecret})
            QVERIFY(!script->toUtf8().contains(secret));
        if (!isInstalled(language))
            QSKIP(qPrintable(interpreterOf(language) + u" is not installed, so the script is not run."_s));

        Http http({.base = server.url()});
        for (const Request &request : requests)
            QCOMPARE(awaited(http.send(request)), "200");
        const ScriptRun ran = run(language, *script, environmentWithSecrets());
        QVERIFY2(ran.exitCode == 0, ran.complaint.constData());
        QCOMPARE(ran.output.count("answered"), requests.size());
        const QList<Seen> seen = server.seen();
        QCOMPARE(seen.size(), 2 * requests.size());
        for (qsizetype i = 0; i < requests.size(); ++i)
            QCOMPARE(essence(seen[requests.size() + i]), essence(seen[i]));
    }

    void aMissingVariableEndsTheScript_data() { languages(); }
    void aMissingVariableEndsTheScript()
    {
        QFETCH(const ScriptLanguage, language);
        HostileServer server([](Peer &peer) { peer.answer("{}"); });
        const auto script = scriptOf(language, requestsWith(u"x"_s), server.url());
        QVERIFY(script && script->contains("Set the environment variable "_L1));
        if (!isInstalled(language))
            QSKIP(qPrintable(interpreterOf(language) + u" is not installed, so the script is not run."_s));
        QProcessEnvironment environment = environmentWithSecrets();
        environment.remove(u"CLIENT_SECRET_2"_s);
        const ScriptRun ran = run(language, *script, environment);
        QVERIFY(ran.exitCode != 0);
        QVERIFY2(
            ran.complaint.contains("Set the environment variable CLIENT_SECRET_2 first."), ran.complaint.constData());
        QVERIFY(server.seen().isEmpty());
    }

    void aRefusalEndsTheScriptAndIsShown_data() { languages(); }
    void aRefusalEndsTheScriptAndIsShown()
    {
        QFETCH(const ScriptLanguage, language);
        if (!isInstalled(language))
            QSKIP(qPrintable(interpreterOf(language) + u" is not installed, so the script is not run."_s));
        HostileServer server([](Peer &peer) { peer.answer("{\"error\":\"no_way\"}", "403 Forbidden"); });
        const auto script = scriptOf(language, {getRequest(u"/a"_s), getRequest(u"/b"_s)}, server.url());
        const ScriptRun ran = run(language, *script, QProcessEnvironment::systemEnvironment());
        QVERIFY(ran.exitCode != 0);
        QVERIFY((ran.output + ran.complaint).contains("no_way"));
        QCOMPARE(server.seen().size(), 1);
    }

    void redirectsAreNotFollowed_data() { languages(); }
    void redirectsAreNotFollowed()
    {
        QFETCH(const ScriptLanguage, language);
        if (!isInstalled(language))
            QSKIP(qPrintable(interpreterOf(language) + u" is not installed, so the script is not run."_s));
        HostileServer server([](Peer &peer) { peer.answer({}, "302 Found", "Location: /elsewhere\r\n"); });
        const auto script = scriptOf(language, {getRequest(u"/a"_s)}, server.url());
        (void)run(language, *script, QProcessEnvironment::systemEnvironment());
        QCOMPARE(server.seen().size(), 1);
    }

    void aRequestNotYetSentIsAuthorizedByAVariable_data() { languages(); }
    void aRequestNotYetSentIsAuthorizedByAVariable()
    {
        QFETCH(const ScriptLanguage, language);
        const Session session({.base = QUrl(u"https://auth.example"_s)}, TokenServer::signIn());
        const Request write = jsonRequest("PUT", u"/clients/1"_s, {{u"name"_s, u"x"_s}});
        const auto script = scriptOf(language, {session.authorized(write)}, QUrl(u"https://auth.example"_s));
        QVERIFY(script && script->contains("LATCHKEY_TOKEN"_L1) && script->contains("Bearer "_L1));
        QVERIFY(!script->contains("credential"_L1));
    }

    void whatCannotBeAddressedIsRefused()
    {
        const auto script = scriptOf(ScriptLanguage::Curl, {getRequest(u"/a/../b"_s)}, QUrl(u"https://auth.example"_s));
        QVERIFY(!script && script.error().kind == Error::Kind::Rejected);
    }

    // Masked in the log already, it still is a variable; and the shell's own variables are none of ours.
    void aMaskIsAVariableToo()
    {
        const Request masked = formRequest(u"/token"_s, {{u"client_secret"_s, u"***"_s}, {u"pwd"_s, u"***"_s}});
        const auto script = scriptOf(ScriptLanguage::Curl, {masked}, QUrl(u"https://auth.example"_s));
        QVERIFY(script->contains("$CLIENT_SECRET"_L1) && script->contains("$LATCHKEY_PWD"_L1));
        QVERIFY(!script->contains(u'*'));
    }

    void powerShellQuotesItsQuotes()
    {
        const auto script = scriptOf(ScriptLanguage::PowerShell,
            {jsonRequest("PUT", u"/x"_s, {{u"name"_s, u"it's ‘so’ $x `y"_s}})}, QUrl(u"https://auth.example"_s));
        QVERIFY2(script->contains(u"'{\"name\":\"it''s ‘‘so’’ $x `y\"}'"_s), qPrintable(*script));
        QVERIFY(script->contains("-MaximumRedirection 0"_L1));
    }

    void theTextOfARequestSaysTheSame()
    {
        const QString text = requestText(requestsWith(u"Zoë"_s).first(), QUrl(u"https://auth.example/a/"_s));
        QVERIFY(text.startsWith("GET https://auth.example/a/clients/Zo%C3%AB?q=Zo%C3%AB&access_token=***\n"_L1));
        QVERIFY(text.contains("Authorization: Bearer ***"_L1));
    }

private:
    static void languages()
    {
        QTest::addColumn<ScriptLanguage>("language");
        for (const auto language : {ScriptLanguage::Curl, ScriptLanguage::PowerShell, ScriptLanguage::Python})
            QTest::newRow(qPrintable(interpreterOf(language))) << language;
    }
};

int tst_requestscript(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_RequestScript>(argc, argv);
}
#include "tst_requestscript.moc"
