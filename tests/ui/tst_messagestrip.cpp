// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testprogram.h"
#include "ui/messagestrip.h"

#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

class tst_MessageStrip : public QObject {
    Q_OBJECT

private:
    template <typename T>
    static T *part(MessageStrip &strip, const QString &name)
    {
        return strip.findChild<T *>(name);
    }

private Q_SLOTS:
    void hostileTextStaysText()
    {
        const auto hostile = u"<img src='http://evil.test/x.png'><b>bold</b>"_s;
        MessageStrip strip;
        strip.showError({.message = hostile, .detail = hostile});
        QCOMPARE(part<QLabel>(strip, u"messageText"_s)->textFormat(), Qt::PlainText);
        QCOMPARE(strip.text(), hostile);
        QCOMPARE(part<QPlainTextEdit>(strip, u"messageDetail"_s)->toPlainText(), hostile);
    }

    void detailIsFoldedUntilAskedFor()
    {
        MessageStrip strip;
        strip.showError({.message = u"No."_s, .detail = u"HTTP 500"_s});
        auto *detail = part<QPlainTextEdit>(strip, u"messageDetail"_s);
        QVERIFY(!detail->isVisible());
        QTest::mouseClick(part<QToolButton>(strip, u"messageDetails"_s), Qt::LeftButton);
        QVERIFY(detail->isVisible());
        strip.showError({.message = u"Again."_s, .detail = u"HTTP 502"_s});
        QVERIFY(!detail->isVisible());
        strip.showInfo(u"Fine."_s);
        QVERIFY(!part<QToolButton>(strip, u"messageDetails"_s)->isVisible());
    }

    void theNextMessageDropsTheAction()
    {
        int done = 0;
        MessageStrip strip;
        strip.showError({.message = u"No."_s});
        strip.setAction(u"Retry"_s, [&] {
            ++done;
            strip.showInfo(u"Trying."_s);
        });
        auto *button = part<QToolButton>(strip, u"messageAction"_s);
        QCOMPARE(button->text(), u"Retry"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(done, 1);
        QCOMPARE(strip.text(), u"Trying."_s);
        QVERIFY(!button->isVisible());
    }

    void closingSaysSo()
    {
        MessageStrip strip;
        QVERIFY(strip.isHidden());
        strip.showWarning(u"Careful."_s);
        QVERIFY(strip.isVisible());
        const QSignalSpy closed(&strip, &MessageStrip::closed);
        QTest::mouseClick(part<QToolButton>(strip, u"messageClose"_s), Qt::LeftButton);
        QCOMPARE(closed.count(), 1);
        QVERIFY(strip.isHidden());
    }

    void screenReadersHearKindAndText()
    {
        MessageStrip strip;
        strip.showError({.message = u"No."_s});
        QCOMPARE(strip.accessibleName(), u"Error"_s);
        QCOMPARE(strip.accessibleDescription(), u"No."_s);
    }
};

int tst_messagestrip(int argc, char *argv[])
{
    return runTest<QApplication, tst_MessageStrip>(argc, argv);
}
#include "tst_messagestrip.moc"
