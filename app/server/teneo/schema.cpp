// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/schema.h"

#include "app/server/database.h"

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

void createTables(Database &database)
{
    database.change(uR"(CREATE TABLE IF NOT EXISTS teneo_users (
        id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, password BLOB NOT NULL, administrator INTEGER NOT NULL))"_s);

    database.change(uR"(CREATE TABLE IF NOT EXISTS teneo_clients (
        id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, type TEXT NOT NULL, url TEXT, description TEXT,
        enabled INTEGER NOT NULL, secret BLOB NOT NULL, access_seconds INTEGER, refresh_seconds INTEGER,
        created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL))"_s);

    // family: what one sign-in led to, through all its refreshes; a revoked refresh token takes its family along.
    database.change(uR"(CREATE TABLE IF NOT EXISTS teneo_tokens (
        id TEXT NOT NULL, hash BLOB NOT NULL, kind TEXT NOT NULL, type TEXT NOT NULL,
        client_id TEXT REFERENCES teneo_clients ON DELETE CASCADE, user_id TEXT REFERENCES teneo_users ON DELETE CASCADE,
        family TEXT, issued_at INTEGER NOT NULL, expires_at INTEGER NOT NULL, last_used_at INTEGER))"_s);

    database.change(uR"(CREATE TABLE IF NOT EXISTS teneo_api_tokens (
        id TEXT NOT NULL, hash BLOB NOT NULL, name TEXT NOT NULL, description TEXT,
        user_id TEXT NOT NULL REFERENCES teneo_users ON DELETE CASCADE, enabled INTEGER NOT NULL,
        created_at INTEGER NOT NULL, expires_at INTEGER, last_used_at INTEGER))"_s);

    // A run's end and outcome are settled when it begins; the clock alone says whether it is still running. Only a
    // restart ends it sooner.
    database.change(uR"(CREATE TABLE IF NOT EXISTS teneo_runs (
        client_id TEXT NOT NULL REFERENCES teneo_clients ON DELETE CASCADE, task TEXT NOT NULL,
        started_at INTEGER NOT NULL, finished_at INTEGER NOT NULL, outcome TEXT NOT NULL, message TEXT NOT NULL))"_s);
    database.change(u"CREATE INDEX IF NOT EXISTS teneo_runs_by_task ON teneo_runs (client_id, task, started_at)"_s);

    // Studios whose tasks also run by a schedule, which is drawn from their seed from that time on; when it was
    // stopped; and when the product restarted, which ends scheduled runs. Runs that were begun are ended in their rows.
    database.change(uR"(CREATE TABLE IF NOT EXISTS teneo_studios (
        client_id TEXT PRIMARY KEY REFERENCES teneo_clients ON DELETE CASCADE, seed INTEGER NOT NULL,
        begins_at INTEGER NOT NULL))"_s);
    database.change(u"CREATE TABLE IF NOT EXISTS teneo_stops (stopped_at INTEGER NOT NULL, resumed_at INTEGER)"_s);
    database.change(u"CREATE TABLE IF NOT EXISTS teneo_restarts (restarted_at INTEGER NOT NULL)"_s);

    database.change(uR"(CREATE TABLE IF NOT EXISTS teneo_logins (
        id TEXT PRIMARY KEY, client_id TEXT NOT NULL REFERENCES teneo_clients ON DELETE CASCADE, state TEXT NOT NULL,
        user_id TEXT REFERENCES teneo_users ON DELETE CASCADE, expires_at INTEGER NOT NULL))"_s);
}

void createIndexes(Database &database)
{
    for (const QString &index : {u"UNIQUE INDEX IF NOT EXISTS teneo_tokens_by_id ON teneo_tokens (id)"_s,
             u"UNIQUE INDEX IF NOT EXISTS teneo_tokens_by_hash ON teneo_tokens (hash)"_s,
             u"INDEX IF NOT EXISTS teneo_tokens_by_time ON teneo_tokens (kind, issued_at)"_s,
             u"INDEX IF NOT EXISTS teneo_tokens_by_client ON teneo_tokens (client_id)"_s,
             u"INDEX IF NOT EXISTS teneo_tokens_by_family ON teneo_tokens (family)"_s,
             u"UNIQUE INDEX IF NOT EXISTS teneo_api_tokens_by_id ON teneo_api_tokens (id)"_s,
             u"UNIQUE INDEX IF NOT EXISTS teneo_api_tokens_by_hash ON teneo_api_tokens (hash)"_s,
             u"UNIQUE INDEX IF NOT EXISTS teneo_api_tokens_by_name ON teneo_api_tokens (name)"_s})
        database.change(u"CREATE "_s + index);
}

}
