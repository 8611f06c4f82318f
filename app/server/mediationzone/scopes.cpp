// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/mediationzone/scopes.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace server::mediationzone {

static Answer scopeResponse(const QStringList &scopes)
{
    return jsonResponse(200, QJsonObject{{u"scope"_s, scopes.join(u' ')}});
}

static bool isScopeCharacter(QChar c) // or the space between two
{
    return c >= u' ' && c <= u'~' && c != u'"' && c != u'\\';
}

tl::expected<QStringList, Refusal> readScope(const QJsonObject &object)
{
    const QJsonValue value = object["scope"_L1];
    if (!value.isString())
        return refuse(400, "invalid_request", u"\"scope\" is required, a text."_s);
    const QString text = value.toString();
    if (!std::all_of(text.begin(), text.end(), isScopeCharacter))
        return refuse(400, "invalid_scope", u"A scope has a character that it must not have."_s);
    QStringList scopes = text.split(u' ', Qt::SkipEmptyParts);
    scopes.removeDuplicates();
    return scopes;
}

QStringList provisioned(Database &database, const QStringList &scopes)
{
    QStringList found;
    for (const QString &scope : scopes) {
        if (database.exists(u"SELECT 1 FROM mediationzone_scopes WHERE name = ?"_s, {scope}))
            found.append(scope);
    }
    return found;
}

static tl::expected<QStringList, Refusal> readBody(const Request &request)
{
    const auto object = readJson(request);
    if (!object)
        return tl::unexpected(object.error());
    return readScope(*object);
}

Answer listScopes(Call &call)
{
    QStringList scopes;
    call.database.each(u"SELECT name FROM mediationzone_scopes ORDER BY rowid"_s, {},
        [&](const QSqlQuery &row) { scopes.append(row.value(0).toString()); });
    return scopeResponse(scopes);
}

Answer addScopes(Call &call)
{
    const auto scopes = readBody(call.request);
    if (!scopes)
        return tl::unexpected(scopes.error());
    for (const QString &scope : *scopes)
        call.database.change(u"INSERT OR IGNORE INTO mediationzone_scopes (name) VALUES (?)"_s, {scope});
    return scopeResponse(*scopes);
}

Answer removeScopes(Call &call)
{
    const auto scopes = readBody(call.request);
    if (!scopes)
        return tl::unexpected(scopes.error());
    const QStringList removed = provisioned(call.database, *scopes);
    for (const QString &scope : removed)
        call.database.change(u"DELETE FROM mediationzone_scopes WHERE name = ?"_s, {scope});
    return scopeResponse(removed);
}

}
