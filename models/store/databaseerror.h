// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

class QSqlError;

// What an error of the console's own file (SQLite) means for the person.
tl::unexpected<Error> fileError(const QSqlError &error);
// What one of a shared database (PostgreSQL) means: of a statement, by its SQLSTATE, or of an attempt to connect, for
// which there is none. What the server says of it is the detail; it never repeats a password.
tl::unexpected<Error> sharedError(const QSqlError &error);
tl::unexpected<Error> connectError(const QSqlError &error);
