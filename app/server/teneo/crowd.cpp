// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/crowd.h"

#include "app/server/bulkinsert.h"
#include "app/server/teneo/crowdcast.h"
#include "app/server/teneo/dice.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

static constexpr qint64 dayLength = qint64(24) * 3600 * 1000;

namespace {

// An access or refresh token before it is a row. Names are numbers here: there may be millions.
struct Draft {
    enum class Type : quint8 { User, Client, Admin };
    qint64 issued = 0;
    qint64 expires = 0;
    qint64 used = 0; // 0: never
    int family = 0; // 0: none
    quint16 client = 0;
    quint16 user = 0;
    Type type = Type::User;
};

// Draws the tokens of a crowd and writes them.
class CrowdSeed {
public:
    CrowdSeed(Database &database, quint64 seed, qint64 now)
        : m_database(database)
        , m_now(now)
        , m_dice(seed)
        , m_cast(seedCast(database, m_dice, now))
        , m_clients(m_cast.clients.size())
        , m_users(m_cast.users.size())
    {
    }

    std::vector<Draft> drawRefreshTokens(int count);
    std::vector<Draft> drawAccessTokens(int count, const std::vector<Draft> &refreshTokens);
    void insert(std::vector<Draft> drafts, const QString &kind);
    void insertApiTokens(int count);

private:
    Draft drawOwner();
    void drawTimes(Draft &draft, qint64 lifetime, qint64 oldest);
    QVariantList row(const Draft &draft, const QString &kind);
    QVariant drawExpiry(qint64 created);

    Database &m_database;
    qint64 m_now;
    Dice m_dice;
    Cast m_cast;
    Ranks m_clients;
    Ranks m_users;
};

}

Draft CrowdSeed::drawOwner()
{
    return {.client = static_cast<quint16>(m_clients.draw(m_dice)), .user = static_cast<quint16>(m_users.draw(m_dice))};
}

// Nobody is to lose rows while looking at them: an eighth of every lifetime, and so an hour, is left.
void CrowdSeed::drawTimes(Draft &draft, qint64 lifetime, qint64 oldest)
{
    const qint64 age = m_dice.recent(std::min(lifetime - lifetime / 8, oldest));
    draft.issued = m_now - age;
    draft.expires = draft.issued + lifetime;
}

std::vector<Draft> CrowdSeed::drawRefreshTokens(int count)
{
    std::vector<Draft> drafts;
    drafts.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        Draft draft = drawOwner();
        draft.family = i + 1;
        const qint64 lifetime = m_cast.clients[draft.client].refreshLifetime;
        drawTimes(draft, lifetime, lifetime);
        drafts.push_back(draft);
    }
    return drafts;
}

// Three quarters are of users, the first of them from the sign-ins the refresh tokens are of; others are of clients
// alone, and one in twenty is of the administrator.
std::vector<Draft> CrowdSeed::drawAccessTokens(int count, const std::vector<Draft> &refreshTokens)
{
    std::vector<Draft> drafts;
    drafts.reserve(static_cast<std::size_t>(count));
    std::size_t signIns = 0;
    for (int i = 0; i < count; ++i) {
        const auto thrown = m_dice.below(20);
        Draft draft = drawOwner();
        qint64 oldest = 90 * dayLength;
        if (thrown < 15 && signIns < refreshTokens.size()) {
            const Draft &refreshToken = refreshTokens[signIns++];
            draft = {.family = refreshToken.family, .client = refreshToken.client, .user = refreshToken.user};
            oldest = m_now - refreshToken.issued;
        }
        draft.type = thrown < 15 ? Draft::Type::User : thrown < 19 ? Draft::Type::Client : Draft::Type::Admin;
        drawTimes(draft, m_cast.clients[draft.client].accessLifetime, oldest);
        if (m_dice.below(10) >= 4)
            draft.used = m_now - static_cast<qint64>(m_dice.below(static_cast<quint64>(m_now - draft.issued) + 1));
        drafts.push_back(draft);
    }
    return drafts;
}

