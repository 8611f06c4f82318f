// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/reconciliation.h"

#include "items/collection.h"

using namespace Qt::Literals::StringLiterals;

Reconciliation::Reconciliation(ServerJournal &journal, const QList<Collection *> &collections, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
{
    for (Collection *collection : collections)
        connect(collection, &Collection::stateChanged, this, [this, collection] {
            if (!collection->isBusy() && collection->isComplete())
                compare(*collection);
        });
}

void Reconciliation::look()
{
    onResult(this, m_journal.unknown(), [this](const Result<QList<JournalEntry>> &entries) {
        m_unknown = entries ? int(entries->size()) : 0;
        Q_EMIT unknownChanged();
    });
}

void Reconciliation::compare(Collection &collection)
{
    onResult(this, m_journal.unknown(), [this, &collection](const Result<QList<JournalEntry>> &entries) {
        for (const JournalEntry &entry : entries.value_or(QList<JournalEntry>()))
            if (entry.kind == collection.kind() && entry.at < collection.loadedAt())
                if (const char *result = verdictOn(entry, collection))
                    (void)m_journal.found(entry, result);
        look();
    });
}

namespace {

QJsonValue valueIn(const Draft &draft, int field)
{
    return journalValue(draft.value(field), Secret());
}

// Whether the record has what `wanted` says of these fields. Secrets and what it does not say are left out.
bool agrees(const Draft &draft, const QJsonObject &wanted, const QStringList &keys)
{
    for (int field = 0; field < draft.fieldCount(); ++field) {
        const FieldInfo info = draft.field(field);
        const bool isCompared = info.kind != FieldKind::Password && keys.contains(info.key);
        if (isCompared && valueIn(draft, field) != wanted.value(info.key))
            return false;
    }
    return true;
}

// What was given, so that it can be told from what the server added.
QStringList givenIn(const QJsonObject &values)
{
    QStringList keys;
    for (auto value = values.begin(); value != values.end(); ++value) {
        const QJsonValue given = value.value();
        const bool isEmpty = given.isNull() || given == QJsonValue(QString()) || given == QJsonValue(QJsonArray());
        if (!isEmpty && !given.isObject() && given != QJsonValue(0))
            keys << value.key();
    }
    return keys;
}

// One of the same name that is not the same leaves it open: servers write some values in their own way.
const char *verdictOnCreation(const JournalEntry &entry, const QJsonObject &wanted, Collection &collection)
{
    const QStringList keys = givenIn(wanted);
    const RecordRows &rows = *collection.model();
    bool isNamesake = entry.name.isEmpty();
    for (const quint32 row : rows.order()) {
        if (rows.nameOf(row) != entry.name)
            continue;
        isNamesake = true;
        if (const auto draft = collection.draft(rows.idOf(row)); draft && agrees(*draft, wanted, keys))
            return journal::done;
    }
    return isNamesake ? nullptr : journal::notDone;
}

}

const char *verdictOn(const JournalEntry &entry, Collection &collection)
{
    const QJsonObject before = entry.raw.value("before"_L1).toObject();
    const QJsonObject after = entry.raw.value("after"_L1).toObject();
    const auto draft = entry.recordId.isEmpty() ? nullptr : collection.draft(entry.recordId);
    const auto is = [&entry](const char *action) { return entry.action == QLatin1StringView(action); };
    if (is(journal::create))
        return verdictOnCreation(entry, after, collection);
    if (is(journal::remove) || is(journal::revoke))
        return draft ? journal::notDone : journal::done;
    if (is(journal::deactivate))
        return !draft || !agrees(*draft, before, {u"enabled"_s}) ? journal::done : journal::notDone;
    if (!is(journal::update) || !draft)
        return nullptr;
    if (agrees(*draft, after, entry.changed))
        return journal::done;
    return agrees(*draft, before, entry.changed) ? journal::notDone : nullptr;
}

#include "moc_reconciliation.cpp"
