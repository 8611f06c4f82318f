// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QDialog>
#include <QUrl>

#include <functional>

class QLabel;

using OpenUrl = std::function<bool(const QUrl &)>; // false: no browser took it

// Accompanies a sign-in that happens in the browser: the address, to be opened again or copied, and how long it still
// counts. Cancelling it is up to whoever hears rejected(). Show it with open().
class BrowserSignInDialog final : public QDialog {
    Q_OBJECT

public:
    BrowserSignInDialog(const QUrl &url, const QDateTime &expiresAt /*UTC*/, OpenUrl openUrl, QWidget *parent = nullptr,
        Clock clock = systemClock);

private:
    void openBrowser();
    void updateCountdown();

    QUrl m_url;
    QDateTime m_expiresAt;
    OpenUrl m_openUrl;
    Clock m_clock;
    QLabel *m_countdown;
    QLabel *m_problem;
};
