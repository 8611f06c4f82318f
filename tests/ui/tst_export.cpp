// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/background.h"
#include "tests/testprogram.h"
#include "tests/ui/fakecollection.h"
#include "ui/exportdialog.h"
#include "ui/filterline.h"
#include "ui/messagestrip.h"
#include "ui/recordpage.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

static const int many = isSanitized ? 40'000 : 150'000; // it takes a while to write them

// The export of a list, from the key press to the file.
class tst_Export : public QObject {
    Q_OBJECT

public:
    static void initMain() { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

private:
    using Clients = FakeCollection<Client>;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<UiState> m_state;
    std::unique_ptr<Clients> m_clients;
    std::unique_ptr<RecordPage> m_page;

    static QList<Field<Client>> withReadableSecret()
    {
        auto list = fields<Client>();
        for (auto &field : list)
            if (qstrcmp(field.key, "secret") == 0)
                field.flags = FieldFlags(FieldFlag::Hidden) | FieldFlag::Readable;
        return list;
    }
    void openPage(const QList<Field<Client>> &fieldTable = fields<Client>())
    {
        m_page.reset();
        m_clients = std::make_unique<Clients>(u"clients"_s, fieldTable);
        m_clients->onServer = someClients();
        m_clients->onServer[0].secret = Secret(u"s3cret"_s);
        m_page = std::make_unique<RecordPage>(*m_clients, *m_state, u"teneo"_s);
        m_page->resize(1100, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->refresh();
        m_clients->records.remove(m_clients->onServer[5].id);
    }
    ExportDialog *dialog() const { return m_page->findChild<ExportDialog *>(); }
    template <typename T>
    T *part(const QString &name) const
    {
        return dialog()->findChild<T *>(name);
    }
    QString summary() const { return part<QLabel>(u"exportSummary"_s)->text(); }
    QString pageStrip() const
    {
        return m_page->findChild<MessageStrip *>(u"message"_s, Qt::FindDirectChildrenOnly)->text();
    }
    void ask()
    {
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTest::keyClick(m_page.get(), Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(dialog() && dialog()->isVisible());
    }
    void choose(const QString &box, int index) const
    {
        auto *combo = part<QComboBox>(box);
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Home);
        for (int i = 0; i < index; ++i)
            QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(combo->currentIndex(), index);
    }
    void saveAs(const QString &path) const
    {
        QTest::mouseClick(part<QPushButton>(u"exportStart"_s), Qt::LeftButton);
        QPointer<QFileDialog> files;
        QTRY_VERIFY((files = dialog()->findChild<QFileDialog *>()) && files->isVisible());
        auto *name = files->findChild<QLineEdit *>(u"fileNameEdit"_s);
        name->setText(path); // typing makes Qt offer files there are, sooner or later
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(!files);
    }
    QString path(const QString &name) const { return m_dir->filePath(name); }
    QByteArray content(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_dir->filePath(u"ui.ini"_s), QSettings::IniFormat);
        m_state = std::make_unique<UiState>(*m_settings);
        openPage();
    }
    void cleanup() { m_page.reset(); }

    void whatIsShownIsExportedInItsOrder()
    {
        auto *table = m_page->findChild<QTableView *>(u"recordTable"_s);
        for (int column = 0; column < table->model()->columnCount(); ++column)
            table->setColumnHidden(column, column > 1);
        table->horizontalHeader()->moveSection(1, 0);
        table->sortByColumn(0, Qt::DescendingOrder);
        m_page->findChild<FilterLine *>()->setText(u"type=STUDIO"_s);
        ask();
        QVERIFY2(summary().contains(m_clients->nameOf(2)) && summary().contains(u"filter"_s), qPrintable(summary()));
        saveAs(path(u"two.csv"_s));
        QTRY_VERIFY(!dialog());
        QCOMPARE(content(u"two.csv"_s), "type,name\r\nSTUDIO,Studio US\r\nSTUDIO,Studio EU\r\n"_ba);
        QVERIFY2(pageStrip().startsWith(m_clients->nameOf(2)), qPrintable(pageStrip()));
        QVERIFY(pageStrip().contains(path(u"two.csv"_s)));
        auto *open = m_page->findChild<QToolButton *>(u"messageAction"_s);
        QVERIFY(open && open->isVisible());
    }

    void allFieldsAsJson()
    {
        auto *button = m_page->findChild<QToolButton *>(u"export"_s);
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(dialog() && dialog()->isVisible());
        QVERIFY(summary().contains(m_clients->nameOf(5)));
        QVERIFY(!part<QCheckBox>(u"exportSecrets"_s)); // this list has none
        const QString before = part<QLabel>(u"exportHint"_s)->text();
        choose(u"exportFormat"_s, 1);
        QVERIFY(part<QLabel>(u"exportHint"_s)->text() != before);
        choose(u"exportColumns"_s, 1);
        saveAs(path(u"all"_s));
        QTRY_VERIFY(!dialog());
        const auto array = QJsonDocument::fromJson(content(u"all.json"_s)).array(); // its suffix comes by itself
        QCOMPARE(array.size(), 5);
        QCOMPARE(array[0].toObject().size(), m_clients->records.allColumns().size());
        QVERIFY(array[0].toObject().contains(u"redirectUris"_s));
        QVERIFY(!content(u"all.json"_s).contains("s3cret"));
    }

    void secretsAreWarnedOf()
    {
        openPage(withReadableSecret());
        ask();
        auto *box = part<QCheckBox>(u"exportSecrets"_s);
        QVERIFY(box && !box->isChecked());
        QVERIFY(!part<QLabel>(u"exportWarning"_s)->isVisible());
        choose(u"exportFormat"_s, 2);
        saveAs(path(u"without.ndjson"_s));
        QTRY_VERIFY(!dialog());
        QVERIFY(!content(u"without.ndjson"_s).isEmpty() && !content(u"without.ndjson"_s).contains("secret"));
        ask();
        box = part<QCheckBox>(u"exportSecrets"_s);
        QVERIFY(!box->isChecked()); // never remembered
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
        QVERIFY(part<QLabel>(u"exportWarning"_s)->isVisible());
        saveAs(path(u"with.csv"_s));
        QTRY_VERIFY(!dialog());
        QCOMPARE(content(u"with.csv"_s).count("s3cret"), 1);
        QVERIFY(!(QFile::permissions(path(u"with.csv"_s)) & (QFile::ReadGroup | QFile::ReadOther)));
    }

    void theNumberFollowsTheList()
    {
        ask();
        QVERIFY(summary().contains(m_clients->nameOf(5)));
        m_clients->records.remove(m_clients->onServer[0].id);
        QTRY_VERIFY(summary().contains(m_clients->nameOf(4)));
        m_page->findChild<FilterLine *>()->setText(u"nothing-like-this"_s);
        QTRY_VERIFY(!part<QPushButton>(u"exportStart"_s)->isEnabled());
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
    }

    void whatFailsIsToldWhereItWasAsked()
    {
        ask();
        auto *exporting = dialog();
        exporting->start(path(u"missing/clients.csv"_s));
        auto *strip = exporting->findChild<MessageStrip *>();
        QTRY_VERIFY(strip->text().contains(u"could not be written"_s));
        QVERIFY(part<QPushButton>(u"exportStart"_s)->isEnabled());
        saveAs(path(u"there.csv"_s));
        QTRY_VERIFY(!dialog());
        QVERIFY(QFile::exists(path(u"there.csv"_s)));
    }

    void stoppingLeavesNothing()
    {
        auto all = m_clients->records.emptyRecords();
        for (int i = 0; i < many; ++i)
            all.append(Client{.id = u"client-%1"_s.arg(i), .name = u"Client %1"_s.arg(i)});
        m_clients->records.put(all);
        ask();
        QTRY_VERIFY(part<QPushButton>(u"exportStart"_s)->isEnabled()); // sorted in
        dialog()->start(path(u"stopped.csv"_s));
        auto *stop = part<QPushButton>(u"cancel"_s);
        QVERIFY(!part<QPushButton>(u"exportStart"_s)->isEnabled());
        QTest::mouseClick(stop, Qt::LeftButton);
        QTRY_VERIFY(dialog()->findChild<MessageStrip *>()->text().contains(u"stopped"_s));
        QCOMPARE(QDir(m_dir->path()).entryList({u"stopped*"_s}, QDir::Files | QDir::Hidden), QStringList());
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
        QVERIFY(pageStrip().isEmpty());
    }

    void aPageThatGoesStopsIt()
    {
        auto all = m_clients->records.emptyRecords();
        for (int i = 0; i < many; ++i)
            all.append(Client{.id = u"client-%1"_s.arg(i)});
        m_clients->records.put(all);
        ask();
        QTRY_VERIFY(part<QPushButton>(u"exportStart"_s)->isEnabled());
        dialog()->start(path(u"gone.csv"_s));
        m_page.reset();
        backgroundThreads().waitForDone();
        QCOMPARE(QDir(m_dir->path()).entryList({u"gone*"_s}, QDir::Files | QDir::Hidden), QStringList());
    }
};

int tst_export(int argc, char *argv[])
{
    return runTest<QApplication, tst_Export>(argc, argv);
}
#include "tst_export.moc"
