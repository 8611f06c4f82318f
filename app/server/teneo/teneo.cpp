// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/teneo.h"

#include "app/server/openapi.h"
#include "app/server/router.h"
#include "app/server/teneo/apitokens.h"
#include "app/server/teneo/clients.h"
#include "app/server/teneo/credentials.h"
#include "app/server/teneo/crowd.h"
#include "app/server/teneo/delegated.h"
#include "app/server/teneo/demo.h"
#include "app/server/teneo/maintenance.h"
#include "app/server/teneo/maintenancecontrol.h"
#include "app/server/teneo/revocation.h"
#include "app/server/teneo/schema.h"
#include "app/server/teneo/studios.h"
#include "app/server/teneo/tokenendpoint.h"
#include "app/server/teneo/tokens.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

namespace {

// Whose bearer an endpoint wants.
enum class Right {
    None, // nobody's, or it looks for itself
    Any,
    Admin, // of a user with the administrator role
    Client, // of a client without any user
};

struct Route {
    const char *method;
    QStringView pattern;
    Right right;
    Endpoint endpoint;
};

constexpr std::array routes{
    Route{"POST", u"/oauth2/token", Right::None, issueToken},
    Route{"POST", u"/oauth2/revoke", Right::None, revokeTokens},
    Route{"GET", u"/oauth2/token-info", Right::Any, readTokenInfo},
    Route{"GET", u"/oauth2/tokens/types", Right::Any, listTokenTypes},
    Route{"GET", u"/oauth2/access-tokens", Right::Admin, listAccessTokens},
    Route{"GET", u"/oauth2/refresh-tokens", Right::Admin, listRefreshTokens},
    Route{"GET", u"/oauth2/clients", Right::Any, listClients},
    Route{"POST", u"/oauth2/clients", Right::Admin, createClient},
    Route{"GET", u"/oauth2/clients/types", Right::Any, listClientTypes},
    Route{"GET", u"/oauth2/clients/{clientId}", Right::Any, readClient},
    Route{"PUT", u"/oauth2/clients/{clientId}", Right::Admin, changeClient},
    Route{"DELETE", u"/oauth2/clients/{clientId}", Right::Admin, removeClient},
    Route{"GET", u"/oauth2/api-tokens", Right::Admin, listApiTokens},
    Route{"POST", u"/oauth2/api-tokens", Right::Admin, createApiToken},
    Route{"GET", u"/oauth2/api-tokens/{apiTokenId}", Right::Admin, readApiToken},
    Route{"PUT", u"/oauth2/api-tokens/{apiTokenId}", Right::Admin, changeApiToken},
    Route{"DELETE", u"/oauth2/api-tokens/{apiTokenId}", Right::Admin, removeApiToken},
    Route{"POST", u"/oauth2/clients/studio/admin/maintenance/daily/begin/{clientId}", Right::Admin, beginDaily},
    Route{"POST", u"/oauth2/clients/studio/admin/maintenance/hourly/begin/{clientId}", Right::Admin, beginHourly},
    Route{"GET", u"/oauth2/clients/studio/admin/maintenance/daily/status/{clientId}", Right::Admin, readDailyStatus},
    Route{"GET", u"/oauth2/clients/studio/admin/maintenance/hourly/status/{clientId}", Right::Admin, readHourlyStatus},
    Route{"GET", u"/oauth2/delegated/saml2/metadata", Right::None, readMetadata},
    Route{"GET", u"/oauth2/delegated/start-login-url", Right::Client, startLogin},
    Route{"GET", u"/oauth2/delegated/notification", Right::Client, pollLogin},
    Route{"POST", u"/oauth2/delegated/notification", Right::None, finishLogin},
    Route{"GET", u"/idp/login", Right::None, showIdentityProvider},
};

constexpr std::array controls{
    Route{"POST", u"/maintenance", Right::None, tellNextRun},
    Route{"GET", u"/runs", Right::None, listRuns},
    Route{"POST", u"/restart", Right::None, restart},
    Route{"POST", u"/schedule", Right::None, switchSchedule},
    Route{"POST", u"/delegated", Right::None, configureDelegation},
};

// Teneo Manager as the local server plays it: the tables above, each request one transaction.
class Teneo : public Persona {
public:
    explicit Teneo(const Stage &stage);

