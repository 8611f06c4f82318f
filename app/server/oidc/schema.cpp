// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/oidc/schema.h"

#include "app/server/database.h"

using namespace Qt::Literals::StringLiterals;

namespace server::oidc {

void createTables(Database &database)
{
    database.change(uR"(CREATE TABLE IF NOT EXISTS oidc_users (
        id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, password BLOB NOT NULL, given_name TEXT NOT NULL,
        family_name TEXT NOT NULL, email TEXT NOT NULL, administrator INTEGER NOT NULL))"_s);

    // metadata: what RFC 7591 §2 names, as JSON. registration: digest of the registration access token, if there is
    // one. resource_server: it may introspect tokens that are not its own.
    database.change(uR"(CREATE TABLE IF NOT EXISTS oidc_clients (
        id TEXT PRIMARY KEY, secret TEXT, metadata TEXT NOT NULL, registration BLOB, resource_server INTEGER NOT NULL,
        created_at INTEGER NOT NULL))"_s);

    // Browsers that are signed in, by the digest of their cookie.
    database.change(uR"(CREATE TABLE IF NOT EXISTS oidc_sessions (
        hash BLOB PRIMARY KEY, id TEXT NOT NULL, user_id TEXT NOT NULL REFERENCES oidc_users ON DELETE CASCADE,
        auth_time INTEGER NOT NULL, expires_at INTEGER NOT NULL))"_s);

    // family: what one authorization led to, through all its refreshes. A code or refresh token that comes a second
    // time takes it along, so used ones stay until they expire.
    database.change(uR"(CREATE TABLE IF NOT EXISTS oidc_codes (
        hash BLOB PRIMARY KEY, family TEXT NOT NULL, client_id TEXT NOT NULL REFERENCES oidc_clients ON DELETE CASCADE,
        user_id TEXT NOT NULL REFERENCES oidc_users ON DELETE CASCADE, session_id TEXT NOT NULL, redirect_uri TEXT,
        scope TEXT, nonce TEXT, challenge TEXT, auth_time INTEGER NOT NULL, expires_at INTEGER NOT NULL,
        used INTEGER NOT NULL DEFAULT 0))"_s);
    database.change(uR"(CREATE TABLE IF NOT EXISTS oidc_tokens (
        hash BLOB PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, family TEXT NOT NULL,
        client_id TEXT NOT NULL REFERENCES oidc_clients ON DELETE CASCADE,
        user_id TEXT REFERENCES oidc_users ON DELETE CASCADE, session_id TEXT, scope TEXT, auth_time INTEGER,
        issued_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, used INTEGER NOT NULL DEFAULT 0))"_s);
    database.change(u"CREATE INDEX IF NOT EXISTS oidc_tokens_by_family ON oidc_tokens (family)"_s);
}

}
