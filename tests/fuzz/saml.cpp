// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/teneo/saml.h"

#include "tests/fuzz/targets.h"

using namespace Qt::Literals::StringLiterals;

// The input is the XML; on the wire it is in base64.
void fuzz::saml(const QByteArray &input)
{
    namespace teneo = server::teneo;
    (void)teneo::saml::readResponse(input);
    const auto read = teneo::saml::readResponse(input.toBase64());
    hold(!read || input.contains("Response"), "only a Response says anything");

    static const QDateTime now = QDateTime::fromString(u"2026-03-02T08:00:00Z"_s, Qt::ISODate);
    const QString name = QString::fromUtf8(input.left(64)).simplified();
    const bool isText = std::all_of(name.begin(), name.end(),
        [](QChar letter) { return letter.isPrint() && letter.unicode() < 0xd800 && letter.unicode() >= 0x20; });
    if (!isText)
        return; // XML has no way to write the rest
    const auto own = teneo::saml::readResponse(teneo::saml::response(name, "http://127.0.0.1:1", now));
    hold(own && own->isSuccess == !name.isEmpty(), "a Response of our own is read");
    hold(own->userName == name, "a name is written so that it is read as what it was");
}
