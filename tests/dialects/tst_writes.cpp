// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/serverjournal.h"
#include "net/session.h"
#include "store/journal.h"
#include "store/secretstore.h"
#include "tests/dialects/writings.h"
#include "tests/net/outcome.h"
#include "tests/testprogram.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray lastLine(const QString &path)
{
    const auto store = Store::open(path, journalMigrations());
    const auto lines = store ? JournalChain(**store).lines(0, 10'000) : Result<QList<JournalLine>>();
    return lines && !lines->isEmpty() ? lines->last().text : QByteArray();
}

}

// No write of any dialect gets past the lock, and none past the journal.
class tst_Writes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); }
    void init()
    {
        m_server = std::make_unique<QTcpServer>();
        QVERIFY(m_server->listen(QHostAddress::LocalHost));
        m_folder = std::make_unique<QTemporaryDir>();
        m_secrets = std::make_unique<SecretStore>();
        m_key = std::make_unique<FingerprintKey>(*m_secrets);
        m_store = std::make_unique<Journal>(path());
        m_journal = std::make_unique<ServerJournal>(
            JournalTools{.journal = m_store.get(), .key = m_key.get(), .run = u"r"_s},
            [] { return Profile{.id = u"p"_s, .name = u"Shop"_s}; });
    }
    void cleanup()
    {
        m_journal.reset();
        m_store.reset();
        m_key.reset();
        m_secrets.reset();
        m_server.reset();
    }

    void aLockedConnectionLetsNoneOut_data() { eachDialect(); }
    void aLockedConnectionLetsNoneOut()
    {
        QFETCH(const Dialect, dialect);
        Session session({.base = base()}, fixed());
        session.setWriteLog(m_journal.get());
        session.setReadOnly(true);
        const auto writings = writingsOf(dialect);
        QVERIFY2(!writings.isEmpty(), "a dialect that changes nothing?");
        for (const Writing &writing : writings) {
            Request request = writing.request;
            request.absolute = {};
            QCOMPARE(awaited(session.call(request)), "ReadOnly");
            QCOMPARE(awaited(session.callAs({.access = Secret(openSecret())}, request)), "ReadOnly");
        }
        QVERIFY2(!m_server->hasPendingConnections(), "something left");
        // What would have been sent is listed, each of it.
        const auto read = m_store->lines(0, 10'000);
        QCOMPARE(awaited(read), "ok");
        const QList<JournalLine> lines = *read.result();
        QCOMPARE(lines.size(), 2 * writings.size());
        JournalReader reader({.run = u"r"_s});
        reader.take(lines);
        for (const JournalEntry &entry : reader.takeEntries()) {
            QCOMPARE(entry.result, QLatin1StringView(journal::notSent));
            QVERIFY(!entry.message.isEmpty() && !entry.request.isEmpty());
        }
        for (const JournalLine &line : lines)
            QVERIFY2(!line.text.contains(openSecret().toUtf8()), line.text.constData());
    }

    // A request whose effect somebody forgot to state is no exception.
    void whatNobodyCalledHarmlessCountsAsAWrite()
    {
        Session session({.base = base()}, fixed());
        session.setReadOnly(true);
        QCOMPARE(awaited(session.call({.verb = "POST", .path = u"/x"_s})), "ReadOnly");
        QVERIFY(!m_server->hasPendingConnections());
        const auto read = session.call(getRequest(u"/x"_s));
        QTRY_VERIFY(m_server->hasPendingConnections());
    }

    // The line is on the disk when the first byte arrives, and what came of it follows.
    void eachIsWrittenDownBeforeItLeaves_data() { eachDialect(); }
    void eachIsWrittenDownBeforeItLeaves()
    {
        QFETCH(const Dialect, dialect);
        Session session({.base = base()}, fixed());
        session.setWriteLog(m_journal.get());
        for (const Writing &writing : writingsOf(dialect)) {
            Request request = writing.request;
            request.absolute = {};
            request.path = u"/at/"_s + QString::fromLatin1(writing.name.toPercentEncoding());
            const auto answer = session.call(request);
            QTRY_VERIFY2(m_server->hasPendingConnections(), writing.name.constData());
            const QByteArray line = lastLine(path());
            QVERIFY2(line.contains(request.path.toUtf8()) && !line.contains("\"of\""), line.constData());
            QTcpSocket *socket = m_server->nextPendingConnection();
            QTRY_VERIFY(socket->bytesAvailable() > 0);
            socket->write("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
            socket->disconnectFromHost();
            QVERIFY(awaited(answer) != "pending");
            QTRY_VERIFY(lastLine(path()).contains("\"of\""));
            socket->deleteLater();
        }
    }

    void withoutAJournalNothingLeaves()
    {
        QVERIFY(QFile(path()).open(QFile::WriteOnly)); // empty, and then:
        QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther));
        Session session({.base = base()}, fixed());
        session.setWriteLog(m_journal.get());
        const auto answer = session.call(emptyRequest("DELETE", u"/x"_s));
        QCOMPARE(awaited(answer), "Storage");
        QVERIFY(answer.result().error().message.contains(u"nothing was sent"_s));
        QVERIFY(!m_server->hasPendingConnections());
    }

    // The connection breaks after the server has read all of it.
    void whatWasNotAnsweredIsUnknown()
    {
        Session session({.base = base()}, fixed());
        session.setWriteLog(m_journal.get());
        const auto answer = session.call(jsonRequest("PUT", u"/x"_s, {{u"a"_s, 1}}));
        QTRY_VERIFY(m_server->hasPendingConnections());
        QTcpSocket *socket = m_server->nextPendingConnection();
        QByteArray received;
        QTRY_VERIFY((received += socket->readAll()).contains("{\"a\":1}"));
        socket->abort();
        QCOMPARE(awaited(answer), "Unknown");
        QTRY_VERIFY(lastLine(path()).contains("\"Unknown\""));
        const auto unknown = m_journal->unknown();
        QCOMPARE(awaited(unknown), "ok");
        QCOMPARE(unknown.result()->size(), 1);
        QCOMPARE(awaited(m_journal->found(unknown.result()->first(), journal::done)), "ok");
        const auto left = m_journal->unknown();
        QCOMPARE(awaited(left), "ok");
        QVERIFY(left.result()->isEmpty());
    }

private:
    QString path() const { return m_folder->filePath(u"journal.db"_s); }
    QUrl base() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server->serverPort())); }
    static SignIn fixed() { return {.fixed = Credential{.access = Secret(u"token"_s)}}; }

    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<FingerprintKey> m_key;
    std::unique_ptr<Journal> m_store;
    std::unique_ptr<ServerJournal> m_journal;
};

int tst_writes(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Writes>(argc, argv);
}
#include "tst_writes.moc"
