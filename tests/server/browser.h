// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fixture.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <utility>
#include <vector>

using Parameters = std::vector<std::pair<QByteArray, QByteArray>>;

inline QJsonObject with(QJsonObject object, const QString &name, const QJsonValue &value)
{
    object[name] = value;
    return object;
}

inline QByteArray encoded(const Parameters &parameters)
{
    QByteArray form;
    for (const auto &[name, value] : parameters)
        form += (form.isEmpty() ? "" : "&") + name + '=' + value.toPercentEncoding();
    return form;
}

inline QByteArray basic(const QByteArray &id, const QByteArray &secret)
{
    return "Basic " + (id.toPercentEncoding() + ':' + secret.toPercentEncoding()).toBase64();
}

inline Reply post(Fixture &server, const QByteArray &path, const Parameters &form, const QByteArray &authorization = {})
{
    return server.exchange("POST", path,
        (authorization.isEmpty() ? QByteArray() : "Authorization: " + authorization + "\r\n")
            + "Content-Type: application/x-www-form-urlencoded\r\n",
        encoded(form));
}

inline QString parameter(const Reply &redirect, QStringView name)
{
    const QUrl target = QUrl::fromEncoded(redirect.headers.value("location"));
    return QUrlQuery(target).queryItemValue(name.toString(), QUrl::FullyDecoded);
}

// What a person's browser does with a sign-in page: it keeps cookies and posts the page's form.
class Browser {
public:
    explicit Browser(Fixture &server)
        : m_server(server)
    {
    }

    Reply open(const QByteArray &path) { return keep(m_server.exchange("GET", path, cookies(), {})); }

    // Posts the only form of the page, its hidden fields and these. The form leads where its page came from.
    Reply submit(const Reply &page, const Parameters &typed)
    {
        static const QRegularExpression action(QStringLiteral(R"re(<form method="post" action="([^"]*)">)re"));
        static const QRegularExpression hidden(
            QStringLiteral(R"re(<input type="hidden" name="([^"]*)" value="([^"]*)">)re"));
        const QString html = QString::fromUtf8(page.body);
        Parameters form = typed;
        for (auto field = hidden.globalMatch(html); field.hasNext();) {
            const auto match = field.next();
            form.emplace_back(plain(match.captured(1)), plain(match.captured(2)));
        }
        return keep(m_server.exchange("POST", plain(action.match(html).captured(1)),
            cookies() + "Content-Type: application/x-www-form-urlencoded\r\n", encoded(form)));
    }

    QHash<QByteArray, QByteArray> jar{};

private:
    static QByteArray plain(QString html)
    {
        html.replace(QStringLiteral("&lt;"), QStringLiteral("<")).replace(QStringLiteral("&gt;"), QStringLiteral(">"));
        html.replace(QStringLiteral("&quot;"), QStringLiteral("\""))
            .replace(QStringLiteral("&amp;"), QStringLiteral("&"));
        return html.toUtf8();
    }
    QByteArray cookies() const
    {
        QByteArrayList pairs;
        for (auto cookie = jar.begin(); cookie != jar.end(); ++cookie)
            pairs << cookie.key() + '=' + cookie.value();
        return pairs.isEmpty() ? QByteArray() : "Cookie: " + pairs.join("; ") + "\r\n";
    }
    Reply keep(const Reply &reply)
    {
        const QByteArray pair = reply.headers.value("set-cookie").split(';').first();
        if (const qsizetype equals = pair.indexOf('='); equals > 0)
            jar[pair.left(equals)] = pair.mid(equals + 1);
        return reply;
    }

    Fixture &m_server;
};

// The claims of a JWT, unchecked.
inline QJsonObject claimsOf(const QString &jwt)
{
    return QJsonDocument::fromJson(
        QByteArray::fromBase64(jwt.section(u'.', 1, 1).toLatin1(), QByteArray::Base64UrlEncoding))
        .object();
}
