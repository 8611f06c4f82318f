// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

// SIGTERM and SIGINT as a signal of Qt's, instead of the end of the process. From its making on, none is lost.
class EndSignals final : public QObject {
    Q_OBJECT

public:
    explicit EndSignals(QObject *parent = nullptr);
    ~EndSignals() override;

Q_SIGNALS:
    void received(); // on the event loop; only for the first

private:
    struct Waiting;
    std::unique_ptr<Waiting> m_waiting;
};
