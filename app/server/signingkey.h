// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <openssl/types.h>

#include <memory>
#include <optional>

namespace server {

class Database;

// An RSA key of 2048 bits that signs and verifies JSON Web Tokens as RS256 (RFC 7515, RFC 7518 §3.3). It is kept in the
// database under a name, and made the first time something is signed or the public key is asked for; that must happen
// inside a transaction which is committed whatever the answer.
class SigningKey {
public:
    // `id` is the key's `kid`; without one it is the thumbprint of RFC 7638.
    SigningKey(Database &database, const QString &name, const QString &id = {});

    // A JWS in compact form, its header {"alg","kid","typ":"JWT"} and the members of `extraHeader`, which win.
    QByteArray sign(const QJsonObject &claims, const QJsonObject &extraHeader = {});
    // The claims of a JWT this key has signed, whatever they say: the caller looks at `exp`.
    std::optional<QJsonObject> verify(QByteArrayView jwt);

    QJsonObject jwk(); // the public key (RFC 7517): kty, kid, use, alg, n, e
    QString id();

private:
    bool load();
    void require();

    Database &m_database;
    QString m_name;
    QString m_id;
    std::shared_ptr<EVP_PKEY> m_key;
};

// A new private key, as DER. Making one takes a tenth of a second and more.
QByteArray newSigningKey();
// What SigningKey finds under that name, unless the database has one already.
void provideSigningKey(Database &database, const QString &name, const QByteArray &key);

// Base64url without padding (RFC 7515 §2).
QByteArray base64Url(const QByteArray &bytes);

}
