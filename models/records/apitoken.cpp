// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/apitoken.h"

template <>
const QList<Field<ApiToken>> &fields<ApiToken>()
{
    using enum FieldFlag;
    using enum FieldKind;
    static const QList<Field<ApiToken>> list{
        {"name", QT_TRANSLATE_NOOP("Fields", "Name"), Text, Column | editable | Required, &ApiToken::name},
        {"userId", QT_TRANSLATE_NOOP("Fields", "User ID"), Text, OnCreate | Required, &ApiToken::userId,
         QT_TRANSLATE_NOOP("Fields", "The token acts with this user's rights, for as long as it lives.")},
        {"user", QT_TRANSLATE_NOOP("Fields", "User"), Text, Column, &ApiToken::userName},
        {"enabled", QT_TRANSLATE_NOOP("Fields", "Enabled"), Switch, Column | editable, &ApiToken::enabled},
        {"expires", QT_TRANSLATE_NOOP("Fields", "Expires"), Time, Column | Never | Deadline | editable, &ApiToken::expiresAt},
        {"lastUsed", QT_TRANSLATE_NOOP("Fields", "Last used"), Time, Column | Never, &ApiToken::lastUsedAt},
        {"created", QT_TRANSLATE_NOOP("Fields", "Created"), Time, Column, &ApiToken::createdAt},
        {"id", QT_TRANSLATE_NOOP("Fields", "Token ID"), Text, Generated, &ApiToken::id},
        {"value", QT_TRANSLATE_NOOP("Fields", "Token"), Password, Hidden | Generated, &ApiToken::value},
        {"description", QT_TRANSLATE_NOOP("Fields", "Description"), Lines, editable, &ApiToken::description},
    };
    return list;
}
