// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialects/members.h"
#include "net/credential.h"
#include "records/apitoken.h"
#include "records/client.h"
#include "records/maintenance.h"
#include "records/scope.h"
#include "records/token.h"
#include "records/user.h"

#include <QHash>

// What of a list is asked for.
struct ListQuery {
    QString cursor{}; // empty: from the start; else what the previous page gave as `next`
};

template <typename T>
struct Page {
    QList<T> records{};
    QString next{}; // empty: that was all
    bool endsPart = false; // what comes next is another list, so that this page may have been empty
    std::optional<qint64> total{}; // of all pages, where the server tells it
};

// How a list that may be long is read while it arrives.
template <typename T>
struct Rows {
    QList<QByteArray> path{}; // names of the members that lead to the array; empty: the answer is the array
    Members<T> members{};
    std::function<Result<T>(const QJsonObject &)> readEntry{}; // by `members`, and what is wrong with it if it is
    QList<std::pair<QString T::*, QByteArray>> same{}; // of every entry, and `readEntry` says so, too
};

// Where the values of a Choice field come from.
struct ChoiceSource {
    std::function<Request()> list{}; // empty: the product fixes the words, and `read` is given nothing
    std::function<Result<QStringList>(const Response &)> read{};
};

// What removing does on this server, for buttons and questions.
enum class Removal {
    Delete,
    Revoke,
    Deactivate, // it stays readable by its id and can be enabled again, but lists omit it
};

// Replaces what a record is known and authenticated by.
template <typename T>
struct Rotation {
    const char *label = ""; // context "Dialects", of the button
    const char *consequence = ""; // context "Dialects", what it breaks and what lives on
    std::function<Request(const T &)> request{}; // answered as `readOne` reads it
    explicit operator bool() const { return bool(request); }
};

// What the console remembers of records a server does not list (or no longer), because they were made here.
template <typename T>
struct Memory {
    const char *explanation = ""; // context "Dialects", why this list may lack some
    std::function<QJsonObject(const T &)> write{}; // nothing secret
    std::function<T(const QJsonObject &)> read{};
    Secret T::*key = nullptr; // the secret without which the record cannot be managed; kept in the keychain
    std::function<bool(const T &, const QDateTime &now)> isOver{}; // not worth remembering any longer
    explicit operator bool() const { return bool(write); }
};

// How one server speaks about one kind of record: pure functions, no I/O.
// An empty function means the server cannot do it, and the console does not offer it.
template <typename T>
struct Endpoint {
    QList<Field<T>> fields{}; // what this server knows of such a record, in the order shown
    std::function<Request(const ListQuery &)> list{};
    // `asked` is the query this answers: servers that count an offset do not repeat it.
    std::function<Result<Page<T>>(const Response &, const ListQuery &asked)> readPage{};
    // Where this is given, `readPage` reads what is left of an answer without its entries.
    std::function<Rows<T>(const ListQuery &)> rows{};
    // The kind of collection a query concerns, where several lists are one; for errors.
    std::function<QString(const ListQuery &)> part{};
    std::function<Request(const T &known)> read{}; // by its id, or by what is remembered of it
    std::function<Request(const T &)> create{};
    std::function<Request(const T &before, const T &after)> update{};
    std::function<Request(const T &)> remove{};
    // The record in the answer to read, create, update or rotation. `sent` is what was asked for: some servers answer
    // nothing.
    std::function<Result<T>(const Response &, const T &sent)> readOne{};
    // Rules beyond a single field: key of the field → one sentence, for a record about to be sent.
    std::function<QHash<QString, QString>(const T &)> problems{};
    QHash<QString, ChoiceSource> choices{}; // by field key
    Removal removal = Removal::Delete;
    const char *removalNote = ""; // context "Dialects", what removing does not do; may be empty
    bool updateCreates = false; // an update of what is no longer there makes it anew
    Rotation<T> rotation{};
    Memory<T> memory{};
    explicit operator bool() const { return list || memory; }
};

// What a token endpoint gave (RFC 6749 §5.1, OpenID Connect Core §3.1.3.3).
struct IssuedToken {
    Credential credential{};
    QString type{}; // "Bearer"
    QStringList scopes{}; // empty: not told
};

// What the server says of tokens and does to them. Empty functions: it cannot.
struct TokenOperations {
    std::function<Request()> info{}; // of the credential in use
    std::function<Result<Token>(const Response &)> readInfo{};
    bool infoTakesOthers = false; // `info` authorized with another token tells of that one
    bool infoTellsRights = false; // of an administrator
    QString issuer{}; // what `iss` of this server's tokens is; empty: unknown
    // `hint`: "access_token" or "refresh_token" (RFC 7009 §2.1); empty: unknown.
    std::function<Request(const Secret &token, const QString &hint)> introspect{};
    std::function<Result<Introspected>(const Response &)> readIntrospection{};
    std::function<Request(const Secret &token, const QString &hint)> revoke{};
    const char *revocationNote = ""; // context "Dialects", what revoking does not do; may be empty
    std::function<Request()> keys{}; // the JWK set (RFC 7517 §5), handed on as it came
    explicit operator bool() const { return bool(info); }
};

