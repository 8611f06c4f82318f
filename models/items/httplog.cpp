// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/httplog.h"

#include "core/timetext.h"
#include "items/server.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

HttpLog::HttpLog(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(100ms);
    connect(&m_pause, &QTimer::timeout, this, &HttpLog::takePending);
}

void HttpLog::watch(Server &server)
{
    m_servers.insert(server.profile().id, &server);
    connect(&server.session(), &Session::exchanged, this, [this, &server](const ExchangeSummary &exchange) {
        add({.profileId = server.profile().id, .server = server.profile().name, .exchange = exchange});
    });
}

void HttpLog::add(const HttpLogEntry &entry)
{
    m_pending << entry;
    if (m_pending.size() > capacity)
        m_pending.removeFirst();
    if (!m_pause.isActive())
        m_pause.start();
}

void HttpLog::takePending()
{
    const int excess = std::max(0, int(m_entries.size() + m_pending.size()) - capacity);
    const int old = std::min(excess, int(m_entries.size()));
    if (old > 0) {
        beginRemoveRows({}, 0, old - 1);
        m_entries.remove(0, old);
        endRemoveRows();
    }
    beginInsertRows({}, int(m_entries.size()), int(m_entries.size() + m_pending.size()) - 1);
    m_entries += std::exchange(m_pending, {});
    endInsertRows();
}

void HttpLog::clear()
{
    beginResetModel();
    m_pause.stop();
    m_pending.clear();
    m_entries.clear();
    endResetModel();
}

Result<> HttpLog::canSendAgain(const HttpLogEntry &entry) const
{
    const ExchangeSummary &exchange = entry.exchange;
    if (exchange.request.effect != Effect::Read)
        return failure(Error::Kind::Rejected, tr("Only what changes nothing is sent again from here."));
    if (!exchange.request.isOwn)
        return failure(Error::Kind::Rejected, tr("This was not asked with the sign-in of this connection."));
    if (!exchange.isRepeatable)
        return failure(Error::Kind::Rejected, tr("The log does not keep all of this request."));
    if (!m_servers.value(entry.profileId))
        return failure(Error::Kind::Rejected, tr("This server is no longer connected."));
    return {};
}

Future<Response> HttpLog::sendAgain(const HttpLogEntry &entry)
{
    if (const Result<> permission = canSendAgain(entry); !permission)
        return ready<Response>(tl::unexpected(permission.error()));
    Request request = repetitionOf(entry.exchange);
    request.asker = u"http-log"_s; // of its own: who asked first may stop what is theirs
    return m_servers.value(entry.profileId)->session().call(request);
}

int HttpLog::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int HttpLog::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

static QString cellText(const HttpLogEntry &entry, int column)
{
    const ExchangeSummary &exchange = entry.exchange;
    switch (column) {
    case HttpLog::TimeColumn:
        return exchange.sentAt.toLocalTime().toString(u"HH:mm:ss.zzz"_s);
    case HttpLog::ServerColumn:
        return entry.server;
    case HttpLog::MethodColumn:
        return QString::fromLatin1(exchange.verb);
    case HttpLog::PathColumn:
        return exchange.path;
    case HttpLog::StatusColumn:
        return exchange.status > 0 ? QString::number(exchange.status) : u"–"_s;
    case HttpLog::DurationColumn:
        return HttpLog::tr("%1 ms").arg(exchange.duration.count());
    case HttpLog::SizeColumn:
        return QLocale().formattedDataSize(exchange.size, 1, QLocale::DataSizeTraditionalFormat);
    case HttpLog::AskerColumn:
        return exchange.asker;
    default:
        return exchange.outcome;
    }
}

QVariant HttpLog::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HttpLogEntry &entry = m_entries.at(index.row());
    const int column = index.column();
    if (role == Qt::DisplayRole)
        return cellText(entry, column);
    if (role == Qt::ToolTipRole && column == TimeColumn)
        return absoluteTime(entry.exchange.sentAt);
    if (role == Qt::ToolTipRole && (column == PathColumn || column == OutcomeColumn))
        return cellText(entry, column);
    const bool isNumber = column == StatusColumn || column == DurationColumn || column == SizeColumn;
    if (role == Qt::TextAlignmentRole && isNumber)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant HttpLog::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Time"), tr("Server"), tr("Method"), tr("Path"), tr("Status"), tr("Duration"),
        tr("Size"), tr("Asked By"), tr("Outcome")};
    return titles.at(section);
}

#include "moc_httplog.cpp"
