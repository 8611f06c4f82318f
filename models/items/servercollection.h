// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"
#include "net/session.h"

// A collection whose records a server has, whatever their kind: asks by the session, under its own name, and says of
// each write what the journal keeps.
class ServerCollection : public Collection {
    Q_OBJECT

public:
    // `choices`: where the values of Choice fields come from, by field key.
    ServerCollection(
        const QString &kind, Session &session, const QHash<QString, ChoiceSource> &choices, QObject *parent);

    Future<> refresh() override;
    std::unique_ptr<Batch> removalOf(const QStringList &ids) override;
    Future<> forget(QStringList ids) override;
    Future<QStringList> choices(const QString &fieldKey); // asked once, then again after a refresh

protected:
    virtual Future<> load() = 0; // into model(), between the beginning and the end of a refresh
    virtual bool tellsWhatIsGone() const = 0; // what load() did not bring, if it succeeded, is no more
    virtual Future<> removeRecord(const QString &id) = 0; // on the server, then here
    virtual Future<> forgetRecord(const QString &id) = 0;

    void stopRequests() override { m_session.stop(kind()); }
    Future<Response> call(Request request);
    Future<Response> write(Request request, Change change);
    // Sends what removes a record, and `take`s that it is gone; so does what was gone already.
    Future<> writeRemoval(const Request &request, const Change &change, std::function<Future<>()> take);
    static tl::unexpected<Error> notInTheList();

private:
    Session &m_session;
    QHash<QString, ChoiceSource> m_sources; // by field key
    QHash<QString, QStringList> m_choices; // likewise, as they were told
    Future<> m_refresh; // the latest; shared by all who ask while it is under way
};
