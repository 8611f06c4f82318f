// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFile>
#include <QFontDatabase>
#include <QIcon>
#include <QStyle>
#include <QStyleFactory>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static constexpr auto portalService = "org.freedesktop.portal.Desktop"_L1;
static constexpr auto portalPath = "/org/freedesktop/portal/desktop"_L1;
static constexpr auto portalSettings = "org.freedesktop.portal.Settings"_L1;
static constexpr auto appearance = "org.freedesktop.appearance"_L1;
static constexpr auto colorScheme = "color-scheme"_L1;

namespace {
struct Tone {
    QLatin1StringView name;
    QLatin1StringView light;
    QLatin1StringView dark;
};
}

// The style sheet's words, and where the palette takes its colours from.
static constexpr Tone tones[] = {
    {"window"_L1, "#f4f5f7"_L1, "#1f2227"_L1},
    {"base"_L1, "#ffffff"_L1, "#191b1f"_L1},
    {"raised"_L1, "#ffffff"_L1, "#272b31"_L1},
    {"text"_L1, "#1b1f24"_L1, "#e6e8eb"_L1},
    {"muted"_L1, "#5c6470"_L1, "#9aa2ad"_L1},
    {"disabled"_L1, "#9aa1ac"_L1, "#666d78"_L1},
    {"border"_L1, "#d8dce2"_L1, "#363b43"_L1},
    {"borderStrong"_L1, "#9ca4b0"_L1, "#5a616c"_L1},
    {"line"_L1, "#eef0f3"_L1, "#23262b"_L1},
    {"stripe"_L1, "#fafbfc"_L1, "#1c1e23"_L1},
    {"hover"_L1, "#e9ecf0"_L1, "#2b3037"_L1},
    {"pressed"_L1, "#dfe3e9"_L1, "#343a43"_L1},
    {"rowHover"_L1, "#f4f6f9"_L1, "#212429"_L1},
    {"selection"_L1, "#e0e9fd"_L1, "#20304f"_L1},
    {"selectionHover"_L1, "#d5e2fc"_L1, "#263a60"_L1},
    {"thumb"_L1, "#c3c9d2"_L1, "#444a54"_L1},
    {"accent"_L1, "#2563eb"_L1, "#4b8bff"_L1},
    {"link"_L1, "#1d54cf"_L1, "#74a5ff"_L1},
    {"primary"_L1, "#2563eb"_L1, "#2f6fed"_L1},
    {"primaryHover"_L1, "#1d54cf"_L1, "#3e7af0"_L1},
    {"primaryPressed"_L1, "#1946ad"_L1, "#2760d4"_L1},
    {"focusRing"_L1, "#0b1f4d"_L1, "#ffffff"_L1},
    {"danger"_L1, "#c62828"_L1, "#ff8a80"_L1},
    {"dangerFill"_L1, "#c62828"_L1, "#c93434"_L1},
    {"dangerHover"_L1, "#a81f1f"_L1, "#d64545"_L1},
    {"errorBack"_L1, "#fdecec"_L1, "#3a2022"_L1},
    {"errorLine"_L1, "#f2b8b8"_L1, "#6d3134"_L1},
    {"warnBack"_L1, "#fff6e0"_L1, "#362c17"_L1},
    {"warnLine"_L1, "#efd08a"_L1, "#6a5426"_L1},
    {"infoBack"_L1, "#e9f1fe"_L1, "#1d2a40"_L1},
    {"infoLine"_L1, "#b6cff8"_L1, "#33507f"_L1},
};

static QColor tone(QLatin1StringView name, bool dark)
{
    const auto *found
        = std::find_if(std::begin(tones), std::end(tones), [&](const Tone &each) { return each.name == name; });
    Q_ASSERT(found != std::end(tones));
    return QColor(dark ? found->dark : found->light);
}

static QPalette palette(bool dark)
{
    QPalette palette(tone("text"_L1, dark), tone("window"_L1, dark));
    palette.setColor(QPalette::Base, tone("base"_L1, dark));
    palette.setColor(QPalette::AlternateBase, tone("stripe"_L1, dark));
    palette.setColor(QPalette::Button, tone("raised"_L1, dark));
    palette.setColor(QPalette::ToolTipBase, tone("raised"_L1, dark));
    palette.setColor(QPalette::Highlight, tone("primary"_L1, dark));
    palette.setColor(QPalette::Link, tone("link"_L1, dark));
    palette.setColor(QPalette::LinkVisited, tone("link"_L1, dark));
    palette.setColor(QPalette::PlaceholderText, tone("muted"_L1, dark));
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, tone("text"_L1, dark));
        palette.setColor(QPalette::Disabled, role, tone("disabled"_L1, dark));
    }
    for (const auto role : {QPalette::HighlightedText, QPalette::BrightText})
        palette.setColor(role, Qt::white);
    return palette;
}

