// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/mediationzone/mediationzone.h"

#include "app/server/basic.h"
#include "app/server/mediationzone/clientrows.h"
#include "app/server/mediationzone/clients.h"
#include "app/server/mediationzone/demo.h"
#include "app/server/mediationzone/scopes.h"
#include "app/server/mediationzone/tokenendpoint.h"
#include "app/server/openapi.h"
#include "app/server/router.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace server::mediationzone {

namespace {

struct Route {
    const char *method;
    QStringView pattern;
    Endpoint endpoint;
};

constexpr std::array routes{
    Route{"GET", u"/api/scope", listScopes},
    Route{"POST", u"/api/scope", addScopes},
    Route{"PATCH", u"/api/scope", removeScopes},
    Route{"GET", u"/api/clients", listClients},
    Route{"POST", u"/api/clients", createClient},
    Route{"GET", u"/api/clients/{client_name}", readClient},
    Route{"PUT", u"/api/clients/{client_name}", putClient},
    Route{"PATCH", u"/api/clients/{client_name}", rotateCredentials},
    Route{"DELETE", u"/api/clients/{client_name}", removeClient},
    Route{"POST", u"/token", issueToken},
};

// Where the routes begin: since 9.2, and in 8.x to 9.1 as their configuration template has it.
constexpr std::array<QStringView, 2> mounts{u"/authserver", u""};

// MediationZone's Authorization Server as the local server plays it, each request one transaction. What its
// documentation does not say is inferred; nowhere does it say one thing and do another.
class MediationZone : public Persona {
public:
    explicit MediationZone(const Stage &stage);

    Result<> prepare(bool demo) override;
    Response answer(const Request &request) override;
    Answer control(const Request &request) override { return m_controls.answer(request); }

private:
    Answer answerChecked(const Request &request);
    Answer configureBasic(const Request &request);

    Database &m_database;
    Clock m_clock;
    SigningKey m_key;
    bool m_wantsBasic = true; // of the management API
    Router m_router;
    Router m_controls;
};

}

MediationZone::MediationZone(const Stage &stage)
    : m_database(stage.database)
    , m_clock(stage.clock)
    , m_key(stage.database, u"mediationzone"_s, u"authserver"_s)
{
    for (const QStringView mount : mounts) {
        for (const Route &route : routes) {
            const QString pattern = u"%1%2"_s.arg(mount, route.pattern);
            m_router.add(route.method, pattern, [this, &route](const Request &request, const QStringList &arguments) {
                Call call{.request = request,
                    .arguments = arguments,
                    .database = m_database,
                    .key = m_key,
                    .now = m_clock().toMSecsSinceEpoch()};
                return route.endpoint(call);
            });
        }
    }
    serveOpenApi(m_router, u"mediationzone"_s);
    m_controls.add(
        "POST", u"/basic", [this](const Request &request, const QStringList &) { return configureBasic(request); });
}

Result<> MediationZone::prepare(bool demo)
{
    Transaction transaction(m_database);
    const bool isNew = createTables(m_database);
    if (isNew && demo)
        seedDemo(m_database);
    if (!transaction.commit())
        return failure(Error::Kind::Storage,
            QCoreApplication::translate("LocalServer", "The local server cannot write its data."));
    return {};
}

static bool isManagement(const Request &request)
{
    const qsizetype first = request.segments.first() == "authserver"_L1 ? 1 : 0;
    return request.segments.value(first) == "api"_L1;
}

static bool isAdministrator(const Request &request)
{
    const auto credentials = basicOf(request);
    return credentials && credentials->id == "mzadmin"_L1 && credentials->secret == "mzadmin_pass"_L1;
}

Answer MediationZone::answerChecked(const Request &request)
{
    if (m_wantsBasic && isManagement(request) && !isAdministrator(request))
        return refuse(401, "unauthorized", u"The management API wants the administrator's name and password."_s,
            {{"WWW-Authenticate", R"(Basic realm="authserver")"}});
    Transaction transaction(m_database);
    Answer answer = m_router.answer(request);
    if (transaction.hasFailed() || (answer && !transaction.commit()))
        return refuse(500, "server_error", u"The server could not read or write its data."_s);
    return answer;
}

Response MediationZone::answer(const Request &request)
{
    const Answer answer = answerChecked(request);
    return answer ? *answer : errorResponse(answer.error());
}

// {"enabled":bool}: whether the management API wants HTTP Basic; it does until told otherwise.
Answer MediationZone::configureBasic(const Request &request)
{
    const auto object = readJson(request);
    if (!object)
        return tl::unexpected(object.error());
    if (!object->value("enabled"_L1).isBool())
        return refuse(400, "invalid_request", u"\"enabled\" is true or false."_s);
    m_wantsBasic = object->value("enabled"_L1).toBool();
    return Response{.status = 204};
}

std::unique_ptr<Persona> makePersona(const Stage &stage)
{
    return std::make_unique<MediationZone>(stage);
}

}
