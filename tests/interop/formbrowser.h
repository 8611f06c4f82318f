// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QUrlQuery>

// What a person's browser does with sign-in pages, as far as that needs no person: it keeps cookies, follows redirects
// and posts the form of every page with what is to be typed into the fields of these names.
class FormBrowser : public QObject {
public:
    explicit FormBrowser(QHash<QString, QString> typed)
        : m_typed(std::move(typed))
    {
    }

    void open(const QUrl &url) { follow(m_manager.get(request(url))); }
    bool isDone() const { return m_isDone; } // there is a page without a form, or a form that did not help
    QString page() const { return m_page; } // the last one
    QStringList titles() const { return m_titles; } // of all of them

private:
    static QNetworkRequest request(const QUrl &url)
    {
        QNetworkRequest made(url);
        made.setRawHeader("Accept", "text/html");
        // Qt 6.4, left to follow redirections itself, now and then writes to a cache it has closed, and asks again.
        made.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        made.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
        return made;
    }
    void follow(QNetworkReply *reply)
    {
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            reply->deleteLater();
            const QUrl next = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
            if (!next.isEmpty())
                return open(reply->url().resolved(next));
            m_page = QString::fromUtf8(reply->readAll());
            static const QRegularExpression title(QStringLiteral("<title>([^<]*)</title>"));
            m_titles << title.match(m_page).captured(1);
            const bool isRepeated = m_titles.count(m_titles.last()) > 1;
            if (m_page.contains(QStringLiteral("<form method=\"post\"")) && !isRepeated)
                submit(reply->url());
            else
                m_isDone = true;
        });
    }
    void submit(const QUrl &from)
    {
        static const QRegularExpression input(QStringLiteral("<input name=\"([^\"]*)\""));
        QUrlQuery form;
        for (auto field = input.globalMatch(m_page); field.hasNext();) {
            const QString name = field.next().captured(1);
            form.addQueryItem(name, m_typed.value(name));
        }
        QNetworkRequest post = request(from);
        post.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
        follow(m_manager.post(post, form.toString(QUrl::FullyEncoded).toUtf8()));
    }

    QNetworkAccessManager m_manager;
    QHash<QString, QString> m_typed;
    QString m_page;
    QStringList m_titles;
    bool m_isDone = false;
};
