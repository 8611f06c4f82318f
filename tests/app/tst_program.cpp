// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testprogram.h"

#include <QDir>
#include <QDirIterator>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;

static constexpr int patience = 60'000; // ms; far beyond what a loaded machine needs

// The program as a process of its own, with a home of its own.
class tst_Program : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        for (const auto &name : {u"home"_s, u"tmp"_s, u"run"_s})
            QVERIFY(QDir(m_folder->path()).mkdir(name));
        QVERIFY(QFile::setPermissions(
            m_folder->filePath(u"run"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void itTellsAboutItself_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QByteArrayList>("words");
        const QByteArrayList help{"Usage:", "--serve", "--persona", "--port", "--listen", "--data", "--demo", "--seed", "--studios", "--tour",
            "--verify-journal", "--profile", "--language", "--watch",
            "--once", "--interval", "--maintenance", "--client", "--wait", "--unlock"};
        QTest::newRow("version") << u"--version"_s << QByteArrayList{"latchkey "};
        QTest::newRow("v") << u"-v"_s << QByteArrayList{"latchkey "};
        QTest::newRow("help") << u"--help"_s << help;
        QTest::newRow("h") << u"-h"_s << help;
    }
    void itTellsAboutItself()
    {
        QFETCH(QString, option);
        QFETCH(QByteArrayList, words);
        const auto ended = run({option});
        QCOMPARE(ended.status, 0);
        QCOMPARE(ended.errors, QByteArray());
        for (const auto &word : std::as_const(words))
            QVERIFY2(ended.output.contains(word), ended.output.constData());
        QVERIFY(filesBelow(u"home"_s).isEmpty());
    }

    void whatItCannotDoIsRefusedInASentence_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("unknown option") << QStringList{u"--nonsense"_s} << "nonsense"_qba;
        QTest::newRow("stray word") << QStringList{u"somewhere"_s} << "somewhere"_qba;
        QTest::newRow("no value") << QStringList{u"--tour"_s} << "tour"_qba;
        const auto serving = [](const QStringList &options) { return QStringList{u"--serve"_s} + options; };
        QTest::newRow("port is a word") << serving({u"--port"_s, u"http"_s}) << "http"_qba;
        QTest::newRow("port too large") << serving({u"--port"_s, u"65536"_s}) << "65536"_qba;
        QTest::newRow("port negative") << serving({u"--port=-1"_s}) << "-1"_qba;
        QTest::newRow("port empty") << serving({u"--port="_s}) << "port"_qba;
        QTest::newRow("unknown persona") << serving({u"--persona"_s, u"nobody"_s}) << "nobody"_qba;
        QTest::newRow("persona twice") << serving({u"--persona"_s, u"teneo"_s, u"--persona"_s, u"teneo"_s})
                                       << "only once"_qba;
        QTest::newRow("unknown shape") << serving({u"--shape"_s, u"round"_s}) << "round"_qba;
        QTest::newRow("no address") << serving({u"--listen"_s, u"everywhere"_s}) << "latchkey"_qba;
        QTest::newRow("no data file") << serving({u"--data="_s}) << "latchkey"_qba;
        for (const auto &number : {u"0"_s, u"-5"_s, u"many"_s, u"1.5"_s, u"10000001"_s, u"99999999999"_s})
            QTest::addRow("%s tokens", qPrintable(number))
                << serving({u"--demo"_s, number}) << "“" + number.toUtf8() + "”";
        QTest::newRow("no number of tokens") << serving({u"--demo="_s}) << "tokens"_qba;
        QTest::newRow("tokens of another persona")
            << serving({u"--persona"_s, u"wyn"_s, u"--demo"_s, u"5"_s}) << "teneo"_qba;
        QTest::newRow("tokens for the console") << QStringList{u"--demo"_s, u"5"_s} << "--serve"_qba;
        QTest::newRow("seed is a word") << serving({u"--demo"_s, u"5"_s, u"--seed"_s, u"apple"_s}) << "apple"_qba;
        QTest::newRow("seed of nothing") << serving({u"--demo"_s, u"--seed"_s, u"5"_s}) << "seed"_qba;
        for (const auto &number : {u"0"_s, u"-5"_s, u"many"_s, u"10001"_s})
            QTest::addRow("%s studios", qPrintable(number))
                << serving({u"--demo"_s, u"--studios="_s + number}) << "“" + number.toUtf8() + "”";
        QTest::newRow("studios of another persona")
            << serving({u"--persona"_s, u"wyn"_s, u"--demo"_s, u"--studios"_s, u"5"_s}) << "teneo"_qba;
        QTest::newRow("studios without a demo") << serving({u"--studios"_s, u"5"_s}) << "--demo"_qba;
        QTest::newRow("studios for the console") << QStringList{u"--demo"_s, u"--studios"_s, u"5"_s} << "--serve"_qba;
        QTest::newRow("every address") << serving({u"--listen"_s, u"0.0.0.0"_s}) << "--allow-other-machines"_qba;
        QTest::newRow("every IPv6 address") << serving({u"--listen"_s, u"::"_s}) << "--allow-other-machines"_qba;
    }
    void whatItCannotDoIsRefusedInASentence()
    {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, word);
        const auto ended = run(options);
        QCOMPARE(ended.status, 2);
        QCOMPARE(ended.output, QByteArray());
        QVERIFY2(ended.errors.startsWith("latchkey: "), ended.errors.constData());
        QVERIFY2(ended.errors.contains(word), ended.errors.constData());
        QVERIFY2(ended.errors.endsWith(".\n") && ended.errors.count('\n') == 1, ended.errors.constData());
        QVERIFY(filesBelow(u"home"_s).isEmpty());
    }

    void itServesUntilItIsToldToEnd_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("terminate") << SIGTERM;
        QTest::newRow("interrupt") << SIGINT;
    }
    void itServesUntilItIsToldToEnd()
    {
        QFETCH(int, signal);
        QProcess process;
        const QJsonObject ready = serve(process, {u"--persona"_s, u"teneo"_s, u"--data"_s, u":memory:"_s, u"--demo"_s});
        const QUrl url(ready["url"_L1].toString());
        QCOMPARE(url.host(), u"127.0.0.1"_s);
        QVERIFY(url.port() > 0);
        QVERIFY(!ready["control"_L1].toString().isEmpty());
        QCOMPARE(ready.size(), 2);
        const QString token = adminToken(url);
        QVERIFY(!token.isEmpty());
        QVERIFY(get(url, u"/oauth2/clients"_s, token).contains("Studio EU"));
        QVERIFY(get(url, u"/_control/requests"_s, ready["control"_L1].toString()).contains("/oauth2/token"));
        QCOMPARE(get(url, u"/_control/requests"_s, token), QByteArray());

        ::kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished(patience));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 0);
        QCOMPARE(process.readAllStandardOutput(), QByteArray()); // one line is all it prints
        QCOMPARE(process.readAllStandardError(), QByteArray());
        QVERIFY(filesBelow(u"home"_s).isEmpty());
        QVERIFY(filesBelow(u"tmp"_s).isEmpty());
    }

    void anotherLoopbackAddressIsNobodyElses()
    {
        QProcess process;
        const QUrl url(
            serve(process, {u"--listen"_s, u"127.0.0.2"_s, u"--data"_s, u":memory:"_s})["url"_L1].toString());
        QCOMPARE(url.host(), u"127.0.0.2"_s);
        QVERIFY(!adminToken(url).isEmpty());
        QCOMPARE(end(process), 0);
    }

    void itsDataSurviveARestartAndAreItsUsersAlone()
    {
        const QString file = m_folder->filePath(u"server.db"_s);
        QString made;
        for (const bool first : {true, false}) {
            QProcess process;
            const QUrl url(serve(process, {u"--data"_s, file})["url"_L1].toString());
            const QString token = adminToken(url);
            if (first)
                made = QJsonDocument::fromJson(
                    post(url, u"/oauth2/clients"_s, "application/json", R"({"name":"Kept","type":"OTHER"})", token))
                           .object()["id"_L1]
                           .toString();
            QVERIFY(!made.isEmpty());
            QVERIFY(get(url, u"/oauth2/clients/"_s + made, token).contains("Kept"));
            const auto files = filesBelow({});
            for (const auto &name : files)
                QVERIFY2(
                    !(QFileInfo(name).permissions() & QFile::Permissions(0x77)), qPrintable(name)); // group, others
            QVERIFY(files.contains(file));
            QCOMPARE(end(process), 0);
        }
        QVERIFY(QFile::exists(file));
        QVERIFY(filesBelow(u"home"_s).isEmpty());
    }

    void whatKeepsItFromServingIsSaid_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("data in no folder") << QStringList{u"--data"_s, u"/nonexistent/folder/server.db"_s};
        QTest::newRow("data is a folder") << QStringList{u"--data"_s, u"/"_s};
        QTest::newRow("port taken") << QStringList{u"--data"_s, u":memory:"_s};
    }
    void whatKeepsItFromServingIsSaid()
    {
        QFETCH(QStringList, options);
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        const auto ended = run(QStringList{u"--serve"_s, u"--port"_s, QString::number(taken.serverPort())} + options);
        QVERIFY2(ended.status == 1 || ended.status == 2, ended.errors.constData());
        QCOMPARE(ended.output, QByteArray());
        QVERIFY2(ended.errors.startsWith("latchkey: ") && ended.errors.endsWith(".\n"), ended.errors.constData());
    }

    void theTourIsCompleteAndLeavesItsPictures()
    {
        const QString folder = m_folder->filePath(u"pictures/of the tour"_s);
        const auto ended = run({u"--tour"_s, folder}, 300'000);
        QVERIFY2(ended.status == 0, (ended.output + ended.errors).constData());
        QVERIFY2(ended.output.contains("The tour is complete"), ended.output.constData());
        QByteArray complaints = ended.errors; // but for what Qt's offscreen screen says of itself
        complaints.replace("This plugin does not support propagateSizeHints()\n", {});
        QCOMPARE(complaints, QByteArray());

        QStringList names = QDir(folder).entryList({u"*.png"_s}, QDir::Files, QDir::Name);
        qInfo("%lld pictures: %s", static_cast<long long>(names.size()), qPrintable(names.join(u", ")));
        for (const auto &page : {u"overview"_s, u"clients"_s, u"apiTokens"_s, u"accessTokens"_s, u"refreshTokens"_s,
                 u"allTokens"_s, u"maintenance"_s, u"tokenInfo"_s})
            for (const auto &theme : {QString(), u"-dark"_s})
                QVERIFY2(names.contains(page + theme + u".png"_s), qPrintable(page + theme));
        for (const auto &moment : {u"teneo-add"_s, u"secret-shown-once"_s, u"client-edited"_s, u"confirm-delete"_s,
                 u"tokens-selected"_s, u"maintenance-running"_s})
            QVERIFY2(names.contains(moment + u".png"_s), qPrintable(moment));
        for (const auto &name : std::as_const(names)) {
            const QImage picture(QDir(folder).filePath(name));
            QVERIFY2(picture.width() >= 800 && picture.height() >= 500, qPrintable(name));
        }
        QVERIFY2(
            QImage(QDir(folder).filePath(u"clients.png"_s)) != QImage(QDir(folder).filePath(u"clients-dark.png"_s)),
            "the dark theme shows");

        // What the tour does leaves nothing but the pictures: no profile, no setting, no scratch file.
        QStringList left = filesBelow(u"home"_s).filter(u"atchkey"_s) + filesBelow(u"tmp"_s);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
    }

    void aTourThatCannotLeaveItsPicturesFails()
    {
        const auto ended = run({u"--tour"_s, u"/proc/nowhere"_s});
        QCOMPARE(ended.status, 1);
        QVERIFY2(!ended.errors.isEmpty(), ended.output.constData());
    }

private:
    struct Ended {
        int status = -1; // -1: it crashed or did not end
        QByteArray output{};
        QByteArray errors{};
    };

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        const QString home = m_folder->filePath(u"home"_s);
        environment.insert(u"HOME"_s, home);
        environment.insert(u"XDG_CONFIG_HOME"_s, home + u"/config"_s);
        environment.insert(u"XDG_DATA_HOME"_s, home + u"/data"_s);
        environment.insert(u"XDG_CACHE_HOME"_s, home + u"/cache"_s);
        environment.insert(u"XDG_STATE_HOME"_s, home + u"/state"_s);
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder->filePath(u"run"_s));
        environment.insert(u"TMPDIR"_s, m_folder->filePath(u"tmp"_s));
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent/bus"_s);
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"LANGUAGE"_s, u"C"_s);
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        return environment;
    }

    Ended run(const QStringList &arguments, int time = patience) const
    {
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(QStringLiteral(LATCHKEY_PROGRAM), arguments);
        const bool hasEnded = process.waitForFinished(time);
        Ended ended{.output = process.readAllStandardOutput(), .errors = process.readAllStandardError()};
        if (hasEnded && process.exitStatus() == QProcess::NormalExit)
            ended.status = process.exitCode();
        return ended;
    }

    // Starts the local server on a free port and gives the line it prints.
    QJsonObject serve(QProcess &process, const QStringList &options) const
    {
        process.setProcessEnvironment(environment());
        process.start(QStringLiteral(LATCHKEY_PROGRAM), QStringList{u"--serve"_s, u"--port"_s, u"0"_s} + options);
        while (!process.canReadLine() && process.waitForReadyRead(patience)) { }
        return QJsonDocument::fromJson(process.readLine()).object();
    }

    static int end(QProcess &process)
    {
        process.terminate();
        return process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit ? process.exitCode()
                                                                                                 : -1;
    }

    // The body of an answer of 2xx; else nothing.
    static QByteArray body(QNetworkReply *reply)
    {
        const bool ended = QTest::qWaitFor([reply] { return reply->isFinished(); }, patience);
        reply->deleteLater();
        return ended && reply->error() == QNetworkReply::NoError ? reply->readAll() : QByteArray();
    }
    static QNetworkRequest request(const QUrl &url, const QString &path, const QString &token)
    {
        QNetworkRequest request(QUrl(url.toString() + path));
        if (!token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + token.toUtf8());
        return request;
    }
    static QByteArray get(const QUrl &url, const QString &path, const QString &token)
    {
        QNetworkAccessManager manager;
        return body(manager.get(request(url, path, token)));
    }
    static QByteArray post(const QUrl &url, const QString &path, const QByteArray &type, const QByteArray &content,
        const QString &token = {})
    {
        QNetworkAccessManager manager;
        QNetworkRequest one = request(url, path, token);
        one.setHeader(QNetworkRequest::ContentTypeHeader, type);
        return body(manager.post(one, content));
    }
    static QString adminToken(const QUrl &url)
    {
        const QByteArray form = "grant_type=client_credentials&client_id=admin&client_secret=admin_pass";
        return QJsonDocument::fromJson(post(url, u"/oauth2/token"_s, "application/x-www-form-urlencoded", form))
            .object()["access_token"_L1]
            .toString();
    }

    QStringList filesBelow(const QString &name) const
    {
        QStringList files;
        for (QDirIterator all(m_folder->filePath(name), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
             all.hasNext();)
            files << all.next();
        return files;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

int tst_program(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Program>(argc, argv);
}
#include "tst_program.moc"
