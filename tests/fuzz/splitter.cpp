// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/jsonsplitter.h"

#include "jose/membernames.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/targets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace {

constexpr qsizetype splitLimit = 1 << 13;

struct SplitText {
    QByteArrayList elements{};
    QByteArray rest{};
    bool isWhole = false;
};

SplitText splitText(const QByteArrayList &pieces, const QByteArrayList &path)
{
    SplitText split;
    JsonSplitter splitter(path, {.element = splitLimit, .rest = splitLimit, .depth = 24});
    const auto take = [&](QByteArrayView element) -> Result<> {
        split.elements << element.toByteArray();
        volatile char last = element.data()[element.size() + JsonSplitter::padding - 1];
        Q_UNUSED(last)
        return {};
    };
    Result<> outcome;
    for (const QByteArray &piece : pieces)
        if (outcome)
            outcome = splitter.feed(piece, take);
    if (outcome)
        outcome = splitter.end();
    split.isWhole = outcome.has_value();
    split.rest = splitter.rest();
    return split;
}

// What another reader finds at the place.
void compareSplitText(const SplitText &split, const QByteArray &text, const QByteArrayList &path)
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
    const SplitText whole = splitText({text}, path);
    const SplitText pieces = splitText(piecesOf(text, seed), path);
    if (text.size() > splitLimit)
        return; // what comes at once is held anyway, however long an element is
    hold(whole.isWhole == pieces.isWhole, "pieces end as the whole does");
    if (!whole.isWhole)
        return;
    hold(whole.elements == pieces.elements, "the elements do not depend on the pieces");
    hold(whole.rest == pieces.rest, "the rest does not depend on the pieces");
    compareSplitText(whole, text, path);
}
