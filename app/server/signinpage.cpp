// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/signinpage.h"

#include <QCryptographicHash>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace server {

static constexpr char style[] = R"(
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 22rem; margin: 4rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; }
label { display: block; margin-top: .8rem; }
input, button { box-sizing: border-box; width: 100%; padding: .6rem; font: inherit; }
button { margin-top: 1.2rem; cursor: pointer; }
)";

// A browser applies form-action to the redirects a form post leads to as well, so the last stop has to be named.
static QByteArray sourceOf(const QString &redirectUri)
{
    const QUrl url(redirectUri, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (redirectUri.isEmpty() || !url.isValid())
        return {};
    if (!isWeb || url.host().contains(u':')) // the policy has no words for an IPv6 address
        return ' ' + url.scheme().toLatin1() + ':';
    return ' ' + url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveUserInfo).toEncoded();
}

static Response page(int status, const QString &title, const QString &content, const QByteArray &formTarget)
{
    const QByteArray hash = QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64();
    const QString html = uR"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>%1</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>%2</style></head><body>
<h1>%1</h1>
%3</body></html>
)"_s.arg(title.toHtmlEscaped(), QString::fromLatin1(style), content);
    return {.status = status,
        .headers = {{"Content-Type", "text/html; charset=utf-8"},
            {"Content-Security-Policy",
                "default-src 'none'; style-src 'sha256-" + hash + "'; form-action 'self'" + formTarget
                    + "; base-uri 'none'; frame-ancestors 'none'"},
            {"Referrer-Policy", "no-referrer"}},
        .body = html.toUtf8()};
}

static QString opening(const QByteArray &action, const std::vector<std::pair<QString, QString>> &hidden)
{
    QString html = u"<form method=\"post\" action=\"%1\">\n"_s.arg(QString::fromLatin1(action).toHtmlEscaped());
    for (const auto &[name, value] : hidden) {
        html
            += u"<input type=\"hidden\" name=\"%1\" value=\"%2\">\n"_s.arg(name.toHtmlEscaped(), value.toHtmlEscaped());
    }
    return html;
}

Response signInPage(const SignInForm &form, const Headers &headers)
{
    QString html;
    if (!form.clientName.isEmpty())
        html += u"<p>%1 asks you to sign in.</p>\n"_s.arg(form.clientName.toHtmlEscaped());
    if (!form.problem.isEmpty())
        html += u"<p role=\"alert\">%1</p>\n"_s.arg(form.problem.toHtmlEscaped());
    html += opening(form.action, form.hidden);
    html += uR"(<label for="username">%1</label>
<input id="username" name="username" autocomplete="username" required autofocus>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<button type="submit">Sign In</button>
</form>
)"_s.arg(form.userLabel.toHtmlEscaped());
    Response response = page(200, u"Sign in"_s, html, sourceOf(form.redirectUri));
    response.headers.insert(response.headers.end(), headers.begin(), headers.end());
    return response;
}

static QString paragraph(const QString &sentence)
{
    return u"<p>%1</p>\n"_s.arg(sentence.toHtmlEscaped());
}

Response messagePage(int status, const QString &title, const QString &sentence)
{
    return page(status, title, paragraph(sentence), {});
}

Response questionPage(const QString &title, const QString &question, const QString &button, const QByteArray &action,
    const std::vector<std::pair<QString, QString>> &hidden, const QString &redirectUri)
{
    const QString html = paragraph(question) + opening(action, hidden)
        + u"<button type=\"submit\">%1</button>\n</form>\n"_s.arg(button.toHtmlEscaped());
    return page(200, title, html, sourceOf(redirectUri));
}

}
