// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/connectionsettings.h"

#include "net/certificatefiles.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype pinSize = 32; // SHA-256

struct ProxyWord {
    ProxySettings::Mode mode;
    QLatin1StringView word;
};
constexpr std::array proxyWords{
    ProxyWord{ProxySettings::Mode::None, "none"_L1},
    ProxyWord{ProxySettings::Mode::System, "system"_L1},
    ProxyWord{ProxySettings::Mode::Http, "http"_L1},
    ProxyWord{ProxySettings::Mode::Socks5, "socks5"_L1},
};

}

QJsonObject toJson(const ConnectionSettings &settings)
{
    QJsonObject object;
    const auto put = [&](QLatin1StringView key, const QString &text) {
        if (!text.isEmpty())
            object.insert(key, text);
    };
    put("caFile"_L1, settings.caFile);
    put("certificateFile"_L1, settings.certificateFile);
    put("keyFile"_L1, settings.keyFile);
    QJsonArray pins;
    for (const QByteArray &pin : settings.pins)
        pins.append(QString::fromLatin1(pin.toHex()));
    if (!pins.isEmpty())
        object.insert("pins"_L1, pins);
    for (const ProxyWord &known : proxyWords) {
        if (known.mode == settings.proxy.mode && known.mode != ProxySettings::Mode::None)
            object.insert("proxy"_L1, known.word);
    }
    put("proxyHost"_L1, settings.proxy.host);
    put("proxyUser"_L1, settings.proxy.user);
    if (settings.proxy.port != 0)
        object.insert("proxyPort"_L1, settings.proxy.port);
    return object;
}

ConnectionSettings connectionSettingsFrom(const QJsonObject &object)
{
    ConnectionSettings settings{
        .caFile = object["caFile"_L1].toString(),
        .certificateFile = object["certificateFile"_L1].toString(),
        .keyFile = object["keyFile"_L1].toString(),
        .proxy = {.host = object["proxyHost"_L1].toString(), .user = object["proxyUser"_L1].toString()},
    };
    const QJsonArray pins = object["pins"_L1].toArray();
    for (const auto &pin : pins) {
        const QByteArray bytes = QByteArray::fromHex(pin.toString().toLatin1());
        if (bytes.size() == pinSize)
            settings.pins.append(bytes);
    }
    for (const ProxyWord &known : proxyWords) {
        if (object["proxy"_L1].toString() == known.word)
            settings.proxy.mode = known.mode;
    }
    const qint64 port = object["proxyPort"_L1].toInteger();
    if (port > 0 && port <= 65'535)
        settings.proxy.port = static_cast<quint16>(port);
    return settings;
}

Result<HttpSettings> httpSettings(const QUrl &base, const ConnectionSettings &settings, const QDateTime &now)
{
    using enum ProxySettings::Mode;
    HttpSettings http{.base = base, .pins = settings.pins, .proxy = settings.proxy};
    const bool isOwnProxy = settings.proxy.mode == Http || settings.proxy.mode == Socks5;
    if (isOwnProxy && (settings.proxy.host.isEmpty() || settings.proxy.port == 0))
        return failure(Error::Kind::Storage,
            QCoreApplication::translate("ConnectionSettings", "The proxy needs a host name and a port."));
    if (!settings.caFile.isEmpty()) {
        const Result<QList<QSslCertificate>> authorities = readAuthorities(settings.caFile, now);
        if (!authorities)
            return tl::unexpected(authorities.error());
        http.tls.setCaCertificates(*authorities);
    }
    if (!settings.certificateFile.isEmpty()) {
        const Result<ClientCertificate> own
            = readClientCertificate(settings.certificateFile, settings.keyFile, settings.passphrase, now);
        if (!own)
            return tl::unexpected(own.error());
        http.tls.setLocalCertificateChain(own->chain);
        http.tls.setPrivateKey(own->key);
    }
    return http;
}
