// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/keptlog.h"

static StoredItem::State storedState(Batch::Outcome outcome)
{
    switch (outcome) {
    case Batch::Outcome::Running:
        return StoredItem::State::Begun;
    case Batch::Outcome::Done:
        return StoredItem::State::Done;
    case Batch::Outcome::Failed:
        return StoredItem::State::Failed;
    case Batch::Outcome::Waiting:
    case Batch::Outcome::Stopped:
        break;
    }
    return StoredItem::State::Waiting;
}

Future<> KeptLog::write(const QList<Batch::Change> &changes)
{
    QList<StoredChange> stored;
    for (const auto &change : changes)
        stored << StoredChange{.position = change.row, .state = storedState(change.outcome), .message = change.message};
    return m_log.write(m_number, stored);
}

Batch::Item restored(const StoredItem &item)
{
    Batch::Item made{.id = item.id, .name = item.name};
    switch (item.state) {
    case StoredItem::State::Waiting:
        break;
    case StoredItem::State::Begun:
        made.outcome = Batch::Outcome::Failed;
        made.error = {.kind = Error::Kind::Unknown,
            .message = Batch::tr("It was under way when the program ended: it may or may not have been done.")};
        break;
    case StoredItem::State::Done:
        made.outcome = Batch::Outcome::Done;
        break;
    case StoredItem::State::Failed:
        made.outcome = Batch::Outcome::Failed;
        made.error.message = item.message;
        break;
    }
    return made;
}
