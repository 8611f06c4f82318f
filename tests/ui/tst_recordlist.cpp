// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testprogram.h"
#include "tests/ui/fakecollection.h"
#include "ui/recordlist.h"
#include "ui/recordtable.h"

#include <QApplication>
#include <QHeaderView>
#include <QIdentityProxyModel>
#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

// Counts how often anything asks for a value.
class CountingModel final : public QIdentityProxyModel {
public:
    QVariant data(const QModelIndex &index, int role) const override
    {
        ++asked;
        return QIdentityProxyModel::data(index, role);
    }
    mutable qsizetype asked = 0;
};

}

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
        CountingModel model;
        model.setSourceModel(&m_clients->records);
        m_clients->watcher = &model;
        RecordList list(*m_clients, *m_state, u"teneo"_s);
        list.resize(900, 600);
        list.show();
        QVERIFY(QTest::qWaitForWindowActive(&list));
        model.asked = 0;
        m_clients->refresh();
        QTRY_VERIFY(list.findChild<QLabel *>(u"count"_s)->text().startsWith(u"300 "_s));
        // Sorting in asks each row a few times; measuring all that are there at every row that comes, thousands of
        // times.
        const auto columns = m_clients->columns().size();
        QVERIFY2(model.asked < rows * columns * 20, qPrintable(QString::number(model.asked)));
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
