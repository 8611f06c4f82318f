// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/autentico/users.h"

#include "app/server/autentico/bearer.h"
#include "app/server/random.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace server::autentico {

static User readUser(const QSqlQuery &query)
{
    return {.id = query.value(0).toString(),
        .name = query.value(1).toString(),
        .email = query.value(2).toString(),
        .role = query.value(3).toString(),
        .createdAt = query.value(4).toLongLong()};
}

std::optional<User> findUser(Database &database, const QString &id)
{
    return database.one(
        u"SELECT id, name, email, role, created_at FROM autentico_users WHERE id = ?"_s, {id}, readUser);
}

std::optional<User> findUser(Database &database, const QString &name, const QString &password)
{
    return database.one(
        u"SELECT id, name, email, role, created_at FROM autentico_users WHERE name = ? AND password = ?"_s,
        {name, digest(password)}, readUser);
}

void insertUser(Database &database, const User &user, const QString &password)
{
    database.change(
        u"INSERT INTO autentico_users (id, name, password, email, role, created_at) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {user.id, user.name, digest(password), user.email, user.role, user.createdAt});
}

QJsonObject toJson(const User &user)
{
    return {{u"id"_s, user.id}, {u"username"_s, user.name}, {u"email"_s, user.email},
        {u"created_at"_s, timestamp(user.createdAt)}, {u"role"_s, user.role}};
}

static Response created(const Call &call, const User &user)
{
    if (call.state.isLater)
        return wrapped(toJson(user), 201);
    if (call.state.isActual) {
        return wrapped(QJsonObject{{u"ID"_s, user.id}, {u"Username"_s, user.name}, {u"Email"_s, user.email},
                           {u"CreatedAt"_s, timestamp(user.createdAt)}, {u"Role"_s, QString()}},
            201);
    }
    return jsonResponse(201,
        QJsonObject{{u"id"_s, user.id}, {u"username"_s, user.name}, {u"email"_s, user.email}, {u"role"_s, user.role},
            {u"createdAt"_s, timestamp(user.createdAt)}});
}

static bool isEmail(const QString &text)
{
    static const QRegularExpression pattern(uR"(^[^\s@<>",;:]+@[^\s@<>",;:.]+(\.[^\s@<>",;:.]+)+$)"_s);
    return pattern.match(text).hasMatch();
}

static QString problemIn(const QString &name, const QString &password, const QString &email)
{
    QStringList problems;
    if (name.size() < 4 || name.size() > 64)
        problems << u"username: the length must be between 4 and 64"_s;
    else if (!isEmail(name))
        problems << u"username: must be a valid email address"_s;
    if (password.size() < 6 || password.size() > 64)
        problems << u"password: the length must be between 6 and 64"_s;
    if (!email.isEmpty() && !isEmail(email))
        problems << u"email: must be a valid email address"_s;
    return problems.join(u"; "_s);
}

Answer createUser(Call &call)
{
    if (const auto caller = requireBearer(call); !caller)
        return tl::unexpected(caller.error());
    const auto object = readObject(call.request);
    if (!object)
        return tl::unexpected(object.error());
    User user{.id = newSecret(15),
        .name = object->value("username"_L1).toString(),
        .email = object->value("email"_L1).toString(),
        .role = u"user"_s,
        .createdAt = call.now};
    const QString password = object->value("password"_L1).toString();
    if (const QString problem = problemIn(user.name, password, user.email); !problem.isEmpty())
        return badRequest(problem + u'.');
    if (user.email.isEmpty())
        user.email = user.name;
    if (call.database.exists(u"SELECT 1 FROM autentico_users WHERE name = ?"_s, {user.name}))
        return refuse(500, "server_error", u"User creation error. A user of that name exists."_s);
    insertUser(call.database, user, password);
    return created(call, user);
}

}
