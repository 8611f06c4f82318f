// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testprogram.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

// A layer, the layers it may include, and the Qt headers (by the beginning of their name) it must not.
struct Layer {
    QString folder{};
    QStringList mayInclude{};
    QStringList qtForbidden{};
};

// What does I/O; a dialect may use the network's values, such as a cookie.
const QStringList transport{u"QtNetwork"_s, u"QNetworkAccess"_s, u"QNetworkReply"_s, u"QTcp"_s, u"QUdp"_s, u"QLocalS"_s,
    u"QSsl"_s, u"QAbstractSocket"_s};
const QStringList network = transport + QStringList{u"QNetwork"_s};
const QStringList sql{u"QtSql"_s, u"QSql"_s};
const QStringList json{u"QJson"_s};
const QStringList widgets{u"QtWidgets"_s, u"QWidget"_s, u"QDialog"_s, u"QMessageBox"_s, u"QApplication"_s,
    u"QMainWindow"_s, u"QAbstractItemView"_s, u"QStyledItemDelegate"_s};

// The first folder that fits wins, so the narrower ones stand first. A layer may always include itself.
const QList<Layer> layers{
    {u"app/server"_s, {u"core"_s}, widgets},
    {u"app"_s, {u"ui"_s, u"app/server"_s, u"items"_s, u"store"_s, u"dialects"_s, u"records"_s, u"net"_s, u"core"_s},
        {}},
    {u"ui"_s, {u"items"_s, u"jose"_s, u"records"_s, u"core"_s}, network + sql + json},
    {u"models/items"_s, {u"dialects"_s, u"store"_s, u"records"_s, u"net"_s, u"jose"_s, u"core"_s}, widgets + sql},
    {u"models/store"_s, {u"records"_s, u"core"_s}, widgets + network},
    {u"models/dialects"_s, {u"records"_s, u"net"_s, u"jose"_s, u"core"_s}, widgets + transport + sql},
    {u"models/records"_s, {u"core"_s}, widgets + network + sql},
    {u"models/net"_s, {u"core"_s}, widgets + sql},
    {u"models/jose"_s, {u"core"_s}, widgets + network + sql},
    {u"models/core"_s, {}, widgets + network + sql},
};

const Layer *layerOf(const QString &path)
{
    const auto layer = std::find_if(
        layers.begin(), layers.end(), [&](const Layer &candidate) { return path.startsWith(candidate.folder + u'/'); });
    return layer == layers.end() ? nullptr : &*layer;
}

// Where an include written from a layer's root leads: "core/log.h" is models/core/log.h.
QString resolved(const QString &include)
{
    const bool fromTop = include.startsWith(u"app/"_s) || include.startsWith(u"ui/"_s);
    return fromTop ? include : u"models/"_s + include;
}

// The dialect a path belongs to: "teneo" for models/dialects/teneo/clients.h, nothing for what all dialects share.
QString dialectOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    return parts.size() > 3 && parts.at(1) == "dialects"_L1 ? parts.at(2) : QString();
}

QString complaintAboutOwn(const QString &file, const QString &include)
{
    if (include.contains("../"_L1) || !include.contains(u'/'))
        return u"is not written from a layer's root"_s;
    const Layer *from = layerOf(file);
    const Layer *to = layerOf(resolved(include));
    if (!to)
        return u"leads to no layer"_s;
    const QString target = to->folder.startsWith(u"models/"_s) ? to->folder.sliced(7) : to->folder;
    if (from != to && !from->mayInclude.contains(target))
        return u"points from %1 to %2"_s.arg(from->folder, to->folder);
    if (to->folder == "models/dialects"_L1 && !dialectOf(resolved(include)).isEmpty()
        && dialectOf(resolved(include)) != dialectOf(file))
        return u"reaches into the dialect %1"_s.arg(dialectOf(resolved(include)));
    return {};
}

QString complaintAboutForeign(const QString &file, const QString &include)
{
    const QString header = include.section(u'/', -1);
    const QStringList &forbidden = layerOf(file)->qtForbidden;
    const bool wrong = std::any_of(forbidden.begin(), forbidden.end(),
        [&](const QString &name) { return header.startsWith(name) || include.startsWith(name); });
    return wrong ? u"is not for %1"_s.arg(layerOf(file)->folder) : QString();
}

// One line per wrong include of a source text, empty when all are right. The file's name is relative to the top folder.
QStringList wrongIncludes(const QString &file, const QString &text)
{
    static const QRegularExpression directive(
        u"^\\s*#\\s*include\\s*([\"<])([^\">]+)[\">]"_s, QRegularExpression::MultilineOption);
    if (!layerOf(file))
        return {u"%1 is in no layer"_s.arg(file)};

    QStringList wrong;
    for (const QRegularExpressionMatch &match : directive.globalMatch(text)) {
        const QString include = match.captured(2);
        const bool isMoc = include.endsWith(".moc"_L1) || include.startsWith("moc_"_L1);
        const bool own = match.capturedView(1) == u'"' && !isMoc;
        const QString complaint = own ? complaintAboutOwn(file, include) : complaintAboutForeign(file, include);
        if (!complaint.isEmpty())
            wrong += u"%1: %2 %3"_s.arg(file, include, complaint);
    }
    return wrong;
}

} // namespace

