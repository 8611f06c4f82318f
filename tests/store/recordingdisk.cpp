// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/store/recordingdisk.h"

#include <QFileInfo>

#include <algorithm>
#include <cstring>
#include <memory>

#include <sqlite3.h>

namespace {

// SQLite knows its files by a C struct whose first member is the table of methods; ours has the real file behind it.
struct RecordedFile {
    sqlite3_file base;
    sqlite3_file *real;
    QString *name; // owned
};

QList<DiskStep> recordedSteps;
sqlite3_vfs *realDisk = nullptr;
int operationCount = 0;
int faultyOperation = 0; // none
bool faultLasts = false;
sqlite3_vfs recordingVfs;

RecordedFile *recorded(sqlite3_file *file)
{
    return reinterpret_cast<RecordedFile *>(file);
}
sqlite3_file *realOf(sqlite3_file *file)
{
    return recorded(file)->real;
}
const sqlite3_io_methods *methodsOf(sqlite3_file *file)
{
    return realOf(file)->pMethods;
}

bool isFaulty()
{
    ++operationCount;
    return faultyOperation > 0 && (faultLasts ? operationCount >= faultyOperation : operationCount == faultyOperation);
}

int closeFile(sqlite3_file *file)
{
    const int status = methodsOf(file)->xClose(realOf(file));
    sqlite3_free(realOf(file));
    delete recorded(file)->name;
    return status;
}
int readFile(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset)
{
    if (isFaulty())
        return SQLITE_IOERR_READ;
    return methodsOf(file)->xRead(realOf(file), bytes, count, offset);
}
int writeFile(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset)
{
    if (isFaulty())
        return SQLITE_IOERR_WRITE;
    recordedSteps.append({DiskStep::Kind::Write, *recorded(file)->name, offset,
        QByteArray(static_cast<const char *>(bytes), count)});
    return methodsOf(file)->xWrite(realOf(file), bytes, count, offset);
}
int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    if (isFaulty())
        return SQLITE_IOERR_TRUNCATE;
    recordedSteps.append({DiskStep::Kind::Truncate, *recorded(file)->name, size});
    return methodsOf(file)->xTruncate(realOf(file), size);
}
int syncFile(sqlite3_file *file, int flags)
{
    if (isFaulty())
        return SQLITE_IOERR_FSYNC;
    recordedSteps.append({DiskStep::Kind::Sync, *recorded(file)->name});
    return methodsOf(file)->xSync(realOf(file), flags);
}
int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    if (isFaulty())
        return SQLITE_IOERR_FSTAT;
    return methodsOf(file)->xFileSize(realOf(file), size);
}
int lockFile(sqlite3_file *file, int level)
{
    if (isFaulty())
        return SQLITE_IOERR_LOCK;
    return methodsOf(file)->xLock(realOf(file), level);
}
int unlockFile(sqlite3_file *file, int level)
{
    return methodsOf(file)->xUnlock(realOf(file), level);
}
int checkLock(sqlite3_file *file, int *isReserved)
{
    return methodsOf(file)->xCheckReservedLock(realOf(file), isReserved);
}
int controlFile(sqlite3_file *file, int operation, void *argument)
{
    return methodsOf(file)->xFileControl(realOf(file), operation, argument);
}
int sectorSize(sqlite3_file *file)
{
    return methodsOf(file)->xSectorSize(realOf(file));
}
// A disk that may tear a write must not be believed to do better.
int characteristics(sqlite3_file *file)
{
    return methodsOf(file)->xDeviceCharacteristics(realOf(file)) & ~SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}
int mapShared(sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
    if (isFaulty())
        return SQLITE_IOERR_SHMMAP;
    return methodsOf(file)->xShmMap(realOf(file), page, size, extend, memory);
}
int lockShared(sqlite3_file *file, int offset, int count, int flags)
{
    return methodsOf(file)->xShmLock(realOf(file), offset, count, flags);
}
void barrier(sqlite3_file *file)
{
    methodsOf(file)->xShmBarrier(realOf(file));
}
int unmapShared(sqlite3_file *file, int removes)
{
    return methodsOf(file)->xShmUnmap(realOf(file), removes);
}

