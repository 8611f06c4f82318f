// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/field.h"

#include <QCoreApplication>
#include <QUrl>

QString translatedField(const char *text)
{
    return *text ? QCoreApplication::translate("Fields", text) : QString();
}

static bool isEmpty(const QVariant &value)
{
    if (value.canConvert<Secret>())
        return value.value<Secret>().isEmpty();
    if (value.typeId() == QMetaType::QStringList)
        return value.toStringList().isEmpty();
    if (value.typeId() == QMetaType::QDateTime)
        return !value.toDateTime().isValid();
    return value.toString().trimmed().isEmpty();
}

QString problemOf(const FieldInfo &field, const QVariant &value)
{
    const bool canBeEmpty = field.kind == FieldKind::Switch || field.kind == FieldKind::Duration;
    if (!canBeEmpty && isEmpty(value))
        return field.flags & FieldFlag::Required ? QCoreApplication::translate("Fields", "This field is required.") : QString();
    if (field.kind == FieldKind::Url) {
        const QUrl url(value.toString(), QUrl::StrictMode);
        const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
        if (!url.isValid() || !isWeb || url.host().isEmpty())
            return QCoreApplication::translate("Fields", "Enter a complete address that starts with https:// or http://.");
    }
    if (field.kind == FieldKind::Duration && value.value<seconds>() < seconds(0))
        return QCoreApplication::translate("Fields", "Enter a duration that is not negative.");
    return {};
}
