// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/dialect.h"
#include "tests/testprogram.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// The dialect alone, with answers as Glewlwyd 2.7.5 gave them, and with some it must never give.
class GlewlwydTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signInAsksWithUserAndPassword();
    void everyCookieOfASignInIsSentBack();
    void aSignInWithoutACookieIsAnError();
    void signOutEndsTheSessionOfItsCookie();
    void aClientIsReadWithAllItsMembers();
    void missingAndNullMembersAreTolerated();
    void aMalformedListIsAnError_data();
    void aMalformedListIsAnError();
    void aFullPageLeadsToTheNext_data();
    void aFullPageLeadsToTheNext();
    void namesAreEncodedInPaths();
    void theSourceOfARecordIsNamed();
    void unknownMembersAreWrittenBack();
    void nullsAndEmptyPropertiesAreNotWritten();
    void aPasswordIsSentOnlyWhenGiven();
    void anEmptyAnswerMeansWhatWasSentLessThePassword();
    void theServersComplaintsBecomeTheMessage_data();
    void theServersComplaintsBecomeTheMessage();
    void textsTooLongForTheServerAreProblems();
    void thePasswordAgeIsANumber_data();
    void thePasswordAgeIsANumber();

private:
    static SignIn signIn();
    static Response answer(const QByteArray &body, int status = 200) { return {.status = status, .body = body}; }
    static QJsonObject sent(const Request &request) { return QJsonDocument::fromJson(request.body).object(); }
    template <typename T>
    static T read(const Endpoint<T> &endpoint, const QByteArray &body)
    {
        const auto record = endpoint.readOne(answer(body), {});
        return record ? *record : T{};
    }

    const Dialect m_glewlwyd = findDialect(u"glewlwyd"_s) ? *findDialect(u"glewlwyd"_s) : Dialect{};
};

SignIn GlewlwydTest::signIn()
{
    const SignInValues values{
        .plain = {{u"username"_s, u"admin"_s}}, .secrets = {{u"password"_s, Secret(u"pass\"word"_s)}}};
    return findDialect(u"glewlwyd"_s)->signInMethods.constFirst().make(values);
}

void GlewlwydTest::signInAsksWithUserAndPassword()
{
    const Request request = signIn().request();
    QCOMPARE(request.verb, "POST");
    QCOMPARE(request.path, u"/api/auth/"_s);
    QCOMPARE(request.contentType, "application/json");
    QCOMPARE(sent(request), (QJsonObject{{u"username"_s, u"admin"_s}, {u"password"_s, u"pass\"word"_s}}));
}

void GlewlwydTest::everyCookieOfASignInIsSentBack()
{
    Response response = answer({});
    response.headers = {{"set-cookie",
                            "GLEWLWYD2_SESSION_ID=jbVp5; Expires=Fri, 22 Jan 2027 00:27:10 GMT; Domain=localhost; "
                            "Path=/\nroute=b2; Path=/"},
        {"set-cookie", "gone=; Path=/"}};
    const auto credential = signIn().read(response);
    QVERIFY(credential);
    QVERIFY(!credential->expiresAt.isValid());
    Request request;
    signIn().authorize(request, *credential);
    QCOMPARE(request.headers, (QList<Header>{{"Cookie", "GLEWLWYD2_SESSION_ID=jbVp5; route=b2"}}));
}

void GlewlwydTest::aSignInWithoutACookieIsAnError()
{
    const auto credential = signIn().read(answer({}));
    QVERIFY(!credential);
    QCOMPARE(credential.error().kind, Error::Kind::Protocol);
    QVERIFY(!credential.error().message.isEmpty());
}

void GlewlwydTest::signOutEndsTheSessionOfItsCookie()
{
    const Credential credential{.access = Secret(u"a=b"_s)};
    Request request = signIn().signOut(credential);
    signIn().authorize(request, credential);
    QCOMPARE(request.verb, "DELETE");
    QCOMPARE(request.path, u"/api/auth/"_s);
    QVERIFY(request.body.isEmpty());
    QCOMPARE(request.headers, (QList<Header>{{"Cookie", "a=b"}}));
}

