// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/callbackpage.h"

#include <QCryptographicHash>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

static QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed\r\nAllow: GET";
    case 431:
        return "Request Header Fields Too Large";
    default:
        return "Bad Request";
    }
}

QByteArray callbackPage(int status, const QString &sentence)
{
    const QByteArray style = "body{font:1.1em system-ui,sans-serif;max-width:32em;margin:4em auto;padding:0 1em;"
                             "text-align:center;color-scheme:light dark}";
    const QByteArray styleHash = QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64();
    const QByteArray body = "<!DOCTYPE html>\n<html lang=\"" + QLocale().bcp47Name().toUtf8()
        + "\">\n<head><meta charset=\"utf-8\"><title>Latchkey</title><style>" + style
        + "</style></head>\n<body><p dir=\"auto\">" + sentence.toHtmlEscaped().toUtf8() + "</p></body>\n</html>\n";
    return "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status)
        + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nConnection: close\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer"
          "\r\nX-Content-Type-Options: nosniff\r\nContent-Security-Policy: default-src 'none'; style-src 'sha256-"
        + styleHash + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\n\r\n" + body;
}
