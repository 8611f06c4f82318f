// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/recordmodel.h"
#include "tests/testprogram.h"
#include "tests/ui/fakecollection.h"
#include "ui/expirychart.h"
#include "ui/recordlist.h"
#include "ui/recordtable.h"

#include <QApplication>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::Literals::StringLiterals;

// What stands beside a list, read and clicked as a person does.
class tst_FacetPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_settings = std::make_unique<QSettings>(m_folder.filePath(u"ui.ini"_s), QSettings::IniFormat);
        m_settings->clear();
        m_state = std::make_unique<UiState>(*m_settings);
        m_list.reset(); // it shows the tokens
        m_tokens = std::make_unique<FakeCollection<Token>>(u"accessTokens"_s);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        for (int i = 0; i < 90; ++i)
            m_tokens->onServer << Token{.id = QString::number(i),
                .type = i % 3 == 0 ? u"CLIENT"_s : u"USER"_s,
                .clientName = i < 60 ? u"Night Shift"_s : u"Portal"_s,
                .issuedAt = now.addDays(-i),
                .expiresAt = now.addSecs(3600 + i * 43200)};
        open();
    }

    void countsStandBesideTheTokens()
    {
        QCOMPARE(textOf(u"Type"_s, u"USER"_s), u"60"_s);
        QCOMPARE(textOf(u"Client"_s, u"Night Shift"_s), u"60"_s);
        QCOMPARE(textOf(u"Expires"_s, u"Within 24 hours"_s), u"2"_s);
    }

    void aClickFiltersAndAnotherDoesNot()
    {
        click(find(u"Client"_s, u"Night Shift"_s));
        QCOMPARE(line()->text(), u"client=\"Night Shift\""_s);
        QTRY_COMPARE(m_list->table().model()->rowCount(), 60);
        QTRY_COMPARE(textOf(u"Type"_s, u"USER"_s), u"40"_s);
        QVERIFY(find(u"Client"_s, u"Night Shift"_s)->isSelected());

        click(find(u"Type"_s, u"CLIENT"_s));
        QCOMPARE(line()->text(), u"client=\"Night Shift\" type=CLIENT"_s);
        QTRY_COMPARE(m_list->table().model()->rowCount(), 20);
        QTRY_VERIFY(!find(u"Type"_s, u"USER"_s));

        click(find(u"Client"_s, u"Night Shift"_s));
        QCOMPARE(line()->text(), u"type=CLIENT"_s);
        QTRY_COMPARE(m_list->table().model()->rowCount(), 30);
    }

    void whatIsTypedIsMarked()
    {
        line()->setFocus();
        QTest::keyClicks(line(), u"type=USER"_s);
        QTest::keyClick(line(), Qt::Key_Return);
        QTRY_VERIFY(find(u"Type"_s, u"USER"_s) && find(u"Type"_s, u"USER"_s)->isSelected());
        QTRY_COMPARE(textOf(u"Type"_s, u"USER"_s), u"60"_s);
    }

    void theKeyboardChoosesABar()
    {
        auto *chart = m_list->findChild<ExpiryChart *>(u"expiryChart"_s);
        QTRY_VERIFY(chart->isVisible());
        chart->setFocus(Qt::TabFocusReason);
        QTest::keyClick(chart, Qt::Key_Home);
        QTest::keyClick(chart, Qt::Key_Right);
        const QString told = chart->accessibleDescription();
        QTest::keyClick(chart, Qt::Key_Return);
        QVERIFY2(line()->text().startsWith(u"expires>"_s), qPrintable(line()->text()));
        QTRY_COMPARE_GT(m_list->table().model()->rowCount(), 0);
        QTRY_VERIFY2(told.endsWith(u": %1"_s.arg(m_list->table().model()->rowCount())), qPrintable(told));
    }

    void hidingItIsRemembered()
    {
        auto *button = m_list->findChild<QToolButton *>(u"showFacets"_s);
        QVERIFY(button->isChecked());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(!tree()->isVisible());
        open();
        QVERIFY(!tree()->isVisible());
        QVERIFY(!m_list->findChild<QToolButton *>(u"showFacets"_s)->isChecked());
    }

    void aListWithoutDeadlinesBeginsWithoutIt()
    {
        FakeCollection<Client> clients(u"clients"_s);
        RecordList list(clients, *m_state, u"teneo"_s);
        list.show();
        QVERIFY(!list.findChild<QTreeWidget *>(u"facets"_s)->isVisible());
    }

private:
    void open()
    {
        m_list = std::make_unique<RecordList>(*m_tokens, *m_state, u"teneo"_s);
        m_list->resize(1000, 700);
        m_list->show();
        QVERIFY(QTest::qWaitForWindowActive(m_list.get()));
        m_tokens->refresh();
        QTRY_COMPARE(m_list->table().model()->rowCount(), 90);
        if (m_list->findChild<QToolButton *>(u"showFacets"_s)->isChecked())
            QTRY_VERIFY(find(u"Type"_s, u"USER"_s));
    }
    QLineEdit *line() const { return m_list->findChild<QLineEdit *>(); }
    QTreeWidget *tree() const { return m_list->findChild<QTreeWidget *>(u"facets"_s); }
    QTreeWidgetItem *find(const QString &facet, const QString &value) const
    {
        for (int i = 0; i < tree()->topLevelItemCount(); ++i) {
            auto *top = tree()->topLevelItem(i);
            for (int row = 0; top->text(0) == facet && row < top->childCount(); ++row)
                if (top->child(row)->text(0) == value)
                    return top->child(row);
        }
        return nullptr;
    }
    QString textOf(const QString &facet, const QString &value) const
    {
        const auto *item = find(facet, value);
        return item ? item->text(1) : QString();
    }
    void click(QTreeWidgetItem *item)
    {
        QVERIFY(item);
        tree()->scrollToItem(item);
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, tree()->visualItemRect(item).center());
    }

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<UiState> m_state;
    std::unique_ptr<FakeCollection<Token>> m_tokens;
    std::unique_ptr<RecordList> m_list;
};

int tst_facetpanel(int argc, char *argv[])
{
    return runTest<QApplication, tst_FacetPanel>(argc, argv);
}

#include "tst_facetpanel.moc"
