// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/user.h"

template <>
const QList<Field<User>> &fields<User>()
{
    using enum FieldFlag;
    using enum FieldKind;
    static const QList<Field<User>> list{
        {"name", QT_TRANSLATE_NOOP("Fields", "User name"), Text, Column | OnCreate | Required, &User::name},
        {"displayName", QT_TRANSLATE_NOOP("Fields", "Display name"), Text, Column | editable, &User::displayName},
        {"email", QT_TRANSLATE_NOOP("Fields", "E-mail"), Text, Column | editable, &User::email},
        {"enabled", QT_TRANSLATE_NOOP("Fields", "Enabled"), Switch, Column | editable, &User::enabled},
        {"scopes", QT_TRANSLATE_NOOP("Fields", "Scopes"), List, Column | editable, &User::scopes,
         QT_TRANSLATE_NOOP("Fields", "One per line.")},
        {"password", QT_TRANSLATE_NOOP("Fields", "Password"), Password, Hidden | editable, &User::password,
         QT_TRANSLATE_NOOP("Fields", "Leave empty to keep the present one.")},
        {"createdAt", QT_TRANSLATE_NOOP("Fields", "Created"), Time, {}, &User::createdAt},
    };
    return list;
}
