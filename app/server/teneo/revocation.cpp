// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/revocation.h"

#include "app/server/random.h"
#include "app/server/teneo/credentials.h"

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

namespace {

struct StoredToken {
    QString id{};
    QString kind{};
    QString clientId{};
    QString family{};
};

}

static StoredToken readToken(const QSqlQuery &query)
{
    return {.id = query.value(0).toString(),
        .kind = query.value(1).toString(),
        .clientId = query.value(2).toString(),
        .family = query.value(3).toString()};
}

static tl::expected<Caller, Refusal> identify(Call &call, const Form &form)
{
    if (const QString bearer = bearerOf(call.request); !bearer.isEmpty()) {
        const auto caller = findCaller(call.database, bearer, call.now);
        if (!caller)
            return unauthorized();
        return *caller;
    }
    if (call.request.header("authorization").isEmpty() && !form.has(u"client_id"))
        return unauthorized();
    const auto credentials = readCredentials(call.request, form);
    if (!credentials)
        return tl::unexpected(credentials.error());
    if (const auto client = findClient(call.database, *credentials))
        return Caller{.clientId = client->id};
    const auto user = findUser(call.database, credentials->id, credentials->secret);
    if (!user || !user->isAdmin)
        return invalidClient();
    return Caller{.userId = user->id, .isAdmin = true};
}

static bool mayRevoke(const Caller &caller, const StoredToken &token)
{
    return caller.isAdmin || token.id == caller.tokenId
        || (!token.clientId.isNull() && token.clientId == caller.clientId);
}

static void revoke(Database &database, const StoredToken &token)
{
    if (token.kind == "REFRESH"_L1)
        database.change(u"DELETE FROM teneo_tokens WHERE family = ?"_s, {token.family});
    else
        database.change(u"DELETE FROM teneo_tokens WHERE id = ?"_s, {token.id});
}

static Answer signOut(Call &call, const Caller &caller)
{
    if (caller.tokenId.isEmpty())
        return badRequest(u"token is required."_s);
    if (caller.type == "API"_L1)
        return badRequest(u"An API token is deleted, not revoked."_s);
    revoke(call.database, {.id = caller.tokenId});
    return Response{};
}

Answer revokeTokens(Call &call)
{
    const auto form = readForm(call.request);
    if (!form)
        return tl::unexpected(form.error());
    const auto caller = identify(call, *form);
    if (!caller)
        return tl::unexpected(caller.error());
    if (!form->has(u"token")) {
        if (!call.request.body.isEmpty())
            return badRequest(u"token is required."_s);
        return signOut(call, *caller);
    }
    const QStringList values = form->values(u"token");
    std::vector<StoredToken> found;
    for (const QString &value : values) {
        const auto token
            = call.database.one(u"SELECT id, kind, client_id, family FROM teneo_tokens WHERE hash = ? OR id = ?"_s,
                {digest(value), value}, readToken);
        if (!token) // unknown is as good as revoked (RFC 7009 §2.2)
            continue;
        if (!mayRevoke(*caller, *token))
            return forbidden(u"One of these tokens belongs to another client."_s);
        found.push_back(*token);
    }
    for (const StoredToken &token : found)
        revoke(call.database, token);
    return Response{};
}

}
