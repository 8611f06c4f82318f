// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/site.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/targets.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

// A site with its demo data, and who is signed in there. `TOKEN` in a request stands for the administrator's token.
struct ServedSite {
    std::unique_ptr<server::Site> site{};
    QHash<QByteArray, QByteArray> tokens{}; // by persona
};

QByteArray signedIn(server::Site &site, const QByteArray &persona)
{
    static const QHash<QByteArray, std::pair<QByteArray, QByteArray>> ways{
        {"teneo", {"/oauth2/token", "grant_type=client_credentials&client_id=admin&client_secret=admin_pass"}},
        {"autentico", {"/oauth2/token", "grant_type=password&username=admin%40example.test&password=admin_pass"}},
        {"wyn",
            {"/connect/token",
                "grant_type=password&username=admin&password=admin_pass&client_id=integration"
                "&client_secret=integration_secret"}},
        {"oidc", {"/token", "grant_type=client_credentials&client_id=service&client_secret=service_secret"}}};
    const auto [path, form] = ways.value(persona);
    server::Request request{.method = "POST", .authority = "127.0.0.1:4711"};
    request.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
    request.body = form;
    if (path.isEmpty() || !server::readTarget('/' + persona + path, request))
        return {};
    return QJsonDocument::fromJson(site.answer(request).body)[u"access_token"_s].toString().toLatin1();
}

ServedSite freshSite()
{
    const server::Options options{.personas = server::personaNames(), .demo = true, .clock = [] {
                                      return QDateTime::fromSecsSinceEpoch(1'772'438'400, Qt::UTC);
                                  }};
    ServedSite made{.site = server::Site::open(options, Secret(u"TOKEN"_s)).value()};
    for (const QString &persona : options.personas)
        made.tokens.insert(persona.toLatin1(), signedIn(*made.site, persona.toLatin1()));
    return made;
}

// The first line is "METHOD target", those up to an empty one are headers, the rest is the body.
std::optional<server::Request> requestIn(FuzzInput &given, const QHash<QByteArray, QByteArray> &tokens)
{
    const QByteArrayList words = given.line().split(' ');
    server::Request request{.method = words.value(0), .authority = "127.0.0.1:4711"};
    if (!server::readTarget(words.value(1), request))
        return std::nullopt;
    const QByteArray token = tokens.value(request.segments.first().toUtf8());
    const auto filled = [&](QByteArray text) { return token.isEmpty() ? text : text.replace("TOKEN", token); };
    for (QByteArray header = given.line(); !header.isEmpty(); header = given.line()) {
        const qsizetype colon = header.indexOf(':');
        const QByteArray value = header.mid(colon + 1).trimmed();
        // As the HTTP layer lets them in: no control characters.
        const bool isPlain = std::none_of(value.begin(), value.end(), [](char c) { return c >= 0 && c < ' '; });
        if (colon > 0 && isPlain)
            request.headers.emplace_back(header.first(colon).trimmed().toLower(), filled(value));
    }
    request.body = filled(given.rest());
    return request;
}

void checkServed(const server::Response &response)
{
    fuzz::hold(response.status >= 200 && response.status < 600, "an answer has a status");
    // Some products answer a wrong password with 500, and so does their persona; these words are the database's.
    fuzz::hold(!response.body.contains("could not read or write"), "no request makes the server fail");
    QByteArray type;
    for (const auto &[name, value] : response.headers) {
        const auto isControl = [](char letter) { return letter >= 0 && letter < ' '; };
        fuzz::hold(std::none_of(value.begin(), value.end(), isControl), "a header is one line");
        if (name.compare("content-type", Qt::CaseInsensitive) == 0)
            type = value;
    }
    QByteArray body = response.body;
    while (response.rest) {
        const auto piece = response.rest();
        if (!piece || piece->isEmpty())
            break;
        body += *piece;
    }
    // A bare text is JSON, too, which QJsonDocument takes only in an array.
    if (type.startsWith("application/json") && !body.isEmpty())
        fuzz::hold(!QJsonDocument::fromJson('[' + body + ']').isNull(), "what says it is JSON is JSON");
}

}

void fuzz::personas(const QByteArray &input)
{
    constexpr int age = 500; // requests; then what they left behind is forgotten
    static int requests = age;
    static auto &served = *new ServedSite; // its database must not outlive what Qt keeps of it
    if (++requests > age) {
        served = freshSite();
        requests = 0;
    }
    FuzzInput given(input);
    if (const auto request = requestIn(given, served.tokens))
        checkServed(served.site->answer(*request));
}
