// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHostAddress>

#include <algorithm>
#include <initializer_list>
#include <optional>

using namespace Qt::Literals::StringLiterals;

// QCommandLineParser knows no optional values: a number after --demo, or what stands in its place, is taken out before.
static std::optional<QString> takeDemoNumber(QStringList &arguments)
{
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        if (arguments[i].startsWith("--demo="_L1)) {
            const QString number = arguments[i].sliced(7);
            arguments[i].truncate(6);
            return number;
        }
        const bool isFollowed = i + 1 < arguments.size();
        if (arguments[i] == "--demo"_L1 && isFollowed
            && (!arguments[i + 1].startsWith(u'-') || arguments[i + 1].sliced(1).toLongLong() != 0))
            return arguments.takeAt(i + 1);
    }
    return std::nullopt;
}

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

// The program's options and what they mean.
class Options {
public:
    Options()
    {
        m_parser.setApplicationDescription(Texts::tr("Console for OAuth2 and OpenID Connect authorization servers."));
        m_parser.addOptions({help, version, profile, language, demo, tour, verifyJournal, journal, watch, once, interval, maintenance, client, wait, unlock, serve, persona, port, listen, remote, data, shape, seed, studios, endWithInput});
    }

    Result<CommandLine> read(QStringList arguments)
    {
        m_demoNumber = takeDemoNumber(arguments);
        if (!m_parser.parse(arguments))
            return failure(Error::Kind::Rejected, m_parser.errorText());
        if (!m_parser.positionalArguments().isEmpty())
            return failure(Error::Kind::Rejected, Texts::tr("“%1” is not an option.").arg(m_parser.positionalArguments().first()));
        CommandLine line{
            .task = task(),
            .demo = m_parser.isSet(demo),
            .profile = m_parser.value(profile),
            .language = m_parser.value(language),
            .tourFolder = m_parser.value(tour),
            .journal = m_parser.value(journal),
            .helpText = m_parser.helpText(),
        };
        if (line.task == CommandLine::Task::Help || line.task == CommandLine::Task::Version)
            return line;
        if (const auto problem = problemWithMaintenance(); !problem.isEmpty())
            return failure(Error::Kind::Rejected, problem);
        if (m_parser.isSet(watch) || m_parser.isSet(maintenance))
            return withMaintenance(line);
        if (line.task == CommandLine::Task::Serve)
            return withServer(line);
        if (m_demoNumber && (line.task == CommandLine::Task::Console || line.task == CommandLine::Task::Tour))
            return failure(Error::Kind::Rejected, Texts::tr("A number after --demo goes with --serve."));
        if (m_parser.isSet(studios) && (line.task == CommandLine::Task::Console || line.task == CommandLine::Task::Tour))
            return failure(Error::Kind::Rejected, Texts::tr("--studios goes with --serve --demo."));
        return line;
    }

private:
    CommandLine::Task task() const
    {
        using enum CommandLine::Task;
        if (m_parser.isSet(help) || m_parser.isSet(version))
            return m_parser.isSet(help) ? Help : Version;
        if (m_parser.isSet(watch))
            return m_parser.isSet(once) ? Look : Watch;
        return m_parser.isSet(maintenance) ? StartMaintenance : m_parser.isSet(verifyJournal) ? VerifyJournal : m_parser.isSet(serve) ? Serve : m_parser.isSet(tour) ? Tour : Console;
    }

    // What does not go together; empty: all does.
    QString problemWithMaintenance() const
    {
        const auto isAnySet = [this](std::initializer_list<const QCommandLineOption *> options) {
            return std::any_of(options.begin(), options.end(), [this](const auto *one) { return m_parser.isSet(*one); });
        };
        const bool isOther = isAnySet({&serve, &demo, &tour, &verifyJournal});
        if (m_parser.isSet(watch) && (isOther || isAnySet({&profile, &maintenance, &client, &wait, &unlock})))
            return Texts::tr("--watch goes with --once, --interval and --language only.");
        if (!m_parser.isSet(watch) && isAnySet({&once, &interval}))
            return Texts::tr("--once and --interval go with --watch.");
        if (m_parser.isSet(once) && m_parser.isSet(interval))
            return Texts::tr("--interval does not go with --once.");
        if (m_parser.isSet(maintenance) && (isOther || !m_parser.isSet(profile) || !m_parser.isSet(client)))
            return Texts::tr("--maintenance goes with --profile, --client, --wait, --unlock and --language only, and needs the first two.");
        if (!m_parser.isSet(maintenance) && isAnySet({&client, &wait, &unlock}))
            return Texts::tr("--client, --wait and --unlock go with --maintenance.");
        return {};
    }

