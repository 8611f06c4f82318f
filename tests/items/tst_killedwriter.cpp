// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/serverjournal.h"
#include "net/session.h"
#include "store/journal.h"
#include "store/secretstore.h"
#include "tests/testprogram.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace {

// The console's side in a process of its own: changes one thing after the other, until it is killed.
class EndlessWriter final : public QObject {
public:
    EndlessWriter(const QUrl &base, const QString &path, const QString &run)
        : m_run(run)
        , m_key(m_secrets)
        , m_journal(path)
        , m_log({.journal = &m_journal, .key = &m_key, .run = run},
              [] { return Profile{.id = u"p"_s, .name = u"Shop"_s}; })
        , m_session({.base = base}, {.fixed = Credential{.access = Secret(u"token"_s)}})
    {
        m_session.setWriteLog(&m_log);
        for (int i = 0; i < 3; ++i) // at a time
            change();
    }

private:
    void change()
    {
        Request request = jsonRequest("PUT", u"/%1/%2"_s.arg(m_run).arg(m_next++), {{u"a"_s, 1}});
        request.change = std::make_shared<const Change>(Change{.kind = u"clients"_s, .id = u"7"_s});
        onResult(this, m_session.call(request), [this](const Result<Response> &) { change(); });
    }

    QString m_run;
    SecretStore m_secrets;
    FingerprintKey m_key;
    Journal m_journal;
    ServerJournal m_log;
    Session m_session;
    int m_next = 0;
};

// Answers every request and keeps what was asked.
class CountingServer final : public QTcpServer {
public:
    CountingServer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (auto *socket = nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { take(*socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
        listen(QHostAddress::LocalHost);
    }
    QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort())); }
    const QSet<QString> &changed() const { return m_changed; }

private:
    void take(QTcpSocket &socket)
    {
        QByteArray &received = m_received[&socket];
        received += socket.readAll();
        constexpr auto body = "{\"a\":1}";
        if (!received.contains(body))
            return;
        m_changed << QString::fromLatin1(received.split(' ').value(1));
        received.clear();
        socket.write("HTTP/1.1 204 No Content\r\n\r\n");
    }

    QHash<QTcpSocket *, QByteArray> m_received;
    QSet<QString> m_changed;
};

}

// The console is killed in the middle of its work, again and again: afterwards the journal and the server agree.
class tst_KilledWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void journalAndServerAgree()
    {
        constexpr int kills = 50;
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"journal.db"_s);
        CountingServer server;
        int written = 0;
        for (int round = 0; round < kills; ++round) {
            QProcess writer;
            const auto before = server.changed().size();
            writer.start(QCoreApplication::applicationFilePath(),
                {u"tst_killedwriter"_s, u"--write"_s, server.url().toString(), path, u"run%1"_s.arg(round)});
            const int wanted = 1 + QRandomGenerator::global()->bounded(40);
            QTRY_VERIFY_WITH_TIMEOUT(server.changed().size() >= before + wanted, 30'000);
            writer.kill();
            QVERIFY(writer.waitForFinished());
            written = int(server.changed().size());
        }
        const auto store = Store::open(path, journalMigrations());
        QVERIFY(store);
        const auto check = JournalChain(**store).check();
        QVERIFY(check && !check->broken);
        JournalReader reader({.run = u"this run"_s});
        reader.take(JournalChain(**store).lines(0, 1'000'000).value());
        QSet<QString> intended;
        QSet<QString> done;
        int unknown = 0;
        for (const JournalEntry &entry : reader.takeEntries()) {
            const QString changed = entry.request.section(u' ', 1);
            intended << changed;
            if (entry.result == QLatin1StringView(journal::done))
                done << changed;
            else
                ++unknown;
        }
        qInfo("%d kills, %d writes arrived, %d done, %d unknown", kills, written, int(done.size()), unknown);
        QVERIFY2(intended.contains(server.changed()), "the server was changed, and the journal knows nothing of it");
        QVERIFY2(server.changed().contains(done), "done, says the journal, and the server knows nothing of it");
        QCOMPARE(intended.size(), done.size() + unknown);
    }
};

int tst_killedwriter(int argc, char *argv[])
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--write"_s) {
        EndlessWriter writer(QUrl(arguments.value(2)), arguments.value(3), arguments.value(4));
        return QCoreApplication::exec();
    }
    tst_KilledWriter test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_killedwriter.moc"
