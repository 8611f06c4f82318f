// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/background.h"
#include "tests/shell/console.h"
#include "tests/testprogram.h"
#include "ui/httplogdock.h"
#include "ui/messagestrip.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>

// The HTTP log in the window, by keys and clicks.
class tst_HttpLogDock : public QObject {
    Q_OBJECT

public:
    static void initMain()
    {
        useNoKeychain();
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }

private:
    std::unique_ptr<Console> m_console;

    HttpLogDock *dock() const { return m_console->window->findChild<HttpLogDock *>(); }
    QTableView *table() const { return named<QTableView>(dock(), u"httpLogTable"_s); }
    int count() const { return table()->model()->rowCount(); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    QString text(const QString &name) const { return named<QPlainTextEdit>(dock(), name)->toPlainText(); }
    void openLog()
    {
        m_console->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_console->window.get()));
        QTest::keyClick(m_console->window.get(), Qt::Key_F12);
        QVERIFY(dock()->isVisible());
    }
    // Signed in, with the requests that follow from that all told.
    QString settle(const QString &name = u"Teneo"_s)
    {
        const QString id = m_console->add(name);
        m_console->signIn(id);
        for (const Collection *collection : m_console->window->currentPage()->server().separateCollections())
            (void)QTest::qWaitFor([&] { return collection->isComplete(); });
        (void)QTest::qWaitFor([&] { return count() >= 5; });
        return id;
    }
    bool choose(const QString &path)
    {
        for (int row = 0; row < count(); ++row)
            if (cell(row, HttpLog::PathColumn) == path) {
                table()->selectRow(row);
                return true;
            }
        return false;
    }