    Result<CommandLine> withMaintenance(CommandLine line) const
    {
        constexpr int longest = 24 * 60 * 60;
        bool isNumber = true;
        const int seconds = m_parser.isSet(interval) ? m_parser.value(interval).toInt(&isNumber) : 60;
        if (!isNumber || seconds < 1 || seconds > longest)
            return failure(Error::Kind::Rejected, Texts::tr("“%1” is not a number of seconds from 1 to %L2.").arg(m_parser.value(interval)).arg(longest));
        line.interval = std::chrono::seconds(seconds);
        if (m_parser.isSet(watch))
            line.profile = m_parser.value(watch);
        line.maintenance = m_parser.value(maintenance);
        line.client = m_parser.value(client);
        line.waits = m_parser.isSet(wait);
        line.unlocks = m_parser.isSet(unlock);
        return line;
    }

    Result<CommandLine> withServer(CommandLine line) const
    {
        bool isNumber = true;
        if (m_parser.isSet(port))
            line.server.port = m_parser.value(port).toUShort(&isNumber);
        if (!isNumber)
            return failure(Error::Kind::Rejected, Texts::tr("“%1” is not a port number.").arg(m_parser.value(port)));
        if (m_parser.isSet(persona))
            line.server.personas = m_parser.values(persona);
        if (m_parser.isSet(listen))
            line.server.address = m_parser.value(listen);
        if (m_parser.isSet(data))
            line.server.data = m_parser.value(data);
        if (m_parser.isSet(shape) && m_parser.value(shape) != "documented"_L1 && m_parser.value(shape) != "actual"_L1)
            return failure(Error::Kind::Rejected, Texts::tr("“%1” is no shape; write documented or actual.").arg(m_parser.value(shape)));
        line.server.actualShape = m_parser.value(shape) == "actual"_L1;
        line.server.demo = line.demo;
        if (const auto crowd = readCrowd())
            line.server.crowd = *crowd;
        else
            return tl::unexpected(crowd.error());
        if (const auto count = readStudios())
            line.server.studios = *count;
        else
            return tl::unexpected(count.error());
        line.endsWithInput = m_parser.isSet(endWithInput);
        if (!QHostAddress(line.server.address).isLoopback() && !m_parser.isSet(remote))
            return failure(Error::Kind::Rejected,
                           Texts::tr("The local server has published passwords. To let other machines reach it, add --allow-other-machines."));
        return server::check(line.server).map([&] { return line; });
    }

    Result<server::Crowd> readCrowd() const
    {
        server::Crowd crowd;
        bool isNumber = true;
        if (m_demoNumber)
            crowd.tokens = m_demoNumber->toInt(&isNumber);
        if (!isNumber || (m_demoNumber && (crowd.tokens < 1 || crowd.tokens > server::Crowd::largest)))
            return failure(Error::Kind::Rejected,
                           Texts::tr("“%1” is not a number of tokens from 1 to %L2.").arg(*m_demoNumber).arg(server::Crowd::largest));
        if (m_parser.isSet(seed))
            crowd.seed = m_parser.value(seed).toULongLong(&isNumber);
        if (!isNumber)
            return failure(Error::Kind::Rejected, Texts::tr("“%1” is not a seed; write a whole number, 0 or more.").arg(m_parser.value(seed)));
        if (m_parser.isSet(seed) && !m_demoNumber && !m_parser.isSet(studios))
            return failure(Error::Kind::Rejected, Texts::tr("A seed goes with a number of tokens after --demo, or of Studio clients after --studios."));
        return crowd;
    }

    Result<int> readStudios() const
    {
        if (!m_parser.isSet(studios))
            return 0;
        bool isNumber = true;
        const int count = m_parser.value(studios).toInt(&isNumber);
        if (!isNumber || count < 1 || count > server::mostStudios)
            return failure(Error::Kind::Rejected,
                           Texts::tr("“%1” is not a number of Studio clients from 1 to %L2.").arg(m_parser.value(studios)).arg(server::mostStudios));
        if (!m_parser.isSet(demo))
            return failure(Error::Kind::Rejected, Texts::tr("--studios goes with --serve --demo."));
        return count;
    }

