// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/journaltext.h"
#include "tests/shell/console.h"
#include "tests/testprogram.h"
#include "ui/confirmdialog.h"
#include "ui/messagestrip.h"
#include "ui/recordeditor.h"
#include "ui/recordpage.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTextEdit>

namespace {

// Every hostile text ends with this, so that it is known wherever it turns up.
const QString hostileMark = u"QzX9"_s;

// Texts that mean something to a renderer, a format, a terminal, a database or a spreadsheet.
QStringList hostileKernels()
{
    return {u"<b>bold</b>"_s, u"<h1>Huge</h1>"_s, u"<img src='http://127.0.0.1:9/x.png'>"_s,
        u"<a href='file:///etc/passwd'>here</a>"_s, u"<script>alert(1)</script>"_s, u"<!DOCTYPE html><html>"_s,
        u"<table width=9000><tr><td>x</td></tr></table>"_s, u"&lt;b&gt;"_s, u"&amp;&copy;&#x41;"_s, u"&File && more"_s,
        u"%1 %2 %n %s %p %%"_s, u"{0} ${HOME} $(id) `id`"_s, u"=cmd|' /C calc'!A0"_s, u"@SUM(1+1)"_s,
        u"'; DROP TABLE profile; --"_s, u"\" OR \"\"=\""_s, u"../../../../etc/passwd"_s, u"C:\\Windows\\System32"_s,
        u"\u202Egnp.exe"_s, u"\u2066\u2067\u2068nested"_s, u"\u200B\u200C\u200D\uFEFFzero"_s,
        u"e\u0301\u0302\u0303\u0304\u0305"_s, u"\u05D0\u05D1\u05D2 abc \u0627\u0644"_s,
        u"\U0001F469\u200D\U0001F469\u200D\U0001F467"_s, u"\U0001F1E9\U0001F1EA"_s, u"**bold** [x](http://y)"_s,
        u"\u2028line\u2029paragraph"_s, u"tab\tand\ttab"_s, u"\x1b[2J\x1b[31mred"_s, u"\u009b31m"_s};
}

const int textStride = isSanitized ? 7 : 1; // the optimised build shows all of them

QStringList hostileTexts()
{
    const QList<std::function<QString(const QString &)>> dresses{
        [](const QString &text) { return text; },
        [](const QString &text) { return text.repeated(12); },
        [](const QString &text) { return u"Billing "_s + text + u" EU"_s; },
        [](const QString &text) { return QString(120, u'W') + text; },
        [](const QString &text) { return text + u"\n"_s + text; },
        [](const QString &text) { return u"<p>"_s + text; },
        [](const QString &text) { return text.toUpper(); },
        [](const QString &text) { return text + u"</b></a></td></html>"_s; },
        [](const QString &text) { return u"\""_s + text + u"'"_s; },
        [](const QString &text) { return text + u"\u0007\u0008\u007f"_s; },
    };
    QStringList texts;
    int number = 0;
    for (const QString &kernel : hostileKernels())
        for (const auto &dress : dresses)
            if (number++ % textStride == 0)
                texts << dress(kernel) + hostileMark + QString::number(number);
    return texts;
}

// Whether Qt would read markup in it, which came from the server.
bool isTakenForMarkup(const QString &text, Qt::TextFormat format)
{
    if (!text.contains(hostileMark, Qt::CaseInsensitive) || format == Qt::PlainText)
        return false;
    // What we write with markup ourselves has the server's words escaped in it.
    static const QRegularExpression tag(
        u"<(b|h1|img|a|script|table|p)[ >]"_s, QRegularExpression::CaseInsensitiveOption);
    return (format == Qt::RichText || Qt::mightBeRichText(text)) && text.contains(tag);
}

QStringList markupBelow(const QWidget *root)
{
    QStringList found;
    auto widgets = root->findChildren<QWidget *>();
    for (const QWidget *widget : std::as_const(widgets)) {
        if (const auto *label = qobject_cast<const QLabel *>(widget);
            label && isTakenForMarkup(label->text(), label->textFormat()))
            found << u"label "_s + label->objectName() + u": "_s + label->text();
        if (const auto *text = qobject_cast<const QTextEdit *>(widget);
            text && text->toPlainText().contains(hostileMark) && text->acceptRichText() && !text->isReadOnly())
            found << u"text "_s + text->objectName();
        if (isTakenForMarkup(widget->toolTip(), Qt::AutoText))
            found << u"tool tip of "_s + widget->objectName() + u": "_s + widget->toolTip();
    }
    return found;
}

QStringList markupIn(const QAbstractItemModel &model)
{
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row)
        for (int column = 0; column < model.columnCount(); ++column)
            if (const QString tip = model.index(row, column).data(Qt::ToolTipRole).toString();
                isTakenForMarkup(tip, Qt::AutoText))
                found << tip;
    return found;
}

