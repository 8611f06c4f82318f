// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/postgresserver.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

#include <pwd.h>
#include <signal.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int postgresPatience = 60'000; // ms; far beyond what a loaded machine needs

QString postgresTools()
{
    const QDir versions(u"/usr/lib/postgresql"_s);
    const QStringList found = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    return found.isEmpty() ? QString() : versions.filePath(found.first() + u"/bin"_s);
}

// It refuses to be run by root. What runs it ends with the test, however that ends.
QStringList postgresLauncher()
{
    QStringList launcher{u"setpriv"_s, u"--pdeathsig"_s, u"KILL"_s};
    const passwd *user = geteuid() == 0 ? getpwnam("nobody") : nullptr;
    if (user)
        launcher << u"--reuid=%1"_s.arg(user->pw_uid) << u"--regid=%1"_s.arg(user->pw_gid) << u"--clear-groups"_s;
    return launcher;
}

}

PostgresServer::~PostgresServer()
{
    stop();
}

QString PostgresServer::notInstalled()
{
    if (postgresTools().isEmpty())
        return u"postgresql is not installed"_s;
    if (!QSqlDatabase::isDriverAvailable(u"QPSQL"_s))
        return u"libqt6sql6-psql is not installed"_s;
    for (const auto &program : {u"setpriv"_s, u"openssl"_s})
        if (QStandardPaths::findExecutable(program).isEmpty())
            return u"%1 is not installed"_s.arg(program);
    return {};
}

bool PostgresServer::tool(const QString &program, const QStringList &arguments)
{
    QProcess process;
    QStringList command = postgresLauncher();
    command << program << arguments;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(m_folder.path());
    process.start(command.takeFirst(), command);
    const bool ended = process.waitForFinished(postgresPatience);
    const bool isWell = ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (!isWell)
        m_trouble = program + u": "_s + QString::fromUtf8(process.readAll());
    return isWell;
}

bool PostgresServer::writeCertificate(const QString &name)
{
    return tool(u"openssl"_s,
        {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s,
            u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=localhost"_s, u"-addext"_s,
            u"subjectAltName=IP:127.0.0.1,DNS:localhost"_s, u"-keyout"_s, m_folder.filePath(name + u".key"_s),
            u"-out"_s, m_folder.filePath(name + u".crt"_s)});
}

bool PostgresServer::make()
{
    if (const passwd *user = geteuid() == 0 ? getpwnam("nobody") : nullptr)
        if (chown(qPrintable(m_folder.path()), user->pw_uid, user->pw_gid) != 0)
            return false;
    QFile file(m_folder.filePath(u"password"_s));
    if (!file.open(QFile::WriteOnly))
        return false;
    file.write(password().revealUtf8());
    file.close();
    file.setPermissions(file.permissions() | QFile::ReadOther | QFile::ReadGroup);
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    m_port = probe.serverPort();
    probe.close();
    return writeCertificate(u"server"_s) && writeCertificate(u"other"_s)
        && tool(postgresTools() + u"/initdb"_s,
            {u"--no-sync"_s, u"--pgdata"_s, m_folder.filePath(u"data"_s), u"--username=postgres"_s,
                u"--auth-local=trust"_s, u"--auth-host=scram-sha-256"_s, u"--pwfile"_s, file.fileName(),
                u"--encoding=UTF8"_s, u"--locale=C.UTF-8"_s})
        && start()
        && run(u"postgres"_s,
            u"CREATE ROLE console LOGIN PASSWORD '%1'; CREATE ROLE guest LOGIN PASSWORD '%1'"_s.arg(
                password().reveal()));
}

bool PostgresServer::start(const QStringList &settings)
{
    QStringList command = postgresLauncher();
    command << postgresTools() + u"/postgres"_s << u"-D"_s << m_folder.filePath(u"data"_s);
    QStringList all{u"listen_addresses=127.0.0.1"_s, u"port=%1"_s.arg(m_port),
        u"unix_socket_directories="_s + m_folder.path(), u"ssl=on"_s, u"lc_messages=C"_s, u"logging_collector=off"_s,
        u"ssl_cert_file="_s + m_folder.filePath(u"server.crt"_s),
        u"ssl_key_file="_s + m_folder.filePath(u"server.key"_s)};
    all << settings; // the last one counts
    for (const QString &setting : all)
        command << u"-c"_s << setting;
    m_process.setWorkingDirectory(m_folder.path());
    m_process.setStandardOutputFile(log(), QIODevice::Append);
    m_process.setStandardErrorFile(log(), QIODevice::Append);
    // After a kill, what is left of the former one may still be on its way out.
    for (int attempt = 0; attempt < 20; ++attempt) {
        m_process.start(command.first(), command.mid(1));
        (void)QTest::qWaitFor([this] { return isReady() || !isRunning(); }, postgresPatience);
        if (isReady())
            return true;
        m_process.waitForFinished(1000);
    }
    QFile file(log());
    m_trouble = file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : file.errorString();
    return false;
}

// Its own note of itself: the number of the process in the first line, how it is in the eighth.
bool PostgresServer::isReady() const
{
    QFile file(m_folder.filePath(u"data/postmaster.pid"_s));
    if (!isRunning() || !file.open(QFile::ReadOnly))
        return false;
    const QByteArrayList lines = file.readAll().split('\n');
    return lines.first().toLongLong() == m_process.processId() && lines.value(7).startsWith("ready");
}

QString PostgresServer::log() const
{
    return m_folder.filePath(u"log"_s);
}

void PostgresServer::stop()
{
    if (!isRunning())
        return;
    ::kill(pid_t(m_process.processId()), SIGINT); // fast: connections are cut
    if (!m_process.waitForFinished(postgresPatience))
        kill();
}

void PostgresServer::kill()
{
    const auto parent = m_process.processId();
    QFile children(u"/proc/%1/task/%1/children"_s.arg(parent));
    const QByteArray pids = children.open(QFile::ReadOnly) ? children.readAll() : QByteArray();
    ::kill(pid_t(parent), SIGKILL);
    for (const QByteArray &pid : pids.simplified().split(' '))
        if (pid.toInt() > 1)
            ::kill(pid.toInt(), SIGKILL);
    m_process.waitForFinished(postgresPatience);
}

QString PostgresServer::addDatabase()
{
    const QString name = u"team%1"_s.arg(++m_databases);
    return run(u"postgres"_s, u"CREATE DATABASE %1 OWNER console"_s.arg(name)) ? name : QString();
}

bool PostgresServer::run(const QString &database, const QString &sql)
{
    QStringList arguments{u"--no-psqlrc"_s, u"--quiet"_s, u"--set=ON_ERROR_STOP=1"_s, u"--host"_s, m_folder.path(),
        u"--port"_s, QString::number(m_port), u"--username=postgres"_s, u"--dbname"_s, database};
    for (const QString &statement : sql.split(u';', Qt::SkipEmptyParts))
        arguments << u"--command"_s << statement;
    return tool(postgresTools() + u"/psql"_s, arguments);
}

QString PostgresServer::address(const QString &database, const QString &user) const
{
    return u"postgresql://%1@127.0.0.1:%2/%3"_s.arg(user).arg(m_port).arg(database);
}

Secret PostgresServer::password()
{
    return Secret(u"canary-7Qx of the journal"_s);
}

QString PostgresServer::certificate() const
{
    return m_folder.filePath(u"server.crt"_s);
}

QString PostgresServer::otherCertificate() const
{
    return m_folder.filePath(u"other.crt"_s);
}
