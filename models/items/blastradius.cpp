// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/blastradius.h"

#include <algorithm>
#include <cstdlib>

using namespace Qt::Literals::StringLiterals;

BlastRadius::BlastRadius(const QString &kind, const Self &self)
    : m_kind(kind)
    , m_self(self)
{
}

void BlastRadius::add(const Row &row)
{
    const bool isOwn = own(row) != Own::No;
    (isOwn ? m_own : m_others) << row.id;
    if (isOwn)
        m_ownNames << row.name;
    const auto count = [isOwn](Count &of) { ++(isOwn ? of.own : of.others); };
    count(m_clients[row.client.isEmpty() ? row.clientId : row.client]);
    count(m_users[row.user]);
    count(m_types[row.type]);
    if (!row.issued.isValid())
        return;
    m_oldest = m_oldest.isValid() ? std::min(m_oldest, row.issued) : row.issued;
    m_newest = m_newest.isValid() ? std::max(m_newest, row.issued) : row.issued;
}

bool BlastRadius::needsName(const Row &row) const
{
    return m_kind == "users"_L1 || own(row) != Own::No;
}

static bool isSame(const QString &known, const QString &other)
{
    return !known.isEmpty() && known == other;
}

BlastRadius::Own BlastRadius::own(const Row &row) const
{
    if (m_kind == "clients"_L1)
        return isSame(m_self.clientId, row.id) ? Own::Client : Own::No;
    if (m_kind == "users"_L1)
        return isSame(m_self.user, row.id) || isSame(m_self.user, row.name) ? Own::User : Own::No;
    if (m_kind == "scopes"_L1)
        return Own::No;
    return m_self.tokenIds.contains(row.id) || m_self.tokenIds.contains(row.serverId) || looksLikeOwnToken(row)
        ? Own::Token
        : Own::No;
}

// A guess, for servers whose lists hold neither the token's value nor the id their token endpoint gives: a token of the
// same user and client, issued in the same moment. It may be wrong about another one; that is left out then, and said.
bool BlastRadius::looksLikeOwnToken(const Row &row) const
{
    constexpr qint64 moment = 2; // seconds: refresh and access token need not be made in the same one
    if (!m_self.issued.isValid() || !row.issued.isValid() || std::abs(m_self.issued.secsTo(row.issued)) > moment)
        return false;
    const auto contradicts
        = [](const QString &mine, const QString &its) { return mine != its && !mine.isEmpty() && !its.isEmpty(); };
    const bool isOtherClient = contradicts(m_self.clientId, row.clientId)
        || (row.clientId.isEmpty() && contradicts(m_self.client, row.client));
    return !isOtherClient && !contradicts(m_self.user, row.user)
        && (isSame(m_self.user, row.user) || isSame(m_self.clientId, row.clientId)
            || isSame(m_self.client, row.client));
}

QList<BlastRadius::Share> BlastRadius::shares(const Counts &counts, bool withOwn, const QStringList &ownNames)
{
    QList<Share> all;
    for (auto count = counts.begin(); count != counts.end(); ++count) {
        const int number = count.value().others + (withOwn ? count.value().own : 0);
        const bool isOwn = !count.key().isEmpty() && ownNames.contains(count.key());
        if (number > 0)
            all << Share{.name = count.key(), .count = number, .isOwn = isOwn};
    }
    if (all.size() == 1 && all.first().name.isEmpty())
        return {};
    std::sort(all.begin(), all.end(),
        [](const Share &a, const Share &b) { return a.count != b.count ? a.count > b.count : a.name < b.name; });
    return all;
}
