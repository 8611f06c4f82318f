// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/hands.h"
#include "store/secretstore.h"
#include "tests/interop/glewlwydserver.h"
#include "tests/testprogram.h"
#include "ui/mainwindow.h"
#include "ui/serverpage.h"
#include "ui/theme.h"

#include <QApplication>
#include <QLabel>
#include <QSettings>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// The console's own window on a server that is not ours: used by keys and clicks, every step looked up by curl.
// The steps build on each other, as an administrator's morning does.
class tst_GlewlwydGui : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = GlewlwydServer::notInstalled(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        QVERIFY2(m_glewlwyd.start(), qPrintable(m_glewlwyd.reason()));
        qInfo("A real Glewlwyd %s answers at %s", qPrintable(m_glewlwyd.version()),
            qPrintable(m_glewlwyd.url().toString()));
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        auto store = Store::open(m_folder.filePath(u"latchkey.db"_s));
        QVERIFY(store);
        m_store = std::move(*store);
        m_secrets = std::make_unique<SecretStore>();
        m_workspace = std::make_unique<Workspace>(*m_store, *m_secrets);
        m_settings = std::make_unique<QSettings>(m_folder.filePath(u"window.ini"_s), QSettings::IniFormat);
        m_state = std::make_unique<UiState>(*m_settings);
        m_theme = std::make_unique<Theme>(*qApp, Theme::Mode::Light);
        m_window = std::make_unique<MainWindow>(*m_workspace, *m_state, *m_theme, [](const QUrl &) { return false; });
        m_hands = std::make_unique<Hands>(*m_window);
        m_window->resize(1280, 780);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void init()
    {
        if (m_hasFailed)
            QSKIP("An earlier step failed.");
    }
    void cleanup() { m_hasFailed = m_hasFailed || QTest::currentTestFailed(); }

    void theServerIsAdded()
    {
        QVERIFY(soon([&] { return m_hands->click(u"addServer"_s); }));
        QTRY_VERIFY(m_hands->isShown(u"profileDialog"_s));
        QVERIFY(m_hands->type(u"profile.name"_s, u"Single sign-on"_s));
        QVERIFY(m_hands->choose(u"profile.product"_s, u"glewlwyd"_s));
        QVERIFY(m_hands->type(u"profile.url"_s, m_glewlwyd.url().toString()));
        QVERIFY(m_hands->choose(u"profile.method"_s, u"password"_s));
        QTRY_VERIFY(m_hands->type(u"signIn.username"_s, GlewlwydServer::userName()));
        QVERIFY(m_hands->click(u"saveProfile"_s));
        QTRY_COMPARE(m_workspace->profiles().size(), 1);
        QTRY_VERIFY(!m_hands->isShown(u"profileDialog"_s));
        QCOMPARE(m_workspace->profiles().first().url, m_glewlwyd.url());
    }

    void aWrongPasswordIsToldAndAskedForAgain()
    {
        QVERIFY(soon([&] { return m_hands->click(u"welcomeConnect"_s); }));
        QTRY_VERIFY(m_hands->isShown(u"signInDialog"_s));
        QVERIFY(m_hands->type(u"signIn.password"_s, u"wrong"_s));
        QVERIFY(m_hands->click(u"keepSecrets"_s));
        QVERIFY(m_hands->click(u"confirm"_s));
        QTRY_VERIFY(m_hands->find(u"messageText"_s));
        QVERIFY(session() && session()->state() == Session::State::SignedOut);
        QVERIFY(soon([&] { return m_hands->click(u"signIn"_s); }));
        QTRY_VERIFY(m_hands->isShown(u"signInDialog"_s));
        QVERIFY(!kept()); // what was refused is not kept
    }

    void theAdministratorSignsIn()
    {
        QVERIFY(m_hands->uncheck(u"keepSecrets"_s));
        QVERIFY(soon([&] {
            return m_hands->type(u"signIn.password"_s, GlewlwydServer::password()) && m_hands->click(u"confirm"_s);
        }));
        QTRY_VERIFY(session() && session()->state() == Session::State::SignedIn);
        QVERIFY(!kept()); // as asked
    }

    void aClientIsCreated()
    {
        openTab(u"clients"_s);
        QVERIFY(soon([&] { return m_hands->click(u"newRecord"_s); }));
        QTRY_VERIFY(m_hands->find(u"field.id"_s));
        QVERIFY(m_hands->type(u"field.id"_s, u"shop"_s));
        QVERIFY(m_hands->type(u"field.name"_s, u"Web Shop"_s));
        QVERIFY(m_hands->click(u"saveRecord"_s));
        QTRY_COMPARE(m_glewlwyd.curl("GET", u"/api/client/shop"_s).status, 200);
        QCOMPARE(client()["name"_L1].toString(), u"Web Shop"_s);
        if (m_hands->isShown(u"shownOnce"_s))
            QVERIFY(m_hands->click(u"shownOnceDone"_s));
        QTRY_VERIFY(m_hands->rowOf(u"recordTable"_s, u"shop"_s) >= 0);
    }

    void theClientIsEdited()
    {
        const QJsonObject before = client();
        QVERIFY(soon(
            [&] { return m_hands->selectRow(u"recordTable"_s, u"shop"_s) && m_hands->find(u"field.description"_s); }));
        QVERIFY(m_hands->type(u"field.name"_s, u"Web Shop 2"_s));
        QVERIFY(m_hands->type(u"field.description"_s, u"Sells things"_s));
        QVERIFY(soon([&] { return m_hands->click(u"saveRecord"_s); }));
        QTRY_COMPARE(client()["name"_L1].toString(), u"Web Shop 2"_s);
        QCOMPARE(client()["description"_L1].toString(), u"Sells things"_s);
        QTRY_VERIFY(m_hands->rowOf(u"recordTable"_s, u"shop"_s) >= 0);
        QCOMPARE(client()["client_id"_L1], before["client_id"_L1]);
    }

    void aRefusedClientStaysInTheEditor()
    {
        QVERIFY(soon([&] { return m_hands->click(u"newRecord"_s); }));
        QTRY_VERIFY(m_hands->find(u"field.id"_s));
        QVERIFY(m_hands->type(u"field.id"_s, u"shop"_s)); // there is one
        QVERIFY(m_hands->type(u"field.name"_s, u"Second Shop"_s));
        QVERIFY(m_hands->click(u"saveRecord"_s));
        QTRY_VERIFY(m_hands->find<QLabel>(u"messageText"_s));
        QVERIFY2(m_hands->find<QLabel>(u"messageText"_s)->text().contains(u"already exist"), "the server's own words");
        QVERIFY(m_hands->find(u"field.id"_s));
        QCOMPARE(client()["name"_L1].toString(), u"Web Shop 2"_s);
        QVERIFY(m_hands->click(u"revertRecord"_s));
        QVERIFY(soon([&] { return m_hands->click(u"unsavedDiscard"_s); }));
        QTRY_VERIFY(!m_hands->isShown(u"unsavedChanges"_s));
    }

    void theClientIsDeleted()
    {
        QVERIFY(soon([&] { return m_hands->selectRow(u"recordTable"_s, u"shop"_s); }));
        QVERIFY(soon([&] { return m_hands->click(u"deleteRecord"_s); }));
        QTRY_VERIFY(m_hands->isShown(u"confirmDialog"_s));
        QVERIFY(m_hands->click(u"cancel"_s)); // a change of mind
        QTRY_VERIFY(!m_hands->isShown(u"confirmDialog"_s));
        QCOMPARE(m_glewlwyd.curl("GET", u"/api/client/shop"_s).status, 200);
        QVERIFY(soon([&] { return m_hands->click(u"deleteRecord"_s); }));
        QTRY_VERIFY(m_hands->isShown(u"confirmDialog"_s));
        QVERIFY(m_hands->click(u"confirm"_s));
        QTRY_COMPARE(m_glewlwyd.curl("GET", u"/api/client/shop"_s).status, 404);
        QTRY_COMPARE(m_hands->rowOf(u"recordTable"_s, u"shop"_s), -1);
    }

    void everyTabShowsWhatTheServerHas_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("path");
        QTest::newRow("scopes") << u"scopes"_s << u"/api/scope/"_s;
        QTest::newRow("users") << u"users"_s << u"/api/user/"_s;
        QTest::newRow("clients") << u"clients"_s << u"/api/client/"_s;
    }
    void everyTabShowsWhatTheServerHas()
    {
        QFETCH(QString, kind);
        QFETCH(QString, path);
        openTab(kind);
        const auto answer = m_glewlwyd.curl("GET", path);
        QCOMPARE(answer.status, 200);
        auto &collection = *m_window->currentPage()->server().collection(kind);
        QTRY_COMPARE(collection.model()->rowCount(), int(answer.array().size()));
        if (!answer.array().isEmpty())
            QTRY_COMPARE(m_hands->rowCount(u"recordTable"_s), int(answer.array().size()));
    }

    void cleanupTestCase()
    {
        m_hands.reset();
        m_window.reset();
        if (!m_glewlwyd.url().isEmpty() && !m_hasFailed)
            qInfo("The console's window did all of it on Glewlwyd %s", qPrintable(m_glewlwyd.version()));
    }

private:
    // Acts again until it works, and not once more, as QTRY_VERIFY would.
    template <typename Act>
    static bool soon(Act act)
    {
        return QTest::qWaitFor(act, 30'000);
    }
    bool kept()
    {
        const auto secret = m_secrets->read(m_workspace->profiles().first().id + u"/password"_s);
        return soon([&] { return secret.isFinished(); }) && secret.result();
    }
    QJsonObject client() { return m_glewlwyd.curl("GET", u"/api/client/shop"_s).object(); }
    Session *session() const
    {
        return m_window->currentPage() ? &m_window->currentPage()->server().session() : nullptr;
    }
    void openTab(const QString &kind)
    {
        QVERIFY(soon([&] { return m_hands->openTab(u"page."_s + kind); }));
        QTRY_VERIFY(!m_window->currentPage()->server().collection(kind)->isBusy());
    }

    bool m_hasFailed = false;
    GlewlwydServer m_glewlwyd;
    QTemporaryDir m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<UiState> m_state;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Hands> m_hands;
};

int tst_glewlwyd_gui(int argc, char *argv[])
{
    return runTest<QApplication, tst_GlewlwydGui>(argc, argv);
}
#include "tst_glewlwyd_gui.moc"
