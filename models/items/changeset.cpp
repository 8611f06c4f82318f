// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/changeset.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

ChangeSet::ChangeSet(QObject *parent)
    : QAbstractTableModel(parent)
{
}

ChangeSet::~ChangeSet() = default;

// An edit and a removal of one record exclude each other; new credentials go with an edit.
QString ChangeSet::keyOf(const Collection &collection, const QString &id, ChangeAction action)
{
    return (action == ChangeAction::Rotate ? u"rotate/"_s : u"record/"_s) + collection.kind() + u'/' + id;
}

// What a person calls what has no name on the server yet.
static QString nameOfNew(const Draft &draft)
{
    for (const auto &key : {u"name"_s, u"id"_s})
        for (int field = 0; field < draft.fieldCount(); ++field)
            if (draft.field(field).key == key && !draft.value(field).toString().isEmpty())
                return draft.value(field).toString();
    return ChangeSet::tr("Without a name");
}

int ChangeSet::stage(Collection &collection, std::unique_ptr<Draft> draft, int replaced)
{
    auto item = std::make_unique<Item>();
    item->action = draft->isNew() ? ChangeAction::Create : ChangeAction::Change;
    item->collection = &collection;
    item->id = draft->id();
    item->name = draft->isNew() ? nameOfNew(*draft) : draft->name();
    item->draft = std::move(draft);
    item->number = replaced;
    return add(std::move(item));
}

int ChangeSet::stageRemoval(Collection &collection, const QString &id)
{
    const QStringList names = collection.removalOf({id})->names();
    if (names.isEmpty())
        return 0;
    drop(m_numbers.value(keyOf(collection, id, ChangeAction::Rotate)));
    auto item = std::make_unique<Item>();
    item->action = ChangeAction::Remove;
    item->collection = &collection;
    item->id = id;
    item->name = names.first();
    return add(std::move(item));
}

int ChangeSet::stageRotation(Collection &collection, const QString &id)
{
    const auto draft = collection.draft(id);
    if (!draft)
        return 0;
    auto item = std::make_unique<Item>();
    item->action = ChangeAction::Rotate;
    item->collection = &collection;
    item->id = id;
    item->name = draft->name();
    return add(std::move(item));
}

// In the place of what it replaces, else at the end.
int ChangeSet::add(std::unique_ptr<Item> item)
{
    if (!m_isApplying)
        dropDone();
    const QString key = keyOf(*item->collection, item->id, item->action);
    const int former = item->id.isEmpty() ? item->number : m_numbers.value(key);
    const auto row = former ? rowOf(former) : std::nullopt;
    const bool replaces = row && this->item(*row).state != State::Applying && this->item(*row).state != State::Done;
    item->number = replaces ? former : ++m_lastNumber;
    const int number = item->number;
    if (!item->id.isEmpty())
        m_numbers[key] = number;
    if (replaces) {
        m_items[size_t(*row)] = std::move(item);
        Q_EMIT dataChanged(index(*row, 0), index(*row, ColumnCount - 1));
    } else {
        beginInsertRows({}, rowCount(), rowCount());
        m_items.push_back(std::move(item));
        endInsertRows();
    }
    Q_EMIT changed();
    return number;
}

ChangeSet::Item *ChangeSet::find(int number) const
{
    const auto row = rowOf(number);
    return row ? m_items[size_t(*row)].get() : nullptr;
}

std::optional<int> ChangeSet::rowOf(int number) const
{
    const auto found
        = std::find_if(m_items.begin(), m_items.end(), [number](const auto &item) { return item->number == number; });
    return found == m_items.end() ? std::nullopt : std::optional(int(found - m_items.begin()));
}

int ChangeSet::numberOf(const Collection &collection, const QString &id) const
{
    const int number = m_numbers.value(keyOf(collection, id, ChangeAction::Change));
    const Item *item = number ? find(number) : nullptr;
    return item && item->draft && item->state != State::Done ? number : 0;
}

std::unique_ptr<Draft> ChangeSet::draft(int number) const
{
    const Item *item = find(number);
    return item && item->draft ? item->draft->copy() : nullptr;
}

ChangeSet::Counts ChangeSet::counts() const
{
    Counts counts;
    for (const auto &item : m_items) {
        if (item->state == State::Done)
            continue;
        switch (item->action) {
        case ChangeAction::Create:
            ++counts.creates;
            break;
        case ChangeAction::Change:
            ++counts.edits;
            break;
        case ChangeAction::Remove:
            ++counts.removals;
            break;
        case ChangeAction::Rotate:
            ++counts.rotations;
        }
    }
    return counts;
}

void ChangeSet::removeRow(int row)
{
    const Item &gone = item(row);
    const auto known = m_numbers.constFind(keyOf(*gone.collection, gone.id, gone.action));
    if (known != m_numbers.cend() && *known == gone.number)
        m_numbers.erase(known);
    beginRemoveRows({}, row, row);
    m_items.erase(m_items.begin() + row);
    endRemoveRows();
}

void ChangeSet::drop(int number)
{
    const auto row = rowOf(number);
    if (!row || item(*row).state == State::Applying)
        return;
    removeRow(*row);
    Q_EMIT changed();
}

void ChangeSet::move(int row, int by)
{
    const int target = row + by;
    if (m_isApplying || target < 0 || target >= rowCount() || by == 0)
        return;
    beginMoveRows({}, row, row, {}, by > 0 ? target + 1 : target);
    auto moved = std::move(m_items[size_t(row)]);
    m_items.erase(m_items.begin() + row);
    m_items.insert(m_items.begin() + target, std::move(moved));
    endMoveRows();
    Q_EMIT changed();
}

void ChangeSet::discard()
{
    for (int row = rowCount() - 1; row >= 0; --row)
        if (item(row).state != State::Applying)
            removeRow(row);
    Q_EMIT changed();
}

void ChangeSet::dropDone()
{
    for (int row = rowCount() - 1; row >= 0; --row)
        if (item(row).state == State::Done)
            removeRow(row);
}

QList<Request> ChangeSet::requests() const
{
    QList<Request> requests;
    for (const auto &item : m_items) {
        if (item->state == State::Done)
            continue;
        std::optional<Request> request;
        if (item->draft)
            request = item->draft->request();
        else if (item->action == ChangeAction::Remove)
            request = item->collection->removalRequest(item->id);
        else
            request = item->collection->rotationRequest(item->id);
        if (request)
            requests << *request;
    }
    return requests;
}

#include "moc_changeset.cpp"
