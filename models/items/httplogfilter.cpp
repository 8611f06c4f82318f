// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/httplogfilter.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

HttpLogFilter::HttpLogFilter(HttpLog &log, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_log(log)
{
    setSourceModel(&log);
}

void HttpLogFilter::setText(const QString &text)
{
    m_words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void HttpLogFilter::setFailedOnly(bool failedOnly)
{
    m_failedOnly = failedOnly;
    invalidateFilter();
}

void HttpLogFilter::setProfile(const QString &profileId)
{
    if (m_profileId == profileId)
        return;
    m_profileId = profileId;
    invalidateFilter();
}

const HttpLogEntry &HttpLogFilter::entry(const QModelIndex &index) const
{
    return m_log.entry(mapToSource(index).row());
}

QList<HttpLogEntry> HttpLogFilter::entries() const
{
    QList<HttpLogEntry> shown;
    for (int row = 0; row < rowCount(); ++row)
        shown << entry(index(row, 0));
    return shown;
}

bool HttpLogFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const HttpLogEntry &entry = m_log.entry(row);
    const ExchangeSummary &exchange = entry.exchange;
    if ((!m_profileId.isEmpty() && entry.profileId != m_profileId) || (m_failedOnly && !entry.isFailed()))
        return false;
    const QString status = exchange.status > 0 ? QString::number(exchange.status) : QString();
    const QString text
        = QStringList{QString::fromLatin1(exchange.verb), exchange.path, status, exchange.asker}.join(u'\n');
    return std::all_of(
        m_words.begin(), m_words.end(), [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

#include "moc_httplogfilter.cpp"
