// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/httplog.h"

#include <QSortFilterProxyModel>

// The part of the log that is asked for.
class HttpLogFilter final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit HttpLogFilter(HttpLog &log, QObject *parent = nullptr);

    void setText(const QString &text); // words; each must occur in method, path, status or asker, in any case
    void setFailedOnly(bool failedOnly);
    void setProfile(const QString &profileId); // empty: of all servers

    const HttpLogEntry &entry(const QModelIndex &index) const;
    QList<HttpLogEntry> entries() const; // those shown, the newest last

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    HttpLog &m_log;
    QStringList m_words;
    bool m_failedOnly = false;
    QString m_profileId;
};
