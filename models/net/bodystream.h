// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QObject>

// Takes the body of a successful answer in pieces as they arrive, so that nobody holds it whole. Bodies of refusals do
// not come here: they stay in the Response. Lives in the main thread.
class BodyStream : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // True while no more should come; nothing is read from the network then, until drained() is emitted. The end of a
    // body may come all the same, up to a megabyte of it.
    virtual bool isFull() const = 0;
    virtual Result<> take(const QByteArray &piece) = 0; // an Error ends the exchange with it

Q_SIGNALS:
    void drained();
};
