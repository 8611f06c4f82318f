// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/scope.h"

template <>
const QList<Field<Scope>> &fields<Scope>()
{
    using enum FieldFlag;
    using enum FieldKind;
    static const QList<Field<Scope>> list{
        {"id", QT_TRANSLATE_NOOP("Fields", "Scope"), Text, Column | OnCreate | Required, &Scope::id},
        {"displayName", QT_TRANSLATE_NOOP("Fields", "Display name"), Text, Column | editable, &Scope::displayName},
        {"description", QT_TRANSLATE_NOOP("Fields", "Description"), Lines, Column | editable, &Scope::description},
        {"passwordRequired", QT_TRANSLATE_NOOP("Fields", "Password required"), Switch, Column | editable, &Scope::passwordRequired},
    };
    return list;
}
