// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/localserver.h"
#include "tests/dialects/everydialect.h"
#include "tests/testprogram.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// What must be true of every dialect, whoever wrote it: who it is, how it is set up, how one signs in, what it does to
// tokens. Its lists are tst_endpoints' matter.
class tst_Dialects : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFolderIsADialect()
    {
        QStringList ids;
        for (const auto &dialect : dialects())
            ids << dialect.id;
        QStringList folders
            = QDir(QStringLiteral(SOURCE_DIR "/models/dialects")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        ids.sort();
        folders.sort();
        QCOMPARE(ids, folders);
        QVERIFY(folders.size() >= 2);
        for (const auto &id : std::as_const(ids))
            QCOMPARE(findDialect(id)->id, id);
        QVERIFY(!findDialect(u"no such product"_s));
    }

    void everyDialectHasACounterpart_data()
    {
        QTest::addColumn<QString>("id");
        for (const auto &dialect : dialects())
            QTest::newRow(qPrintable(dialect.id)) << dialect.id;
    }
    void everyDialectHasACounterpart()
    {
        QFETCH(QString, id);
        const QFileInfo script(u"%1/tests/interop/%2-server"_s.arg(QStringLiteral(SOURCE_DIR), id));
        QVERIFY2(server::personaNames().contains(id) || script.isExecutable(),
            "neither a persona nor a product that can be run");
    }

    void aDialectSaysWhoItIs_data() { eachDialect(); }
    void aDialectSaysWhoItIs()
    {
        QFETCH(const Dialect, dialect);
        QVERIFY(!dialect.name.isEmpty());
        QVERIFY(QUrl(QString::fromLatin1(dialect.urlHint), QUrl::StrictMode).isValid());
        QVERIFY(dialect.clients || dialect.scopes || dialect.users || dialect.apiTokens || dialect.accessTokens
            || dialect.refreshTokens || dialect.sessions);
        for (const auto &document : dialect.documents) {
            QVERIFY(*document.label);
            checkRequest(document.request, Effect::Read);
        }
    }

    // What the dialog of a profile offers, before anything is known of the server.
    void waysToSignInAreKnownFromTheStart_data() { eachDialect(); }
    void waysToSignInAreKnownFromTheStart()
    {
        QFETCH(const Dialect, dialect);
        const auto idsOf = [](const QList<SignInMethod> &methods) {
            QSet<QString> ids;
            for (const auto &method : methods)
                ids << method.id;
            return ids;
        };
        QVERIFY(idsOf(findDialect(dialect.id)->signInMethods).contains(idsOf(dialect.signInMethods)));
    }

    void settingsHaveValuesFromTheStart_data() { eachDialect(); }
    void settingsHaveValuesFromTheStart()
    {
        QFETCH(const Dialect, dialect);
        QStringList keys = filledIn(dialect.settings).plain.keys();
        for (const auto &setting : dialect.settings) {
            QVERIFY2(!setting.secret, "settings are kept with the profile");
            QVERIFY2(setting.optional || !setting.initial.isEmpty(), qPrintable(setting.key));
        }
        keys.sort();
        for (const auto &preset : dialect.presets) {
            QVERIFY(*preset.label);
            QStringList chosen = preset.values.keys();
            chosen.sort();
            QCOMPARE(chosen, keys);
        }
    }

    void whatAServerPublishesIsAskedForByNobody_data() { eachDialect(); }
    void whatAServerPublishesIsAskedForByNobody()
    {
        QFETCH(const Dialect, dialect);
        QCOMPARE(bool(dialect.discovery), bool(dialect.discovery.read));
        for (const auto &request : dialect.discovery.requests) {
            checkRequest(request, Effect::Read);
            QVERIFY(!request.asClient);
        }
        for (const auto &body : nonsense())
            QVERIFY2(
                !dialect.discovery || !dialect.discovery.read({.status = 200, .body = body}, {}), body.constData());
    }

    void everyMethodCanSignIn_data() { eachDialect(); }
    void everyMethodCanSignIn()
    {
        QFETCH(const Dialect, dialect);
        QStringList methods;
        for (const auto &method : dialect.signInMethods) {
            methods << method.id;
            QVERIFY2(*method.label, qPrintable(method.id));
            QVERIFY(method.make);
            const SignIn signIn = method.make(filledIn(method.fields));
            checkSignIn(signIn);
            checkRefusals(signIn);
        }
        QVERIFY(!methods.isEmpty());
        QCOMPARE(methods.removeDuplicates(), 0);
    }

    void tokenOperationsAreWhole_data() { eachDialect(); }
    void tokenOperationsAreWhole()
    {
        QFETCH(const Dialect, dialect);
        const TokenOperations &tokens = dialect.tokens;
        QCOMPARE(bool(tokens.info), bool(tokens.readInfo));
        QCOMPARE(bool(tokens.introspect), bool(tokens.readIntrospection));
        QVERIFY(!tokens.infoTakesOthers || tokens.info);
        QVERIFY(tokens.revoke || !*tokens.revocationNote);
        QList<Request> asked;
        if (tokens.info)
            checkRequest(tokens.info(), Effect::Read);
        if (tokens.keys)
            checkRequest(tokens.keys(), Effect::Read);
        for (const auto &hint : {u""_s, u"access_token"_s, u"refresh_token"_s}) {
            if (tokens.introspect) {
                asked << tokens.introspect(Secret(openSecret()), hint);
                QVERIFY2(asked.last().effect == Effect::Read, "asking changes nothing, although it is a POST");
            }
            if (tokens.revoke) {
                asked << tokens.revoke(Secret(openSecret()), hint);
                checkRequest(asked.last(), Effect::Write);
            }
        }
        const auto canBeClient
            = [](const SignInMethod &method) { return bool(method.make(filledIn(method.fields)).authenticateClient); };
        for (const auto &request : std::as_const(asked)) {
            checkAddress(request);
            QVERIFY2(!request.asClient || std::ranges::any_of(dialect.signInMethods, canBeClient), "as which client?");
        }
        for (const auto &body : nonsense()) {
            QVERIFY(!tokens.readInfo || !tokens.readInfo({.status = 200, .body = body}));
            QVERIFY(!tokens.readIntrospection || !tokens.readIntrospection({.status = 200, .body = body}));
        }
    }

    // The answer says when it left, by a clock that is an hour behind ours: only when it came counts.
    void aTokensLifeIsCountedFromItsReceiptByOurClock_data() { eachDialect(); }
    void aTokensLifeIsCountedFromItsReceiptByOurClock()
    {
        QFETCH(const Dialect, dialect);
        const QDateTime received({2026, 3, 2}, {8, 0}, Qt::UTC);
        const Response answer{.status = 200,
            .headers = {{"content-type", "application/json"}, {"date", "Mon, 02 Mar 2026 07:00:00 GMT"}},
            .body = R"({"access_token":"t","token_type":"Bearer","expires_in":60})",
            .receivedAt = received};
        if (dialect.grants)
            QCOMPARE(dialect.grants.read(answer)->credential.expiresAt, received.addSecs(60));
        for (const auto &method : dialect.signInMethods) {
            const SignIn signIn = method.make(filledIn(method.fields));
            const auto credential = signIn.read ? signIn.read(answer) : Result<Credential>();
            if (credential && credential->access == Secret(u"t"_s))
                QCOMPARE(credential->expiresAt, received.addSecs(60));
        }
    }

    // A token that was got can be kept: in the list of those got here, or beside the list that is the server's own.
    void whatIsGotCanBeKept_data() { eachDialect(); }
    void whatIsGotCanBeKept()
    {
        QFETCH(const Dialect, dialect);
        QCOMPARE(dialect.accessTokens.memory || dialect.keptTokens.memory, bool(dialect.grants));
        QVERIFY(!dialect.keptTokens || (dialect.accessTokens.list && !dialect.keptTokens.list));
        QCOMPARE(bool(dialect.keptTokens.remove), dialect.keptTokens && dialect.tokens.revoke);
    }

    void everyGrantCanBeAskedFor_data() { eachDialect(); }
    void everyGrantCanBeAskedFor()
    {
        QFETCH(const Dialect, dialect);
        QCOMPARE(bool(dialect.grants), bool(dialect.grants.read));
        QStringList ids;
        for (const auto &grant : dialect.grants.list) {
            ids << grant.id;
            QVERIFY2(*grant.label, qPrintable(grant.id));
            QVERIFY2(bool(grant.request) != bool(grant.code), "at the token endpoint or in the browser");
            const SignInValues values = filledIn(grant.fields);
            if (grant.code) {
                checkCode(grant.code(values));
                continue;
            }
            // A token for somebody else is not our own sign-in: a read-only connection gets none.
            checkRequest(grant.request(values), Effect::Write);
            checkAddress(grant.request({}));
        }
        QCOMPARE(ids.removeDuplicates(), 0);
        for (const auto &body : nonsense({"{}", "[]"}))
            QVERIFY2(!dialect.grants || !dialect.grants.read({.status = 200, .body = body}), body.constData());
    }

    void aBatchRevocationCounts_data() { eachDialect(); }
    void aBatchRevocationCounts()
    {
        QFETCH(const Dialect, dialect);
        const BatchRevocation &batch = dialect.batchRevocation;
        QCOMPARE(bool(batch), bool(batch.readCount));
        if (!batch)
            return;
        QVERIFY2(*batch.spared, "somebody is about to revoke everything");
        checkRequest(batch.request(QDateTime({2026, 3, 2}, {8, 0}, Qt::UTC)), Effect::Write);
        checkRequest(batch.request({}), Effect::Write);
        for (const auto &body : nonsense({"{}", "[]"}))
            QVERIFY2(!batch.readCount({.status = 200, .body = body}), body.constData());
    }

    void everyTaskCanBeFollowed_data() { eachDialect(); }
    void everyTaskCanBeFollowed()
    {
        QFETCH(const Dialect, dialect);
        const Maintenance &maintenance = dialect.maintenance;
        QCOMPARE(bool(maintenance), bool(maintenance.read));
        QVERIFY(!maintenance || dialect.clients); // its rows are the clients
        for (const auto &task : maintenance.tasks) {
            QVERIFY(*task.label);
            checkRequest(task.begin(u"a/b"_s), Effect::Write);
            checkRequest(task.status(u"a/b"_s), Effect::Read);
            QVERIFY(!task.begin(u"a/b"_s).path.contains(u"a/b"));
        }
    }

private:
    static void checkCode(const CodeSignIn &code)
    {
        QVERIFY(code.authorizationUrl && code.exchange && code.read);
        const CodeAttempt attempt{.redirectUri = u"http://127.0.0.1:4711/x"_s,
            .state = Secret(u"state"_s),
            .nonce = Secret(u"nonce"_s),
            .verifier = Secret(openSecret()),
            .challenge = u"challenge"_s};
        const QString url = code.authorizationUrl(attempt).toString(QUrl::FullyEncoded);
        QVERIFY2(url.contains(u"challenge=challenge") && url.contains(u"state=state"), qPrintable(url));
        QVERIFY2(!url.contains(openSecret()) && !url.contains(u"S3cr3t"), "the verifier and client secrets stay here");
        checkAddress(code.exchange(Secret(openSecret()), attempt));
        for (const auto &body : nonsense())
            QVERIFY2(!code.read({.status = 200, .body = body}, attempt), body.constData());
    }

    static void checkSignIn(const SignIn &signIn)
    {
        QVERIFY(signIn.authorize);
        QVERIFY2(int(signIn.fixed.has_value()) + int(bool(signIn.request)) + int(signIn.code.has_value()) == 1,
            "a pasted credential, a request for one, or a code from the browser");
        QVERIFY(signIn.read || !(signIn.request || signIn.renew));
        if (signIn.code)
            checkCode(*signIn.code);
        const Credential credential{.access = Secret(openSecret()), .refresh = Secret(openSecret())};
        QList<Request> requests;
        if (signIn.request)
            requests << signIn.request();
        if (signIn.renew)
            requests << signIn.renew(credential);
        if (signIn.signOut)
            requests << signIn.signOut(credential);
        for (const auto &request : std::as_const(requests)) {
            checkAddress(request);
            QVERIFY2(request.query.isEmpty(), "what is secret does not belong into an address");
        }
        for (const auto &body : {"", "<html></html>", "{\"a\":"})
            QVERIFY2(!signIn.read || !signIn.read({.status = 200, .body = body}), body);
        if (signIn.browser)
            QVERIFY(
                signIn.browser->start && signIn.browser->readStart && signIn.browser->poll && signIn.browser->readPoll);
    }

    static void checkRefusals(const SignIn &signIn)
    {
        for (const int status : {400, 401, 403, 404, 409, 500})
            for (const auto &body : nonsense({"{}", "[]", R"({"error":{"a":[]},"message":7})"})) {
                const Response response{.status = status, .body = body};
                QVERIFY(!signIn.readError || !signIn.readError(response).message.isEmpty());
                const Request sent = getRequest(u"/x"_s);
                if (const auto other = signIn.alternative ? signIn.alternative(sent, response) : std::nullopt)
                    checkRequest(*other, Effect::Read);
            }
    }
};

int tst_dialects(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Dialects>(argc, argv);
}
#include "tst_dialects.moc"
