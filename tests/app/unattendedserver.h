// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/fixture.h"

// A server whose Studio clients have maintenance, none of which runs or is in trouble until that is asked for. Its
// clock stands still at the real time it was made at.
class UnattendedServer {
public:
    explicit UnattendedServer(quint16 port = 0, const QString &data = QStringLiteral(":memory:"))
        : fixture({.port = port, .data = data, .demo = true, .studios = 1})
    {
        fixture.time.advance(std::chrono::milliseconds(fixture.time.now().msecsTo(QDateTime::currentDateTimeUtc())));
        tell("schedule", {{QStringLiteral("running"), false}});
        tell("restart");
        for (const QString &id : ids())
            for (const QByteArray task : {"DAILY", "HOURLY"})
                run(id, task, {{QStringLiteral("durationMs"), 0}});
        forgetRequests();
    }

    QStringList ids()
    {
        QStringList found;
        for (const auto &client : fixture.get("/oauth2/clients?type=STUDIO", fixture.adminToken()).array())
            found << client[QLatin1StringView("id")].toString();
        return found;
    }
    QString nameOf(const QString &id)
    {
        return fixture.get("/oauth2/clients/" + id.toLatin1(), fixture.adminToken()).text(QLatin1StringView("name"));
    }
    void makeClient(const QString &name)
    {
        const QJsonObject wish{{QStringLiteral("name"), name}, {QStringLiteral("type"), QStringLiteral("STUDIO")},
            {QStringLiteral("url"), QStringLiteral("https://studio.example.test/")}};
        fixture.json("POST", "/oauth2/clients", wish, fixture.adminToken());
    }
    // How the next run goes: {"message"}, {"durationMs"} or {"hang"}.
    void tellNext(const QString &id, const QByteArray &task, QJsonObject wish)
    {
        wish.insert(QStringLiteral("clientId"), id);
        wish.insert(QStringLiteral("task"), QString::fromLatin1(task));
        tell("maintenance", wish);
    }
    int run(const QString &id, const QByteArray &task, const QJsonObject &wish)
    {
        tellNext(id, task, wish);
        return fixture.form(path(task) + "begin/" + id.toLatin1(), {}, fixture.adminToken()).status;
    }
    bool isRunning(const QString &id, const QByteArray &task)
    {
        return fixture.get(path(task) + "status/" + id.toLatin1(), fixture.adminToken())
                   .text(QLatin1StringView("status"))
            == QLatin1StringView("RUNNING");
    }
    int tell(const QByteArray &what, const QJsonObject &object = {})
    {
        return fixture.control("/_control/teneo/" + what, object).status;
    }
    void fault(const QByteArray &path, QJsonObject fault)
    {
        fault.insert(QStringLiteral("path"), QString::fromLatin1(path));
        fixture.control("/_control/faults", fault);
    }
    QByteArray requests() { return fixture.get("/_control/requests", fixture.server().controlToken().reveal()).body; }
    void forgetRequests() { fixture.remove("/_control/requests", fixture.server().controlToken().reveal()); }
    static QByteArray path(const QByteArray &task)
    {
        return "/oauth2/clients/studio/admin/maintenance/" + task.toLower() + '/';
    }

    Fixture fixture;
};
