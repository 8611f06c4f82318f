// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/changeset.h"
#include "ui/lintpage.h"

#include "tests/shell/console.h"
#include "tests/testprogram.h"
#include "tests/ui/fakecollection.h"
#include "ui/linttree.h"
#include "ui/recordpage.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

// What the checks find: looked at, filtered, muted, fixed in the editor and gone.
class tst_LintPage : public QObject {
    Q_OBJECT

public:
    static void initMain() { useNoKeychain(); }

private:
    std::unique_ptr<Console> m_console;
    QString m_profile;

    ServerPage *page() const { return m_console->window->currentPage(); }
    LintPage *lintPage() const { return pageIn<LintPage>(page(), u"page.lint"_s); }
    LintTree *tree() const { return named<LintTree>(lintPage(), u"lintTree"_s); }
    QString text(const QString &label) const { return named<QLabel>(lintPage(), label)->text(); }
    QString buttonText(const QString &name) const { return named<QAbstractButton>(lintPage(), name)->text(); }
    bool open(Environment environment = Environment::Development)
    {
        m_profile = m_console->add(u"Teneo"_s, environment);
        if (!m_console->signIn(m_profile))
            return false;
        auto *line = named<QPushButton>(page(), u"overviewChecks"_s);
        const bool isTold = QTest::qWaitFor([line] { return line->text().contains(u"Checks:"_s); }, 10'000);
        const auto *lint = page()->findChild<Lint *>();
        return isTold && QTest::qWaitFor([lint] { return lint->notLoaded().isEmpty() && lint->isUpToDate(); }, 10'000)
            && click(page(), u"overviewChecks"_s) && lintPage() && lintPage()->isVisible();
    }
    QModelIndex row(const QString &group, const QString &record) const
    {
        const auto *model = tree()->model();
        for (int i = 0; i < model->rowCount(); ++i) {
            const QModelIndex parent = model->index(i, 0);
            for (int child = 0; parent.data() == group && child < model->rowCount(parent); ++child)
                if (const auto found = model->index(child, 0, parent); found.data() == record)
                    return found;
        }
        return {};
    }
    bool select(const QString &group, const QString &record) const
    {
        const QModelIndex found = row(group, record);
        if (!found.isValid())
            return false;
        tree()->scrollTo(found);
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, tree()->visualRect(found).center());
        return tree()->currentIndex() == found;
    }

private Q_SLOTS:
    void init() { m_console = std::make_unique<Console>(); }
    void cleanup() { m_console.reset(); }

    void aFindingIsFixedInTheEditorAndGone()
    {
        QVERIFY(open());
        QVERIFY(select(m_endless, u"backup"_s));
        QCOMPARE(text(u"lintTitle"_s), m_endless);
        QVERIFY(text(u"lintSubtitle"_s).contains(u"backup"));
        QVERIFY(!text(u"lintReason"_s).isEmpty() && text(u"lintSource"_s).contains(u"ASVS"));
        QVERIFY(named(lintPage(), u"lintChanges"_s));

        QVERIFY(click(lintPage(), u"lintFix"_s));
        auto *tokens = pageIn<RecordPage>(page(), u"page.apiTokens"_s);
        QVERIFY(tokens && tokens->isVisible());
        QVERIFY(tokens->hasUnsavedChanges());
        auto &list = *page()->server().collection(u"apiTokens"_s);
        QCOMPARE(tokens->selectedIds().size(), 1);
        const QString id = tokens->selectedIds().constFirst();
        const auto ends = [&] { return expiry(*list.draft(id)); };
        QVERIFY2(!ends().isValid(), "nothing is sent before it is saved");
        QVERIFY(click(tokens, u"saveRecord"_s));
        QTRY_VERIFY(ends().isValid());

        page()->tabs().showPage(u"lint"_s);
        QTRY_VERIFY(!row(m_endless, u"backup"_s).isValid());
        QVERIFY(row(u"API token of more than a year"_s, u"backup"_s).isValid());
    }

    void aFixIsStagedWithOthers()
    {
        QVERIFY(open());
        QVERIFY(select(m_endless, u"backup"_s));
        QVERIFY(click(lintPage(), u"lintStage"_s));
        const ChangeSet &changes = page()->server().changes();
        QCOMPARE(changes.pending(), 1);
        QCOMPARE(changes.item(0).name, u"backup"_s);
        QVERIFY(row(m_endless, u"backup"_s).isValid()); // nothing was sent
        page()->tabs().showPage(u"changes"_s);
        QVERIFY(click(page(), u"applyChanges"_s));
        QTRY_COMPARE(changes.pending(), 0);
        page()->tabs().showPage(u"lint"_s);
        QTRY_VERIFY(!row(m_endless, u"backup"_s).isValid());
    }

    void severitiesAreFiltersAndCounts()
    {
        QVERIFY(open());
        QVERIFY(row(m_endless, u"backup"_s).isValid());
        QVERIFY(buttonText(u"lintWarnings"_s).startsWith(QString::number(warnings())));
        QVERIFY(click(lintPage(), u"lintWarnings"_s));
        QVERIFY(!row(m_endless, u"backup"_s).isValid());
        QVERIFY(click(lintPage(), u"lintNotes"_s));
        QVERIFY(click(lintPage(), u"lintErrors"_s));
        QVERIFY(!tree()->isVisible());
        QVERIFY(click(lintPage(), u"lintWarnings"_s));
        QVERIFY(tree()->isVisible());
    }

    void recordsCanBeTheGroups()
    {
        QVERIFY(open());
        named<QComboBox>(lintPage(), u"lintGrouping"_s)->setCurrentIndex(1);
        QVERIFY(select(u"backup"_s, u"API token of more than a year"_s));
        QCOMPARE(text(u"lintTitle"_s), u"API token of more than a year"_s);
        QVERIFY(click(lintPage(), u"lintShow"_s));
        auto *tokens = pageIn<RecordPage>(page(), u"page.apiTokens"_s);
        QVERIFY(tokens && tokens->isVisible());
        QVERIFY(!tokens->hasUnsavedChanges());
    }

    void whatIsMutedStaysSoAndCanBeShown()
    {
        QVERIFY(open());
        const int before = warnings();
        QVERIFY(select(m_endless, u"backup"_s));
        QVERIFY(click(lintPage(), u"lintMute"_s));
        QTRY_COMPARE(warnings(), before - 1);
        QVERIFY(!row(m_endless, u"backup"_s).isValid());
        m_console->workspace->close(m_profile);
        QVERIFY(m_console->signIn(m_profile));
        page()->tabs().showPage(u"lint"_s);
        QTRY_VERIFY(buttonText(u"lintMuted"_s).startsWith(u'1'));
        QVERIFY(click(lintPage(), u"lintMuted"_s));
        QTRY_VERIFY(row(m_endless, u"backup"_s).isValid());
        QVERIFY(select(m_endless, u"backup"_s));
        QVERIFY(click(lintPage(), u"lintMute"_s));
        QTRY_VERIFY(buttonText(u"lintMuted"_s).startsWith(u'0'));
        QVERIFY(select(m_endless, u"backup"_s));
        QVERIFY(click(lintPage(), u"lintMuteRule"_s));
        QTRY_VERIFY(buttonText(u"lintMuted"_s).startsWith(u'1'));
        QCOMPARE(m_console->state.mutedChecks(m_profile), QStringList{u"api-token-endless"_s});
    }

    void nothingIsFixedWhereNothingMayBeChanged()
    {
        QVERIFY(open(Environment::Production));
        QVERIFY(select(m_endless, u"backup"_s));
        QVERIFY(!named<QPushButton>(lintPage(), u"lintFix"_s)->isEnabled());
        QVERIFY(named<QPushButton>(lintPage(), u"lintShow"_s)->isEnabled());
    }

    void longListsAreOffered()
    {
        FakeCollection<Client> clients(u"clients"_s);
        FakeCollection<Token> tokens(u"accessTokens"_s);
        clients.onServer = {Client{.id = u"a"_s, .name = u"Shop"_s}};
        Lint lint({&clients, &tokens}, {});
        LintPage alone(lint, u"Shop"_s);
        alone.show();
        lint.setActive(true);
        alone.refresh();
        QTRY_VERIFY(lint.judgedAt().isValid() && lint.isUpToDate());
        QVERIFY(!named<QLabel>(&alone, u"emptyTitle"_s)->text().isEmpty());
        auto *more = named<QPushButton>(&alone, u"lintMore"_s);
        QVERIFY(more->isVisible() && more->text().contains(u"Access Tokens"));
        tokens.onServer = {Token{.id = u"t"_s}};
        QVERIFY(click(&alone, u"lintMore"_s));
        QCOMPARE(tokens.refreshes, 1);
        QTRY_VERIFY(!lint.findings().list.isEmpty());
        QVERIFY(more->isHidden());
        QVERIFY(named<QLabel>(&alone, u"lintChecked"_s)->text().contains(u"access token"));
    }

    void findingsAreExported()
    {
        QVERIFY(open());
        QTemporaryDir folder;
        for (const QString &name : {u"findings.csv"_s, u"findings.json"_s}) {
            QVERIFY(click(lintPage(), u"exportLint"_s));
            auto *dialog = lintPage()->findChild<QFileDialog *>();
            QVERIFY(dialog);
            Q_EMIT dialog->fileSelected(folder.filePath(name));
            delete dialog;
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(file.readAll().contains("api-token-endless"), qPrintable(name));
        }
    }

private:
    int warnings() const { return int(page()->findChild<Lint *>()->findings().found(LintRule::Severity::Warning)); }
    static QDateTime expiry(const Draft &draft)
    {
        for (int field = 0; field < draft.fieldCount(); ++field)
            if (draft.field(field).key == "expires"_L1)
                return draft.value(field).toDateTime();
        return {};
    }

    const QString m_endless = u"API token that never expires"_s;
};

int tst_lintpage(int argc, char *argv[])
{
    return runTest<QApplication, tst_LintPage>(argc, argv);
}
#include "tst_lintpage.moc"
