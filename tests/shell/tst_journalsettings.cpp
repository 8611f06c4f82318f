// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/journalhome.h"
#include "items/journallist.h"
#include "store/sharedjournal.h"
#include "tests/net/outcome.h"
#include "tests/shell/console.h"
#include "tests/store/postgresserver.h"
#include "tests/testprogram.h"
#include "ui/messagestrip.h"
#include "ui/secretedit.h"

#include <QAbstractItemModelTester>
#include <QRadioButton>

// The page of the preferences on which a person moves the journal into a team's database, tests it and moves it back.
class tst_JournalSettings : public QObject {
    Q_OBJECT

public:
    static void initMain() { useNoKeychain(); }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = PostgresServer::notInstalled(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        QVERIFY2(m_server.make(), qPrintable(m_server.trouble()));
    }
    void init()
    {
        if (!m_server.isRunning())
            QVERIFY(m_server.start());
        m_database = m_server.addDatabase();
        m_console = std::make_unique<Console>();
        m_page = m_console->signIn(m_console->add(u"Teneo"_s, Environment::Test));
        QVERIFY(m_page);
    }
    void cleanup() { m_console.reset(); }

    void aJournalIsMovedAndWrittenThere()
    {
        JournalList &journal = *m_page->server().journal();
        const QAbstractItemModelTester tester(journal.model());
        QVERIFY(refusedWrite());
        QCOMPARE(awaited(journal.refresh()), "ok");
        QCOMPARE(journal.model()->rowCount(), 1);
        openPage();
        QVERIFY(named<QRadioButton>(m_dialog, u"journal.here"_s)->isChecked());
        QVERIFY(!named(m_dialog, u"journal.apply"_s)->isEnabled());
        named<QRadioButton>(m_dialog, u"journal.shared"_s)->click();
        typeAddress(address());
        named<SecretEdit>(m_dialog, u"journal.password"_s)->setSecret(PostgresServer::password());
        QVERIFY(click(m_dialog, u"journal.test"_s));
        QTRY_VERIFY2(said().startsWith(u"PostgreSQL 1"_s), qPrintable(said()));
        QVERIFY(said().contains(u"There is no journal yet."_s));
        QVERIFY(click(m_dialog, u"journal.apply"_s));
        QTRY_COMPARE(said(), u"The journal is kept in the database from now on."_s);
        QVERIFY(named<SecretEdit>(m_dialog, u"journal.password"_s)->secret().isEmpty());
        QVERIFY(!named(m_dialog, u"journal.apply"_s)->isEnabled());
        QTRY_COMPARE(journal.model()->rowCount(), 0); // the list follows
        QVERIFY(refusedWrite());
        QTRY_COMPARE(journal.model()->rowCount(), 1);
        QCOMPARE(linesThere(), 1);

        named<QRadioButton>(m_dialog, u"journal.here"_s)->click();
        m_dialog->accept(); // OK applies what was left
        QTRY_VERIFY(!m_console->hasDialog(u"preferences"_s));
        QCOMPARE(home().address(), QString());
        QTRY_COMPARE(journal.model()->rowCount(), 1);
        QVERIFY(refusedWrite());
        QTRY_COMPARE(journal.model()->rowCount(), 2);
        QCOMPARE(linesThere(), 1);
    }

    void aPasswordInTheAddressIsTakenOut()
    {
        openPage();
        named<QRadioButton>(m_dialog, u"journal.shared"_s)->click();
        QString typed = address();
        typeAddress(typed.replace(u"console@"_s, u"console:s3cret%20one@"_s));
        QCOMPARE(named<QLineEdit>(m_dialog, u"journal.address"_s)->text(), address());
        QVERIFY(!named<QLineEdit>(m_dialog, u"journal.address"_s)->isUndoAvailable());
        QCOMPARE(named<SecretEdit>(m_dialog, u"journal.password"_s)->secret(), Secret(u"s3cret one"_s));
    }

    void whatIsWrongIsSaidOnThePage_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("said");
        QTest::newRow("no address") << u"db.example"_s << u"x"_s << QString();
        QTest::newRow("wrong password") << QString() << u"wrong"_s << u"does not accept this user name and password"_s;
        QTest::newRow("no password") << QString() << QString() << u"wants a password"_s;
        QTest::newRow("nobody there") << u"postgresql://ada@127.0.0.1:1/team"_s << u"x"_s << u"could not be reached"_s;
    }
    void whatIsWrongIsSaidOnThePage()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, password);
        QFETCH(const QString, said);
        openPage();
        named<QRadioButton>(m_dialog, u"journal.shared"_s)->click();
        typeAddress(typed.isEmpty() ? address() : typed);
        named<SecretEdit>(m_dialog, u"journal.password"_s)->setSecret(Secret(password));
        for (const QString &button : {u"journal.test"_s, u"journal.apply"_s}) {
            QVERIFY(click(m_dialog, button));
            QTRY_VERIFY2(this->said().contains(said), qPrintable(this->said()));
            QTRY_VERIFY(named(m_dialog, u"journal.here"_s)->isEnabled());
        }
        m_dialog->accept(); // does not close over it
        QTRY_VERIFY(named(m_dialog, u"journal.here"_s)->isEnabled());
        QVERIFY(m_console->hasDialog(u"preferences"_s));
        QCOMPARE(home().address(), QString());
        QVERIFY(refusedWrite());
    }

    // The window goes on while the database does not answer.
    void aLostDatabaseIsSaidWhereOneWrites()
    {
        QCOMPARE(awaited(home().moveTo(address(), PostgresServer::password())), "ok");
        m_server.stop();
        const auto call = m_console->session().call(emptyRequest("DELETE", u"/oauth2/clients/x"_s));
        QCOMPARE(awaited(call), "Storage");
        QCOMPARE(call.result().error().message, u"The journal could not be written, so nothing was sent."_s);
    }

private:
    JournalHome &home() { return m_console->workspace->journalHome(); }
    QString address() const { return m_server.address(m_database); }
    qint64 linesThere() const
    {
        return lookAtSharedJournal(DatabaseAddress::read(address())->first, PostgresServer::password()).value().lines;
    }
    void openPage()
    {
        QVERIFY(trigger(m_console->window.get(), u"menu.preferences"_s));
        m_dialog = m_console->dialog(u"preferences"_s);
        QVERIFY(m_dialog);
        m_dialog->findChild<QTabWidget *>()->setCurrentWidget(named(m_dialog, u"journal.page"_s));
    }
    void typeAddress(const QString &text)
    {
        auto *line = named<QLineEdit>(m_dialog, u"journal.address"_s);
        line->setFocus();
        line->clear();
        QTest::keyClicks(line, text);
        Q_EMIT line->editingFinished(); // no window manager gives and takes the focus here
    }
    QString said() const { return named<MessageStrip>(m_dialog, u"journal.strip"_s)->text(); }
    // A write that is not let out, and its line.
    bool refusedWrite()
    {
        m_page->lock();
        return awaited(m_console->session().call(emptyRequest("DELETE", u"/x"_s))) == "ReadOnly";
    }

    PostgresServer m_server;
    QString m_database;
    std::unique_ptr<Console> m_console;
    ServerPage *m_page = nullptr;
    QDialog *m_dialog = nullptr;
};

int tst_journalsettings(int argc, char *argv[])
{
    return runTest<QApplication, tst_JournalSettings>(argc, argv);
}
#include "tst_journalsettings.moc"
