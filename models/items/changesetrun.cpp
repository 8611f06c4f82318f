// SPDX-License-Identifier: GPL-3.0-or-later
// How a ChangeSet is applied, apart from how it is collected in changeset.cpp.
#include "items/changeset.h"

#include <algorithm>
#include <utility>

void ChangeSet::setState(Item &item, State state, const Error &error)
{
    item.state = state;
    item.error = error;
    const int row = rowOf(item.number).value();
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT changed();
}

void ChangeSet::apply(OnFailure onFailure)
{
    if (m_isApplying)
        return;
    dropDone();
    m_isApplying = true;
    m_isStopping = false;
    m_onFailure = onFailure;
    m_done = 0;
    m_failed = 0;
    for (const auto &item : m_items)
        item->isDue = true;
    applyNext();
}

void ChangeSet::stop()
{
    m_isStopping = true;
}

void ChangeSet::applyNext()
{
    const auto next
        = std::find_if(m_items.begin(), m_items.end(), [](const auto &candidate) { return candidate->isDue; });
    const bool isHalted = m_isStopping || (m_failed > 0 && m_onFailure == OnFailure::Stop);
    if (next == m_items.end() || isHalted) {
        for (const auto &item : m_items)
            item->isDue = false;
        m_isApplying = false;
        Q_EMIT changed();
        Q_EMIT ended(m_done, m_failed);
        return;
    }
    Item &item = **next;
    const int number = item.number;
    item.isDue = false;
    setState(item, State::Applying);
    switch (item.action) {
    case ChangeAction::Create:
        return send(item);
    case ChangeAction::Change:
        onResult(this, item.draft->compare(),
            [this, number](const Result<Conflict> &conflict) { takeConflict(number, conflict); });
        return;
    case ChangeAction::Remove: {
        const auto removal = item.collection->removalOf({item.id});
        onResult(this, removal->operation()(item.id),
            [this, number](const Result<> &result) { takeRemoval(number, result); });
        return;
    }
    case ChangeAction::Rotate:
        onResult(this, item.collection->rotate(item.id),
            [this, number](const Result<Saved> &saved) { takeSaved(number, saved); });
    }
}

void ChangeSet::takeConflict(int number, const Result<Conflict> &conflict)
{
    Item &item = *find(number);
    if (!conflict)
        return fail(item, conflict.error());
    const bool isGone = conflict->effect == SaveEffect::Create;
    if (conflict->changes.isEmpty() && (!isGone || item.mayCreate)) {
        item.draft->rebase({});
        return send(item);
    }
    item.conflict = *conflict;
    ++m_failed;
    setState(item, State::Conflict,
        {.kind = Error::Kind::Conflict,
            .message = isGone ? tr("It is no longer on the server. Saving would make it anew, with other credentials.")
                              : tr("It was changed on the server meanwhile.")});
    applyNext();
}

void ChangeSet::send(Item &item)
{
    onResult(this, item.draft->save(),
        [this, number = item.number](const Result<Saved> &saved) { takeSaved(number, saved); });
}

void ChangeSet::takeRemoval(int number, const Result<> &result)
{
    // What is already gone is what was wanted.
    if (result || result.error().kind == Error::Kind::NotFound)
        takeSaved(number, Saved{});
    else
        takeSaved(number, tl::unexpected(result.error()));
}

void ChangeSet::takeSaved(int number, const Result<Saved> &saved)
{
    Item &item = *find(number);
    if (!saved)
        return fail(item, saved.error());
    if (!saved->shownOnce.isEmpty())
        m_secrets << NewSecrets{item.name, saved->shownOnce};
    ++m_done;
    setState(item, State::Done);
    applyNext();
}

void ChangeSet::fail(Item &item, const Error &error)
{
    ++m_failed;
    setState(item, State::Failed, error);
    applyNext();
}

void ChangeSet::resolve(int number, const QSet<int> &theirs)
{
    Item *item = find(number);
    if (!item || item->state != State::Conflict)
        return;
    item->mayCreate = item->conflict.effect == SaveEffect::Create;
    item->draft->rebase(theirs);
    item->conflict = {};
    if (item->draft->isModified())
        setState(*item, State::Staged);
    else
        drop(number);
}

QList<NewSecrets> ChangeSet::takeSecrets()
{
    return std::exchange(m_secrets, {});
}
