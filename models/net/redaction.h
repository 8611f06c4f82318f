// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

// What is put where a secret was. `name`: of its member, parameter or header, empty where it has none; `value`: the
// secret, with neither the encoding of a form nor of JSON.
using Replacement = std::function<QString(const QString &name, const QString &value)>;
QString asterisks(const QString &name = {}, const QString &value = {});

// By its letters alone: client_secret, clientSecret, Client-Secret.
bool isSecretName(const QString &name);

// Removes the values of members and parameters that hold secrets (RFC 6749 names and the servers' own) from a JSON,
// form or header text; what is not understood is kept only up to `limit` bytes and without long opaque words.
QString redacted(const QByteArray &text, qsizetype limit = 4096);

// The parts of a request, whose form is known: what is no secret stays as it is, long ids included.
QString textWithoutSecrets(const QString &text, const Replacement &replacement = asterisks);
QByteArray formWithoutSecrets(
    const QByteArray &form, const Replacement &replacement = asterisks); // or the query of a URL
// `json`: an object or an array; anything else is a text.
QByteArray jsonWithoutSecrets(const QByteArray &json, const Replacement &replacement = asterisks);
// The value of a header; the scheme of an Authorization (RFC 9110 §11.4) stays.
QByteArray headerWithoutSecrets(
    const QByteArray &name, const QByteArray &value, const Replacement &replacement = asterisks);
