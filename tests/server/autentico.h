// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/autentico/demo.h"
#include "browser.h"

// Autentico's two shapes side by side. They live as long as a test program: making a signing key takes its time.
class Autenticos {
public:
    Fixture &of(bool isActual) { return isActual ? m_actual : m_documented; }

private:
    static server::Options options(bool isActual)
    {
        return {.personas = {QStringLiteral("autentico")}, .demo = true, .actualShape = isActual};
    }
    Fixture m_documented{options(false)};
    Fixture m_actual{options(true)};
};

inline const QByteArray redirectUri = "http://127.0.0.1/callback";

// The rows of a test that holds for both shapes.
inline void addShapes()
{
    QTest::addColumn<bool>("isActual");
    QTest::newRow("documented") << false;
    QTest::newRow("actual") << true;
}

// Whether the error body is that of the shape. The documented one is {"code","message"}, but for the client endpoints.
inline bool isAutenticoError(const Reply &reply, bool isActual, const QString &code, bool isClients = false)
{
    const QJsonObject object = reply.object();
    if (isActual || isClients) {
        return object.size() == 2 && object[QLatin1StringView("error")].toString() == code
            && !object[QLatin1StringView("error_description")].toString().isEmpty();
    }
    return object.size() == 2 && object[QLatin1StringView("code")].toInt() == reply.status
        && !object[QLatin1StringView("message")].toString().isEmpty();
}

inline const QByteArray portalBasic = basic(server::autentico::portalId, server::autentico::portalSecret);

inline Reply passwordGrant(
    Fixture &server, const QByteArray &user, const QByteArray &authorization = {}, const Parameters &more = {})
{
    Parameters form{{"grant_type", "password"}, {"username", user + "@example.test"}, {"password", user + "_pass"}};
    form.insert(form.end(), more.begin(), more.end());
    return post(server, "/oauth2/token", form, authorization);
}

inline QString accessToken(const Reply &reply)
{
    return reply.text(QLatin1StringView("access_token"));
}

inline QString administrator(Fixture &server)
{
    return accessToken(passwordGrant(server, "admin"));
}
