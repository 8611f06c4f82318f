// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recordtext.h"

#include "core/timetext.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {

struct ModelTexts {
    Q_DECLARE_TR_FUNCTIONS(RecordModel)
};

}

QString displayText(const QVariant &value, FieldKind kind, FieldFlags flags, const QDateTime &now)
{
    switch (kind) {
    case FieldKind::Time:
        if (!value.toDateTime().isValid() && flags.testFlag(FieldFlag::Never))
            return ModelTexts::tr("Never");
        return relativeTime(value.toDateTime(), now);
    case FieldKind::Duration:
        return durationText(value.value<seconds>());
    case FieldKind::Switch:
        return value.toBool() ? ModelTexts::tr("Yes") : ModelTexts::tr("No");
    case FieldKind::List:
        return value.toStringList().join(u", "_s);
    case FieldKind::Lines:
        return value.toString().simplified();
    case FieldKind::Password:
        return value.value<Secret>().isEmpty() ? QString() : u"••••••••"_s;
    case FieldKind::Text:
    case FieldKind::Url:
    case FieldKind::Choice:
        break;
    }
    return flags.testFlag(FieldFlag::OwnWords) ? translatedField(value.toString().toUtf8()) : value.toString();
}

QString tooltipText(const QVariant &value, FieldKind kind)
{
    if (kind == FieldKind::Time)
        return absoluteTime(value.toDateTime());
    if (kind == FieldKind::List)
        return value.toStringList().join(u'\n');
    return {};
}

static QString firstOf(const QString &name, const QString &id)
{
    return name.isEmpty() ? id : name;
}

QString recordName(const Client &client)
{
    return firstOf(client.name, client.id);
}

QString recordName(const Scope &scope)
{
    return scope.id;
}

QString recordName(const User &user)
{
    return firstOf(user.name, user.id);
}

QString recordName(const ApiToken &token)
{
    return firstOf(token.name, token.id);
}

QString recordName(const Token &token)
{
    if (!token.name.isEmpty())
        return token.name;
    const QString client = firstOf(token.clientName, token.clientId);
    const QString user = firstOf(token.userName, token.userId);
    if (client.isEmpty() && user.isEmpty())
        return token.id;
    if (user.isEmpty())
        //: %1 token type, %2 client
        return ModelTexts::tr("%1 token of %2").arg(token.type, client);
    if (client.isEmpty())
        return ModelTexts::tr("%1 token of %2").arg(token.type, user);
    //: %1 token type, %2 user, %3 client
    return ModelTexts::tr("%1 token of %2 for %3").arg(token.type, user, client);
}