QVariantList CrowdSeed::row(const Draft &draft, const QString &kind)
{
    static const std::array types{u"USER"_s, u"CLIENT"_s, u"ADMIN"_s};
    static const QString administrator = u"u-1000"_s;
    QString client;
    QString user;
    if (draft.type != Draft::Type::Admin)
        client = m_cast.clients[draft.client].id;
    if (draft.type != Draft::Type::Client)
        user = draft.type == Draft::Type::Admin ? administrator : m_cast.users[draft.user];
    return {m_dice.uuid(), m_dice.digest(), kind, types[static_cast<std::size_t>(draft.type)], client, user,
        draft.family == 0 ? QString() : u"crowd-"_s + QString::number(draft.family), draft.issued, draft.expires,
        draft.used == 0 ? QVariant() : QVariant(draft.used)};
}

// In the order they were issued in, as a server would have written them: lists read them in a row.
void CrowdSeed::insert(std::vector<Draft> drafts, const QString &kind)
{
    std::stable_sort(drafts.begin(), drafts.end(), [](const Draft &a, const Draft &b) { return a.issued < b.issued; });
    BulkInsert rows(m_database, u"teneo_tokens"_s,
        {u"id"_s, u"hash"_s, u"kind"_s, u"type"_s, u"client_id"_s, u"user_id"_s, u"family"_s, u"issued_at"_s,
            u"expires_at"_s, u"last_used_at"_s});
    for (const Draft &draft : drafts)
        rows.add(row(draft, kind));
}

QVariant CrowdSeed::drawExpiry(qint64 created)
{
    const auto thrown = m_dice.below(20);
    if (thrown < 3)
        return {};
    if (thrown < 5)
        return created + static_cast<qint64>(m_dice.below(static_cast<quint64>(m_now - created) + 1));
    return m_now + dayLength + static_cast<qint64>(m_dice.below(365 * dayLength));
}

void CrowdSeed::insertApiTokens(int count)
{
    static const std::array purposes{u"export"_s, u"dashboard"_s, u"deploy"_s, u"import"_s, u"backup"_s, u"probe"_s};
    BulkInsert rows(m_database, u"teneo_api_tokens"_s,
        {u"id"_s, u"hash"_s, u"name"_s, u"description"_s, u"user_id"_s, u"enabled"_s, u"created_at"_s, u"expires_at"_s,
            u"last_used_at"_s});
    for (int i = 0; i < count; ++i) {
        const QString &purpose = purposes[m_dice.below(purposes.size())];
        const qint64 created = m_now - m_dice.recent(90 * dayLength);
        const QVariant expires = drawExpiry(created);
        const qint64 last = expires.isNull() ? m_now : std::min(m_now, expires.toLongLong());
        const qint64 used = created + static_cast<qint64>(m_dice.below(static_cast<quint64>(last - created) + 1));
        const bool isUsed = m_dice.below(10) >= 4;
        rows.add({m_dice.uuid(), m_dice.digest(), u"%1-%2"_s.arg(purpose).arg(i, 8, 10, QChar(u'0')),
            m_dice.isOneOf(3) ? QString() : u"For the %1 of team %2"_s.arg(purpose).arg(m_dice.below(40)),
            m_cast.users[m_users.draw(m_dice)], !m_dice.isOneOf(20), created, expires,
            isUsed ? QVariant(used) : QVariant()});
    }
}

void seedCrowd(Database &database, const Crowd &crowd, qint64 now)
{
    const int apiTokens = crowd.tokens / 10;
    const int refreshTokens = static_cast<int>(qint64(crowd.tokens) * 3 / 10);
    CrowdSeed seed(database, crowd.seed, now);
    auto refresh = seed.drawRefreshTokens(refreshTokens);
    seed.insert(seed.drawAccessTokens(crowd.tokens - apiTokens - refreshTokens, refresh), u"ACCESS"_s);
    seed.insert(std::move(refresh), u"REFRESH"_s);
    seed.insertApiTokens(apiTokens);
}

}
