// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fixture.h"

// A server with Studio clients whose maintenance goes by a schedule, and who asks it.
class StudioServer {
public:
    explicit StudioServer(int studios, quint64 seed = 1, const QString &data = QStringLiteral(":memory:"))
        : fixture({.data = data, .demo = true, .crowd = {.seed = seed}, .studios = studios})
        , admin(fixture.apiToken(QStringLiteral("u-1000")))
        , wire(fixture.port())
    {
    }

    Reply ask(const QByteArray &method, const QByteArray &path, const QString &bearer)
    {
        wire.send(method + ' ' + path + " HTTP/1.1\r\nHost: " + fixture.host() + "\r\nAuthorization: Bearer "
            + bearer.toLatin1() + "\r\nContent-Length: 0\r\n\r\n");
        return wire.receive();
    }
    QJsonArray studios() { return ask("GET", "/oauth2/clients?type=STUDIO", admin).array(); }
    QStringList ids() // without the demo's own
    {
        QStringList found;
        for (const auto &client : studios())
            if (!client[QLatin1String("name")].toString().startsWith(u"Studio "))
                found << client[QLatin1String("id")].toString();
        return found;
    }
    QJsonObject status(const QString &id, const QByteArray &task)
    {
        return ask("GET", path(task) + "status/" + id.toLatin1(), admin).object();
    }
    int begin(const QString &id, const QByteArray &task)
    {
        return ask("POST", path(task) + "begin/" + id.toLatin1(), admin).status;
    }
    QJsonArray runs(const QString &id, const QByteArray &task)
    {
        return ask("GET", "/_control/teneo/runs?clientId=" + id.toLatin1() + "&task=" + task,
            fixture.server().controlToken().reveal())
            .array();
    }
    int tell(const QByteArray &what, const QJsonObject &object = {})
    {
        return fixture.control("/_control/teneo/" + what, object).status;
    }
    int tellNext(const QString &id, const QByteArray &task, QJsonObject wish)
    {
        wish.insert(QStringLiteral("clientId"), id);
        wish.insert(QStringLiteral("task"), QString::fromLatin1(task));
        return tell("maintenance", wish);
    }
    void advanceTo(const QDateTime &time)
    {
        fixture.time.advance(std::chrono::milliseconds(fixture.time.now().msecsTo(time)));
    }

    Fixture fixture;
    QString admin;
    Wire wire;

private:
    static QByteArray path(const QByteArray &task)
    {
        return "/oauth2/clients/studio/admin/maintenance/" + task.toLower() + '/';
    }
};

// A time of a run or a status, invalid when there is none.
inline QDateTime instant(const QJsonValue &run, QLatin1StringView name = QLatin1StringView("startedAt"))
{
    return QDateTime::fromString(run[name].toString(), Qt::ISODateWithMs);
}
