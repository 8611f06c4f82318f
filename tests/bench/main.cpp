// SPDX-License-Identifier: GPL-3.0-or-later
// latchkey-bench list|ingest|revoke|start: measures one thing once. tests/bench/run races it against others.
#include "tests/bench/childserver.h"
#include "tests/bench/firstwindow.h"
#include "tests/bench/ingest.h"
#include "tests/bench/listmeasurement.h"
#include "tests/bench/revocation.h"

#include <QCommandLineParser>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

// What can be measured, and how it is asked for.
class Arguments {
public:
    Arguments()
    {
        m_parser.setApplicationDescription(
            u"list [--rows N] [--kind KIND]: a list of tokens in the window\n"
            "ingest FILE: a list as JSON becomes rows\n"
            "revoke [--tokens N]: tokens revoked from the window\n"
            "start [-- COMMAND...]: until the first window, on the X server of DISPLAY"_s);
        m_parser.addHelpOption();
        m_parser.addOptions({rows, kind, tokens, server, seed, filter, details, json});
        m_parser.process(*QCoreApplication::instance());
    }

    Result<QJsonObject> measure(Moment began)
    {
        QStringList words = m_parser.positionalArguments();
        const QString what = words.isEmpty() ? QString() : words.takeFirst();
        if (what == "list"_L1)
            return address(m_parser.value(rows).toInt()).and_then([&](const QUrl &url) {
                return ListMeasurement(
                    {url, m_parser.value(kind), m_parser.value(filter), began, m_parser.isSet(details)})
                    .run();
            });
        if (what == "revoke"_L1)
            return address(m_parser.value(tokens).toInt() * 2).and_then([&](const QUrl &url) {
                return measureRevocation(url, m_parser.value(tokens).toInt());
            });
        if (what == "ingest"_L1 && words.size() == 1)
            return measureIngest(words.first());
        if (what == "start"_L1)
            return measureFirstWindow(words.isEmpty() ? QStringList{QStringLiteral(LATCHKEY_PROGRAM)} : words);
        return failure(Error::Kind::Rejected, u"What is to be measured? --help lists it."_s);
    }
    bool isJson() const { return m_parser.isSet(json); }

private:
    // Of the server that is there already, or of one of our own.
    Result<QUrl> address(int length)
    {
        if (m_parser.isSet(server))
            return QUrl(m_parser.value(server), QUrl::StrictMode);
        if (length <= 0)
            return failure(Error::Kind::Rejected, u"How many? That is no number."_s);
        return m_child.start(length, m_parser.value(seed).toULongLong());
    }

    const QCommandLineOption rows{u"rows"_s, u"Length of the list."_s, u"N"_s, u"10000"_s};
    const QCommandLineOption kind{u"kind"_s, u"What it is a list of, as in allTokens."_s, u"KIND"_s, u"accessTokens"_s};
    const QCommandLineOption tokens{u"tokens"_s, u"How many are revoked."_s, u"N"_s, u"1000"_s};
    const QCommandLineOption server{u"server"_s, u"A local server that runs already."_s, u"URL"_s};
    const QCommandLineOption seed{u"seed"_s, u"What the tokens are drawn from."_s, u"S"_s, u"7"_s};
    const QCommandLineOption filter{u"filter"_s, u"A part of the name of some users."_s, u"TEXT"_s, u"anna"_s};
    const QCommandLineOption details{u"details"_s, u"More figures of a list."_s};
    const QCommandLineOption json{u"json"_s, u"Prints one line of JSON."_s};
    QCommandLineParser m_parser;
    ChildServer m_child;
};

}

int main(int argc, char **argv)
{
    const Moment began = now();
    // Nobody's keychain is touched: without a bus there is none, and secrets stay in memory.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    // What is measured does not need a screen, and what is started has its own idea of it.
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    qputenv("QT_QPA_PLATFORM", platform.isEmpty() ? "xcb" : platform);

    Arguments arguments;
    const auto figures = arguments.measure(began);
    if (!figures) {
        std::fprintf(stderr, "latchkey-bench: %s\n", qUtf8Printable(figures.error().message));
        return 1;
    }
    const auto format = arguments.isJson() ? QJsonDocument::Compact : QJsonDocument::Indented;
    std::printf("%s\n", QJsonDocument(*figures).toJson(format).trimmed().constData());
    return 0;
}
