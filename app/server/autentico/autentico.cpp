// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/autentico/autentico.h"

#include "app/server/autentico/authorize.h"
#include "app/server/autentico/bearer.h"
#include "app/server/autentico/clients.h"
#include "app/server/autentico/demo.h"
#include "app/server/autentico/discovery.h"
#include "app/server/autentico/lists.h"
#include "app/server/autentico/schema.h"
#include "app/server/autentico/tokenendpoint.h"
#include "app/server/autentico/tokens.h"
#include "app/server/openapi.h"
#include "app/server/random.h"
#include "app/server/router.h"

#include <QCoreApplication>

#include <array>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace server::autentico {

namespace {

// Which of the product's faces serves a path.
enum Face : unsigned { Documented = 1, Actual = 2, Later = 4, Version1 = 3, Running = 6, Every = 7 };

struct Route {
    const char *method; // "*": any
    QStringView pattern;
    unsigned faces;
    bool isAdministrators; // only with an administrator's bearer token
    Endpoint endpoint;
};

constexpr std::array routes{
    Route{"*", u"/.well-known/openid-configuration", Every, false, readDiscovery},
    Route{"*", u"/oauth2/.well-known/openid-configuration", Running, false, readDiscovery},
    Route{"*", u"/.well-known/jwks.json", Version1, false, readKeys},
    Route{"*", u"/oauth2/.well-known/jwks.json", Later, false, readKeys},
    Route{"GET", u"/oauth2/authorize", Every, false, authorize},
    Route{"POST", u"/oauth2/login", Every, false, logIn},
    Route{"POST", u"/oauth2/token", Every, false, issueToken},
    Route{"POST", u"/oauth2/protocol/openid-connect/token", Every, false, issueToken},
    Route{"*", u"/oauth2/introspect", Every, false, introspect},
    Route{"POST", u"/oauth2/revoke", Every, false, revokeToken},
    Route{"*", u"/oauth2/userinfo", Every, false, readUserInfo},
    Route{"*", u"/oauth2/protocol/openid-connect/userinfo", Every, false, readUserInfo},
    Route{"*", u"/oauth2/logout", Version1, false, endSession},
    Route{"GET", u"/oauth2/logout", Later, false, logOut},
    Route{"POST", u"/oauth2/logout", Later, false, logOut},
    Route{"GET", u"/oauth2/register", Version1, true, listClients},
    Route{"POST", u"/oauth2/register", Every, true, createClient},
    Route{"GET", u"/oauth2/register/{client_id}", Every, true, readClient},
    Route{"PUT", u"/oauth2/register/{client_id}", Every, true, changeClient},
    Route{"DELETE", u"/oauth2/register/{client_id}", Every, true, removeClient},
    Route{"*", u"/users/create", Documented, false, createUser},
    Route{"*", u"/user", Actual, false, createUser},
    Route{"GET", u"/admin/api/clients", Later, true, pageOfClients},
    Route{"POST", u"/admin/api/clients", Later, true, createClient},
    Route{"GET", u"/admin/api/clients/{client_id}", Later, true, readClient},
    Route{"PUT", u"/admin/api/clients/{client_id}", Later, true, changeClient},
    Route{"DELETE", u"/admin/api/clients/{client_id}", Later, true, removeClient},
    Route{"GET", u"/admin/api/users", Later, true, pageOfUsers},
    Route{"POST", u"/admin/api/users", Later, true, createUser},
    Route{"GET", u"/admin/api/sessions", Later, true, pageOfSessions},
    Route{"DELETE", u"/admin/api/sessions/{id}", Later, true, deactivateSession},
    Route{"GET", u"/admin/api/tokens", Later, true, pageOfTokens},
    Route{"DELETE", u"/admin/api/tokens/{id}", Later, true, revokeById},
};

// Autentico as the local server plays it: the tables above, each request one transaction.
class Autentico : public Persona {
public:
    explicit Autentico(const Stage &stage);

    Result<> prepare(bool demo) override;
    Response answer(const Request &request) override;
    Answer control(const Request &request) override;

private:
    unsigned face() const;
    Answer call(const Route &route, const Request &request, const QStringList &arguments);
    Answer chooseVersion(const Request &request);

    Database &m_database;
    Clock m_clock;
    State m_state;
    std::map<unsigned, Router> m_routers; // by face
    Router m_controls;
};

}

