// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/profilesettings.h"
#include "items/workspace.h"
#include "store/secretstore.h"
#include "tests/testprogram.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray canaryPassword = "canary-password-7QmZr2VxKd41";
const QByteArray canaryToken = "canary-token-9TbLw6HsYp83";

QByteArray asUtf16(const QByteArray &text)
{
    const QString wide = QString::fromLatin1(text);
    return {reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2};
}

// Says yes to any sign-in with a token that can be recognised, and knows of nothing else.
class CanaryServer final : public QTcpServer {
public:
    CanaryServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { answer(*socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }
    bool hasSeenPassword = false;
    bool hasSeenToken = false;

private:
    void answer(QTcpSocket &socket)
    {
        const QByteArray request = socket.peek(100'000);
        const qsizetype head = request.indexOf("\r\n\r\n");
        const qsizetype at = request.toLower().indexOf("content-length:");
        const qsizetype length = at < 0 ? 0 : request.mid(at + 15, 8).split('\r').first().trimmed().toLongLong();
        if (head < 0 || request.size() < head + 4 + length)
            return;
        socket.readAll();
        hasSeenPassword = hasSeenPassword || request.contains(canaryPassword);
        hasSeenToken = hasSeenToken || request.contains(canaryToken);
        const bool isSignIn = request.startsWith("POST /oauth2/token");
        const QByteArray body = isSignIn
            ? R"({"token_type":"bearer","expires_in":3600,"access_token":")" + canaryToken + "\"}"
            : "[]"_qba;
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        socket.disconnectFromHost();
    }
};

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// "path: canary" of everything below the folder that holds one, however it is encoded.
QStringList hitsBelow(const QString &folder, const QList<QByteArray> &canaries)
{
    QStringList hits;
    for (QDirIterator all(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
         all.hasNext();) {
        const QString path = all.next();
        const QByteArray text = contents(path);
        for (const QByteArray &canary : canaries)
            for (const QByteArray &form : {canary, asUtf16(canary), canary.toBase64(), canary.toHex()})
                if (text.contains(form))
                    hits << path + u": "_s + QString::fromLatin1(canary);
    }
    hits.removeDuplicates();
    return hits;
}

// What stands around each copy in the memory that a process writes to; nothing: it may not be read.
std::optional<QStringList> copiesInMemory(qint64 pid, const QByteArray &canary)
{
    const QString process = u"/proc/%1/"_s.arg(pid);
    const int memory = ::open(qPrintable(process + u"mem"_s), O_RDONLY);
    if (memory < 0)
        return {};
    QStringList copies;
    const auto lines = contents(process + u"maps"_s).split('\n');
    for (const QByteArray &line : lines) {
        const auto parts = line.simplified().split(' ');
        if (parts.size() < 2 || !parts[1].startsWith("rw") || line.endsWith("[vvar]"))
            continue;
        const auto range = parts[0].split('-');
        const quint64 begin = range[0].toULongLong(nullptr, 16);
        const quint64 end = range[1].toULongLong(nullptr, 16);
        constexpr quint64 most = 512 << 20;
        if (end - begin > most)
            continue;
        QByteArray bytes(qsizetype(end - begin), '\0');
        if (::pread(memory, bytes.data(), size_t(bytes.size()), off_t(begin)) <= 0)
            continue;
        for (const QByteArray &form : {canary, asUtf16(canary)})
            for (qsizetype at = bytes.indexOf(form); at >= 0; at = bytes.indexOf(form, at + 1))
                copies << QString::fromLatin1(
                    bytes.mid(std::max(qsizetype(0), at - 48), form.size() + 80).toPercentEncoding(" :/\r\n{}\"="));
    }
    ::close(memory);
    return copies;
}

}

// Secrets that can be recognised are given to the program, and looked for wherever it could have left them.
class tst_Canaries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        for (const auto &name : {u"home"_s, u"tmp"_s, u"run"_s})
            QVERIFY(QDir(m_folder->path()).mkdir(name));
        QVERIFY(QFile::setPermissions(path(u"run"_s), QFile::Permissions(0x7700)));
    }

    void theTourLeavesNoSecret()
    {
        // What it signs in with, as the manual publishes it.
        const QList<QByteArray> canaries{"mzadmin_pass", "integration_secret", "service_secret", "admin_pass"};
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(QStringLiteral(LATCHKEY_PROGRAM), {u"--tour"_s, path(u"pictures"_s)});
        QVERIFY(process.waitForStarted());
        QStringList hits;
        int looks = 0;
        QTimer often;
        connect(&often, &QTimer::timeout, this, [&] {
            ++looks; // its files are gone when it ends; its pictures are looked at then
            for (const QString &folder : {path(u"home"_s), path(u"tmp"_s), path(u"run"_s)})
                hits << hitsBelow(folder, canaries);
            hits << hitsOfProcess(process.processId(), canaries);
        });
        often.start(500);
        QVERIFY(QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 300'000));
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        const QByteArray said = process.readAllStandardOutput() + process.readAllStandardError();
        for (const QByteArray &canary : canaries)
            QVERIFY2(!said.contains(canary), said.constData());
        hits << hitsBelow(m_folder->path(), canaries);
        hits.removeDuplicates();
        QVERIFY2(hits.isEmpty(), qPrintable(hits.join(u'\n')));
        QVERIFY(looks > 2);
        QVERIFY(QDir(path(u"pictures"_s)).count() > 20); // there was something to look into

        QFile planted(path(u"home/.planted"_s));
        QVERIFY(planted.open(QIODevice::WriteOnly));
        planted.write("\0\x01 text" + asUtf16(canaries.at(1)));
        planted.close();
        QCOMPARE(hitsBelow(m_folder->path(), canaries).size(), 1); // the search finds one that is there
    }

    void aLockedProgramHasForgotten()
    {
        CanaryServer server;
        SecretStore secrets;
        const QString data = path(u"home/data/Latchkey"_s);
        {
            auto store = Store::open(data + u"/latchkey.db"_s);
            QVERIFY(store);
            Workspace workspace(**store, secrets);
            Profile profile{.name = u"Canary"_s,
                .dialect = u"teneo"_s,
                .url = QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort())),
                .signInMethod = u"administrator"_s};
            setPlainValues(profile, {{u"userName"_s, u"admin"_s}});
            const auto saved = workspace.save(profile, {{u"password"_s, Secret::fromUtf8(canaryPassword)}});
            QTRY_VERIFY(saved.isFinished());
            QVERIFY2(saved.result(), saved.result() ? "" : qPrintable(saved.result().error().message));
        }
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(QStringLiteral(LATCHKEY_PROGRAM), {u"--profile"_s, u"Canary"_s});
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(server.hasSeenPassword && server.hasSeenToken, 60'000);
        const QList<QByteArray> canaries{canaryPassword, canaryToken};
        QStringList hits = hitsBelow(m_folder->path(), canaries) + hitsOfProcess(process.processId(), canaries);
        QVERIFY2(hits.isEmpty(), qPrintable(hits.join(u'\n')));
        const auto before = copiesInMemory(process.processId(), canaryPassword);
        if (getuid() != 0 || !before) {
            process.kill();
            process.waitForFinished();
            QSKIP("Only root can look into the program's memory.");
        }
        QVERIFY(!before->isEmpty()); // the search finds them
        QVERIFY(!copiesInMemory(process.processId(), canaryToken)->isEmpty());
        QVERIFY(QDBusConnection::sessionBus().isConnected());
        auto locked = QDBusMessage::createSignal(
            u"/org/freedesktop/ScreenSaver"_s, u"org.freedesktop.ScreenSaver"_s, u"ActiveChanged"_s);
        locked << true;
        QVERIFY(QDBusConnection::sessionBus().send(locked));
        constexpr int most = 2; // what Qt's network and D-Bus stacks may leave behind
        QStringList password;
        QStringList token;
        (void)QTest::qWaitFor(
            [&] {
                password = copiesInMemory(process.processId(), canaryPassword).value_or(QStringList());
                token = copiesInMemory(process.processId(), canaryToken).value_or(QStringList());
                return password.size() <= most && token.size() <= most;
            },
            20'000);
        qInfo("Copies of the password: %lld before the lock, %lld after it; of the token: %lld.",
            static_cast<long long>(before->size()), static_cast<long long>(password.size()),
            static_cast<long long>(token.size()));
        const QString left = (password + token).join(u'\n');
        process.terminate();
        if (!process.waitForFinished(10'000))
            process.kill();
        process.waitForFinished();
        QVERIFY2(password.size() <= most && token.size() <= most, qPrintable(left));
        hits = hitsBelow(m_folder->path(), canaries);
        QVERIFY2(hits.isEmpty(), qPrintable(hits.join(u'\n')));
    }

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment(); // with the keyring's bus
        environment.insert(u"HOME"_s, path(u"home"_s));
        environment.insert(u"XDG_CONFIG_HOME"_s, path(u"home/config"_s));
        environment.insert(u"XDG_DATA_HOME"_s, path(u"home/data"_s));
        environment.insert(u"XDG_CACHE_HOME"_s, path(u"home/cache"_s));
        environment.insert(u"TMPDIR"_s, path(u"tmp"_s));
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        return environment;
    }
    static QStringList hitsOfProcess(qint64 pid, const QList<QByteArray> &canaries)
    {
        QStringList hits;
        QStringList pids{QString::number(pid)};
        pids << QString::fromLatin1(contents(u"/proc/%1/task/%1/children"_s.arg(pid))).split(u' ', Qt::SkipEmptyParts);
        for (const QString &one : std::as_const(pids))
            for (const QString &name : {u"cmdline"_s, u"environ"_s})
                for (const QByteArray &canary : canaries)
                    if (contents(u"/proc/"_s + one + u'/' + name).contains(canary))
                        hits << one + u'/' + name;
        return hits;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

int tst_canaries(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Canaries>(argc, argv);
}
#include "tst_canaries.moc"
