// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testprogram.h"
#include "tests/ui/fakecollection.h"
#include "ui/filterline.h"
#include "ui/messagestrip.h"
#include "ui/recordeditor.h"
#include "ui/recordpage.h"
#include "ui/recordtable.h"
#include "ui/secretedit.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

class tst_RecordPage : public QObject {
    Q_OBJECT

private:
    using Clients = FakeCollection<Client>;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<UiState> m_state;
    std::unique_ptr<Clients> m_clients;
    std::unique_ptr<RecordPage> m_page;

    void openPage()
    {
        m_page = std::make_unique<RecordPage>(*m_clients, *m_state, u"teneo"_s);
        m_page->resize(1100, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    template <typename T>
    T *part(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }
    QTableView *table() const { return part<QTableView>(u"recordTable"_s); }
    RecordEditor *editor() const { return part<RecordEditor>(u"recordEditor"_s); }
    QString strip(const QWidget *place) const
    {
        return place->findChild<MessageStrip *>(u"message"_s, Qt::FindDirectChildrenOnly)->text();
    }
    QString idOf(int i) const { return m_clients->onServer[i].id; }
    QStringList shownNames() const
    {
        QStringList names;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            names << table()->model()->index(row, 0).data().toString();
        return names;
    }
    void click(const QString &name) const
    {
        auto *button = part<QAbstractButton>(name);
        QVERIFY2(button, qPrintable(name));
        QVERIFY2(button->isVisible() && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void openRecord(int i)
    {
        m_page->selectIds({idOf(i)});
        QTRY_VERIFY(editor()->draft() && editor()->draft()->id() == idOf(i));
        QVERIFY(editor()->isVisible());
    }
    void retype(const QString &field, const QString &text)
    {
        auto *line = part<QLineEdit>(field);
        QVERIFY2(line, qPrintable(field));
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    void filter(const QString &text)
    {
        auto *line = part<QLineEdit>(u"filterLine"_s);
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_dir->filePath(u"ui.ini"_s), QSettings::IniFormat);
        m_state = std::make_unique<UiState>(*m_settings);
        m_clients = std::make_unique<Clients>(u"clients"_s);
        m_clients->onServer = someClients();
        m_clients->words = {u"STUDIO"_s, u"INQUIRE"_s, u"OTHER"_s};
        openPage();
        m_page->refresh();
    }
    void cleanup() { m_page.reset(); }

    void emptyListsSayWhatToDo()
    {
        m_clients->onServer.clear();
        m_clients->records.beginRefresh();
        m_clients->records.endRefresh(true);
        const auto fresh = std::make_unique<Clients>(u"clients"_s);
        RecordPage page(*fresh, *m_state, u"teneo"_s);
        page.show();
        const auto *title = page.findChild<QLabel *>(u"emptyTitle"_s);
        auto *action = page.findChild<QPushButton *>(u"emptyAction"_s);
        QCOMPARE(title->text(), u"Not loaded yet"_s);
        action->click();
        QCOMPARE(fresh->refreshes, 1);
        QTRY_COMPARE(title->text(), u"Nothing here yet"_s);
        action->click();
        QVERIFY(page.findChild<RecordEditor *>(u"recordEditor"_s)->draft()->isNew());
    }

    void aFilterThatHidesAllCanBeCleared()
    {
        filter(u"nothing-like-this"_s);
        QTRY_COMPARE(part<QLabel>(u"emptyTitle"_s)->text(), u"Nothing matches the filter"_s);
        QVERIFY(!table()->isVisible());
        click(u"emptyAction"_s);
        QTRY_VERIFY(table()->isVisible());
        QCOMPARE(shownNames().size(), 6);
    }

    void theFilterShowsHowManyOfHowMany()
    {
        filter(u"type=STUDIO"_s);
        QTRY_COMPARE(shownNames(), (QStringList{u"Studio EU"_s, u"Studio US"_s}));
        QTRY_VERIFY(part<QLabel>(u"count"_s)->text().startsWith(u"2 of 6 "_s));
    }

    void aWrongFilterSaysWhyAndKeepsTheListAsItWas()
    {
        filter(u"type=STUDIO"_s);
        QTRY_COMPARE(shownNames().size(), 2);
        filter(u"nofield=1"_s);
        const auto *problem = part<QLabel>(u"filterProblem"_s);
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(u"nofield"_s));
        QCOMPARE(shownNames().size(), 2);
        QTest::keyClick(part<QLineEdit>(u"filterLine"_s), Qt::Key_Escape);
        QTRY_VERIFY(!problem->isVisible());
        QCOMPARE(shownNames().size(), 6);
    }

    void filterColumnsAndSortingAreRemembered()
    {
        filter(u"type=STUDIO"_s);
        auto *header = table()->horizontalHeader();
        header->moveSection(0, 2);
        table()->setColumnWidth(0, 222);
        table()->sortByColumn(0, Qt::DescendingOrder);
        auto *menu = part<QToolButton>(u"columns"_s)->menu();
        Q_EMIT menu->aboutToShow();
        menu->findChild<QCheckBox *>(u"column.enabled"_s)->click();
        menu->findChild<QCheckBox *>(u"column.description"_s)->click();
        openPage();
        QCOMPARE(part<QLineEdit>(u"filterLine"_s)->text(), u"type=STUDIO"_s);
        QCOMPARE(shownNames(), (QStringList{u"Studio US"_s, u"Studio EU"_s}));
        header = table()->horizontalHeader();
        QCOMPARE(header->visualIndex(0), 2);
        QCOMPARE(table()->columnWidth(0), 222);
        const auto columns = m_clients->columns();
        for (int column = 0; column < columns.size(); ++column) {
            const bool shown = columns[column].key == u"description"
                || (columns[column].flags & FieldFlag::Column && columns[column].key != u"enabled");
            QCOMPARE(table()->isColumnHidden(column), !shown);
        }
    }

    void columnsCanBeReset()
    {
        table()->setColumnHidden(0, true);
        table()->horizontalHeader()->moveSection(0, 3);
        table()->setColumnWidth(1, 250);
        auto *menu = part<QToolButton>(u"columns"_s)->menu();
        Q_EMIT menu->aboutToShow();
        menu->actions().constLast()->trigger();
        QVERIFY(!table()->isColumnHidden(0));
        QCOMPARE(table()->horizontalHeader()->visualIndex(0), 0);
        QVERIFY(table()->columnWidth(1) < 250);
    }

    void editingSavesThroughTheDraft()
    {
        openRecord(0);
        QVERIFY(!part<QPushButton>(u"saveRecord"_s)->isEnabled());
        retype(u"field.name"_s, u"Studio Europe"_s);
        QVERIFY(m_page->hasUnsavedChanges());
        QVERIFY(part<QLabel>(u"changes"_s)->text().startsWith(u"1 unsaved"_s));
        click(u"saveRecord"_s);
        QTRY_COMPARE(m_clients->records.find(idOf(0))->name, u"Studio Europe"_s);
        QTRY_COMPARE(part<QLabel>(u"changes"_s)->text(), u"Saved."_s);
        QVERIFY(!m_page->hasUnsavedChanges());
        QCOMPARE(part<QLabel>(u"recordTitle"_s)->text(), u"Studio Europe"_s);
        QCOMPARE(m_page->selectedIds(), QStringList{idOf(0)});
    }

    void theKeyboardSaves()
    {
        openRecord(0);
        retype(u"field.name"_s, u"Studio Europe"_s);
        QTest::keyClick(part<QLineEdit>(u"field.name"_s), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(m_clients->records.find(idOf(0))->name, u"Studio Europe"_s);
    }

    void problemsStandAtTheirField()
    {
        openRecord(0);
        retype(u"field.url"_s, u"nonsense"_s);
        const auto *problem = part<QLabel>(u"problem.url"_s);
        QVERIFY(problem->isVisible());
        part<QLineEdit>(u"field.name"_s)->setFocus();
        click(u"saveRecord"_s);
        QCOMPARE(m_clients->saves, 0);
        QVERIFY(part<QLineEdit>(u"field.url"_s)->hasFocus());
        retype(u"field.url"_s, u"https://studio.example.test"_s);
        QVERIFY(!problem->isVisible());
        click(u"saveRecord"_s);
        QTRY_COMPARE(m_clients->saves, 1);
    }

    void whatCannotBeReadIsNotSaved()
    {
        openRecord(0);
        retype(u"field.accessTokenLifetime"_s, u"soon"_s);
        QVERIFY(part<QLabel>(u"problem.accessTokenLifetime"_s)->isVisible());
        click(u"saveRecord"_s);
        QCOMPARE(m_clients->saves, 0);
    }

    void aRefusedSaveKeepsWhatWasTyped()
    {
        openRecord(0);
        retype(u"field.name"_s, u"Taken"_s);
        m_clients->refusal = Error{.kind = Error::Kind::Conflict, .message = u"This name is taken."_s};
        click(u"saveRecord"_s);
        QTRY_COMPARE(strip(editor()), u"This name is taken."_s);
        QCOMPARE(part<QLineEdit>(u"field.name"_s)->text(), u"Taken"_s);
        QVERIFY(part<QLineEdit>(u"field.name"_s)->isEnabled());
        QVERIFY(m_page->hasUnsavedChanges());
        click(u"revertRecord"_s);
        QCOMPARE(part<QLineEdit>(u"field.name"_s)->text(), u"Studio EU"_s);
        QVERIFY(!m_page->hasUnsavedChanges());
    }

    void nothingCanBeTypedWhileSaving()
    {
        openRecord(0);
        retype(u"field.name"_s, u"Slow"_s);
        m_clients->holds = true;
        click(u"saveRecord"_s);
        QVERIFY(editor()->isSaving());
        QVERIFY(!part<QLineEdit>(u"field.name"_s)->isEnabled());
        QVERIFY(!part<QPushButton>(u"saveRecord"_s)->isEnabled());
        QVERIFY(!table()->isEnabled());
        QTRY_VERIFY(m_clients->saving); // once what it was is looked up
        m_clients->saving->addResult(Result<Saved>(Saved{.id = idOf(0)}));
        m_clients->saving->finish();
        QTRY_VERIFY(!editor()->isSaving());
        QVERIFY(table()->isEnabled());
    }

    void thePageMayDieWhileSaving()
    {
        openRecord(0);
        retype(u"field.name"_s, u"Slow"_s);
        m_clients->holds = true;
        click(u"saveRecord"_s);
        QTRY_VERIFY(m_clients->saving);
        const auto saving = m_clients->saving;
        m_page.reset();
        saving->addResult(Result<Saved>(Saved{.id = idOf(0)}));
        saving->finish();
        QCoreApplication::processEvents();
        QCOMPARE(m_clients->saves, 1);
    }

    void theDifferenceIsShownFieldByField()
    {
        openRecord(0);
        retype(u"field.name"_s, u"Studio <b>Europe"_s);
        part<SecretEdit>(u"field.secret"_s)->setFocus();
        QTest::keyClicks(part<SecretEdit>(u"field.secret"_s), u"s3cret"_s);
        click(u"showDifference"_s);
        const auto *dialog = part<QDialog>(u"difference"_s);
        QVERIFY(dialog && dialog->isVisible());
        QStringList texts;
        for (const auto *label : dialog->findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            texts << label->text();
        }
        QVERIFY(texts.contains(u"Studio EU"_s));
        QVERIFY(texts.contains(u"Studio <b>Europe"_s));
        QVERIFY(texts.contains(u"Changed"_s));
        QVERIFY(!texts.contains(u"s3cret"_s));
        QVERIFY(!texts.contains(u"https://studio.example.test/studio"_s));
    }

    void creatingShowsTheSecretOnce()
    {
        m_clients->shownOnce = {{u"Client secret"_s, Secret(u"s3cret"_s)}};
        click(u"newRecord"_s);
        QVERIFY(part<QLineEdit>(u"field.name"_s)->hasFocus());
        click(u"saveRecord"_s);
        QVERIFY(part<QLabel>(u"problem.name"_s)->isVisible());
        QCOMPARE(m_clients->saves, 0);
        retype(u"field.name"_s, u"Brand new"_s);
        part<QComboBox>(u"field.type"_s)->setCurrentText(u"OTHER"_s);
        click(u"saveRecord"_s);
        QTRY_VERIFY(part<QDialog>(u"shownOnce"_s));
        QCOMPARE(m_page->selectedIds(), QStringList{u"new-1"_s});
        QCOMPARE(m_clients->records.find(u"new-1"_s)->type, u"OTHER"_s);
        const auto *value = part<SecretEdit>(u"shownOnceValue"_s);
        QVERIFY(value->secret() == Secret(u"s3cret"_s));
        click(u"shownOnceDone"_s);
        QTRY_VERIFY(!part<QDialog>(u"shownOnce"_s));
    }

    void aNewRecordTakesTheSelectedOnesPlace()
    {
        openRecord(0);
        click(u"newRecord"_s);
        QTRY_VERIFY(m_page->selectedIds().isEmpty());
        QCoreApplication::processEvents();
        QVERIFY(editor()->isVisible());
        QVERIFY(editor()->draft() && editor()->draft()->isNew());
    }

    void aNewRecordCanBeGivenUp()
    {
        click(u"newRecord"_s);
        click(u"revertRecord"_s);
        QVERIFY(!editor()->isVisible());
        QVERIFY(!editor()->draft());
    }

    void leavingUnsavedChangesAsks_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("name"); // of the first client afterwards
        QTest::addColumn<int>("selected"); // client
        QTest::newRow("save") << u"unsavedSave"_s << u"Changed"_s << 1;
        QTest::newRow("discard") << u"unsavedDiscard"_s << u"Studio EU"_s << 1;
        QTest::newRow("cancel") << u"unsavedCancel"_s << u"Studio EU"_s << 0;
    }
    void leavingUnsavedChangesAsks()
    {
        QFETCH(QString, answer);
        QFETCH(QString, name);
        QFETCH(int, selected);
        openRecord(0);
        retype(u"field.name"_s, u"Changed"_s);
        m_page->selectIds({idOf(1)});
        QTRY_VERIFY(part<QDialog>(u"unsavedChanges"_s));
        QCOMPARE(m_page->selectedIds(), QStringList{idOf(0)});
        click(answer);
        QTRY_COMPARE(m_page->selectedIds(), QStringList{idOf(selected)});
        QTRY_COMPARE(editor()->draft()->id(), idOf(selected));
        QCOMPARE(m_clients->records.find(idOf(0))->name, name);
        QCOMPARE(m_page->hasUnsavedChanges(), selected == 0);
        if (selected == 0)
            QCOMPARE(part<QLineEdit>(u"field.name"_s)->text(), u"Changed"_s);
    }

    void aSaveThatFailsKeepsThePersonHere()
    {
        openRecord(0);
        retype(u"field.name"_s, u"Changed"_s);
        m_clients->refusal = Error{.kind = Error::Kind::Server, .message = u"Broken."_s};
        bool left = false;
        m_page->whenSafe([&] { left = true; });
        QTRY_VERIFY(part<QDialog>(u"unsavedChanges"_s));
        click(u"unsavedSave"_s);
        QTRY_COMPARE(strip(editor()), u"Broken."_s);
        QVERIFY(!left);
        m_clients->refusal.reset();
        click(u"saveRecord"_s);
        QTRY_VERIFY(!m_page->hasUnsavedChanges());
        QVERIFY(!left); // that was given up
        m_page->whenSafe([&] { left = true; });
        QVERIFY(left);
    }

    void aFilterThatHidesTheRecordKeepsItsChanges()
    {
        openRecord(0);
        retype(u"field.name"_s, u"Changed"_s);
        filter(u"type=OTHER"_s);
        QTRY_VERIFY(m_page->selectedIds().isEmpty());
        QCoreApplication::processEvents();
        QVERIFY(m_page->hasUnsavedChanges());
        QVERIFY(editor()->isVisible());
        QVERIFY(!part<QDialog>(u"unsavedChanges"_s));
    }

    void aRefreshBringsNewValuesIntoAnUntouchedEditor()
    {
        openRecord(0);
        m_clients->onServer[0].description = u"New words"_s;
        m_page->refresh();
        QTRY_COMPARE(part<QPlainTextEdit>(u"field.description"_s)->toPlainText(), u"New words"_s);
        retype(u"field.name"_s, u"Mine"_s);
        m_clients->onServer[0].description = u"Newer words"_s;
        m_page->refresh();
        QCOMPARE(part<QLineEdit>(u"field.name"_s)->text(), u"Mine"_s);
        QCOMPARE(part<QPlainTextEdit>(u"field.description"_s)->toPlainText(), u"New words"_s);
    }

    void deletingAsksWithTheName()
    {
        openRecord(0);
        click(u"deleteRecord"_s);
        auto *dialog = part<QDialog>(u"confirmDialog"_s);
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(dialog->windowTitle().contains(u"Studio EU"_s));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!part<QDialog>(u"confirmDialog"_s));
        QVERIFY(m_clients->records.find(idOf(0)));
        click(u"deleteRecord"_s);
        click(u"confirm"_s);
        QTRY_VERIFY(!m_clients->records.find(idOf(0)));
        QTRY_VERIFY(!editor()->isVisible());
        QVERIFY(strip(m_page.get()).endsWith(u" deleted."_s));
        QVERIFY(!part<QDialog>(u"batchDialog"_s) || !part<QDialog>(u"batchDialog"_s)->isVisible());
    }

    void severalAreDeletedAtOnce()
    {
        m_clients->irremovable = {idOf(1)};
        m_page->selectIds({idOf(0), idOf(1), idOf(2)});
        QTRY_VERIFY(part<QLabel>(u"severalText"_s)->isVisible());
        QVERIFY(part<QLabel>(u"severalText"_s)->text().startsWith(u"3 "_s));
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Delete);
        QVERIFY(part<QLabel>(u"confirmNames"_s)->text().contains(u"Inquire"_s));
        const QString confirm = part<QPushButton>(u"confirm"_s)->text();
        QVERIFY2(confirm.startsWith(u"Delete 3 Client"_s), qPrintable(confirm));
        click(u"confirm"_s);
        QTRY_COMPARE(part<QLabel>(u"batchSummary"_s)->text(), u"2 of 3 done · 1 failed"_s);
        click(u"batchClose"_s);
        QTRY_COMPARE(m_clients->records.rowCount(), 4);
        QVERIFY(strip(m_page.get()).contains(u"1 failed"_s));
    }

    void theDeleteKeyInAFieldDeletesText()
    {
        openRecord(0);
        auto *name = part<QLineEdit>(u"field.name"_s);
        name->setFocus();
        name->setCursorPosition(0);
        QTest::keyClick(name, Qt::Key_Delete);
        QCOMPARE(name->text(), u"tudio EU"_s);
        QVERIFY(!part<QDialog>(u"confirmDialog"_s));
    }

    void readOnlyLeavesNothingToChange()
    {
        openRecord(0);
        m_page->setReadOnly(true, u"Locked."_s);
        QVERIFY(!part<QLineEdit>(u"field.name"_s));
        QCOMPARE(part<QLabel>(u"field.name"_s)->text(), u"Studio EU"_s);
        for (const auto &name : {u"newRecord"_s, u"deleteRecord"_s, u"saveRecord"_s}) {
            QVERIFY(!part<QPushButton>(name)->isEnabled());
            QCOMPARE(part<QPushButton>(name)->toolTip(), u"Locked."_s);
        }
        m_page->createNew();
        m_page->removeSelected();
        QCOMPARE(editor()->draft()->id(), idOf(0));
        QVERIFY(!part<QDialog>(u"confirmDialog"_s));
        m_page->setReadOnly(false);
        QVERIFY(part<QLineEdit>(u"field.name"_s));
        QVERIFY(part<QPushButton>(u"newRecord"_s)->isEnabled());
    }

    void aLongLoadCanBeStopped()
    {
        m_clients->holds = true;
        m_page->refresh();
        auto *stop = part<QToolButton>(u"stop"_s);
        QVERIFY(!stop->isVisible()); // short waits show nothing
        QVERIFY(!part<QToolButton>(u"refresh"_s)->isEnabled());
        QTRY_VERIFY(stop->isVisible());
        click(u"stop"_s);
        QCOMPARE(m_clients->stops, 1);
        QCOMPARE(strip(m_page.get()), u"Loading was stopped."_s);
        QVERIFY(part<QLabel>(u"incomplete"_s)->isVisible());
        QVERIFY(part<QToolButton>(u"refresh"_s)->isVisible());
        QCOMPARE(shownNames().size(), 6);
    }

    void aFailedLoadCanBeRetried()
    {
        m_clients->refusal = Error{.kind = Error::Kind::Timeout, .message = u"Too late."_s};
        m_page->refresh();
        QCOMPARE(strip(m_page.get()), u"Too late."_s);
        m_clients->refusal.reset();
        click(u"messageAction"_s);
        QVERIFY(strip(m_page.get()).isEmpty());
        QCOMPARE(m_clients->refreshes, 3);
    }

    void aRefusedLoadOffersToSignIn()
    {
        const QSignalSpy asked(m_page.get(), &RecordPage::signInRequested);
        m_clients->refusal = Error{.kind = Error::Kind::Unauthorized, .message = u"Sign in again."_s};
        m_page->refresh();
        click(u"messageAction"_s);
        QCOMPARE(asked.count(), 1);
    }

    void nothingIsCutOffInANarrowEditor()
    {
        openRecord(0);
        retype(u"field.name"_s, u"Changed"_s);
        for (const auto &name : {u"deleteRecord"_s, u"revertRecord"_s, u"saveRecord"_s})
            part<QPushButton>(name)->setText(u"Thirteen chars"_s);
        m_page->resize(660, 500);
        QCoreApplication::processEvents();
        for (const auto &name : {u"deleteRecord"_s, u"saveRecord"_s, u"showDifference"_s}) {
            const auto *button = part<QPushButton>(name);
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(name));
        }
        const auto *form = part<QScrollArea>(u"recordForm"_s);
        QVERIFY(form->widget()->width() <= form->viewport()->width());
    }

