// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

using namespace Qt::Literals::StringLiterals;

const Migrations &migrations()
{
    static const Migrations all{
        {
            u"CREATE TABLE profile ("
            "id TEXT PRIMARY KEY NOT NULL, "
            "name TEXT NOT NULL, "
            "dialect TEXT NOT NULL, "
            "url TEXT NOT NULL, "
            "environment TEXT NOT NULL CHECK (environment IN ('development', 'test', 'production')), "
            "sign_in_method TEXT NOT NULL, "
            "settings TEXT NOT NULL, " // a JSON object
            "last_used TEXT)"_s,
        },
        {
            u"CREATE TABLE remembered ("
            "profile TEXT NOT NULL, "
            "kind TEXT NOT NULL, "
            "id TEXT NOT NULL, "
            "facts TEXT NOT NULL, " // a JSON object
            "PRIMARY KEY (profile, kind, id))"_s,
        },
        {
            u"CREATE TABLE batch ("
            "number INTEGER PRIMARY KEY NOT NULL, "
            "profile TEXT NOT NULL, "
            "kind TEXT NOT NULL, " // of a collection
            "operation TEXT NOT NULL CHECK (operation IN ('delete', 'revoke', 'deactivate')), "
            "who TEXT NOT NULL, "
            "created TEXT NOT NULL, "
            "per_second INTEGER NOT NULL, "
            "wave INTEGER NOT NULL, "
            "is_whole INTEGER NOT NULL)"_s, // all its items are there
            u"CREATE TABLE batch_item ("
            "batch INTEGER NOT NULL, "
            "position INTEGER NOT NULL, "
            "id TEXT NOT NULL, "
            "name TEXT NOT NULL, "
            "state TEXT NOT NULL CHECK (state IN ('waiting', 'begun', 'done', 'failed')), "
            "message TEXT NOT NULL, " // why it failed
            "PRIMARY KEY (batch, position)) WITHOUT ROWID"_s,
        },
        {
            u"CREATE TABLE console (" // of the console itself
            "name TEXT PRIMARY KEY NOT NULL, "
            "value TEXT NOT NULL)"_s,
        },
    };
    return all;
}
