// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ownhome.h"
#include "tests/planted.h"
#include "tests/testprogram.h"

#include <QDir>
#include <QImage>
#include <QProcess>
#include <QTest>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

// The tour as a process of its own, with a keyring it could keep secrets in.
class tst_Tour : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // And none of the secrets it signs in with is seen anywhere while it does.
    void itIsCompleteAndLeavesNothingButItsPictures()
    {
        const OwnHome home(OwnHome::Bus::Caller);
        const QString pictures = home.path(u"pictures/of the tour"_s);
        QProcess tour;
        tour.setProcessEnvironment(home.environment);
        tour.start(latchkeyProgram(), {u"--tour"_s, pictures});
        QVERIFY(tour.waitForStarted());
        QStringList hits;
        int looks = 0;
        QTimer often;
        connect(&often, &QTimer::timeout, this, [&] {
            ++looks; // its files are gone when it ends; its pictures are looked at then
            for (const QString &folder : {u"home"_s, u"tmp"_s, u"run"_s})
                hits << hitsBelow(home.path(folder), canaries);
            hits << hitsOfProcess(tour.processId(), canaries);
        });
        often.start(500);
        QVERIFY(QTest::qWaitFor([&tour] { return tour.state() == QProcess::NotRunning; }, 280'000));
        often.stop();
        const QByteArray output = tour.readAllStandardOutput();
        const QByteArray errors = tour.readAllStandardError();
        QVERIFY2(tour.exitStatus() == QProcess::NormalExit && tour.exitCode() == 0, (output + errors).constData());
        QVERIFY2(output.contains("The tour is complete"), output.constData());
        QByteArray complaints = errors; // but for what Qt's offscreen screen says of itself
        complaints.replace("This plugin does not support propagateSizeHints()\n", {});
        QCOMPARE(complaints, QByteArray());

        lookThrough(QDir(pictures));
        if (QTest::currentTestFailed())
            return;
        // What the tour does leaves nothing but the pictures: no profile, no setting, no scratch file.
        const QStringList left = home.filesBelow(u"home"_s).filter(u"atchkey"_s) + home.filesBelow(u"tmp"_s);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));

        for (const QByteArray &canary : canaries)
            QVERIFY2(!output.contains(canary) && !errors.contains(canary), canary.constData());
        hits << hitsBelow(home.path(), canaries);
        hits.removeDuplicates();
        QVERIFY2(hits.isEmpty(), qPrintable(hits.join(u'\n')));
        QVERIFY(looks > 2);
        QFile planted(home.path(u"home/.planted"_s));
        QVERIFY(planted.open(QIODevice::WriteOnly));
        planted.write("\0\x01 text" + asUtf16(canaries.at(1)));
        planted.close();
        QCOMPARE(hitsBelow(home.path(), canaries).size(), 1); // the search finds one that is there
    }

    void whereItCannotLeaveItsPicturesItFails()
    {
        const OwnHome home(OwnHome::Bus::Caller);
        QProcess tour;
        tour.setProcessEnvironment(home.environment);
        tour.start(latchkeyProgram(), {u"--tour"_s, u"/proc/nowhere"_s});
        QVERIFY(tour.waitForFinished(60'000));
        QCOMPARE(tour.exitStatus(), QProcess::NormalExit);
        QCOMPARE(tour.exitCode(), 1);
        QVERIFY(!tour.readAllStandardError().isEmpty());
    }

private:
    static void lookThrough(const QDir &pictures)
    {
        const QStringList names = pictures.entryList({u"*.png"_s}, QDir::Files, QDir::Name);
        qInfo("%lld pictures: %s", static_cast<long long>(names.size()), qPrintable(names.join(u", ")));
        for (const auto &page : {u"overview"_s, u"clients"_s, u"apiTokens"_s, u"accessTokens"_s, u"refreshTokens"_s,
                 u"allTokens"_s, u"maintenance"_s, u"tokenInfo"_s})
            for (const auto &theme : {QString(), u"-dark"_s})
                QVERIFY2(names.contains(page + theme + u".png"_s), qPrintable(page + theme));
        for (const auto &moment : {u"teneo-add"_s, u"secret-shown-once"_s, u"client-edited"_s, u"confirm-delete"_s,
                 u"tokens-selected"_s, u"maintenance-running"_s})
            QVERIFY2(names.contains(moment + u".png"_s), qPrintable(moment));
        for (const auto &name : names) {
            const QImage picture(pictures.filePath(name));
            QVERIFY2(picture.width() >= 800 && picture.height() >= 500, qPrintable(name));
        }
        QVERIFY2(QImage(pictures.filePath(u"clients.png"_s)) != QImage(pictures.filePath(u"clients-dark.png"_s)),
            "the dark theme shows");
    }

    // What it signs in with, as the manual publishes it.
    const QByteArrayList canaries{"mzadmin_pass", "integration_secret", "service_secret", "admin_pass"};
};

int tst_tour(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Tour>(argc, argv);
}
#include "tst_tour.moc"
