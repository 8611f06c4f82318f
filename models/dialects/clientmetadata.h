// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialects/dialect.h"

// Clients in the words of dynamic registration (RFC 7591 §2, §3.2.1; OpenID Connect Dynamic Client Registration §2).
namespace oauth {

// Protocol when there is no client_id. `raw` keeps what was said, without secrets and without empty members, which
// count as missing.
Result<Client> readClient(const QJsonObject &json);
// Everything known of the client, `raw` included, without its id, without empty members and without what is the
// server's alone to say (RFC 7592 §2.2).
QJsonObject writeClient(const Client &client);

// Properties of a client that the metadata has beyond those of Client.
Field<Client> responseTypesField();
Field<Client> authenticationField();
Field<Client> postLogoutRedirectUrisField();

// What is wrong with redirect URIs (RFC 6749 §3.1.2), as one translated sentence; empty when nothing is.
QString redirectUriProblem(const QStringList &uris);

QJsonObject withoutEmpty(QJsonObject object); // no null, "" or []
QStringList textsIn(const QJsonValue &array); // its strings
ChoiceSource fixedChoice(const QStringList &words);

}
