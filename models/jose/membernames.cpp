// SPDX-License-Identifier: GPL-3.0-or-later
#include "jose/membernames.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace {

// An object or an array the scan is inside of.
struct Level {
    bool isObject = false;
    bool awaitsName = false;
    QSet<QString> names{};
};

// Where the text that starts with the quote at `start` ends: the position behind its closing quote.
qsizetype endOfText(const QByteArray &json, qsizetype start)
{
    for (qsizetype at = start + 1; at < json.size(); ++at) {
        if (json[at] == '\\')
            ++at;
        else if (json[at] == '"')
            return at + 1;
    }
    return json.size();
}

// "\u0061lg" is "alg".
QString unescaped(const QByteArray &quoted)
{
    if (!quoted.contains('\\'))
        return QString::fromUtf8(quoted.sliced(1, quoted.size() - 2));
    return QJsonDocument::fromJson('[' + quoted + ']').array().first().toString();
}

}

QStringList repeatedNames(const QByteArray &json)
{
    QStringList repeated;
    QList<Level> levels;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char character = json[at];
        if (character == '{' || character == '[') {
            levels << Level{.isObject = character == '{', .awaitsName = character == '{'};
        } else if ((character == '}' || character == ']') && !levels.isEmpty()) {
            levels.removeLast();
        } else if (character == ',' && !levels.isEmpty()) {
            levels.last().awaitsName = levels.last().isObject;
        } else if (character == '"') {
            const qsizetype end = endOfText(json, at);
            if (!levels.isEmpty() && levels.last().awaitsName) {
                Level &level = levels.last();
                level.awaitsName = false;
                const QString name = unescaped(json.sliced(at, end - at));
                if (level.names.contains(name) && !repeated.contains(name))
                    repeated << name;
                level.names.insert(name);
            }
            at = end - 1;
        }
    }
    return repeated;
}
