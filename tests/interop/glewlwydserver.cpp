// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/interop/glewlwydserver.h"

#include <QJsonDocument>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

static constexpr int patience = 60'000; // ms; far beyond what a loaded machine needs

QJsonObject GlewlwydServer::Answer::object() const
{
    return QJsonDocument::fromJson(body).object();
}

QJsonArray GlewlwydServer::Answer::array() const
{
    return QJsonDocument::fromJson(body).array();
}

GlewlwydServer::~GlewlwydServer()
{
    m_process.closeWriteChannel();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(patience))
        m_process.kill();
}

QString GlewlwydServer::notInstalled()
{
    for (const auto &program : {u"glewlwyd"_s, u"curl"_s, u"sqlite3"_s, u"python3"_s, u"setpriv"_s})
        if (QStandardPaths::findExecutable(program).isEmpty())
            return u"%1 is not installed"_s.arg(program);
    return {};
}

bool GlewlwydServer::start()
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(SOURCE_DIR "/tests/interop/glewlwyd-server"), {u"--tied"_s});
    while (!m_process.canReadLine())
        if (!m_process.waitForReadyRead(patience)) {
            m_reason = u"Glewlwyd did not start: %1"_s.arg(m_process.errorString());
            return false;
        }
    const QJsonObject facts = QJsonDocument::fromJson(m_process.readLine()).object();
    m_url = QUrl(facts[u"url"].toString());
    m_version = facts[u"version"].toString();
    m_database = facts[u"database"].toString();
    return m_url.isValid();
}

QString GlewlwydServer::userName()
{
    return u"admin"_s;
}

QString GlewlwydServer::password()
{
    return u"password"_s;
}

GlewlwydServer::Answer GlewlwydServer::curl(const QByteArray &verb, const QString &path, const QJsonObject &body)
{
    signIn();
    QStringList arguments{
        u"--cookie"_s, jar(), u"--request"_s, QString::fromLatin1(verb), u"--path-as-is"_s, m_url.toString() + path};
    if (body.isEmpty())
        return run(arguments, {});
    arguments << u"--header"_s << u"Content-Type: application/json"_s << u"--data-binary"_s << u"@-"_s;
    return run(arguments, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

static QByteArray credentials(const QString &userName, const QString &password)
{
    return QJsonDocument(QJsonObject{{u"username"_s, userName}, {u"password"_s, password}})
        .toJson(QJsonDocument::Compact);
}

int GlewlwydServer::signInStatus(const QString &userName, const QString &password)
{
    return run({u"--header"_s, u"Content-Type: application/json"_s, u"--data-binary"_s, u"@-"_s,
                   m_url.toString() + u"/api/auth/"_s},
        credentials(userName, password))
        .status;
}

void GlewlwydServer::signIn()
{
    if (m_signedIn)
        return;
    const auto answer = run({u"--cookie-jar"_s, jar(), u"--header"_s, u"Content-Type: application/json"_s,
                                u"--data-binary"_s, u"@-"_s, m_url.toString() + u"/api/auth/"_s},
        credentials(userName(), password()));
    m_signedIn = answer.status == 200;
}

int GlewlwydServer::postAll(const QString &path, const QList<QJsonObject> &bodies)
{
    signIn();
    // curl's own configuration language: the values of one transfer, then `next`.
    QByteArray config;
    for (const QJsonObject &body : bodies) {
        QByteArray quoted = QJsonDocument(body).toJson(QJsonDocument::Compact);
        quoted.replace('\\', "\\\\").replace('"', "\\\"");
        config += (config.isEmpty() ? "" : "next\n");
        config += "silent\nurl = \"" + (m_url.toString() + path).toUtf8() + "\"\ncookie = \"" + jar().toUtf8()
            + "\"\nheader = \"Content-Type: application/json\"\ndata-binary = \"" + quoted
            + "\"\noutput = \"/dev/null\"\nwrite-out = \"%{http_code}\\n\"\n";
    }
    return int(runProgram(u"curl"_s, {u"--config"_s, u"-"_s}, config).split('\n').count("200"));
}

bool GlewlwydServer::forgetSessions()
{
    m_signedIn = false;
    return runProgram(u"sqlite3"_s,
               {u"-cmd"_s, u".timeout 10000"_s, m_database,
                   u"UPDATE g_user_session SET gus_enabled=0; SELECT changes();"_s},
               {})
               .trimmed()
               .toInt()
        > 0;
}

GlewlwydServer::Answer GlewlwydServer::run(const QStringList &arguments, const QByteArray &input) const
{
    const QByteArray output
        = runProgram(u"curl"_s, QStringList{u"--silent"_s, u"--write-out"_s, u"\n%{http_code}"_s} + arguments, input);
    const qsizetype end = output.lastIndexOf('\n');
    return {.status = output.mid(end + 1).toInt(), .body = output.left(end)};
}

QByteArray GlewlwydServer::runProgram(
    const QString &program, const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(patience);
    return process.readAllStandardOutput();
}
