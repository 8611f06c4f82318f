// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>
#include <QStringList>

// What removing many records would hit: how many by client, user and type, the oldest and the newest, and which of them
// are the console's own, without which it would lock itself out. Fed row by row; times are UTC.
class BlastRadius {
public:
    struct Row {
        QString id{}; // in the list
        QString serverId{}; // where the server calls it otherwise
        QString name{}; // what a person calls it; only where needsName()
        QString client{}; // name
        QString clientId{};
        QString user{}; // name
        QString type{};
        QDateTime issued{}; // or made
    };
    // Who this console is on the server, as far as it is known.
    struct Self {
        QStringList tokenIds{}; // of the credential in use: the server's, and its fingerprint
        QString clientId{};
        QString client{}; // name
        QString user{}; // name
        QDateTime issued{}; // of the credential in use, by the server's clock
    };
    enum class Own { No, Token, Client, User };
    struct Share {
        QString name{}; // empty: of none
        int count = 0;
        bool isOwn = false; // it is the client or user this console is
    };

    // `kind` is that of a collection: "clients" are recognised otherwise than "accessTokens".
    BlastRadius(const QString &kind, const Self &self);
    BlastRadius() = default;

    void add(const Row &row);
    bool needsName(const Row &row) const; // it decides, or is told
    Own own(const Row &row) const;

    int total() const { return int(m_others.size() + m_own.size()); }
    const QStringList &others() const { return m_others; } // ids, in the order they came
    const QStringList &ownIds() const { return m_own; }
    const QStringList &ownNames() const { return m_ownNames; }
    // The most frequent first, with or without the console's own; none where no row says.
    QList<Share> clients(bool withOwn) const { return shares(m_clients, withOwn, {m_self.client, m_self.clientId}); }
    QList<Share> users(bool withOwn) const { return shares(m_users, withOwn, {m_self.user}); }
    QList<Share> types(bool withOwn) const { return shares(m_types, withOwn, {}); }
    QDateTime oldest() const { return m_oldest; } // invalid: no row says
    QDateTime newest() const { return m_newest; }

private:
    struct Count {
        int others = 0;
        int own = 0;
    };
    using Counts = QHash<QString, Count>; // by name
    bool looksLikeOwnToken(const Row &row) const;
    static QList<Share> shares(const Counts &counts, bool withOwn, const QStringList &ownNames);

    QString m_kind;
    Self m_self;
    QStringList m_others;
    QStringList m_own;
    QStringList m_ownNames;
    Counts m_clients;
    Counts m_users;
    Counts m_types;
    QDateTime m_oldest;
    QDateTime m_newest;
};