JournalEntry entryOf(const QString &text)
{
    JournalEntry entry;
    entry.server = text;
    entry.name = text;
    entry.message = text;
    return entry;
}

// The widgets below that do not fit into the window, innermost last.
QByteArray widestBelow(const QWidget *root)
{
    QStringList wide;
    const auto widgets = root->findChildren<QWidget *>();
    for (const QWidget *widget : widgets)
        if (widget->isVisibleTo(root) && widget->minimumSizeHint().width() > 600)
            wide << QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName() + u' '
                    + QString::number(widget->minimumSizeHint().width());
    return wide.join(u", "_s).toUtf8();
}

// What was said to the terminal meanwhile.
QStringList saidLines;
void keepLine(QtMsgType, const QMessageLogContext &, const QString &line)
{
    saidLines << line;
}

}

// Names that a server gives, or somebody on it: shown as they are, never obeyed.
class tst_HostileText : public QObject {
    Q_OBJECT

public:
    static void initMain() { useNoKeychain(); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(hostileTexts().size() >= 300 / textStride);
        m_console = std::make_unique<Console>();
        m_console->window->resize(1200, 800);
        QVERIFY(m_console->signIn(m_console->add(u"Teneo"_s)));
        saidLines.clear();
        QLoggingCategory::setFilterRules(u"latchkey.*=true"_s);
        const auto before = qInstallMessageHandler(keepLine);
        for (const QString &text : hostileTexts())
            create(text);
        qInstallMessageHandler(before);
        page()->tabs().showPage(u"clients"_s);
        QTRY_VERIFY(list().isComplete() && !list().isBusy());
        QVERIFY2(m_ids.size() >= 250 / textStride, qPrintable(QString::number(m_ids.size())));
        qInfo("%lld hostile names, %lld of them kept by the server", qlonglong(hostileTexts().size()),
            qlonglong(m_ids.size()));
    }
    void cleanupTestCase() { m_console.reset(); }

    void terminalsAreNotTalkedTo()
    {
        static const QRegularExpression control(u"[\\x00-\\x08\\x0b-\\x1f\\x7f\\x80-\\x9f]"_s);
        QVERIFY(!saidLines.isEmpty());
        for (const QString &line : std::as_const(saidLines))
            QVERIFY2(!line.contains(control), qPrintable(line.toHtmlEscaped()));
    }

    void listsShowThemInOneLineEach()
    {
        auto *table = named<QTableView>(clients(), u"recordTable"_s);
        QVERIFY(table->model()->rowCount() >= m_ids.size());
        QCOMPARE(markupIn(*table->model()), QStringList());
        const int height = table->rowHeight(0);
        for (int row = 0; row < table->model()->rowCount(); ++row)
            QCOMPARE(table->rowHeight(row), height);
        QVERIFY2(m_console->window->minimumSizeHint().width() <= 1200, widestBelow(m_console->window.get()));
        QCOMPARE(markupBelow(m_console->window.get()), QStringList());
    }

    void editorsAndQuestionsShowThem()
    {
        for (qsizetype i = 0; i < m_ids.size(); ++i) {
            const QString id = m_ids.at(i);
            clients()->selectIds({id});
            auto *editor = named<RecordEditor>(clients(), u"recordEditor"_s);
            QTRY_VERIFY(editor->draft() && editor->draft()->id() == id);
            QCOMPARE(markupBelow(m_console->window.get()), QStringList());
            QVERIFY2(m_console->window->minimumSizeHint().width() <= 1200, widestBelow(m_console->window.get()));
            if (i % (m_ids.size() / 30) != 0)
                continue;
            QVERIFY(click(editor, u"deleteRecord"_s));
            QDialog *dialog = anyDialog();
            QVERIFY(dialog);
            QCOMPARE(markupBelow(dialog), QStringList());
            QVERIFY2(dialog->width() <= 900, qPrintable(QString::number(dialog->width())));
            dialog->reject();
            QTRY_VERIFY(!dialog->isVisible());
        }
    }

