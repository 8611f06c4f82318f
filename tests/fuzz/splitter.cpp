// SPDX-License-Identifier: GPL-3.0-or-later
#include "jose/membernames.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/targets.h"
#include "tests/net/cutdocument.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace {

constexpr qsizetype splitLimit = 1 << 13;
constexpr JsonSplitter::Limits splitLimits{.element = splitLimit, .rest = splitLimit, .depth = 24};

// What another reader finds at the place.
void compareCut(const Cut &split, const QByteArray &text, const QByteArrayList &path)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (document.isNull() || text.contains('\\') || !repeatedNames(text).isEmpty())
        return;
    QJsonValue place = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    for (const QByteArray &name : path)
        place = place.toObject().value(QString::fromUtf8(name));
    fuzz::hold(!place.isArray() || place.toArray().size() == split.elements.size(), "no element is lost or made");
    for (qsizetype i = 0; place.isArray() && i < split.elements.size(); ++i) {
        const QJsonArray one = QJsonDocument::fromJson('[' + split.elements[i] + ']').array();
        fuzz::hold(one.size() == 1 && one.first() == place.toArray().at(i), "an element is what it was");
    }
    fuzz::hold(!QJsonDocument::fromJson(split.rest).isNull(), "what is left is a document");
}

}

void fuzz::splitter(const QByteArray &input)
{
    static const QList<QByteArrayList> paths{{}, {"list"}, {"data", "items"}};
    FuzzInput given(input);
    const QByteArrayList &path = paths[given.choice(paths.size())];
    const auto seed = quint32(given.choice(256));
    const QByteArray text = given.rest();
    const Cut whole = cut({text}, path, splitLimits);
    const Cut pieces = cut(piecesOf(text, seed), path, splitLimits);
    if (text.size() > splitLimit)
        return; // what comes at once is held anyway, however long an element is
    hold(whole.error.has_value() == pieces.error.has_value(), "pieces end as the whole does");
    if (whole.error)
        return;
    hold(whole.elements == pieces.elements, "the elements do not depend on the pieces");
    hold(whole.rest == pieces.rest, "the rest does not depend on the pieces");
    compareCut(whole, text, path);
}
