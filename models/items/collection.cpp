// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/collection.h"

using namespace Qt::Literals::StringLiterals;

Collection::Collection(const QString &kind, QObject *parent)
    : QObject(parent)
    , m_kind(kind)
{
}

QString Collection::titleOf(const QString &kind)
{
    static const QHash<QString, const char *> titles{
        {u"clients"_s, QT_TR_NOOP("Clients")},
        {u"scopes"_s, QT_TR_NOOP("Scopes")},
        {u"users"_s, QT_TR_NOOP("Users")},
        {u"apiTokens"_s, QT_TR_NOOP("API Tokens")},
        {u"accessTokens"_s, QT_TR_NOOP("Access Tokens")},
        {u"refreshTokens"_s, QT_TR_NOOP("Refresh Tokens")},
        {u"allTokens"_s, QT_TR_NOOP("All Tokens")},
        {u"sessions"_s, QT_TR_NOOP("Sessions")},
        {u"keptTokens"_s, QT_TR_NOOP("Kept Tokens")},
        {u"journal"_s, QT_TR_NOOP("Journal")},
    };
    return tr(titles.value(kind, ""));
}

QString Collection::newTitle() const
{
    static const QHash<QString, const char *> titles{
        {u"clients"_s, QT_TR_NOOP("New Client")},
        {u"scopes"_s, QT_TR_NOOP("New Scope")},
        {u"users"_s, QT_TR_NOOP("New User")},
        {u"apiTokens"_s, QT_TR_NOOP("New API Token")},
    };
    return tr(titles.value(m_kind, QT_TR_NOOP("New")));
}

QString Collection::nameOf(int count) const
{
    if (m_kind == u"clients")
        return tr("%Ln client(s)", nullptr, count);
    if (m_kind == u"scopes")
        return tr("%Ln scope(s)", nullptr, count);
    if (m_kind == u"users")
        return tr("%Ln user(s)", nullptr, count);
    if (m_kind == u"apiTokens")
        return tr("%Ln API token(s)", nullptr, count);
    if (m_kind == u"accessTokens")
        return tr("%Ln access token(s)", nullptr, count);
    if (m_kind == u"allTokens")
        return tr("%Ln token(s)", nullptr, count);
    if (m_kind == u"sessions")
        return tr("%Ln session(s)", nullptr, count);
    if (m_kind == u"keptTokens")
        return tr("%Ln kept token(s)", nullptr, count);
    if (m_kind == u"journal")
        return tr("%Ln entry(ies)", nullptr, count);
    return tr("%Ln refresh token(s)", nullptr, count);
}

QString Collection::titledNameOf(int count) const
{
    if (m_kind == u"clients")
        return tr("%Ln Client(s)", nullptr, count);
    if (m_kind == u"scopes")
        return tr("%Ln Scope(s)", nullptr, count);
    if (m_kind == u"users")
        return tr("%Ln User(s)", nullptr, count);
    if (m_kind == u"apiTokens")
        return tr("%Ln API Token(s)", nullptr, count);
    if (m_kind == u"accessTokens")
        return tr("%Ln Access Token(s)", nullptr, count);
    if (m_kind == u"allTokens")
        return tr("%Ln Token(s)", nullptr, count);
    if (m_kind == u"sessions")
        return tr("%Ln Session(s)", nullptr, count);
    if (m_kind == u"keptTokens")
        return tr("%Ln Kept Token(s)", nullptr, count);
    if (m_kind == u"journal")
        return tr("%Ln Entry(ies)", nullptr, count);
    return tr("%Ln Refresh Token(s)", nullptr, count);
}

Future<QStringList> Collection::usage(const QStringList &ids) const
{
    return m_usage ? m_usage(ids) : ready(Result<QStringList>(QStringList()));
}

void Collection::progress(qsizetype loaded, const std::optional<qint64> &total)
{
    m_loaded = loaded;
    m_total = total;
    Q_EMIT progressed();
}

void Collection::begin()
{
    m_busy = true;
    m_loaded = 0;
    m_total.reset();
    Q_EMIT stateChanged();
}

void Collection::end(const std::optional<Error> &error, bool complete)
{
    m_busy = false;
    m_error = error;
    m_complete = complete;
    if (!error)
        m_loadedAt = QDateTime::currentDateTimeUtc();
    Q_EMIT stateChanged();
}

void Collection::stop()
{
    if (m_busy)
        stopRequests();
}

#include "moc_collection.cpp"
