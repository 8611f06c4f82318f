// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/identitypage.h"

#include "app/server/teneo/saml.h"

using namespace Qt::Literals::StringLiterals;

namespace server::teneo {

static QString frame(const QString &title, const QString &content)
{
    return uR"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>%1</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 26rem; margin: 4rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; }
button { display: block; width: 100%; margin: .5rem 0; padding: .6rem; font: inherit; cursor: pointer; }
</style></head><body>
<h1>%1</h1>
%2
</body></html>
)"_s.arg(title, content);
}

static QString choice(const QString &label, const QByteArray &response, const QString &loginId, const QByteArray &url)
{
    return uR"(<form method="post" action="%1/oauth2/delegated/notification">
<input type="hidden" name="SAMLResponse" value="%2">
<input type="hidden" name="RelayState" value="%3">
<button type="submit">%4</button></form>
)"_s.arg(QString::fromUtf8(url).toHtmlEscaped(), QString::fromLatin1(response), loginId.toHtmlEscaped(),
        label.toHtmlEscaped());
}

QByteArray identityPage(const QStringList &users, const QString &loginId, const QByteArray &url, const QDateTime &now)
{
    QString content
        = u"<p>This page stands in for a SAML identity provider. It asks for no password, and no signature is "
          "checked: use it for trying things out only.</p>\n<p>Sign in as</p>\n"_s;
    for (const QString &user : users)
        content += choice(user, saml::response(user, url, now), loginId, url);
    content += choice(u"Refuse"_s, saml::response({}, url, now), loginId, url);
    return frame(u"Local identity provider"_s, content).toUtf8();
}

QByteArray closingPage(const QString &sentence)
{
    return frame(sentence, u"<p>You can close this window.</p>"_s).toUtf8();
}

}
