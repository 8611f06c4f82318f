// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/requesttext.h"

#include "net/requestaddress.h"
#include "net/requestredaction.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

QString requestText(const Request &request, const QUrl &base)
{
    const Request shown = withoutSecrets(request);
    const Result<QUrl> address = addressOf(shown, base);
    QStringList lines{QString::fromLatin1(shown.verb) + u' '
        + (address ? address->toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo) : shown.path)};
    for (const auto &[name, value] : shown.headers)
        lines << QString::fromLatin1(name) + u": "_s + QString::fromUtf8(value);
    if (!shown.contentType.isEmpty())
        lines << u"Content-Type: "_s + QString::fromLatin1(shown.contentType);
    if (shown.body.isEmpty())
        return lines.join(u'\n');
    lines << QString();
    if (isForm(shown))
        lines << QString::fromUtf8(shown.body).split(u'&');
    else
        lines << readableBody(shown.body);
    return lines.join(u'\n');
}

QString readableBody(const QByteArray &body)
{
    const QJsonDocument json = QJsonDocument::fromJson(body);
    return QString::fromUtf8(json.isNull() ? body : json.toJson(QJsonDocument::Indented)).trimmed();
}
