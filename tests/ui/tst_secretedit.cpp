// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testprogram.h"
#include "ui/secretclipboard.h"
#include "ui/secretedit.h"

#include <QApplication>
#include <QAccessible>
#include <QClipboard>
#include <QMimeData>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class tst_SecretEdit : public QObject {
    Q_OBJECT

private:
    static QString clipboardText() { return QGuiApplication::clipboard()->text(); }

private Q_SLOTS:
    void init() { QGuiApplication::clipboard()->clear(); }

    void isShownOnlyWhileTheEyeIsHeld()
    {
        SecretEdit edit;
        edit.setSecret(Secret(u"s3cret"_s));
        edit.show();
        auto *eye = edit.findChild<QToolButton *>(u"reveal"_s);
        QVERIFY(eye->isVisible());
        QVERIFY(!edit.isRevealed());
        QTest::mousePress(eye, Qt::LeftButton);
        QVERIFY(edit.isRevealed());
        QTest::mouseRelease(eye, Qt::LeftButton);
        QVERIFY(!edit.isRevealed());
    }

    void isShownOnlyWhileSpaceIsHeld()
    {
        SecretEdit edit;
        edit.setSecret(Secret(u"s3cret"_s));
        edit.show();
        auto *eye = edit.findChild<QToolButton *>(u"reveal"_s);
        QVERIFY(eye->focusPolicy() & Qt::TabFocus);
        QTest::keyPress(eye, Qt::Key_Space);
        QVERIFY(edit.isRevealed());
        QTest::keyRelease(eye, Qt::Key_Space);
        QVERIFY(!edit.isRevealed());
    }

    void isHiddenWhenTheEyeLosesTheFocus()
    {
        SecretEdit edit;
        edit.setSecret(Secret(u"s3cret"_s));
        edit.show();
        auto *eye = edit.findChild<QToolButton *>(u"reveal"_s);
        QTest::keyPress(eye, Qt::Key_Space);
        QFocusEvent away(QEvent::FocusOut);
        QCoreApplication::sendEvent(eye, &away);
        QVERIFY(!edit.isRevealed());
    }

    void isNotToldToAccessibilityOrUndo()
    {
        SecretEdit edit;
        edit.show();
        QTest::keyClicks(&edit, u"s3cret"_s);
        auto *eye = edit.findChild<QToolButton *>(u"reveal"_s);
        QTest::mousePress(eye, Qt::LeftButton);
        QVERIFY(edit.isRevealed());
        auto objects = edit.findChildren<QObject *>();
        objects << &edit;
        for (auto *object : std::as_const(objects))
            if (auto *face = QAccessible::queryAccessibleInterface(object))
                for (const auto text : {QAccessible::Name, QAccessible::Value, QAccessible::Description})
                    QVERIFY(!face->text(text).contains(u"s3cret"_s));
        QVERIFY(!edit.isUndoAvailable());
        edit.selectAll();
        edit.copy();
        QCOMPARE(clipboardText(), QString());
    }

    void reportsWhatThePersonTypesOnly()
    {
        SecretEdit edit;
        const QSignalSpy edited(&edit, &SecretEdit::edited);
        edit.setSecret(Secret(u"a"_s));
        QCOMPARE(edited.count(), 0);
        QTest::keyClicks(&edit, u"b"_s);
        QCOMPARE(edited.count(), 1);
        QVERIFY(edit.secret() == Secret(u"ba"_s));
    }

    void anEmptyOneOffersNothing()
    {
        SecretEdit edit;
        edit.show();
        QVERIFY(!edit.findChild<QToolButton *>(u"reveal"_s)->isVisible());
        QVERIFY(!edit.findChild<QToolButton *>(u"copySecret"_s)->isVisible());
    }

    void theCopyButtonPutsItOnTheClipboardWithAHint()
    {
        SecretEdit edit;
        edit.setSecret(Secret(u"s3cret"_s));
        edit.show();
        QTest::mouseClick(edit.findChild<QToolButton *>(u"copySecret"_s), Qt::LeftButton);
        QCOMPARE(clipboardText(), u"s3cret"_s);
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
    }

    void theClipboardForgetsAfterAWhile()
    {
        QPointer secret = new SecretClipboard(Secret(u"s3cret"_s), this, 20ms);
        QCOMPARE(clipboardText(), u"s3cret"_s);
        QTRY_VERIFY(!secret);
        QCOMPARE(clipboardText(), QString());
    }

    void theClipboardKeepsWhatIsNotOurs()
    {
        QPointer secret = new SecretClipboard(Secret(u"s3cret"_s), this, 20ms);
        QGuiApplication::clipboard()->setText(u"something else"_s);
        QTRY_VERIFY(!secret);
        QCOMPARE(clipboardText(), u"something else"_s);
    }

    void theSameSecretCopiedAgainGetsItsFullTime()
    {
        QPointer first = new SecretClipboard(Secret(u"s3cret"_s), this, 1h);
        QPointer again = new SecretClipboard(Secret(u"s3cret"_s), this, 1h);
        QVERIFY(!first);
        QCOMPARE(clipboardText(), u"s3cret"_s);
        delete again;
        QCOMPARE(clipboardText(), QString());
    }

    void theClipboardForgetsWhenTheOwnerDies()
    {
        auto owner = std::make_unique<QObject>();
        new SecretClipboard(Secret(u"s3cret"_s), owner.get(), 1h);
        owner.reset();
        QCOMPARE(clipboardText(), QString());
    }

    void theClipboardForgetsWhenTheProgramEnds()
    {
        QObject owner;
        new SecretClipboard(Secret(u"s3cret"_s), &owner, 1h);
        QVERIFY(QMetaObject::invokeMethod(qApp, "aboutToQuit"));
        QCOMPARE(clipboardText(), QString());
    }
};

int tst_secretedit(int argc, char *argv[])
{
    return runTest<QApplication, tst_SecretEdit>(argc, argv);
}
#include "tst_secretedit.moc"
