// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/person.h"

#include <QSysInfo>

using namespace Qt::Literals::StringLiterals;

QString personHere()
{
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    const QString host = QSysInfo::machineHostName();
    return user.isEmpty() ? host : user + u'@' + host;
}
