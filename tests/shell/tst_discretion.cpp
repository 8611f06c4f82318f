// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shell/console.h"
#include "tests/testprogram.h"
#include "ui/discretion.h"
#include "ui/recordpage.h"
#include "ui/safeguards.h"
#include "ui/secretedit.h"
#include "ui/shownoncedialog.h"
#include "ui/workbenchpage.h"

#include <QAccessible>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

using namespace std::chrono_literals;

namespace {

// Every text that a person, a picture or a screen reader can get out of a widget, with what it shows of its model.
QStringList textsTold(const QWidget *widget)
{
    QStringList texts{widget->windowTitle(), widget->toolTip(), widget->statusTip(), widget->whatsThis(),
        widget->accessibleName(), widget->accessibleDescription()};
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        texts << label->text();
    else if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        texts << line->displayText() << line->placeholderText();
    else if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
        texts << text->toPlainText();
    else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        texts << button->text();
    if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model() && view->isVisible())
        for (int row = 0; row < view->model()->rowCount(); ++row)
            for (int column = 0; column < view->model()->columnCount(); ++column)
                for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
                    texts << view->model()->index(row, column).data(role).toString();
    if (auto *face
        = widget->isVisible() ? QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget)) : nullptr)
        for (const auto kind : {QAccessible::Name, QAccessible::Value, QAccessible::Description})
            texts << face->text(kind);
    return texts;
}

}

// Secrets are covered while others see the screen, and leave the clipboard when they should.
class tst_Discretion : public QObject {
    Q_OBJECT

public:
    static void initMain() { useNoKeychain(); }

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<Console>();
        m_page = m_console->signIn(m_console->add(u"Teneo"_s));
        QVERIFY(m_page);
        for (Collection *collection : m_page->server().separateCollections())
            QTRY_VERIFY(collection->isComplete());
    }
    void cleanup() { m_console.reset(); }

    void noPageTellsAToken()
    {
        const QSet<QString> known = showTokens();
        QVERIFY(known.size() > 6);
        const QStringList told = foundOnAnyPage(known);
        QVERIFY2(told.contains(u"page.accessTokens"_s), qPrintable(told.join(u' '))); // the search finds what is there
        QVERIFY2(told.contains(u"page.workbench"_s), qPrintable(told.join(u' ')));
        QVERIFY2(told.contains(u"page.tokenInfo"_s), qPrintable(told.join(u' ')));

        QVERIFY(trigger(m_console->window.get(), u"menu.cover"_s));
        QVERIFY(m_console->window->safeguards().discretion().isCovering());
        const QStringList covered = foundOnAnyPage(known);
        QVERIFY2(covered.isEmpty(), qPrintable(covered.join(u' ')));
        QCOMPARE(named<QLabel>(m_console->window.get(), u"statusCovering"_s)->text(), u"Secrets are covered"_s);

        QVERIFY(trigger(m_console->window.get(), u"menu.cover"_s));
        QCOMPARE(foundOnAnyPage(known), told);
        QVERIFY(named<QLabel>(m_console->window.get(), u"statusCovering"_s)->isHidden());
    }

    void aPageThatIsMadeWhileCoveredTellsNoneEither()
    {
        m_console->window->safeguards().discretion().setCovering(true);
        const QStringList told = foundOnAnyPage(listedTokens());
        QVERIFY2(told.isEmpty(), qPrintable(told.join(u' ')));
    }

    void itIsOneKeyAway()
    {
        QTest::keyClick(m_console->window.get(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_console->window->safeguards().discretion().isCovering());
    }

    void nothingIsRevealedWhileCovered_data()
    {
        QTest::addColumn<bool>("isOpenBefore");
        QTest::newRow("shown before") << true;
        QTest::newRow("shown while covered") << false;
    }
    void nothingIsRevealedWhileCovered()
    {
        QFETCH(bool, isOpenBefore);
        auto &discretion = m_console->window->safeguards().discretion();
        if (!isOpenBefore)
            discretion.setCovering(true);
        auto *dialog = new ShownOnceDialog(u"Any"_s, {{u"Secret"_s, Secret(u"s3cret"_s)}}, m_page);
        dialog->open();
        auto *line = named<SecretEdit>(dialog, u"shownOnceValue"_s);
        auto *eye = named<QToolButton>(line, u"reveal"_s);
        if (isOpenBefore) {
            QTest::mousePress(eye, Qt::LeftButton);
            QVERIFY(line->isRevealed());
            discretion.setCovering(true);
        }
        QVERIFY(!line->isRevealed() && !eye->isEnabled());
        QTest::mousePress(eye, Qt::LeftButton);
        QVERIFY(!line->isRevealed());
        discretion.setCovering(false);
        QTest::mousePress(eye, Qt::LeftButton);
        QVERIFY(line->isRevealed());
    }

    void howLongACopyStaysIsAPreference()
    {
        QVERIFY(trigger(m_console->window.get(), u"menu.preferences"_s));
        QDialog *dialog = m_console->dialog(u"preferences"_s);
        QVERIFY(dialog);
        QCOMPARE(named<QSpinBox>(dialog, u"preferences.idle"_s)->value(), 10);
        auto *clipboard = named<QSpinBox>(dialog, u"preferences.clipboard"_s);
        QCOMPARE(clipboard->value(), 20);
        clipboard->setValue(45);
        named<QSpinBox>(dialog, u"preferences.idle"_s)->setValue(3);
        QVERIFY(click(dialog, u"preferences.keepsCredentials"_s));
        dialog->accept();
        QCOMPARE(m_console->state.clipboardSeconds(), 45);
        QCOMPARE(m_console->state.idleMinutes(), 3);
        QVERIFY(m_console->state.keepsCredentials());
        const auto edits = m_console->window->findChildren<SecretEdit *>();
        QVERIFY(!edits.isEmpty());
        for (const SecretEdit *edit : edits)
            QVERIFY(named(const_cast<SecretEdit *>(edit), u"copySecret"_s)->toolTip().contains(u"45"_s));
    }

    void aLockTakesACopyOffTheClipboard_data()
    {
        QTest::addColumn<bool>("isOurs");
        QTest::newRow("ours") << true;
        QTest::newRow("another's by now") << false;
    }
    void aLockTakesACopyOffTheClipboard()
    {
        QFETCH(bool, isOurs);
        m_page->tabs().showPage(u"tokenInfo"_s);
        auto *edit = named<SecretEdit>(m_page, u"otherToken"_s);
        edit->setSecret(Secret(u"s3cret"_s));
        QVERIFY(click(edit, u"copySecret"_s));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"s3cret"_s);
        if (!isOurs)
            QGuiApplication::clipboard()->setText(u"a poem"_s);
        m_console->window->safeguards().discretion().dropSecrets();
        QCOMPARE(QGuiApplication::clipboard()->text(), isOurs ? QString() : u"a poem"_s);
        QVERIFY(edit->secret().isEmpty());
    }

