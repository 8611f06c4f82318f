// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QDateTime>
#include <QFlags>
#include <QJsonObject>
#include <QStringList>
#include <QVariant>

#include <chrono>
#include <optional>
#include <variant>

using std::chrono::seconds;
Q_DECLARE_METATYPE(seconds)

// How a field is shown and edited.
enum class FieldKind {
    Text,     // QString
    Lines,    // QString of several lines
    Url,      // QString, an absolute http(s) URL
    Choice,   // QString, one of the server's own words; others are shown as they are
    List,     // QStringList
    Switch,   // bool
    Time,     // QDateTime in UTC; invalid: none, or never
    Duration, // seconds; 0: the server decides
    Password, // Secret
};

enum class FieldFlag {
    Column = 1,     // a column at first sight; every other one can be added
    OnCreate = 2,   // may be given when the record is made
    OnUpdate = 4,   // may be changed later
    Required = 8,
    Generated = 16, // empty on create: the server makes one
    Hidden = 32,    // not a column at all: long text, secrets
    Never = 64,     // of a Time: none means "never", not "unknown"
    Readable = 128, // of a Password: the server tells it whenever asked, so it stays in the list, masked
    Deadline = 256, // of a Time: what has passed is over, so that a filter's distance looks ahead only
    OwnWords = 512, // of a Choice: its words are the console's, in context "Fields", and translated where shown
    Covered = 1024, // of a Text: tells a token apart, so it is not shown while others see the screen
};
Q_DECLARE_FLAGS(FieldFlags, FieldFlag)
Q_DECLARE_OPERATORS_FOR_FLAGS(FieldFlags)

constexpr FieldFlags editable = FieldFlags(FieldFlag::OnCreate) | FieldFlag::OnUpdate;

// What screens know of a field.
struct FieldInfo {
    QString key{};
    QString label{}; // translated
    FieldKind kind = FieldKind::Text;
    FieldFlags flags{};
    QString hint{};  // translated; an example or a consequence, may be empty
};

// A field only one server has: read and written in `raw` under this key.
struct RawKey {
    QString key{};
};

// Where one property lives in a record, how it is called and how it is edited. Columns, form rows, validation and
// export all come from this one description. Labels and hints are in the translation context "Fields".
template <typename T>
struct Field {
    const char *key = "";
    const char *label = "";
    FieldKind kind = FieldKind::Text;
    FieldFlags flags{};
    std::variant<QString T::*, QStringList T::*, bool T::*, seconds T::*, QDateTime T::*, Secret T::*, RawKey> where{};
    const char *hint = "";

    QVariant read(const T &record) const
    {
        return std::visit([&record](const auto &place) -> QVariant {
            if constexpr (std::is_same_v<std::decay_t<decltype(place)>, RawKey>)
                return record.raw.value(place.key).toVariant();
            else
                return QVariant::fromValue(record.*place);
        }, where);
    }
    void write(T &record, const QVariant &value) const
    {
        std::visit([&](const auto &place) {
            if constexpr (std::is_same_v<std::decay_t<decltype(place)>, RawKey>)
                record.raw.insert(place.key, QJsonValue::fromVariant(value));
            else
                record.*place = value.value<std::decay_t<decltype(record.*place)>>();
        }, where);
    }
};

template <typename T>
Q_DECLARE_TYPEINFO_BODY(Field<T>, Q_RELOCATABLE_TYPE);

// Every field of a record in the order screens show them, for a dialect to choose from.
template <typename T>
const QList<Field<T>> &fields();

// What a record is known by in its list: its id, and before that its kind, where there are several.
template <typename T>
QString keyOf(const T &record)
{
    if constexpr (requires { record.kind; })
        if (!record.kind.isEmpty())
            return record.kind + QLatin1Char('/') + record.id;
    return record.id;
}

// The fields of these keys in this order, with flags changed where a server differs: {"type", FieldFlag::OnCreate}.
template <typename T>
struct FieldChoice {
    const char *key = "";
    std::optional<FieldFlags> flags{};
};
template <typename T>
QList<Field<T>> chosenFields(const QList<FieldChoice<T>> &choices)
{
    QList<Field<T>> chosen;
    for (const auto &choice : choices)
        for (const auto &field : fields<T>())
            if (qstrcmp(field.key, choice.key) == 0) {
                chosen << field;
                if (choice.flags)
                    chosen.last().flags = *choice.flags;
            }
    return chosen;
}

QString translatedField(const char *text); // context "Fields"

template <typename T>
FieldInfo infoOf(const Field<T> &field)
{
    return {QString::fromLatin1(field.key), translatedField(field.label), field.kind, field.flags, translatedField(field.hint)};
}

// What is wrong with `value`, as one translated sentence; empty when it is fine. Rules of the field alone: required,
// a URL must be absolute http(s), a duration must not be negative.
QString problemOf(const FieldInfo &field, const QVariant &value);