    void shortcutsWork()
    {
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(part<QLineEdit>(u"filterLine"_s)->hasFocus());
        QTest::keyClick(part<QLineEdit>(u"filterLine"_s), Qt::Key_N, Qt::ControlModifier);
        QVERIFY(editor()->draft()->isNew());
        QTest::keyClick(part<QLineEdit>(u"field.name"_s), Qt::Key_Escape);
        QVERIFY(!editor()->draft());
        QVERIFY(table()->hasFocus());
        openRecord(0);
        QTest::keyClick(table(), Qt::Key_Return);
        QVERIFY(part<QLineEdit>(u"field.name"_s)->hasFocus());
    }

    void theMenuCopiesIds()
    {
        m_page->selectIds({idOf(0), idOf(1)});
        Q_EMIT table()->customContextMenuRequested({5, 5});
        QMenu *menu = nullptr;
        for (auto *each : m_page->findChildren<QMenu *>())
            menu = each->isVisible() ? each : menu;
        QVERIFY(menu);
        for (auto *action : menu->actions())
            if (action->text() == u"Copy ID")
                action->trigger();
        auto ids = QGuiApplication::clipboard()->text().split(u'\n');
        ids.sort();
        auto expected = QStringList{idOf(0), idOf(1)};
        expected.sort();
        QCOMPARE(ids, expected);
        menu->close();
    }