void GlewlwydTest::aClientIsReadWithAllItsMembers()
{
    const auto client
        = read(m_glewlwyd.clients, R"({"client_id":"c","name":"C","description":"d","scope":["openid"],"enabled":false,
        "confidential":true,"redirect_uri":["http://x/"],"authorization_type":["client_credentials"],"jwks_uri":"https://j/","source":"database"})");
    QCOMPARE(client.id, u"c"_s);
    QCOMPARE(client.name, u"C"_s);
    QCOMPARE(client.description, u"d"_s);
    QCOMPARE(client.scopes, QStringList{u"openid"_s});
    QCOMPARE(client.redirectUris, QStringList{u"http://x/"_s});
    QCOMPARE(client.grantTypes, QStringList{u"client_credentials"_s});
    QVERIFY(!client.enabled);
    QVERIFY(client.confidential);
    QHash<QString, QVariant> own;
    for (const auto &field : m_glewlwyd.clients.fields)
        own.insert(QString::fromLatin1(field.key), field.read(client));
    QCOMPARE(own[u"jwksUri"_s].toString(), u"https://j/"_s);
    QCOMPARE(own[u"source"_s].toString(), u"database"_s);
}

void GlewlwydTest::missingAndNullMembersAreTolerated()
{
    const auto client = read(
        m_glewlwyd.clients, R"({"client_id":"c","name":null,"scope":null,"redirect_uri":"x","later":{"a":[1]}})");
    QCOMPARE(client.id, u"c"_s);
    QVERIFY(client.name.isEmpty() && client.scopes.isEmpty() && client.redirectUris.isEmpty());
    QVERIFY(client.enabled);
    QVERIFY(!client.confidential);

    const auto scope
        = read(m_glewlwyd.scopes, R"({"name":"s1","display_name":null,"description":null,"password_required":true})");
    QCOMPARE(scope.id, u"s1"_s);
    QVERIFY(scope.displayName.isEmpty());
    QVERIFY(scope.passwordRequired);

    const auto user = read(m_glewlwyd.users, R"({"username":"u"})");
    QCOMPARE(user.id, u"u"_s);
    QCOMPARE(user.name, u"u"_s);
    QVERIFY(user.enabled);
}

void GlewlwydTest::aMalformedListIsAnError_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray(R"([{"client_id":"c")");
    QTest::newRow("an object") << QByteArray(R"({"client_id":"c"})");
    QTest::newRow("not objects") << QByteArray(R"([1,"c"])");
    QTest::newRow("no name") << QByteArray(R"([{"client_id":"c"},{"name":"C"}])");
    QTest::newRow("name of another type") << QByteArray(R"([{"client_id":7}])");
}

void GlewlwydTest::aMalformedListIsAnError()
{
    QFETCH(QByteArray, body);
    const auto page = m_glewlwyd.clients.readPage(answer(body), {});
    QVERIFY(!page);
    QCOMPARE(page.error().kind, Error::Kind::Protocol);
}

void GlewlwydTest::aFullPageLeadsToTheNext_data()
{
    QTest::addColumn<QString>("cursor");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("next");
    QTest::newRow("empty") << QString() << 0 << QString();
    QTest::newRow("one short") << QString() << 99 << QString();
    QTest::newRow("full") << QString() << 100 << u"100"_s;
    QTest::newRow("full again") << u"200"_s << 100 << u"300"_s;
    QTest::newRow("last") << u"300"_s << 1 << QString();
}

void GlewlwydTest::aFullPageLeadsToTheNext()
{
    QFETCH(QString, cursor);
    QFETCH(int, count);
    QFETCH(QString, next);
    const Request request = m_glewlwyd.clients.list({.cursor = cursor});
    QCOMPARE(request.path, u"/api/client/"_s);
    QCOMPARE(request.query.queryItemValue(u"offset"_s), cursor.isEmpty() ? u"0"_s : cursor);
    QCOMPARE(request.query.queryItemValue(u"limit"_s), u"100"_s);

    QByteArrayList entries;
    for (int i = 0; i < count; ++i)
        entries << "{\"client_id\":\"c" + QByteArray::number(i) + "\"}";
    const auto page = m_glewlwyd.clients.readPage(answer('[' + entries.join(',') + ']'), {.cursor = cursor});
    QVERIFY(page);
    QCOMPARE(page->records.size(), count);
    QCOMPARE(page->next, next);
}

