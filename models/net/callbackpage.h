// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

// A whole HTTP answer with one sentence for the person at the browser. It loads nothing, is kept nowhere and tells
// nobody where it came from. `sentence` may be any text.
QByteArray callbackPage(int status, const QString &sentence);
