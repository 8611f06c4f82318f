// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testprogram.h"
#include "tests/ui/fakecollection.h"
#include "ui/messagestrip.h"
#include "ui/recordeditor.h"
#include "ui/recordpage.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// Changes that need more than a click: new credentials, updates that might create, removal that concerns others.
class tst_RecordChanges : public QObject {
    Q_OBJECT

private:
    using Clients = FakeCollection<Client>;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<UiState> m_state;
    std::unique_ptr<Clients> m_clients;
    std::unique_ptr<RecordPage> m_page;

    template <typename T>
    T *part(const QString &name) const
    {
        const auto found = m_page->findChildren<T *>(name);
        for (T *widget : found)
            if (widget->isVisible())
                return widget;
        return nullptr;
    }
    void click(const QString &name)
    {
        QTRY_VERIFY2(part<QPushButton>(name), qPrintable(name));
        QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton);
    }
    void openPage()
    {
        m_page = std::make_unique<RecordPage>(*m_clients, *m_state, u"any"_s);
        m_page->resize(1100, 700);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->refresh();
        QTRY_COMPARE(m_clients->records.rowCount(), 2);
        m_page->selectIds({u"1"_s});
        QTRY_VERIFY(part<RecordEditor>(u"recordEditor"_s));
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_dir->filePath(u"ui.ini"_s), QSettings::IniFormat);
        m_state = std::make_unique<UiState>(*m_settings);
        m_clients = std::make_unique<Clients>(u"clients"_s);
        m_clients->onServer = {{.id = u"1"_s, .name = u"Billing Feed"_s}, {.id = u"2"_s, .name = u"Other"_s}};
    }
    void cleanup()
    {
        m_page.reset();
        m_clients.reset();
    }

    void newCredentialsWantTheNameTyped()
    {
        m_clients->can |= Operation::Rotate;
        m_clients->shownOnce = {{u"Client secret"_s, Secret(u"fresh"_s)}};
        openPage();
        click(u"rotateRecord"_s);
        QTRY_VERIFY(part<QLineEdit>(u"confirmTyped"_s));
        auto *confirm = part<QPushButton>(u"confirm"_s);
        QVERIFY(!confirm->isEnabled());
        QTest::keyClicks(part<QLineEdit>(u"confirmTyped"_s), u"Billing"_s);
        QVERIFY(!confirm->isEnabled());
        QTest::keyClicks(part<QLineEdit>(u"confirmTyped"_s), u" Feed"_s);
        QVERIFY(confirm->isEnabled());
        QTest::mouseClick(confirm, Qt::LeftButton);
        QTRY_COMPARE(m_clients->rotated, QStringList{u"1"_s});
        QTRY_VERIFY(part<QDialog>(u"shownOnce"_s));
    }

    void whatCannotBeRotatedHasNoButton()
    {
        openPage();
        QVERIFY(!part<QPushButton>(u"rotateRecord"_s));
    }

    void anUpdateThatMightCreateSaysWhich_data()
    {
        QTest::addColumn<SaveEffect>("effect");
        QTest::addColumn<QString>("word");
        QTest::newRow("still there") << SaveEffect::Change << u"CHANGE"_s;
        QTest::newRow("gone meanwhile") << SaveEffect::Create << u"CREATE"_s;
    }
    void anUpdateThatMightCreateSaysWhich()
    {
        QFETCH(SaveEffect, effect);
        QFETCH(QString, word);
        m_clients->confirmsEffect = true;
        m_clients->saveEffect = effect;
        openPage();
        QTest::keyClicks(part<QLineEdit>(u"field.name"_s), u" 2"_s);
        click(u"saveRecord"_s);
        QTRY_VERIFY(part<QLabel>(u"saveQuestion"_s));
        QVERIFY(part<QLabel>(u"saveQuestion"_s)->text().startsWith(word));
        QCOMPARE(m_clients->saves, 0);
        QTest::keyClick(part<QDialog>(u"difference"_s), Qt::Key_Escape);
        QTRY_VERIFY(!part<QLabel>(u"saveQuestion"_s));
        QCOMPARE(m_clients->saves, 0); // and what was typed is still there
        QVERIFY2(part<QLineEdit>(u"field.name"_s)->text().contains(u" 2"), qPrintable(part<QLineEdit>(u"field.name"_s)->text()));
        click(u"saveRecord"_s);
        click(u"confirm"_s);
        QTRY_COMPARE(m_clients->saves, 1);
    }

    void whoIsConcernedIsSaidBeforeRemoving()
    {
        m_clients->note = u"Its tokens live on."_s;
        m_clients->setUsage([](const QStringList &ids) {
            return ready(Result<QStringList>(QStringList{u"“%1” is used by Reporting."_s.arg(ids.first())}));
        });
        openPage();
        click(u"deleteRecord"_s);
        QTRY_VERIFY(part<QDialog>(u"confirmDialog"_s));
        QString text;
        const auto labels = part<QDialog>(u"confirmDialog"_s)->findChildren<QLabel *>();
        for (const auto *label : labels)
            text += label->text() + u'\n';
        QVERIFY2(text.contains(u"is used by Reporting.") && text.contains(u"Its tokens live on."), qPrintable(text));
    }

    void usageThatCannotBeReadIsNoLicence()
    {
        m_clients->setUsage([](const QStringList &) {
            return ready(Result<QStringList>(failure(Error::Kind::Server, u"The server failed."_s)));
        });
        openPage();
        click(u"deleteRecord"_s);
        QTRY_VERIFY(m_page->strip().text().contains(u"The server failed."));
        QVERIFY(!part<QDialog>(u"confirmDialog"_s));
    }

    void deactivatingIsCalledThat()
    {
        m_clients->howRemoved = Removal::Deactivate;
        m_clients->memory = u"Hidden ones stay here."_s;
        openPage();
        QVERIFY(part<QPushButton>(u"deleteRecord"_s)->text().startsWith(u"Deactivate"));
        QVERIFY(part<QLabel>(u"memoryNote"_s)->text().contains(u"Hidden ones"));
        click(u"deleteRecord"_s);
        QTRY_VERIFY(part<QDialog>(u"confirmDialog"_s));
        QVERIFY(part<QDialog>(u"confirmDialog"_s)->windowTitle().startsWith(u"Deactivate “Billing Feed”"));
    }
};

int tst_recordchanges(int argc, char *argv[])
{
    return runTest<QApplication, tst_RecordChanges>(argc, argv);
}
#include "tst_recordchanges.moc"
