// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/profilesettings.h"
#include "items/workspace.h"
#include "net/randomtext.h"
#include "store/secretstore.h"
#include "tests/app/ownhome.h"
#include "tests/net/certificates.h"
#include "tests/planted.h"
#include "tests/testprogram.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace {

// Says yes to any sign-in with tokens that can be recognised, and knows of nothing else; is its own proxy.
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
    bool hasSeen(const QByteArray &secret) const
    {
        const auto forms = formsOf(secret);
        return std::any_of(
            forms.begin(), forms.end(), [this](const QByteArray &form) { return m_seen.contains(form); });
    }
    bool hasSeenToken() const
    {
        return std::any_of(
            m_given.begin(), m_given.end(), [this](const QByteArray &token) { return m_seen.contains(token); });
    }
    const QByteArrayList &given() const { return m_given; } // tokens

private:
    QByteArray token(const char *kind)
    {
        m_given << "canary-"_qba + kind + "-token-" + randomText(12);
        return m_given.last();
    }
    void answer(QTcpSocket &socket)
    {
        const QByteArray request = socket.peek(100'000);
        const qsizetype head = request.indexOf("\r\n\r\n");
        const qsizetype at = request.toLower().indexOf("content-length:");
        const qsizetype length = at < 0 ? 0 : request.mid(at + 15, 8).split('\r').first().trimmed().toLongLong();
        if (head < 0 || request.size() < head + 4 + length)
            return;
        m_seen += socket.readAll();
        QByteArray body = "[]";
        if (const QByteArray line = request.left(request.indexOf('\r'));
            line.startsWith("POST") && line.contains("token"))
            body = R"({"token_type":"bearer","expires_in":3600,"access_token":")" + token("access")
                + R"(","refresh_token":")" + token("refresh") + "\"}";
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        socket.disconnectFromHost();
    }

    QByteArray m_seen;
    QByteArrayList m_given;
};

// How many copies of each secret are in the memory that a process writes to; nothing: it may not be read.
std::optional<QMap<QByteArray, int>> copiesInMemory(qint64 pid, const QByteArrayList &secrets)
{
    const QString process = u"/proc/%1/"_s.arg(pid);
    const int memory = ::open(qPrintable(process + u"mem"_s), O_RDONLY);
    if (memory < 0)
        return {};
    const SecretSearch search(secrets);
    QMap<QByteArray, int> copies;
    const auto lines = contentsOf(process + u"maps"_s).split('\n');
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
        const QList<int> found = search.copiesIn(bytes);
        for (qsizetype i = 0; i < secrets.size(); ++i)
            copies[secrets[i]] += found[i];
    }
    ::close(memory);
    return copies;
}

// A connection whose every secret can be recognised.
struct CanaryConnection {
    Profile profile{};
    QHash<QString, Secret> secrets{};
};

CanaryConnection canaryConnection(const QString &dialect, const QString &method, const QUrl &url)
{
    CanaryConnection made{.profile
        = {.name = u"Canary-%1-%2"_s.arg(dialect, method), .dialect = dialect, .url = url, .signInMethod = method}};
    QHash<QString, QString> plain;
    for (const SignInMethod &one : findDialect(dialect)->signInMethods)
        for (const SignInField &field : one.id == method ? one.fields : QList<SignInField>())
            if (field.secret)
                made.secrets.insert(field.key, Secret::fromUtf8("canary-" + field.key.toUtf8() + '-' + randomText(12)));
            else
                plain.insert(field.key, field.optional && field.key != u"clientId" ? field.initial : u"ana"_s);
    setPlainValues(made.profile, plain);
    return made;
}

}

