// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QSet>
#include <QStringList>

#include <vector>

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

// Looks for all forms of many secrets at once: a program's memory is large, and is read once.
class SecretSearch {
public:
    explicit SecretSearch(const QByteArrayList &secrets)
        : m_secrets(secrets)
    {
        for (qsizetype i = 0; i < secrets.size(); ++i) {
            const QByteArrayList forms = formsOf(secrets[i]);
            for (const QByteArray &form : QSet<QByteArray>(forms.begin(), forms.end())) {
                m_isBeginning[beginningOf(form.constData())] = true;
                m_forms[beginningOf(form.constData())].push_back({form, i});
            }
        }
    }

    // How often each is there, in the order of the secrets.
    QList<int> copiesIn(QByteArrayView bytes) const
    {
        QList<int> copies(m_secrets.size());
        const char *end = bytes.data() + bytes.size();
        for (const char *at = bytes.data(); at + 1 < end; ++at)
            if (m_isBeginning[beginningOf(at)])
                count(at, end, copies);
        return copies;
    }
    // Which ones are there at all.
    QByteArrayList in(QByteArrayView bytes) const
    {
        QByteArrayList found;
        const QList<int> copies = copiesIn(bytes);
        for (qsizetype i = 0; i < copies.size(); ++i)
            if (copies[i] > 0)
                found << m_secrets[i];
        return found;
    }

private:
    struct Form {
        QByteArray bytes{};
        qsizetype secret = 0; // its place in the list
    };

    static unsigned beginningOf(const char *text)
    {
        return unsigned(static_cast<unsigned char>(text[0]) << 8) | static_cast<unsigned char>(text[1]);
    }
    void count(const char *at, const char *end, QList<int> &copies) const
    {
        for (const Form &form : *m_forms.constFind(beginningOf(at)))
            if (QByteArrayView(at, end - at).startsWith(form.bytes))
                ++copies[form.secret];
    }

    QByteArrayList m_secrets;
    bool m_isBeginning[1 << 16] = {}; // two bytes a form begins with
    QHash<unsigned, std::vector<Form>> m_forms; // by them
};

// "path: secret" of everything below the folder that holds one, however it is encoded.
inline QStringList hitsBelow(const QString &folder, const QByteArrayList &secrets)
{
    const SecretSearch search(secrets);
    QStringList hits;
    for (QDirIterator all(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
         all.hasNext();) {
        const QString path = all.next();
        const QByteArrayList found = search.in(contentsOf(path));
        for (const QByteArray &secret : found)
            hits << path + QStringLiteral(": ") + QString::fromLatin1(secret);
    }
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
