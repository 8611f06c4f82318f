// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/recordcollection.h"

#include <QPointer>

// A draft of one record of a RecordCollection.
template <typename T>
class RecordDraft final : public Draft {
public:
    RecordDraft(RecordCollection<T> &owner, const T &record, bool isNew)
        : m_owner(&owner)
        , m_fields(owner.endpoint().fields)
        , m_before(record)
        , m_record(record)
        , m_isNew(isNew)
    {
    }
    bool isNew() const override { return m_isNew; }
    QString id() const override { return m_isNew ? QString() : keyOf(m_before); }
    QString name() const override { return m_isNew ? QString() : recordName(m_before); }
    int fieldCount() const override { return int(m_fields.size()); }
    FieldInfo field(int i) const override { return infoOf(m_fields[i]); }
    bool isEditable(int i) const override
    {
        const auto operation = m_isNew ? Operation::Create : Operation::Update;
        const auto flag = m_isNew ? FieldFlag::OnCreate : FieldFlag::OnUpdate;
        return m_owner && m_owner->operations().testFlag(operation) && m_fields[i].flags.testFlag(flag);
    }
    QVariant value(int i) const override { return m_fields[i].read(m_record); }
    QVariant originalValue(int i) const override { return m_fields[i].read(m_before); }
    void setValue(int i, const QVariant &value) override { m_fields[i].write(m_record, value); }
    QString problem(int i) const override;
    bool isModified() const override { return !(m_record == m_before); }
    void revert() override { m_record = m_before; }
    Future<QStringList> choices(int i) override;
    bool confirmsEffect() const override { return !m_isNew && m_owner && m_owner->endpoint().updateCreates; }
    Future<Conflict> compare() override;
    void rebase(const QSet<int> &theirs) override;
    Future<Saved> save() override;
    Request request() const override;
    std::unique_ptr<Draft> copy() const override;

private:
    bool isChanged(int i) const { return value(i) != originalValue(i); }
    QList<FieldChange> changesTo(const T &now) const;

    QPointer<RecordCollection<T>> m_owner;
    QList<Field<T>> m_fields;
    T m_before;
    T m_record;
    std::shared_ptr<std::optional<T>> m_now = std::make_shared<std::optional<T>>(); // as compare() found it
    bool m_isNew;
};

extern template class RecordDraft<Client>;
extern template class RecordDraft<Scope>;
extern template class RecordDraft<User>;
extern template class RecordDraft<ApiToken>;
extern template class RecordDraft<Token>;