void GlewlwydTest::namesAreEncodedInPaths()
{
    const QString name = u"a/b c%"_s;
    QCOMPARE(m_glewlwyd.clients.read({.id = name}).path, u"/api/client/a%2Fb%20c%25"_s);
    QCOMPARE(m_glewlwyd.scopes.remove({.id = name}).path, u"/api/scope/a%2Fb%20c%25"_s);
    QCOMPARE(m_glewlwyd.users.update({.id = name}, {.id = name}).path, u"/api/user/a%2Fb%20c%25"_s);
    QCOMPARE(m_glewlwyd.users.update({.id = name}, {.id = name}).effect, Effect::Write);
}

void GlewlwydTest::theSourceOfARecordIsNamed()
{
    const auto client = read(m_glewlwyd.clients, R"({"client_id":"c","source":"a b&c"})");
    for (const Request &request : {m_glewlwyd.clients.update(client, client), m_glewlwyd.clients.remove(client)})
        QCOMPARE(request.query.toString(QUrl::FullyEncoded), u"source=a%20b%26c"_s);
    QVERIFY(m_glewlwyd.clients.create({.id = u"c"_s}).query.isEmpty());
}

void GlewlwydTest::unknownMembersAreWrittenBack()
{
    const QByteArray body
        = R"({"client_id":"c","name":"C","description":"","scope":[],"enabled":true,"confidential":false,
        "jwks":{"keys":[{"kty":"oct","k":"AAAA"}]},"resource":["r1"],"enc":"","later":[1,{"a":true}],"source":"database"})";
    const auto before = read(m_glewlwyd.clients, body);
    auto after = before;
    after.name = u"New"_s;
    QJsonObject expected = QJsonDocument::fromJson(body).object();
    expected[u"name"] = u"New"_s;
    QCOMPARE(sent(m_glewlwyd.clients.update(before, after)), expected);
}

void GlewlwydTest::nullsAndEmptyPropertiesAreNotWritten()
{
    auto client = read(
        m_glewlwyd.clients, R"({"client_id":"c","redirect_uri":["http://x/"],"enc":null,"jwks_uri":"https://j/"})");
    client.redirectUris.clear();
    client.raw[u"jwks_uri"] = QString();
    const auto body = sent(m_glewlwyd.clients.update(client, client));
    QCOMPARE(body.keys(),
        (QStringList{u"client_id"_s, u"confidential"_s, u"description"_s, u"enabled"_s, u"name"_s, u"scope"_s}));

    const auto scope = read(m_glewlwyd.scopes,
        R"({"name":"s","display_name":null,"description":null,"password_max_age":0,"password_required":true,"scheme":{}})");
    QCOMPARE(sent(m_glewlwyd.scopes.update(scope, scope)),
        (QJsonObject{{u"name"_s, u"s"_s}, {u"password_max_age"_s, 0}, {u"password_required"_s, true},
            {u"scheme"_s, QJsonObject()}}));
}

void GlewlwydTest::aPasswordIsSentOnlyWhenGiven()
{
    User user{.id = u"u"_s, .name = u"u"_s};
    QVERIFY(!sent(m_glewlwyd.users.create(user)).contains(u"password"_s));
    user.password = Secret(u"pw"_s);
    QCOMPARE(sent(m_glewlwyd.users.create(user))[u"password"].toString(), u"pw"_s);
    const Client client{.id = u"c"_s, .secret = Secret(u"cs"_s)};
    QCOMPARE(sent(m_glewlwyd.clients.update(client, client))[u"password"].toString(), u"cs"_s);
}

void GlewlwydTest::anEmptyAnswerMeansWhatWasSentLessThePassword()
{
    const Client asked{.id = u"c"_s,
        .name = u"C"_s,
        .scopes = {u"openid"_s},
        .secret = Secret(u"cs"_s),
        .raw = {{u"resource"_s, u"r"_s}}};
    const auto client = m_glewlwyd.clients.readOne(answer({}), asked);
    QVERIFY(client);
    QCOMPARE(client->name, asked.name);
    QCOMPARE(client->scopes, asked.scopes);
    QCOMPARE(client->raw[u"resource"].toString(), u"r"_s);
    QVERIFY(client->secret.isEmpty());
    QVERIFY(!client->raw.contains(u"password"_s));
}

void GlewlwydTest::theServersComplaintsBecomeTheMessage_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("told"); // empty: nothing of the body is
    using enum Error::Kind;
    QTest::newRow("array") << 400 << QByteArray(R"(["client_id already exist"])") << Rejected
                           << u"client_id already exist"_s;
    QTest::newRow("two") << 400 << QByteArray(R"(["enabled must be a boolean","name must be a string"])") << Rejected
                         << u"enabled must be a boolean; name must be a string"_s;
    QTest::newRow("in an object") << 400 << QByteArray(R"({"error":["scope already exists"]})") << Rejected
                                  << u"scope already exists"_s;
    QTest::newRow("not texts") << 400 << QByteArray("[1,null,{}]") << Rejected << QString();
    QTest::newRow("empty array") << 400 << QByteArray("[]") << Rejected << QString();
    QTest::newRow("cut off") << 400 << QByteArray(R"(["client)") << Rejected << QString();
    QTest::newRow("nothing") << 401 << QByteArray() << Unauthorized << QString();
    QTest::newRow("not there") << 404 << QByteArray() << NotFound << QString();
    QTest::newRow("server") << 500 << QByteArray() << Server << QString();
}

