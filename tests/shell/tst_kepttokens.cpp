// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/inspectionmodel.h"
#include "tests/shell/console.h"
#include "tests/testprogram.h"
#include "ui/environmentbar.h"
#include "ui/messagestrip.h"
#include "ui/recordpage.h"
#include "ui/secretedit.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QTableView>

// Tokens got in the workbench of a server that lists tokens without their values: kept, used again and forgotten.
class tst_KeptTokens : public QObject {
    Q_OBJECT

public:
    static void initMain() { useNoKeychain(); }

private:
    std::unique_ptr<Console> m_console;
    QString m_profile;

    ServerPage *page() const { return m_console->window->currentPage(); }
    RecordPage *kept() const { return pageIn<RecordPage>(page(), u"page.keptTokens"_s); }
    QWidget *workbench() const { return named(page(), u"page.workbench"_s); }
    QStringList listed() const
    {
        QStringList ids;
        const auto *model = page()->server().collection(u"keptTokens"_s)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            ids << model->index(row, 0).data(IdRole).toString();
        return ids;
    }
    static QString said(QWidget *part)
    {
        QStringList texts;
        const auto strips = part->findChildren<MessageStrip *>();
        for (const auto *strip : strips)
            texts << strip->text();
        return texts.join(u'\n');
    }
    Secret shown() const { return named<SecretEdit>(workbench(), u"issuedAccess"_s)->secret(); }
    bool getToken()
    {
        page()->tabs().showPage(u"workbench"_s);
        const Secret former = shown();
        auto *box = named<QComboBox>(workbench(), u"grant"_s);
        box->setCurrentIndex(box->findData(u"password"_s));
        return type(workbench(), u"signIn.clientId"_s, QString::fromLatin1(server::teneo::studioEuId))
            && type(workbench(), u"signIn.clientSecret"_s, QString::fromLatin1(server::teneo::studioEuSecret))
            && type(workbench(), u"signIn.userName"_s, u"reporter"_s)
            && type(workbench(), u"signIn.password"_s, u"reporter_pass"_s) && click(workbench(), u"getToken"_s)
            && QTest::qWaitFor([&] { return !(shown() == former); });
    }

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<Console>();
        m_profile = m_console->add(u"Teneo"_s);
        QVERIFY(m_console->signIn(m_profile));
    }
    void cleanup() { m_console.reset(); }

    void onlyWhatIsChosenIsKept()
    {
        QVERIFY(getToken());
        QVERIFY(listed().isEmpty()); // the server's own list has it, and nobody asked for more
        QVERIFY(click(workbench(), u"keepToken"_s));
        QTRY_VERIFY2(said(workbench()).contains(u"Kept Tokens"), qPrintable(said(workbench())));
        QCOMPARE(listed().size(), 1);

        QVERIFY(getToken());
        named<QCheckBox>(workbench(), u"keepRefresh"_s)->click();
        QVERIFY(click(workbench(), u"keepToken"_s));
        QTRY_COMPARE(listed().size(), 3);
    }

    void whatIsKeptIsInspectedRevokedAndProvenLater()
    {
        QVERIFY(getToken());
        QVERIFY(click(workbench(), u"keepToken"_s));
        QTRY_COMPARE(listed().size(), 1);
        m_console->workspace->close(m_profile);
        QVERIFY(m_console->signIn(m_profile)); // nothing of before is there but what was kept
        page()->tabs().showPage(u"keptTokens"_s);
        QTRY_COMPARE(listed().size(), 1);
        QVERIFY(!click(kept(), u"inspectKept"_s)); // of nothing
        kept()->selectIds(listed());
        QTRY_VERIFY(click(kept(), u"inspectKept"_s));

        auto *table = named<QTableView>(workbench(), u"inspectionTable"_s);
        QTRY_VERIFY(table->isVisible());
        const auto text = [table](int column) { return table->model()->index(0, column).data().toString(); };
        QTRY_COMPARE(text(InspectionModel::ServerSays), u"Active"_s); // and no question whether it may be asked
        QVERIFY(click(workbench(), u"inspectionRevoke"_s));
        QVERIFY(click(m_console->dialog(u"confirmDialog"_s), u"confirm"_s));
        QTRY_VERIFY2(said(workbench()).contains(u"inactive"), qPrintable(said(workbench())));
        QTRY_VERIFY(listed().isEmpty());
    }

    void whatIsForgottenIsNotRevoked()
    {
        QVERIFY(getToken());
        const Secret token = shown();
        QVERIFY(click(workbench(), u"keepToken"_s));
        QTRY_COMPARE(listed().size(), 1);
        page()->tabs().showPage(u"keptTokens"_s);
        kept()->selectIds(listed());
        QTRY_VERIFY(click(kept(), u"forgetKept"_s));
        QVERIFY(m_console->dialog(u"confirmDialog"_s)->findChild<EnvironmentBar *>()); // which server it is
        QVERIFY(click(m_console->dialog(u"confirmDialog"_s), u"cancel"_s));
        QCOMPARE(listed().size(), 1);
        QVERIFY(click(kept(), u"forgetKept"_s));
        QVERIFY(click(m_console->dialog(u"confirmDialog"_s), u"confirm"_s));
        QTRY_VERIFY(listed().isEmpty());
        QTRY_VERIFY2(said(kept()).contains(u"forgotten"), qPrintable(said(kept())));
        QCOMPARE(m_console->send("GET", "/oauth2/token-info", token.revealUtf8()).status, 200);

        m_console->workspace->close(m_profile);
        QVERIFY(m_console->signIn(m_profile));
        page()->tabs().showPage(u"keptTokens"_s);
        QTRY_VERIFY(kept()->collection().isComplete());
        QVERIFY(listed().isEmpty());
    }
};

int tst_kepttokens(int argc, char *argv[])
{
    return runTest<QApplication, tst_KeptTokens>(argc, argv);
}
#include "tst_kepttokens.moc"
