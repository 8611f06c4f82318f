// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/knownsecrets.h"

#include "net/redaction.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static constexpr qsizetype shortest = 8; // bytes

void KnownSecrets::add(const QByteArray &value)
{
    if (value.size() < shortest || m_values.contains(value))
        return;
    const QByteArray json = QJsonDocument(QJsonArray{QString::fromUtf8(value)}).toJson(QJsonDocument::Compact);
    QByteArrayList forms{value, value.toPercentEncoding(), json.sliced(2, json.size() - 4)};
    forms << QByteArray(forms.last()).replace('/', "\\/");
    for (const QByteArray &form : std::as_const(forms))
        if (!m_values.contains(form))
            m_values << form;
    std::stable_sort(
        m_values.begin(), m_values.end(), [](const QByteArray &a, const QByteArray &b) { return a.size() > b.size(); });
}

void KnownSecrets::addCredentialsOf(const QList<Header> &headers)
{
    for (const auto &[name, value] : headers) {
        const QByteArray key = name.toLower();
        if (!isSecretName(QString::fromLatin1(key)))
            continue;
        if (key.endsWith("cookie")) {
            // RFC 6265 §4.1.1: what follows the first pair of a Set-Cookie are no values of ours.
            const QByteArrayList pairs = value.split(';');
            for (const QByteArray &pair : key == "cookie" ? pairs : pairs.first(1))
                add(pair.mid(pair.indexOf('=') + 1).trimmed());
            continue;
        }
        const QByteArray credential = value.mid(value.indexOf(' ') + 1);
        add(credential);
        if (value.startsWith("Basic "))
            add(QByteArray::fromBase64(credential).split(':').mid(1).join(':'));
    }
}

void KnownSecrets::addSecretsOf(const QByteArray &form)
{
    (void)formWithoutSecrets(form, [this](const QString &, const QString &value) {
        add(value.toUtf8());
        return asterisks();
    });
}

QByteArray KnownSecrets::removedFrom(QByteArray text) const
{
    for (const QByteArray &value : m_values)
        if (value.size() <= text.size())
            text.replace(value, "***");
    return text;
}

qsizetype KnownSecrets::longest() const
{
    return m_values.isEmpty() ? 0 : m_values.first().size();
}
