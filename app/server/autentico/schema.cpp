// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/autentico/schema.h"

#include "app/server/database.h"

using namespace Qt::Literals::StringLiterals;

namespace server::autentico {

void createTables(Database &database)
{
    database.change(uR"(CREATE TABLE IF NOT EXISTS autentico_users (
        id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, password BLOB NOT NULL, email TEXT NOT NULL,
        role TEXT NOT NULL, created_at INTEGER NOT NULL))"_s);

    // metadata: the members of a client's JSON, but for its id, secret and state.
    database.change(uR"(CREATE TABLE IF NOT EXISTS autentico_clients (
        id TEXT PRIMARY KEY, secret BLOB, metadata TEXT NOT NULL, active INTEGER NOT NULL, created_at INTEGER NOT NULL))"_s);

    database.change(uR"(CREATE TABLE IF NOT EXISTS autentico_sessions (
        id TEXT PRIMARY KEY, user_id TEXT REFERENCES autentico_users ON DELETE CASCADE, active INTEGER NOT NULL,
        created_at INTEGER NOT NULL, last_used_at INTEGER NOT NULL, expires_at INTEGER NOT NULL))"_s);

    // An access token and the refresh token issued with it live and die together.
    database.change(uR"(CREATE TABLE IF NOT EXISTS autentico_tokens (
        id TEXT PRIMARY KEY, access_hash BLOB NOT NULL UNIQUE, refresh_hash BLOB UNIQUE,
        session_id TEXT NOT NULL REFERENCES autentico_sessions ON DELETE CASCADE, client_id TEXT, scope TEXT NOT NULL,
        grant_type TEXT NOT NULL, issued_at INTEGER NOT NULL, access_expires_at INTEGER NOT NULL,
        refresh_expires_at INTEGER NOT NULL, revoked_at INTEGER))"_s);
    database.change(u"CREATE INDEX IF NOT EXISTS autentico_tokens_by_session ON autentico_tokens (session_id)"_s);
    database.change(u"CREATE INDEX IF NOT EXISTS autentico_tokens_by_time ON autentico_tokens (issued_at)"_s);

    database.change(uR"(CREATE TABLE IF NOT EXISTS autentico_codes (
        hash BLOB PRIMARY KEY, client_id TEXT, user_id TEXT NOT NULL REFERENCES autentico_users ON DELETE CASCADE,
        redirect_uri TEXT NOT NULL, scope TEXT, nonce TEXT, challenge TEXT, expires_at INTEGER NOT NULL))"_s);

    // Browsers that are signed in, by the digest of their cookie.
    database.change(uR"(CREATE TABLE IF NOT EXISTS autentico_browsers (
        hash BLOB PRIMARY KEY, user_id TEXT NOT NULL REFERENCES autentico_users ON DELETE CASCADE,
        expires_at INTEGER NOT NULL))"_s);
}

}
