// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/random.h"
#include "browser.h"

inline std::unique_ptr<Fixture> makeProvider(const QString &data = QStringLiteral(":memory:"))
{
    return std::make_unique<Fixture>(server::Options{.personas = {QStringLiteral("oidc")}, .data = data, .demo = true});
}

inline const QByteArray callback = "http://127.0.0.1:4711/callback"; // registered without a port
inline const QByteArray verifier = QByteArray(43, 'v');
inline const QByteArray webapp = basic("webapp", "webapp_secret");
inline const QByteArray service = basic("service", "service_secret");

inline QByteArray challenge()
{
    return server::digest(QString::fromLatin1(verifier))
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

// An authorization request of the public client, with these parameters in place of its own; an empty one is left out.
inline QByteArray authorizePath(const Parameters &changes = {})
{
    Parameters query{{"response_type", "code"}, {"client_id", "console"}, {"redirect_uri", callback},
        {"scope", "openid profile"}, {"state", "s 1"}, {"nonce", "n-1"}, {"code_challenge", challenge()},
        {"code_challenge_method", "S256"}};
    for (const auto &change : changes) {
        std::erase_if(query, [&](const auto &parameter) { return parameter.first == change.first; });
        if (!change.second.isEmpty())
            query.push_back(change);
    }
    return "/authorize?" + encoded(query);
}

inline Reply signIn(Browser &browser, const Parameters &changes = {}, const QByteArray &user = "ana")
{
    const Reply page = browser.open(authorizePath(changes));
    return browser.submit(page, {{"username", user}, {"password", user + "_pass"}});
}

inline Reply redeem(Fixture &server, const QString &code, const Parameters &changes = {})
{
    Parameters form{{"grant_type", "authorization_code"}, {"code", code.toLatin1()}, {"client_id", "console"},
        {"redirect_uri", callback}, {"code_verifier", verifier}};
    for (const auto &change : changes) {
        std::erase_if(form, [&](const auto &parameter) { return parameter.first == change.first; });
        if (!change.second.isEmpty())
            form.push_back(change);
    }
    return post(server, "/token", form);
}

inline Reply userGrant(Fixture &server, const QByteArray &user, const QByteArray &scope = "openid email")
{
    return post(server, "/token",
        {{"grant_type", "password"}, {"username", user}, {"password", user + "_pass"}, {"scope", scope}}, webapp);
}

inline QByteArray member(const Reply &reply, QLatin1StringView name)
{
    return reply.text(name).toLatin1();
}
