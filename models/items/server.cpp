// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/server.h"

#include "items/recordcollection.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

Server::Server(Profile profile, const Dialect &dialect, SignIn signIn, HttpSettings http, QObject *parent)
    : QObject(parent)
    , m_profile(std::move(profile))
    , m_dialect(dialect)
    , m_session(std::move(http), std::move(signIn))
{
    addCollection(u"clients"_s, m_dialect.clients);
    addCollection(u"scopes"_s, m_dialect.scopes);
    addCollection(u"users"_s, m_dialect.users);
    addCollection(u"apiTokens"_s, m_dialect.apiTokens);
    addCollection(u"accessTokens"_s, m_dialect.accessTokens);
    addCollection(u"refreshTokens"_s, m_dialect.refreshTokens);
    if (auto *clients = collection(u"clients"_s); clients && m_dialect.maintenance)
        m_maintenance = new MaintenanceBoard(m_session, m_dialect.maintenance, *clients, {}, this);
}

template <typename T>
void Server::addCollection(const QString &kind, const Endpoint<T> &endpoint)
{
    if (endpoint)
        m_collections << new RecordCollection<T>(kind, m_session, endpoint, this);
}

Collection *Server::collection(const QString &kind) const
{
    const auto found = std::find_if(m_collections.begin(), m_collections.end(), [&](const Collection *one) { return one->kind() == kind; });
    return found == m_collections.end() ? nullptr : *found;
}

Future<Token> Server::tokenInfo()
{
    if (!canInspect())
        return ready(Result<Token>(failure(Error::Kind::NotFound, tr("This server tells nothing about tokens."))));
    return andThen(this, m_session.call(m_dialect.tokens.info()), m_dialect.tokens.readInfo);
}

Future<Token> Server::tokenInfo(const Secret &token)
{
    if (!canInspect())
        return tokenInfo();
    return andThen(this, m_session.callAs({.access = token}, m_dialect.tokens.info()), m_dialect.tokens.readInfo);
}

QStringList Server::documentLabels() const
{
    QStringList labels;
    for (const auto &document : m_dialect.documents)
        labels << QCoreApplication::translate("Dialects", document.label);
    return labels;
}

Future<QString> Server::document(int index)
{
    return andThen(this, m_session.call(m_dialect.documents.at(index).request),
                   [](const Response &response) -> Result<QString> { return QString::fromUtf8(response.body); });
}
