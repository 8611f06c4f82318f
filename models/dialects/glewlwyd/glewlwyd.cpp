// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/dialect.h"
#include "dialects/glewlwyd/json.h"
#include "net/errorbody.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QNetworkCookie>

using namespace Qt::Literals::StringLiterals;

// Glewlwyd, the single sign-on server: its admin API (API.md of 2.7) under the prefix "api" it is delivered with.
namespace glewlwyd {

// What the server lists when not told otherwise; it counts offset and limit in records.
static constexpr qsizetype pageSize = 100;

static QString translated(const char *text, int count = -1)
{
    return QCoreApplication::translate("Dialects", text, nullptr, count);
}

template <typename T>
static Result<T> recordIn(const QJsonValue &value)
{
    T record;
    fill(record, value.toObject());
    if (record.id.isEmpty())
        return failure(Error::Kind::Protocol,
            translated(QT_TRANSLATE_NOOP("Dialects", "The server sent an entry without a name.")));
    return record;
}

// Two backends of one server may hold the same name; `source` says which one is meant.
template <typename T>
static Request aimed(Request request, const T &record)
{
    if (const QString source = record.raw[u"source"].toString(); !source.isEmpty())
        request.query.addQueryItem(u"source"_s, QString::fromLatin1(QUrl::toPercentEncoding(source)));
    return request;
}

template <typename T>
static Result<Page<T>> readPage(const Response &response, const ListQuery &asked)
{
    const auto array = response.array();
    if (!array)
        return tl::unexpected(array.error());
    Page<T> page;
    for (const auto &value : *array) {
        const auto record = recordIn<T>(value);
        if (!record)
            return tl::unexpected(record.error());
        page.records << *record;
    }
    if (array->size() >= pageSize)
        page.next = QString::number(asked.cursor.toLongLong() + array->size());
    return page;
}

// Writes are answered with nothing; what the server then holds is what was sent, less the password it hashed.
template <typename T>
static Result<T> readOne(const Response &response, const T &sent)
{
    if (response.body.isEmpty()) {
        QJsonObject kept = bodyOf(sent);
        kept.remove(u"password");
        return recordIn<T>(kept);
    }
    const auto object = response.object();
    return object ? recordIn<T>(*object) : tl::unexpected(object.error());
}

template <typename T>
static Endpoint<T> endpoint(const QString &kind, const QList<Field<T>> &fields)
{
    const auto one = [kind](const QString &id) { return encodedPath({u"api"_s, kind, id}); };
    const QString all = one({}); // ends in '/', without which the server finds nothing
    return {
        .fields = fields,
        .list =
            [all](const ListQuery &query) {
                const QString offset = query.cursor.isEmpty() ? u"0"_s : query.cursor;
                return getRequest(all, QUrlQuery{{u"offset"_s, offset}, {u"limit"_s, QString::number(pageSize)}});
            },
        .readPage = readPage<T>,
        .read = [one](const auto &known) { return aimed(getRequest(one(known.id)), known); },
        .create = [all](const T &record) { return aimed(jsonRequest("POST", all, bodyOf(record)), record); },
        .update = [one](const T &before,
                      const T &after) { return aimed(jsonRequest("PUT", one(before.id), bodyOf(after)), before); },
        .remove = [one](const T &record) { return aimed(emptyRequest("DELETE", one(record.id)), record); },
        .readOne = readOne<T>,
    };
}

// Texts the server would refuse for their length, which it counts in bytes of UTF-8.
struct Limit {
    QString key;
    QString text;
    int bytes;
};
static QHash<QString, QString> tooLong(const QList<Limit> &limits)
{
    QHash<QString, QString> problems;
    for (const Limit &limit : limits)
        if (limit.text.toUtf8().size() > limit.bytes)
            problems.insert(limit.key,
                translated(
                    QT_TRANSLATE_N_NOOP("Dialects", "This text may be no longer than %n byte(s)."), limit.bytes));
    return problems;
}

static Endpoint<Client> clients()
{
    using enum FieldFlag;
    using enum FieldKind;
    auto fields = chosenFields<Client>({{"id", Column | OnCreate | Required}, {"name", Column | editable}, {"enabled"},
        {"confidential", Column | editable}, {"redirectUris"}, {"grantTypes"}, {"scopes", Column | editable},
        {"secret", Hidden | editable}, {"description"}});
    for (auto &field : fields)
        if (field.kind == Password)
            field.hint = QT_TRANSLATE_NOOP(
                "Fields", "Leave empty to keep the present one; the server never makes one itself.");
    fields << Field<Client>{"tokenEndpointAuthMethods", QT_TRANSLATE_NOOP("Fields", "Token endpoint authentication"),
        List, editable, RawKey{u"token_endpoint_auth_method"_s},
        QT_TRANSLATE_NOOP("Fields", "One per line, for example client_secret_basic.")};
    fields << Field<Client>{
        "jwksUri", QT_TRANSLATE_NOOP("Fields", "Key set URL"), Url, editable, RawKey{u"jwks_uri"_s}};
    fields << Field<Client>{"postLogoutRedirectUri", QT_TRANSLATE_NOOP("Fields", "Redirect URI after sign-out"), Url,
        editable, RawKey{u"post_logout_redirect_uri"_s}};
    fields << Field<Client>{"source", QT_TRANSLATE_NOOP("Fields", "Source"), Text, {}, RawKey{u"source"_s}};

    auto result = endpoint<Client>(u"client"_s, fields);
    result.problems = [](const Client &client) {
        return tooLong(
            {{u"id"_s, client.id, 128}, {u"name"_s, client.name, 256}, {u"description"_s, client.description, 512}});
    };
    return result;
}

static QHash<QString, QString> scopeProblems(const Scope &scope)
{
    auto problems = tooLong({{u"id"_s, scope.id, 128}, {u"displayName"_s, scope.displayName, 256},
        {u"description"_s, scope.description, 512}});
    const QString age = scope.raw[u"password_max_age"].toString();
    bool isNumber = true;
    if (!age.isEmpty() && (age.toLongLong(&isNumber) < 0 || !isNumber))
        problems.insert(
            u"passwordMaxAge"_s, translated(QT_TRANSLATE_NOOP("Dialects", "Enter a whole number of seconds, or 0.")));
    return problems;
}

static Endpoint<Scope> scopes()
{
    auto fields = ::fields<Scope>();
    fields << Field<Scope>{"passwordMaxAge", QT_TRANSLATE_NOOP("Fields", "Password valid for (seconds)"),
        FieldKind::Text, FieldFlag::Column | editable, RawKey{u"password_max_age"_s},
        QT_TRANSLATE_NOOP(
            "Fields", "After that long the password is asked for again; 0 means as long as the session lasts.")};
    auto result = endpoint<Scope>(u"scope"_s, fields);
    result.problems = scopeProblems;
    return result;
}

static Endpoint<User> users()
{
    auto fields = chosenFields<User>({{"name"}, {"displayName"}, {"email"}, {"enabled"}, {"scopes"}, {"password"}});
    fields << Field<User>{"source", QT_TRANSLATE_NOOP("Fields", "Source"), FieldKind::Text, {}, RawKey{u"source"_s}};
    auto result = endpoint<User>(u"user"_s, fields);
    result.problems = [](const User &user) {
        return tooLong(
            {{u"name"_s, user.name, 128}, {u"displayName"_s, user.displayName, 256}, {u"email"_s, user.email, 512}});
    };
    return result;
}

// Refused writes are answered with an array of sentences; an existing scope with the same inside an object.
static Error readError(const Response &response)
{
    Error error = errorFrom(response);
    const auto json = response.json();
    if (!json)
        return error;
    const QJsonArray complaints = (json->isObject() ? json->toObject().value(u"error") : *json).toArray();
    QStringList texts;
    for (const auto &complaint : complaints)
        if (complaint.isString())
            texts << complaint.toString();
    if (!texts.isEmpty())
        error.message
            = translated(QT_TRANSLATE_NOOP("Dialects", "The server refused this: %1.")).arg(texts.join(u"; "));
    return error;
}

// Every cookie is sent back, not only the session's: its name is configurable, and a balancer in front may need its
// own.
static Result<Credential> readSession(const Response &response)
{
    QByteArray pairs;
    for (const auto &[name, value] : response.headers)
        if (name == "set-cookie")
            for (const QNetworkCookie &cookie : QNetworkCookie::parseCookies(value))
                if (!cookie.value().isEmpty())
                    pairs += (pairs.isEmpty() ? "" : "; ") + cookie.toRawForm(QNetworkCookie::NameAndValueOnly);
    if (pairs.isEmpty())
        return failure(Error::Kind::Protocol,
            translated(QT_TRANSLATE_NOOP("Dialects", "The server accepted the password but opened no session.")));
    // The cookie's own expiry is weeks away, but administration ends sooner, with the password age of its scope.
    return Credential{.access = Secret::fromUtf8(pairs)};
}

static void authorize(Request &request, const Credential &credential)
{
    request.headers.append({"Cookie", credential.access.revealUtf8()});
}

static SignIn session(const SignInValues &values)
{
    return {
        .request =
            [values] {
                return jsonRequest("POST", u"/api/auth/"_s,
                    {{u"username"_s, values.plain[u"username"_s]},
                        {u"password"_s, values.secrets[u"password"_s].reveal()}});
            },
        .read = readSession,
        // Ends the session of the cookie it is authorized with.
        .signOut = [](const Credential &) { return emptyRequest("DELETE", u"/api/auth/"_s); },
        .authorize = authorize,
        .readError = readError,
    };
}

Dialect dialect(const Setup &)
{
    return {
        .id = u"glewlwyd"_s,
        .name = u"Glewlwyd"_s,
        .urlHint = "https://auth.example.com",
        .signInMethods = {{
            .id = u"password"_s,
            .label = QT_TRANSLATE_NOOP("Dialects", "User name and password"),
            .fields = {{.key = u"username"_s, .label = QT_TRANSLATE_NOOP("Dialects", "User name")},
                {.key = u"password"_s, .label = QT_TRANSLATE_NOOP("Dialects", "Password"), .secret = true}},
            .make = session,
        }},
        .clients = clients(),
        .scopes = scopes(),
        .users = users(),
    };
}

}
