// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/footprint.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <malloc.h>

using namespace Qt::Literals::StringLiterals;

// "Pss:     1234 kB" of a file in /proc, as bytes.
static qint64 bytesIn(const QString &path, const QByteArray &name)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).trimmed().split(' ').first().toLongLong() * 1024;
    return 0;
}

static QList<qint64> childrenOf(qint64 process)
{
    QList<qint64> children;
    const QString tasks = u"/proc/%1/task"_s.arg(process);
    for (const QString &task : QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(tasks + u'/' + task + u"/children"_s);
        if (file.open(QIODevice::ReadOnly))
            for (const QByteArray &child : file.readAll().simplified().split(' '))
                if (!child.isEmpty())
                    children << child.toLongLong();
    }
    return children;
}

Footprint footprintOf(qint64 process)
{
    const QString path = u"/proc/%1/smaps_rollup"_s.arg(process);
    Footprint footprint{.proportional = bytesIn(path, "Pss"), .resident = bytesIn(path, "Rss")};
    for (const qint64 child : childrenOf(process)) {
        const Footprint more = footprintOf(child);
        footprint.proportional += more.proportional;
        footprint.resident += more.resident;
    }
    return footprint;
}

Footprint settledFootprint()
{
    malloc_trim(0);
    const QString path = u"/proc/self/smaps_rollup"_s; // what this process started is not its list
    return {.proportional = bytesIn(path, "Pss"), .resident = bytesIn(path, "Rss")};
}

qint64 mostResident()
{
    return bytesIn(u"/proc/self/status"_s, "VmHWM");
}
