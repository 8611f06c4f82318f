// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

namespace server::teneo::saml {

// The service provider's EntityDescriptor (SAML 2.0 Metadata §2.3.2); `url` is where the server is.
QByteArray metadata(const QByteArray &url);

// An AuthnRequest for the HTTP-Redirect binding (SAML 2.0 Bindings §3.4.4.1): deflated and in base64, not yet escaped.
QByteArray authnRequest(const QString &id, const QByteArray &url, const QDateTime &now);

// A Response for the HTTP-POST binding, in base64: the user's name, or a refusal for an empty one. Never signed.
QByteArray response(const QString &userName, const QByteArray &url, const QDateTime &now);

// What a Response, in base64, says; nothing when it is none. No signature is looked at.
struct Verdict {
    bool isSuccess = false;
    QString userName{};
};
std::optional<Verdict> readResponse(const QByteArray &base64);

}
