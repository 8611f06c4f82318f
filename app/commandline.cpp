// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHostAddress>

using namespace Qt::Literals::StringLiterals;

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
        m_parser.addOptions({help, version, profile, language, demo, tour, serve, persona, port, listen, remote, data, shape, endWithInput});
    }

    Result<CommandLine> read(const QStringList &arguments)
    {
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
            .helpText = m_parser.helpText(),
        };
        if (line.task == CommandLine::Task::Serve)
            return withServer(line);
        return line;
    }

private:
    CommandLine::Task task() const
    {
        using enum CommandLine::Task;
        return m_parser.isSet(help) ? Help : m_parser.isSet(version) ? Version : m_parser.isSet(serve) ? Serve : m_parser.isSet(tour) ? Tour : Console;
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
        line.endsWithInput = m_parser.isSet(endWithInput);
        if (!QHostAddress(line.server.address).isLoopback() && !m_parser.isSet(remote))
            return failure(Error::Kind::Rejected,
                           Texts::tr("The local server has published passwords. To let other machines reach it, add --allow-other-machines."));
        return server::check(line.server).map([&] { return line; });
    }

    QCommandLineParser m_parser;
    const QCommandLineOption help{{u"h"_s, u"help"_s}, Texts::tr("Show this text.")};
    const QCommandLineOption version{{u"v"_s, u"version"_s}, Texts::tr("Show the version.")};
    const QCommandLineOption profile{u"profile"_s, Texts::tr("Connect to the server of this profile at once."), Texts::tr("name")};
    const QCommandLineOption language{u"language"_s, Texts::tr("Use this language, for example de."), Texts::tr("language")};
    const QCommandLineOption demo{u"demo"_s, Texts::tr("Open the console on a local server with demo data; with --serve, fill an empty store with demo data.")};
    const QCommandLineOption tour{u"tour"_s, Texts::tr("Walk through the program by itself and leave a picture of every page in this folder."), Texts::tr("folder")};
    const QCommandLineOption serve{u"serve"_s, Texts::tr("Run the local server, without a window, until it is told to end.")};
    const QCommandLineOption persona{u"persona"_s, Texts::tr("The server product to play; may be given several times."), Texts::tr("name")};
    const QCommandLineOption port{u"port"_s, Texts::tr("The port to listen on; 0 takes a free one."), Texts::tr("number")};
    const QCommandLineOption listen{u"listen"_s, Texts::tr("The address to listen on, 127.0.0.1 by default."), Texts::tr("address")};
    const QCommandLineOption remote{u"allow-other-machines"_s, Texts::tr("Allow --listen to name an address other machines can reach.")};
    const QCommandLineOption endWithInput{u"end-with-input"_s, Texts::tr("With --serve, end when standard input does: with the program that started it.")};
    const QCommandLineOption data{u"data"_s, Texts::tr("The file that keeps the local server's state; :memory: forgets it at the end."), Texts::tr("file")};
    const QCommandLineOption shape{u"shape"_s, Texts::tr("Answer in the documented shape, as by default, or in the actual one of the real server."), Texts::tr("documented|actual")};
};

}

Result<CommandLine> readCommandLine(const QStringList &arguments)
{
    return Options().read(arguments);
}
