// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ownhome.h"
#include "tests/testprogram.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTcpServer>
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
        m_home = std::make_unique<OwnHome>();
        QVERIFY(m_home->isValid());
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
        QVERIFY(m_home->filesBelow(u"home"_s).isEmpty());
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
        QVERIFY(m_home->filesBelow(u"home"_s).isEmpty());
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
        QVERIFY(m_home->filesBelow(u"home"_s).isEmpty());
        QVERIFY(m_home->filesBelow(u"tmp"_s).isEmpty());
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
        const QString file = m_home->path(u"server.db"_s);
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
            const auto files = m_home->filesBelow({});
            for (const auto &name : files)
                QVERIFY2(
                    !(QFileInfo(name).permissions() & QFile::Permissions(0x77)), qPrintable(name)); // group, others
            QVERIFY(files.contains(file));
            QCOMPARE(end(process), 0);
        }
        QVERIFY(QFile::exists(file));
        QVERIFY(m_home->filesBelow(u"home"_s).isEmpty());
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

private:
    struct Ended {
        int status = -1; // -1: it crashed or did not end
        QByteArray output{};
        QByteArray errors{};
    };

    Ended run(const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessEnvironment(m_home->environment);
        process.start(latchkeyProgram(), arguments);
        const bool hasEnded = process.waitForFinished(patience);
        Ended ended{.output = process.readAllStandardOutput(), .errors = process.readAllStandardError()};
        if (hasEnded && process.exitStatus() == QProcess::NormalExit)
            ended.status = process.exitCode();
        return ended;
    }

    // Starts the local server on a free port and gives the line it prints.
    QJsonObject serve(QProcess &process, const QStringList &options) const
    {
        process.setProcessEnvironment(m_home->environment);
        process.start(latchkeyProgram(), QStringList{u"--serve"_s, u"--port"_s, u"0"_s} + options);
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

    std::unique_ptr<OwnHome> m_home;
};

int tst_program(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Program>(argc, argv);
}
#include "tst_program.moc"
