// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/site.h"

#include "app/server/signingkey.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace server {

Site::Site(const Options &options, const Secret &controlToken, std::unique_ptr<Database> database)
    : m_clock([this, clock = options.clock] { return clock().addSecs(m_ahead.count()); })
    , m_database(std::move(database))
    , m_control(controlToken, m_faults, m_requests, m_clock, m_ahead)
{
    for (const QString &name : options.personas)
        m_personas[name] = makePersona(name,
            {.database = *m_database,
                .clock = m_clock,
                .maintenance = options.maintenance,
                .actualShape = options.actualShape,
                .crowd = options.crowd,
                .studios = options.studios});
}

Result<std::unique_ptr<Site>> Site::open(const Options &options, const Secret &controlToken)
{
    auto database = Database::open(options.data);
    if (!database)
        return tl::unexpected(database.error());
    std::unique_ptr<Site> site(new Site(options, controlToken, *std::move(database)));
    for (const auto &[name, key] : options.signingKeys.asKeyValueRange())
        provideSigningKey(*site->m_database, name, key);
    for (const auto &[name, persona] : site->m_personas) {
        if (const auto prepared = persona->prepare(options.demo); !prepared)
            return tl::unexpected(prepared.error());
    }
    return site;
}

Response Site::answer(const Request &request)
{
    Response response;
    if (request.segments.first() == "_control"_L1) {
        response = m_control.answer(
            request, [this](const QString &name, const Request &rest) { return controlPersona(name, rest); });
    } else {
        response = m_faults.apply(request, [&] { return answerByPersona(request); });
        m_requests.record(m_clock(), request, response);
    }
    const QString date = QLocale::c().toString(m_clock(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'");
    response.headers.emplace_back("Date", date.toLatin1());
    return response;
}

Response Site::answerByPersona(const Request &request)
{
    if (m_personas.size() == 1)
        return m_personas.begin()->second->answer(request);
    const QString name = request.segments.first();
    const auto persona = m_personas.find(name);
    if (persona == m_personas.end() || request.segments.size() < 2)
        return errorResponse(
            {.status = 404, .code = "not_found", .description = u"No persona is served at this path."_s});
    Request inner = request;
    inner.segments.removeFirst();
    inner.base = '/' + name.toUtf8();
    return persona->second->answer(inner);
}

Answer Site::controlPersona(const QString &name, const Request &request)
{
    const auto persona = m_personas.find(name);
    if (persona == m_personas.end())
        return refuse(404, "not_found", u"That persona is not served."_s);
    Request inner = request;
    inner.segments.remove(0, 2);
    return persona->second->control(inner);
}

}
