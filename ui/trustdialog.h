// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/server.h"

#include <QDialog>

// Why there is no secure connection to a server, and the certificates it showed. Where a person can decide about what
// is wrong, accepted() means: trust this very certificate, for this server only. Show it with open().
class TrustDialog final : public QDialog {
    Q_OBJECT

public:
    TrustDialog(const QString &serverName, const TlsFailure &failure, QWidget *parent = nullptr);

private:
    QWidget *buildReasons(const TlsFailure &failure);
    QWidget *buildChain(const TlsFailure &failure);
    QWidget *buildButtons(bool canBePinned);
};
