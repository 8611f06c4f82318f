// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/localserver.h"

#include "app/server/random.h"
#include "app/server/site.h"

#include <QCoreApplication>
#include <QSet>

#include <boost/asio/ip/address.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace server {

static Result<> checkCrowd(const Options &options)
{
    const int tokens = options.crowd.tokens;
    if (tokens < 0 || tokens > Crowd::largest)
        return failure(Error::Kind::Rejected,
            QCoreApplication::translate("LocalServer", "The demo data has 1 to %L1 tokens.").arg(Crowd::largest));
    if (tokens > 0 && !options.personas.contains(u"teneo"_s))
        return failure(Error::Kind::Rejected,
            QCoreApplication::translate("LocalServer", "Only the persona teneo makes a number of demo tokens."));
    return {};
}

static Result<> checkStudios(const Options &options)
{
    const int studios = options.studios;
    if (studios < 0 || studios > mostStudios)
        return failure(Error::Kind::Rejected,
            QCoreApplication::translate("LocalServer", "The demo data has 1 to %L1 Studio clients.").arg(mostStudios));
    if (studios > 0 && !options.personas.contains(u"teneo"_s))
        return failure(Error::Kind::Rejected,
            QCoreApplication::translate("LocalServer", "Only the persona teneo has Studio clients."));
    if (studios > 0 && !options.demo)
        return failure(Error::Kind::Rejected,
            QCoreApplication::translate("LocalServer", "A number of Studio clients goes with demo data."));
    return {};
}

Result<> check(const Options &options)
{
    const auto refused = [](const QString &message) { return failure(Error::Kind::Rejected, message); };
    const QStringList known = personaNames();
    if (options.personas.isEmpty()
        || QSet(options.personas.begin(), options.personas.end()).size() != options.personas.size())
        return refused(QCoreApplication::translate("LocalServer", "Name at least one persona, and each only once."));
    for (const QString &name : options.personas) {
        if (!known.contains(name))
            return refused(QCoreApplication::translate("LocalServer", "There is no persona \"%1\". There is: %2.")
                               .arg(name, known.join(u", "_s)));
    }
    boost::system::error_code code;
    boost::asio::ip::make_address(options.address.toStdString(), code);
    if (code)
        return refused(QCoreApplication::translate("LocalServer", "\"%1\" is not an IP address.").arg(options.address));
    if (options.data.isEmpty())
        return refused(QCoreApplication::translate("LocalServer", "Name a data file, or :memory: to keep nothing."));
    if (options.maintenance < 0ms || options.maintenance > 24h)
        return refused(QCoreApplication::translate("LocalServer", "A maintenance task runs for a day at most."));
    if (const auto crowd = checkCrowd(options); !crowd)
        return crowd;
    return checkStudios(options);
}

LocalServer::LocalServer(const Options &options)
    : m_options(options)
    , m_controlToken(newUuid())
    , m_http(options.limits)
{
}

LocalServer::~LocalServer() = default;

Result<QUrl> LocalServer::start()
{
    if (const auto checked = check(m_options); !checked)
        return tl::unexpected(checked.error());
    const auto prepare = [options = m_options, token = m_controlToken]() -> Result<HttpServer::Handler> {
        auto site = Site::open(options, token);
        if (!site)
            return tl::unexpected(site.error());
        return
            [site = std::shared_ptr<Site>(*std::move(site))](const Request &request) { return site->answer(request); };
    };
    const auto port = m_http.start(m_options.address, m_options.port, prepare);
    if (!port)
        return tl::unexpected(port.error());
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(m_options.address);
    url.setPort(*port);
    return url;
}

void LocalServer::stop()
{
    m_http.stop();
}

}
