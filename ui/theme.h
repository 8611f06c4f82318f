// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/profile.h"

#include <QColor>
#include <QDBusVariant>
#include <QObject>
#include <QPalette>

class QApplication;

// The look of the whole program: style, palette, style sheet, font and icons, light or dark.
class Theme final : public QObject {
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    Theme(QApplication &application, Mode mode);

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    bool isDark() const { return m_dark; }
    // Of a server's environment; white text on it is readable (contrast of at least 4.5 : 1).
    static QColor color(Environment environment);
    static QString word(Environment environment); // what the style sheet calls it: "production"

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    // The desktop portal's signal org.freedesktop.portal.Settings.SettingChanged.
    void takeDesktopSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void askDesktop();
    void takeColorScheme(const QVariant &value);
    void update();
    void apply();

    QApplication &m_application;
    Mode m_mode;
    bool m_dark = false;
    bool m_desktopIsDark = false;
};
