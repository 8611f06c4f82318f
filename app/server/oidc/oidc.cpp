// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/oidc/oidc.h"

#include "app/server/oidc/demo.h"
#include "app/server/oidc/introspection.h"
#include "app/server/oidc/registration.h"
#include "app/server/oidc/resources.h"
#include "app/server/oidc/schema.h"
#include "app/server/oidc/sessions.h"
#include "app/server/oidc/signin.h"
#include "app/server/oidc/tokenendpoint.h"
#include "app/server/openapi.h"
#include "app/server/router.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace server::oidc {

namespace {

struct Route {
    const char *method;
    QStringView pattern;
    Endpoint endpoint;
};

constexpr std::array routes{
    Route{"GET", u"/.well-known/openid-configuration", readMetadataDocument},
    Route{"GET", u"/.well-known/oauth-authorization-server", readMetadataDocument},
    Route{"GET", u"/jwks", readKeys},
    Route{"GET", u"/authorize", authorize},
    Route{"POST", u"/authorize", authorize},
    Route{"POST", u"/login", signIn},
    Route{"GET", u"/logout", endSession},
    Route{"POST", u"/logout", endSession},
    Route{"POST", u"/token", issueToken},
    Route{"POST", u"/introspect", introspect},
    Route{"POST", u"/revoke", revoke},
    Route{"GET", u"/userinfo", readUserInfo},
    Route{"POST", u"/userinfo", readUserInfo},
    Route{"POST", u"/register", registerClient},
    Route{"GET", u"/register/{client_id}", readRegistration},
    Route{"PUT", u"/register/{client_id}", replaceRegistration},
    Route{"DELETE", u"/register/{client_id}", deleteRegistration},
};

// The provider as the local server plays it: the table above, each request one transaction.
class Provider : public Persona {
public:
    explicit Provider(const Stage &stage);

    Result<> prepare(bool demo) override;
    Response answer(const Request &request) override;
    Answer control(const Request &request) override { return Router().answer(request); } // it has no tricks

private:
    qint64 now() const { return m_clock().toSecsSinceEpoch(); }

    Database &m_database;
    Clock m_clock;
    SigningKey m_key;
    Router m_router;
};

}

Provider::Provider(const Stage &stage)
    : m_database(stage.database)
    , m_clock(stage.clock)
    , m_key(stage.database, u"oidc"_s)
{
    for (const Route &route : routes) {
        m_router.add(route.method, route.pattern, [this, &route](const Request &request, const QStringList &arguments) {
            Call call{.request = request, .arguments = arguments, .database = m_database, .key = m_key, .now = now()};
            return route.endpoint(call);
        });
    }
    serveOpenApi(m_router, u"oidc"_s);
}

Result<> Provider::prepare(bool demo)
{
    Transaction transaction(m_database);
    createTables(m_database);
    if (!m_database.exists(u"SELECT 1 FROM oidc_users"_s, {})) {
        seedAdministrator(m_database);
        if (demo)
            seedDemo(m_database, now());
    }
    m_database.change(u"DELETE FROM oidc_sessions WHERE expires_at <= ?"_s, {now()});
    m_database.change(u"DELETE FROM oidc_codes WHERE expires_at <= ?"_s, {now()});
    m_database.change(u"DELETE FROM oidc_tokens WHERE expires_at <= ?"_s, {now()});
    if (!transaction.commit())
        return failure(Error::Kind::Storage,
            QCoreApplication::translate("LocalServer", "The local server cannot write its data."));
    return {};
}

Response Provider::answer(const Request &request)
{
    Transaction transaction(m_database);
    const Answer answer = m_router.answer(request);
    // A refusal may have ended tokens or used up a code, so it is kept as well.
    if (transaction.hasFailed() || !transaction.commit())
        return errorResponse(
            {.status = 500, .code = "server_error", .description = u"The server could not read or write its data."_s});
    return answer ? *answer : errorResponse(answer.error());
}

std::unique_ptr<Persona> makePersona(const Stage &stage)
{
    return std::make_unique<Provider>(stage);
}

}