void GlewlwydTest::theServersComplaintsBecomeTheMessage()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Error::Kind, kind);
    QFETCH(QString, told);
    const Error error = signIn().readError(answer(body, status));
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.status, status);
    QVERIFY(!error.message.isEmpty());
    if (!told.isEmpty())
        QVERIFY2(error.message.contains(told), qPrintable(error.message));
}

void GlewlwydTest::textsTooLongForTheServerAreProblems()
{
    const auto text = [](int bytes) { return QString(bytes / 2, u'é'); };
    const auto keys = [](const QHash<QString, QString> &problems) {
        QStringList list = problems.keys();
        list.sort();
        return list;
    };
    QVERIFY(m_glewlwyd.clients.problems({.id = text(128), .name = text(256), .description = text(512)}).isEmpty());
    QCOMPARE(keys(m_glewlwyd.clients.problems({.id = text(130), .name = text(258), .description = text(514)})),
        (QStringList{u"description"_s, u"id"_s, u"name"_s}));
    QVERIFY(m_glewlwyd.users.problems({.name = text(128), .displayName = text(256), .email = text(512)}).isEmpty());
    QCOMPARE(keys(m_glewlwyd.users.problems({.name = text(130), .displayName = text(258), .email = text(514)})),
        (QStringList{u"displayName"_s, u"email"_s, u"name"_s}));
    QVERIFY(
        m_glewlwyd.scopes.problems({.id = text(128), .displayName = text(256), .description = text(512)}).isEmpty());
    QCOMPARE(keys(m_glewlwyd.scopes.problems({.id = text(130), .displayName = text(258), .description = text(514)})),
        (QStringList{u"description"_s, u"displayName"_s, u"id"_s}));
}

void GlewlwydTest::thePasswordAgeIsANumber_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("fine");
    QTest::newRow("number") << u"600"_s << true;
    QTest::newRow("none") << u"0"_s << true;
    QTest::newRow("negative") << u"-1"_s << false;
    QTest::newRow("word") << u"ten"_s << false;
    QTest::newRow("empty") << QString() << true;
}

void GlewlwydTest::thePasswordAgeIsANumber()
{
    QFETCH(QString, typed);
    QFETCH(bool, fine);
    Scope scope{.id = u"s"_s};
    for (const auto &field : m_glewlwyd.scopes.fields)
        if (qstrcmp(field.key, "passwordMaxAge") == 0)
            field.write(scope, typed);
    QCOMPARE(m_glewlwyd.scopes.problems(scope).contains(u"passwordMaxAge"_s), !fine);
    const auto age = sent(m_glewlwyd.scopes.create(scope)).value(u"password_max_age");
    if (typed.isEmpty())
        QVERIFY(age.isUndefined());
    else if (fine)
        QCOMPARE(age, QJsonValue(typed.toInt()));
}

int tst_glewlwyd(int argc, char *argv[])
{
    return runTest<QCoreApplication, GlewlwydTest>(argc, argv);
}
#include "tst_glewlwyd.moc"
