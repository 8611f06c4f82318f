// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testprogram.h"

#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

// Root may do everything, so that a process of its own shows nothing: then it is a stranger's.
constexpr uid_t stranger = 65534;

class HardenedProgram {
public:
    HardenedProgram(const QString &program, const QStringList &arguments)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, u"/nonexistent"_s);
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
        process.setProcessEnvironment(environment);
        process.setChildProcessModifier([] {
            if (getuid() == 0 && (setgid(stranger) != 0 || setuid(stranger) != 0))
                _exit(99);
        });
        process.start(program, arguments);
        process.waitForStarted();
    }
    ~HardenedProgram()
    {
        process.kill();
        process.waitForFinished();
    }
    QByteArray path(const char *name) const { return "/proc/" + QByteArray::number(process.processId()) + '/' + name; }
    // Whose it is; root's, where the process cannot be read by its own user.
    uid_t owner() const
    {
        struct stat facts { };
        return stat(path("environ").constData(), &facts) == 0 ? facts.st_uid : uid_t(-1);
    }

    QProcess process;
};

}

// What the program does first to itself.
class tst_Hardening : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Where a stranger may start it.
        QVERIFY(m_folder.isValid());
        QVERIFY(QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755)));
        QVERIFY(QFile::copy(latchkeyProgram(), m_program));
        QVERIFY(QFile::setPermissions(m_program, QFile::Permissions(0x7755)));
    }

    void noCoreDumpIsLeft()
    {
        HardenedProgram served(m_program, serving());
        QVERIFY2(isServing(served), served.process.readAllStandardError().constData());
        QFile limits(QString::fromUtf8(served.path("limits")));
        QVERIFY(limits.open(QIODevice::ReadOnly));
        const auto lines = limits.readAll().split('\n');
        const auto core = std::find_if(
            lines.begin(), lines.end(), [](const QByteArray &line) { return line.startsWith("Max core file size"); });
        QVERIFY(core != lines.end());
        QCOMPARE(core->mid(18).simplified(), QByteArray("0 0 bytes"));
    }

    void othersOfTheSameUserCannotReadIt()
    {
        if (isSanitized)
            QSKIP("LeakSanitizer has to read the process.");
        const HardenedProgram other(u"/bin/sleep"_s, {u"60"_s});
        QTRY_COMPARE(other.owner(), getuid() == 0 ? stranger : getuid()); // any process can be read
        HardenedProgram served(m_program, serving());
        QVERIFY2(isServing(served), served.process.readAllStandardError().constData());
        QCOMPARE(served.owner(), uid_t(0));
    }

    void itsFilesAreItsUsersAlone()
    {
        HardenedProgram served(m_program, serving());
        QVERIFY2(isServing(served), served.process.readAllStandardError().constData());
        QFile status(QString::fromUtf8(served.path("status")));
        QVERIFY(status.open(QIODevice::ReadOnly));
        QVERIFY(status.readAll().contains("Umask:\t0077"));
    }

private:
    static QStringList serving()
    {
        return {u"--serve"_s, u"--port"_s, u"0"_s, u"--persona"_s, u"wyn"_s, u"--data"_s, u":memory:"_s};
    }
    static bool isServing(HardenedProgram &program)
    {
        while (!program.process.canReadLine() && program.process.waitForReadyRead(60'000)) { }
        return program.process.readLine().contains("url");
    }

    QTemporaryDir m_folder;
    const QString m_program = m_folder.filePath(u"latchkey"_s);
};

int tst_hardening(int argc, char *argv[])
{
    return runTest<QCoreApplication, tst_Hardening>(argc, argv);
}
#include "tst_hardening.moc"
