// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recorddraft.h"

#include <QCoreApplication>

namespace {

struct DraftTexts {
    Q_DECLARE_TR_FUNCTIONS(Collection)
};

}

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

template <typename T>
Future<SaveEffect> RecordDraft<T>::effect()
{
    if (m_isNew || !m_owner)
        return ready(Result<SaveEffect>(SaveEffect::Create));
    return m_owner->effectOf(m_before);
}

template <typename T>
Future<Saved> RecordDraft<T>::save()
{
    if (!m_owner)
        return ready(Result<Saved>(failure(Error::Kind::Stopped, DraftTexts::tr("The server was disconnected."))));
    for (int i = 0; i < fieldCount(); ++i)
        if (const QString text = problem(i); !text.isEmpty())
            return ready(Result<Saved>(failure(Error::Kind::Rejected, text)));
    return m_owner->save(m_before, m_record, m_isNew);
}

template class RecordDraft<Client>;
template class RecordDraft<Scope>;
template class RecordDraft<User>;
template class RecordDraft<ApiToken>;
template class RecordDraft<Token>;
