// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/commandline.h"
#include "app/givensecret.h"
#include "app/hardening.h"
#include "app/serve.h"
#include "app/startmaintenance.h"
#include "app/verifyjournal.h"
#include "app/watch.h"

#include <QApplication>

#include <cstdio>
#include <cstring>
#include <initializer_list>

using namespace Qt::Literals::StringLiterals;

// What kind of program this will be has to be known before there is anything that could read the command line properly.
static bool hasAnyOption(int argc, char **argv, std::initializer_list<const char *> options)
{
    for (int i = 1; i < argc; ++i)
        for (const char *option : options) {
            const size_t length = std::strlen(option);
            if (std::strncmp(argv[i], option, length) == 0 && (argv[i][length] == '\0' || argv[i][length] == '='))
                return true;
        }
    return false;
}

static bool needsWindow(int argc, char **argv)
{
    return !hasAnyOption(argc, argv,
        {"--serve", "--verify-journal", "--watch", "--once", "--interval", "--maintenance", "--client", "--wait",
            "--unlock", "--help", "-h", "--version", "-v"});
}

static std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    if (needsWindow(argc, argv))
        return std::make_unique<QApplication>(argc, argv);
    return std::make_unique<QCoreApplication>(argc, argv);
}

static int runUnattended(const CommandLine &line, const Secret &given)
{
    Languages languages;
    languages.use(line.language);
    if (line.task == CommandLine::Task::Watch)
        return Watch(line, given).run();
    if (line.task == CommandLine::Task::Look)
        return Look(line, given).run();
    return StartMaintenance(line, given).run();
}

int main(int argc, char **argv)
{
    hardenProcess();
    if (!hasAnyOption(argc, argv, {"--serve"})) // what the local server keeps secret is published in the manual
        overwriteFreedMemory();
    const Secret given = takeGivenSecret();
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    const auto application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(u"Latchkey"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(LATCHKEY_VERSION));

    const auto line = readCommandLine(QCoreApplication::arguments());
    if (!line) {
        std::fprintf(stderr, "latchkey: %s\n", qUtf8Printable(line.error().message));
        return 2;
    }
    switch (line->task) {
    case CommandLine::Task::Help:
        std::printf("%s", qUtf8Printable(line->helpText));
        return 0;
    case CommandLine::Task::Version:
        std::printf("latchkey %s\n", LATCHKEY_VERSION);
        return 0;
    case CommandLine::Task::VerifyJournal:
        return verifyJournal(line->journal);
    case CommandLine::Task::Serve:
        return serve(line->server, line->endsWithInput);
    case CommandLine::Task::Watch:
    case CommandLine::Task::Look:
    case CommandLine::Task::StartMaintenance:
        return runUnattended(*line, given);
    case CommandLine::Task::Console:
    case CommandLine::Task::Tour:
        break;
    }
    if (auto *windowed = qobject_cast<QApplication *>(application.get()))
        return Application(*windowed, *line).run();
    std::fprintf(stderr, "latchkey: %s\n", qUtf8Printable(QCoreApplication::translate("CommandLine", "An option stands where a value is missing.")));
    return 2;
}
