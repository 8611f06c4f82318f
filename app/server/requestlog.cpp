// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/requestlog.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace server {

static constexpr std::size_t capacity = 1000;

void RequestLog::record(const QDateTime &at, const Request &request, const Response &response)
{
    if (m_entries.size() == capacity)
        m_entries.pop_front();
    m_entries.push_back({.at = at,
        .method = request.method,
        .path = request.path,
        .status = response.fate == Response::Fate::Sent ? response.status : 0});
}

QByteArray RequestLog::json() const
{
    QJsonArray entries;
    for (const Entry &entry : m_entries) {
        entries.append(QJsonObject{{u"at"_s, entry.at.toString(Qt::ISODateWithMs)},
            {u"method"_s, QString::fromLatin1(entry.method)}, {u"path"_s, QString::fromUtf8(entry.path)},
            {u"status"_s, entry.status}});
    }
    return QJsonDocument(entries).toJson(QJsonDocument::Compact);
}

}
