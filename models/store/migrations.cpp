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
    };
    return all;
}
