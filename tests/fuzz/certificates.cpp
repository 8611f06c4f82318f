// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/certificatefiles.h"

#include "tests/fuzz/targets.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace {

// Files are read by name; those here are in memory where the system has a place for that.
QString writtenFile(const QByteArray &content)
{
    static const QTemporaryDir folder(
        (QFile::exists(u"/dev/shm"_s) ? u"/dev/shm"_s : QDir::tempPath()) + u"/latchkey-fuzz-XXXXXX"_s);
    QFile file(folder.filePath(u"file.pem"_s));
    fuzz::hold(file.open(QIODevice::WriteOnly) && file.write(content) == content.size(), "a file can be written");
    return file.fileName();
}

}

void fuzz::certificates(const QByteArray &input)
{
    static const QDateTime now = QDateTime::fromString(u"2026-03-02T08:00:00Z"_s, Qt::ISODate);
    const QString path = writtenFile(input);
    const auto authorities = readAuthorities(path, now);
    hold(authorities || !authorities.error().message.isEmpty(), "a refusal has a sentence");
    hold(!authorities || !authorities->isEmpty(), "authorities are some");
    const auto own = readClientCertificate(path, {}, Secret(u"phrase"_s), now);
    hold(own || !own.error().message.isEmpty(), "a refusal has a sentence");
    hold(!own || (!own->chain.isEmpty() && !own->key.isNull()), "a certificate comes with its key");
    hold(!own || own->chain.first().expiryDate() >= now, "and has not expired");
}
