// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/apitoken.h"
#include "records/client.h"
#include "records/scope.h"
#include "records/token.h"
#include "records/user.h"

// A field's value as text for a list.
QString displayText(const QVariant &value, FieldKind kind, FieldFlags flags, const QDateTime &now);
// The long form for a tooltip; empty when the display text says it all.
QString tooltipText(const QVariant &value, FieldKind kind);

// What a person calls a record: its name where it has one.
QString recordName(const Client &client);
QString recordName(const Scope &scope);
QString recordName(const User &user);
QString recordName(const ApiToken &token);
QString recordName(const Token &token);