static QString styleSheet(bool dark, const QFont &font)
{
    QFile file(u":/look/style.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    auto sheet = QString::fromUtf8(file.readAll());
    // Longest first: "@primary" must not eat the start of "@primaryHover".
    QList<Tone> byLength(std::begin(tones), std::end(tones));
    std::sort(
        byLength.begin(), byLength.end(), [](const Tone &a, const Tone &b) { return a.name.size() > b.name.size(); });
    for (const auto &each : std::as_const(byLength))
        sheet.replace(u'@' + each.name, dark ? each.dark : each.light);
    for (const auto environment : {Environment::Development, Environment::Test, Environment::Production})
        sheet.replace(u'@' + Theme::word(environment), Theme::color(environment).name());
    return sheet.replace("@titleSize"_L1, QString::number(font.pointSizeF() * 1.5) + "pt"_L1);
}

Theme::Theme(QApplication &application, Mode mode)
    : m_application(application)
    , m_mode(mode)
    , m_desktopIsDark(application.palette().color(QPalette::Window).lightness() < 128)
{
    Q_INIT_RESOURCE(ui);
    auto font = application.font();
    if (QFontDatabase::families().contains("Inter"_L1))
        font.setFamily(u"Inter"_s);
    if (font.pointSizeF() < 10)
        font.setPointSizeF(10);
    application.setFont(font);
    application.setStyle(QStyleFactory::create(u"Fusion"_s));
    QIcon::setFallbackSearchPaths(QIcon::fallbackSearchPaths() << u"/usr/share/icons"_s);
    QIcon::setThemeSearchPaths(QIcon::themeSearchPaths() << u"/usr/share/icons"_s);
    m_dark = mode == Mode::System ? m_desktopIsDark : mode == Mode::Dark;
    apply();
    askDesktop();
}

void Theme::setMode(Mode mode)
{
    m_mode = mode;
    update();
}

QColor Theme::color(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return QColor(0xd12424);
    case Environment::Test:
        return QColor(0xb45309);
    case Environment::Development:
        return QColor(0x15803d);
    }
    Q_UNREACHABLE();
}

QString Theme::word(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return u"production"_s;
    case Environment::Test:
        return u"test"_s;
    case Environment::Development:
        return u"development"_s;
    }
    Q_UNREACHABLE();
}

// XDG desktop portal, org.freedesktop.portal.Settings version 1. Nobody there to answer: the platform's palette
// decides.
void Theme::askDesktop()
{
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    qRegisterMetaType<QDBusVariant>(); // without it Qt 6.4 refuses the connection: it looks for the argument by name
    bus.connect(portalService, portalPath, portalSettings, u"SettingChanged"_s, this,
        SLOT(takeDesktopSetting(QString, QString, QDBusVariant)));
    auto call = QDBusMessage::createMethodCall(portalService, portalPath, portalSettings, u"Read"_s);
    call << QString(appearance) << QString(colorScheme);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            takeColorScheme(reply.value().variant());
    });
}

void Theme::takeDesktopSetting(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearance && key == colorScheme)
        takeColorScheme(value.variant());
}

void Theme::takeColorScheme(const QVariant &value)
{
    // Read() wraps its variant in another one.
    const auto scheme = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    constexpr uint preferDark = 1;
    constexpr uint preferLight = 2;
    if (scheme.toUInt() == preferDark || scheme.toUInt() == preferLight)
        m_desktopIsDark = scheme.toUInt() == preferDark;
    update();
}

void Theme::update()
{
    const bool dark = m_mode == Mode::System ? m_desktopIsDark : m_mode == Mode::Dark;
    if (dark == m_dark)
        return;
    m_dark = dark;
    apply();
    Q_EMIT changed();
}

void Theme::apply()
{
    QIcon::setFallbackThemeName(u"breeze"_s);
    QIcon::setThemeName(m_dark ? u"breeze-dark"_s : u"breeze"_s);
    QApplication::setPalette(palette(m_dark));
    // Taken away first: where one sheet follows another, Qt 6.4 has each widget look again as often as it is deep.
    m_application.setStyleSheet({});
    m_application.setStyleSheet(styleSheet(m_dark, m_application.font()));
}

#include "moc_theme.cpp"
