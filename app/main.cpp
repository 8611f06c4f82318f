// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/commandline.h"
#include "app/hardening.h"
#include "app/serve.h"
#include "app/verifyjournal.h"

#include <QApplication>

#include <cstdio>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

// Whether a window will be needed has to be known before there is anything that could read the command line properly.
static bool needsWindow(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i)
        for (const auto *option : {"--serve", "--verify-journal", "--help", "-h", "--version", "-v"})
            if (std::strcmp(argv[i], option) == 0)
                return false;
    return true;
}

static std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    if (needsWindow(argc, argv))
        return std::make_unique<QApplication>(argc, argv);
    return std::make_unique<QCoreApplication>(argc, argv);
}

int main(int argc, char **argv)
{
    hardenProcess();
    if (needsWindow(argc, argv)) // what the local server keeps secret is published in the manual
        overwriteFreedMemory();
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
    case CommandLine::Task::Console:
    case CommandLine::Task::Tour:
        return Application(*static_cast<QApplication *>(application.get()), *line).run();
    }
    return 2;
}
