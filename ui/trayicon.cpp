// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trayicon.h"

#include <QApplication>
#include <QMenu>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

TrayIcon::TrayIcon(MaintenanceNotices &notices, QWidget *window)
    : QObject(window)
    , m_notices(notices)
    , m_menu(std::make_unique<QMenu>())
{
    connect(m_menu->addAction(tr("Show Latchkey")), &QAction::triggered, this, &TrayIcon::activated);
    m_icon.setContextMenu(m_menu.get());
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            Q_EMIT activated();
    });
    connect(&notices, &MaintenanceNotices::troublesChanged, this, &TrayIcon::update);
    update();
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::update()
{
    const auto troubles = m_notices.troubles();
    if (troubles) {
        m_icon.setIcon(iconOf(*troubles));
        m_icon.setToolTip(textOf(*troubles));
    }
    m_icon.setVisible(troubles && QSystemTrayIcon::isSystemTrayAvailable());
}

// The program's icon with a spot at its corner: red for a failure, amber for what is late.
QIcon TrayIcon::iconOf(const MaintenanceNotices::Troubles &troubles)
{
    const QIcon plain = QApplication::windowIcon();
    if (troubles == MaintenanceNotices::Troubles())
        return plain;
    constexpr int edge = 64;
    QPixmap picture = plain.pixmap(edge, edge);
    if (picture.isNull()) {
        picture = QPixmap(edge, edge);
        picture.fill(Qt::transparent);
    }
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::white, 3));
    painter.setBrush(troubles.failed > 0 ? QColor(0xd32f2f) : QColor(0xf0a020));
    painter.drawEllipse(QRectF(edge - 30, edge - 30, 26, 26));
    return QIcon(picture);
}

QString TrayIcon::textOf(const MaintenanceNotices::Troubles &troubles)
{
    QStringList parts;
    if (troubles.failed > 0)
        parts << tr("%Ln maintenance task(s) failed", nullptr, troubles.failed);
    if (troubles.late > 0)
        parts << tr("%Ln maintenance task(s) are late", nullptr, troubles.late);
    return parts.isEmpty() ? tr("Latchkey: maintenance is fine") : parts.join(u", "_s);
}

#include "moc_trayicon.cpp"
