// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktopnotices.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

using namespace Qt::Literals::StringLiterals;

static constexpr auto noticeService = "org.freedesktop.Notifications"_L1;
static constexpr auto noticePath = "/org/freedesktop/Notifications"_L1;

DesktopNotices::DesktopNotices(QDBusConnection bus, QObject *parent)
    : QObject(parent)
    , m_bus(std::move(bus))
{
    m_bus.connect({}, noticePath, noticeService, u"ActionInvoked"_s, this, SLOT(takeAction(uint, QString)));
    m_bus.connect({}, noticePath, noticeService, u"NotificationClosed"_s, this, SLOT(takeClosed(uint, uint)));
}

void DesktopNotices::show(const Notice &notice)
{
    if (!m_bus.isConnected())
        return;
    constexpr uchar normal = 1;
    constexpr uchar critical = 2;
    constexpr int asUsual = -1;
    auto call = QDBusMessage::createMethodCall(noticeService, noticePath, noticeService, u"Notify"_s);
    // The body may hold markup, and servers write some of it.
    call << u"Latchkey"_s << uint(0) << u"io.github.latchkey.Latchkey"_s << notice.title << notice.text.toHtmlEscaped()
         << QStringList{u"default"_s, tr("Show")}
         << QVariantMap{{u"urgency"_s, QVariant::fromValue(notice.isUrgent ? critical : normal)},
                {u"desktop-entry"_s, u"io.github.latchkey.Latchkey"_s}}
         << asUsual;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notice] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isValid())
            m_shown.insert(reply.value(), notice);
    });
}

void DesktopNotices::takeAction(uint id, const QString &)
{
    if (const auto notice = m_shown.constFind(id); notice != m_shown.cend())
        Q_EMIT clicked(Notice(*notice));
}

void DesktopNotices::takeClosed(uint id, uint)
{
    m_shown.remove(id);
}

#include "moc_desktopnotices.cpp"
