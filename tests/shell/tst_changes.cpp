// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/changeset.h"
#include "tests/shell/console.h"
#include "tests/testprogram.h"
#include "ui/changespage.h"
#include "ui/environmentbar.h"
#include "ui/messagestrip.h"
#include "ui/recordeditor.h"
#include "ui/recordpage.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QToolButton>

// Changes that are kept for later, through the window: staged, looked at, applied, and not lost by leaving.
class tst_Changes : public QObject {
    Q_OBJECT

public:
    static void initMain() { useNoKeychain(); }

private:
    using State = ChangeSet::State;

    std::unique_ptr<Console> m_console;
    QString m_profile;

    ServerPage *page() const { return m_console->window->currentPage(); }
    RecordPage *clients() const { return pageIn<RecordPage>(page(), u"page.clients"_s); }
    ChangesPage *changesPage() const { return named<ChangesPage>(page(), u"page.changes"_s); }
    RecordEditor *editor() const { return named<RecordEditor>(clients(), u"recordEditor"_s); }
    ChangeSet &changes() const { return page()->server().changes(); }
    Collection &list() const { return *page()->server().collection(u"clients"_s); }
    void open(Environment environment = Environment::Development)
    {
        m_console = std::make_unique<Console>();
        m_profile = m_console->add(u"Teneo"_s, environment);
        QVERIFY(m_console->signIn(m_profile));
        page()->tabs().showPage(u"clients"_s);
        QTRY_VERIFY(list().model()->rowCount() > 3 && !list().isBusy());
    }
    QString idOf(const QString &name) const
    {
        for (int row = 0; row < list().model()->rowCount(); ++row)
            if (const auto index = list().model()->index(row, 0); index.data(NameRole) == name)
                return index.data(IdRole).toString();
        return {};
    }
    void choose(const QString &name)
    {
        page()->tabs().showPage(u"clients"_s);
        clients()->selectIds({idOf(name)});
        QTRY_VERIFY(editor()->draft() && editor()->draft()->name() == name);
    }
    // Types a description of the one shown and stages it by its keys.
    void stageDescription(const QString &name, const QString &text)
    {
        choose(name);
        auto *lines = named<QPlainTextEdit>(editor(), u"field.description"_s);
        QVERIFY(lines);
        lines->selectAll();
        QTest::keyClicks(lines, text);
        press(lines, Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(changes().numberOf(list(), idOf(name)) > 0);
    }
    QStringList markedNames() const
    {
        QStringList names;
        for (int row = 0; row < list().model()->rowCount(); ++row)
            if (const auto index = list().model()->index(row, 0); index.data(StagedRole).toBool())
                names << index.data(NameRole).toString();
        return names;
    }
    void press(QWidget *widget, int key, Qt::KeyboardModifiers modifiers)
    {
        m_console->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_console->window.get()));
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key(key), modifiers);
    }
    QTabWidget *tabs() const { return m_console->tabs(); }
    int tab() const { return tabs()->indexOf(changesPage()); }
    void changeBehind(const QString &name, const QString &description)
    {
        const auto draft = list().draft(idOf(name));
        for (int field = 0; field < draft->fieldCount(); ++field)
            if (draft->field(field).key == u"description")
                draft->setValue(field, description);
        const auto sent = page()->server().session().call(draft->request());
        QVERIFY(QTest::qWaitFor([&] { return sent.isFinished(); }));
        QVERIFY(sent.result());
    }