    void recordsWithoutUpdateAreShownAndRevoked()
    {
        FakeCollection<Token> tokens(u"accessTokens"_s);
        tokens.can = Operation::Remove;
        tokens.howRemoved = Removal::Revoke;
        tokens.onServer = {Token{.id = u"t1"_s, .type = u"ACCESS"_s, .clientName = u"Studio"_s}};
        RecordPage page(tokens, *m_state, u"teneo"_s);
        page.show();
        page.refresh();
        QVERIFY(!page.findChild<QPushButton *>(u"newRecord"_s)->isVisible());
        page.selectIds({u"t1"_s});
        auto *revoke = page.findChild<QPushButton *>(u"deleteRecord"_s);
        QTRY_VERIFY(revoke->isVisible());
        QCOMPARE(revoke->text(), u"Revoke…"_s);
        QVERIFY(!page.findChild<QPushButton *>(u"saveRecord"_s)->isVisible());
        QCOMPARE(page.findChild<QLabel *>(u"field.client"_s)->text(), u"Studio"_s);
        QVERIFY(!page.findChild<QWidget *>(u"field.value"_s)); // a secret the server does not tell
    }

    void everyControlHasAName()
    {
        openRecord(0);
        for (const auto *widget : m_page->findChildren<QWidget *>()) {
            const bool isControl = widget->focusPolicy() & Qt::TabFocus && widget->isVisible()
                && !widget->inherits("QAbstractScrollArea");
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            if (isControl && widget->parentWidget()->objectName() != u"field.type")
                QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                    widget->metaObject()->className());
        }
    }
};

int tst_recordpage(int argc, char *argv[])
{
    return runTest<QApplication, tst_RecordPage>(argc, argv);
}
#include "tst_recordpage.moc"
