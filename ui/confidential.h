// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// What a widget that shows secrets, or what tells about them, can do to keep them from others. Discretion calls it.
class Confidential {
public:
    virtual void setCovered(bool covered) = 0; // while others see the screen
    virtual void dropSecrets() = 0; // what is not kept elsewhere goes; what can still be saved stays

protected:
    ~Confidential() = default;
};

// What stands in place of something covered: as long as anything.
inline QString coveredText()
{
    return QStringLiteral("••••••••");
}
