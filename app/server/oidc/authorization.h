// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/oidc/clients.h"
#include "app/server/oidc/tokens.h"

namespace server::oidc {

// An authorization request that may be answered by redirect (RFC 6749 §4.1.1, OpenID Connect Core §3.1.2.1).
struct Authorization {
    Client client{};
    QString redirectUri{};
    bool hasRedirectUri = false; // it was in the request, and not only known
    QString state{};
    QString scope{};
    QString nonce{};
    QString challenge{}; // S256
    QStringList prompts{};
    QString idTokenHint{};
    std::optional<qint64> maxAge{}; // seconds

    QByteArray target(
        const Call &call, std::vector<std::pair<QByteArray, QString>> parameters) const; // with iss, state
};

// Who asks, and where the answer goes. A refusal is for the person only: nobody is to be redirected.
tl::expected<Authorization, Refusal> readAuthorization(Call &call, const Form &form);
// What is asked. A refusal goes to the client by redirect (RFC 6749 §4.1.2.1).
std::optional<Refusal> readRest(Authorization &authorization, const Form &form);

// Of the scopes asked for those this server knows, and the client is registered for if it says so.
QString grantedScope(const Client &client, const QString &asked);

// An authorization code as it is stored; its value is not.
struct Code {
    QString clientId{};
    QString redirectUri{}; // empty: the request had none
    QString challenge{};
    Grant grant{};
    bool isUsed = false;
};

QString storeCode(Call &call, const Authorization &authorization, const Grant &grant); // its value
std::optional<Code> findCode(Call &call, const QString &value); // that has not expired
void useCode(Call &call, const QString &value);

}