private Q_SLOTS:
    void cleanup() { m_console.reset(); }

    void stagingSendsNothingAndShows()
    {
        open();
        QVERIFY(tab() < 0);
        stageDescription(u"Studio EU"_s, u"Staged words"_s);
        QVERIFY(!editor()->isModified()); // nothing is lost by leaving it
        QCOMPARE(named<QLabel>(editor(), u"changes"_s)->text(), u"1 staged change(s)"_s);
        QVERIFY(tab() >= 0);
        QCOMPARE(tabs()->tabText(tab()), u"Changes (1)"_s);
        QCOMPARE(markedNames(), QStringList{u"Studio EU"_s});
        choose(u"Inquire"_s);
        choose(u"Studio EU"_s); // and it is gone on with
        QCOMPARE(named<QPlainTextEdit>(editor(), u"field.description"_s)->toPlainText(), u"Staged words"_s);
        QVERIFY(editor()->staged() > 0);
        page()->tabs().showPage(u"changes"_s);
        auto *table = named<QTableView>(changesPage(), u"changesTable"_s);
        table->setCurrentIndex(table->model()->index(0, 0));
        bool isShown = false;
        for (const auto *label : named(changesPage(), u"changeDetail"_s)->findChildren<QLabel *>())
            isShown = isShown || label->text() == u"Staged words";
        QVERIFY(isShown);
        QVERIFY(click(changesPage(), u"dropChange"_s));
        QCOMPARE(changes().rowCount(), 0);
        QVERIFY(tab() < 0);
        QCOMPARE(editor()->staged(), 0);
        page()->tabs().showPage(u"clients"_s);
        QVERIFY(named<QPlainTextEdit>(editor(), u"field.description"_s)->toPlainText() != u"Staged words");
    }

    void everythingIsAppliedAndSecretsAreShownTogether()
    {
        open();
        for (const auto &name : {u"Shop"_s, u"Cafe"_s}) {
            page()->tabs().showPage(u"clients"_s);
            clients()->createNew();
            QTRY_VERIFY(editor()->draft() && editor()->draft()->isNew());
            QVERIFY(type(editor(), u"field.name"_s, name));
            auto *choice = named<QComboBox>(editor(), u"field.type"_s);
            QTRY_VERIFY(choice->count() > 2);
            choice->setCurrentText(u"OTHER"_s);
            QVERIFY(click(editor(), u"stageRecord"_s));
            QTRY_VERIFY(!editor()->draft());
        }
        stageDescription(u"Studio EU"_s, u"Applied"_s);
        clients()->selectIds({idOf(u"Inquire"_s)});
        QTRY_COMPARE(editor()->draft()->name(), u"Inquire"_s);
        QVERIFY(click(editor(), u"deleteRecord"_s));
        QVERIFY(click(m_console->dialog(u"confirmDialog"_s), u"alternative"_s));
        QTRY_COMPARE(changes().pending(), 4);
        page()->tabs().showPage(u"changes"_s);
        QVERIFY(named<QLabel>(changesPage(), u"changesSummary"_s)->text().startsWith(u"4 change"));
        QVERIFY(click(changesPage(), u"applyChanges"_s));
        QDialog *secrets = m_console->dialog(u"shownOnce"_s);
        QVERIFY(secrets);
        QCOMPARE(secrets->findChildren<QWidget *>(u"shownOnceValue"_s).size(), 2);
        QTest::keyClick(secrets, Qt::Key_Escape);
        QVERIFY(secrets->isVisible());
        QVERIFY(page()->hasUnsavedChanges()); // they are not kept yet
        QVERIFY(click(secrets, u"shownOnceDone"_s));
        QTRY_VERIFY(!page()->hasUnsavedChanges());
        QCOMPARE(changes().pending(), 0);
        QVERIFY(idOf(u"Inquire"_s).isEmpty() && !idOf(u"Shop"_s).isEmpty() && !idOf(u"Cafe"_s).isEmpty());
    }

    void productionIsAskedWithNumbers()
    {
        open(Environment::Production);
        page()->askToUnlock();
        QVERIFY(click(m_console->dialog(u"unlockDialog"_s), u"confirm"_s));
        QTRY_VERIFY(!m_console->hasDialog(u"unlockDialog"_s));
        stageDescription(u"Studio EU"_s, u"Careful"_s);
        page()->tabs().showPage(u"changes"_s);
        QVERIFY(click(changesPage(), u"applyChanges"_s));
        QDialog *question = m_console->dialog(u"confirmDialog"_s);
        QVERIFY(question);
        QString text;
        for (const auto *label : question->findChildren<QLabel *>())
            text += label->text();
        QVERIFY2(text.contains(u"1 change(s): 1 edit(s) on Teneo"), qPrintable(text));
        QTest::keyClick(question, Qt::Key_Return); // cancel is the default
        QTRY_VERIFY(!m_console->hasDialog(u"confirmDialog"_s));
        QCOMPARE(changes().item(0).state, State::Staged);
        page()->lock();
        QVERIFY(!named<QPushButton>(changesPage(), u"applyChanges"_s)->isEnabled());
    }

    void aConflictIsResolvedWhereItIsShown()
    {
        open();
        stageDescription(u"Studio EU"_s, u"Mine"_s);
        changeBehind(u"Studio EU"_s, u"Theirs"_s);
        page()->tabs().showPage(u"changes"_s);
        QVERIFY(click(changesPage(), u"applyChanges"_s));
        QTRY_COMPARE(changes().item(0).state, State::Conflict);
        auto *table = named<QTableView>(changesPage(), u"changesTable"_s);
        table->setCurrentIndex(table->model()->index(0, 0));
        QVERIFY(click(changesPage(), u"resolveChange"_s));
        QDialog *dialog = m_console->dialog(u"conflictDialog"_s);
        QVERIFY(dialog);
        auto *theirs = named<QRadioButton>(dialog, u"theirs.description"_s);
        auto *mine = named<QRadioButton>(dialog, u"mine.description"_s);
        QVERIFY(theirs->isChecked());
        QTest::mouseClick(mine, Qt::LeftButton);
        QVERIFY(mine->isChecked() && !theirs->isChecked());
        QVERIFY(click(dialog, u"confirm"_s));
        QTRY_COMPARE(changes().item(0).state, State::Staged);
        QVERIFY(click(changesPage(), u"applyChanges"_s));
        QTRY_COMPARE(changes().item(0).state, State::Done);
    }

    void savingStopsAtAConflict()
    {
        open();
        choose(u"Studio EU"_s);
        auto *lines = named<QPlainTextEdit>(editor(), u"field.description"_s);
        lines->selectAll();
        QTest::keyClicks(lines, u"Mine"_s);
        changeBehind(u"Studio EU"_s, u"Theirs"_s);
        press(lines, Qt::Key_S, Qt::ControlModifier);
        QDialog *dialog = m_console->dialog(u"conflictDialog"_s);
        QVERIFY(dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!editor()->isSaving());
        QCOMPARE(lines->toPlainText(), u"Mine"_s);
        press(lines, Qt::Key_S, Qt::ControlModifier);
        dialog = m_console->dialog(u"conflictDialog"_s);
        QVERIFY(dialog);
        QVERIFY(click(dialog, u"confirm"_s)); // the server's is chosen unless told otherwise
        QTRY_VERIFY(!editor()->isSaving() && !editor()->isModified());
        QCOMPARE(named<QPlainTextEdit>(editor(), u"field.description"_s)->toPlainText(), u"Theirs"_s);
    }

    void leavingAsks()
    {
        open();
        stageDescription(u"Studio EU"_s, u"Not yet"_s);
        m_console->window->close();
        QDialog *question = m_console->dialog(u"confirmDialog"_s);
        QVERIFY(question);
        QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!m_console->hasDialog(u"confirmDialog"_s));
        QVERIFY(m_console->window->isVisible());
        QCOMPARE(tabs()->currentWidget(), changesPage());
        QCOMPARE(changes().pending(), 1);
        QVERIFY(trigger(m_console->window.get(), u"menu.disconnect"_s) || (m_console->window->close(), true));
        question = m_console->dialog(u"confirmDialog"_s);
        QVERIFY(question);
        QVERIFY(click(question, u"confirm"_s));
        QTRY_VERIFY(!m_console->window->currentPage() || !m_console->window->isVisible());
    }

    void aRecordIsDuplicatedAndKeptAsATemplate()
    {
        open();
        choose(u"Studio EU"_s);
        auto *more = named<QToolButton>(editor(), u"recordMore"_s);
        QVERIFY(more);
        QVERIFY(trigger(more->menu(), u"saveTemplate"_s));
        auto *name = qobject_cast<QInputDialog *>(m_console->dialog(u"templateName"_s));
        QVERIFY(name);
        name->setTextValue(u"Studios"_s);
        name->accept();
        QCOMPARE(m_console->state.templates(u"teneo"_s, u"clients"_s).size(), 1);
        Q_EMIT more->menu()->aboutToShow();
        QVERIFY(trigger(more->menu(), u"duplicateRecord"_s));
        QTRY_VERIFY(editor()->draft()->isNew());
        QCOMPARE(named<QLineEdit>(editor(), u"field.name"_s)->text(), u"Studio EU (copy)"_s);
        QVERIFY(editor()->isModified());
        editor()->save();
        QDialog *secret = m_console->dialog(u"shownOnce"_s);
        QVERIFY(secret && click(secret, u"shownOnceDone"_s));
        QVERIFY(!idOf(u"Studio EU (copy)"_s).isEmpty());
        auto *menu = named<QToolButton>(clients(), u"newMenu"_s)->menu();
        Q_EMIT menu->aboutToShow();
        QVERIFY(trigger(named<QMenu>(menu, u"fromTemplate"_s), u"Studios"_s));
        QTRY_VERIFY(editor()->draft()->isNew());
        QCOMPARE(named<QComboBox>(editor(), u"field.type"_s)->currentText(), u"STUDIO"_s);
    }

    void aFileIsImportedAsChanges()
    {
        open();
        QFile file(m_console->folder.filePath(u"clients.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("name,type,who knows\r\nStudio EU,STUDIO,x\r\nImported,OTHER,From a file\r\n,OTHER,\r\n");
        file.close();
        auto *menu = named<QToolButton>(clients(), u"newMenu"_s)->menu();
        Q_EMIT menu->aboutToShow();
        QVERIFY(trigger(menu, u"importRecords"_s));
        QDialog *dialog = m_console->dialog(u"importDialog"_s);
        QVERIFY(dialog);
        QVERIFY(dialog->findChild<EnvironmentBar *>()); // which server it is
        QVERIFY(!named<QPushButton>(dialog, u"stageImport"_s)->isEnabled());
        QVERIFY(QMetaObject::invokeMethod(dialog, "read", Q_ARG(QString, file.fileName())));
        auto *summary = named<QLabel>(dialog, u"importSummary"_s);
        QTRY_COMPARE(summary->text(), u"1 new · 1 unchanged · 1 with problems"_s);
        auto *box = named<QComboBox>(dialog, u"column.who knows"_s);
        QVERIFY(box && box->currentText() == u"Ignored");
        box->setCurrentText(u"Description"_s);
        QTRY_COMPARE(summary->text(), u"1 new · 1 changed · 1 with problems"_s);
        QVERIFY(click(dialog, u"stageImport"_s));
        QTRY_COMPARE(changes().pending(), 2);
        QVERIFY(clients()->strip().text().contains(u"staged"));
    }
};

int tst_changes(int argc, char *argv[])
{
    return runTest<QApplication, tst_Changes>(argc, argv);
}
#include "tst_changes.moc"
