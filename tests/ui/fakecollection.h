// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"
#include "items/recordmodel.h"

#include <QTimer>

// Records that count how often anything asks for a value of theirs.
template <typename T>
class WatchedRecords final : public RecordModel<T> {
public:
    using RecordModel<T>::RecordModel;
    QVariant dataOf(quint32 row, int column, int role) const override
    {
        ++asked;
        return RecordModel<T>::dataOf(row, column, role);
    }
    mutable qsizetype asked = 0;
};

// A collection without a server: holds its answers back or refuses when told to.
template <typename T>
class FakeCollection final : public Collection {
public:
    explicit FakeCollection(const QString &kind, const QList<Field<T>> &fields_ = fields<T>())
        : Collection(kind, nullptr)
        , fieldTable(fields_)
        , records(fields_, this)
    {
    }

    RecordRows *model() override { return &records; }
    QList<FieldInfo> columns() const override { return records.columns(); }
    Operations operations() const override { return can; }
    Removal removal() const override { return howRemoved; }
    QString removalNote() const override { return note; }
    QString rotationLabel() const override { return can.testFlag(Operation::Rotate) ? QStringLiteral("Rotate Secret") : QString(); }
    QString rotationConsequence() const override { return QStringLiteral("The old secret stops working."); }
    QString memoryNote() const override { return memory; }
    Future<Saved> rotate(const QString &id) override
    {
        rotated << id;
        return ready(Result<Saved>(Saved{.id = id, .shownOnce = shownOnce}));
    }
    std::optional<Request> removalRequest(const QString &id) const override
    {
        return emptyRequest("DELETE", u'/' + id);
    }
    std::optional<Request> rotationRequest(const QString &id) const override
    {
        return emptyRequest("PATCH", u'/' + id);
    }
    Future<> refresh() override
    {
        ++refreshes;
        begin();
        if (!holds)
            answer();
        return ready(Result<>());
    }
    // Lets the refresh under way end.
    void answer()
    {
        if (!refusal) {
            records.beginRefresh();
            for (const auto &record : std::as_const(onServer))
                records.put(record);
            records.endRefresh(true);
        }
        end(refusal, !refusal && !isPartial);
    }
    void tell(qsizetype loaded, const std::optional<qint64> &total = {}) { progress(loaded, total); }
    std::unique_ptr<Draft> newDraft() override;
    std::unique_ptr<Draft> draft(const QString &id) override;
    std::unique_ptr<Batch> removalOf(const QStringList &ids) override
    {
        QList<Batch::Item> items;
        for (const auto &id : ids)
            if (const std::optional<T> record = records.find(id))
                items << Batch::Item{id, recordName(*record)};
        return std::make_unique<Batch>(items, [this](const QString &id) -> Future<> {
            if (irremovable.contains(id))
                return ready(Result<>(failure(Error::Kind::Server, QStringLiteral("The server failed."))));
            QMetaObject::invokeMethod(
                this, [this, id] { records.remove(id); }, Qt::QueuedConnection);
            return ready(Result<>());
        });
    }

    Future<> forget(QStringList ids) override
    {
        for (const QString &id : ids)
            records.remove(id);
        forgotten += ids;
        return ready(Result<>());
    }
    QList<Secret> tokens(const QStringList &) const override { return {}; }

    QList<Field<T>> fieldTable;
    WatchedRecords<T> records;
    QList<T> onServer;
    Operations can = Operation::Create | Operation::Update | Operation::Remove;
    Removal howRemoved = Removal::Delete;
    std::optional<Error> refusal; // of the next answers
    bool holds = false; // answers wait for answer() or for `saving`
    bool isPartial = false;
    QList<ShownOnce> shownOnce; // told after a create
    QStringList words; // of every Choice field
    QSet<QString> irremovable;
    QString note; // what removing does not do
    QString memory; // why the list may lack some
    QStringList rotated; // ids
    QStringList forgotten;
    bool confirmsEffect = false; // before an update
    SaveEffect saveEffect = SaveEffect::Change; // of a record that was there
    std::optional<T> changedMeanwhile; // what the server has now of the record being edited
    int refreshes = 0;
    int saves = 0;
    int stops = 0;
    std::shared_ptr<QPromise<Result<Saved>>> saving; // while a held save is under way

protected:
    void stopRequests() override
    {
        ++stops;
        end(Error{.kind = Error::Kind::Stopped, .message = QStringLiteral("Loading was stopped.")}, false);
    }
};

