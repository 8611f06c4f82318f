// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/wyn/wyn.h"

#include "app/server/openapi.h"
#include "app/server/router.h"
#include "app/server/wyn/batchrevocation.h"
#include "app/server/wyn/connect.h"
#include "app/server/wyn/pluginerror.h"
#include "app/server/wyn/store.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace server::wyn {

namespace {

// Wyn Enterprise as the local server plays it, each request one transaction. Its documentation is all there is to go
// by, so that its documented and its actual shape are one.
class Wyn : public Persona {
public:
    explicit Wyn(const Stage &stage);

    Result<> prepare(bool demo) override;
    Response answer(const Request &request) override;
    Answer control(const Request &request) override { return m_controls.answer(request); }

private:
    using Endpoint = Response (*)(const Call &call);
    void add(QStringView path, Endpoint endpoint);

    Database &m_database;
    Clock m_clock;
    Router m_router;
    Router m_controls; // none
};

}

Wyn::Wyn(const Stage &stage)
    : m_database(stage.database)
    , m_clock(stage.clock)
{
    add(u"/connect/token", issueToken);
    add(u"/connect/revocation", revokeToken);
    add(u"/api/v2/identity/token/batch-revocation", revokeOlderTokens);
    serveOpenApi(m_router, u"wyn"_s);
}

void Wyn::add(QStringView path, Endpoint endpoint)
{
    m_router.add("POST", path, [this, endpoint](const Request &request, const QStringList &) {
        return endpoint({.request = request, .database = m_database, .now = m_clock().toMSecsSinceEpoch()});
    });
}

Result<> Wyn::prepare(bool demo)
{
    Transaction transaction(m_database);
    createTables(m_database);
    const qint64 now = m_clock().toMSecsSinceEpoch();
    if (!m_database.exists(u"SELECT 1 FROM wyn_users"_s, {})) {
        seedDelivered(m_database);
        if (demo)
            seedDemo(m_database, now);
    }
    m_database.change(u"DELETE FROM wyn_tokens WHERE expires_at <= ?"_s, {now});
    if (!transaction.commit())
        return failure(Error::Kind::Storage,
            QCoreApplication::translate("LocalServer", "The local server cannot write its data."));
    return {};
}

// What the endpoints of /connect say to a wrong method is IdentityServer's, everything else the plugin server's.
static Response strayResponse(const Request &request, const Refusal &refusal)
{
    if (refusal.status != 405)
        return pluginErrorResponse(refusal.status, {.code = u"NotFound"_s, .message = refusal.description});
    if (request.segments.last() == "token"_L1)
        return connectErrorResponse("invalid_request");
    Response response = request.segments.last() == "revocation"_L1
        ? Response{.status = 405}
        : pluginErrorResponse(405, {.code = u"MethodNotAllowed"_s, .message = refusal.description});
    response.headers.insert(response.headers.end(), refusal.headers.begin(), refusal.headers.end());
    return response;
}

Response Wyn::answer(const Request &request)
{
    Transaction transaction(m_database);
    const Answer answer = m_router.answer(request);
    if (!transaction.commit())
        return pluginErrorResponse(
            500, {.code = u"InternalError"_s, .message = u"The server could not read or write its data."_s});
    return answer ? *answer : strayResponse(request, answer.error());
}

std::unique_ptr<Persona> makePersona(const Stage &stage)
{
    return std::make_unique<Wyn>(stage);
}

}
