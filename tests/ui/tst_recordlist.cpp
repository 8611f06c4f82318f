// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testprogram.h"
#include "tests/ui/fakecollection.h"
#include "ui/recordlist.h"
#include "ui/recordtable.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// A list's columns and how it takes its rows in.
class tst_RecordList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clients = std::make_unique<FakeCollection<Client>>(u"clients"_s);
        m_settings = std::make_unique<QSettings>(m_folder.filePath(u"ui.ini"_s), QSettings::IniFormat);
        m_settings->clear();
        m_state = std::make_unique<UiState>(*m_settings);
    }

    void manyRowsAreMeasuredOnce()
    {
        constexpr int rows = 300;
        for (int i = 0; i < rows; ++i)
            m_clients->onServer << Client{.id = u"c-%1"_s.arg(i), .name = u"Client %1"_s.arg(i), .type = u"OTHER"_s};
        RecordList list(*m_clients, *m_state, u"teneo"_s);
        list.resize(900, 600);
        list.show();
        QVERIFY(QTest::qWaitForWindowActive(&list));
        m_clients->records.asked = 0;
        m_clients->refresh();
        QTRY_VERIFY(list.findChild<QLabel *>(u"count"_s)->text().startsWith(u"300 "_s));
        // Sorting in asks each row a few times; measuring all that are there at every row that comes, thousands of
        // times.
        const auto columns = m_clients->columns().size();
        QVERIFY2(m_clients->records.asked < rows * columns * 20, qPrintable(QString::number(m_clients->records.asked)));
    }

    void whatCameIsToldWhileTheRestArrives()
    {
        RecordList list(*m_clients, *m_state, u"teneo"_s);
        list.show();
        m_clients->onServer = someClients();
        m_clients->holds = true;
        m_clients->refresh();
        const auto *count = list.findChild<QLabel *>(u"count"_s);
        m_clients->tell(1200);
        QTRY_VERIFY(count->text().contains(u"%1 loaded so far"_s.arg(QLocale().toString(1200))));
        m_clients->tell(1200, 5000);
        QTRY_VERIFY(count->text().contains(u"%1 of %2 loaded"_s.arg(QLocale().toString(1200), QLocale().toString(5000))));
        const auto *bar = list.findChild<QProgressBar *>();
        QCOMPARE(bar->value() * 100 / bar->maximum(), 24);
        m_clients->answer();
        QTRY_VERIFY(!count->text().contains(u" of "_s));
        QVERIFY(count->text().startsWith(u"6 "_s));
    }

    void aSelectionIsKeptAsStretches()
    {
        m_clients->onServer = someClients();
        RecordList list(*m_clients, *m_state, u"teneo"_s);
        m_clients->refresh();
        auto &table = list.table();
        table.horizontalHeader()->moveSection(0, 2);
        table.selectAll();
        QCOMPARE(list.selectedCount(), 6);
        QCOMPARE(list.selectedIds().size(), 6);
        const QStringList two{list.selectedIds()[1], list.selectedIds()[4]};
        QVERIFY(list.selectIds(two));
        QCOMPARE(list.selectedIds(), two);
        QCOMPARE(selectedStretches(table), (QList<std::pair<int, int>>{{1, 1}, {4, 4}}));
        QVERIFY(!list.selectIds({u"nobody"_s}));
    }

    void columnsUseTheRoomThereIs_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QStringList>("whole"); // columns of which nothing is cut
        QTest::addColumn<QStringList>("cut");
        QTest::newRow("wide") << 1400 << QStringList{u"name"_s, u"type"_s, u"id"_s, u"enabled"_s, u"updatedAt"_s}
                              << QStringList();
        QTest::newRow("beside an editor")
            << 660 << QStringList{u"name"_s, u"type"_s, u"enabled"_s} << QStringList{u"id"_s};
    }
    void columnsUseTheRoomThereIs()
    {
        QFETCH(int, width);
        QFETCH(QStringList, whole);
        QFETCH(QStringList, cut);
        m_clients->onServer = someClients();
        RecordList list(*m_clients, *m_state, u"teneo"_s);
        list.resize(width, 600);
        list.show();
        QVERIFY(QTest::qWaitForWindowActive(&list));
        m_clients->refresh();
        QTRY_COMPARE(list.table().model()->rowCount(), 6);
        QTRY_COMPARE(list.table().horizontalHeader()->length(), list.table().viewport()->width());
        const auto columns = m_clients->columns();
        for (int column = 0; column < columns.size(); ++column) {
            int widest = 0;
            for (int row = 0; row < 6; ++row)
                widest = std::max(widest,
                    list.table().fontMetrics().horizontalAdvance(
                        list.table().model()->index(row, column).data().toString()));
            const bool isWhole = list.table().columnWidth(column) > widest + 16; // beside the text
            QVERIFY2(isWhole || !whole.contains(columns[column].key), qPrintable(columns[column].key));
            QVERIFY2(!isWhole || !cut.contains(columns[column].key), qPrintable(columns[column].key));
        }
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<UiState> m_state;
    std::unique_ptr<FakeCollection<Client>> m_clients;
};

int tst_recordlist(int argc, char *argv[])
{
    return runTest<QApplication, tst_RecordList>(argc, argv);
}
#include "tst_recordlist.moc"
