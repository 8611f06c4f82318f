// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <random>

// What a database did to one file, or that it said a change is safe.
struct DiskStep {
    enum class Kind { Write, Truncate, Sync, Remove, Acknowledge };
    Kind kind = Kind::Write;
    QString file{};
    qint64 offset = 0; // bytes; of Truncate, the new size; of Acknowledge, its number
    QByteArray bytes{};
};

// While one lives, every SQLite database opened in this process has its steps recorded; they are carried out, too.
class RecordingDisk {
public:
    RecordingDisk();
    ~RecordingDisk();
    Q_DISABLE_COPY_MOVE(RecordingDisk)

    void acknowledge(int number); // what was done up to here is promised to survive
    const QList<DiskStep> &steps() const;
    // From now on the disk fails at the operation of that number (reading, writing, synchronising …; the next is 1),
    // and, when `lasts`, at all that follow. 0: it is well again.
    void failAt(int operation, bool lasts);
    int operations() const; // since failAt()
};

// The files as a power cut leaves them: what was synchronised is there, of the rest, who knows.
class CutDisk {
public:
    // What of what was written but not synchronised reached the medium.
    enum class Fate { Nothing, Everything, Some, SomeTorn };

    explicit CutDisk(unsigned seed)
        : m_random(seed)
    {
    }
    void take(const DiskStep &step);
    int acknowledged() const { return m_acknowledged; } // the last number; -1: none
    QMap<QString, QByteArray> after(Fate fate);

private:
    static void carryOut(QByteArray &file, const DiskStep &step, qsizetype length);

    std::mt19937 m_random;
    QMap<QString, QByteArray> m_durable;
    QMap<QString, QList<DiskStep>> m_pending;
    int m_acknowledged = -1;
};
