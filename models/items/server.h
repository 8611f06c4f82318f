// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"
#include "items/maintenanceboard.h"
#include "net/session.h"
#include "records/profile.h"

// A live connection: one profile's session, dialect and collections. Deleting it cancels all its work.
class Server final : public QObject {
    Q_OBJECT

public:
    Server(Profile profile, const Dialect &dialect, SignIn signIn, HttpSettings http, QObject *parent = nullptr);

    const Profile &profile() const { return m_profile; }
    void setProfile(const Profile &profile) { m_profile = profile; } // name, environment; a new address needs a new Server
    const Dialect &dialect() const { return m_dialect; }
    Session &session() { return m_session; }
    const QList<Collection *> &collections() const { return m_collections; } // in the order of the tabs
    Collection *collection(const QString &kind) const;                       // null when the server has none
    MaintenanceBoard *maintenance() const { return m_maintenance; }          // null when it has none

    bool canInspect() const { return bool(m_dialect.tokens); }
    Future<Token> tokenInfo();                   // of our own credential
    Future<Token> tokenInfo(const Secret &token); // of a pasted one, which is sent to this server as bearer
    QStringList documentLabels() const;          // translated
    Future<QString> document(int index);

private:
    template <typename T>
    void addCollection(const QString &kind, const Endpoint<T> &endpoint);

    Profile m_profile;
    Dialect m_dialect;
    Session m_session;
    QList<Collection *> m_collections;
    MaintenanceBoard *m_maintenance = nullptr;
};
