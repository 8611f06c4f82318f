// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/token.h"

template <>
const QList<Field<Token>> &fields<Token>()
{
    using enum FieldFlag;
    using enum FieldKind;
    static const QList<Field<Token>> list{
        {"type", QT_TRANSLATE_NOOP("Fields", "Type"), Choice, Column, &Token::type},
        {"client", QT_TRANSLATE_NOOP("Fields", "Client"), Text, Column, &Token::clientName},
        {"user", QT_TRANSLATE_NOOP("Fields", "User"), Text, Column, &Token::userName},
        {"issued", QT_TRANSLATE_NOOP("Fields", "Issued"), Time, Column, &Token::issuedAt},
        {"expires", QT_TRANSLATE_NOOP("Fields", "Expires"), Time, Column | Never | Deadline, &Token::expiresAt},
        {"lastUsed", QT_TRANSLATE_NOOP("Fields", "Last used"), Time, Column | Never, &Token::lastUsedAt},
        {"scopes", QT_TRANSLATE_NOOP("Fields", "Scopes"), List, {}, &Token::scopes},
        {"admin", QT_TRANSLATE_NOOP("Fields", "Administrator"), Switch, {}, &Token::admin},
        {"id", QT_TRANSLATE_NOOP("Fields", "Token ID"), Text, FieldFlag::Covered, &Token::id},
        {"clientId", QT_TRANSLATE_NOOP("Fields", "Client ID"), Text, {}, &Token::clientId},
        {"userId", QT_TRANSLATE_NOOP("Fields", "User ID"), Text, {}, &Token::userId},
        {"value", QT_TRANSLATE_NOOP("Fields", "Token"), Password, Hidden, &Token::value},
        {"kind", QT_TRANSLATE_NOOP("Fields", "Kind"), Choice, Column | OwnWords, &Token::kind},
        {"name", QT_TRANSLATE_NOOP("Fields", "Name"), Text, Column, &Token::name},
    };
    return list;
}
