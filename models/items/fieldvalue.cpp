// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/fieldvalue.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

struct ValueTexts {
    Q_DECLARE_TR_FUNCTIONS(FieldValue)
};

tl::unexpected<Error> unreadable(const FieldInfo &field, const QString &expected)
{
    //: %1 label of a field, %2 what was expected there
    return failure(Error::Kind::Rejected, ValueTexts::tr("“%1” is not %2.").arg(field.label, expected));
}

QString timeCell(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    const QDateTime utc = time.toUTC();
    return utc.toString(utc.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

Result<QVariant> switchIn(const FieldInfo &field, const QString &text)
{
    for (const auto &word : {u"true"_s, u"yes"_s, u"1"_s})
        if (text.compare(word, Qt::CaseInsensitive) == 0)
            return QVariant(true);
    for (const auto &word : {u"false"_s, u"no"_s, u"0"_s})
        if (text.compare(word, Qt::CaseInsensitive) == 0)
            return QVariant(false);
    return unreadable(field, ValueTexts::tr("true or false"));
}

Result<QVariant> timeIn(const FieldInfo &field, const QString &text)
{
    if (text.isEmpty())
        return QVariant(QDateTime());
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        return unreadable(field, ValueTexts::tr("a time such as 2026-03-02T08:15:00Z"));
    return QVariant(time.toUTC());
}

Result<QVariant> durationIn(const FieldInfo &field, double number)
{
    constexpr double most = 1e12; // no duration anybody means, and far from what overflows
    if (number < 0 || number > most || std::floor(number) != number)
        return unreadable(field, ValueTexts::tr("a whole number of seconds"));
    return QVariant::fromValue(seconds(qint64(number)));
}

Result<QVariant> listIn(const FieldInfo &field, const QJsonArray &array)
{
    QStringList entries;
    for (const auto &entry : array) {
        if (!entry.isString())
            return unreadable(field, ValueTexts::tr("a list of texts"));
        entries << entry.toString();
    }
    return QVariant(entries);
}

}

QJsonValue jsonOf(const FieldInfo &field, const QVariant &value)
{
    switch (field.kind) {
    case FieldKind::List:
        return QJsonArray::fromStringList(value.toStringList());
    case FieldKind::Switch:
        return value.toBool();
    case FieldKind::Duration:
        return qint64(value.value<seconds>().count());
    case FieldKind::Time:
        return value.toDateTime().isValid() ? QJsonValue(timeCell(value.toDateTime())) : QJsonValue(QJsonValue::Null);
    case FieldKind::Password:
        return {};
    default:
        return value.toString();
    }
}

QString cellOf(const FieldInfo &field, const QVariant &value)
{
    switch (field.kind) {
    case FieldKind::List:
        return value.toStringList().join(u"; "_s);
    case FieldKind::Switch:
        return value.toBool() ? u"true"_s : u"false"_s;
    case FieldKind::Duration:
        return QString::number(value.value<seconds>().count());
    case FieldKind::Time:
        return timeCell(value.toDateTime());
    case FieldKind::Password:
        return {};
    default:
        return value.toString();
    }
}

Result<QVariant> valueOf(const FieldInfo &field, const QJsonValue &json)
{
    if (json.isString())
        return field.kind == FieldKind::List ? Result<QVariant>(unreadable(field, ValueTexts::tr("a list of texts")))
                                             : valueOf(field, json.toString());
    switch (field.kind) {
    case FieldKind::List:
        if (json.isArray() || json.isNull())
            return listIn(field, json.toArray());
        return unreadable(field, ValueTexts::tr("a list of texts"));
    case FieldKind::Switch:
        if (json.isBool())
            return QVariant(json.toBool());
        return unreadable(field, ValueTexts::tr("true or false"));
    case FieldKind::Duration:
        if (json.isDouble() || json.isNull())
            return durationIn(field, json.toDouble());
        return unreadable(field, ValueTexts::tr("a whole number of seconds"));
    case FieldKind::Time:
        if (json.isNull())
            return QVariant(QDateTime());
        return unreadable(field, ValueTexts::tr("a time such as 2026-03-02T08:15:00Z"));
    case FieldKind::Password:
        if (json.isNull())
            return QVariant::fromValue(Secret());
        break;
    default:
        if (json.isNull())
            return QVariant(QString());
    }
    return unreadable(field, ValueTexts::tr("a text"));
}

Result<QVariant> valueOf(const FieldInfo &field, const QString &cell)
{
    switch (field.kind) {
    case FieldKind::List: {
        QStringList entries;
        for (const QString &entry : QString(cell).replace(u'\n', u';').split(u';'))
            entries << entry.trimmed();
        entries.removeAll(QString());
        return QVariant(entries);
    }
    case FieldKind::Switch:
        return switchIn(field, cell.trimmed());
    case FieldKind::Duration: {
        bool isNumber = true;
        const double number = cell.trimmed().isEmpty() ? 0 : cell.trimmed().toDouble(&isNumber);
        return durationIn(field, isNumber ? number : -1);
    }
    case FieldKind::Time:
        return timeIn(field, cell.trimmed());
    case FieldKind::Password:
        return QVariant::fromValue(Secret(cell));
    default:
        return QVariant(cell);
    }
}
