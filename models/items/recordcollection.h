// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"
#include "items/recordmodel.h"
#include "net/session.h"

#include <QPointer>

// The records of one kind on one server: session + endpoint + model.
template <typename T>
class RecordCollection final : public Collection {
public:
    RecordCollection(const QString &kind, Session &session, const Endpoint<T> &endpoint, QObject *parent)
        : Collection(kind, parent)
        , m_session(session)
        , m_endpoint(endpoint)
        , m_model(endpoint.fields, this)
    {
    }

    QAbstractItemModel *model() override { return &m_model; }
    QList<FieldInfo> columns() const override { return m_model.columns(); }
    Operations operations() const override;
    Removal removal() const override { return m_endpoint.removal; }
    Future<> refresh() override;
    std::unique_ptr<Draft> newDraft() override;
    std::unique_ptr<Draft> draft(const QString &id) override;
    std::unique_ptr<Batch> removalOf(const QStringList &ids) override;

    const Endpoint<T> &endpoint() const { return m_endpoint; }
    Future<Saved> save(const T &before, const T &after, bool isNew);
    Future<QStringList> choices(const QString &fieldKey);

protected:
    void stopRequests() override { m_session.stop(kind()); }

private:
    Future<Response> call(Request request)
    {
        request.asker = kind();
        return m_session.call(request);
    }
    Future<> loadPage(const QString &cursor, const std::shared_ptr<QSet<QString>> &seen);
    Future<> removeRecord(const QString &id);
    QList<ShownOnce> takeSecrets(T &record) const;

    Session &m_session;
    Endpoint<T> m_endpoint;
    RecordModel<T> m_model;
    Future<> m_refresh; // the latest; shared by all who ask while it is under way
};

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
    QString id() const override { return m_isNew ? QString() : m_before.id; }
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
    Future<Saved> save() override;

private:
    QPointer<RecordCollection<T>> m_owner;
    QList<Field<T>> m_fields;
    T m_before;
    T m_record;
    bool m_isNew;
};

extern template class RecordCollection<Client>;
extern template class RecordCollection<Scope>;
extern template class RecordCollection<User>;
extern template class RecordCollection<ApiToken>;
extern template class RecordCollection<Token>;
