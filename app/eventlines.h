// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/profile.h"

#include <QJsonObject>
#include <QObject>

// What happens, as lines of JSON on standard output, for other programs to read. Times are UTC, words untranslated but
// for whole sentences.
class EventLines final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void setProfile(const Profile &profile); // every line from now on names it
    // A line {"at", "event", "profile", "server"} with these members as well; it is out when this returns.
    void write(const QString &event, QJsonObject members = {});

Q_SIGNALS:
    void broken(); // nobody can read them any more; once

private:
    Profile m_profile;
    bool m_isBroken = false;
};
