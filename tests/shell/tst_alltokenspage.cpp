// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/filtercompletion.h"
#include "tests/shell/console.h"
#include "tests/testprogram.h"
#include "ui/countcard.h"
#include "ui/recordpage.h"

#include <QLabel>
#include <QTableView>
#include <QTranslator>
#include <QTreeWidget>

namespace {

// A language in which only one word is another.
class OneWord final : public QTranslator {
public:
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        const bool isIt = QByteArrayView(context) == "Fields" && QByteArrayView(text) == "Refresh";
        return isIt ? u"Erneuerung"_s : QString();
    }
    bool isEmpty() const override { return false; }
};

}

// The page of all tokens in the window: when it loads, and how it is filtered and removed from by kind.
class tst_AllTokensPage : public QObject {
    Q_OBJECT

public:
    static void initMain() { useNoKeychain(); }

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<Console>();
        QVERIFY(m_console->signIn(m_console->add(u"Teneo"_s)));
        for (const Collection *collection : server().separateCollections())
            QTRY_VERIFY(collection->isComplete());
    }
    void cleanup() { m_console.reset(); }

    void itIsLoadedWhenItIsShown()
    {
        QVERIFY(!all().isBusy() && !all().loadedAt().isValid());
        QVERIFY(!named<CountCard>(window(), u"count.allTokens"_s));
        show();
        QCOMPARE(
            all().model()->rowCount(), rowsOf(u"apiTokens"_s) + rowsOf(u"accessTokens"_s) + rowsOf(u"refreshTokens"_s));
        window()->tabs().showPage(u"overview"_s);
        const QDateTime loaded = all().loadedAt();
        window()->refresh();
        for (const Collection *collection : server().separateCollections())
            QTRY_VERIFY(!collection->isBusy());
        QCOMPARE(all().loadedAt(), loaded);
    }

    void aKindIsFilteredAndClicked_data()
    {
        QTest::addColumn<bool>("isTranslated");
        QTest::addColumn<QString>("word");
        QTest::newRow("in English") << false << u"Refresh"_s;
        QTest::newRow("in another language") << true << u"Erneuerung"_s;
    }
    void aKindIsFilteredAndClicked()
    {
        QFETCH(const bool, isTranslated);
        QFETCH(const QString, word);
        OneWord language; // leaves with this test
        if (isTranslated)
            QCoreApplication::installTranslator(&language);
        show();
        QVERIFY(type(page(), u"filterLine"_s, u"kind=api"_s));
        QTRY_COMPARE(shown()->rowCount(), rowsOf(u"apiTokens"_s));
        for (const QString &term : {u"kind="_s + word, u"kind:"_s + word.toUpper().left(4)}) {
            QVERIFY(type(page(), u"filterLine"_s, term));
            QTRY_COMPARE(shown()->rowCount(), rowsOf(u"refreshTokens"_s));
        }
        const auto completions = completionsOf(u"kind:"_s + word.left(2), 7, *all().model(), QDate(2026, 3, 2));
        QCOMPARE(completions.list.size(), 1);
        QCOMPARE(completions.list.first().term, u"kind:"_s + word);

        QVERIFY(type(page(), u"filterLine"_s, {}));
        QTRY_COMPARE(shown()->rowCount(), all().model()->rowCount());
        QTRY_VERIFY(facet(word) && facet(word)->text(1) == QString::number(rowsOf(u"refreshTokens"_s)));
        auto *tree = named<QTreeWidget>(page(), u"facets"_s);
        tree->scrollToItem(facet(word));
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualItemRect(facet(word)).center());
        QCOMPARE(named<QLineEdit>(page(), u"filterLine"_s)->text(), u"kind="_s + word);
        QTRY_COMPARE(shown()->rowCount(), rowsOf(u"refreshTokens"_s));
    }

    void whatBecomesOfApiTokensIsSaid()
    {
        show();
        const int tokens = all().model()->rowCount();
        page()->removeShown();
        QDialog *dialog = m_console->dialog(u"blastRadius"_s);
        QVERIFY(dialog);
        QVERIFY(named<QLabel>(dialog, u"radiusTitle"_s)->text().startsWith(u"Revoke %1 token"_s.arg(tokens - 1)));
        QStringList texts;
        for (const auto *label : dialog->findChildren<QLabel *>())
            texts << label->text();
        QVERIFY2(texts.join(u'\n').contains(u"API tokens among them are deleted"_s), qPrintable(texts.join(u'\n')));
        const auto *kinds = named<QTreeWidget>(dialog, u"radiusTypes"_s);
        QCOMPARE(kinds->topLevelItemCount(), 3);
        dialog->reject();
    }

    void theEditorSaysWhatTheServerCallsIt()
    {
        show();
        QVERIFY(type(page(), u"filterLine"_s, u"kind=API"_s));
        QTRY_COMPARE(shown()->rowCount(), rowsOf(u"apiTokens"_s));
        const QString key = shown()->index(0, 0).data(IdRole).toString();
        QVERIFY(key.startsWith(u"API/"_s));
        page()->selectIds({key});
        QTRY_VERIFY(named<QLabel>(page(), u"recordTitle"_s)->isVisible());
        QCOMPARE(named<QLabel>(page(), u"recordTitle"_s)->text(), shown()->index(0, 0).data(NameRole).toString());
        QCOMPARE(named<QLabel>(page(), u"field.id"_s)->text(), key.mid(4));
        QCOMPARE(named<QLabel>(page(), u"field.kind"_s)->text(), u"API"_s);
    }

private:
    ServerPage *window() const { return m_console->window->currentPage(); }
    Server &server() const { return window()->server(); }
    Collection &all() const { return *server().collection(u"allTokens"_s); }
    int rowsOf(const QString &kind) const { return server().collection(kind)->model()->rowCount(); }
    RecordPage *page() const { return pageIn<RecordPage>(window(), u"page.allTokens"_s); }
    QAbstractItemModel *shown() const { return named<QTableView>(page(), u"recordTable"_s)->model(); }
    QTreeWidgetItem *facet(const QString &value) const
    {
        const auto *tree = named<QTreeWidget>(page(), u"facets"_s);
        for (int i = 0; i < tree->topLevelItemCount(); ++i)
            for (int row = 0; tree->topLevelItem(i)->text(0) == u"Kind"_s && row < tree->topLevelItem(i)->childCount();
                 ++row)
                if (tree->topLevelItem(i)->child(row)->text(0) == value)
                    return tree->topLevelItem(i)->child(row);
        return nullptr;
    }
    void show()
    {
        window()->tabs().showPage(u"allTokens"_s);
        QTRY_VERIFY(all().isComplete());
        QTRY_COMPARE(shown()->rowCount(), all().model()->rowCount());
    }

    std::unique_ptr<Console> m_console;
};

int tst_alltokenspage(int argc, char *argv[])
{
    return runTest<QApplication, tst_AllTokensPage>(argc, argv);
}
#include "tst_alltokenspage.moc"
