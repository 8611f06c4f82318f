// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QTimer>

#include <chrono>

// A secret on the clipboard. It is taken away again after a while, when the program ends, when the next one is copied
// or when this object dies; never if the clipboard holds something else by then.
class SecretClipboard final : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds lifetime{20'000};

    // Deletes itself once the secret is forgotten. One `parent` has one secret on the clipboard.
    SecretClipboard(const Secret &secret, QObject *parent, std::chrono::milliseconds life = lifetime);
    ~SecretClipboard() override;

private:
    void forget();

    Secret m_secret;
    QTimer m_timer;
};
