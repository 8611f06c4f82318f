// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHostAddress>

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
        m_parser.addOptions({help, version, profile, language, demo, tour, verifyJournal, journal, serve, persona, port, listen, remote, data, shape, seed, studios, endWithInput});
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
        return m_parser.isSet(help) ? Help : m_parser.isSet(version) ? Version : m_parser.isSet(verifyJournal) ? VerifyJournal : m_parser.isSet(serve) ? Serve : m_parser.isSet(tour) ? Tour : Console;
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
