// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/maintenancewatch.h"
#include "tests/dialects/teneoconsole.h"
#include "tests/testprogram.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// Whether a task is late is the server's to tell: a console that slept, or that the server did not answer, knows
// nothing.
class tst_Lateness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTaskIsNotLateBeforeTheServerWasAsked()
    {
        TeneoConsole console;
        const auto server = console.connected(u"administrator"_s, TeneoConsole::administrator());
        std::chrono::seconds asleep = 0s;
        MaintenanceWatch watch(server->session(), TeneoConsole::teneo().maintenance, *server->collection(u"clients"_s),
            nullptr, {5ms, 40ms, 1h}, nullptr, [&asleep] { return systemClock().addSecs(asleep.count()); });
        QSignalSpy late(&watch, &MaintenanceWatch::becameLate);
        watch.refresh();
        QTRY_VERIFY(!watch.clients().isEmpty() && !watch.isAsking());
        const auto before = late.size();
        asleep = 72h;
        watch.noticeTime();
        QCOMPARE(late.size(), before);

        asleep = 0s;
        console.persona.time.advance(72h);
        watch.refresh();
        QTRY_VERIFY(late.size() > before && !watch.isAsking());
        const auto told = late.size();
        watch.noticeTime();
        QCOMPARE(late.size(), told); // once is enough
    }

    void someCanBeAskedAboutAlone()
    {
        TeneoConsole console;
        const auto server = console.connected(u"administrator"_s, TeneoConsole::administrator());
        MaintenanceWatch &watch = *server->maintenance();
        watch.refreshSome([](const MaintenanceWatch::Client &client, int task) {
            return client.name == "Studio US"_L1 && task == 1;
        });
        QTRY_VERIFY(!watch.clients().isEmpty() && !watch.isAsking());
        for (const auto &client : watch.clients())
            for (qsizetype task = 0; task < client.cells.size(); ++task)
                QCOMPARE(client.cells[task].wasAsked, client.name == "Studio US"_L1 && task == 1);
    }
};

int tst_lateness(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Lateness>(argc, argv);
}
#include "tst_lateness.moc"