// Revokes every token made before a time at once.
struct BatchRevocation {
    std::function<Request(const QDateTime &before)> request{}; // UTC
    std::function<Result<qint64>(const Response &)> readCount{};
    const char *spared = ""; // context "Dialects", one sentence: which tokens it leaves alone
    explicit operator bool() const { return bool(request); }
};

// A maintenance task that runs on the server for one client.
struct Task {
    QString id{};
    const char *label = ""; // context "Dialects"
    std::chrono::seconds rhythm{}; // from one run to the next, where nobody arranged it otherwise
    std::function<Request(const QString &clientId)> begin{}, status{};
};
struct Maintenance {
    QList<Task> tasks{};
    std::function<bool(const Client &)> concerns{}; // which clients have these tasks
    std::function<Result<MaintenanceStatus>(const Response &)> read{};
    explicit operator bool() const { return !tasks.isEmpty(); }
};

// A text the server publishes about itself, such as SAML metadata.
struct Document {
    const char *label = ""; // context "Dialects"
    Request request{};
};

// Values a person gave for the fields of a sign-in method or grant, by field key.
struct SignInValues {
    QHash<QString, QString> plain{};
    QHash<QString, Secret> secrets{};
};
struct SignInField {
    QString key{};
    const char *label = ""; // context "Dialects"
    bool secret = false;
    const char *hint = "";
    bool optional = false;
    QString initial{};
};
struct SignInMethod {
    QString id{};
    const char *label = ""; // context "Dialects"
    QList<SignInField> fields{};
    std::function<SignIn(const SignInValues &)> make{};
};

// A way to get a token for somebody else's use (RFC 6749 §1.3).
struct Grant {
    QString id{}; // grant_type
    const char *label = ""; // context "Dialects"
    QList<SignInField> fields{};
    std::function<Request(const SignInValues &)> request{}; // or
    std::function<CodeSignIn(const SignInValues &)> code{}; // in the browser
};
struct Grants {
    QList<Grant> list{};
    std::function<Result<IssuedToken>(const Response &)> read{};
    explicit operator bool() const { return !list.isEmpty(); }
};

// Values of the settings that belong together, such as those of one version of the product.
struct Preset {
    const char *label = ""; // context "Dialects"
    QHash<QString, QString> values{};
};

// What is known of one very server before a dialect can speak to it.
struct Setup {
    QUrl base{}; // of the profile
    QHash<QString, QString> settings{}; // of the profile, by key; missing ones are as in `Dialect::settings`
    QJsonObject metadata{}; // what the server publishes about itself (RFC 8414, OpenID Connect Discovery)
};

// Where a server publishes what it can do. Asked in this order, without credentials, until one answers.
struct Discovery {
    QList<Request> requests{};
    std::function<Result<QJsonObject>(const Response &, const QUrl &base)> read{};
    bool isRequired = false; // without it, there is no connection
    explicit operator bool() const { return !requests.isEmpty(); }
};

// A server product: what it can do and how it speaks. Pure functions and tables; no I/O, no state.
struct Dialect {
    QString id{}; // its folder
    QString name{}; // the product's own name
    const char *urlHint = ""; // an example of a base URL
    QList<SignInField> settings{}; // plain ones of the profile that say how this server is set up
    QList<Preset> presets{};
    Discovery discovery{};
    QList<SignInMethod> signInMethods{};
    Endpoint<Client> clients{};
    Endpoint<Scope> scopes{};
    Endpoint<User> users{};
    Endpoint<ApiToken> apiTokens{};
    Endpoint<Token> accessTokens{};
    Endpoint<Token> refreshTokens{};
    Endpoint<Token> allTokens{}; // those lists as one: see alltokens.h
    Endpoint<Token> sessions{};
    // Tokens got here and kept with their values, where `accessTokens` is the server's own list.
    Endpoint<Token> keptTokens{};
    TokenOperations tokens{};
    Grants grants{};
    BatchRevocation batchRevocation{};
    Maintenance maintenance{};
    QList<Document> documents{};
};

// Every dialect there is, by name, as it is before anything is known of a server; generated from the folders.
const QList<Dialect> &dialects();
const Dialect *findDialect(const QString &id); // null when there is none
// The dialect of one very server; `id` must be one of those.
Dialect makeDialect(const QString &id, const Setup &setup);