    void everyOtherPageShowsThem_data()
    {
        QTest::addColumn<QString>("kind");
        for (const auto &kind :
            {u"overview"_s, u"lint"_s, u"journal"_s, u"maintenance"_s, u"apiTokens"_s, u"workbench"_s})
            QTest::newRow(qPrintable(kind)) << kind;
    }
    void everyOtherPageShowsThem()
    {
        QFETCH(const QString, kind);
        page()->tabs().showPage(kind);
        QWidget *shown = page()->tabs().currentWidget();
        QCOMPARE(shown->objectName(), u"page."_s + kind);
        QTRY_VERIFY(!list().isBusy());
        const auto tables = shown->findChildren<QTableView *>();
        for (QTableView *table : tables) {
            if (kind == "journal"_L1 || kind == "lint"_L1)
                QTRY_VERIFY(table->model()->rowCount() > 0);
            QCOMPARE(markupIn(*table->model()), QStringList());
            for (int row = 0; row < std::min(table->model()->rowCount(), 60); ++row) {
                table->setCurrentIndex(table->model()->index(row, 0));
                QCOMPARE(markupBelow(shown), QStringList());
            }
        }
        QCOMPARE(markupBelow(m_console->window.get()), QStringList());
        QVERIFY2(m_console->window->minimumSizeHint().width() <= 1200, widestBelow(m_console->window.get()));
    }

    void serversErrorsAreShownAsTheyAre()
    {
        MessageStrip strip;
        strip.resize(700, 60);
        for (const QString &text : hostileTexts()) {
            strip.showError({.kind = Error::Kind::Rejected, .message = text, .detail = text});
            QCOMPARE(markupBelow(&strip), QStringList());
            QVERIFY(strip.text().contains(hostileMark));
            QVERIFY2(strip.minimumSizeHint().width() <= 600, widestBelow(&strip));
            ConfirmDialog question(
                {.title = text, .consequence = text, .names = {text}, .confirmLabel = u"Delete"_s, .typed = text});
            QCOMPARE(markupBelow(&question), QStringList());
            QVERIFY2(question.minimumSizeHint().width() <= 1000, qPrintable(text.toHtmlEscaped()));
        }
    }

    void reportsEscapeThem()
    {
        QList<JournalEntry> entries;
        for (const QString &text : hostileTexts())
            entries << entryOf(text);
        const QByteArray html = journalReport(entries, {}, QDateTime::currentDateTimeUtc());
        QVERIFY(html.contains(hostileMark.toUtf8()));
        for (const QByteArray &tag : {"<script"_qba, "<img"_qba, "<a "_qba, "<h1>Huge"_qba})
            QVERIFY2(!html.toLower().contains(tag), tag.constData());
        QVERIFY(!html.contains('\x1b'));
    }

    void profilesMayHaveThem()
    {
        const QString id = page()->server().profile().id;
        for (const QString &text : hostileTexts()) {
            Profile profile = *m_console->workspace->profile(id);
            profile.name = text;
            const auto saved = m_console->workspace->save(profile, {});
            QTRY_VERIFY(saved.isFinished());
            QVERIFY(saved.result());
            QCOMPARE(markupBelow(m_console->window.get()), QStringList());
            const QString title = m_console->window->windowTitle();
            QVERIFY(!title.contains(u'\n') && !title.contains(u'\x1b'));
            QVERIFY2(m_console->window->minimumSizeHint().width() <= 1200, widestBelow(m_console->window.get()));
        }
    }

private:
    ServerPage *page() const { return m_console->window->currentPage(); }
    RecordPage *clients() const { return pageIn<RecordPage>(page(), u"page.clients"_s); }
    Collection &list() const { return *page()->server().collection(u"clients"_s); }
    QDialog *anyDialog() const
    {
        QDialog *found = nullptr;
        (void)QTest::qWaitFor([&] {
            for (auto *dialog : m_console->window->findChildren<QDialog *>())
                found = dialog->isVisible() ? dialog : found;
            return found != nullptr;
        });
        return found;
    }
    // A server may refuse a name; what it takes is to be shown.
    void create(const QString &name)
    {
        const auto draft = list().newDraft();
        for (int field = 0; field < draft->fieldCount(); ++field)
            if (draft->field(field).key == u"name" || draft->field(field).key == u"description")
                draft->setValue(field, name);
            else if (draft->field(field).key == u"type")
                draft->setValue(field, u"OTHER"_s);
        const auto saved = draft->save();
        QTRY_VERIFY(saved.isFinished());
        if (saved.result())
            m_ids << saved.result()->id;
    }

    std::unique_ptr<Console> m_console;
    QStringList m_ids;
};

int tst_hostiletext(int argc, char *argv[])
{
    return runTest<QApplication, tst_HostileText>(argc, argv);
}
#include "tst_hostiletext.moc"