// Version 2: no mapped pages, which nobody could record.
const sqlite3_io_methods recordingMethods{2, closeFile, readFile, writeFile, truncateFile, syncFile, sizeOfFile,
    lockFile, unlockFile, checkLock, controlFile, sectorSize, characteristics, mapShared, lockShared, barrier,
    unmapShared, nullptr, nullptr};

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *given)
{
    RecordedFile *made = recorded(file);
    made->base.pMethods = nullptr;
    if (isFaulty())
        return SQLITE_CANTOPEN;
    made->real = static_cast<sqlite3_file *>(sqlite3_malloc(realDisk->szOsFile));
    std::memset(made->real, 0, size_t(realDisk->szOsFile));
    const int status = realDisk->xOpen(realDisk, name, made->real, flags, given);
    if (status != SQLITE_OK) {
        sqlite3_free(made->real);
        return status;
    }
    made->name = new QString(QFileInfo(QString::fromUtf8(name)).fileName());
    made->base.pMethods = &recordingMethods;
    return SQLITE_OK;
}
int removeFile(sqlite3_vfs *, const char *name, int syncFolder)
{
    if (isFaulty())
        return SQLITE_IOERR_DELETE;
    recordedSteps.append({DiskStep::Kind::Remove, QFileInfo(QString::fromUtf8(name)).fileName()});
    return realDisk->xDelete(realDisk, name, syncFolder);
}

}

RecordingDisk::RecordingDisk()
{
    recordedSteps.clear();
    faultyOperation = 0;
    realDisk = sqlite3_vfs_find(nullptr);
    recordingVfs = *realDisk;
    recordingVfs.szOsFile = sizeof(RecordedFile);
    recordingVfs.zName = "recording";
    recordingVfs.xOpen = openFile;
    recordingVfs.xDelete = removeFile;
    sqlite3_vfs_register(&recordingVfs, 1);
}

RecordingDisk::~RecordingDisk()
{
    sqlite3_vfs_unregister(&recordingVfs);
    sqlite3_vfs_register(realDisk, 1);
}

void RecordingDisk::acknowledge(int number)
{
    recordedSteps.append({DiskStep::Kind::Acknowledge, {}, number});
}

const QList<DiskStep> &RecordingDisk::steps() const
{
    return recordedSteps;
}

void RecordingDisk::failAt(int operation, bool lasts)
{
    operationCount = 0;
    faultyOperation = operation;
    faultLasts = lasts;
}

int RecordingDisk::operations() const
{
    return operationCount;
}

void CutDisk::carryOut(QByteArray &file, const DiskStep &step, qsizetype length)
{
    if (step.kind == DiskStep::Kind::Truncate) {
        file.resize(qsizetype(step.offset), '\0');
        return;
    }
    const auto end = qsizetype(step.offset) + length;
    if (file.size() < end)
        file.resize(end, '\0');
    std::copy_n(step.bytes.begin(), length, file.begin() + step.offset);
}

void CutDisk::take(const DiskStep &step)
{
    switch (step.kind) {
    case DiskStep::Kind::Write:
    case DiskStep::Kind::Truncate:
        m_pending[step.file].append(step);
        break;
    case DiskStep::Kind::Sync: {
        QByteArray &file = m_durable[step.file];
        for (const DiskStep &pending : m_pending.take(step.file))
            carryOut(file, pending, pending.bytes.size());
        break;
    }
    case DiskStep::Kind::Remove:
        m_durable.remove(step.file);
        m_pending.remove(step.file);
        break;
    case DiskStep::Kind::Acknowledge:
        m_acknowledged = int(step.offset);
    }
}

QMap<QString, QByteArray> CutDisk::after(Fate fate)
{
    constexpr qsizetype sector = 512;
    QMap<QString, QByteArray> files = m_durable;
    if (fate == Fate::Nothing)
        return files;
    for (auto pending = m_pending.begin(); pending != m_pending.end(); ++pending)
        for (const DiskStep &step : pending.value()) {
            const bool isThere = fate == Fate::Everything || (m_random() & 1U) != 0;
            qsizetype length = step.bytes.size();
            if (fate == Fate::SomeTorn && length > sector)
                length = sector * (1 + qsizetype(m_random() % unsigned(length / sector)));
            if (isThere)
                carryOut(files[pending.key()], step, length);
        }
    return files;
}
