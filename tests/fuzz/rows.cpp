// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/jsonrows.h"
#include "jose/membernames.h"
#include "net/jsonsplitter.h"
#include "records/records.h"
#include "tests/fuzz/dialectlist.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/targets.h"

namespace {

using RowsCheck = std::function<void(const QByteArray &text, quint32 seed)>;

// A list that arrived in pieces, as RecordStream reads it: straight into columns where an entry is as usual.
template <typename T>
Result<QByteArray> streamed(const Rows<T> &how, const QList<QByteArray> &pieces, Records<T> &records)
{
    JsonSplitter splitter(how.path);
    JsonRows rows = jsonRows(how.members, records.layout(), how.same);
    const auto take = [&](QByteArrayView element) -> Result<> {
        if (rows.read(element, records.columns()))
            return {};
        const auto one = Response{.body = '[' + element.toByteArray() + ']'}.array();
        if (!one)
            return tl::unexpected(one.error());
        const Result<T> record = how.readEntry(one->first().toObject());
        if (!record)
            return tl::unexpected(record.error());
        records.append(*record);
        return {};
    };
    for (const QByteArray &piece : pieces)
        if (const Result<> fed = splitter.feed(piece, take); !fed)
            return tl::unexpected(fed.error());
    if (const Result<> ended = splitter.end(); !ended)
        return tl::unexpected(ended.error());
    return splitter.rest();
}

template <typename T>
void compareRows(const Records<T> &a, const Records<T> &b)
{
    fuzz::hold(a.columns().rows() == b.columns().rows(), "both ways read as many entries");
    for (quint32 row = 0; row < a.columns().rows(); ++row)
        for (int column = 0; column < a.columns().count(); ++column)
            fuzz::hold(
                a.columns().value(row, column) == b.columns().value(row, column), "both ways read the same values");
}

template <typename T>
void checkRows(const Endpoint<T> &endpoint, const QByteArray &text, quint32 seed)
{
    const Rows<T> how = endpoint.rows({});
    Records<T> arrived(endpoint.fields, false);
    const Result<QByteArray> rest = streamed(how, piecesOf(text, seed), arrived);
    // What nobody reads is not looked at closely; and of names that come twice, readers may differ.
    const bool isJson = !QJsonDocument::fromJson(text).isNull();
    if (!rest || !isJson || !repeatedNames(text).isEmpty() || text.contains('\\'))
        return;
    const auto whole = endpoint.readPage({.status = 200, .body = text}, {});
    const auto around = endpoint.readPage({.status = 200, .body = *rest}, {});
    fuzz::hold(whole.has_value() == around.has_value(), "a list is read in pieces if it is read whole");
    if (!whole)
        return;
    fuzz::hold(whole->next == around->next && whole->total == around->total, "what stands around it is the same");
    Records<T> held(endpoint.fields, false);
    for (const T &record : whole->records)
        held.append(record);
    if (around->records.isEmpty())
        compareRows(arrived, held);
}

template <typename T>
void addRows(QList<RowsCheck> &checks, const Endpoint<T> &endpoint)
{
    if (endpoint.rows)
        checks << [&endpoint](const QByteArray &text, quint32 seed) { checkRows(endpoint, text, seed); };
}

}

void fuzz::rows(const QByteArray &input)
{
    static const QList<RowsCheck> checks = [] {
        QList<RowsCheck> made;
        for (const Dialect &dialect : everyDialect()) {
            addRows(made, dialect.clients);
            addRows(made, dialect.users);
            addRows(made, dialect.apiTokens);
            addRows(made, dialect.accessTokens);
            addRows(made, dialect.refreshTokens);
            addRows(made, dialect.allTokens);
            addRows(made, dialect.sessions);
        }
        return made;
    }();
    FuzzInput given(input);
    const RowsCheck &check = checks[given.choice(checks.size())];
    const auto seed = quint32(given.choice(256));
    check(given.rest(), seed);
}