    Result<> prepare(bool demo) override;
    Response answer(const Request &request) override;
    Answer control(const Request &request) override { return run(m_controls, request); }

private:
    template <typename Table>
    void fill(Router &router, const Table &table);
    void seed(qint64 now);
    Answer call(const Route &route, const Request &request, const QStringList &arguments);
    Answer run(const Router &router, const Request &request);

    Database &m_database;
    Clock m_clock;
    Crowd m_crowd;
    int m_studios;
    State m_state;
    Router m_routes;
    Router m_controls;
};

}

Teneo::Teneo(const Stage &stage)
    : m_database(stage.database)
    , m_clock(stage.clock)
    , m_crowd(stage.crowd)
    , m_studios(stage.studios)
    , m_state{.maintenance = stage.maintenance}
{
    fill(m_routes, routes);
    fill(m_controls, controls);
    serveOpenApi(m_routes, u"teneo"_s);
}

template <typename Table>
void Teneo::fill(Router &router, const Table &table)
{
    for (const Route &route : table) {
        router.add(route.method, route.pattern, [this, &route](const Request &request, const QStringList &arguments) {
            return call(route, request, arguments);
        });
    }
}

Result<> Teneo::prepare(bool demo)
{
    Transaction transaction(m_database);
    createTables(m_database);
    const qint64 now = m_clock().toMSecsSinceEpoch();
    if (!m_database.exists(u"SELECT 1 FROM teneo_users"_s, {})) {
        seedAdministrator(m_database);
        if (demo)
            seed(now);
    }
    createIndexes(m_database);
    m_database.change(u"DELETE FROM teneo_tokens WHERE expires_at <= ?"_s, {now});
    m_database.change(u"DELETE FROM teneo_logins WHERE expires_at <= ?"_s, {now});
    if (!transaction.commit())
        return failure(Error::Kind::Storage,
            QCoreApplication::translate("LocalServer", "The local server cannot write its data."));
    return {};
}

void Teneo::seed(qint64 now)
{
    seedDemo(m_database, now);
    if (m_crowd.tokens > 0)
        seedCrowd(m_database, m_crowd, now);
    else
        seedDemoTokens(m_database, now);
    seedStudios(m_database, m_studios, m_crowd.seed, now);
}

Answer Teneo::call(const Route &route, const Request &request, const QStringList &arguments)
{
    Call call{.request = request,
        .arguments = arguments,
        .database = m_database,
        .state = m_state,
        .now = m_clock().toMSecsSinceEpoch()};
    if (route.right == Right::None)
        return route.endpoint(call);
    const auto caller = findCaller(m_database, bearerOf(request), call.now);
    if (!caller)
        return unauthorized();
    if (route.right == Right::Admin && !caller->isAdmin)
        return forbidden(u"Only an administrator may do this."_s);
    if (route.right == Right::Client && caller->type != "CLIENT"_L1)
        return forbidden(u"Only a client's own token may do this."_s);
    noteUse(m_database, *caller, call.now);
    call.caller = *caller;
    return route.endpoint(call);
}

Answer Teneo::run(const Router &router, const Request &request)
{
    Transaction transaction(m_database);
    Answer answer = router.answer(request);
    if (transaction.hasFailed() || (answer && !transaction.commit()))
        return refuse(500, "server_error", u"The server could not read or write its data."_s);
    return answer;
}

Response Teneo::answer(const Request &request)
{
    const Answer answer = run(m_routes, request);
    return answer ? *answer : errorResponse(answer.error());
}

std::unique_ptr<Persona> makePersona(const Stage &stage)
{
    return std::make_unique<Teneo>(stage);
}

}
