// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/journallist.h"
#include "tests/net/outcome.h"
#include "tests/shell/console.h"
#include "tests/testprogram.h"
#include "ui/messagestrip.h"
#include "ui/recordeditor.h"

#include <QAbstractItemModelTester>
#include <QFileDialog>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>

using namespace std::chrono_literals;

// The journal as a person sees it: what is done in the window stands there, can be checked and taken back.
class tst_JournalPage : public QObject {
    Q_OBJECT

public:
    static void initMain() { useNoKeychain(); }

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<Console>();
        m_profile = m_console->add(u"Teneo"_s, Environment::Test);
        m_page = m_console->signIn(m_profile);
        QVERIFY(m_page);
    }
    void cleanup() { m_console.reset(); }

    void anEditStandsInTheJournalAndIsTakenBack()
    {
        openClient();
        const QString id = editor()->draft()->id();
        const QString name = editor()->draft()->name();
        setDescription(u"Changed by hand"_s);
        QVERIFY(click(editor(), u"saveRecord"_s));
        QTRY_VERIFY(editor()->draft() && !editor()->isModified() && !editor()->isSaving());

        showJournal();
        QTRY_COMPARE(rows()->rowCount(), 1);
        const QAbstractItemModelTester tester(m_page->server().journal()->model());
        QTRY_COMPARE(textAt(0, u"Result"_s), u"Done"_s);
        QCOMPARE(textAt(0, u"Action"_s), u"Change"_s);
        QCOMPARE(textAt(0, u"Name"_s), name);
        QCOMPARE(textAt(0, u"Changed fields"_s), u"description"_s);
        QCOMPARE(textAt(0, u"Signed in as"_s), u"admin"_s);
        journalTable()->selectRow(0);
        QTRY_COMPARE(panelText(u"journalTitle"_s), u"Change · "_s + name);
        QTRY_VERIFY(panelSays(u"Changed by hand"_s));

        QVERIFY(click(journal(), u"undo"_s));
        QTRY_COMPARE(m_console->tabs()->currentWidget()->objectName(), u"page.clients"_s);
        QTRY_VERIFY(editor()->isModified());
        QCOMPARE(editor()->draft()->id(), id);
        QVERIFY(description() != u"Changed by hand"_s);
        QVERIFY(click(editor(), u"saveRecord"_s));
        QTRY_VERIFY(!editor()->isModified() && !editor()->isSaving());
        showJournal();
        QTRY_COMPARE(rows()->rowCount(), 2);
        QVERIFY(!m_console->hasDialog(u"confirmDialog"_s));
    }

    void whatWasDeletedIsMadeAgain()
    {
        openClient();
        const QString name = editor()->draft()->name();
        const QString id = editor()->draft()->id();
        QVERIFY(click(editor(), u"deleteRecord"_s));
        confirmRemoval();
        QTRY_VERIFY(!clients().draft(id));
        showJournal();
        QTRY_COMPARE(rows()->rowCount(), 1);
        QTRY_COMPARE(textAt(0, u"Result"_s), u"Done"_s);
        QCOMPARE(textAt(0, u"Action"_s), u"Delete"_s);
        journalTable()->selectRow(0);
        QTRY_VERIFY(panelText(u"undoNote"_s).contains(u"its secret will be"_s)); // what does not come back is said before
        QVERIFY(click(journal(), u"undo"_s));
        QTRY_VERIFY(editor()->draft() && editor()->draft()->isNew());
        QVERIFY(click(editor(), u"saveRecord"_s));
        QTRY_VERIFY(hasClientNamed(name));
    }

    void whatTheLockKeptBackIsListed()
    {
        m_page->lock();
        const auto refused = m_console->session().call(emptyRequest("DELETE", u"/oauth2/clients/7"_s));
        QCOMPARE(awaited(refused), "ReadOnly");
        showJournal();
        QTRY_COMPARE(rows()->rowCount(), 1);
        QCOMPARE(textAt(0, u"Result"_s), u"Not sent"_s);
        journalTable()->selectRow(0);
        QTRY_VERIFY(panelText(u"journalResult"_s).contains(u"read-only"_s));
        QVERIFY(named(journal(), u"undo"_s)->isHidden());
    }

    // The program ended while a request was out. At the next start that is said, and reading finds out.
    void anUnknownOutcomeIsShownAndFoundOut_data()
    {
        QTest::addColumn<bool>("wasDone");
        QTest::newRow("it was done") << true;
        QTest::newRow("it was not") << false;
    }
    void anUnknownOutcomeIsShownAndFoundOut()
    {
        QFETCH(const bool, wasDone);
        QCOMPARE(awaited(clients().refresh()), "ok");
        const QString id = clients().model()->index(0, 0).data(IdRole).toString();
        const auto draft = clients().draft(id);
        QVariantMap before{{u"description"_s, u"Something else"_s}};
        QVariantMap after = before;
        for (int field = 0; field < draft->fieldCount(); ++field)
            if (draft->field(field).key == "description"_L1)
                (wasDone ? after : before)[u"description"_s] = draft->value(field);
        Request request = emptyRequest("PUT", u"/oauth2/clients/"_s + id);
        request.change = std::make_shared<const Change>(Change{.kind = u"clients"_s,
            .id = id,
            .name = draft->name(),
            .before = before,
            .after = after});
        // As another run of the program leaves it behind.
        JournalTools tools = m_console->workspace->journal();
        tools.run = u"a run before"_s;
        ServerJournal former(tools, [this] { return *m_console->workspace->profile(m_profile); });
        QCOMPARE(awaited(former.begin(request)), "ok");
        m_console->workspace->close(m_profile);
        // As long as the list cannot be read, nobody knows.
        QVERIFY(m_console->control("faults", {{u"path"_s, u"/oauth2/clients"_s}, {u"status"_s, 500}}));
        m_page = m_console->signIn(m_profile);

        auto *strip = named<MessageStrip>(m_page, u"journalStrip"_s);
        QTRY_VERIFY2(strip->text().contains(u"it is not known"_s), qPrintable(strip->text()));
        QVERIFY(click(strip, u"messageAction"_s));
        QCOMPARE(m_console->tabs()->currentWidget()->objectName(), u"page.journal"_s);
        QTRY_COMPARE(rows()->rowCount(), 1);
        QCOMPARE(textAt(0, u"Result"_s), u"Unknown"_s);
        journalTable()->selectRow(0);
        QTRY_VERIFY(named(journal(), u"checkOutcome"_s)->isVisible());
        named<QLineEdit>(journal(), u"filterLine"_s)->clear();
        QTRY_VERIFY(!clients().isBusy()); // a reading that failed would be the one that is waited for
        m_console->clearFaults();
        QVERIFY(click(journal(), u"checkOutcome"_s));
        QTRY_COMPARE(textAt(0, u"Result"_s), wasDone ? u"Done"_s : u"Not done"_s);
        QTRY_VERIFY(strip->isHidden());
    }

    void allServersTogetherInAWindow()
    {
        const auto refused = [this] {
            m_page->lock();
            return awaited(m_console->session().call(emptyRequest("DELETE", u"/x"_s)));
        };
        QCOMPARE(refused(), "ReadOnly");
        m_page = m_console->signIn(m_console->add(u"Another"_s, Environment::Test));
        QCOMPARE(refused(), "ReadOnly");
        QVERIFY(trigger(m_console->window.get(), u"menu.journal"_s));
        QDialog *dialog = m_console->dialog(u"journalDialog"_s);
        QVERIFY(dialog);
        const auto *table = named<QTableView>(dialog, u"recordTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QVERIFY(type(dialog, u"filterLine"_s, u"server:another"_s));
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QVERIFY(click(dialog, u"verifyJournal"_s));
        QTRY_VERIFY(dialog->findChild<MessageStrip *>()->text().contains(u"unbroken: 2 line"_s));
    }

    void aReportIsWritten()
    {
        m_page->lock();
        QCOMPARE(awaited(m_console->session().call(emptyRequest("DELETE", u"/secret<place>"_s))), "ReadOnly");
        showJournal();
        QTRY_COMPARE(rows()->rowCount(), 1);
        QVERIFY(click(journal(), u"journalReport"_s));
        auto *files = journal()->findChild<QFileDialog *>();
        QVERIFY(files);
        const QString path = m_console->folder.filePath(u"report.html"_s);
        Q_EMIT files->fileSelected(path);
        files->close();
        QTRY_VERIFY(QFile::exists(path));
        QFile report(path);
        QVERIFY(report.open(QFile::ReadOnly));
        QVERIFY(report.readAll().contains("DELETE /secret&lt;place&gt;"));
        QTRY_VERIFY(journal()->findChild<MessageStrip *>()->text().contains(u"1 entry"_s));
    }

private:
    QWidget *journal() const { return named(m_page, u"page.journal"_s); }
    QTableView *journalTable() const { return named<QTableView>(journal(), u"recordTable"_s); }
    QAbstractItemModel *rows() const { return journalTable()->model(); }
    QWidget *clientsPage() const { return named(m_page, u"page.clients"_s); }
    RecordEditor *editor() const { return named<RecordEditor>(clientsPage(), u"recordEditor"_s); }
    Collection &clients() const { return *m_page->server().collection(u"clients"_s); }
    QString panelText(const QString &name) const { return named<QLabel>(journal(), name)->text(); }
    bool panelSays(const QString &text) const
    {
        const auto labels = named(journal(), u"journalPanel"_s)->findChildren<QLabel *>();
        return std::any_of(
            labels.begin(), labels.end(), [&](const QLabel *label) { return label->text().contains(text); });
    }
    QString textAt(int row, const QString &column) const
    {
        for (int i = 0; i < rows()->columnCount(); ++i)
            if (rows()->headerData(i, Qt::Horizontal).toString() == column)
                return rows()->index(row, i).data().toString();
        return {};
    }
    QString description() const
    {
        const Draft *draft = editor()->draft();
        for (int field = 0; draft && field < draft->fieldCount(); ++field)
            if (draft->field(field).key == "description"_L1)
                return draft->value(field).toString();
        return {};
    }
    void setDescription(const QString &text)
    {
        for (QWidget *widget : editor()->findChildren<QWidget *>())
            if (auto *edit = qobject_cast<QPlainTextEdit *>(widget); edit && edit->accessibleName() == u"Description") {
                edit->selectAll();
                QTest::keyClicks(edit, text);
                return;
            }
        QFAIL("no description to edit");
    }
    void openClient()
    {
        m_page->tabs().showPage(u"clients"_s);
        QTRY_VERIFY(clients().isComplete());
        auto *table = named<QTableView>(clientsPage(), u"recordTable"_s);
        QTRY_VERIFY(table->model()->rowCount() > 3);
        table->selectRow(3);
        QTRY_VERIFY(editor()->draft());
    }
    void showJournal() { m_page->tabs().showPage(u"journal"_s); }
    void confirmRemoval()
    {
        QTRY_VERIFY(m_console->hasDialog(u"confirmDialog"_s) || m_console->hasDialog(u"blastRadius"_s));
        for (const QString &name : {u"confirmDialog"_s, u"blastRadius"_s})
            if (m_console->hasDialog(name))
                QVERIFY(click(m_console->dialog(name), u"confirm"_s));
    }
    bool hasClientNamed(const QString &name) const
    {
        const RecordRows &list = *clients().model();
        return std::any_of(list.order().begin(), list.order().end(),
            [&](quint32 row) { return list.nameOf(row) == name; });
    }

    std::unique_ptr<Console> m_console;
    QString m_profile;
    ServerPage *m_page = nullptr;
};

int tst_journalpage(int argc, char *argv[])
{
    return runTest<QApplication, tst_JournalPage>(argc, argv);
}
#include "tst_journalpage.moc"