// The architecture as a test: which layer may include which, read from the sources themselves.
class tst_Layering : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWrongIncludeIsFound_data();
    void aWrongIncludeIsFound();
    void aRightIncludeIsLeftAlone_data();
    void aRightIncludeIsLeftAlone();
    void everySourceIncludesDownwards();
    void everyTestTheDocumentsNameExists();
};

void tst_Layering::aWrongIncludeIsFound_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("include");

    QTest::newRow("models to ui") << u"models/items/server.cpp"_s << u"\"ui/mainwindow.h\""_s;
    QTest::newRow("models to app") << u"models/net/http.cpp"_s << u"\"app/application.h\""_s;
    QTest::newRow("ui to app") << u"ui/mainwindow.cpp"_s << u"\"app/application.h\""_s;
    QTest::newRow("ui to the local server") << u"ui/mainwindow.cpp"_s << u"\"app/server/server.h\""_s;
    QTest::newRow("ui to net") << u"ui/page.cpp"_s << u"\"net/request.h\""_s;
    QTest::newRow("ui to dialects") << u"ui/page.cpp"_s << u"\"dialects/dialect.h\""_s;
    QTest::newRow("ui to HTTP") << u"ui/page.cpp"_s << u"<QNetworkAccessManager>"_s;
    QTest::newRow("ui to JSON") << u"ui/page.h"_s << u"<QJsonObject>"_s;
    QTest::newRow("ui to SQL") << u"ui/page.cpp"_s << u"<QtSql/QSqlQuery>"_s;
    QTest::newRow("ui to SQL at once") << u"ui/page.cpp"_s << u"<QSqlDatabase>"_s;
    QTest::newRow("local server to net") << u"app/server/teneo.cpp"_s << u"\"net/request.h\""_s;
    QTest::newRow("local server to dialects") << u"app/server/teneo.cpp"_s << u"\"dialects/teneo/teneo.h\""_s;
    QTest::newRow("local server to the rest of app") << u"app/server/teneo.cpp"_s << u"\"app/application.h\""_s;
    QTest::newRow("net to records") << u"models/net/http.cpp"_s << u"\"records/client.h\""_s;
    QTest::newRow("records to net") << u"models/records/client.h"_s << u"\"net/request.h\""_s;
    QTest::newRow("core to net") << u"models/core/log.cpp"_s << u"\"net/http.h\""_s;
    QTest::newRow("core to widgets") << u"models/core/log.cpp"_s << u"<QMessageBox>"_s;
    QTest::newRow("store to net") << u"models/store/store.cpp"_s << u"\"net/http.h\""_s;
    QTest::newRow("store to dialects") << u"models/store/store.cpp"_s << u"\"dialects/dialect.h\""_s;
    QTest::newRow("dialects to store") << u"models/dialects/teneo/teneo.cpp"_s << u"\"store/store.h\""_s;
    QTest::newRow("jose to net") << u"models/jose/jwks.cpp"_s << u"\"net/request.h\""_s;
    QTest::newRow("jose to HTTP") << u"models/jose/jwks.cpp"_s << u"<QNetworkAccessManager>"_s;
    QTest::newRow("net to jose") << u"models/net/http.cpp"_s << u"\"jose/jwt.h\""_s;
    QTest::newRow("local server to jose") << u"app/server/teneo.cpp"_s << u"\"jose/jwt.h\""_s;
    QTest::newRow("dialect to dialect") << u"models/dialects/teneo/teneo.cpp"_s << u"\"dialects/glewlwyd/json.h\""_s;
    QTest::newRow("what dialects share to one") << u"models/dialects/dialect.h"_s << u"\"dialects/teneo/teneo.h\""_s;
    QTest::newRow("items to one dialect") << u"models/items/server.cpp"_s << u"\"dialects/teneo/teneo.h\""_s;
    QTest::newRow("dialect to sockets") << u"models/dialects/teneo/teneo.cpp"_s << u"<QTcpSocket>"_s;
    QTest::newRow("dialect to HTTP") << u"models/dialects/teneo/teneo.h"_s << u"<QNetworkAccessManager>"_s;
    QTest::newRow("not from the root") << u"ui/page.cpp"_s << u"\"page.h\""_s;
    QTest::newRow("upwards by path") << u"models/net/http.cpp"_s << u"\"../items/server.h\""_s;
    QTest::newRow("nowhere") << u"ui/page.cpp"_s << u"\"tests/server/hostile.h\""_s;
}

