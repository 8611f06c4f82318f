// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"
#include "items/journallines.h"
#include "items/recordmodel.h"
#include "items/serverjournal.h"

#include <QTimer>

// The journal as a list, the whole or what concerns one server. Nothing in it can be changed. Once it was loaded it
// follows what this console writes and, where the journal is shared, what others do.
class JournalList final : public Collection {
    Q_OBJECT

public:
    // Without `profile`, of all servers.
    JournalList(const JournalTools &tools, const Profile &profile = {}, QObject *parent = nullptr);

    std::optional<JournalEntry> find(const QString &id) const { return m_model.find(id); }
    QList<JournalEntry> entries() const { return m_model.records(); }
    Future<JournalCheck> check() const; // of the whole journal

    RecordRows *model() override { return &m_model; }
    QList<FieldInfo> columns() const override { return m_model.columns(); }
    Operations operations() const override { return {}; }
    Removal removal() const override { return Removal::Delete; }
    QString removalNote() const override { return {}; }
    QString rotationLabel() const override { return {}; }
    QString rotationConsequence() const override { return {}; }
    QString memoryNote() const override { return {}; }
    Future<> refresh() override;
    std::unique_ptr<Draft> newDraft() override { return nullptr; }
    std::unique_ptr<Draft> draft(const QString &) override { return nullptr; }
    std::unique_ptr<Batch> removalOf(const QStringList &ids) override;
    std::optional<Request> removalRequest(const QString &) const override { return std::nullopt; }
    std::optional<Request> rotationRequest(const QString &) const override { return std::nullopt; }
    Future<Saved> rotate(const QString &id) override;
    Future<> forget(QStringList ids) override;
    QList<Secret> tokens(const QStringList &) const override { return {}; }

protected:
    void stopRequests() override { m_isStopped = true; }

private:
    Future<> readOn();
    void startAnew();
    void look();

    JournalTools m_tools;
    JournalView m_view;
    RecordModel<JournalEntry> m_model;
    std::shared_ptr<JournalReader> m_reader;
    QTimer m_soon;
    bool m_isStopped = false;
    Future<> m_refresh; // the latest; shared by all who ask while it is under way
};

QString recordName(const JournalEntry &entry);
