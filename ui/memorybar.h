// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/collection.h"

#include <QWidget>

class QPushButton;

// What is remembered of records a server does not list: why the list may lack some, and what is done with the selected
// ones without changing anything on the server: their tokens are inspected, or they are forgotten.
class MemoryBar final : public QWidget {
    Q_OBJECT

public:
    explicit MemoryBar(Collection &collection, QWidget *parent = nullptr);

    void setSelection(const QStringList &ids);

Q_SIGNALS:
    void inspectionRequested(const QList<Secret> &tokens);
    void forgotten(const QString &summary);
    void failed(const Error &error);

private:
    void askToForget();
    void forget();

    Collection &m_collection;
    QStringList m_ids;
    QPushButton *m_inspect;
    QPushButton *m_forget;
};
