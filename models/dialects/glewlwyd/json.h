// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/client.h"
#include "records/scope.h"
#include "records/user.h"

// The words of Glewlwyd's admin API (API.md of Glewlwyd 2.7, tried against 2.7.5): object → record → body of a write.
// A PUT erases every property of a client or user that it does not name, so bodies start from the record's `raw`; a
// password it does not name is kept. Null counts as missing, and is never written: the server refuses it.
namespace glewlwyd {

// A record whose id is empty was not one.
void fill(Client &client, const QJsonObject &object);
void fill(Scope &scope, const QJsonObject &object);
void fill(User &user, const QJsonObject &object);

QJsonObject bodyOf(const Client &client);
QJsonObject bodyOf(const Scope &scope);
QJsonObject bodyOf(const User &user);

}
