// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testprogram.h"
#include "ui/durationedit.h"
#include "ui/fieldeditor.h"
#include "ui/listedit.h"
#include "ui/timeedit.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::Literals::StringLiterals;

class tst_FieldEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showingReportsNothing_data()
    {
        QTest::addColumn<FieldKind>("kind");
        QTest::addColumn<QVariant>("value");
        const auto time = QDateTime(QDate(2026, 3, 2), QTime(8, 15), Qt::UTC);
        QTest::newRow("text") << FieldKind::Text << QVariant(u"a"_s);
        QTest::newRow("lines") << FieldKind::Lines << QVariant(u"a\nb"_s);
        QTest::newRow("url") << FieldKind::Url << QVariant(u"https://a.test"_s);
        QTest::newRow("choice") << FieldKind::Choice << QVariant(u"OTHER"_s);
        QTest::newRow("list") << FieldKind::List << QVariant(QStringList{u"a"_s, u"b"_s});
        QTest::newRow("switch") << FieldKind::Switch << QVariant(true);
        QTest::newRow("time") << FieldKind::Time << QVariant(time);
        QTest::newRow("duration") << FieldKind::Duration << QVariant::fromValue(seconds(90));
        QTest::newRow("password") << FieldKind::Password << QVariant::fromValue(Secret(u"x"_s));
    }
    void showingReportsNothing()
    {
        QFETCH(FieldKind, kind);
        QFETCH(QVariant, value);
        QWidget parent;
        QVariantList reported;
        const auto editor = makeFieldEditor({.key = u"k"_s, .label = u"Label"_s, .kind = kind}, &parent,
            [&](const QVariant &given) { reported << given; });
        editor.show(value);
        QCOMPARE(reported.size(), 0);
        QCOMPARE(editor.widget->parentWidget(), &parent);
    }

    void typingReportsTheValue()
    {
        QWidget parent;
        QVariant reported;
        const auto report = [&](const QVariant &given) { reported = given; };
        auto line = makeFieldEditor({.kind = FieldKind::Text}, &parent, report);
        QTest::keyClicks(line.widget, u"ab"_s);
        QCOMPARE(reported, QVariant(u"ab"_s));
        auto list = makeFieldEditor({.kind = FieldKind::List}, &parent, report);
        QTest::keyClicks(list.widget, u" a \r\rb"_s);
        QCOMPARE(reported.toStringList(), (QStringList{u"a"_s, u"b"_s}));
        auto duration = makeFieldEditor({.kind = FieldKind::Duration}, &parent, report);
        QTest::keyClicks(duration.widget, u"90 min"_s);
        QCOMPARE(reported.value<seconds>(), seconds(5400));
        auto box = makeFieldEditor({.label = u"On"_s, .kind = FieldKind::Switch}, &parent, report);
        QTest::keyClick(box.widget, Qt::Key_Space);
        QCOMPARE(reported, QVariant(true));
        QCOMPARE(static_cast<QCheckBox *>(box.widget)->text(), u"On"_s);
    }

    void anUnknownWordIsShownVerbatim()
    {
        QWidget parent;
        QVariantList reported;
        auto editor
            = makeFieldEditor({.kind = FieldKind::Choice}, &parent, [&](const QVariant &given) { reported << given; });
        auto *box = static_cast<QComboBox *>(editor.widget);
        editor.show(u"NEWFANGLED"_s);
        QVERIFY(box->isEditable());
        editor.setChoices({u"STUDIO"_s, u"OTHER"_s});
        QVERIFY(!box->isEditable());
        QCOMPARE(box->currentText(), u"NEWFANGLED"_s);
        QCOMPARE(reported.size(), 0);
        box->setCurrentText(u"OTHER"_s);
        QCOMPARE(reported, (QVariantList{u"OTHER"_s}));
    }

    void withoutAListAnyWordCanBeTyped()
    {
        QWidget parent;
        QVariant reported;
        auto editor
            = makeFieldEditor({.kind = FieldKind::Choice}, &parent, [&](const QVariant &given) { reported = given; });
        editor.setChoices({});
        QTest::keyClicks(static_cast<QComboBox *>(editor.widget)->lineEdit(), u"OWN"_s);
        QCOMPARE(reported, QVariant(u"OWN"_s));
    }

    void scrollingPastABoxDoesNotChangeIt()
    {
        QWidget parent;
        int reports = 0;
        auto editor = makeFieldEditor({.kind = FieldKind::Choice}, &parent, [&](const QVariant &) { ++reports; });
        editor.setChoices({u"A"_s, u"B"_s, u"C"_s});
        editor.show(u"A"_s);
        parent.show();
        QWheelEvent wheel({5, 5}, {5, 5}, {0, -120}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(editor.widget, &wheel);
        QCOMPARE(static_cast<QComboBox *>(editor.widget)->currentText(), u"A"_s);
        QCOMPARE(reports, 0);
    }

    void whatIsNoDurationIsAProblem()
    {
        DurationEdit edit;
        edit.setDuration(seconds(3600));
        QCOMPARE(edit.text(), u"1 h"_s);
        edit.selectAll();
        QTest::keyClicks(&edit, u"soon"_s);
        QVERIFY(!edit.problem().isEmpty());
        QCOMPARE(edit.duration(), seconds(3600));
        edit.selectAll();
        QTest::keyClicks(&edit, u"7200"_s);
        QVERIFY(edit.problem().isEmpty());
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(edit.text(), u"2 h"_s);
        edit.selectAll();
        QTest::keyClick(&edit, Qt::Key_Delete);
        QVERIFY(edit.problem().isEmpty());
        QCOMPARE(edit.duration(), seconds(0));
    }

    void neverIsATime()
    {
        TimeEdit edit;
        auto *never = edit.findChild<QCheckBox *>(u"never"_s);
        auto *dateTime = edit.findChild<QDateTimeEdit *>(u"dateTime"_s);
        const QSignalSpy edited(&edit, &TimeEdit::edited);
        QVERIFY(never->isChecked());
        QVERIFY(!dateTime->isEnabled());
        QVERIFY(!edit.time().isValid());
        never->click();
        QVERIFY(edit.time().isValid());
        QCOMPARE(edit.time().timeSpec(), Qt::UTC);
        QVERIFY(dateTime->isEnabled());
        never->click();
        QVERIFY(!edit.time().isValid());
        QCOMPARE(edited.count(), 2);
    }

    void timesKeepTheirSecondsUntilChanged()
    {
        TimeEdit edit;
        const auto time = QDateTime(QDate(2026, 3, 2), QTime(8, 15, 30), Qt::UTC);
        edit.setTime(time);
        QCOMPARE(edit.time(), time);
        edit.findChild<QDateTimeEdit *>(u"dateTime"_s)->stepUp();
        QVERIFY(edit.time() != time);
    }

    void aViewShowsTextAsText()
    {
        QWidget parent;
        const FieldInfo field{.kind = FieldKind::Text};
        auto view = makeFieldView(field, &parent);
        auto *label = qobject_cast<QLabel *>(view.widget);
        QVERIFY(label);
        view.show(u"<b>x</b>"_s);
        QCOMPARE(label->textFormat(), Qt::PlainText);
        QCOMPARE(label->text(), u"<b>x</b>"_s);
        view.show(QString());
        QCOMPARE(label->text(), u"—"_s);
    }

    void aSecretHasNoText()
    {
        QCOMPARE(fieldText({.kind = FieldKind::Password}, QVariant::fromValue(Secret(u"s3cret"_s))), QString());
    }
};

int tst_fieldeditor(int argc, char *argv[])
{
    return runTest<QApplication, tst_FieldEditor>(argc, argv);
}
#include "tst_fieldeditor.moc"
