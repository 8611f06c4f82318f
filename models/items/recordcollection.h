// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/recordloading.h"
#include "items/recordmemory.h"
#include "items/recordmodel.h"
#include "items/servercollection.h"

// The records of one kind on one server: session + endpoint + model + what is remembered of those not listed.
template <typename T>
class RecordCollection final : public ServerCollection {
public:
    RecordCollection(const QString &kind, Session &session, const Endpoint<T> &endpoint, const RecordMemory<T> &memory,
        QObject *parent);

    RecordRows *model() override { return &m_model; }
    QList<FieldInfo> columns() const override { return m_model.columns(); }
    Operations operations() const override;
    Removal removal() const override { return m_endpoint.removal; }
    QString removalNote() const override;
    QString rotationLabel() const override;
    QString rotationConsequence() const override;
    QString memoryNote() const override;
    std::unique_ptr<Draft> newDraft() override;
    std::unique_ptr<Draft> draft(const QString &id) override;
    Future<Saved> rotate(const QString &id) override;
    std::optional<Request> removalRequest(const QString &id) const override { return requestOf(m_endpoint.remove, id); }
    std::optional<Request> rotationRequest(const QString &id) const override
    {
        return requestOf(m_endpoint.rotation.request, id);
    }
    QList<Secret> tokens(const QStringList &ids) const override;

    std::optional<T> find(const QString &id) const { return m_model.find(id); }
    QList<T> records() const { return m_model.records(); }
    // Takes in a record made elsewhere than in this list, and remembers it where the server would not list it.
    Future<> adopt(const T &record);
    // As the server has it now, and the list from then on; nothing when it is gone. Where no server can be asked, as
    // known.
    Future<std::optional<T>> current(T known);
    const Endpoint<T> &endpoint() const { return m_endpoint; }
    Future<Saved> save(const T &before, const T &after, bool isNew);

protected:
    Future<> load() override;
    // Only a whole list proves that a record is gone.
    bool tellsWhatIsGone() const override { return m_endpoint.list || m_memory.isThere(); }
    Future<> removeRecord(const QString &id) override;
    Future<> forgetRecord(const QString &id) override { return m_memory.forget(this, id); }

private:
    QVariantMap valuesOf(const T &record) const;
    std::function<std::optional<Change::Stored>(const Response &)> storedAs(const T &sent) const;
    std::optional<Request> requestOf(const std::function<Request(const T &)> &make, const QString &id) const
    {
        const std::optional<T> record = m_model.find(id);
        return record && make ? std::optional(make(*record)) : std::nullopt;
    }
    Future<> recall(QList<T> remembered);
    Future<> readAgain(const T &known);
    Future<Saved> takeStored(const Response &response, const T &before, const T &sent);
    Future<> takeRemoval(const T &record);
    bool deactivates() const { return m_endpoint.removal == Removal::Deactivate; }
    QList<ShownOnce> takeSecrets(T &record) const;

    Endpoint<T> m_endpoint;
    RecordMemory<T> m_memory;
    RecordModel<T> m_model;
    RecordLoading m_loading;
};

extern template class RecordCollection<Client>;
extern template class RecordCollection<Scope>;
extern template class RecordCollection<User>;
extern template class RecordCollection<ApiToken>;
extern template class RecordCollection<Token>;