private Q_SLOTS:
    void init() { m_console = std::make_unique<Console>(); }
    void cleanup() { m_console.reset(); }

    void f12ShowsAndHidesIt()
    {
        QVERIFY(!dock()->isVisible());
        openLog();
        QVERIFY(named(dock(), u"logFilter"_s)->hasFocus());
        QVERIFY(named<QAction>(m_console->window.get(), u"menu.httpLog"_s)->isChecked());
        QTest::keyClick(m_console->window.get(), Qt::Key_F12);
        QVERIFY(!dock()->isVisible());
        openLog();
        m_console->makeWindow();
        QVERIFY(dock()->isVisible()); // as it was left
    }

    void whatTheWindowAsksIsSeenFilteredAndCopied()
    {
        settle();
        openLog();
        QVERIFY(choose(u"/oauth2/clients"_s));
        QVERIFY(text(u"logRequest"_s).startsWith("GET "_L1));
        QVERIFY(text(u"logRequest"_s).contains("Authorization: Bearer ***"_L1));
        QVERIFY(text(u"logAnswer"_s).startsWith("HTTP 200"_L1));

        const int all = count();
        QTest::keyClicks(named(dock(), u"logFilter"_s), u"get clients"_s);
        QVERIFY(count() >= 1 && count() < all);
        for (int row = 0; row < count(); ++row)
            QVERIFY(cell(row, HttpLog::PathColumn).contains("clients"_L1));
        table()->selectRow(0);
        auto *menu = named<QPushButton>(dock(), u"logCopy"_s)->menu();
        QVERIFY(menu && menu->actions().size() == 3);
        QVERIFY(trigger(dock(), u"logCurl"_s));
        const QString script = QGuiApplication::clipboard()->text();
        QVERIFY2(script.contains(m_console->url.toString() + u"/oauth2/clients"_s), qPrintable(script));
        QVERIFY(script.contains("\"Authorization: Bearer ${LATCHKEY_TOKEN}\""_L1));
        QVERIFY(trigger(dock(), u"logPython"_s));
        QVERIFY(QGuiApplication::clipboard()->text().contains("urllib"_L1));
        QVERIFY(trigger(dock(), u"logPowerShell"_s));
        QVERIFY(QGuiApplication::clipboard()->text().contains("Invoke-WebRequest"_L1));
    }

    void aReadIsSentAgainAndAWriteIsNot()
    {
        settle();
        openLog();
        QVERIFY(choose(u"/oauth2/token"_s));
        auto *again = named<QPushButton>(dock(), u"logSendAgain"_s);
        QVERIFY(!again->isEnabled());
        QVERIFY(!again->toolTip().isEmpty());
        QVERIFY(choose(u"/oauth2/clients"_s));
        QVERIFY(again->isEnabled() && again->toolTip().isEmpty());
        const int before = count();
        again->setFocus();
        QTest::keyClick(again, Qt::Key_Space);
        QTRY_COMPARE(count(), before + 1);
        QCOMPARE(cell(before, HttpLog::PathColumn), u"/oauth2/clients"_s);
        QCOMPARE(cell(before, HttpLog::StatusColumn), u"200"_s);
    }

    void failuresAloneAreShown()
    {
        settle();
        openLog();
        (void)m_console->session().call(getRequest(u"/oauth2/nowhere"_s));
        QTRY_VERIFY(choose(u"/oauth2/nowhere"_s));
        QVERIFY(count() > 1);
        QTest::keyClick(named(dock(), u"logFailed"_s), Qt::Key_Space);
        QCOMPARE(count(), 1);
        QCOMPARE(cell(0, HttpLog::StatusColumn), u"404"_s);
    }

    void itShowsTheServerThatIsShown()
    {
        const QString first = settle(u"Teneo 1"_s);
        const QString second = settle(u"Teneo 2"_s);
        openLog();
        QVERIFY(table()->isColumnHidden(HttpLog::ServerColumn));
        for (int row = 0; row < count(); ++row)
            QCOMPARE(cell(row, HttpLog::ServerColumn), u"Teneo 2"_s);
        const int ofSecond = count();
        m_console->window->showProfile(first);
        QCOMPARE(cell(0, HttpLog::ServerColumn), u"Teneo 1"_s);
        const int ofFirst = count();
        QTest::mouseClick(named(dock(), u"logAllServers"_s), Qt::LeftButton, {},
            {8, named(dock(), u"logAllServers"_s)->height() / 2});
        QCOMPARE(count(), ofFirst + ofSecond);
        QVERIFY(!table()->isColumnHidden(HttpLog::ServerColumn));
        m_console->workspace->close(second);
        QCOMPARE(count(), ofFirst + ofSecond); // a closed connection's requests stay
    }

    void itFollowsTheNewestUntilScrolledUp()
    {
        settle();
        openLog();
        const auto ask = [this](int times) {
            const int before = count();
            for (int i = 0; i < times; ++i)
                (void)m_console->session().call(getRequest(u"/oauth2/scopes"_s));
            QTRY_VERIFY(count() >= before + times);
        };
        ask(40);
        auto *bar = table()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
        bar->setValue(0);
        ask(5);
        QCoreApplication::processEvents();
        QCOMPARE(bar->value(), 0);
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_End);
        QTRY_COMPARE(bar->value(), bar->maximum());
        ask(5);
        QTRY_COMPARE(bar->value(), bar->maximum());
    }

    void whatIsShownIsExported()
    {
        settle();
        openLog();
        QVERIFY(type(dock(), u"logFilter"_s, u"clients"_s));
        const int shown = count();
        QVERIFY(click(dock(), u"logExport"_s));
        auto *dialog = dock()->findChild<QFileDialog *>();
        QTRY_VERIFY(dialog && dialog->isVisible());
        const QString path = m_console->folder.filePath(u"log.har"_s);
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
        QTRY_VERIFY(dock()->findChild<MessageStrip *>()->text().contains(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonDocument archive = QJsonDocument::fromJson(file.readAll());
        QCOMPARE(archive[u"log"][u"entries"].toArray().size(), shown);
        QVERIFY(click(dock(), u"logClear"_s));
        QCOMPARE(count(), 0);
    }

    void everyPartIsReachedByTab()
    {
        settle();
        openLog();
        QVERIFY(choose(u"/oauth2/clients"_s));
        named(dock(), u"logFilter"_s)->setFocus();
        QStringList reached;
        for (int i = 0; i < 9; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            reached << QApplication::focusWidget()->objectName();
        }
        for (const QString &name : {u"logFailed"_s, u"logAllServers"_s, u"logCopy"_s, u"logSendAgain"_s, u"logExport"_s,
                 u"logClear"_s, u"httpLogTable"_s, u"logRequest"_s})
            QVERIFY2(reached.contains(name), qPrintable(name + u" not in "_s + reached.join(u' ')));
    }
};

int tst_httplogdock(int argc, char *argv[])
{
    return runTest<QApplication, tst_HttpLogDock>(argc, argv);
}
#include "tst_httplogdock.moc"
