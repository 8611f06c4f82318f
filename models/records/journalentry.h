// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/field.h"

// One write of a console, or one it did not let out, as the journal tells of it. Words of `action` and `result` are
// English and of the context "Fields".
struct JournalEntry {
    QString id{}; // number of the line that says what was intended
    QDateTime at{}; // when it was written down, before anything was sent; UTC
    QString server{}; // name of the profile then
    QString environment{}; // "production"; open set
    QString who{}; // whom the console signed in as
    QString console{}; // the person's account and computer
    QString action{};
    QString kind{}; // of the collection, "clients"; empty: a request nobody described
    QString recordId{};
    QString name{};
    QStringList changed{}; // keys of the fields that differ before and after
    QString result{};
    QString message{}; // why not
    QString request{}; // "PUT /oauth2/clients/7", without query
    QString status{}; // of the HTTP answer
    QString took{}; // milliseconds
    QString before{}; // the values of those fields, or of all where it was made or deleted, as JSON
    QString after{};
    QString profile{}; // id
    QJsonObject raw{}; // "before", "after", "stored": values by field key; secrets as fingerprints
    bool operator==(const JournalEntry &) const = default;
};

template <>
const QList<Field<JournalEntry>> &fields<JournalEntry>();

// What can be read in `action` and `result`.
namespace journal {

inline constexpr auto create = QT_TRANSLATE_NOOP("Fields", "Create");
inline constexpr auto update = QT_TRANSLATE_NOOP("Fields", "Change");
inline constexpr auto remove = QT_TRANSLATE_NOOP("Fields", "Delete");
inline constexpr auto deactivate = QT_TRANSLATE_NOOP("Fields", "Deactivate");
inline constexpr auto rotate = QT_TRANSLATE_NOOP("Fields", "New credentials");
inline constexpr auto revoke = QT_TRANSLATE_NOOP("Fields", "Revoke");
inline constexpr auto issue = QT_TRANSLATE_NOOP("Fields", "Get a token");
inline constexpr auto start = QT_TRANSLATE_NOOP("Fields", "Start a task");
inline constexpr auto other = QT_TRANSLATE_NOOP("Fields", "Other");

inline constexpr auto done = QT_TRANSLATE_NOOP("Fields", "Done");
inline constexpr auto failed = QT_TRANSLATE_NOOP("Fields", "Failed"); // the server refused
inline constexpr auto notSent = QT_TRANSLATE_NOOP("Fields", "Not sent"); // it would have been, but for the lock or the line
inline constexpr auto underWay = QT_TRANSLATE_NOOP("Fields", "Under way");
inline constexpr auto open = QT_TRANSLATE_NOOP("Fields", "Open"); // another console has not said yet what came of it
inline constexpr auto unknown = QT_TRANSLATE_NOOP("Fields", "Unknown"); // sent, perhaps, and no answer seen
inline constexpr auto notDone = QT_TRANSLATE_NOOP("Fields", "Not done"); // so the server showed later

}
