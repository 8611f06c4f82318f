// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialects/dialect.h"

// The words of the Management API (Client and Scope Provisioning of MediationZone 8.2 to 9.3): a client is four texts,
// scopes are one text with spaces between. A secret is told in every answer; it goes into the record, never into `raw`.
namespace mediationzone {

// One is refused without a name, by which alone the server can be asked for it again.
Result<Client> readClient(const Response &response);
// All or none, so that no list looks complete and is not.
Result<QList<Client>> readClients(const Response &response);
Result<QStringList> readScopes(const Response &response);

QJsonObject registrationOf(const Client &client); // to make it
QJsonObject scopeOf(const QStringList &scopes); // to change a client, to add or to remove scopes

}
