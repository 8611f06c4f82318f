// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDirIterator>
#include <QFile>
#include <QStringList>

// Looks for secrets that were planted: see tst_canaries, tst_tour and tst_plantedsecrets.

inline QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray asUtf16(const QByteArray &text)
{
    const QString wide = QString::fromLatin1(text);
    return {reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2};
}

// A secret as it would stand in a file: as it is, in UTF-16, percent-encoded, in hexadecimal digits, and in Base64
// wherever in a text it begins, as in the "id:secret" of HTTP Basic.
inline QByteArrayList formsOf(const QByteArray &secret)
{
    QByteArrayList forms{secret, asUtf16(secret), secret.toPercentEncoding(), secret.toHex()};
    for (qsizetype before = 0; before < 3; ++before) {
        const QByteArray bytes = QByteArray(before, 'x') + secret;
        // Whole groups of three bytes that hold nothing but the secret.
        const qsizetype first = (before + 2) / 3 * 3;
        const qsizetype length = (bytes.size() - first) / 3 * 3;
        for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding})
            forms << bytes.mid(first, length).toBase64(alphabet);
    }
    return forms;
}

// "path: secret" of everything below the folder that holds one, however it is encoded.
inline QStringList hitsBelow(const QString &folder, const QByteArrayList &secrets)
{
    QStringList hits;
    for (QDirIterator all(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
         all.hasNext();) {
        const QString path = all.next();
        const QByteArray text = contentsOf(path);
        for (const QByteArray &secret : secrets)
            for (const QByteArray &form : formsOf(secret))
                if (text.contains(form))
                    hits << path + QStringLiteral(": ") + QString::fromLatin1(secret);
    }
    hits.removeDuplicates();
    return hits;
}

// What others can read of a process and of those it started: "pid/file".
inline QStringList hitsOfProcess(qint64 pid, const QByteArrayList &secrets)
{
    QStringList pids{QString::number(pid)};
    const auto children = contentsOf(QStringLiteral("/proc/%1/task/%1/children").arg(pid));
    pids << QString::fromLatin1(children).split(u' ', Qt::SkipEmptyParts);
    QStringList hits;
    for (const QString &one : std::as_const(pids))
        for (const auto &name : {QStringLiteral("cmdline"), QStringLiteral("environ")})
            for (const QByteArray &secret : secrets)
                if (contentsOf(QStringLiteral("/proc/%1/%2").arg(one, name)).contains(secret))
                    hits << one + u'/' + name;
    return hits;
}
