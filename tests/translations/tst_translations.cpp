// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testprogram.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString sources = QStringLiteral(SOURCE_DIR "/translations/");

QByteArray content(const QString &file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

// The source texts of the messages whose translation is marked unfinished, vanished or obsolete, or is empty.
QStringList openMessages(const QByteArray &ts)
{
    QStringList open;
    QString text;
    QXmlStreamReader xml(ts);
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == "source"_L1) {
            text = xml.readElementText();
        } else if (xml.isStartElement() && xml.name() == "translation"_L1) {
            const QString type = xml.attributes().value("type"_L1).toString();
            const QString translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            if (!type.isEmpty() || translation.trimmed().isEmpty())
                open += text;
        }
    }
    return xml.hasError() ? QStringList{xml.errorString()} : open;
}

} // namespace

// Holds the committed translations against the sources they translate.
class tst_Translations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOpenMessageIsFound_data();
    void anOpenMessageIsFound();
    void theFilesFitTheSources_data();
    void theFilesFitTheSources();
    void everyMessageIsTranslated_data();
    void everyMessageIsTranslated();
    void theProgramCarriesThem_data();
    void theProgramCarriesThem();

private:
    void languages();
};

void tst_Translations::languages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("German") << u"de"_s;
    QTest::newRow("English plurals") << u"en"_s;
}

void tst_Translations::anOpenMessageIsFound_data()
{
    QTest::addColumn<QByteArray>("translation");
    QTest::addColumn<bool>("open");

    QTest::newRow("translated") << "<translation>Speichern</translation>"_ba << false;
    QTest::newRow("translated plurals")
        << "<translation><numerusform>%n Zeile</numerusform><numerusform>%n Zeilen</numerusform></translation>"_ba
        << false;
    QTest::newRow("unfinished") << "<translation type=\"unfinished\"></translation>"_ba << true;
    QTest::newRow("unfinished guess") << "<translation type=\"unfinished\">Sichern</translation>"_ba << true;
    QTest::newRow("vanished") << "<translation type=\"vanished\">Speichern</translation>"_ba << true;
    QTest::newRow("obsolete") << "<translation type=\"obsolete\">Speichern</translation>"_ba << true;
    QTest::newRow("empty") << "<translation></translation>"_ba << true;
    QTest::newRow("broken") << "<translation>"_ba << true;
}

void tst_Translations::anOpenMessageIsFound()
{
    QFETCH(const QByteArray, translation);
    QFETCH(const bool, open);

    const QByteArray ts
        = "<TS><context><name>Page</name><message><source>Save</source>" + translation + "</message></context></TS>";
    QCOMPARE(!openMessages(ts).isEmpty(), open);
}

void tst_Translations::theFilesFitTheSources_data()
{
    languages();
}

void tst_Translations::theFilesFitTheSources()
{
    QFETCH(const QString, language);
    QTemporaryDir copy;
    for (const QString &file : {u"latchkey_de.ts"_s, u"latchkey_en.ts"_s})
        QVERIFY(QFile::copy(sources + file, copy.filePath(file)));

    QProcess update;
    update.setProcessChannelMode(QProcess::ForwardedChannels);
    update.start(sources + u"update"_s, {QStringLiteral(LUPDATE), copy.path()});
    QVERIFY(update.waitForFinished());
    QCOMPARE(update.exitCode(), 0);

    const QString file = u"latchkey_%1.ts"_s.arg(language);
    QVERIFY2(content(copy.filePath(file)) == content(sources + file),
        "The sources have other strings: build the target update_translations and translate what is new");
}

void tst_Translations::everyMessageIsTranslated_data()
{
    languages();
}

void tst_Translations::everyMessageIsTranslated()
{
    QFETCH(const QString, language);
    const QStringList open = openMessages(content(sources + u"latchkey_%1.ts"_s.arg(language)));
    QVERIFY2(open.isEmpty(), qPrintable(u"%1 open messages, such as: %2"_s.arg(open.size()).arg(open.value(0))));
}

void tst_Translations::theProgramCarriesThem_data()
{
    languages();
}

void tst_Translations::theProgramCarriesThem()
{
    QFETCH(const QString, language);
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/latchkey_%1.qm"_s.arg(language)));
}

int tst_translations(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Translations>(argc, argv);
}
#include "tst_translations.moc"
