// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/request.h"

// Values that are known to be secret, to be removed wherever they appear: as they are, percent-encoded, and as JSON
// writes them. What is shorter than eight bytes is not looked for: it would be found in innocent words, and told by
// that.
class KnownSecrets {
public:
    void add(const QByteArray &value);
    // What a request or an answer is authorized with, or sets as a cookie; of Basic (RFC 7617) the password, too.
    void addCredentialsOf(const QList<Header> &headers);
    void addSecretsOf(const QByteArray &form); // application/x-www-form-urlencoded

    QByteArray removedFrom(QByteArray text) const;
    qsizetype longest() const; // bytes

private:
    QByteArrayList m_values; // the longest first, since one may be a part of another
};