void tst_Layering::aWrongIncludeIsFound()
{
    QFETCH(const QString, file);
    QFETCH(const QString, include);

    const QString text = u"#pragma once\n#include <QString>\n  #  include %1\nclass Page;\n"_s.arg(include);
    const QStringList wrong = wrongIncludes(file, text);
    QCOMPARE(wrong.size(), 1);
    QVERIFY(wrong.first().contains(include.mid(1, include.size() - 2)));
}

void tst_Layering::aRightIncludeIsLeftAlone_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("include");

    QTest::newRow("app to ui") << u"app/main.cpp"_s << u"\"ui/mainwindow.h\""_s;
    QTest::newRow("app to the local server") << u"app/main.cpp"_s << u"\"app/server/server.h\""_s;
    QTest::newRow("local server to core") << u"app/server/teneo.cpp"_s << u"\"core/result.h\""_s;
    QTest::newRow("local server to itself") << u"app/server/teneo.cpp"_s << u"\"app/server/database.h\""_s;
    QTest::newRow("local server to SQL") << u"app/server/database.cpp"_s << u"<QSqlQuery>"_s;
    QTest::newRow("ui to items") << u"ui/page.cpp"_s << u"\"items/collection.h\""_s;
    QTest::newRow("ui to itself") << u"ui/page.cpp"_s << u"\"ui/page.h\""_s;
    QTest::newRow("items to what dialects share") << u"models/items/server.cpp"_s << u"\"dialects/dialect.h\""_s;
    QTest::newRow("dialect to itself") << u"models/dialects/teneo/teneo.cpp"_s << u"\"dialects/teneo/json.h\""_s;
    QTest::newRow("dialect to JSON") << u"models/dialects/teneo/teneo.cpp"_s << u"<QJsonObject>"_s;
    QTest::newRow("dialect to cookies") << u"models/dialects/glewlwyd/glewlwyd.cpp"_s << u"<QNetworkCookie>"_s;
    QTest::newRow("dialect to requests") << u"models/dialects/teneo/teneo.cpp"_s << u"\"net/request.h\""_s;
    QTest::newRow("dialect to jose") << u"models/dialects/oidc/oidc.cpp"_s << u"\"jose/jwks.h\""_s;
    QTest::newRow("items to jose") << u"models/items/inspection.h"_s << u"\"jose/verify.h\""_s;
    QTest::newRow("net to sockets") << u"models/net/http.cpp"_s << u"<QNetworkAccessManager>"_s;
    QTest::newRow("store to SQL") << u"models/store/store.cpp"_s << u"<QSqlDatabase>"_s;
    QTest::newRow("its own moc") << u"ui/page.cpp"_s << u"\"page.moc\""_s;
}

void tst_Layering::aRightIncludeIsLeftAlone()
{
    QFETCH(const QString, file);
    QFETCH(const QString, include);

    QCOMPARE(wrongIncludes(file, u"#include %1\n"_s.arg(include)), QStringList());
}

void tst_Layering::everySourceIncludesDownwards()
{
    const QDir top(QStringLiteral(SOURCE_DIR));
    QStringList wrong;
    int files = 0;
    for (const QString &folder : {u"app"_s, u"ui"_s, u"models"_s}) {
        QDirIterator sources(
            top.filePath(folder), {u"*.cpp"_s, u"*.h"_s, u"*.in"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            QFile source(sources.next());
            QVERIFY(source.open(QIODevice::ReadOnly));
            wrong += wrongIncludes(top.relativeFilePath(source.fileName()), QString::fromUtf8(source.readAll()));
            ++files;
        }
    }
    QVERIFY2(files > 20, "The sources were not found");
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

// A quirk whose test was renamed or dropped would look held and be nobody's.
void tst_Layering::everyTestTheDocumentsNameExists()
{
    static const QRegularExpression mention(u"(tst_\\w+)::(\\w+)"_s);
    const QDir top(QStringLiteral(SOURCE_DIR));
    QHash<QString, QString> tests; // by name, without suffix
    QDirIterator sources(top.filePath(u"tests"_s), {u"tst_*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (sources.hasNext()) {
        QFile source(sources.next());
        QVERIFY(source.open(QIODevice::ReadOnly));
        tests.insert(sources.fileInfo().completeBaseName(), QString::fromUtf8(source.readAll()));
    }
    QFile document(top.filePath(u"CONTRIBUTING.md"_s));
    QVERIFY(document.open(QIODevice::ReadOnly));
    int mentions = 0;
    for (const QRegularExpressionMatch &match : mention.globalMatch(QString::fromUtf8(document.readAll()))) {
        QVERIFY2(
            tests.value(match.captured(1)).contains(u"%1()"_s.arg(match.captured(2))), qPrintable(match.captured(0)));
        ++mentions;
    }
    QVERIFY2(mentions >= 17, "The table of quirks was not found");
}

int tst_layering(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Layering>(argc, argv);
}
#include "tst_layering.moc"
