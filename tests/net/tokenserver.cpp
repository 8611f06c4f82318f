// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/tokenserver.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

TokenServer::TokenServer()
    : m_server([this](Peer &peer) { answer(peer); })
{
}

void TokenServer::behave(const std::function<void(Conduct &)> &change)
{
    const std::lock_guard lock(m_mutex);
    change(m_conduct);
}

void TokenServer::forgetTokens()
{
    const std::lock_guard lock(m_mutex);
    m_valid.clear();
}

TokenServer::Conduct TokenServer::conduct() const
{
    const std::lock_guard lock(m_mutex);
    return m_conduct;
}

QList<Seen> TokenServer::seen(const QByteArray &target) const
{
    QList<Seen> requests = m_server.seen();
    requests.removeIf([&](const Seen &request) { return request.target != target; });
    return requests;
}

qsizetype TokenServer::grants(const QByteArray &grant) const
{
    const QList<Seen> requests = seen("/token");
    return std::count_if(requests.begin(), requests.end(),
        [&](const Seen &request) { return request.body.contains("grant_type=" + grant); });
}

bool TokenServer::isValid(const Seen &request) const
{
    const std::lock_guard lock(m_mutex);
    return !m_conduct.refusesAll && m_valid.contains(request.headers.value("authorization"));
}

void TokenServer::answer(Peer &peer)
{
    const QByteArray target = peer.request().target;
    if (target == "/token")
        return answerToken(peer);
    const bool isRightAtArrival = isValid(peer.request());
    while (target == "/late" && conduct().holdsLate && peer.pause(1ms)) { }
    if (!isRightAtArrival || !isValid(peer.request())) {
        peer.answer(R"({"error":"invalid_token"})", "401 Unauthorized");
    } else if (target == "/revoke") {
        peer.answer("", conduct().revokeStatus);
    } else if (target == "/start") {
        peer.answer(R"({"loginId":"7","url":")" + conduct().loginUrl + "\"}");
    } else if (target == "/poll") {
        answerPoll(peer);
    } else if (target == "/missing") {
        peer.answer(R"({"error":"not_found"})", "404 Not Found");
    } else {
        peer.answer("{}");
    }
}

void TokenServer::answerToken(Peer &peer)
{
    while (conduct().holdsTokens && peer.pause(1ms)) { }
    const bool isRefresh = peer.request().body.contains("grant_type=refresh_token");
    const QByteArray status = isRefresh ? conduct().refreshStatus : conduct().tokenStatus;
    if (status == "cut") {
        peer.close();
    } else if (status.startsWith('2')) {
        const Conduct now = conduct();
        peer.answer(tokenAnswer(now.givesRefreshToken && (!isRefresh || now.rotatesRefreshToken)), status);
    } else {
        peer.answer(R"({"error":"invalid_grant","error_description":"Not with this."})", status);
    }
}

void TokenServer::answerPoll(Peer &peer)
{
    const Conduct now = conduct();
    const int number = ++m_polls;
    if (number <= now.cutPolls)
        peer.close();
    else if (now.pendingPolls < 0 || number - now.cutPolls <= now.pendingPolls)
        peer.answer("{}", "202 Accepted");
    else if (now.pollStatus.startsWith('2'))
        peer.answer(tokenAnswer(now.givesRefreshToken));
    else
        peer.answer(R"({"error":"access_denied"})", now.pollStatus);
}

QByteArray TokenServer::tokenAnswer(bool withRefreshToken)
{
    const std::lock_guard lock(m_mutex);
    const QString number = QString::number(++m_given);
    m_valid.insert("Bearer access" + number.toLatin1());
    QJsonObject body{{u"access_token"_s, u"access"_s + number}};
    if (withRefreshToken)
        body.insert(u"refresh_token"_s, u"refresh"_s + number);
    if (m_conduct.expiresIn > 0)
        body.insert(u"expires_in"_s, m_conduct.expiresIn);
    if (!m_conduct.scope.isEmpty())
        body.insert(u"scope"_s, QString::fromLatin1(m_conduct.scope));
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

static Result<Credential> readCredential(const Response &response)
{
    return response.object().map([&](const QJsonObject &body) {
        Credential credential{
            .access = Secret(body["access_token"_L1].toString()),
            .refresh = Secret(body["refresh_token"_L1].toString()),
        };
        if (body.contains("expires_in"_L1))
            credential.expiresAt = response.receivedAt.addSecs(body["expires_in"_L1].toInt());
        if (body.contains("scope"_L1))
            credential.scopes = body["scope"_L1].toString().split(u' ');
        return credential;
    });
}

SignIn TokenServer::signIn()
{
    return {
        .request =
            [] {
                return formRequest(u"/token"_s, {{u"grant_type"_s, u"client_credentials"_s}});
            },
        .read = readCredential,
        .renew =
            [](const Credential &old) {
                return formRequest(
                    u"/token"_s, {{u"grant_type"_s, u"refresh_token"_s}, {u"refresh_token"_s, old.refresh.reveal()}});
            },
        .signOut =
            [](const Credential &own) {
                return formRequest(u"/revoke"_s, {{u"token"_s, own.access.reveal()}});
            },
        .authorize =
            [](Request &request, const Credential &credential) {
                request.headers.append({"Authorization", "Bearer " + credential.access.revealUtf8()});
            },
    };
}

SignIn TokenServer::browserSignIn()
{
    SignIn method = signIn();
    method.browser = BrowserSignIn{
        .start = [](const Credential &) { return getRequest(u"/start"_s); },
        .readStart = [](const Response &response) -> Result<PendingLogin> {
            return response.object().map([&](const QJsonObject &body) {
                return PendingLogin{
                    .url = QUrl(body["url"_L1].toString()),
                    .id = body["loginId"_L1].toString(),
                    .expiresAt = response.receivedAt.addSecs(300),
                };
            });
        },
        .poll = [](const PendingLogin &) { return getRequest(u"/poll"_s); },
        .readPoll = [](const Response &response) -> Result<std::optional<Credential>> {
            if (response.status == 202)
                return std::nullopt;
            return readCredential(response).map([](const Credential &credential) { return std::optional(credential); });
        },
        .interval = 1ms,
    };
    return method;
}
