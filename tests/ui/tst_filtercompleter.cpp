// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testprogram.h"
#include "tests/ui/fakecollection.h"
#include "ui/confirmdialog.h"
#include "ui/filterline.h"
#include "ui/recordlist.h"
#include "ui/recordtable.h"

#include <QApplication>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;

// Completion in the filter line, and the filters kept beside it.
class tst_FilterCompleter : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<UiState> m_state;
    std::unique_ptr<FakeCollection<Client>> m_clients;
    std::unique_ptr<RecordList> m_list;

    void openList()
    {
        m_list = std::make_unique<RecordList>(*m_clients, *m_state, u"teneo"_s);
        m_list->resize(900, 600);
        m_list->show();
        QVERIFY(QTest::qWaitForWindowActive(m_list.get()));
        line()->setFocus();
        QTRY_VERIFY(line()->hasFocus());
    }
    QLineEdit *line() const { return m_list->findChild<QLineEdit *>(u"filterLine"_s); }
    QTreeView *popup() const { return m_list->findChild<QTreeView *>(u"filterCompletions"_s); }
    QStringList offered() const
    {
        QStringList terms;
        if (popup() && popup()->isVisible())
            for (int row = 0; row < popup()->model()->rowCount(); ++row)
                terms << popup()->model()->index(row, 0).data().toString();
        return terms;
    }
    void type(const QString &text) { QTest::keyClicks(line(), text); }
    void press(Qt::Key key) { QTest::keyClick(line(), key); }
    int shown() const { return m_list->table().model()->rowCount(); }

    QToolButton *saved() const { return m_list->findChild<QToolButton *>(u"savedFilters"_s); }
    // The menu as it is when it is opened.
    QMenu *openMenu()
    {
        QMenu *menu = saved()->menu();
        menu->popup(saved()->mapToGlobal(QPoint(0, saved()->height())));
        [[maybe_unused]] const bool isOpen = QTest::qWaitFor([menu] { return menu->isVisible(); });
        return menu;
    }
    static void pick(QMenu *menu, QAction *action)
    {
        QVERIFY(action && action->isEnabled());
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    }
    static QAction *actionOf(const QMenu *menu, const QString &text)
    {
        for (QAction *action : menu->actions())
            if (action->text() == text)
                return action;
        return nullptr;
    }
    static QAction *named(const QMenu *menu, const QString &name)
    {
        for (QAction *action : menu->actions())
            if (action->objectName() == name)
                return action;
        return nullptr;
    }
    void save(const QString &name)
    {
        auto *menu = openMenu();
        pick(menu, named(menu, u"saveFilter"_s));
        QPointer<QInputDialog> dialog;
        QTRY_VERIFY((dialog = m_list->findChild<QInputDialog *>()) && dialog->isVisible());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), name);
        QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_VERIFY(!dialog);
    }
    QStringList savedNames() const
    {
        QStringList names;
        for (const auto &filter : m_state->namedFilters(u"teneo"_s, u"clients"_s))
            names << filter.name;
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_settings = std::make_unique<QSettings>(m_folder.filePath(u"ui.ini"_s), QSettings::IniFormat);
        m_settings->clear();
        m_state = std::make_unique<UiState>(*m_settings);
        m_clients = std::make_unique<FakeCollection<Client>>(u"clients"_s);
        m_clients->onServer = someClients();
        m_clients->refresh();
        openList();
    }
    void cleanup() { m_list.reset(); }

    void aFilterByKeysAlone()
    {
        type(u"ty"_s);
        QCOMPARE(offered(), QStringList{u"type:"_s});
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(line()->text(), u"type:"_s);
        QCOMPARE(offered(), (QStringList{u"type:INQUIRE"_s, u"type:OTHER"_s, u"type:STUDIO"_s}));
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        press(Qt::Key_Down);
        press(Qt::Key_Down); // stays at the last
        press(Qt::Key_Return);
        QCOMPARE(line()->text(), u"type:STUDIO"_s);
        QVERIFY(offered().isEmpty());
        QVERIFY(line()->hasFocus());
        QTRY_COMPARE(shown(), 2);
        type(u" -name:us"_s);
        press(Qt::Key_Tab); // the first
        QCOMPARE(line()->text(), u"type:STUDIO -name:\"Studio US\""_s);
        QVERIFY(line()->hasFocus());
        QTRY_COMPARE(shown(), 1);
    }

    void keysThatAreForTheLine()
    {
        type(u"en"_s);
        QVERIFY(!offered().isEmpty());
        press(Qt::Key_Escape);
        QVERIFY(offered().isEmpty());
        QCOMPARE(line()->text(), u"en"_s);
        press(Qt::Key_Escape);
        QCOMPARE(line()->text(), QString());
        press(Qt::Key_Down); // asks
        QCOMPARE(offered().size(), m_clients->columns().size());
        press(Qt::Key_Up);
        type(u"ty"_s);
        press(Qt::Key_Return); // nothing chosen: the words as they are
        QCOMPARE(line()->text(), u"ty"_s);
        QVERIFY(offered().isEmpty());
        press(Qt::Key_Backspace);
        QVERIFY(!offered().isEmpty());
        press(Qt::Key_Left);
        QVERIFY(offered().isEmpty());
    }

    void wordsAreLeftAlone()
    {
        type(u"Inquire "_s);
        QVERIFY(offered().isEmpty());
        QTRY_COMPARE(shown(), 1);
        line()->clear();
        m_list->findChild<FilterLine *>()->setText(u"ty"_s); // not typed
        QVERIFY(offered().isEmpty());
        type(u"p"_s);
        QVERIFY(!offered().isEmpty());
        m_list->findChild<FilterLine *>()->setText(u"ty"_s);
        QVERIFY(offered().isEmpty());
    }

    void timesOfferDistances()
    {
        type(u"upd"_s);
        press(Qt::Key_Tab);
        QCOMPARE(line()->text(), u"updatedAt"_s);
        QVERIFY(offered().contains(u"updatedAt<7d"_s) && offered().contains(u"updatedAt>30d"_s));
        type(u"<7"_s);
        QCOMPARE(offered(), QStringList{u"updatedAt<7d"_s});
        press(Qt::Key_Tab);
        QTRY_COMPARE(shown(), 3);
    }

    void theMouseTakes()
    {
        type(u"type:"_s);
        const auto index = popup()->model()->index(1, 0);
        QTest::mouseClick(popup()->viewport(), Qt::LeftButton, {}, popup()->visualRect(index).center());
        QCOMPARE(line()->text(), u"type:OTHER"_s);
        QVERIFY(line()->hasFocus());
        QTRY_COMPARE(shown(), 3);
        line()->undo();
        QCOMPARE(line()->text(), u"type:"_s);
    }

    void leavingTheLineWithdrawsIt()
    {
        type(u"ty"_s);
        QVERIFY(!offered().isEmpty());
        m_list->table().setFocus();
        QTRY_VERIFY(offered().isEmpty());
    }

    void itStaysWithinTheWindow_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }
    void itStaysWithinTheWindow()
    {
        QFETCH(Qt::LayoutDirection, direction);
        m_list->setLayoutDirection(direction);
        m_list->resize(500, 160);
        QTest::qWait(0);
        press(Qt::Key_Down);
        QVERIFY(!offered().isEmpty());
        QVERIFY(m_list->rect().contains(popup()->geometry()));
        const QRect below(line()->mapTo(m_list.get(), QPoint()), line()->size());
        QVERIFY(!below.intersects(popup()->geometry()));
        if (direction == Qt::LeftToRight)
            QCOMPARE(popup()->geometry().left(), below.left());
        else
            QCOMPARE(popup()->geometry().right(), below.right());
    }

    void filtersAreKeptUnderNames()
    {
        auto *menu = openMenu();
        QVERIFY(!named(menu, u"saveFilter"_s)->isEnabled()); // there is none
        QVERIFY(!actionOf(menu, u"&Delete Filter"_s)->isEnabled());
        menu->close();
        type(u"type:STUDIO "_s);
        save(u"R&D studios"_s);
        line()->clear();
        type(u"enabled:No"_s);
        save(u"Disabled"_s);
        QCOMPARE(savedNames(), (QStringList{u"Disabled"_s, u"R&D studios"_s}));

        menu = openMenu();
        QVERIFY(actionOf(menu, u"Disabled"_s)->isChecked());
        QVERIFY(!actionOf(menu, u"R&&D studios"_s)->isChecked());
        pick(menu, actionOf(menu, u"R&&D studios"_s));
        QCOMPARE(line()->text(), u"type:STUDIO"_s);
        QCOMPARE(shown(), 2);
        QVERIFY(offered().isEmpty());

        // another list of the kind has them, other kinds and products do not
        QVERIFY(m_state->namedFilters(u"teneo"_s, u"users"_s).isEmpty());
        QVERIFY(m_state->namedFilters(u"wyn"_s, u"clients"_s).isEmpty());
        m_list.reset();
        openList();
        menu = openMenu();
        QVERIFY(actionOf(menu, u"R&&D studios"_s)->isChecked());
        QMenu *removals = actionOf(menu, u"&Delete Filter"_s)->menu();
        actionOf(removals, u"R&&D studios"_s)->trigger();
        menu->close();
        QCOMPARE(savedNames(), QStringList{u"Disabled"_s});
        QVERIFY(!actionOf(openMenu(), u"R&&D studios"_s));
        saved()->menu()->close();
    }

    void theSameNameIsReplacedOnlyAfterAsking()
    {
        m_state->setNamedFilter(u"teneo"_s, u"clients"_s, {u"Mine"_s, u"type:OTHER"_s});
        type(u"type:STUDIO"_s);
        const auto answer = [this](const QString &button) {
            QPointer<ConfirmDialog> question;
            QTRY_VERIFY((question = m_list->findChild<ConfirmDialog *>()) && question->isVisible());
            QTest::mouseClick(question->findChild<QPushButton *>(button), Qt::LeftButton);
            QTRY_VERIFY(!question);
        };
        save(u"Mine"_s);
        answer(u"cancel"_s);
        QCOMPARE(m_state->namedFilters(u"teneo"_s, u"clients"_s).first().text, u"type:OTHER"_s);
        save(u" Mine "_s);
        answer(u"confirm"_s);
        QCOMPARE(m_state->namedFilters(u"teneo"_s, u"clients"_s).first().text, u"type:STUDIO"_s);
        save(u"Mine"_s); // it is that one
        QVERIFY(!m_list->findChild<ConfirmDialog *>());
        save(u"  "_s);
        QCOMPARE(savedNames(), QStringList{u"Mine"_s});
    }

    void aFilterWithAProblemIsNotKept()
    {
        type(u"colour:red"_s);
        auto *menu = openMenu();
        QVERIFY(!named(menu, u"saveFilter"_s)->isEnabled());
        menu->close();
    }
};

int tst_filtercompleter(int argc, char *argv[])
{
    return runTest<QApplication, tst_FilterCompleter>(argc, argv);
}
#include "tst_filtercompleter.moc"
