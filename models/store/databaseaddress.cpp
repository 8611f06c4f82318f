// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/databaseaddress.h"

#include <QDir>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

static const QString hostOption = u"host"_s;
static const QStringList tlsOptions{
    u"sslmode"_s, u"sslrootcert"_s, u"sslcert"_s, u"sslkey"_s, u"sslcrl"_s, u"channel_binding"_s};
static const QStringList tlsModes{
    u"disable"_s, u"allow"_s, u"prefer"_s, u"require"_s, u"verify-ca"_s, u"verify-full"_s};

bool DatabaseAddress::isMeant(const QString &text)
{
    const QString scheme = text.trimmed().section(u':', 0, 0).toLower();
    return text.contains(u':') && (scheme == "postgresql"_L1 || scheme == "postgres"_L1);
}

static Result<> takeOptions(DatabaseAddress &address, Secret &password, const QUrl &url)
{
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        if (name == "password"_L1)
            password = Secret(value);
        else if (name == hostOption && value.startsWith(u'/') && address.host.isEmpty())
            address.host = value;
        else if (tlsOptions.contains(name) && !value.contains(u';'))
            address.options.insert(name, value);
        else
            return failure(Error::Kind::Rejected,
                DatabaseAddress::tr("After the question mark of the address only options about TLS are understood: %1.")
                    .arg(tlsOptions.join(u", ")));
    }
    if (address.options.contains(u"sslmode"_s) && !tlsModes.contains(address.options.value(u"sslmode"_s)))
        return failure(Error::Kind::Rejected,
            DatabaseAddress::tr("The option sslmode of the address must be one of: %1.").arg(tlsModes.join(u", ")));
    return {};
}

Result<std::pair<DatabaseAddress, Secret>> DatabaseAddress::read(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const QString path = url.path(QUrl::FullyDecoded).mid(1);
    // What a password with an unescaped character leaves behind must not pass for the name of a database.
    const bool isWhole = !path.contains(u'/') && !path.contains(u'@') && !url.hasFragment();
    if (!isMeant(text) || !url.isValid() || !isWhole)
        return failure(Error::Kind::Rejected,
            tr("Write the address as postgresql://user@host:port/database. Special characters are percent-encoded."));
    if (path.isEmpty())
        return failure(Error::Kind::Rejected, tr("The address must name a database: postgresql://user@host/database."));
    DatabaseAddress address{.host = url.host(QUrl::FullyDecoded),
        .port = url.port(),
        .user = url.userName(QUrl::FullyDecoded),
        .database = path};
    Secret password(url.password(QUrl::FullyDecoded));
    if (const auto taken = takeOptions(address, password, url); !taken)
        return tl::unexpected(taken.error());
    return std::pair(address, password);
}

static QUrl urlOf(const DatabaseAddress &address, QUrlQuery query)
{
    QUrl url;
    url.setScheme(u"postgresql"_s);
    const bool isSocket = address.host.startsWith(u'/');
    if (isSocket)
        query.addQueryItem(hostOption, address.host);
    url.setHost(isSocket || address.host.isEmpty() ? u""_s : address.host); // none, but the slashes before it
    url.setPort(address.port);
    url.setUserName(address.user, QUrl::DecodedMode);
    url.setPath(u'/' + address.database, QUrl::DecodedMode);
    if (!query.isEmpty())
        url.setQuery(query);
    return url;
}

QString DatabaseAddress::place() const
{
    return urlOf(*this, {}).toString(QUrl::FullyEncoded);
}

QString DatabaseAddress::text() const
{
    QUrlQuery query;
    for (auto option = options.begin(); option != options.end(); ++option)
        query.addQueryItem(option.key(), QString::fromLatin1(QUrl::toPercentEncoding(option.value(), "/")));
    return urlOf(*this, query).toString(QUrl::FullyEncoded);
}

bool DatabaseAddress::isOnThisComputer() const
{
    static const QRegularExpression loopback(u"^(localhost|127(\\.[0-9]{1,3}){3}|::1)$"_s);
    return host.isEmpty() || host.startsWith(u'/') || loopback.match(host).hasMatch();
}

QString DatabaseAddress::connectOptions() const
{
    // Seconds, and milliseconds for what was sent and not acknowledged.
    QMap<QString, QString> all{{u"connect_timeout"_s, u"5"_s}, {u"keepalives_idle"_s, u"10"_s},
        {u"keepalives_interval"_s, u"5"_s}, {u"keepalives_count"_s, u"3"_s}, {u"tcp_user_timeout"_s, u"15000"_s},
        {u"application_name"_s, u"Latchkey"_s}};
    if (!isOnThisComputer())
        all.insert(u"sslmode"_s, u"verify-full"_s);
    // libpq 15 trusts no authority until it is told of one.
    const QString system = u"/etc/ssl/certs/ca-certificates.crt"_s;
    if (!QFile::exists(QDir::home().filePath(u".postgresql/root.crt"_s)) && QFile::exists(system)
        && !isOnThisComputer())
        all.insert(u"sslrootcert"_s, system);
    all.insert(options);
    QStringList parts;
    for (auto option = all.begin(); option != all.end(); ++option) {
        QString value = option.value();
        value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
        parts << u"%1='%2'"_s.arg(option.key(), value);
    }
    return parts.join(u';');
}
