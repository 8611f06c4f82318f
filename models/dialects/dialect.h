// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
};

// Where the values of a Choice field come from.
struct ChoiceSource {
    std::function<Request()> list{};
    std::function<Result<QStringList>(const Response &)> read{};
};

// How removing is called on this server, for buttons and questions.
enum class Removal { Delete, Revoke };

// How one server speaks about one kind of record: pure functions, no I/O.
// An empty function means the server cannot do it, and the console does not offer it.
template <typename T>
struct Endpoint {
    QList<Field<T>> fields{}; // what this server knows of such a record, in the order shown
    std::function<Request(const ListQuery &)> list{};
    // `asked` is the query this answers: servers that count an offset do not repeat it.
    std::function<Result<Page<T>>(const Response &, const ListQuery &asked)> readPage{};
    std::function<Request(const QString &id)> read{};
    std::function<Request(const T &)> create{};
    std::function<Request(const T &before, const T &after)> update{};
    std::function<Request(const T &)> remove{};
    // The record in the answer to read, create or update. `sent` is what was asked for: some servers answer nothing.
    std::function<Result<T>(const Response &, const T &sent)> readOne{};
    // Rules beyond a single field: key of the field → one sentence, for a record about to be sent.
    std::function<QHash<QString, QString>(const T &)> problems{};
    QHash<QString, ChoiceSource> choices{}; // by field key
    Removal removal = Removal::Delete;
    explicit operator bool() const { return bool(list); }
};

// What the server says of the credential in use.
struct TokenOperations {
    std::function<Request()> info{};
    std::function<Result<Token>(const Response &)> readInfo{};
    explicit operator bool() const { return bool(info); }
};

// A maintenance task that runs on the server for one client.
struct Task {
    QString id{};
    const char *label = ""; // context "Dialects"
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

// Values a person gave for a sign-in method, by field key.
struct SignInValues {
    QHash<QString, QString> plain{};
    QHash<QString, Secret> secrets{};
};
struct SignInField {
    QString key{};
    const char *label = ""; // context "Dialects"
    bool secret = false;
    const char *hint = "";
};
struct SignInMethod {
    QString id{};
    const char *label = ""; // context "Dialects"
    QList<SignInField> fields{}; // all required
    std::function<SignIn(const SignInValues &)> make{};
};

// A server product: what it can do and how it speaks. Pure functions and tables; no I/O, no state.
struct Dialect {
    QString id{};   // its folder
    QString name{}; // the product's own name
    const char *urlHint = ""; // an example of a base URL
    QList<SignInMethod> signInMethods{};
    Endpoint<Client> clients{};
    Endpoint<Scope> scopes{};
    Endpoint<User> users{};
    Endpoint<ApiToken> apiTokens{};
    Endpoint<Token> accessTokens{};
    Endpoint<Token> refreshTokens{};
    TokenOperations tokens{};
    Maintenance maintenance{};
    QList<Document> documents{};
};

// Every dialect there is, by name; generated from the folders.
const QList<Dialect> &dialects();
const Dialect *findDialect(const QString &id); // null when there is none
