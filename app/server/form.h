// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace server {

// Text without its percent escapes; nothing when one is broken or the outcome is not UTF-8, which
// QByteArray::fromPercentEncoding() would let through.
std::optional<QString> percentDecoded(QByteArrayView encoded, bool plusIsSpace);

// The decoded name=value pairs of a query or a form body, in the order they were sent; a name may come twice.
class Form {
public:
    // Nothing when a percent escape is broken or the text is not UTF-8.
    static std::optional<Form> parse(QByteArrayView encoded);

    bool has(QStringView name) const;
    QString value(QStringView name) const; // the first one, empty without one
    QStringList values(QStringView name) const;
    QStringList names() const; // as often as they came

private:
    std::vector<std::pair<QString, QString>> m_pairs;
};

}