private:
    // Brings tokens onto the pages; answers what must not be told of them.
    QSet<QString> showTokens()
    {
        const QByteArray form = QByteArray("grant_type=client_credentials&client_id=") + server::teneo::studioEuId
            + "&client_secret=" + server::teneo::studioEuSecret;
        const QString token = m_console->send("POST", "/oauth2/token", {}, "application/x-www-form-urlencoded", form)
                                  .text(QLatin1StringView("access_token"));
        QSet<QString> known{token};
        known += listedTokens();
        m_page->tabs().showPage(u"tokenInfo"_s);
        auto *other = named<SecretEdit>(m_page, u"otherToken"_s);
        other->setSecret(Secret(token));
        Q_EMIT other->edited();
        (void)click(m_page, u"inspectToken"_s);
        QWidget *facts = named(m_page, u"inspectedToken"_s);
        (void)QTest::qWaitFor([facts] { return named(facts, u"fact.id"_s) != nullptr; });
        if (auto *id = named<QLabel>(facts, u"fact.id"_s))
            known << id->text();
        m_page->tabs().showPage(u"workbench"_s);
        m_page->findChild<WorkbenchPage *>()->inspect({Secret(token)});
        auto *table = named<QTableView>(m_page, u"inspectionTable"_s);
        (void)QTest::qWaitFor([table] { return table->model()->rowCount() == 1; });
        // What the workbench says of it, claims with personal data included.
        for (const QString &text : {u"inspectionHeader"_s, u"inspectionClaims"_s})
            known << named<QPlainTextEdit>(m_page, text)->toPlainText();
        for (int column = 0; column < table->model()->columnCount(); ++column)
            known << table->model()->index(0, column).data(Qt::ToolTipRole).toString();
        known.remove({});
        return known;
    }
    QSet<QString> listedTokens() const
    {
        QSet<QString> ids;
        for (const QString &kind : {u"accessTokens"_s, u"refreshTokens"_s}) {
            auto *model = m_page->server().collection(kind)->model();
            for (int row = 0; row < model->rowCount(); ++row)
                ids << model->index(row, 0).data(IdRole).toString();
        }
        return ids;
    }
    QStringList foundOnAnyPage(const QSet<QString> &known)
    {
        const auto tells = [&known](const QString &text) {
            return !text.isEmpty() && std::any_of(known.begin(), known.end(), [&](const QString &secret) {
                return text.contains(secret);
            });
        };
        QStringList pages;
        for (int tab = 0; tab < m_console->tabs()->count(); ++tab) {
            m_console->tabs()->setCurrentIndex(tab);
            const auto widgets = QApplication::allWidgets();
            if (std::any_of(widgets.begin(), widgets.end(), [&](const QWidget *widget) {
                    const QStringList texts = textsTold(widget);
                    return std::any_of(texts.begin(), texts.end(), tells);
                }))
                pages << m_console->tabs()->currentWidget()->objectName();
        }
        return pages;
    }

    std::unique_ptr<Console> m_console;
    ServerPage *m_page = nullptr;
};

int tst_discretion(int argc, char *argv[])
{
    return runTest<QApplication, tst_Discretion>(argc, argv);
}
#include "tst_discretion.moc"