Autentico::Autentico(const Stage &stage)
    : m_database(stage.database)
    , m_clock(stage.clock)
    , m_state{.isActual = stage.actualShape,
          .key = SigningKey(stage.database, u"autentico"_s, u"autentico-key-1"_s),
          .refreshKey = newSecret(32).toLatin1()}
{
    for (const Route &route : routes) {
        const auto handler = [this, &route](const Request &request, const QStringList &arguments) {
            return call(route, request, arguments);
        };
        const QByteArrayList methods = route.method == "*"_qba ? QByteArrayList{"GET", "POST", "PUT", "PATCH", "DELETE"}
                                                               : QByteArrayList{route.method};
        for (const unsigned one : {Documented, Actual, Later}) {
            for (const QByteArray &method : methods) {
                if (route.faces & one)
                    m_routers[one].add(method, route.pattern, handler);
            }
        }
    }
    for (const unsigned one : {Documented, Actual, Later})
        serveOpenApi(m_routers[one], u"autentico"_s);
    m_controls.add(
        "POST", u"/version", [this](const Request &request, const QStringList &) { return chooseVersion(request); });
}

Result<> Autentico::prepare(bool demo)
{
    Transaction transaction(m_database);
    createTables(m_database);
    const qint64 now = m_clock().toMSecsSinceEpoch();
    if (!m_database.exists(u"SELECT 1 FROM autentico_users"_s, {})) {
        seedAdministrator(m_database, now);
        if (demo)
            seedDemo(m_database, now);
    }
    m_database.change(u"DELETE FROM autentico_sessions WHERE expires_at <= ?"_s, {now});
    m_database.change(u"DELETE FROM autentico_codes WHERE expires_at <= ?"_s, {now});
    m_database.change(u"DELETE FROM autentico_browsers WHERE expires_at <= ?"_s, {now});
    if (!transaction.commit())
        return failure(Error::Kind::Storage,
            QCoreApplication::translate("LocalServer", "The local server cannot write its data."));
    return {};
}

unsigned Autentico::face() const
{
    if (m_state.isLater)
        return Later;
    return m_state.isActual ? Actual : Documented;
}

Answer Autentico::call(const Route &route, const Request &request, const QStringList &arguments)
{
    Call call{.request = request,
        .arguments = arguments,
        .database = m_database,
        .state = m_state,
        .now = m_clock().toMSecsSinceEpoch()};
    if (route.isAdministrators) {
        if (const auto administrator = requireAdministrator(call); !administrator)
            return tl::unexpected(administrator.error());
    }
    return route.endpoint(call);
}

// Only for what is documented so, which leaves out the client endpoints.
static Response documentedError(const Refusal &refusal)
{
    return jsonResponse(refusal.status, QJsonObject{{u"code"_s, refusal.status}, {u"message"_s, refusal.description}});
}

Response Autentico::answer(const Request &request)
{
    Transaction transaction(m_database);
    Answer answer = m_routers[face()].answer(request);
    // A refusal may have used up a code, so it is kept as well.
    if (transaction.hasFailed() || !transaction.commit())
        answer = refuse(500, "server_error", u"The server could not read or write its data."_s);
    if (answer)
        return *answer;
    const bool isClients = request.segments.value(1) == "register"_L1;
    Refusal refusal = answer.error();
    // In version 2 it may be a token or a session that there is not.
    const bool isOfList = face() == Later && request.segments.first() == "admin"_L1 && request.segments.size() == 4;
    if (refusal.code == "not_found" && !isOfList)
        return plainText(404, "404 page not found\n");
    if (refusal.status == 405)
        refusal = {.status = isClients ? 405 : 400, .code = "invalid_request", .description = u"Wrong method."_s};
    return face() == Documented && !isClients ? documentedError(refusal) : errorResponse(refusal);
}

Answer Autentico::control(const Request &request)
{
    return m_controls.answer(request);
}

// {"later":bool}: whether version 2 is played from now on.
Answer Autentico::chooseVersion(const Request &request)
{
    const auto object = readJson(request);
    if (!object)
        return tl::unexpected(object.error());
    if (!object->value("later"_L1).isBool())
        return badRequest(u"\"later\" is true or false."_s);
    m_state.isLater = object->value("later"_L1).toBool();
    return Response{.status = 204};
}

std::unique_ptr<Persona> makePersona(const Stage &stage)
{
    return std::make_unique<Autentico>(stage);
}

}
