// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/session.h"
#include "tests/net/tokenserver.h"
#include "tests/net/visitor.h"

#include <QPointer>
#include <QUrlQuery>

// A TokenServer that people sign in to by authorization code, and the browser they do it in.
class CodeServer : public TokenServer {
public:
    static constexpr QLatin1StringView issuer{"https://as.example"};

    SignIn codeSignIn() const
    {
        using namespace Qt::Literals::StringLiterals;
        SignIn method = signIn();
        method.code = CodeSignIn{
            .authorizationUrl =
                [base = url()](const CodeAttempt &attempt) {
                    QUrl address = base;
                    address.setPath(u"/authorize"_s);
                    address.setQuery(
                        encodedQuery({{u"redirect_uri"_s, attempt.redirectUri}, {u"state"_s, attempt.state.reveal()},
                            {u"nonce"_s, attempt.nonce.reveal()}, {u"code_challenge"_s, attempt.challenge}}));
                    return address;
                },
            .exchange =
                [](const Secret &code, const CodeAttempt &attempt) {
                    return formRequest(u"/token"_s,
                        {{u"grant_type"_s, u"authorization_code"_s}, {u"code"_s, code.reveal()},
                            {u"redirect_uri"_s, attempt.redirectUri}, {u"code_verifier"_s, attempt.verifier.reveal()}});
                },
            .read = [read = method.read](const Response &response, const CodeAttempt &) { return read(response); },
            .issuer = issuer,
        };
        return method;
    }
    qsizetype exchanges() const { return grants("authorization_code"); }
};

// The address that a session asked to open, as the authorization server reads it.
class OpenedBrowser {
public:
    explicit OpenedBrowser(const QUrl &url)
        : m_query(url.query())
    {
    }

    QByteArray parameter(const QString &name) const
    {
        return m_query.queryItemValue(name, QUrl::FullyDecoded).toUtf8();
    }
    QUrl redirectUri() const { return QUrl::fromEncoded(parameter(QStringLiteral("redirect_uri"))); }
    int port() const { return redirectUri().port(); }
    QByteArray path() const { return redirectUri().path().toUtf8(); }

    // `text` with {path}, {port}, {host} and {state} filled in.
    QByteArray filled(QByteArray text) const
    {
        const QByteArray number = QByteArray::number(port());
        return text.replace("{path}", path())
            .replace("{host}", "127.0.0.1:" + number)
            .replace("{port}", number)
            .replace("{state}", parameter(QStringLiteral("state")));
    }
    // What a browser sends that was redirected with this query.
    QByteArray request(const QByteArray &query = "code=c0de&state={state}") const
    {
        return filled(
            "GET {path}?" + query + " HTTP/1.1\r\nHost: {host}\r\nUser-Agent: Test\r\nAccept: text/html\r\n\r\n");
    }

private:
    QUrlQuery m_query;
};
