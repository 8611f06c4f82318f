// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/journalentry.h"

template <>
const QList<Field<JournalEntry>> &fields<JournalEntry>()
{
    using enum FieldFlag;
    using enum FieldKind;
    static const QList<Field<JournalEntry>> list{
        {"at", QT_TRANSLATE_NOOP("Fields", "When"), Time, Column, &JournalEntry::at},
        {"action", QT_TRANSLATE_NOOP("Fields", "Action"), Choice, Column | OwnWords, &JournalEntry::action},
        {"name", QT_TRANSLATE_NOOP("Fields", "Name"), Text, Column, &JournalEntry::name},
        {"result", QT_TRANSLATE_NOOP("Fields", "Result"), Choice, Column | OwnWords, &JournalEntry::result},
        {"changed", QT_TRANSLATE_NOOP("Fields", "Changed fields"), List, Column, &JournalEntry::changed},
        {"who", QT_TRANSLATE_NOOP("Fields", "Signed in as"), Text, Column, &JournalEntry::who},
        {"server", QT_TRANSLATE_NOOP("Fields", "Server"), Choice, Column, &JournalEntry::server},
        {"kind", QT_TRANSLATE_NOOP("Fields", "Kind"), Choice, {}, &JournalEntry::kind},
        {"environment", QT_TRANSLATE_NOOP("Fields", "Environment"), Choice, {}, &JournalEntry::environment},
        {"console", QT_TRANSLATE_NOOP("Fields", "Console"), Text, {}, &JournalEntry::console},
        {"recordId", QT_TRANSLATE_NOOP("Fields", "Record ID"), Text, {}, &JournalEntry::recordId},
        {"before", QT_TRANSLATE_NOOP("Fields", "Before"), Text, {}, &JournalEntry::before},
        {"after", QT_TRANSLATE_NOOP("Fields", "After"), Text, {}, &JournalEntry::after},
        {"message", QT_TRANSLATE_NOOP("Fields", "Message"), Text, {}, &JournalEntry::message},
        {"request", QT_TRANSLATE_NOOP("Fields", "Request"), Text, {}, &JournalEntry::request},
        {"status", QT_TRANSLATE_NOOP("Fields", "HTTP status"), Text, {}, &JournalEntry::status},
        {"milliseconds", QT_TRANSLATE_NOOP("Fields", "Milliseconds"), Text, {}, &JournalEntry::took},
        {"id", QT_TRANSLATE_NOOP("Fields", "Number"), Text, {}, &JournalEntry::id},
        {"profile", QT_TRANSLATE_NOOP("Fields", "Profile"), Text, Hidden, &JournalEntry::profile},
    };
    return list;
}