    QCommandLineParser m_parser;
    std::optional<QString> m_demoNumber;
    const QCommandLineOption help{{u"h"_s, u"help"_s}, Texts::tr("Show this text.")};
    const QCommandLineOption version{{u"v"_s, u"version"_s}, Texts::tr("Show the version.")};
    const QCommandLineOption profile{u"profile"_s, Texts::tr("Connect to the server of this profile at once."), Texts::tr("name")};
    const QCommandLineOption language{u"language"_s, Texts::tr("Use this language, for example de."), Texts::tr("language")};
    const QCommandLineOption demo{u"demo"_s, Texts::tr("Open the console on a local server with demo data; with --serve, fill an empty store with demo data. --serve --demo N makes N tokens of the persona teneo: 60 % access tokens, 30 % refresh tokens, 10 % API tokens.")};
    const QCommandLineOption tour{u"tour"_s, Texts::tr("Walk through the program by itself and leave a picture of every page in this folder."), Texts::tr("folder")};
    const QCommandLineOption verifyJournal{u"verify-journal"_s, Texts::tr("Check that no line of the journal was changed, removed or slipped in.")};
    const QCommandLineOption journal{u"journal"_s, Texts::tr("With --verify-journal, the journal, if it is not your own: a file, or postgresql://user@host/database."), Texts::tr("file")};
    const QCommandLineOption watch{u"watch"_s, Texts::tr("Watch the maintenance tasks of this profile's server without a window, and print a line of JSON for each event, until it is told to end. Ends with 0 then, with 1 if it cannot watch."), Texts::tr("profile")};
    const QCommandLineOption once{u"once"_s, Texts::tr("With --watch, look at every task once and print a line for each that is not fine. Ends with 0 if all are fine, 3 if one failed or its outcome is unknown, 4 if one is late, slow or gives no answer, 1 if it could not look.")};
    const QCommandLineOption interval{u"interval"_s, Texts::tr("With --watch, look so often at tasks that do not run; every 60 seconds by default, less often with very many tasks."), Texts::tr("seconds")};
    const QCommandLineOption maintenance{u"maintenance"_s, Texts::tr("With --profile, start this maintenance task (daily, hourly) of a client without a window. Ends with 0 if the server took the start, 1 if it could not be started."), Texts::tr("task")};
    const QCommandLineOption client{u"client"_s, Texts::tr("With --maintenance, the client's name or ID."), Texts::tr("client")};
    const QCommandLineOption wait{u"wait"_s, Texts::tr("With --maintenance, wait for the end of the run. Ends with 0 if it succeeded, 3 if it failed or its outcome is unknown.")};
    const QCommandLineOption unlock{u"unlock"_s, Texts::tr("With --maintenance, start it although the profile opens read-only.")};
    const QCommandLineOption serve{u"serve"_s, Texts::tr("Run the local server, without a window, until it is told to end.")};
    const QCommandLineOption persona{u"persona"_s, Texts::tr("The server product to play; may be given several times."), Texts::tr("name")};
    const QCommandLineOption port{u"port"_s, Texts::tr("The port to listen on; 0 takes a free one."), Texts::tr("number")};
    const QCommandLineOption listen{u"listen"_s, Texts::tr("The address to listen on, 127.0.0.1 by default."), Texts::tr("address")};
    const QCommandLineOption remote{u"allow-other-machines"_s, Texts::tr("Allow --listen to name an address other machines can reach.")};
    const QCommandLineOption endWithInput{u"end-with-input"_s, Texts::tr("With --serve, end when standard input does: with the program that started it.")};
    const QCommandLineOption data{u"data"_s, Texts::tr("The file that keeps the local server's state; :memory: forgets it at the end."), Texts::tr("file")};
    const QCommandLineOption seed{u"seed"_s, Texts::tr("With --serve --demo N, what the tokens are drawn from: the same number makes the same tokens; 1 by default. So for the clients of --studios."), Texts::tr("number")};
    const QCommandLineOption studios{u"studios"_s, Texts::tr("With --serve --demo, so many further Studio clients of the persona teneo, whose maintenance runs by a schedule."), Texts::tr("number")};
    const QCommandLineOption shape{u"shape"_s, Texts::tr("Answer in the documented shape, as by default, or in the actual one of the real server."), Texts::tr("documented|actual")};
};

}

Result<CommandLine> readCommandLine(const QStringList &arguments)
{
    return Options().read(arguments);
}