template <typename T>
class FakeDraft final : public Draft {
public:
    FakeDraft(FakeCollection<T> &owner, const T &record, bool isNew)
        : m_owner(owner)
        , m_before(record)
        , m_record(record)
        , m_isNew(isNew)
    {
    }
    bool isNew() const override { return m_isNew; }
    QString id() const override { return m_isNew ? QString() : m_before.id; }
    QString name() const override { return m_isNew ? QString() : recordName(m_before); }
    int fieldCount() const override { return int(m_owner.fieldTable.size()); }
    FieldInfo field(int i) const override { return infoOf(m_owner.fieldTable[i]); }
    bool isEditable(int i) const override
    {
        return m_owner.can.testFlag(m_isNew ? Operation::Create : Operation::Update)
            && m_owner.fieldTable[i].flags.testFlag(m_isNew ? FieldFlag::OnCreate : FieldFlag::OnUpdate);
    }
    QVariant value(int i) const override { return m_owner.fieldTable[i].read(m_record); }
    QVariant originalValue(int i) const override { return m_owner.fieldTable[i].read(m_before); }
    void setValue(int i, const QVariant &value) override { m_owner.fieldTable[i].write(m_record, value); }
    QString problem(int i) const override { return isEditable(i) ? problemOf(field(i), value(i)) : QString(); }
    bool isModified() const override { return !(m_record == m_before); }
    void revert() override { m_record = m_before; }
    bool confirmsEffect() const override { return !m_isNew && m_owner.confirmsEffect; }
    // Of the records, one that somebody else changed meanwhile is in `changedMeanwhile`.
    Future<Conflict> compare() override
    {
        if (m_isNew)
            return ready(Result<Conflict>(Conflict{.effect = SaveEffect::Create}));
        Conflict conflict{.effect = m_owner.saveEffect};
        for (int i = 0; m_owner.changedMeanwhile && i < fieldCount(); ++i)
            if (const QVariant theirs = m_owner.fieldTable[i].read(*m_owner.changedMeanwhile);
                isEditable(i) && theirs != originalValue(i))
                conflict.changes << FieldChange{
                    i, originalValue(i), theirs, value(i), value(i) != originalValue(i) && value(i) != theirs};
        return ready(Result<Conflict>(conflict));
    }
    void rebase(const QSet<int> &theirs) override
    {
        T merged = m_owner.changedMeanwhile.value_or(m_before);
        for (int i = 0; i < fieldCount(); ++i)
            if (value(i) != originalValue(i) && !theirs.contains(i))
                m_owner.fieldTable[i].write(merged, value(i));
        m_before = m_owner.changedMeanwhile.value_or(m_before);
        m_record = merged;
    }
    Future<QStringList> choices(int) override { return ready(Result<QStringList>(m_owner.words)); }
    Request request() const override { return jsonRequest(m_isNew ? "POST" : "PUT", u'/' + m_before.id, {}); }
    std::unique_ptr<Draft> copy() const override { return std::make_unique<FakeDraft>(*this); }
    Future<Saved> save() override
    {
        ++m_owner.saves;
        if (m_owner.refusal)
            return ready(Result<Saved>(tl::unexpected(*m_owner.refusal)));
        if (m_owner.holds) {
            m_owner.saving = std::make_shared<QPromise<Result<Saved>>>();
            m_owner.saving->start();
            return m_owner.saving->future();
        }
        T stored = m_record;
        if (m_isNew)
            stored.id = QStringLiteral("new-%1").arg(m_owner.saves);
        m_owner.records.put(stored);
        return ready(
            Result<Saved>(Saved{.id = stored.id, .shownOnce = m_isNew ? m_owner.shownOnce : QList<ShownOnce>()}));
    }

private:
    FakeCollection<T> &m_owner;
    T m_before;
    T m_record;
    bool m_isNew;
};

template <typename T>
std::unique_ptr<Draft> FakeCollection<T>::newDraft()
{
    return std::make_unique<FakeDraft<T>>(*this, T{}, true);
}

template <typename T>
std::unique_ptr<Draft> FakeCollection<T>::draft(const QString &id)
{
    const std::optional<T> record = records.find(id);
    return record ? std::make_unique<FakeDraft<T>>(*this, *record, false) : nullptr;
}

// Six clients as a server might have them.
inline QList<Client> someClients()
{
    const auto present = QDateTime::currentDateTimeUtc();
    const auto client = [&](const char *name, const char *type, const char *id, int hours, int ageInMinutes) {
        Client made;
        made.name = QString::fromUtf8(name);
        made.type = QString::fromUtf8(type);
        made.id = QString::fromUtf8(id);
        made.url = QStringLiteral("https://%1.example.test/studio").arg(made.type.toLower());
        made.accessTokenLifetime = std::chrono::hours(hours);
        made.createdAt = present.addDays(-200);
        made.updatedAt = present.addSecs(-60 * ageInMinutes);
        made.description = QStringLiteral("EU authoring");
        made.grantTypes = {QStringLiteral("client_credentials"), QStringLiteral("refresh_token")};
        return made;
    };
    QList<Client> clients{client("Studio EU", "STUDIO", "8d1e3f60-52a7-4b8e-a0c1-9d50a1", 1, 3),
        client("Inquire", "INQUIRE", "1f9ab2c4-70d1-4c33-9e1f-6e2233", 1, 26 * 60),
        client("Predict", "OTHER", "c3f1d2a5-1b2c-4d3e-8f4a-0a4d3c", 8, 10 * 24 * 60),
        client("Studio US", "STUDIO", "77b0e4d2-9a51-4f6c-b7d8-e05c1a", 1, 10 * 24 * 60),
        client("Reporting export", "OTHER", "e05c1a9b-2d44-49f0-a2a6-77b0e4", 24, 400),
        client("Legacy bridge", "OTHER", "0aa4d3c1-6f12-4e5a-9d7b-c3f1d2", 1, 90 * 24 * 60)};
    clients.last().enabled = false;
    return clients;
}