// Secrets that can be recognised are given to the program, and looked for wherever it could have left them.
class tst_Canaries : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLockedProgramHasForgotten()
    {
        CanaryServer server;
        const QList<CanaryConnection> connections = connectionsTo(server);
        QByteArrayList given; // by the person
        for (const CanaryConnection &connection : connections)
            for (const Secret &secret : connection.secrets)
                given << secret.revealUtf8();
        QVERIFY(given.size() >= 10);
        keep(connections);
        QProcess process;
        process.setProcessEnvironment(m_home.environment);
        const auto ended = qScopeGuard([&process] { end(process); });
        process.start(latchkeyProgram(), {u"--profile"_s, connections.first().profile.name});
        QVERIFY(process.waitForStarted());
        for (const CanaryConnection &connection : connections) {
            if (connection.profile.name != connections.first().profile.name)
                QVERIFY(isHandedOn(connection.profile.name));
            for (auto secret = connection.secrets.begin(); secret != connection.secrets.end(); ++secret)
                if (secret.key() != QLatin1StringView(passphraseKey)) // opens a file and goes nowhere
                    QTRY_VERIFY2_WITH_TIMEOUT(server.hasSeen(secret->revealUtf8()),
                        qPrintable(connection.profile.name + u": "_s + secret.key()), 60'000);
        }
        QTRY_VERIFY_WITH_TIMEOUT(server.hasSeenToken(), 60'000);
        const QByteArrayList canaries = given + server.given();
        QStringList hits = hitsBelow(m_home.path(), canaries) + hitsOfProcess(process.processId(), canaries);
        QVERIFY2(hits.isEmpty(), qPrintable(hits.join(u'\n')));
        const auto before = copiesInMemory(process.processId(), canaries);
        if (getuid() != 0 || !before)
            QSKIP("Only root can look into the program's memory.");
        QVERIFY(std::count(before->begin(), before->end(), 0) < before->size() / 2); // the search finds them
        QVERIFY(QDBusConnection::sessionBus().isConnected());
        auto locked = QDBusMessage::createSignal(
            u"/org/freedesktop/ScreenSaver"_s, u"org.freedesktop.ScreenSaver"_s, u"ActiveChanged"_s);
        locked << true;
        QVERIFY(QDBusConnection::sessionBus().send(locked));
        constexpr int most = 2; // what Qt's network and D-Bus stacks may leave behind
        QMap<QByteArray, int> after;
        (void)QTest::qWaitFor(
            [&] {
                after = copiesInMemory(process.processId(), canaries).value_or(*before);
                return std::all_of(after.begin(), after.end(), [](int copies) { return copies <= most; });
            },
            30'000);
        end(process);
        QStringList left;
        for (const QByteArray &canary : canaries)
            if (after[canary] > most)
                left << u"%1: %2 copies, %3 before"_s.arg(QString::fromLatin1(canary))
                            .arg(after[canary])
                            .arg((*before)[canary]);
        qInfo("%lld secrets in %lld connections: %d copies in memory before the lock, %d after it.",
            static_cast<long long>(canaries.size()), static_cast<long long>(connections.size()),
            std::accumulate(before->begin(), before->end(), 0), std::accumulate(after.begin(), after.end(), 0));
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
        hits = hitsBelow(m_home.path(), canaries);
        QVERIFY2(hits.isEmpty(), qPrintable(hits.join(u'\n')));
    }

private:
    // Of each product, and each way to sign in that asks for other secrets; the first through a proxy and with a
    // certificate of our own.
    QList<CanaryConnection> connectionsTo(const CanaryServer &server) const
    {
        const QUrl url(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
        QList<CanaryConnection> all{canaryConnection(u"teneo"_s, u"administrator"_s, url),
            canaryConnection(u"teneo"_s, u"clientCredentials"_s, url), canaryConnection(u"teneo"_s, u"password"_s, url),
            canaryConnection(u"teneo"_s, u"apiToken"_s, url), canaryConnection(u"mediationzone"_s, u"basic"_s, url),
            canaryConnection(u"autentico"_s, u"password"_s, url), canaryConnection(u"wyn"_s, u"password"_s, url)};
        const QByteArray passphrase = "canary-passphrase-" + randomText(12);
        const QByteArray proxyPassword = "canary-proxy-" + randomText(12);
        m_certificates.openssl(
            u"req -x509 -newkey rsa:2048 -subj /CN=canary -days 2 -keyout c.key -out c.pem -passout pass:"_s
            + QString::fromLatin1(passphrase));
        setConnection(all.first().profile,
            {.certificateFile = m_certificates.file(u"c.pem"_s),
                .keyFile = m_certificates.file(u"c.key"_s),
                .proxy = {.mode = ProxySettings::Mode::Http,
                    .host = u"127.0.0.1"_s,
                    .port = server.serverPort(),
                    .user = u"ana"_s}});
        all.first().secrets.insert(QString::fromLatin1(passphraseKey), Secret::fromUtf8(passphrase));
        all.first().secrets.insert(QString::fromLatin1(proxyPasswordKey), Secret::fromUtf8(proxyPassword));
        return all;
    }
    void keep(const QList<CanaryConnection> &connections) const
    {
        SecretStore secrets;
        auto store = Store::open(m_home.path(u"home/data/Latchkey/latchkey.db"_s));
        QVERIFY(store);
        Workspace workspace(**store, secrets);
        for (const CanaryConnection &connection : connections) {
            const auto saved = workspace.save(connection.profile, connection.secrets);
            QTRY_VERIFY(saved.isFinished());
            QVERIFY2(saved.result(), saved.result() ? "" : qPrintable(saved.result().error().message));
        }
    }
    // A second console has the first one connect, and ends.
    bool isHandedOn(const QString &profile) const
    {
        QProcess second;
        second.setProcessEnvironment(m_home.environment);
        second.start(latchkeyProgram(), {u"--profile"_s, profile});
        return QTest::qWaitFor([&] { return second.state() == QProcess::NotRunning; }, 60'000)
            && second.exitCode() == 0;
    }
    static void end(QProcess &process)
    {
        process.terminate();
        if (process.state() != QProcess::NotRunning && !process.waitForFinished(10'000)) {
            process.kill();
            process.waitForFinished();
        }
    }
    const OwnHome m_home{OwnHome::Bus::Caller}; // with the keyring
    Certificates m_certificates;
};

int tst_canaries(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Canaries>(argc, argv);
}
#include "tst_canaries.moc"
