// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialects/dialect.h"
#include "items/batch.h"
#include "items/draft.h"
#include "items/recordrows.h"

enum class Operation { Create = 1, Update = 2, Remove = 4, Rotate = 8, Forget = 16, Inspect = 32 };
Q_DECLARE_FLAGS(Operations, Operation)
Q_DECLARE_OPERATORS_FOR_FLAGS(Operations)

// One kind of record on one server, as a page sees it. `kind` is "clients", "scopes", "users", "apiTokens",
// "accessTokens", "refreshTokens", "allTokens", "sessions" or "keptTokens".
class Collection : public QObject {
    Q_OBJECT

public:
    Collection(const QString &kind, QObject *parent);

    QString kind() const { return m_kind; }
    static QString titleOf(const QString &kind);
    QString title() const { return titleOf(m_kind); } // "Clients", for the tab
    QString newTitle() const; // "New Client", for the button
    QString nameOf(int count) const; // "3 clients", within a sentence
    QString titledNameOf(int count) const; // "3 Clients", on a button
    bool isBusy() const { return m_busy; }
    std::optional<Error> error() const { return m_error; } // of the last refresh
    QDateTime loadedAt() const { return m_loadedAt; }      // UTC; invalid: never
    // True when the last refresh brought every page; a list that is not complete says so.
    bool isComplete() const { return m_complete; }

    // Of the refresh under way, or else of the last one: how many entries came, and of how many, where the server told.
    qsizetype loaded() const { return m_loaded; }
    std::optional<qint64> total() const { return m_total; }

    virtual RecordRows *model() = 0;
    virtual QList<FieldInfo> columns() const = 0; // of model(), in its order
    virtual Operations operations() const = 0;
    virtual Removal removal() const = 0;
    virtual QString removalNote() const = 0; // translated: what removing does not do; may be empty
    virtual QString rotationLabel() const = 0; // translated, for a button; empty when there is no rotation
    virtual QString rotationConsequence() const = 0; // translated
    virtual QString memoryNote() const = 0; // translated: why the list may lack some; may be empty
    // Loads every page and merges it into the model as it comes: rows that stay keep their place, what is new or changed
    // is marked. While one is under way, all who
    // ask share it.
    virtual Future<> refresh() = 0;
    void stop(); // ends a refresh under way; what came stays
    virtual std::unique_ptr<Draft> newDraft() = 0;
    virtual std::unique_ptr<Draft> draft(const QString &id) = 0; // null when it is not in the list
    // Removes or revokes these, not started yet. Removed rows leave the model one by one.
    virtual std::unique_ptr<Batch> removalOf(const QStringList &ids) = 0;
    // Gives the record new credentials; its id may change.
    virtual Future<Saved> rotate(const QString &id) = 0;
    // What removing it and rotate() would send; nothing when it is not in the list or the server cannot do it.
    virtual std::optional<Request> removalRequest(const QString &id) const = 0;
    virtual std::optional<Request> rotationRequest(const QString &id) const = 0;
    // Drops what is remembered of these, here and in the keychain. Nothing is sent.
    virtual Future<> forget(QStringList ids) = 0;
    virtual QList<Secret> tokens(const QStringList &ids) const = 0; // the values of those that are kept here

    // Who would be hit by removing these, one translated sentence for each that is used: what only the server as a
    // whole knows. Nobody says: no sentences.
    using Usage = std::function<Future<QStringList>(const QStringList &ids)>;
    void setUsage(Usage usage) { m_usage = std::move(usage); }
    bool hasUsage() const { return bool(m_usage); }
    Future<QStringList> usage(const QStringList &ids) const;

Q_SIGNALS:
    void stateChanged(); // busy, error, loadedAt, complete
    void progressed(); // loaded, total
    void removed(const QString &id); // on the server and from the list, because it was asked for here

protected:
    void begin();
    void progress(qsizetype loaded, const std::optional<qint64> &total);
    void end(const std::optional<Error> &error, bool complete);
    virtual void stopRequests() = 0;

private:
    QString m_kind;
    Usage m_usage;
    bool m_busy = false;
    bool m_complete = false;
    qsizetype m_loaded = 0;
    std::optional<qint64> m_total;
    std::optional<Error> m_error;
    QDateTime m_loadedAt;
};
