// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/eventlines.h"

#include "items/journallines.h"

#include <QDateTime>
#include <QJsonDocument>

#include <cstdio>
#include <utility>

using namespace Qt::Literals::StringLiterals;

void EventLines::setProfile(const Profile &profile)
{
    m_profile = profile;
}

void EventLines::write(const QString &event, QJsonObject members)
{
    if (m_isBroken)
        return;
    members.insert(u"at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    members.insert(u"event"_s, event);
    members.insert(u"profile"_s, m_profile.name);
    members.insert(u"server"_s, addressOf(m_profile.url));
    const QByteArray line = QJsonDocument(members).toJson(QJsonDocument::Compact) + '\n';
    const bool isOut = std::fwrite(line.constData(), 1, size_t(line.size()), stdout) == size_t(line.size())
        && std::fflush(stdout) == 0;
    if (!isOut && !std::exchange(m_isBroken, true))
        Q_EMIT broken();
}

#include "moc_eventlines.cpp"
