// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testprogram.h"
#include "ui/theme.h"
#include "ui/themeicon.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QIcon>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

// Answers as the desktop's portal does.
class Portal final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 0;

public Q_SLOTS:
    QDBusVariant Read(const QString &, const QString &)
    {
        return QDBusVariant(QVariant::fromValue(QDBusVariant(scheme)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

class tst_Theme : public QObject {
    Q_OBJECT

private:
    static double luminance(const QColor &color)
    {
        const auto part
            = [](double value) { return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
        return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
    }
    // WCAG 2.1, contrast ratio.
    static double contrast(const QColor &one, const QColor &other)
    {
        const double a = luminance(one);
        const double b = luminance(other);
        return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
    }

    // The colour an icon is drawn in: that of its pixel farthest from the ground.
    static QColor inkOf(QWidget &icon)
    {
        const QImage picture = icon.grab().toImage();
        const QColor ground = picture.pixelColor(0, 0);
        QColor ink = ground;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                if (contrast(picture.pixelColor(x, y), ground) > contrast(ink, ground))
                    ink = picture.pixelColor(x, y);
        return ink;
    }

private Q_SLOTS:
    void theDesktopDecidesUntilThePersonDoes()
    {
        auto bus = QDBusConnection::connectToBus(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"), u"portal"_s);
        QVERIFY2(bus.isConnected(), qPrintable(bus.lastError().message()));
        Portal portal;
        portal.scheme = 1;
        QVERIFY(bus.registerObject(u"/org/freedesktop/portal/desktop"_s, &portal,
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(bus.registerService(u"org.freedesktop.portal.Desktop"_s));
        QApplication::setPalette(Qt::white);

        Theme theme(*qApp, Theme::Mode::System);
        QVERIFY(!theme.isDark());
        QTRY_VERIFY(theme.isDark());
        const auto tell = [&](uint scheme, const QString &key) {
            Q_EMIT portal.SettingChanged(u"org.freedesktop.appearance"_s, key, QDBusVariant(scheme));
        };
        tell(2, u"color-scheme"_s);
        QTRY_VERIFY(!theme.isDark());
        theme.setMode(Theme::Mode::Light);
        tell(1, u"color-scheme"_s);
        tell(2, u"contrast"_s);
        theme.setMode(Theme::Mode::System);
        QTRY_VERIFY(theme.isDark());
        QDBusConnection::disconnectFromBus(u"portal"_s);
    }

    void whiteIsReadableOnEveryEnvironment()
    {
        for (const auto environment : {Environment::Development, Environment::Test, Environment::Production})
            QVERIFY(contrast(Qt::white, Theme::color(environment)) >= 4.5);
    }

    void modesChangePaletteAndIcons()
    {
        Theme theme(*qApp, Theme::Mode::Light);
        const QSignalSpy changed(&theme, &Theme::changed);
        QVERIFY(!theme.isDark());
        QVERIFY(QApplication::palette().window().color().lightness() > 200);
        QCOMPARE(QIcon::themeName(), u"breeze"_s);
        theme.setMode(Theme::Mode::Dark);
        QVERIFY(theme.isDark());
        QCOMPARE(changed.count(), 1);
        QVERIFY(QApplication::palette().window().color().lightness() < 60);
        QCOMPARE(QIcon::themeName(), u"breeze-dark"_s);
        theme.setMode(Theme::Mode::Dark);
        QCOMPARE(changed.count(), 1);
    }

    // Whatever shows an icon shows the present theme's, even if it was made under another one.
    void iconsThatAreShownFollow()
    {
        Theme theme(*qApp, Theme::Mode::Light);
        const auto makeButton = [] {
            auto button = std::make_unique<QToolButton>();
            button->setIcon(QIcon::fromTheme(u"view-refresh"_s));
            return button;
        };
        const auto makeIcon = [] {
            auto icon = std::make_unique<ThemeIcon>(22);
            icon->setName(u"view-refresh"_s);
            return icon;
        };
        const auto button = makeButton();
        const auto icon = makeIcon();
        const QImage lightButton = button->grab().toImage();
        const QImage lightIcon = icon->grab().toImage();
        theme.setMode(Theme::Mode::Dark);
        QCOMPARE(button->grab().toImage(), makeButton()->grab().toImage());
        QCOMPARE(icon->grab().toImage(), makeIcon()->grab().toImage());
        QVERIFY(button->grab().toImage() != lightButton);
        QVERIFY(icon->grab().toImage() != lightIcon);
        QVERIFY(inkOf(*icon).lightness() > 150); // drawn in light ink
        theme.setMode(Theme::Mode::Light);
        QVERIFY(inkOf(*icon).lightness() < 110);
    }

    void textIsReadable_data()
    {
        QTest::addColumn<Theme::Mode>("mode");
        QTest::newRow("light") << Theme::Mode::Light;
        QTest::newRow("dark") << Theme::Mode::Dark;
    }
    void textIsReadable()
    {
        QFETCH(Theme::Mode, mode);
        const Theme theme(*qApp, mode);
        const auto palette = QApplication::palette();
        for (const auto back : {QPalette::Window, QPalette::Base, QPalette::Button})
            for (const auto front : {QPalette::Text, QPalette::PlaceholderText, QPalette::Link})
                QVERIFY(contrast(palette.color(front), palette.color(back)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
    }

    void everyWordOfTheStyleSheetIsFilledIn()
    {
        const Theme theme(*qApp, Theme::Mode::Light);
        QVERIFY(!qApp->styleSheet().isEmpty());
        QVERIFY(!qApp->styleSheet().section(u"*/"_s, 1).contains(u'@'));
    }
};

// A bus of our own: the desktop this runs on must not decide.
int tst_theme(int argc, char *argv[])
{
    QProcess daemon;
    daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    if (!daemon.waitForReadyRead())
        qFatal("dbus-daemon does not start");
    qputenv("DBUS_SESSION_BUS_ADDRESS", daemon.readAllStandardOutput().trimmed());
    const int result = runTest<QApplication, tst_Theme>(argc, argv);
    daemon.kill();
    daemon.waitForFinished();
    return result;
}
#include "tst_theme.moc"
