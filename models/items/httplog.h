// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/future.h"
#include "net/exchangesummary.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QPointer>
#include <QTimer>

class Server;

// An exchange, and with which of the servers.
struct HttpLogEntry {
    QString profileId{};
    QString server{}; // as its profile was called
    ExchangeSummary exchange{};

    bool isFailed() const { return !exchange.outcome.isEmpty() || exchange.status == 0 || exchange.status >= 400; }
};

// What was sent to the servers connected, and what came back: the newest thousand, the newest last. Holds nothing
// secret, as ExchangeSummary. Takes them in every tenth of a second, because a batch has hundreds in one.
class HttpLog final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        ServerColumn,
        MethodColumn,
        PathColumn,
        StatusColumn,
        DurationColumn,
        SizeColumn,
        AskerColumn,
        OutcomeColumn,
        ColumnCount
    };
    static constexpr int capacity = 1'000;

    explicit HttpLog(QObject *parent = nullptr);

    void watch(Server &server); // from now on
    void add(const HttpLogEntry &entry);
    void clear();
    const HttpLogEntry &entry(int row) const { return m_entries.at(row); }

    // Sends a read again on the connection it went by, as what it is now: signed in, read-only, closed.
    Future<Response> sendAgain(const HttpLogEntry &entry);
    Result<> canSendAgain(const HttpLogEntry &entry) const; // else Rejected and why

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void takePending();

    QList<HttpLogEntry> m_entries;
    QList<HttpLogEntry> m_pending; // not told yet
    QTimer m_pause;
    QHash<QString, QPointer<Server>> m_servers; // by profile
};
