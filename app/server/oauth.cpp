// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/oauth.h"

#include "app/server/random.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace server {

QString cookieOf(const Request &request, QByteArrayView name)
{
    const QList<QByteArray> pairs = request.header("cookie").split(';');
    for (const QByteArray &pair : pairs) {
        const QByteArray trimmed = pair.trimmed();
        if (trimmed.startsWith(name) && trimmed.mid(name.size()).startsWith('='))
            return QString::fromLatin1(trimmed.mid(name.size() + 1));
    }
    return {};
}

bool isChallengeMet(const QString &challenge, const QString &verifier)
{
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    return QString::fromLatin1(digest(verifier).toBase64(options)) == challenge;
}

bool isRedirectUri(const QString &text)
{
    static const QStringList dangerous{u"javascript"_s, u"data"_s, u"vbscript"_s, u"blob"_s, u"about"_s, u"file"_s};
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme().isEmpty() || url.hasFragment() || dangerous.contains(url.scheme()))
        return false;
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return !isWeb || !url.host().isEmpty();
}

QByteArray withParameters(const QString &uri, const std::vector<std::pair<QByteArray, QString>> &parameters)
{
    QByteArray target = QUrl(uri, QUrl::StrictMode).toEncoded();
    for (const auto &[name, value] : parameters) {
        if (!value.isEmpty())
            target += (target.contains('?') ? '&' : '?') + name + '=' + QUrl::toPercentEncoding(value);
    }
    return target;
}

}
