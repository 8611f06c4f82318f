// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/saml.h"

#include "app/server/random.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

using namespace Qt::Literals::StringLiterals;

namespace server::teneo::saml {

static const QString protocol = u"urn:oasis:names:tc:SAML:2.0:protocol"_s;
static const QString assertion = u"urn:oasis:names:tc:SAML:2.0:assertion"_s;
static const QString success = u"urn:oasis:names:tc:SAML:2.0:status:Success"_s;
static const QString denied = u"urn:oasis:names:tc:SAML:2.0:status:AuthnFailed"_s;

static QString callback(const QByteArray &url)
{
    return QString::fromUtf8(url + "/oauth2/delegated/notification");
}

QByteArray metadata(const QByteArray &url)
{
    const QString ns = u"urn:oasis:names:tc:SAML:2.0:metadata"_s;
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    writer.writeStartDocument();
    writer.writeNamespace(ns, u"md"_s);
    writer.writeStartElement(ns, u"EntityDescriptor"_s);
    writer.writeAttribute(u"entityID"_s, QString::fromUtf8(url + "/oauth2/delegated/saml2/metadata"));
    writer.writeStartElement(ns, u"SPSSODescriptor"_s);
    writer.writeAttribute(u"protocolSupportEnumeration"_s, protocol);
    writer.writeAttribute(u"AuthnRequestsSigned"_s, u"false"_s);
    writer.writeAttribute(u"WantAssertionsSigned"_s, u"false"_s);
    writer.writeTextElement(ns, u"NameIDFormat"_s, u"urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"_s);
    writer.writeEmptyElement(ns, u"AssertionConsumerService"_s);
    writer.writeAttribute(u"Binding"_s, u"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"_s);
    writer.writeAttribute(u"Location"_s, callback(url));
    writer.writeAttribute(u"index"_s, u"0"_s);
    writer.writeAttribute(u"isDefault"_s, u"true"_s);
    writer.writeEndDocument();
    return xml;
}

// qCompress() makes a length of four bytes, then RFC 1950 data: two bytes, RFC 1951 data, four bytes of checksum.
static QByteArray deflated(const QByteArray &data)
{
    const QByteArray compressed = qCompress(data);
    return compressed.mid(6, compressed.size() - 10);
}

QByteArray authnRequest(const QString &id, const QByteArray &url, const QDateTime &now)
{
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    writer.writeNamespace(protocol, u"samlp"_s);
    writer.writeStartElement(protocol, u"AuthnRequest"_s);
    writer.writeAttribute(u"ID"_s, u"_"_s + id);
    writer.writeAttribute(u"Version"_s, u"2.0"_s);
    writer.writeAttribute(u"IssueInstant"_s, now.toString(Qt::ISODateWithMs));
    writer.writeAttribute(u"AssertionConsumerServiceURL"_s, callback(url));
    writer.writeNamespace(assertion, u"saml"_s);
    writer.writeTextElement(assertion, u"Issuer"_s, QString::fromUtf8(url + "/oauth2/delegated/saml2/metadata"));
    writer.writeEndElement();
    return deflated(xml).toBase64();
}

QByteArray response(const QString &userName, const QByteArray &url, const QDateTime &now)
{
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    writer.writeNamespace(protocol, u"samlp"_s);
    writer.writeNamespace(assertion, u"saml"_s);
    writer.writeStartElement(protocol, u"Response"_s);
    writer.writeAttribute(u"ID"_s, u"_"_s + newUuid());
    writer.writeAttribute(u"Version"_s, u"2.0"_s);
    writer.writeAttribute(u"IssueInstant"_s, now.toString(Qt::ISODateWithMs));
    writer.writeAttribute(u"Destination"_s, callback(url));
    writer.writeStartElement(protocol, u"Status"_s);
    writer.writeEmptyElement(protocol, u"StatusCode"_s);
    writer.writeAttribute(u"Value"_s, userName.isEmpty() ? denied : success);
    writer.writeEndElement();
    if (!userName.isEmpty()) {
        writer.writeStartElement(assertion, u"Assertion"_s);
        writer.writeAttribute(u"ID"_s, u"_"_s + newUuid());
        writer.writeAttribute(u"Version"_s, u"2.0"_s);
        writer.writeAttribute(u"IssueInstant"_s, now.toString(Qt::ISODateWithMs));
        writer.writeStartElement(assertion, u"Subject"_s);
        writer.writeTextElement(assertion, u"NameID"_s, userName);
    }
    writer.writeEndDocument();
    return xml.toBase64();
}

std::optional<Verdict> readResponse(const QByteArray &base64)
{
    const auto xml = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    if (!xml)
        return std::nullopt;
    QXmlStreamReader reader(*xml);
    if (!reader.readNextStartElement() || reader.namespaceUri() != protocol || reader.name() != "Response"_L1)
        return std::nullopt;
    QString status;
    Verdict verdict;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.namespaceUri() == protocol && reader.name() == "StatusCode"_L1 && status.isEmpty())
            status = reader.attributes().value("Value"_L1).toString();
        else if (reader.namespaceUri() == assertion && reader.name() == "NameID"_L1)
            verdict.userName = reader.readElementText();
    }
    if (reader.hasError() || status.isEmpty())
        return std::nullopt;
    verdict.isSuccess = status == success;
    return verdict;
}

}
