// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/faults.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace server {

static bool fits(const Fault &fault, const Request &request)
{
    return request.path.startsWith(fault.path) && (fault.method.isEmpty() || fault.method == request.method);
}

static QByteArray readBody(const QJsonValue &value)
{
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    return value.toString().toUtf8();
}

static std::optional<Fault::Drop> readDrop(const QJsonValue &value)
{
    if (value.isUndefined())
        return Fault::Drop::No;
    if (value == "request"_L1)
        return Fault::Drop::Before;
    if (value == "answer"_L1)
        return Fault::Drop::After;
    return std::nullopt;
}

tl::expected<Fault, Refusal> readFault(const QJsonObject &object)
{
    const auto drop = readDrop(object["drop"_L1]);
    const Fault fault{.path = object["path"_L1].toString().toUtf8(),
        .method = object["method"_L1].toString().toLatin1(),
        .times = object["times"_L1].toInt(-1),
        .delay = std::chrono::milliseconds(object["delayMs"_L1].toInt()),
        .hang = object["hang"_L1].toBool(),
        .drop = drop.value_or(Fault::Drop::No),
        .status = object["status"_L1].toInt(),
        .body = readBody(object["body"_L1])};
    if (!fault.path.startsWith('/'))
        return refuse(400, "invalid_request", u"\"path\" must begin with a slash."_s);
    if (!drop)
        return refuse(400, "invalid_request", u"\"drop\" is \"request\" or \"answer\"."_s);
    if (fault.status != 0 && (fault.status < 200 || fault.status > 599))
        return refuse(400, "invalid_request", u"\"status\" is 200 to 599."_s);
    if (fault.times == 0 || fault.delay.count() < 0)
        return refuse(400, "invalid_request", u"\"times\" and \"delayMs\" must be positive."_s);
    if (fault.delay.count() == 0 && !fault.hang && fault.drop == Fault::Drop::No && fault.status == 0)
        return refuse(400, "invalid_request", u"One of \"delayMs\", \"hang\", \"drop\" and \"status\" is needed."_s);
    return fault;
}

static QJsonObject describe(const Fault &fault)
{
    QJsonObject object{{u"path"_s, QString::fromUtf8(fault.path)}};
    if (!fault.method.isEmpty())
        object[u"method"_s] = QString::fromLatin1(fault.method);
    if (fault.times > 0)
        object[u"times"_s] = fault.times;
    if (fault.delay.count() > 0)
        object[u"delayMs"_s] = static_cast<qint64>(fault.delay.count());
    if (fault.hang)
        object[u"hang"_s] = true;
    if (fault.drop != Fault::Drop::No)
        object[u"drop"_s] = fault.drop == Fault::Drop::Before ? u"request"_s : u"answer"_s;
    if (fault.status != 0) {
        object[u"status"_s] = fault.status;
        object[u"body"_s] = QString::fromUtf8(fault.body);
    }
    return object;
}

QJsonArray Faults::json() const
{
    QJsonArray faults;
    for (const Fault &fault : m_faults)
        faults.append(describe(fault));
    return faults;
}

Response Faults::apply(const Request &request, const std::function<Response()> &answer)
{
    const auto found
        = std::find_if(m_faults.begin(), m_faults.end(), [&](const Fault &fault) { return fits(fault, request); });
    if (found == m_faults.end())
        return answer();
    const Fault fault = *found;
    if (found->times > 0 && --found->times == 0)
        m_faults.erase(found);

    Response response;
    if (fault.drop != Fault::Drop::Before)
        response = fault.status != 0 ? jsonResponse(fault.status, fault.body) : answer();
    response.delay = fault.delay;
    if (fault.drop != Fault::Drop::No)
        response.fate = Response::Fate::Dropped;
    else if (fault.hang)
        response.fate = Response::Fate::Held;
    return response;
}

}
