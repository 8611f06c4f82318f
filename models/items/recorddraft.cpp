// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recorddraft.h"

template <typename T>
QString RecordDraft<T>::problem(int i) const
{
    if (!isEditable(i))
        return {};
    const FieldInfo info = field(i);
    QString own = problemOf(info, value(i));
    if (!own.isEmpty() || !m_owner || !m_owner->endpoint().problems)
        return own;
    return m_owner->endpoint().problems(m_record).value(info.key);
}

template <typename T>
Future<QStringList> RecordDraft<T>::choices(int i)
{
    if (!m_owner)
        return ready(Result<QStringList>(QStringList()));
    return m_owner->choices(QString::fromLatin1(m_fields[i].key));
}

// A secret that is not told whenever asked looks empty on the server whatever it is.
template <typename T>
QList<FieldChange> RecordDraft<T>::changesTo(const T &now) const
{
    QList<FieldChange> changes;
    for (int i = 0; i < fieldCount(); ++i) {
        const auto &each = m_fields[i];
        const bool isTold = each.kind != FieldKind::Password || each.flags.testFlag(FieldFlag::Readable);
        const QVariant theirs = each.read(now);
        if (!isTold || !isEditable(i) || theirs == originalValue(i))
            continue;
        changes << FieldChange{.field = i,
            .before = originalValue(i),
            .theirs = theirs,
            .mine = value(i),
            .needsChoice = isChanged(i) && value(i) != theirs};
    }
    return changes;
}

template <typename T>
Future<Conflict> RecordDraft<T>::compare()
{
    m_now->reset();
    if (m_isNew || !m_owner)
        return ready(Result<Conflict>(Conflict{.effect = SaveEffect::Create}));
    // The answer may come when this draft is gone; a copy compares as well.
    return andThen(m_owner, m_owner->current(m_before),
        [asked = *this, now = m_now](const std::optional<T> &found) -> Result<Conflict> {
            *now = found;
            if (found)
                return Conflict{.changes = asked.changesTo(*found)};
            if (asked.confirmsEffect())
                return Conflict{.effect = SaveEffect::Create};
            return failure(Error::Kind::NotFound, Collection::tr("“%1” is no longer on the server.").arg(asked.name()));
        });
}

template <typename T>
void RecordDraft<T>::rebase(const QSet<int> &theirs)
{
    if (!*m_now)
        return;
    T merged = **m_now;
    for (int i = 0; i < fieldCount(); ++i)
        if (isChanged(i) && !theirs.contains(i))
            m_fields[i].write(merged, value(i));
    m_before = **m_now;
    m_record = merged;
    m_now->reset();
}

template <typename T>
Future<Saved> RecordDraft<T>::save()
{
    if (!m_owner)
        return ready(Result<Saved>(failure(Error::Kind::Stopped, Collection::tr("The server was disconnected."))));
    for (int i = 0; i < fieldCount(); ++i)
        if (const QString text = problem(i); !text.isEmpty())
            return ready(Result<Saved>(failure(Error::Kind::Rejected, text)));
    return m_owner->save(m_before, m_record, m_isNew);
}

template <typename T>
Request RecordDraft<T>::request() const
{
    if (!m_owner)
        return {};
    const Endpoint<T> &endpoint = m_owner->endpoint();
    return m_isNew ? endpoint.create(m_record) : endpoint.update(m_before, m_record);
}

template <typename T>
std::unique_ptr<Draft> RecordDraft<T>::copy() const
{
    auto made = std::make_unique<RecordDraft>(*this);
    made->m_now = std::make_shared<std::optional<T>>(*m_now);
    return made;
}

template class RecordDraft<Client>;
template class RecordDraft<Scope>;
template class RecordDraft<User>;
template class RecordDraft<ApiToken>;
template class RecordDraft<Token>;
