// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/httplogfilter.h"

#include <QTableView>

// The rows of the log. Stays with the newest until somebody scrolls away from it.
class HttpLogTable final : public QTableView {
    Q_OBJECT

public:
    explicit HttpLogTable(HttpLogFilter &shown, QWidget *parent = nullptr);

    QList<ExchangeSummary> selectedExchanges() const; // as they follow each other
    const HttpLogEntry *currentEntry() const; // null: none

Q_SIGNALS:
    void choiceChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void follow();

    HttpLogFilter &m_shown;
    bool m_isAtEnd = true;
};
