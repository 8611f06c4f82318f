// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testprogram.h"
#include "ui/desktopnotices.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace {

// A desktop that shows notices: remembers them and gives them numbers.
class NoticeDesktop final : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public Q_SLOTS:
    uint Notify(const QString &application, uint, const QString &, const QString &title, const QString &text,
        const QStringList &actions, const QVariantMap &hints, int)
    {
        shown << QVariantList{application, title, text, actions, hints};
        return uint(shown.size()) + 40;
    }

public:
    QList<QVariantList> shown;
};

}

// Notices over a D-Bus of the test's own, with a desktop of the test's own.
class tst_DesktopNotices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString daemon = QStandardPaths::findExecutable(u"dbus-daemon"_s);
        if (daemon.isEmpty())
            QSKIP("dbus-daemon is not installed.");
        m_bus.start(daemon, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        QVERIFY(m_bus.waitForReadyRead());
        m_address = QString::fromUtf8(m_bus.readLine()).trimmed();
    }
    void cleanupTestCase()
    {
        m_bus.kill();
        m_bus.waitForFinished();
    }

    void aNoticeIsShownAndClicked()
    {
        auto theirs = QDBusConnection::connectToBus(m_address, u"noticeDesktop"_s);
        NoticeDesktop desktop;
        QVERIFY(theirs.registerService(u"org.freedesktop.Notifications"_s));
        QVERIFY(theirs.registerObject(u"/org/freedesktop/Notifications"_s, &desktop, QDBusConnection::ExportAllSlots));
        DesktopNotices notices(QDBusConnection::connectToBus(m_address, u"noticeConsole"_s));
        QSignalSpy clicked(&notices, &DesktopNotices::clicked);
        const Notice failed{.title = u"Daily maintenance of Studio EU has failed"_s,
            .text = u"Disk <b>full</b> & more"_s,
            .isUrgent = true,
            .profileId = u"p-1"_s,
            .run = MaintenanceRun{.clientId = u"c-1"_s}};
        notices.show(failed);
        notices.show({.title = u"Hourly maintenance of Studio EU has finished"_s, .profileId = u"p-1"_s});
        QTRY_COMPARE(desktop.shown.size(), 2);
        QCOMPARE(desktop.shown[0][0].toString(), u"Latchkey"_s);
        QCOMPARE(desktop.shown[0][1].toString(), failed.title);
        QCOMPARE(desktop.shown[0][2].toString(),
            u"Disk &lt;b&gt;full&lt;/b&gt; &amp; more"_s); // what servers say is no markup
        QVERIFY(desktop.shown[0][3].toStringList().contains(u"default"_s));
        QCOMPARE(desktop.shown[0][4].toMap().value(u"urgency"_s).toInt(), 2);
        QCOMPARE(desktop.shown[1][4].toMap().value(u"urgency"_s).toInt(), 1);
        say(theirs, u"ActionInvoked"_s, {uint(99), u"default"_s}); // another program's
        say(theirs, u"ActionInvoked"_s, {uint(41), u"default"_s});
        QTRY_COMPARE(clicked.size(), 1);
        QCOMPARE(clicked.first().first().value<Notice>().run->clientId, u"c-1"_s);
        say(theirs, u"NotificationClosed"_s, {uint(41), uint(2)});
        say(theirs, u"ActionInvoked"_s, {uint(41), u"default"_s}); // its number may be somebody else's by now
        say(theirs, u"ActionInvoked"_s, {uint(42), u"default"_s});
        QTRY_COMPARE(clicked.size(), 2);
        QVERIFY(!clicked.last().first().value<Notice>().run);
    }

    void withoutADesktopNothingHappens()
    {
        DesktopNotices alone(QDBusConnection::connectToBus(m_address, u"noticeAlone"_s));
        alone.show({.title = u"Nobody sees this"_s});
        DesktopNotices offline(QDBusConnection(u"no such connection"_s));
        offline.show({.title = u"Nor this"_s});
    }

private:
    static void say(QDBusConnection &bus, const QString &name, const QVariantList &values)
    {
        auto signal
            = QDBusMessage::createSignal(u"/org/freedesktop/Notifications"_s, u"org.freedesktop.Notifications"_s, name);
        signal.setArguments(values);
        bus.send(signal);
    }

    QProcess m_bus;
    QString m_address;
};

int tst_desktopnotices(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_DesktopNotices>(argc, argv);
}
#include "tst_desktopnotices.moc"
