// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/undo.h"

#include "items/journallines.h"
#include "items/server.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {

struct UndoTexts {
    Q_DECLARE_TR_FUNCTIONS(Undo)
};

bool isWord(const QString &said, const char *word)
{
    return said == QLatin1StringView(word);
}

Undo undoOfRemoval(const JournalEntry &entry, Operations can)
{
    if (isWord(entry.action, journal::revoke) || entry.kind.endsWith("okens"_L1))
        return {.sentence = UndoTexts::tr("A token that was revoked or deleted cannot be brought back. Whoever used it has to get a new one.")};
    if (!can.testFlag(Operation::Create))
        return {.sentence = UndoTexts::tr("This server cannot create such a record, so it cannot be brought back from here.")};
    return {.way = Undo::Way::Draft,
        .label = UndoTexts::tr("Create Again…"),
        .sentence = UndoTexts::tr("It comes back with the values shown here, as a new record: its ID may be another one, its secret will be, and tokens it had been issued stay gone.")};
}

// Field by field, as far as the draft takes it. `keys`: only those.
void putBack(Draft &draft, const QJsonObject &before, const QStringList &keys)
{
    for (int field = 0; field < draft.fieldCount(); ++field) {
        const FieldInfo info = draft.field(field);
        const bool isWanted = keys.contains(info.key) && before.contains(info.key);
        if (isWanted && info.kind != FieldKind::Password && draft.isEditable(field))
            draft.setValue(field, fieldValue(before.value(info.key), info.kind));
    }
}

}

Undo undoOf(const JournalEntry &entry, const Server &server)
{
    const Collection *collection = server.collection(entry.kind);
    const bool wasDone = isWord(entry.result, journal::done);
    if (!wasDone)
        return {.sentence = isWord(entry.result, journal::unknown) || isWord(entry.result, journal::open)
                ? UndoTexts::tr("It is not known whether this was done, so there is nothing to undo yet.")
                : UndoTexts::tr("This changed nothing, so there is nothing to undo.")};
    if (isWord(entry.action, journal::rotate))
        return {.sentence = UndoTexts::tr("The former credentials cannot be brought back: the server no longer knows them, and neither does the console.")};
    if (isWord(entry.action, journal::issue))
        return {.sentence = UndoTexts::tr("Revoke the token to undo this.")};
    if (isWord(entry.action, journal::start))
        return {.sentence = UndoTexts::tr("A task that was started cannot be called back.")};
    if (!collection)
        return {.sentence = UndoTexts::tr("What this changed is not in any list of this server.")};
    const Operations can = collection->operations();
    if (isWord(entry.action, journal::create) && can.testFlag(Operation::Remove))
        return {.way = Undo::Way::Removal,
            .label = UndoTexts::tr("Delete It…"),
            .sentence = UndoTexts::tr("Whoever has used it since will lose it.")};
    if (isWord(entry.action, journal::deactivate) && can.testFlag(Operation::Update))
        return {.way = Undo::Way::Draft,
            .label = UndoTexts::tr("Enable Again…"),
            .sentence = UndoTexts::tr("Tokens that ended with it stay ended.")};
    if (isWord(entry.action, journal::remove) || isWord(entry.action, journal::revoke))
        return undoOfRemoval(entry, can);
    if (isWord(entry.action, journal::update) && can.testFlag(Operation::Update) && !entry.changed.isEmpty())
        return {.way = Undo::Way::Draft,
            .label = UndoTexts::tr("Change Back…"),
            .sentence = UndoTexts::tr("The fields get the values they had before. Secrets do not come back, and what happened in between stays.")};
    return {.sentence = UndoTexts::tr("There is nothing that would undo this.")};
}

std::unique_ptr<Draft> undoDraft(const JournalEntry &entry, const Server &server)
{
    Collection *collection = server.collection(entry.kind);
    if (!collection)
        return nullptr;
    const QJsonObject before = entry.raw.value("before"_L1).toObject();
    std::unique_ptr<Draft> draft = isWord(entry.action, journal::remove) ? collection->newDraft() : collection->draft(entry.recordId);
    if (!draft)
        return nullptr;
    putBack(*draft, before, isWord(entry.action, journal::update) ? entry.changed : before.keys());
    return draft;
}
