// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/localserver.h"
#include "dialects/dialect.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// What must be true of every dialect, whoever wrote it.
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

    void everyDialectHasACounterpart_data() { eachDialect(); }
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
        QFETCH(QString, id);
        const Dialect &dialect = *findDialect(id);
        QVERIFY(!dialect.name.isEmpty());
        QVERIFY(QUrl(QString::fromLatin1(dialect.urlHint), QUrl::StrictMode).isValid());
        QVERIFY(dialect.clients || dialect.scopes || dialect.users || dialect.apiTokens || dialect.accessTokens
            || dialect.refreshTokens);
        QCOMPARE(bool(dialect.tokens.info), bool(dialect.tokens.readInfo));
        for (const auto &document : dialect.documents) {
            QVERIFY(*document.label);
            checkRequest(document.request, Effect::Read);
        }
        if (dialect.tokens)
            checkRequest(dialect.tokens.info(), Effect::Read);
    }

    void everyMethodCanSignIn_data() { eachDialect(); }
    void everyMethodCanSignIn()
    {
        QFETCH(QString, id);
        QStringList methods;
        for (const auto &method : findDialect(id)->signInMethods) {
            methods << method.id;
            QVERIFY2(*method.label, qPrintable(method.id));
            QVERIFY2(!method.fields.isEmpty(), qPrintable(method.id));
            SignInValues values;
            QStringList keys;
            for (const auto &field : method.fields) {
                keys << field.key;
                QVERIFY2(*field.label, qPrintable(field.key));
                if (field.secret)
                    values.secrets.insert(field.key, Secret(u"s"_s));
                else
                    values.plain.insert(field.key, u"v"_s);
            }
            QCOMPARE(keys.removeDuplicates(), 0);
            QVERIFY(method.make);
            checkSignIn(method.make(values));
        }
        QVERIFY(!methods.isEmpty());
        QCOMPARE(methods.removeDuplicates(), 0);
    }

    void everyEndpointIsWhole_data() { eachDialect(); }
    void everyEndpointIsWhole()
    {
        QFETCH(QString, id);
        const Dialect &dialect = *findDialect(id);
        checkEndpoint(dialect.clients);
        checkEndpoint(dialect.scopes);
        checkEndpoint(dialect.users);
        checkEndpoint(dialect.apiTokens);
        checkEndpoint(dialect.accessTokens);
        checkEndpoint(dialect.refreshTokens);
    }

    void everyTaskCanBeFollowed_data() { eachDialect(); }
    void everyTaskCanBeFollowed()
    {
        QFETCH(QString, id);
        const Maintenance &maintenance = findDialect(id)->maintenance;
        QCOMPARE(bool(maintenance), bool(maintenance.read));
        QVERIFY(!maintenance || findDialect(id)->clients); // its rows are the clients
        for (const auto &task : maintenance.tasks) {
            QVERIFY(*task.label);
            checkRequest(task.begin(u"a/b"_s), Effect::Write);
            checkRequest(task.status(u"a/b"_s), Effect::Read);
            QVERIFY(!task.begin(u"a/b"_s).path.contains(u"a/b"));
        }
    }

private:
    static void eachDialect()
    {
        QTest::addColumn<QString>("id");
        for (const auto &dialect : dialects())
            QTest::newRow(qPrintable(dialect.id)) << dialect.id;
    }

    static void checkRequest(const Request &request, Effect effect)
    {
        QVERIFY2(request.path.startsWith(u'/'), qPrintable(request.path));
        QVERIFY2(!request.path.contains(u"//") && !request.path.contains(u' '), qPrintable(request.path));
        QVERIFY2(request.effect == effect, qPrintable(request.path));
        QCOMPARE(request.verb == "GET", effect == Effect::Read);
    }

    static void checkSignIn(const SignIn &signIn)
    {
        QVERIFY(signIn.authorize);
        QVERIFY2(signIn.fixed.has_value() != bool(signIn.request), "a pasted credential or a request for one");
        QCOMPARE(bool(signIn.request), bool(signIn.read));
        const Credential credential{.access = Secret(u"access"_s), .refresh = Secret(u"refresh"_s)};
        QList<Request> requests;
        if (signIn.request)
            requests << signIn.request();
        if (signIn.renew)
            requests << signIn.renew(credential);
        if (signIn.signOut)
            requests << signIn.signOut(credential);
        for (const auto &request : std::as_const(requests)) {
            QVERIFY2(request.path.startsWith(u'/'), qPrintable(request.path));
            QVERIFY2(request.query.isEmpty(), "what is secret does not belong into an address");
        }
        if (signIn.browser)
            QVERIFY(
                signIn.browser->start && signIn.browser->readStart && signIn.browser->poll && signIn.browser->readPoll);
    }

    template <typename T>
    static void checkFields(const Endpoint<T> &endpoint)
    {
        QStringList keys;
        bool hasColumn = false;
        for (const auto &field : endpoint.fields) {
            keys << QString::fromLatin1(field.key);
            hasColumn = hasColumn || field.flags.testFlag(FieldFlag::Column);
            QVERIFY2(*field.key && *field.label, field.key);
            if (field.kind == FieldKind::Password)
                QVERIFY2(field.flags.testFlag(FieldFlag::Hidden), field.key);
            if (field.flags.testFlag(FieldFlag::OnCreate))
                QVERIFY2(bool(endpoint.create), field.key);
            if (field.flags.testFlag(FieldFlag::OnUpdate))
                QVERIFY2(bool(endpoint.update), field.key);
        }
        QVERIFY(hasColumn);
        for (auto choice = endpoint.choices.cbegin(); choice != endpoint.choices.cend(); ++choice) {
            QVERIFY2(keys.contains(choice.key()), qPrintable(choice.key()));
            QVERIFY(choice->read);
            if (choice->list)
                checkRequest(choice->list(), Effect::Read);
        }
        QCOMPARE(keys.removeDuplicates(), 0);
    }

    template <typename T>
    static void checkEndpoint(const Endpoint<T> &endpoint)
    {
        if (!endpoint) {
            QVERIFY2(!endpoint.create && !endpoint.update && !endpoint.remove, "nobody could reach it without a list");
            return;
        }
        checkFields(endpoint);
        const T record{.id = u"a/b c"_s};
        checkRequest(endpoint.list({}), Effect::Read);
        QVERIFY(endpoint.readPage);
        if (endpoint.create || endpoint.update)
            QVERIFY(endpoint.readOne);
        if (endpoint.read)
            checkRequest(endpoint.read(record), Effect::Read);
        if (endpoint.create)
            checkRequest(endpoint.create(record), Effect::Write);
        if (endpoint.update)
            checkRequest(endpoint.update(record, record), Effect::Write);
        if (endpoint.remove)
            checkRequest(endpoint.remove(record), Effect::Write);
        const auto nonsense = endpoint.readPage({.status = 200, .body = "7"}, {});
        QVERIFY2(!nonsense, "a number is no list");
    }
};

QTEST_GUILESS_MAIN(tst_Dialects)
#include "tst_dialects.moc"
